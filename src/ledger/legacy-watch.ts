/** How often it is looked whether the starter is still there, in milliseconds. */
const pause = 500;

const starter = process.ppid;

function isThere(id: number): boolean {
  try {
    return process.kill(id, 0);
  } catch {
    return false;
  }
}

// A thread of its own: while SheetJS goes round for ever, the process hears neither that its starter was killed nor a timer.
setInterval(() => {
  if (process.ppid !== starter || !isThere(starter)) process.kill(process.pid, 'SIGKILL');
}, pause);
