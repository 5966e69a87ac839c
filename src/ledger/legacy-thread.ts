import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { LedgerUnreadable } from './ledger.ts';
import type { LegacyPart } from './legacy-parse.ts';
import type { LegacyMessage } from './legacy-worker.ts';

/** Milliseconds after which a reading is broken off: twenty times what the largest workbook takes. */
const longest = 60_000;

/** Memory of the thread in MB: twice what the largest workbook takes. */
const resourceLimits = { maxOldGenerationSizeMb: 1536 };

/** Threads that have read a workbook and wait for the next: a county's ledgers do not each pay for loading the library. */
const waiting: Worker[] = [];

// A thread that is no longer needed ends of itself, and keeps what was compiled for it.
process.once('beforeExit', () => {
  for (const worker of waiting) {
    worker.ref();
    worker.postMessage(undefined);
  }
});

const outOfMemory = (error: Error & { readonly code?: string }): boolean => error.code === 'ERR_WORKER_OUT_OF_MEMORY';

function read(worker: Worker, bytes: Uint8Array, tell: (part: LegacyPart) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new LedgerUnreadable('too-slow', 'xls')), longest);
    const end = (settle: () => void): void => {
      clearTimeout(timer);
      settle();
    };
    worker.on('message', (message: LegacyMessage) => {
      try {
        if (message.kind === 'done') end(resolve);
        else if (message.kind === 'unreadable') throw new LedgerUnreadable(message.say, message.detail);
        else tell(message);
      } catch (error) {
        end(() => reject(error));
      }
    });
    worker.once('error', (error) =>
      end(() => reject(outOfMemory(error) ? new LedgerUnreadable('too-large', 'xls') : error)),
    );
    worker.once('exit', (status) =>
      end(() => reject(new Error(`the thread for workbooks ended with status ${status}`))),
    );
    worker.postMessage(bytes);
  });
}

/**
 * Reads a workbook with SheetJS on a thread that is ended when it takes too long or too much: nobody knows on which
 * damaged files that library goes round for ever. Throws `too-slow`, `too-large`, `password` or `damaged`.
 */
export async function parseInThread(bytes: Uint8Array, tell: (part: LegacyPart) => void): Promise<void> {
  const program = join(__dirname, 'thread.js');
  if (!existsSync(program)) {
    // The program runs from its sources, which have no file for a thread.
    const { parseLegacy } = await import('./legacy-parse.ts');
    await parseLegacy(bytes, tell);
    return;
  }
  const worker =
    waiting.pop() ?? new Worker(program, { workerData: { program: 'ledger-legacy-worker.js' }, resourceLimits });
  worker.ref();
  try {
    await read(worker, bytes, tell);
    for (const event of ['message', 'error', 'exit']) worker.removeAllListeners(event);
    worker.unref();
    waiting.push(worker);
  } catch (error) {
    await worker.terminate();
    throw error;
  }
}
