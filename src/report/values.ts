import { type Finding, finding, type Path } from '../finding.ts';
import { cellKey, leaves, leavesOf } from '../forms/walk.ts';
import { growth } from './growth.ts';
import type { Known } from './known.ts';
import { categorised, categoryList, ledgerCount, ledgerNames } from './ledger-values.ts';
import { nearest } from './nearest.ts';
import type { Table } from './report.ts';
import { join, offsetOf, type Spelling, slice, standing } from './spelling.ts';

/** What a name in `{{…}}` comes to: a text, or the reason why it has none. */
export type Value =
  | { readonly text: string }
  | {
      readonly fault: 'unknown';
      /** Those that are known: made where the nearest is looked for, for a ledger has thousands. */
      readonly names: () => readonly string[];
    }
  | {
      readonly fault:
        | 'no-ledger'
        | 'blank-ledger'
        | 'no-category'
        | 'no-last-year'
        | 'zero'
        | 'too-long'
        | 'blank'
        | 'blank-last-year';
    };

/** More findings than anybody reads at once. */
const most = 100;

/** Characters that values put into the texts of one report: a list of many categories, named on every line, fills any memory. */
const mostText = 1_000_000;

/** Everything that a text may take values from. */
export interface Values {
  readonly year: number;
  readonly organ: string;
  readonly tables: readonly Table[];
  readonly known: Known;
  /** Characters put into the texts so far. */
  readonly put: { length: number };
}

/** The tables of a report, the statutory ones first. */
const tablesOf = (report: Known['lastYear']): readonly Table[] =>
  report ? [...report.tables.values(), ...report.extensions] : [];

/** All names of cells and sums that tables have. */
function cellNames(tables: readonly Table[]): readonly string[] {
  return tables.flatMap(({ form }) => {
    const groups = form.blocks.flatMap((block) =>
      [...block.lines.filter((line) => line.lines).map((line) => line.key), ...Object.keys(form.sums ?? {})].flatMap(
        (name) => block.columns.map((column) => cellKey(form, [name], column)),
      ),
    );
    const cells = leaves(form).flatMap((leaf) => leaf.block.columns.map((column) => cellKey(form, leaf.path, column)));
    return [...cells, ...groups];
  });
}

/** The number of a cell, or the sum of a group, as printed; null for a blank, undefined for an unknown name. */
function cellText(tables: readonly Table[], name: string): string | null | undefined {
  for (const { form, cells } of tables) {
    const cell = cells.get(name);
    if (cell) return cell.value === null ? null : cell.text;
    if (!name.startsWith(`${form.key}.`)) continue;
    const steps = name.slice(form.key.length + 1).split('.');
    const column = steps.pop() ?? '';
    const parts = leavesOf(form, steps.join('.'));
    const found = parts.map((leaf) => cells.get([form.key, ...leaf.path, column].join('.')));
    if (parts.length === 0 || found.some((part) => part === undefined || part.kind === 'money')) continue;
    const values = found.flatMap((part) => (part && part.value !== null ? [Number(part.value)] : []));
    return values.length > 0 ? String(values.reduce((sum, value) => sum + value, 0)) : null;
  }
  return undefined;
}

/** What a name comes to. */
export function valueOfName(name: string, values: Values): Value {
  const { known, year, tables } = values;
  const cell = (from: readonly Table[], key: string, blank: 'blank' | 'blank-last-year', prefix = ''): Value => {
    const text = cellText(from, key);
    if (text === undefined)
      return { fault: 'unknown', names: () => cellNames(from).map((known) => `${prefix}${known}`) };
    return text === null ? { fault: blank } : { text };
  };
  const [word = '', ...others] = name.split(/\s+/);
  if (name === '年度') return { text: String(year) };
  if (name === '上年度') return { text: String(year - 1) };
  if (name === '机关') return { text: values.organ };
  if (word === '台账.清单') return list(others, known);
  if (word === '同比' && others.length === 1) return compare(others[0] ?? '', values);
  if (name.startsWith('台账.')) {
    if (!known.ledger) return { fault: 'no-ledger' };
    if (known.ledger.blank?.has('items')) return { fault: 'blank-ledger' };
    const count = ledgerCount(known.ledger, name);
    const { ledger } = known;
    return count === undefined ? { fault: 'unknown', names: () => ledgerNames(ledger) } : { text: String(count) };
  }
  if (name.startsWith('上年.')) {
    if (!known.lastYear) return { fault: 'no-last-year' };
    return cell(tablesOf(known.lastYear), name.slice('上年.'.length), 'blank-last-year', '上年.');
  }
  const found = cell(tables, name, 'blank');
  if (!('fault' in found) || found.fault !== 'unknown') return found;
  const ofLedger = (): readonly string[] => (known.ledger ? ledgerNames(known.ledger) : []);
  return { fault: 'unknown', names: () => ['年度', '上年度', '机关', ...found.names(), ...ofLedger()] };
}

function list([of, channel, ...more]: readonly string[], { ledger }: Known): Value {
  if (!ledger) return { fault: 'no-ledger' };
  if (ledger.blank?.has('items')) return { fault: 'blank-ledger' };
  const text = of === '类别' && more.length === 0 ? categoryList(ledger, channel) : undefined;
  if (text === '' && categorised(ledger, channel).total > 0) return { fault: 'no-category' };
  if (text !== undefined) return { text };
  const ofChannels = (): readonly string[] =>
    ledgerNames(ledger).flatMap((name) =>
      name.startsWith('台账.渠道.') ? [`台账.清单 类别 ${name.slice('台账.渠道.'.length)}`] : [],
    );
  return { fault: 'unknown', names: () => ['台账.清单 类别', ...ofChannels()] };
}

function compare(name: string, { tables, known }: Values): Value {
  if (!known.lastYear) return { fault: 'no-last-year' };
  const now = cellText(tables, name);
  const before = cellText(tablesOf(known.lastYear), name);
  if (now === undefined || before === undefined) {
    return { fault: 'unknown', names: () => cellNames(tables).map((cell) => `同比 ${cell}`) };
  }
  if (now === null) return { fault: 'blank' };
  if (before === null) return { fault: 'blank-last-year' };
  const text = growth(before, now);
  return text === undefined ? { fault: 'zero' } : { text };
}

/** Replaces every `{{…}}` of a line by its value and says of which there is none. */
export function putValues(line: Spelling, path: Path, file: string, values: Values, found: Finding[]): Spelling {
  const parts: Spelling[] = [];
  let from = 0;
  for (const match of line.text.matchAll(/\{\{([^{}]{0,200})\}\}/g)) {
    const name = (match[1] ?? '').trim();
    const end = match.index + match[0].length;
    const start = offsetOf(line, match.index);
    const stop = offsetOf(line, end - 1) + 1;
    // Nothing is made for a text that is too long already: each of five hundred channels has a list of its own.
    const made: Value = values.put.length > mostText ? { fault: 'too-long' } : valueOfName(name, values);
    if ('text' in made) values.put.length += made.text.length;
    const value: Value = values.put.length > mostText ? { fault: 'too-long' } : made;
    if ('fault' in value && found.length < most && !isTold(value, found))
      found.push(unfilled(name, value, { file, start, end: stop, path }));
    if (found.length < most) found.push(...partial(name, values.known, { file, start, end: stop, path }));
    const text = 'text' in value ? value.text : '？';
    parts.push(slice(line, from, match.index), standing(text, start, stop));
    from = end;
  }
  return parts.length > 0 ? join([...parts, slice(line, from)]) : line;
}

/** A list of categories that leaves out the items without one, so that it falls short of the total beside it. */
function partial(name: string, { ledger }: Known, at: Finding['at']): readonly Finding[] {
  const [word, , channel] = name.split(/\s+/);
  if (word !== '台账.清单' || !ledger) return [];
  const { total, listed } = categorised(ledger, channel);
  return listed > 0 && listed < total
    ? [finding('value/partial', at, { name, total, listed, missing: total - listed })]
    : [];
}

/** A ledger without items, or a report that has grown too long, is one mistake, however many values are taken. */
const isTold = (value: Value, found: readonly Finding[]): boolean =>
  'fault' in value &&
  (value.fault === 'blank-ledger' || value.fault === 'too-long') &&
  found.some(({ say }) => say === value.fault);

function unfilled(name: string, value: Exclude<Value, { text: string }>, at: Finding['at']): Finding {
  if (value.fault !== 'unknown') return finding('value/no-base', at, { name }, { say: value.fault });
  const near = nearest(name, value.names());
  return near === undefined
    ? finding('value/unknown', at, { name })
    : finding('value/unknown', at, { name, nearest: near }, { say: 'nearest' });
}
