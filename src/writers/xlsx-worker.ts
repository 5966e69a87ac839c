import { parentPort } from 'node:worker_threads';
import type { Appendix } from '../layout/appendix.ts';
import { writeXlsx } from './xlsx.ts';

// The library is the slowest part to load: it comes while the report is still being checked elsewhere.
void import('exceljs');

/** Writes the workbook it is sent, sends back its bytes and ends. */
parentPort?.once('message', async (appendix: Appendix) => {
  const bytes = Uint8Array.from(await writeXlsx(appendix));
  parentPort?.postMessage(bytes, [bytes.buffer]);
});
