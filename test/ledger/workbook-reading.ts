import { read, type WorkSheet } from '@e965/xlsx';
import { LedgerUnreadable } from '../../src/ledger/ledger.ts';
import { readWorkbook } from '../../src/ledger/open.ts';
import { fromBytes } from '../../src/ledger/source.ts';
import type { SheetHead, SheetRow } from '../../src/ledger/workbook.ts';

/** A sheet as the visitor was told of it. */
export interface ReadSheet extends SheetHead {
  readonly rows: SheetRow[];
}

/** Everything a workbook holds, by our reader. */
export async function readAll(bytes: Uint8Array, name = '台账.xlsx'): Promise<readonly ReadSheet[]> {
  const sheets: ReadSheet[] = [];
  let ended = 0;
  await readWorkbook(fromBytes(bytes), name, {
    sheet(head) {
      sheets.push({ ...head, rows: [] });
      return true;
    },
    row: (row) => sheets.at(-1)?.rows.push(row),
    endSheet() {
      ended += 1;
    },
  });
  if (ended !== sheets.length) throw new Error('a sheet was not ended');
  return sheets;
}

/** What the reader says of a file that it refuses. */
export async function refusal(bytes: Uint8Array, name = '台账.xlsx'): Promise<LedgerUnreadable['say'] | 'read'> {
  try {
    await readAll(bytes, name);
    return 'read';
  } catch (error) {
    if (error instanceof LedgerUnreadable) return error.say;
    throw error;
  }
}

/** Cells as `B3 date 2020-01-05`, one a filled cell. */
export const cellsOf = (sheet: ReadSheet | undefined): readonly string[] =>
  (sheet?.rows ?? []).flatMap((row) =>
    row.cells.map((cell) => `${reference(row.number, cell.column)} ${cell.kind} ${cell.text}`),
  );

/** The reference of a cell: row from 1, column from 0. */
export function reference(row: number, column: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return `${letters}${row}`;
}

const two = (value: number): string => String(value).padStart(2, '0');

function oracleCells(sheet: WorkSheet): string[] {
  const rows: readonly (readonly ({ t: string; v?: unknown; w?: string } | undefined)[] | undefined)[] =
    sheet['!data'] ?? [];
  return rows.flatMap((row, index) =>
    (row ?? []).flatMap((cell, column) => {
      if (!cell || cell.v === undefined || cell.v === null || cell.v === '') return [];
      const at = reference(index + 1, column);
      if (cell.v instanceof Date)
        return [`${at} date ${cell.v.getUTCFullYear()}-${two(cell.v.getUTCMonth() + 1)}-${two(cell.v.getUTCDate())}`];
      if (cell.t === 'n') return [`${at} number ${cell.v}`];
      if (cell.t === 'b') return [`${at} boolean ${cell.v === true ? 'TRUE' : 'FALSE'}`];
      return [`${at} ${cell.t === 'e' ? 'error' : 'text'} ${cell.t === 'e' ? cell.w : cell.v}`];
    }),
  );
}

/** The cells of each sheet by SheetJS, in the same words; formulas that were never calculated are not there. */
export function oracle(bytes: Uint8Array): readonly { readonly name: string; readonly cells: readonly string[] }[] {
  const workbook = read(bytes, { type: 'array', dense: true, cellDates: true, UTC: true, cellNF: true });
  return workbook.SheetNames.map((name) => ({ name, cells: oracleCells(workbook.Sheets[name] ?? {}) }));
}

/** Ours in the words of {@link oracle}. */
export const ours = (sheets: readonly ReadSheet[]): ReturnType<typeof oracle> =>
  sheets.map((sheet) => ({
    name: sheet.name,
    cells: cellsOf(sheet).filter((cell) => !cell.includes(' uncalculated ')),
  }));
