import type { Form } from '../forms/form.ts';
import { cellKey, type Leaf, leaves } from '../forms/walk.ts';
import type { Cell, Report, Table } from '../report/report.ts';

/** A cell that holds a whole number. */
export interface CountCell extends Cell {
  readonly value: number;
}

const isCount = (cell: Cell | undefined): cell is CountCell => typeof cell?.value === 'number';

/** The cell of a line in the column that has this key or id; undefined where the form has no such column. */
export function cellOf(table: Table, leaf: Leaf, column: string): Cell | undefined {
  const found = leaf.block.columns.find((candidate) => candidate.key === column || candidate.id === column);
  return found ? table.cells.get(cellKey(table.form, leaf.path, found)) : undefined;
}

/** The same where it can be read as a count; a blank, money, or a column that does not exist gives undefined. */
export function countOf(table: Table, leaf: Leaf, column: string): CountCell | undefined {
  const cell = cellOf(table, leaf, column);
  return isCount(cell) ? cell : undefined;
}

/** The line of a form with this id. */
export const leafById = (form: Form, id: string): Leaf | undefined => leaves(form).find((leaf) => leaf.line.id === id);

/** The lines of a statutory table with their table; none where the report has no such table. */
export function linesOf(report: Report, tableKey: string): readonly { table: Table; leaf: Leaf }[] {
  const table = report.tables.get(tableKey);
  return table ? leaves(table.form).map((leaf) => ({ table, leaf })) : [];
}
