import type { CellKey } from '../forms/walk.ts';
import type { Role } from './headers.ts';
import type { Ranges } from './ranges.ts';
import type { BodyRow } from './row.ts';

/** Counts rows into the cells of a statutory table and notes which rows they were. */
export class CellTally {
  private readonly numbers = new Map<CellKey, number>();
  private readonly table: string;
  private readonly ranges: Ranges;

  constructor(table: string, ranges: Ranges) {
    this.table = table;
    this.ranges = ranges;
  }

  /** Counts a row in a cell, by the way to it without the table's own name; `role` is the column that says so. */
  add(row: BodyRow, way: string, role: Role): void {
    this.numbers.set(way, (this.numbers.get(way) ?? 0) + 1);
    const column = this.ranges.column(row.sheet.name, row.sheet.layout.columns.get(role) ?? 0);
    this.ranges.of(`${this.table}.${way}`).add(column, row.number);
  }

  /** The counts by cell; cells that nothing was counted in are left out. */
  counts(): ReadonlyMap<CellKey, number> {
    return this.numbers;
  }
}

/** Where a date lies to a year: before its 1 January, in it, or after its 31 December. */
export function yearOf(date: string, year: number): 'before' | 'in' | 'after' {
  const own = Number(date.slice(0, 4));
  return own < year ? 'before' : own > year ? 'after' : 'in';
}
