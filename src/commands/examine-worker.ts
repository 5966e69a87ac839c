import { parentPort, workerData } from 'node:worker_threads';
import { examine, type Settings } from './examine.ts';

const settings: Settings = workerData;

/** Examines the files it is sent and sends back what was found, one message for each message it gets. */
parentPort?.on('message', async (files: readonly string[]) => {
  const found = [];
  for (const file of files) {
    const { told, failures } = await examine(file, settings);
    found.push({ told, failures });
  }
  parentPort?.postMessage(found);
});
