// Loaded before the program: the process that reads old workbooks goes round for ever (STUCK=time), and two minutes pass in
// two seconds; or it fills its memory, in small pieces or in large ones.
const { setTimeout } = globalThis;
const { STUCK } = process.env;
if (STUCK === 'time')
  globalThis.setTimeout = (step, time, ...words) => setTimeout(step, time === 120_000 ? 2000 : time, ...words);
if (process.argv[2] === 'ledger-legacy-process.js') {
  const held = [];
  for (;;) if (STUCK !== 'time') held.push(Array(STUCK === 'pieces' ? 1_000_000 : 30_000_000).fill(0.5));
}
