import { LedgerUnreadable } from './ledger.ts';
import type { ByteSource, WorkbookVisitor } from './workbook.ts';
import { type Progress, readXlsx } from './xlsx.ts';
import { readDirectory } from './zip.ts';

/** What may be given beside the file. */
export interface ReadOptions {
  /** Called now and then with the share of the file that has been read, 0 to 1. */
  readonly progress?: Progress;
}

/**
 * Tells the visitor of a workbook's sheets and rows, in the order of the file: .xlsx, .xlsm. `name` is the file's name as shown.
 * Throws {@link LedgerUnreadable}, also after some rows have been told.
 */
export async function readWorkbook(
  source: ByteSource,
  name: string,
  visitor: WorkbookVisitor,
  options: ReadOptions = {},
): Promise<void> {
  const head = Buffer.from(source.read(0, 8));
  if (head.length < 4 || head.readUInt32LE(0) !== 0x04034b50) throw new LedgerUnreadable('not-a-workbook', name);
  await readXlsx(source, readDirectory(source), visitor, options.progress);
}
