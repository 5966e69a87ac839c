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
  const found: { readonly name: string; readonly value: number }[] = [];
  let total = 0;
  let known = false;
  for (const leaf of parts) {
    let value = 0;
    let has = false;
    for (const column of columns) {
      const cell = cellOf(table, leaf, column);
      has ||= cell !== undefined;
      if (typeof cell?.value !== 'number') continue;
      known = true;
      value += cell.value;
    }
    if (!has) return undefined;
    total += value;
    found.push({ name: leaf.line.key, value });
  }
  return known ? { value: total, leaves: found } : undefined;
}

/** Cells by the table, lines and columns that they stand in. */
export type Named = Pick<Concept, 'table' | 'lines' | 'columns'>;

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
