import type { Note } from '../../finding.ts';
import { leaves, leavesOf } from '../../forms/walk.ts';
import type { Report } from '../../report/report.ts';
import { cellOf } from '../cells.ts';
import type { Subject } from '../subject.ts';
import type { Concept } from './concepts.ts';
import { exchanged } from './explain.ts';

const numberIn = (report: Report, concept: Concept, lines: readonly string[], column: string): number | undefined => {
  const table = report.tables.get(concept.table);
  if (!table) return undefined;
  const cells = lines.flatMap((name) => leavesOf(table.form, name)).map((leaf) => cellOf(table, leaf, column));
  const values = cells.flatMap((cell) => (typeof cell?.value === 'number' ? [cell.value] : []));
  return values.length > 0 ? values.reduce((sum, value) => sum + value, 0) : undefined;
};

/** Where a wrong number may come from: one cell for the total, one line for its group, another line, last year. */
export function explainCell(
  { report, lastYear }: Subject,
  concept: Concept,
  said: number,
  meant: number,
): Note | undefined {
  const table = report.tables.get(concept.table);
  const [line] = concept.lines;
  if (!table || line === undefined || said === 0) return undefined;
  const own = concept.lines.flatMap((name) => leavesOf(table.form, name));
  if (own.length > 1) {
    const row = own.find((leaf) => concept.columns.some((column) => cellOf(table, leaf, column)?.value === said));
    if (row) return { say: 'row', args: { value: said, row: row.line.key, group: concept.name, computed: meant } };
  }
  const [only] = own;
  if (own.length === 1 && only && concept.columns.includes('总计')) {
    const cell = only.block.columns.find(
      (column) => column.key !== '总计' && cellOf(table, only, column.key)?.value === said,
    );
    if (cell) return { say: 'cell', args: { value: said, cell: cell.key, computed: meant } };
  }
  const before = lastYear && concept.columns.map((column) => numberIn(lastYear, concept, concept.lines, column));
  if (before?.includes(said)) return { say: 'last-year', args: { value: said } };
  if (exchanged(said, meant)) return { say: 'swapped', args: {} };
  if (said > 3) {
    const other = leaves(table.form).find(
      (leaf) => !own.includes(leaf) && concept.columns.some((column) => cellOf(table, leaf, column)?.value === said),
    );
    if (other) return { say: 'other', args: { value: said, cell: other.line.key } };
  }
  return undefined;
}
