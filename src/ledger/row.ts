import type { CellPlace } from '../finding.ts';
import type { Role } from './headers.ts';
import type { Layout } from './layout.ts';
import type { MergedCells } from './merges.ts';
import { cellName } from './ranges.ts';
import { filled } from './spelling.ts';
import type { SheetCell, SheetRow } from './workbook.ts';

/** A sheet whose header has been recognised. */
export interface Sheet {
  readonly file: string;
  readonly name: string;
  readonly layout: Layout;
}

/** A value of a row with the place it stands at. */
export interface Value {
  readonly column: number;
  /** The column that the value stands in; another one where it is merged from the left. */
  readonly from: number;
  readonly cell: SheetCell | undefined;
  /** As text, empty for a blank, an error or a formula without value. */
  readonly text: string;
  readonly at: CellPlace;
  /** Whether it stands in this row itself, not in an earlier one of a merged range. */
  readonly own: boolean;
  /** A cell that cannot be read: #N/A, or a formula that was never calculated. */
  readonly broken: boolean;
}

/** One row below a header, its cells by what they hold. */
export class BodyRow {
  readonly sheet: Sheet;
  readonly number: number;
  readonly hidden: boolean;
  readonly cells: readonly SheetCell[];
  private readonly merged: MergedCells;

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
    const broken = cell?.kind === 'error' || cell?.kind === 'uncalculated';
    return {
      column,
      from: shown.column,
      cell,
      text: cell && !broken ? filled(cell.text) : '',
      at: { file: this.sheet.file, sheet: this.sheet.name, cell: cellName(shown.column, shown.row) },
      own: shown.row === this.number,
      broken,
    };
  }

  /** The value of what a column holds; undefined where the sheet has no such column. */
  get(role: Role): Value | undefined {
    const column = this.sheet.layout.columns.get(role);
    return column === undefined ? undefined : this.value(column);
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
