import type { Merge, SheetCell, SheetRow } from './workbook.ts';

/** Columns beyond are not read: no ledger has as many, and a merge can claim thousands. */
export const widest = 300;

/** What a cell shows: its own value, or that of the first cell of the merged range it lies in. */
export interface Shown {
  readonly cell: SheetCell | undefined;
  /** Where the value stands. */
  readonly row: number;
  readonly column: number;
}

interface Active {
  readonly merge: Merge;
  readonly anchor: SheetCell | undefined;
}

/** Follows the merged ranges of a sheet row by row. */
export class MergedCells {
  private readonly waiting: readonly Merge[];
  private next = 0;
  private readonly active: (Active | undefined)[] = [];
  /** The row's cells by column. */
  private cells: (SheetCell | undefined)[] = [];
  private entered: readonly SheetCell[] = [];
  private row = 0;

  constructor(merges: readonly Merge[]) {
    const sorted = merges.filter(
      (merge) => merge.left < widest && (merge.bottom > merge.top || merge.right > merge.left),
    );
    this.waiting = sorted.sort((a, b) => a.top - b.top);
  }

  /** Goes on to a row; rows come in order. */
  enter(row: SheetRow): void {
    this.row = row.number;
    this.entered = row.cells;
    this.cells = [];
    // For every row, so without iterators.
    for (let at = 0; at < row.cells.length; at += 1) {
      const cell = row.cells[at];
      if (cell && cell.column < widest) this.cells[cell.column] = cell;
    }
    for (let merge = this.waiting[this.next]; merge && merge.top <= row.number; merge = this.waiting[++this.next]) {
      const active = { merge, anchor: merge.top === row.number ? this.cells[merge.left] : undefined };
      for (let column = merge.left; column <= Math.min(merge.right, widest - 1); column += 1)
        this.active[column] = active;
    }
  }

  /** The range that a cell of the row lies in. */
  range(column: number): Merge | undefined {
    const merge = this.active[column]?.merge;
    return merge && merge.bottom >= this.row ? merge : undefined;
  }

  /** The cell that a column shows: its own, or the first of the range merged downwards, or `sideways` too, that it lies in. */
  shown(column: number, sideways: boolean): SheetCell | undefined {
    const active = this.active[column];
    if (!active || active.merge.bottom < this.row) return this.cells[column];
    return sideways || active.merge.left === column ? active.anchor : undefined;
  }

  /** What a cell of the row shows, and where that stands. */
  at(column: number): Shown {
    const active = this.active[column];
    if (!active || active.merge.bottom < this.row) return { cell: this.cells[column], row: this.row, column };
    return { cell: active.anchor, row: active.merge.top, column: active.merge.left };
  }

  /** One more than the last column of the row that shows anything. */
  width(): number {
    let width = 0;
    for (const { column } of this.entered) if (column < widest) width = Math.max(width, column + 1);
    for (const [column, active] of this.active.entries())
      if (active?.anchor && active.merge.bottom >= this.row) width = Math.max(width, column + 1);
    return width;
  }
}
