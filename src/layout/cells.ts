import type { Column } from '../forms/form.ts';
import { type CellKey, cellKey, type Leaf } from '../forms/walk.ts';
import type { Table } from '../report/report.ts';
import type { GridCell, Role } from './grid.ts';

/** A grid while it is laid out: its rows, how many of them are heads, and what its columns ask for in width. */
export interface Laid {
  readonly rows: readonly (readonly GridCell[])[];
  readonly headRows: number;
  readonly widths: readonly number[];
}

/** Totals of a table: by cell, the cells it is the sum of. */
export type Sums = ReadonlyMap<CellKey, readonly CellKey[]>;

/** A cell of one column and one row, centred unless it is said otherwise. */
export const cell = (text: string, role: Role, more: Partial<Omit<GridCell, 'text' | 'role'>> = {}): GridCell => ({
  text,
  role,
  columnSpan: 1,
  rowSpan: 1,
  align: 'center',
  ...more,
});

/** The cell of a number, with the unit the report names for it where the form leaves the choice. */
export function numberCell(table: Table, sums: Sums, leaf: Leaf, column: Column, columnSpan = 1): GridCell {
  const key = cellKey(table.form, leaf.path, column);
  const sumOf = sums.get(key);
  const unit = column.kind === 'money' && leaf.line.unitChoice ? table.units.get(leaf.path.join('.')) : undefined;
  return cell(table.cells.get(key)?.text ?? '', 'number', {
    columnSpan,
    key,
    kind: column.kind,
    ...(sumOf ? { sumOf } : {}),
    ...(unit === undefined ? {} : { suffix: unit }),
  });
}

/** Twips of the text area of GB/T 9704-2012: 156 mm. */
export const textWidth = 8844;

/**
 * Twips that a number needs at a size in points, with the edges of its cell. A digit is half as wide as it is high, but two
 * thirds of it in the faces that stand in where Times New Roman is missing.
 */
export const numberWidth = (text: string, size: number): number => Math.ceil(text.length * size * 13) + 50;

/** Whole twips in these proportions that add up to a width, that of the text area of the standard where none is named. */
export function filling(weights: readonly number[], whole = textWidth): readonly number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let done = 0;
  let edge = 0;
  return weights.map((weight) => {
    done += weight;
    const next = Math.round((whole * done) / total);
    const width = next - edge;
    edge = next;
    return width;
  });
}
