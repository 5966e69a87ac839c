import type { Block, Form, Line } from '../forms/form.ts';
import { type Leaf, leaves } from '../forms/walk.ts';
import { nearest } from './nearest.ts';
import { compact } from './spelling.ts';

/** A label without numbering, punctuation and width: `（三）不予公开 1.属于国家秘密` = 不予公开属于国家秘密. */
export const bareLabel = (text: string): string =>
  compact(text.slice(0, 300))
    .replace(/其它/gu, '其他')
    .replace(/\([一二三四五六七八九十\d]{1,3}\)|\d{1,3}[.、)]?|^[一二三四五六七八九十]{1,3}[、.]/gu, '')
    .replace(/[\p{P}\p{S}]/gu, '');

/** What a text means among labels: one of them, several that it could be, or none with the nearest one. */
export type Meaning<Target> =
  | { readonly target: Target }
  | { readonly oneOf: readonly string[] }
  | { readonly nearest: string | undefined };

/** Texts that the nearest name is looked for: no more of them are told. */
const mostUnknown = 1000;

/** Names for things, compared without numbering and punctuation. */
export class Labels<Target> {
  private readonly targets = new Map<string, Target>();
  private readonly groups = new Map<string, readonly string[]>();
  private readonly shown = new Map<string, string>();
  private unknown = 0;

  /** Gives a thing a name, unless the name is taken; `shown` is what a suggestion prints. */
  name(name: string, target: Target, shown: string): void {
    const bare = bareLabel(name);
    if (bare === '' || this.targets.has(bare)) return;
    this.targets.set(bare, target);
    this.shown.set(bare, shown);
  }

  /** Notes the name of a group that has no meaning of its own. */
  group(name: string, members: readonly string[]): void {
    this.groups.set(bareLabel(name), members);
  }

  /** What a text means. */
  read(text: string): Meaning<Target> {
    const bare = bareLabel(text);
    const target = this.targets.get(bare);
    if (target !== undefined) return { target };
    const oneOf = this.groups.get(bare);
    if (oneOf) return { oneOf };
    this.unknown += 1;
    const near = this.unknown > mostUnknown ? undefined : nearest(bare, this.targets.keys());
    return { nearest: near === undefined ? undefined : this.shown.get(near) };
  }
}

/** Names of the columns and lines of a form that are sums of others, by its relations. */
export function totalsOf(form: Form): { readonly lines: ReadonlySet<string>; readonly columns: ReadonlySet<string> } {
  const totals = form.relations.filter((relation) => relation.kind === 'identity' && relation.left.length === 1);
  const of = (across: 'lines' | 'columns'): ReadonlySet<string> =>
    new Set(
      totals.flatMap((relation) => (relation.kind === 'identity' && relation.across === across ? relation.left : [])),
    );
  return { lines: of('lines'), columns: of('columns') };
}

/** The part of a form that a kind of sheet is counted into. */
export const countedBlock = (
  forms: readonly Form[],
  ledger: Block['ledger'],
): { readonly form: Form; readonly block: Block } | undefined => {
  for (const form of forms) for (const block of form.blocks) if (block.ledger === ledger) return { form, block };
  return undefined;
};

/** Label without the remark in brackets: 部分公开（区分处理的……） → 部分公开. */
const withoutRemark = (label: string): string => label.replace(/（[^（）]{4,}）/gu, '');

function nameLeaf(labels: Labels<string>, leaf: Leaf, group: Line | undefined): void {
  const { line, path } = leaf;
  const target = path.join('.');
  const shown = path.join('·');
  const own = [line.key, line.label, withoutRemark(line.label), line.label.replace(/[（）]/gu, '')];
  const short = own.map((name) => name.replace(/^(?:\d\.)?属于/u, ''));
  for (const name of [...own, ...short]) {
    labels.name(name, target, shown);
    if (group) labels.name(`${group.key}${name}`, target, shown);
  }
}

/** 办理结果 by the labels of 表三, with or without numbering, each with the way to its line; 结转下年度 too. */
export function outcomeLabels(form: Form): Labels<string> {
  const labels = new Labels<string>();
  const all = leaves(form);
  const from = all.findIndex((leaf) => leaf.path[0] === form.gathers?.from);
  const to = all.findIndex((leaf) => leaf.path[0] === form.gathers?.to);
  const groups = new Map((form.blocks[0]?.lines ?? []).map((line) => [line.key, line]));
  for (const leaf of all.slice(from, to))
    nameLeaf(labels, leaf, leaf.path.length > 1 ? groups.get(leaf.path[0] ?? '') : undefined);
  for (const line of groups.values())
    if (line.lines)
      labels.group(
        line.key,
        line.lines.map((inner) => inner.key),
      );
  // 其他 alone is 其他处理: its own line in edition 2019, its last one in edition 2021.
  if (all.some((leaf) => leaf.path.join('.') === '其他处理')) labels.name('其他', '其他处理', '其他处理');
  for (const leaf of all.filter((each) => each.path[0] === '结转下年度'))
    for (const name of [leaf.line.key, leaf.line.label]) labels.name(name, leaf.path.join('.'), leaf.line.key);
  return labels;
}

/** Names of the columns of a form that are no totals, with what else they are called. */
export function columnLabels(
  block: Block,
  totals: ReadonlySet<string>,
  aliases: Readonly<Record<string, readonly string[]>>,
  prefix = '',
): Labels<string> {
  const labels = new Labels<string>();
  for (const column of block.columns) {
    if (totals.has(column.key)) continue;
    for (const name of [column.key, column.label, `${prefix}${column.key}`, ...(aliases[column.key] ?? [])])
      labels.name(name, column.key, column.key);
  }
  return labels;
}

/** Names of the lines of a form without groups, with what else they are called. */
export function lineLabels(
  block: Block,
  aliases: Readonly<Record<string, readonly string[]>>,
  prefix = '',
): Labels<string> {
  const labels = new Labels<string>();
  for (const line of block.lines)
    for (const name of [line.key, line.label, `${prefix}${line.key}`, ...(aliases[line.key] ?? [])])
      labels.name(name, line.key, line.key);
  return labels;
}
