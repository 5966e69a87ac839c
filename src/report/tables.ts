import type { Finding, Path } from '../finding.ts';
import { finding } from '../finding.ts';
import type { Column, Form, Identity } from '../forms/form.ts';
import { type CellKey, cellKey, type Leaf, leaves, leavesOf } from '../forms/walk.ts';
import type { Entry, YamlNode } from '../source.ts';
import { derivedCell, typedCell } from './cell.ts';
import { type Draft, entryOf, isBlank, nodePlace, textOf, valueAt } from './draft.ts';
import type { Counted } from './known.ts';
import { sheetOf } from './ledger-values.ts';
import type { Cell, Table } from './report.ts';

/** A table and what is wrong with its filling. */
export interface Filled {
  readonly table: Table;
  readonly findings: readonly Finding[];
}

/** Identities with one name on the left: that name is a total and is computed where it is not stated. */
export const totalsOf = (form: Form, across: Identity['across']): ReadonlyMap<string, readonly string[]> =>
  new Map(
    form.relations.flatMap((relation) =>
      relation.kind === 'identity' && relation.across === across && relation.left.length === 1
        ? [[relation.left[0] ?? '', relation.right] as const]
        : [],
    ),
  );

/** Sum of cells, a blank counting as 0; null where all are blank. */
export function sumOf(cells: readonly (Cell | undefined)[]): number | null {
  const values = cells.flatMap((cell) => (cell && cell.value !== null ? [Number(cell.value)] : []));
  return values.length > 0 ? values.reduce((total, value) => total + value, 0) : null;
}

/** Makes a statutory table of the value under its section's key. */
export function fillTable(draft: Draft, form: Form, entry: Entry, ledger: Counted | undefined): Filled {
  const { key, value: node } = entry;
  const at = nodePlace(draft, key, [form.key]);
  const cells = new Map<CellKey, Cell>();
  const findings: Finding[] = [];
  const units = new Map<string, string>();
  const rowTotals = totalsOf(form, 'columns');
  const lineTotals = totalsOf(form, 'lines');
  const whole = textOf(node);
  const restIsZero = textOf(valueAt(node, '其余为零')) === 'true';

  const rowOf = (leaf: Leaf): { readonly node: YamlNode | undefined; readonly entry: Entry } => {
    let above: Entry = entry;
    for (const step of leaf.path) {
      const below = entryOf(above.value, step);
      if (!below) return { node: undefined, entry: above };
      if (isBlank(below.value)) return { node: below.value, entry: below };
      above = below;
    }
    return { node: above.value, entry: above };
  };

  const counted = (leaf: Leaf, place: YamlNode): ReadonlyMap<string, number> | undefined => {
    const sheet = sheetOf(ledger, leaf.block);
    if (!sheet && findings.length === 0) {
      const say = ledger ? 'no-sheet' : 'no-ledger';
      const sheetName = { requests: '依申请公开', cases: '复议诉讼', documents: '规范性文件' };
      const args = ledger ? { table: form.name, sheet: sheetName[leaf.block.ledger ?? 'requests'] } : {};
      findings.push(finding('shape/choice', nodePlace(draft, place, [form.key]), args, { say }));
    }
    return sheet;
  };

  const fillRow = (leaf: Leaf): void => {
    const { node: row, entry: named } = whole === undefined ? rowOf(leaf) : { node, entry };
    const path: Path = [form.key, ...leaf.path];
    const names = leaf.block.columns.map((column) => column.key);
    const put = (column: Column, cell: Cell): Map<CellKey, Cell> => cells.set(cellKey(form, leaf.path, column), cell);
    const derive = (column: Column, value: number | null, origin: Cell['origin'], place: YamlNode): void => {
      const columnPath = [...path, column.key];
      const key = cellKey(form, leaf.path, column);
      put(column, derivedCell(key, column.kind, value, origin, nodePlace(draft, place, columnPath)));
    };
    const text = textOf(row);
    const place = row === undefined || isBlank(row) || text === undefined ? named.key : row;
    const sheet = text === '按台账' ? counted(leaf, place) : undefined;
    const unit = textOf(valueAt(row, '单位'));
    if (unit !== undefined) units.set(leaf.path.join('.'), unit);
    const left: Column[] = [];
    for (const [index, column] of leaf.block.columns.entries()) {
      const total = rowTotals.has(column.key);
      const cellPath = [...path, column.key];
      const cell = row?.kind === 'list' ? row.items[index] : valueAt(row, column.key);
      const columnEntry = entryOf(row, column.key);
      const key = cellKey(form, leaf.path, column);
      if (cell) {
        const spot = isBlank(cell) ? (columnEntry?.key ?? (cell.start < cell.end ? cell : named.key)) : cell;
        put(column, typedCell(key, column.kind, cell, nodePlace(draft, spot, cellPath)));
      } else if (row !== undefined && isBlank(row)) derive(column, null, 'stated', place);
      else if (total) left.push(column);
      else if (sheet) derive(column, sheet.get([...leaf.path, column.key].join('.')) ?? 0, 'counted', place);
      else if (text === '按台账') derive(column, null, 'counted', place);
      else if (row === undefined && !restIsZero) derive(column, null, 'stated', place);
      else derive(column, 0, 'zero', place);
    }
    for (const column of left) {
      const parts = rowTotals.get(column.key) ?? names;
      const value = sumOf(parts.map((name) => cells.get([form.key, ...leaf.path, name].join('.'))));
      const origin = text === '无' || (row === undefined && restIsZero) ? 'zero' : 'computed';
      derive(column, value, origin, place);
    }
  };

  const computedLine = (leaf: Leaf): boolean =>
    whole === undefined &&
    leaf.path.length === 1 &&
    lineTotals.has(leaf.path[0] ?? '') &&
    rowOf(leaf).node === undefined;

  for (const leaf of leaves(form)) if (!computedLine(leaf)) fillRow(leaf);
  for (const leaf of leaves(form).filter(computedLine)) {
    const parts = (lineTotals.get(leaf.path[0] ?? '') ?? []).flatMap((name) => leavesOf(form, name));
    const totals = leaf.block.columns.filter((column) => rowTotals.has(column.key));
    const plain = leaf.block.columns.filter((column) => !rowTotals.has(column.key));
    for (const column of [...plain, ...totals]) {
      const across = rowTotals.get(column.key);
      const terms = across
        ? across.map((name) => cells.get([form.key, ...leaf.path, name].join('.')))
        : parts.map((part) => cells.get(cellKey(form, part.path, column)));
      const cellKeyHere = cellKey(form, leaf.path, column);
      const place = { ...at, path: [form.key, ...leaf.path, column.key] };
      cells.set(cellKeyHere, derivedCell(cellKeyHere, column.kind, sumOf(terms), 'computed', place));
    }
  }
  const ordered = new Map<CellKey, Cell>();
  for (const leaf of leaves(form)) {
    for (const column of leaf.block.columns) {
      const cell = cells.get(cellKey(form, leaf.path, column));
      if (cell) ordered.set(cell.key, cell);
    }
  }
  return { table: { form, cells: ordered, at, units }, findings };
}
