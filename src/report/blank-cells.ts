import { type Finding, finding } from '../finding.ts';
import { cellKey, leaves } from '../forms/walk.ts';
import type { Table } from './report.ts';

/** Cells of a statutory table that are blank where 0 is meant: one finding a row, or one for rows that are blank together. */
export function blankCells({ form, cells }: Table): readonly Finding[] {
  const found = new Map<number, Finding>();
  for (const leaf of leaves(form)) {
    const blank = leaf.block.columns.flatMap((column) => {
      const cell = cells.get(cellKey(form, leaf.path, column));
      return cell && cell.value === null && cell.origin === 'stated' ? [{ cell, column }] : [];
    });
    const at = blank[0]?.cell.at;
    if (!at || found.has(at.start)) continue;
    const args = { table: form.name, line: leaf.line.label, columns: blank.map(({ column }) => column.key).join('、') };
    found.set(at.start, finding('shape/blank-cell', at, args));
  }
  return [...found.values()];
}
