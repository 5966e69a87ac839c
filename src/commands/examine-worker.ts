import { parentPort, workerData } from 'node:worker_threads';
import { examine } from './examine.ts';
import type { ExamineThread } from './examine-many.ts';

const { settings }: ExamineThread = workerData;

/** Examines the files it is sent and sends back what was found, one message for each message it gets. */
parentPort?.on('message', async (files: readonly string[]) => {
  const found = [];
  for (const file of files) {
    const { told, failures } = await examine(file, settings);
    found.push({ told, failures });
  }
  parentPort?.postMessage(found);
});
