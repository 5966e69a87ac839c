import type { Block, Column, Form } from '../forms/form.ts';
import { leaves } from '../forms/walk.ts';
import type { Table } from '../report/report.ts';
import { cell, filling, type Laid, numberCell, type Sums } from './cells.ts';
import type { GridCell } from './grid.ts';

const spanOf = (column: Column): number => column.span ?? 1;

const spansOf = (block: Block): number => block.columns.reduce((sum, column) => sum + spanOf(column), 0);

/** The columns of a part with their spans; the last one takes what is left of the table's width. */
function spread(block: Block, numbers: number): readonly (readonly [Column, number])[] {
  const left = numbers - spansOf(block);
  return block.columns.map((column, index) => [
    column,
    spanOf(column) + (index === block.columns.length - 1 ? left : 0),
  ]);
}

/** Parts one under another, each with its banner and its own heads (表二). */
export function layBlocks(table: Table, sums: Sums): Laid {
  const form: Form = table.form;
  const numbers = Math.max(...form.blocks.map(spansOf));
  const rows: GridCell[][] = [];
  for (const block of form.blocks) {
    if (block.banner !== undefined)
      rows.push([cell(block.banner, 'banner', { columnSpan: numbers + 1, scope: 'colgroup' })]);
    const columns = spread(block, numbers);
    rows.push([
      cell(block.stub ?? '', 'head', { scope: 'col' }),
      ...columns.map(([column, columnSpan]) => cell(column.label, 'head', { columnSpan, scope: 'col' })),
    ]);
    for (const leaf of leaves(form).filter((one) => one.block === block))
      rows.push([
        cell(leaf.line.label, 'label', { scope: 'row' }),
        ...columns.map(([column, columnSpan]) => numberCell(table, sums, leaf, column, columnSpan)),
      ]);
  }
  return { rows, headRows: 0, widths: filling([1.35, ...Array.from({ length: numbers }, () => 1)]) };
}
