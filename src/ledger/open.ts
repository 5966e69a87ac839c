import { LedgerUnreadable } from './ledger.ts';
import type { ByteSource, WorkbookVisitor } from './workbook.ts';
import { limits } from './workbook-limits.ts';
import { type Progress, readXlsx } from './xlsx.ts';
import { findMainPart } from './xlsx-package.ts';
import { readDirectory } from './zip.ts';
import { InflateBudget, readEntry } from './zip-entry.ts';

/** What may be given beside the file. */
export interface ReadOptions {
  /** Called now and then with the share of the file that has been read, 0 to 1. */
  readonly progress?: Progress;
}

const isZip = (head: Buffer): boolean =>
  head.length >= 4 && [0x04034b50, 0x06054b50, 0x08074b50].includes(head.readUInt32LE(0));

async function readZip(source: ByteSource, name: string, visitor: WorkbookVisitor, progress: Progress): Promise<void> {
  const entries = readDirectory(source);
  const budget = new InflateBudget(source.size);
  const read = (part: string, most: number = limits.part): Buffer | undefined => {
    const entry = entries.get(part);
    return entry && readEntry(source, entry, budget, most);
  };
  const kind = read('mimetype', 1024)?.toString('latin1').trim() ?? '';
  if (
    kind.startsWith('application/vnd.oasis.opendocument') &&
    read('meta-inf/manifest.xml')?.includes('encryption-data')
  )
    throw new LedgerUnreadable('password', name);
  if (kind.startsWith('application/vnd.oasis.opendocument.spreadsheet'))
    return await (await import('./ods.ts')).readOds(source, entries, visitor, progress);
  if (kind.startsWith('application/vnd.oasis.opendocument.text') || entries.has('word/document.xml'))
    throw new LedgerUnreadable('word-document', name);
  const main = await findMainPart(read);
  if (main.startsWith('word/')) throw new LedgerUnreadable('word-document', name);
  if (!entries.has(main)) throw new LedgerUnreadable('not-a-workbook', name);
  await readXlsx(source, entries, main, visitor, progress);
}

/**
 * Tells the visitor of a workbook's sheets and rows in the order of the file: .xlsx, .xlsm, .xls, .et, .ods by what the file
 * holds, .csv and .txt by the name too. `name` is the file's name as shown; the sheet of a text file is called by it.
 * Throws {@link LedgerUnreadable}, also after some rows have been told.
 */
export async function readWorkbook(
  source: ByteSource,
  name: string,
  visitor: WorkbookVisitor,
  options: ReadOptions = {},
): Promise<void> {
  const head = Buffer.from(source.read(0, 8));
  const progress = options.progress ?? ((): void => {});
  if (isZip(head)) return await readZip(source, name, visitor, progress);
  // Most ledgers are .xlsx; what reads the others is loaded for them.
  await (await import('./open-unzipped.ts')).readUnzipped(source, name, visitor, progress);
}
