import { isCompound } from './compound.ts';
import { LedgerUnreadable } from './ledger.ts';
import { parseApart } from './legacy-apart.ts';
import type { LegacyPart } from './legacy-parse.ts';
import type { ByteSource, WorkbookVisitor } from './workbook.ts';
import { limits } from './workbook-limits.ts';

/**
 * Tells the visitor of .xls, .et, and the HTML or XML tables that some systems export as .xls. The file is held whole.
 * Throws `too-large`, `too-slow`, `password` or `damaged`.
 */
export async function readLegacy(source: ByteSource, visitor: WorkbookVisitor): Promise<void> {
  if (source.size > (isCompound(source.read(0, 8)) ? limits.compound : limits.whole))
    throw new LedgerUnreadable('too-large', 'xls');
  let wanted = false;
  const tell = (part: LegacyPart): void => {
    if (part.kind === 'sheet') wanted = visitor.sheet(part.head);
    else if (part.kind === 'end-sheet') visitor.endSheet();
    else if (wanted) for (const row of part.rows) visitor.row(row);
  };
  await parseApart(source.read(0, source.size), tell);
}
