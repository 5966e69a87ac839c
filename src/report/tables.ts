import { type Finding, finding } from '../finding.ts';
import type { Column, Form, Identity } from '../forms/form.ts';
import { type CellKey, cellKey, type Leaf, leaves, leavesOf } from '../forms/walk.ts';
import type { Entry } from '../source.ts';
import { derivedCell } from './cell.ts';
import { type Draft, isBlank, nodePlace, textOf, valueAt } from './draft.ts';
import type { Counted } from './known.ts';
import { sheetOf } from './ledger-values.ts';
import type { Cell, Table } from './report.ts';
import { type Row, rowCells, rowOf, rowPlace } from './row.ts';

/** A table and what is wrong with its filling. */
export interface Filled {
  readonly table: Table;
  readonly findings: readonly Finding[];
}

type Totals = ReadonlyMap<string, readonly string[]>;

const totals = { columns: new WeakMap<Form, Totals>(), lines: new WeakMap<Form, Totals>() };

/** Identities with one name on the left: that name is a total and is computed where it is not stated. */
export function totalsOf(form: Form, across: Identity['across']): Totals {
  const known = totals[across].get(form);
  if (known) return known;
  const found = new Map<string, readonly string[]>();
  for (const relation of form.relations)
    if (relation.kind === 'identity' && relation.across === across && relation.left.length === 1)
      found.set(relation.left[0] ?? '', relation.right);
  totals[across].set(form, found);
  return found;
}

/** Sum of cells, a blank counting as 0; null where all are blank. */
export function sumOf(cells: readonly (Cell | undefined)[]): number | null {
  const values = cells.flatMap((cell) => (cell && cell.value !== null ? [Number(cell.value)] : []));
  return values.length > 0 ? values.reduce((total, value) => total + value, 0) : null;
}

/** Makes a statutory table of the value under its section's key. */
export function fillTable(draft: Draft, form: Form, entry: Entry, ledger: Counted | undefined): Filled {
  const cells = new Map<CellKey, Cell>();
  const units = new Map<string, string>();
  const findings: Finding[] = [];
  const rowTotals = totalsOf(form, 'columns');
  const lineTotals = totalsOf(form, 'lines');
  const isTotal = (column: Column): boolean => rowTotals.has(column.key);
  const restIsZero = textOf(valueAt(entry.value, '其余为零')) === 'true';
  const put = (cell: Cell): unknown => cells.set(cell.key, cell);

  /** A total line that is neither stated nor 0 by 无 follows from the lines above it. */
  const isComputed = ({ path: [name = '', ...deeper] }: Leaf): boolean => {
    const { node } = rowOf(entry, [name]);
    return deeper.length === 0 && lineTotals.has(name) && (node === undefined || textOf(node) === '按台账');
  };

  const putTotals = (leaf: Leaf): void => {
    for (const { column, key, path } of leaf.cells) {
      const parts = rowTotals.get(column.key);
      if (!parts || cells.has(key)) continue;
      const row = rowOf(entry, leaf.path);
      const terms = leaf.cells.filter((one) => parts.includes(one.column.key)).map((one) => cells.get(one.key));
      const origin = terms.every((term) => term?.origin === 'zero') && row.node?.kind !== 'map' ? 'zero' : 'computed';
      put(derivedCell(key, column.kind, sumOf(terms), origin, nodePlace(draft, rowPlace(row), path)));
    }
  };

  /** The row of a line; below a group's key with nothing under it no row is named, and 其余为零 holds for all of them. */
  const rowUnder = ({ path }: Leaf): Row => {
    const row = rowOf(entry, path);
    const ofGroup = row.node !== undefined && isBlank(row.node) && row.entry.key.text !== path.at(-1);
    return ofGroup && restIsZero ? { node: undefined, entry: row.entry } : row;
  };

  const computed: Leaf[] = [];
  for (const leaf of leaves(form)) {
    if (isComputed(leaf)) {
      computed.push(leaf);
      continue;
    }
    const row = rowUnder(leaf);
    const sheet = sheetOf(ledger, leaf.block);
    if (textOf(row.node) === '按台账' && !sheet && findings.length === 0) {
      findings.push(uncounted(draft, form, leaf, rowPlace(row), ledger));
    }
    const unit = textOf(valueAt(row.node, '单位'));
    if (unit !== undefined) units.set(leaf.path.join('.'), unit);
    for (const cell of rowCells(draft, leaf, row, { sheet, restIsZero }, isTotal)) if (cell) put(cell);
    putTotals(leaf);
  }
  for (const leaf of computed) {
    const parts = (lineTotals.get(leaf.path[0] ?? '') ?? []).flatMap((name) => leavesOf(form, name));
    for (const { column, key, path } of leaf.cells.filter((cell) => !isTotal(cell.column))) {
      const terms = parts.map((part) => cells.get(cellKey(form, part.path, column)));
      const at = nodePlace(draft, rowPlace(rowOf(entry, leaf.path)), path);
      put(derivedCell(key, column.kind, sumOf(terms), 'computed', at));
    }
    putTotals(leaf);
  }
  return { table: { form, cells: inOrder(form, cells), at: nodePlace(draft, entry.key, [form.key]), units }, findings };
}

const sheetNames = { requests: '依申请公开', cases: '复议诉讼', documents: '规范性文件' };

/** 按台账 without a ledger, or with one that lacks the sheet. */
function uncounted(draft: Draft, form: Form, leaf: Leaf, node: Entry['value'], ledger: Counted | undefined): Finding {
  const at = nodePlace(draft, node, [form.key]);
  if (!ledger) return finding('shape/choice', at, {}, { say: 'no-ledger' });
  const sheet = sheetNames[leaf.block.ledger ?? 'requests'];
  return finding('shape/choice', at, { table: form.name, sheet }, { say: 'no-sheet' });
}

/** Cells in the order of print. */
function inOrder(form: Form, cells: ReadonlyMap<CellKey, Cell>): ReadonlyMap<CellKey, Cell> {
  const ordered = new Map<CellKey, Cell>();
  for (const leaf of leaves(form))
    for (const { key } of leaf.cells) {
      const cell = cells.get(key);
      if (cell) ordered.set(key, cell);
    }
  return ordered;
}
