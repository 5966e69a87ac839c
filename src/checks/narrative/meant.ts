import { type Leaf, leaves, leavesOf } from '../../forms/walk.ts';
import type { Report, Table } from '../../report/report.ts';
import { cellOf } from '../cells.ts';
import type { Concept } from './concepts.ts';

/** A number of the tables that a concept means, with the leaves that make it. */
export interface Meant {
  readonly value: number;
  readonly leaves: readonly { readonly name: string; readonly value: number }[];
}

/** Lines by their name in text: the two editions call 规范性文件 differently. */
export function linesNamed(table: Table, name: string): readonly Leaf[] {
  const found = leavesOf(table.form, name);
  if (found.length > 0) return found;
  return leaves(table.form).filter(({ line }) => line.key.endsWith(name));
}

/** The sum of cells; a blank is 0, a line or column that the form does not have gives undefined. */
export function sumOf(table: Table, lines: readonly string[], columns: readonly string[]): Meant | undefined {
  const parts = lines.flatMap((name) => linesNamed(table, name));
  if (parts.length === 0) return undefined;
  const found = parts.map((leaf) => {
    const cells = columns.map((column) => cellOf(table, leaf, column)).filter((cell) => cell !== undefined);
    const value = cells.reduce((sum, cell) => sum + (typeof cell.value === 'number' ? cell.value : 0), 0);
    const known = cells.some((cell) => typeof cell.value === 'number');
    return { name: leaf.line.key, value, known, has: cells.length > 0 };
  });
  if (found.some(({ has }) => !has) || !found.some(({ known }) => known)) return undefined;
  return { value: found.reduce((sum, { value }) => sum + value, 0), leaves: found };
}

/** Cells by the table, lines and columns that they stand in. */
type Named = Pick<Concept, 'table' | 'lines' | 'columns'>;

/** What a concept comes to in a report; of columns that belong to different editions the first that is there. */
export function meantBy(report: Report, concept: Named, lines = concept.lines): Meant | undefined {
  const table = report.tables.get(concept.table);
  if (!table) return undefined;
  if (concept.table === '依申请公开' || concept.table === '复议诉讼') return sumOf(table, lines, concept.columns);
  for (const column of concept.columns) {
    const meant = sumOf(table, lines, [column]);
    if (meant) return meant;
  }
  return undefined;
}
