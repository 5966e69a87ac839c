import type { Note } from '../../finding.ts';
import { leaves } from '../../forms/walk.ts';
import type { Report } from '../../report/report.ts';
import { cellOf } from '../cells.ts';
import type { Subject } from '../subject.ts';
import { meantBy } from './meant.ts';
import type { Part } from './parts.ts';
import type { Statement } from './statements.ts';
import { type Stretch, stretchesOf } from './stretch.ts';
import { channelNames, nameOf } from './words.ts';

/** Tells which number of a list is last year's: its total, or one part. */
export type LastYear = (total: Statement, parts: readonly Part[]) => Note | undefined;

/** Numbers up to this come back every year by chance. */
const chance = 3;

/** What a number counts, without the words that do not tell it from others. */
const bare = (name: string): string =>
  name.replace(/全年|我[局镇乡]|共|通过|主动|发布|公开|更新|(?:政府)?信息|[的类]/g, '');

/** What a number of a list counts, the total set apart from its parts. */
const keyOf = (name: string, isTotal: boolean): string => `${bare(name)}${isTotal ? '总数' : ''}`;

/** The numbers of last year's lists by what they count. */
function listedIn(report: Report): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const { lists } of stretchesOf(report))
    for (const { owner, parts } of lists) {
      if (owner) found.set(keyOf(nameOf(owner.clause), true), owner.figure.value);
      for (const { name, statement } of parts) found.set(keyOf(name, false), statement.figure.value);
    }
  return found;
}

/** A number of a channel as an extension table has it. */
function ofChannel(report: Report, words: string): number | undefined {
  const named = channelNames(words);
  const [channel] = named;
  if (named.size !== 1 || channel === undefined) return undefined;
  const cells = report.extensions.flatMap((table) =>
    leaves(table.form)
      .filter(({ line }) => line.counts?.startsWith('台账.渠道.') && line.counts.endsWith(channel))
      .flatMap((leaf) => leaf.block.columns.map((column) => cellOf(table, leaf, column.id)?.value)),
  );
  return cells.find((value) => typeof value === 'number');
}

/** What explains a list by last year's report, where there is one: by its tables, or else by its own lists. */
export function lastYearOf({ report, lastYear }: Subject, stretch: Stretch): LastYear | undefined {
  if (!lastYear) return undefined;
  let listed: ReadonlyMap<string, number> | undefined;
  const isCopied = (statement: Statement, name: string, isTotal: boolean): boolean => {
    const { value } = statement.figure;
    if (value <= chance) return false;
    const concept = stretch.spoken.find((one) => one.statement === statement)?.concept;
    if (concept) return meantBy(lastYear, concept)?.value === value && meantBy(report, concept)?.value !== value;
    listed ??= listedIn(lastYear);
    if (listed.get(keyOf(name, isTotal)) === value) return true;
    return ofChannel(lastYear, statement.clause) === value && ofChannel(report, statement.clause) !== value;
  };
  return (total, parts) => {
    const name = nameOf(total.clause);
    const found = [
      ...(isCopied(total, name, true) ? [{ name, statement: total }] : []),
      ...parts.filter((part) => isCopied(part.statement, part.name, false)),
    ];
    const [first] = found;
    // Where several stand as they stood last year, nothing tells which of them was left in.
    if (!first || found.length > 1) return undefined;
    const { value, unit } = first.statement.figure;
    return { say: 'last-year', args: { name: first.name, value, unit } };
  };
}
