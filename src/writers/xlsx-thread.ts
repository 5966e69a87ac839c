import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Appendix } from '../layout/appendix.ts';

/** Writes a workbook beside other work. */
export interface XlsxThread {
  write(appendix: Appendix): Promise<Uint8Array>;
  end(): Promise<void>;
}

/**
 * Starts a thread that loads the library for workbooks while the report is being checked and the DOCX written.
 * Undefined where the program runs from its sources, which have no file for a thread; then the caller writes itself.
 */
export function startXlsxThread(): XlsxThread | undefined {
  const program = join(__dirname, 'thread.js');
  if (!existsSync(program)) return undefined;
  const worker = new Worker(program, { workerData: { program: 'writers-xlsx-worker.js' } });
  const ended = new Promise<void>((resolve) => worker.once('exit', () => resolve()));
  let done = false;
  const failed = new Promise<never>((_, reject) => {
    worker.once('error', reject);
    // What was sent is told before: one that ends without a word would leave the program waiting, and then ending as if all was well.
    worker.once('exit', (status) => reject(new Error(`the thread for workbooks ended with status ${status}`)));
  });
  // Told of when the workbook is asked for; a report with errors never asks.
  failed.catch(() => {});
  return {
    write(appendix) {
      const written = new Promise<Uint8Array>((resolve) => worker.once('message', resolve));
      written.then(() => {
        done = true;
      });
      worker.postMessage(appendix);
      return Promise.race([written, failed]);
    },
    async end() {
      // A thread that has written ends of itself, and keeps what was compiled for it.
      await (done ? ended : worker.terminate());
    },
  };
}
