import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { LedgerUnreadable } from './ledger.ts';
import { type LegacyPart, parseLegacy } from './legacy-parse.ts';

/** What the process sends: the parts of a workbook, and how its reading ended. */
export type LegacyMessage =
  | LegacyPart
  | { readonly kind: 'done' }
  | { readonly kind: 'unreadable'; readonly say: LedgerUnreadable['say']; readonly detail: string }
  | { readonly kind: 'fault'; readonly error: unknown };

const send = (message: LegacyMessage): void => {
  process.send?.(message);
};

// Holds nobody up, and ends with the process.
new Worker(join(__dirname, 'thread.js'), { workerData: { program: 'ledger-legacy-watch.js' } }).unref();

let dismissed = false;

/** Reads the workbooks whose bytes it is sent, one after the other, until it is told to end. */
process.on('message', async (bytes: Uint8Array | 'end') => {
  if (bytes === 'end') {
    dismissed = true;
    process.disconnect();
    return;
  }
  try {
    await parseLegacy(bytes, send);
    send({ kind: 'done' });
  } catch (error) {
    send(
      error instanceof LedgerUnreadable
        ? { kind: 'unreadable', say: error.say, detail: error.detail }
        : { kind: 'fault', error },
    );
  }
});

// Nobody waits for a process whose starter is gone: it would still write what was compiled for it.
process.on('disconnect', () => {
  if (!dismissed) process.kill(process.pid, 'SIGKILL');
});
