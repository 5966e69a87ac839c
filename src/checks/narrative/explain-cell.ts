import type { Note } from '../../finding.ts';
import { leaves } from '../../forms/walk.ts';
import { cellOf } from '../cells.ts';
import type { Subject } from '../subject.ts';
import type { Concept } from './concepts.ts';
import { exchanged } from './explain.ts';
import { linesNamed, meantBy } from './meant.ts';

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
  const own = concept.lines.flatMap((name) => linesNamed(table, name));
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
  if (lastYear && meantBy(lastYear, concept)?.value === said) return { say: 'last-year', args: { value: said } };
  if (exchanged(said, meant)) return { say: 'swapped', args: {} };
  if (said > 3) {
    const other = leaves(table.form).find(
      (leaf) => !own.includes(leaf) && concept.columns.some((column) => cellOf(table, leaf, column)?.value === said),
    );
    if (other) return { say: 'other', args: { value: said, cell: other.line.key } };
  }
  return undefined;
}
