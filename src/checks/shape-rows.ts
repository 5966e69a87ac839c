import { type Finding, finding } from '../finding.ts';
import type { Block, Column, Form, Line } from '../forms/form.ts';
import { entryOf, isBlank, nodePlace, type ReportDraft, textOf, valueAt } from '../report/draft.ts';
import { isListed } from '../report/row-shape.ts';
import { totalsOf } from '../report/tables.ts';
import type { YamlNode } from '../source.ts';

/** Rows and columns that a statutory table lacks; `其余为零: true` makes all of them 0, and totals are computed. */
export function missingRows(draft: ReportDraft, form: Form): readonly Finding[] {
  const entry = entryOf(draft.root, form.key);
  if (entry?.value.kind !== 'map') return [];
  if (allBlank(entry.value)) {
    return [finding('shape/unfilled', nodePlace(draft, entry.key, [form.key]), { of: form.key }, { say: 'table' })];
  }
  if (textOf(valueAt(entry.value, '其余为零')) === 'true') return [];
  const findings: Finding[] = [];
  const report = (names: readonly string[], node: YamlNode, path: readonly string[], say: string): void => {
    if (names.length === 0) return;
    const at = nodePlace(draft, node, path);
    findings.push(finding('shape/missing-key', at, { of: path.join('·'), names: names.join('、') }, { say }));
  };
  const computed = totalsOf(form, 'lines');
  const lines = form.blocks.flatMap((block) => block.lines.map((line) => ({ block, line })));
  const missing = lines.filter(({ line }) => !computed.has(line.key) && !entryOf(entry.value, line.key));
  report(
    missing.map(({ line }) => line.key),
    entry.key,
    [form.key],
    'rows',
  );
  const inspect = (block: Block, line: Line, above: YamlNode, path: readonly string[]): void => {
    const found = entryOf(above, line.key);
    if (found?.value.kind !== 'map') return;
    const here = [...path, line.key];
    const { value } = found;
    if (line.lines) {
      report(
        line.lines.filter((part) => !entryOf(value, part.key)).map((part) => part.key),
        found.key,
        here,
        'rows',
      );
      for (const part of line.lines) inspect(block, part, value, here);
    } else if (!isListed(form)) {
      report(
        block.columns.filter((column: Column) => !entryOf(value, column.key)).map(({ key }) => key),
        found.key,
        here,
        'columns',
      );
    }
  };
  for (const { block, line } of lines) inspect(block, line, entry.value, [form.key]);
  return findings;
}

/** Whether a table has texts at most, and not one value in its rows. */
function allBlank(node: YamlNode): boolean {
  if (node.kind === 'scalar') return isBlank(node);
  if (node.kind === 'list') return node.items.every(allBlank);
  return node.entries.every(({ key, value }) => key.text === '表前' || key.text === '表后' || allBlank(value));
}
