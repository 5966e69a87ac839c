import { type Finding, finding, type Path } from '../finding.ts';
import { channels } from '../forms/channels.ts';
import type { Form, SectionKey } from '../forms/form.ts';
import { type CellKey, cellKey, leaves } from '../forms/walk.ts';
import type { YamlNode } from '../source.ts';
import { derivedCell, isNumber, typedCell } from './cell.ts';
import { type Draft, entryOf, isBlank, nodePlace, textOf, valueAt } from './draft.ts';
import type { Known } from './known.ts';
import { ledgerCount } from './ledger-values.ts';
import type { Cell, Table } from './report.ts';
import { type Filled, sumOf, totalsOf } from './tables.ts';
import { unknownKey } from './unknown-key.ts';

/** Extension tables that need no file of their own. */
export const builtInForms: readonly Form[] = [channels];

const sections: readonly SectionKey[] = ['总体情况', '主动公开', '依申请公开', '复议诉讼', '问题与改进', '其他事项'];

/** Every place an extension table can have: `依申请公开之前`, `依申请公开之后` … */
export const positions: readonly string[] = sections.flatMap((section) => [`${section}之前`, `${section}之后`]);

const positionOf = (text: string): Table['position'] => {
  const section = sections.find((key) => text === `${key}之前` || text === `${key}之后`);
  return section && { section, after: text.endsWith('之后') };
};

/** Lines of all extension tables together: a long form that is named a thousand times would fill the memory. */
const mostLines = 5000;

/** More findings than anybody reads at once; for each key that is not known the nearest of thousands is looked for. */
const mostMisfits = 100;

/** Makes the extension tables of 附加表 in the order of the report, as far as they have no more lines than any report. */
export function fillExtensions(draft: Draft, known: Known): readonly Filled[] {
  const list = valueAt(draft.root, '附加表');
  if (list?.kind !== 'list') return [];
  const filled: Filled[] = [];
  let lines = 0;
  for (const [index, item] of list.items.entries()) {
    const named = valueAt(item, '表');
    const name = textOf(named) ?? '';
    const form =
      builtInForms.find((builtIn) => builtIn.key === name) ?? known.extensionForms.get(name.replaceAll('\\', '/'));
    if (!form) continue;
    lines += leaves(form).length;
    const extension = fillExtension(draft, form, item, index, known);
    if (lines <= mostLines) {
      filled.push(extension);
      continue;
    }
    const at = nodePlace(draft, named ?? item, ['附加表', index, '表']);
    const tooMany = finding('yaml/syntax', at, { most: mostLines }, { say: 'too-many-lines' });
    filled.push({ ...extension, findings: [tooMany] });
    break;
  }
  return filled;
}

function fillExtension(draft: Draft, form: Form, item: YamlNode, index: number, known: Known): Filled {
  const entry = entryOf(item, '数据');
  const name = entryOf(item, '表')?.value ?? item;
  const place = entry?.key ?? name;
  const at = nodePlace(draft, place, ['附加表', index, '数据']);
  const cells = new Map<CellKey, Cell>();
  const findings: Finding[] = [];
  const counting = textOf(entry?.value) === '按台账';
  if (counting && entry && !known.ledger) {
    findings.push(finding('shape/choice', nodePlace(draft, entry.value, at.path), {}, { say: 'no-ledger' }));
  }
  for (const leaf of leaves(form)) {
    for (const column of leaf.block.columns) {
      const key = cellKey(form, leaf.path, column);
      const typed = entryOf(entry?.value, leaf.line.key);
      const path = ['附加表', index, '数据', leaf.line.key];
      const count =
        counting && known.ledger && leaf.line.counts ? ledgerCount(known.ledger, leaf.line.counts) : undefined;
      if (typed) {
        const spot = isBlank(typed.value) ? typed.key : typed.value;
        cells.set(key, typedCell(key, column.kind, typed.value, nodePlace(draft, spot, path)));
      } else
        cells.set(
          key,
          derivedCell(key, column.kind, count ?? null, count === undefined ? 'stated' : 'counted', { ...at, path }),
        );
    }
  }
  findings.push(...misfits(draft, form, entry?.value, [...at.path]));
  computeTotals(form, cells, entry?.value);
  const position = positionOf(textOf(valueAt(item, '位置')) ?? '');
  return { table: { form, cells, at, units: new Map(), ...(position ? { position } : {}) }, findings };
}

/** Totals that the report leaves out are computed; one that stands there blank stays blank. */
function computeTotals(form: Form, cells: Map<CellKey, Cell>, data: YamlNode | undefined): void {
  for (const [total, parts] of totalsOf(form, 'lines')) {
    const key = `${form.key}.${total}`;
    const cell = cells.get(key);
    const value = sumOf(parts.map((part) => cells.get(`${form.key}.${part}`)));
    if (!cell || cell.value !== null || value === null || entryOf(data, total)) continue;
    cells.set(key, { ...cell, value, text: String(value), origin: 'computed' });
  }
}

/** Keys that a table of the locality does not have, and numbers with decimals where it counts: the schema knows neither. */
function misfits(draft: Draft, form: Form, data: YamlNode | undefined, path: Path): readonly Finding[] {
  if (data?.kind !== 'map' || builtInForms.includes(form)) return [];
  const keys = new Set(leaves(form).map(({ line }) => line.key));
  const found: Finding[] = [];
  for (const { key, value } of data.entries) {
    if (found.length === mostMisfits) break;
    const here = [...path, key.text];
    const text = textOf(value);
    if (!keys.has(key.text)) found.push(unknownKey(key.text, [...keys], nodePlace(draft, key, here)));
    else if (text !== undefined && !isNumber('count', text))
      found.push(finding('shape/number', nodePlace(draft, value, here), { found: text }, { say: 'decimal' }));
  }
  return found;
}
