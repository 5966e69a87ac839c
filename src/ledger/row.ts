import type { CellPlace } from '../finding.ts';
import type { Role } from './headers.ts';
import type { Layout } from './layout.ts';
import type { MergedCells, Shown } from './merges.ts';
import { cellName } from './ranges.ts';
import { filled } from './spelling.ts';
import type { SheetCell, SheetRow } from './workbook.ts';

/** A sheet whose header has been recognised. */
export interface Sheet {
  readonly file: string;
  readonly name: string;
  readonly layout: Layout;
  readonly from1904: boolean;
}

/** Whether a cell has no value that could be read. */
export const isBroken = (cell: SheetCell): boolean => cell.kind === 'error' || cell.kind === 'uncalculated';

/** A value of a row, merged cells and all. */
export class Value {
  readonly column: number;
  readonly cell: SheetCell | undefined;
  /** As text, empty for a blank, an error or a formula without value. */
  readonly text: string;
  /** Whether it stands in this row itself, not in an earlier one of a merged range. */
  readonly own: boolean;
  /** A cell that cannot be read: #N/A, or a formula that was never calculated. */
  readonly broken: boolean;
  private readonly sheet: Sheet;
  private readonly shown: Shown;

  constructor(sheet: Sheet, row: number, column: number, shown: Shown, cell: SheetCell | undefined) {
    this.sheet = sheet;
    this.shown = shown;
    this.column = column;
    this.cell = cell;
    this.broken = cell !== undefined && isBroken(cell);
    this.text = cell && !this.broken ? filled(cell.text) : '';
    this.own = shown.row === row;
  }

  /** The column that the value stands in; another one where it is merged from the left. */
  get from(): number {
    return this.shown.column;
  }

  /** The cell that the value stands in. */
  get at(): CellPlace {
    const { file, name: sheet } = this.sheet;
    return { file, sheet, cell: cellName(this.shown.column, this.shown.row) };
  }
}

/** One row below a header, its cells by what they hold. */
export class BodyRow {
  readonly sheet: Sheet;
  readonly number: number;
  readonly hidden: boolean;
  readonly cells: readonly SheetCell[];
  private readonly merged: MergedCells;
  /** The values that were asked for; a row is asked for its title a dozen times. */
  private readonly known: (Value | undefined)[] = [];

  constructor(sheet: Sheet, row: SheetRow, merged: MergedCells) {
    this.sheet = sheet;
    this.number = row.number;
    this.hidden = row.hidden;
    this.cells = row.cells;
    this.merged = merged;
  }

  /** The value of a column; a value merged from the left counts only where `sideways`. */
  value(column: number, sideways = false): Value {
    const shown = this.merged.at(column);
    const cell = shown.column !== column && !sideways ? undefined : shown.cell;
    return new Value(this.sheet, this.number, column, shown, cell);
  }

  /** The value of what a column holds; undefined where the sheet has no such column. */
  get(role: Role): Value | undefined {
    const column = this.sheet.layout.columns.get(role);
    if (column === undefined) return undefined;
    const known = this.known[column] ?? this.value(column);
    this.known[column] = known;
    return known;
  }

  /** The text of what a column holds, empty where there is none. */
  text(role: Role): string {
    return this.get(role)?.text ?? '';
  }

  /** The place of a column's cell in this very row. */
  place(column: number): CellPlace {
    return { file: this.sheet.file, sheet: this.sheet.name, cell: cellName(column, this.number) };
  }

  /** The last column of the merged range that a cell lies in. */
  lastColumn(column: number): number {
    return this.merged.range(column)?.right ?? column;
  }
}
