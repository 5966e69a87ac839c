// Loaded before the program: the process that reads old workbooks goes round for ever on the first one it is sent (STUCK=time),
// and two minutes pass in two seconds; or it fills its memory, in small pieces or in large ones.
const { isMainThread } = require('node:worker_threads');
const { setTimeout } = globalThis;
const { STUCK } = process.env;
if (STUCK === 'time')
  globalThis.setTimeout = (step, time, ...words) => setTimeout(step, time === 120_000 ? 2000 : time, ...words);
if (isMainThread && process.argv[2] === 'ledger-legacy-process.js')
  process.on('message', () => {
    const held = [];
    for (;;)
      if (STUCK === 'pieces') held.push(Array(1_000_000).fill(0.5));
      else if (STUCK === 'lumps') held.push(Array(30_000_000).fill(0.5));
  });
