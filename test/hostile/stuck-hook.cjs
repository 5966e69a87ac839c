// Loaded before the program: the thread that reads old workbooks goes round for ever (STUCK=time), and a minute passes in
// two seconds; or it fills its memory (STUCK=memory).
const { isMainThread, workerData } = require('node:worker_threads');

const { setTimeout } = globalThis;
if (process.env.STUCK === 'time')
  globalThis.setTimeout = (step, time, ...words) => setTimeout(step, time === 60_000 ? 2000 : time, ...words);
if (!isMainThread && workerData?.program === 'ledger-legacy-worker.js') {
  const held = [];
  for (;;) if (process.env.STUCK === 'memory') held.push(Array(1_000_000).fill(0.5));
}
