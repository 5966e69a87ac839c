import type { Line } from '../forms/form.ts';
import { leaves } from '../forms/walk.ts';
import type { Table } from '../report/report.ts';
import { cell, filling, type Laid, numberCell, type Sums } from './cells.ts';
import type { GridCell } from './grid.ts';

/** Stands instead of a unit where a line has no number. */
const noUnit = '——';

/** Label, unit and number in every row (extension tables). */
export function layList(table: Table, sums: Sums): Laid {
  const { form } = table;
  const all = leaves(form);
  const columns = form.blocks[0]?.columns ?? [];
  const heads = ['统　计　指　标', '单位', ...columns.map((column) => column.label)];
  const rows: GridCell[][] = [heads.map((label) => cell(label, 'head', { scope: 'col' }))];
  const print = (line: Line, depth: number): void => {
    const leaf = all.find((one) => one.line === line);
    const indent = line.indent ?? depth;
    rows.push([
      cell(line.label, 'label', { align: 'left', ...(indent > 0 ? { indent } : {}), scope: 'row' }),
      cell(line.unit ?? (leaf ? '' : noUnit), 'unit'),
      ...columns.map((column) => (leaf ? numberCell(table, sums, leaf, column) : cell('', 'number'))),
    ]);
    for (const inner of line.lines ?? []) print(inner, depth + 1);
  };
  for (const block of form.blocks) for (const line of block.lines) print(line, 0);
  return { rows, headRows: 1, widths: filling([5.4, 1.2, ...columns.map(() => 1.8)]) };
}
