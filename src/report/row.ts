import type { Path } from '../finding.ts';
import type { Column, Form } from '../forms/form.ts';
import { cellKey, type Leaf } from '../forms/walk.ts';
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

/** Makes the cells of a row, totals apart: a total that is not stated follows from the others. */
export function rowCells(
  draft: Draft,
  form: Form,
  leaf: Leaf,
  row: Row,
  unstated: Unstated,
  isTotal: (column: Column) => boolean,
): readonly Cell[] {
  const { node, entry } = row;
  return leaf.block.columns.flatMap((column, index): readonly Cell[] => {
    const key = cellKey(form, leaf.path, column);
    const path: Path = [form.key, ...leaf.path, column.key];
    const stated = node?.kind === 'list' ? node.items[index] : valueAt(node, column.key);
    if (stated) {
      const spot = statedAt(stated, entryOf(node, column.key), entry);
      return [typedCell(key, column.kind, stated, nodePlace(draft, spot, path))];
    }
    const at = nodePlace(draft, rowPlace(row), path);
    if (node && isBlank(node)) return [derivedCell(key, column.kind, null, 'stated', at)];
    if (isTotal(column)) return [];
    if (textOf(node) === '按台账') {
      const count = unstated.sheet && (unstated.sheet.get([...leaf.path, column.key].join('.')) ?? 0);
      return [derivedCell(key, column.kind, count ?? null, 'counted', at)];
    }
    const unnamed = node === undefined && !unstated.restIsZero;
    return [derivedCell(key, column.kind, unnamed ? null : 0, unnamed ? 'stated' : 'zero', at)];
  });
}

/** Where a row is shown that has no numbers of its own: at 无 or 按台账, else at its key. */
export const rowPlace = ({ node, entry }: Row): YamlNode => (node && textOf(node) !== undefined ? node : entry.key);

/** A blank without any sign of its own stands at its column's key, or at its row's. */
const statedAt = (stated: YamlNode, column: Entry | undefined, row: Entry): YamlNode =>
  !isBlank(stated) || stated.start < stated.end ? stated : (column?.key ?? row.key);
