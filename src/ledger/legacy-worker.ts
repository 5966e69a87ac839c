import { parentPort } from 'node:worker_threads';
import { LedgerUnreadable } from './ledger.ts';
import type { LegacyPart } from './legacy-parse.ts';

/** What the thread sends: the parts of a workbook, and how its reading ended. */
export type LegacyMessage =
  | LegacyPart
  | { readonly kind: 'done' }
  | { readonly kind: 'unreadable'; readonly say: LedgerUnreadable['say']; readonly detail: string };

const send = (message: LegacyMessage): void => parentPort?.postMessage(message);

/** Reads the workbooks whose bytes it is sent, one after the other, until it is sent none. */
parentPort?.on('message', async (bytes: Uint8Array | undefined) => {
  if (bytes === undefined) {
    parentPort?.close();
    return;
  }
  try {
    const { parseLegacy } = await import('./legacy-parse.ts');
    await parseLegacy(bytes, send);
    send({ kind: 'done' });
  } catch (error) {
    if (!(error instanceof LedgerUnreadable)) throw error;
    send({ kind: 'unreadable', say: error.say, detail: error.detail });
  }
});
