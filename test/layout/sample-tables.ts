import type { Form } from '../../src/forms/form.ts';
import { cellKey, leaves } from '../../src/forms/walk.ts';
import type { Cell, Table } from '../../src/report/report.ts';

const at = { file: 'report.yaml', start: 0, end: 0, path: [] };

/** A table whose cells hold 1, 2, 3 … in the order of the form, so that a cell in a wrong place shows. */
export function counting(form: Form, units: ReadonlyMap<string, string> = new Map()): Table {
  const cells = new Map<string, Cell>();
  for (const leaf of leaves(form))
    for (const column of leaf.block.columns) {
      const value = cells.size + 1;
      const key = cellKey(form, leaf.path, column);
      cells.set(key, { key, kind: column.kind, value, text: String(value), origin: 'stated', at });
    }
  return { form, cells, at, units };
}
