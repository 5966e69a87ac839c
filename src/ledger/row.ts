import type { CellPlace } from '../finding.ts';
import type { Role } from './headers.ts';
import type { Layout } from './layout.ts';
import type { MergedCells } from './merges.ts';
import { cellName } from './ranges.ts';
import { filled } from './spelling.ts';
import type { Merge, SheetCell, SheetRow } from './workbook.ts';

/** A channel of a row and the column that names it. */
export interface RowChannel {
  readonly name: string;
  readonly column: number;
  /** The numbers of the channel and of the column, once the channel has been counted. */
  id?: number | undefined;
  place?: number;
}

/** The channels of a row, and whether it was disclosed on the organ's own initiative. */
export interface RowChannels {
  readonly channels: readonly RowChannel[];
  readonly disclosed: boolean;
}

/** A sheet whose header has been recognised. */
export interface Sheet {
  readonly file: string;
  readonly name: string;
  readonly layout: Layout;
  readonly from1904: boolean;
  readonly titleColumn: number | undefined;
  /** The column that alone names the channels; undefined where there are several, none, or one of 公开方式. */
  readonly channelColumn: number | undefined;
  /** All columns of channels and of ticks. */
  readonly ofChannels: ReadonlySet<number>;
  /** All columns that are read; the numbering says nothing and is passed over. */
  readonly read: ReadonlySet<number>;
  /** The channels of the only column of channels by the text of its cells, as they are met. */
  readonly channels: Map<string, RowChannels>;
}

const isBroken = (cell: SheetCell | undefined): boolean => cell?.kind === 'error' || cell?.kind === 'uncalculated';

/** A cell as text, empty for a blank, an error or a formula without value. */
const textOf = (cell: SheetCell | undefined): string =>
  cell === undefined || cell.kind === 'error' || cell.kind === 'uncalculated' ? '' : filled(cell.text);

/** A value of a row, merged cells and all. */
export class Value {
  readonly column: number;
  readonly cell: SheetCell | undefined;
  /** As text, empty for a blank, an error or a formula without value. */
  readonly text: string;
  /** A cell that cannot be read: #N/A, or a formula that was never calculated. */
  readonly broken: boolean;
  private readonly row: BodyRow;
  private readonly merge: Merge | undefined;

  constructor(row: BodyRow, column: number, cell: SheetCell | undefined, merge: Merge | undefined) {
    this.row = row;
    this.merge = merge;
    this.column = column;
    this.cell = cell;
    this.broken = isBroken(cell);
    this.text = cell === undefined || this.broken ? '' : filled(cell.text);
  }

  /** Whether it stands in this row itself, not in an earlier one of a merged range. */
  get own(): boolean {
    return !this.merge || this.merge.top === this.row.number;
  }

  /** How many rows it holds for. */
  get rows(): number {
    return this.merge ? this.merge.bottom - this.merge.top + 1 : 1;
  }

  /** The column that the value stands in; another one where it is merged from the left. */
  get from(): number {
    return this.merge?.left ?? this.column;
  }

  /** The cell that the value stands in. */
  get at(): CellPlace {
    const { file, name: sheet } = this.row.sheet;
    return { file, sheet, cell: cellName(this.from, this.merge?.top ?? this.row.number) };
  }
}

/** One row below a header, its cells by what they hold. */
export class BodyRow {
  readonly sheet: Sheet;
  readonly number: number;
  readonly hidden: boolean;
  readonly cells: readonly SheetCell[];
  private readonly merged: MergedCells;
  /** What its column of titles shows, which every step asks for; undefined where the sheet has none. */
  readonly title: Value | undefined;
  /** The other values that were asked for. */
  private readonly known: (Value | undefined)[] = [];

  constructor(sheet: Sheet, row: SheetRow, merged: MergedCells) {
    this.sheet = sheet;
    this.number = row.number;
    this.hidden = row.hidden;
    this.cells = row.cells;
    this.merged = merged;
    this.title = sheet.titleColumn === undefined ? undefined : this.value(sheet.titleColumn);
  }

  /** The value of a column; a value merged from the left counts only where `sideways`. */
  value(column: number, sideways = false): Value {
    return new Value(this, column, this.merged.shown(column, sideways), this.merged.range(column));
  }

  /** Whether a column shows anything, merged from the left too: of three hundred columns a row fills a few. */
  shows(column: number): boolean {
    return this.merged.shown(column, true) !== undefined;
  }

  /** The value of what a column holds; undefined where the sheet has no such column. */
  get(role: Role): Value | undefined {
    if (role === 'title') return this.title;
    const column = this.sheet.layout.columns.get(role);
    if (column === undefined) return undefined;
    const known = this.known[column];
    if (known) return known;
    const value = this.value(column);
    this.known[column] = value;
    return value;
  }

  /** The text of what a column holds, empty where there is none. */
  text(role: Role): string {
    const column = this.sheet.layout.columns.get(role);
    if (column === undefined) return '';
    return textOf(this.merged.shown(column, false));
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
