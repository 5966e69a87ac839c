import { type Finding, finding } from '../finding.ts';
import { leaves } from '../forms/walk.ts';
import type { Table } from './report.ts';
import { isListed } from './row-shape.ts';
import { totalsOf } from './tables.ts';

/** Cells of a statutory table that are blank where 0 is meant: one finding a row, or one for rows that are blank together. */
export function blankCells({ form, cells }: Table): readonly Finding[] {
  const found = new Map<number, Finding>();
  const totals = totalsOf(form, 'columns');
  for (const leaf of leaves(form)) {
    const blank = leaf.cells.flatMap(({ column, key }) => {
      const cell = cells.get(key);
      return cell && cell.value === null && cell.origin === 'stated' ? [{ cell, column }] : [];
    });
    const at = blank[0]?.cell.at;
    if (!at || found.has(at.start)) continue;
    const args = { table: form.name, line: leaf.line.label, columns: blank.map(({ column }) => column.key).join('、') };
    const whole = isListed(form) && blank.length === leaf.block.columns.length;
    const typed = leaf.block.columns.filter(({ key }) => !totals.has(key));
    const row = { table: form.name, line: leaf.line.label, of: form.key, zeros: `[${typed.map(() => 0).join(', ')}]` };
    found.set(
      at.start,
      whole ? finding('shape/blank-cell', at, row, { say: 'row' }) : finding('shape/blank-cell', at, args),
    );
  }
  return [...found.values()];
}
