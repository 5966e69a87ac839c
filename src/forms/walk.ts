import type { Block, Column, Form, Line } from './form.ts';

/** A cell of a form. */
export interface FormCell {
  readonly column: Column;
  readonly key: CellKey;
  /** Keys from the table's own down to the column. */
  readonly path: readonly string[];
}

/** A line that carries numbers, with the keys of the groups above it. */
export interface Leaf {
  readonly line: Line;
  readonly block: Block;
  /** Keys from the table down to the line, without the table's own. */
  readonly path: readonly string[];
  /** Its cells in the order of the columns. */
  readonly cells: readonly FormCell[];
}

/** Name of a cell: keys from the table to the column joined by dots, as text writes them in `{{…}}`. */
export type CellKey = string;

/** The names of the cells of a line by column. */
type LineNames = ReadonlyMap<Column, CellKey>;

/** The names of cells by form and path: a name that is made once is compared and looked up at no cost. */
const names = new WeakMap<Form, WeakMap<readonly string[], LineNames>>();

const nameOf = (form: Form, path: readonly string[], column: Column): CellKey =>
  `${form.key}.${path.join('.')}${column.key ? `.${column.key}` : ''}`;

/** The name of a cell of a form; a column without a key adds nothing. */
export const cellKey = (form: Form, path: readonly string[], column: Column): CellKey =>
  names.get(form)?.get(path)?.get(column) ?? nameOf(form, path, column);

const cache = new WeakMap<Form, readonly Leaf[]>();
const meant = new WeakMap<Form, Map<string, readonly Leaf[]>>();

/** All lines with numbers in the order of print. */
export function leaves(form: Form): readonly Leaf[] {
  const known = cache.get(form);
  if (known) return known;
  const found: Leaf[] = [];
  const ofForm = new WeakMap<readonly string[], LineNames>();
  names.set(form, ofForm);
  const visit = (block: Block, line: Line, above: readonly string[]): void => {
    const path = [...above, line.key];
    if (line.lines) for (const inner of line.lines) visit(block, inner, path);
    else if (line.key) {
      const ofLine = new Map<Column, CellKey>();
      const cells = block.columns.map((column): FormCell => {
        const key = nameOf(form, path, column);
        ofLine.set(column, key);
        return { column, key, path: [form.key, ...path, column.key] };
      });
      ofForm.set(path, ofLine);
      found.push({ line, block, path, cells });
    }
  };
  for (const block of form.blocks) for (const line of block.lines) visit(block, line, []);
  cache.set(form, found);
  return found;
}

/** The leaves that a name means: a line itself, the leaves of a group, or those of a named sum; empty if unknown. */
export function leavesOf(form: Form, name: string): readonly Leaf[] {
  const known = meant.get(form)?.get(name);
  if (known) return known;
  const found = named(form, name);
  // Only what the form names is kept: texts can name anything.
  if (found.length > 0) {
    const kept = meant.get(form) ?? new Map<string, readonly Leaf[]>();
    meant.set(form, kept.set(name, found));
  }
  return found;
}

function named(form: Form, name: string): readonly Leaf[] {
  const parts = form.sums?.[name];
  if (parts) return parts.flatMap((part) => leavesOf(form, part));
  return leaves(form).filter((leaf) => leaf.path[0] === name || leaf.path.join('.') === name);
}
