import { type Finding, finding } from '../finding.ts';
import type { Block, Form, Line } from '../forms/form.ts';
import type { Entry, YamlNode } from '../report/draft.ts';
import { entryOf, isBlank, nodePlace, type ReportDraft, textOf, valueAt } from '../report/draft.ts';
import { isListed } from '../report/row-shape.ts';
import { totalsOf } from '../report/tables.ts';
import { pointer } from './pointer.ts';

/** Keys that a mapping of a table lacks. */
interface Lack {
  readonly path: readonly string[];
  readonly entry: Entry;
  readonly names: readonly string[];
  readonly say: 'rows' | 'columns';
}

/**
 * Rows and columns that a statutory table lacks; `其余为零: true` makes all of them 0, and totals are computed.
 * `meant` are the paths of keys that stand there misspelt. Rows that lack on several levels are one finding.
 */
export function missingRows(draft: ReportDraft, form: Form, meant: ReadonlySet<string>): readonly Finding[] {
  const entry = entryOf(draft.root, form.key);
  if (entry?.value.kind !== 'map') return [];
  if (allBlank(entry.value)) {
    const say = form.blocks.every(({ ledger }) => ledger) ? 'counted' : 'table';
    return [finding('shape/unfilled', nodePlace(draft, entry.key, [form.key]), { of: form.key }, { say })];
  }
  const rest = restIn(entry.value);
  if (rest !== undefined && rest !== 'false') return [];
  const lacks = lacksOf(form, entry, meant);
  const [first] = lacks;
  if (!first || first.path.length > 1 || first.say !== 'rows') return lacks.map((lack) => report(draft, lack));
  const rows = lacks.filter(({ say }) => say === 'rows');
  const names = rows.flatMap((lack) => lack.names.map((name) => [...lack.path.slice(1), name].join('·')));
  return [{ ...first, names }, ...lacks.filter(({ say }) => say === 'columns')].map((lack) => report(draft, lack));
}

/** What 其余为零 says; where it stands inside a group by mistake, that alone is told. */
function restIn(node: YamlNode): string | undefined {
  if (node.kind !== 'map') return undefined;
  const below = (): string | undefined =>
    node.entries.map(({ value }) => restIn(value)).find((text) => text !== undefined);
  return textOf(valueAt(node, '其余为零')) ?? below();
}

const report = (draft: ReportDraft, { entry, path, names, say }: Lack): Finding =>
  finding(
    'shape/missing-key',
    nodePlace(draft, entry.key, path),
    { of: path.join('·'), names: names.join('、') },
    { say },
  );

/** What a table and its groups and rows lack, from the top down. */
function lacksOf(form: Form, table: Entry, meant: ReadonlySet<string>): readonly Lack[] {
  const computed = totalsOf(form, 'lines');
  const lack = (entry: Entry, path: readonly string[], names: readonly string[], say: Lack['say']): readonly Lack[] => {
    const missing = names.filter((name) => !entryOf(entry.value, name) && !meant.has(pointer([...path, name])));
    return missing.length > 0 ? [{ entry, path, names: missing, say }] : [];
  };
  const keysOf = (lines: readonly Line[]): readonly string[] => lines.map((line) => line.key);
  const inside = (block: Block, line: Line, above: Entry, path: readonly string[]): readonly Lack[] => {
    const found = entryOf(above.value, line.key);
    if (found?.value.kind !== 'map') return [];
    const here = [...path, line.key];
    if (line.lines) {
      const inner = line.lines.flatMap((part) => inside(block, part, found, here));
      return [...lack(found, here, keysOf(line.lines), 'rows'), ...inner];
    }
    const columns = block.columns.map((column) => column.key);
    return isListed(form) ? [] : lack(found, here, columns, 'columns');
  };
  const lines = form.blocks.flatMap((block) => block.lines.map((line) => ({ block, line })));
  const rows = lines.map(({ line }) => line.key).filter((key) => !computed.has(key));
  return [
    ...lack(table, [form.key], rows, 'rows'),
    ...lines.flatMap(({ block, line }) => inside(block, line, table, [form.key])),
  ];
}

/** Whether a table has texts at most, and not one value in its rows. */
function allBlank(node: YamlNode): boolean {
  if (node.kind === 'scalar') return isBlank(node);
  if (node.kind === 'list') return node.items.every(allBlank);
  return node.entries.every(({ key, value }) => key.text === '表前' || key.text === '表后' || allBlank(value));
}
