import { isCompound, readStreamNames } from './compound.ts';
import { looksLikeText, readCsv } from './csv.ts';
import { LedgerUnreadable } from './ledger.ts';
import { readLegacy } from './legacy.ts';
import type { ByteSource, WorkbookVisitor } from './workbook.ts';
import type { Progress } from './xlsx.ts';

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
  // A page in one file, as browsers and Excel save it: Excel opens it, a reader of lines finds no table.
  if (text && /^MIME-Version:/i.test(start)) throw new LedgerUnreadable('not-a-workbook', name);
  if (text && start.startsWith('{\\rtf')) throw new LedgerUnreadable('word-document', name);
  if (text && (extension === 'xls' || extension === 'et')) {
    if (!/^[\s\u00ef\u00bb\u00bf\u00fe\u00ff]*</.test(start)) return readCsv(source, base, visitor, progress);
    if (/<table|<html|urn:schemas-microsoft-com:office:spreadsheet/i.test(start))
      return await readLegacy(source, visitor);
  }
  if (text && ['csv', 'txt', 'tsv'].includes(extension)) return readCsv(source, base, visitor, progress);
  throw new LedgerUnreadable('not-a-workbook', name);
}

/** Tells the visitor of a workbook that is no zip file: .xls, .et, .csv, .txt, and tables exported as .xls. Throws {@link LedgerUnreadable}. */
export async function readUnzipped(
  source: ByteSource,
  name: string,
  visitor: WorkbookVisitor,
  progress: Progress,
): Promise<void> {
  if (isCompound(source.read(0, 8))) await readCompound(source, name, visitor);
  else await readText(source, name, visitor, progress);
}
