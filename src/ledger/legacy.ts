import type { Range, WorkSheet } from '@e965/xlsx';
import { decodedText } from './csv.ts';
import { LedgerUnreadable } from './ledger.ts';
import type { ByteSource, Merge, SheetCell, WorkbookVisitor } from './workbook.ts';
import { limits } from './workbook-limits.ts';
import { dateOfSerial, shownBy } from './xlsx-dates.ts';
import { decimalText } from './xlsx-value.ts';

/** A cell as SheetJS gives it; what comes from a stranger's file is looked at before it is believed. */
interface ParsedCell {
  readonly t?: unknown;
  readonly v?: unknown;
  readonly w?: unknown;
  readonly z?: unknown;
  readonly f?: unknown;
  readonly F?: unknown;
}

const mergesOf = (ranges: readonly Range[]): Merge[] =>
  ranges.map(({ s, e }) => ({ top: s.r + 1, left: s.c, bottom: e.r + 1, right: e.c }));

function cellOf(column: number, cell: ParsedCell, from1904: boolean): SheetCell | undefined {
  const formula = cell.f !== undefined || cell.F !== undefined;
  const { t: kind, v: value } = cell;
  if (kind === 'b') return { column, kind: 'boolean', text: value === true ? 'TRUE' : 'FALSE', formula };
  if (kind === 'e') return { column, kind: 'error', text: typeof cell.w === 'string' ? cell.w : '#VALUE!', formula };
  if (kind === 's' && typeof value === 'string' && value !== '')
    return { column, kind: 'text', text: value.slice(0, limits.text), formula };
  if (kind === 'n' && typeof value === 'number' && Number.isFinite(value)) {
    const code = typeof cell.z === 'string' ? cell.z : undefined;
    const date = code === undefined ? undefined : dateOfSerial(value, shownBy(0, code), from1904);
    if (date !== undefined) return { column, kind: 'date', text: date, formula };
    return { column, kind: 'number', text: decimalText(String(value)) ?? String(value), formula };
  }
  return formula && (value === undefined || value === null)
    ? { column, kind: 'uncalculated', text: '', formula }
    : undefined;
}

function tellSheet(name: string, hidden: boolean, sheet: WorkSheet, from1904: boolean, visitor: WorkbookVisitor): void {
  const merges = mergesOf(sheet['!merges'] ?? []);
  const rows: readonly (readonly (ParsedCell | undefined)[] | undefined)[] = sheet['!data'] ?? [];
  if (visitor.sheet({ name, hidden, merges, from1904 }))
    for (const [index, row] of rows.entries()) {
      const cells: SheetCell[] = [];
      row?.forEach((cell, column) => {
        const found = cell && column < limits.columns ? cellOf(column, cell, from1904) : undefined;
        if (found) cells.push(found);
      });
      if (cells.length > 0) visitor.row({ number: index + 1, hidden: sheet['!rows']?.[index]?.hidden === true, cells });
    }
  visitor.endSheet();
}

/**
 * Reads what only SheetJS (loaded here) can: .xls, .et, and the HTML or XML tables that some systems export as .xls.
 * The file is held whole. Throws `too-large`, `password` or `damaged`.
 */
export async function readLegacy(source: ByteSource, visitor: WorkbookVisitor): Promise<void> {
  if (source.size > limits.whole) throw new LedgerUnreadable('too-large', 'xls');
  const bytes = source.read(0, source.size);
  const text = bytes[0] === 0xd0 ? undefined : decodedText(source);
  const { read } = await import('@e965/xlsx');
  const workbook = (() => {
    try {
      return read(text ?? bytes, {
        type: text === undefined ? 'array' : 'string',
        dense: true,
        raw: true,
        cellNF: true,
        cellStyles: true,
        cellHTML: false,
        sheetRows: limits.rows,
      });
    } catch (error) {
      const password = error instanceof Error && /password|encrypt/i.test(error.message);
      throw new LedgerUnreadable(password ? 'password' : 'damaged', 'xls');
    }
  })();
  if (!workbook.SheetNames.some((name) => workbook.Sheets[name] !== undefined))
    throw new LedgerUnreadable('damaged', 'xls');
  const from1904 = workbook.Workbook?.WBProps?.date1904 === true;
  for (const [index, name] of workbook.SheetNames.entries()) {
    const sheet = workbook.Sheets[name];
    if (!sheet || (sheet['!type'] !== undefined && sheet['!type'] !== 'sheet')) continue;
    tellSheet(name, (workbook.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0, sheet, from1904, visitor);
  }
}
