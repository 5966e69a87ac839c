import { parentPort, workerData } from 'node:worker_threads';
import { examine } from './examine.ts';
import type { ExamineMessage, ExamineThread } from './examine-many.ts';

const { settings }: ExamineThread = workerData;

/** Examines the files of one message and sends back what was found. */
async function answer(files: readonly string[]): Promise<void> {
  const found = [];
  for (const file of files) {
    const { told, failures } = await examine(file, settings);
    found.push({ told, failures });
  }
  parentPort?.postMessage(found);
}

/** What was sent before: one answer follows the other, though reading some ledgers lets the next message in meanwhile. */
let before = Promise.resolve();

parentPort?.on('message', (message: ExamineMessage) => {
  if (message === 'end') parentPort?.close();
  else before = before.then(() => answer(message));
});
