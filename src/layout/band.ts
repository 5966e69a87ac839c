import type { Head } from '../forms/form.ts';
import { type Leaf, leaves } from '../forms/walk.ts';
import type { Table } from '../report/report.ts';
import { cell, filling, type Laid, numberCell, numberWidth, type Sums } from './cells.ts';
import { headDepth, headLeaves, headRows } from './heads.ts';

/** Twips of a column: two characters of 10.5 points. */
const columnWidth = 560;

/** Points of the numbers. */
const numberSize = 10.5;

/** Lines set side by side in one row of numbers, each with its columns under its head (表四). */
export function layBand(table: Table, sums: Sums): Laid {
  const { form } = table;
  const all = leaves(form);
  const heads = form.heads ?? all.map(({ line }) => ({ label: line.label, of: line.key }));
  const depth = headDepth(heads) + 1;
  const under = (head: Head): readonly Leaf[] => all.filter((leaf) => leaf.path.join('.') === head.of);
  const rows = headRows(heads, depth, {
    width: form.blocks[0]?.columns.length ?? 1,
    cells: (head) =>
      under(head).flatMap((leaf) => leaf.block.columns.map(({ label }) => cell(label, 'head', { scope: 'col' }))),
  });
  const numbers = headLeaves(heads).flatMap((head) =>
    under(head).flatMap((leaf) => leaf.block.columns.map((column) => numberCell(table, sums, leaf, column))),
  );
  const widths = filling(numbers.map((number) => Math.max(columnWidth, numberWidth(number.text, numberSize))));
  return { rows: [...rows, numbers], headRows: depth, widths };
}
