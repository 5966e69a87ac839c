import type { Column } from '../forms/form.ts';
import type { Leaf } from '../forms/walk.ts';
import type { Entry, YamlNode } from '../source.ts';
import { derivedCell, typedCell } from './cell.ts';
import { type Draft, entryOf, isBlank, nodePlace, textOf, valueAt } from './draft.ts';
import type { Cell } from './report.ts';

/** What the report says of a row: its value, or undefined where it is not named, and the nearest key above it. */
export interface Row {
  readonly node: YamlNode | undefined;
  readonly entry: Entry;
}

/** How cells are filled that the report does not state. */
export interface Unstated {
  /** The ledger's sheet, where the row is to be counted from it. */
  readonly sheet?: ReadonlyMap<string, number> | undefined;
  /** A row that is not named is 0 throughout. */
  readonly restIsZero: boolean;
}

/** Finds a row below a table's entry; a blank on the way down is the row's value. */
export function rowOf(table: Entry, path: readonly string[]): Row {
  let entry = table;
  for (const step of path) {
    if (isBlank(entry.value) || entry.value.kind === 'scalar') return { node: entry.value, entry };
    const below = entryOf(entry.value, step);
    if (!below) return { node: undefined, entry };
    entry = below;
  }
  return { node: entry.value, entry };
}

/** Makes the cells of a row by its columns, totals apart: a total that is not stated follows from the others. */
export function rowCells(
  draft: Draft,
  leaf: Leaf,
  row: Row,
  unstated: Unstated,
  isTotal: (column: Column) => boolean,
): readonly (Cell | undefined)[] {
  const { node, entry } = row;
  const blank = node !== undefined && isBlank(node);
  const counted = textOf(node) === '按台账';
  const unnamed = node === undefined && !unstated.restIsZero;
  const values = node?.kind === 'list' ? node.items : leaf.cells.map(({ column }) => valueAt(node, column.key));
  return leaf.cells.map(({ column, key, path }, index) => {
    const stated = values[index];
    if (stated) {
      const spot = isBlank(stated) ? blankAt(stated, entryOf(node, column.key), entry) : stated;
      return typedCell(key, column.kind, stated, nodePlace(draft, spot, path));
    }
    if (!blank && isTotal(column)) return undefined;
    const at = nodePlace(draft, rowPlace(row), path);
    if (blank) return derivedCell(key, column.kind, null, 'stated', at);
    if (counted) {
      const count = unstated.sheet && (unstated.sheet.get(path.slice(1).join('.')) ?? 0);
      return derivedCell(key, column.kind, count ?? null, 'counted', at);
    }
    return derivedCell(key, column.kind, unnamed ? null : 0, unnamed ? 'stated' : 'zero', at);
  });
}

/** Where a row is shown that has no numbers of its own: at 无 or 按台账, else at its key. */
export const rowPlace = ({ node, entry }: Row): YamlNode => (node && textOf(node) !== undefined ? node : entry.key);

/** A blank without any sign of its own stands at its column's key, or at its row's. */
const blankAt = (stated: YamlNode, column: Entry | undefined, row: Entry): YamlNode =>
  stated.start < stated.end ? stated : (column?.key ?? row.key);
