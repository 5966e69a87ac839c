import { isCompound, readStreamNames } from './compound.ts';
import { looksLikeText, readCsv } from './csv.ts';
import { LedgerUnreadable } from './ledger.ts';
import { readLegacy } from './legacy.ts';
import { readOds } from './ods.ts';
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
  const budget = new InflateBudget();
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
    return await readOds(source, entries, visitor, progress);
  if (kind.startsWith('application/vnd.oasis.opendocument.text') || entries.has('word/document.xml'))
    throw new LedgerUnreadable('word-document', name);
  const main = await findMainPart(read);
  if (main.startsWith('word/')) throw new LedgerUnreadable('word-document', name);
  if (!entries.has(main)) throw new LedgerUnreadable('not-a-workbook', name);
  await readXlsx(source, entries, main, visitor, progress);
}

async function readCompound(source: ByteSource, name: string, visitor: WorkbookVisitor): Promise<void> {
  const streams = readStreamNames(source);
  if (streams.has('EncryptedPackage')) throw new LedgerUnreadable('password', name);
  if (streams.has('WordDocument')) throw new LedgerUnreadable('word-document', name);
  if (!streams.has('Workbook') && !streams.has('Book') && !streams.has('WORKBOOK') && !streams.has('BOOK'))
    throw new LedgerUnreadable('not-a-workbook', name);
  await readLegacy(source, visitor);
}

/** Text called .xls is what some systems export as such: an HTML or XML table, or lines parted by tabs. */
async function readText(source: ByteSource, name: string, visitor: WorkbookVisitor, progress: Progress): Promise<void> {
  const head = source.read(0, 65_536);
  const extension = /\.([^.]*)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  const text = looksLikeText(head, head.length === source.size);
  const base = (/[^/\\]*$/.exec(name)?.[0] ?? name).replace(/\.[^.]*$/, '');
  const start = Buffer.from(head).toString('latin1').replaceAll('\0', '');
  if (text && start.startsWith('{\\rtf')) throw new LedgerUnreadable('word-document', name);
  if (text && (extension === 'xls' || extension === 'et')) {
    if (!/^[\s\u00ef\u00bb\u00bf\u00fe\u00ff]*</.test(start)) return readCsv(source, base, visitor, progress);
    if (/<table|<html|urn:schemas-microsoft-com:office:spreadsheet/i.test(start))
      return await readLegacy(source, visitor);
  }
  if (text && ['csv', 'txt', 'tsv'].includes(extension)) return readCsv(source, base, visitor, progress);
  throw new LedgerUnreadable('not-a-workbook', name);
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
  if (isCompound(head)) return await readCompound(source, name, visitor);
  return await readText(source, name, visitor, progress);
}
