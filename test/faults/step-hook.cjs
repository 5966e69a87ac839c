// Loaded before the program: at the step that STEP counts in FOLDER the process is killed, or with FAILURE the step fails.
const fs = require('node:fs');
const path = require('node:path');
const { isMainThread } = require('node:worker_threads');

const { STEP = '0', FOLDER = '', FAILURE } = process.env;
const written = new Set();
let steps = 0;
/** Files that the program itself has written: none would mean that the hook no longer sees how it opens them. */
let files = 0;

/** Counts the calls that `concerns` picks; `half` does a part of the step before it is cut off. */
function watch(name, concerns, half = () => {}) {
  const real = fs[name];
  fs[name] = (...given) => {
    if (!concerns(...given)) return real(...given);
    steps += 1;
    if (name === 'writeFileSync') files += 1;
    if (steps === Number(STEP)) {
      half(real, ...given);
      if (!FAILURE) process.kill(process.pid, 'SIGKILL');
      throw Object.assign(new Error(FAILURE), { code: FAILURE });
    }
    const result = real(...given);
    if (name === 'openSync' && given[1] === 'wx') written.add(result);
    return result;
  };
}

const inFolder = (given) => typeof given === 'string' && path.resolve(given).startsWith(FOLDER + path.sep);
const isWritten = (handle) => written.has(handle);

for (const name of ['chmodSync', 'copyFileSync', 'linkSync', 'mkdirSync', 'openSync', 'renameSync'])
  watch(name, inFolder);
// That one of its own files cannot be removed is tried in test/writers/save.test.ts.
if (!FAILURE) watch('rmSync', inFolder);
watch('writeFileSync', isWritten, (real, handle, bytes) => real(handle, bytes.subarray(0, bytes.length >> 1)));
watch('fsyncSync', isWritten);
// A thread has its own count, and saves nothing.
if (isMainThread) process.once('exit', () => fs.writeSync(2, `@steps ${steps} @files ${files}\n`));
