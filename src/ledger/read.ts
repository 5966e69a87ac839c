import type { Ledger, LedgerOptions } from './ledger.ts';
import { readWorkbook } from './open.ts';
import { LedgerVisitor } from './visitor.ts';
import type { ByteSource } from './workbook.ts';

/**
 * Reads a ledger: every sheet by its header row, items counted once, requests, cases and documents into their tables.
 * @param source the workbook's bytes, read as they are needed
 * @param options the report's year and edition, and the name shown in findings
 * @throws LedgerUnreadable for a file that is no workbook, locked, damaged, too large or too slow to read, and for a workbook without items
 */
export async function readLedger(source: ByteSource, options: LedgerOptions): Promise<Ledger> {
  const visitor = new LedgerVisitor(options);
  await readWorkbook(source, options.file, visitor, options.progress ? { progress: options.progress } : {});
  return visitor.finish();
}
