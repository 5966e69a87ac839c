import { editionById } from '../../src/forms/editions.ts';
import type { Ledger, LedgerOptions } from '../../src/ledger/ledger.ts';
import { LedgerVisitor } from '../../src/ledger/visitor.ts';
import type { Merge, SheetCell } from '../../src/ledger/workbook.ts';
import { sentences } from './sentences.ts';

/** A cell to be: text, number, blank, or a whole cell. */
export type Typed = string | number | boolean | null | Partial<SheetCell>;

/** A sheet to be; rows from 1, a row of blanks is left out as the reader leaves it out. */
export interface TypedSheet {
  readonly name?: string;
  readonly hidden?: boolean;
  readonly from1904?: boolean;
  readonly rows: readonly (readonly Typed[])[];
  /** Merged ranges as `C3:C5`. */
  readonly merges?: readonly string[];
  readonly hiddenRows?: readonly number[];
}

const letters = (name: string): number =>
  [...name].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

function mergeOf(range: string): Merge {
  const match = /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/.exec(range);
  if (!match) throw new Error(`not a range: ${range}`);
  return {
    left: letters(match[1] ?? ''),
    top: Number(match[2]),
    right: letters(match[3] ?? ''),
    bottom: Number(match[4]),
  };
}

function cellOf(typed: Typed, column: number): SheetCell | undefined {
  if (typed === null || typed === '') return undefined;
  if (typeof typed === 'string') return { column, kind: 'text', text: typed, formula: false };
  if (typeof typed === 'number') return { column, kind: 'number', text: String(typed), formula: false };
  if (typeof typed === 'boolean') return { column, kind: 'boolean', text: typed ? 'TRUE' : 'FALSE', formula: false };
  return { kind: 'text', text: '', formula: false, ...typed, column };
}

/** A date cell as the reader gives it. */
export const day = (text: string): Partial<SheetCell> => ({ kind: 'date', text });

export const errorCell: Partial<SheetCell> = { kind: 'error', text: '#N/A', formula: true };
export const uncalculated: Partial<SheetCell> = { kind: 'uncalculated', text: '', formula: true };

/** What a test may set beside the sheets. */
export type Options = Partial<Pick<LedgerOptions, 'year' | 'includeOutOfYear' | 'inspect'>> & {
  readonly edition?: string;
};

/** Reads sheets as if they stood in a workbook. */
export function driven(sheets: readonly TypedSheet[], options: Options = {}): Ledger {
  const year = options.year ?? 2020;
  const edition = editionById(options.edition ?? (year > 2020 ? '2021' : '2019'));
  if (!edition) throw new Error('no such edition');
  const visitor = new LedgerVisitor({ file: '台账.xlsx', ...options, year, edition });
  for (const [index, sheet] of sheets.entries()) {
    const merges = (sheet.merges ?? []).map(mergeOf);
    const { name = `Sheet${index + 1}`, hidden = false, from1904 = false } = sheet;
    visitor.sheet({ name, hidden, merges, from1904 });
    for (const [at, row] of sheet.rows.entries()) {
      const cells = row.flatMap((typed, column) => cellOf(typed, column) ?? []);
      const number = at + 1;
      if (cells.length > 0) visitor.row({ number, hidden: sheet.hiddenRows?.includes(number) ?? false, cells });
    }
    visitor.endSheet();
  }
  const ledger = visitor.finish();
  // Whatever a test makes a ledger find must have its sentence, with all that the sentence names.
  for (const found of ledger.findings) for (const language of ['zh', 'en'] as const) sentences(found, language);
  return ledger;
}

/** One items sheet with our own headers: 标题, 文号, 类别, 公开日期, 公开渠道. */
export const plain = (rows: readonly (readonly Typed[])[], options: Options = {}): Ledger =>
  driven([{ rows: [['标题', '文号', '类别', '公开日期', '公开渠道'], ...rows] }], options);

/** Findings as `code say cell`. */
export const told = (ledger: Ledger): readonly string[] =>
  ledger.findings.map(({ code, say, at }) => [code, say, 'cell' in at ? at.cell : ''].join(' '));

/** Ranges as `Sheet!A2:A3`. */
export const where = (ledger: Ledger, name: string): readonly string[] =>
  ledger.where(name).map(({ sheet, cell }) => `${sheet}!${cell}`);
