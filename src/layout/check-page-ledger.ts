import type { Ledger } from '../ledger/ledger.ts';

/** A name and how many items have it. */
export interface Tally {
  readonly name: string;
  readonly count: number;
}

/** Counts of a ledger's items as a page shows them. */
export interface LedgerCounts {
  readonly file: string;
  readonly total: number;
  /** January first. */
  readonly months: readonly number[];
  /** Items without a date of the year. */
  readonly undated: number;
  /** Largest first; an item counts in every channel it went through. */
  readonly channels: readonly Tally[];
  readonly categories: readonly Tally[];
  /** Items without a category. */
  readonly uncategorised: number;
  /** Channels and categories that are not listed, smaller than those that are. */
  readonly moreChannels: number;
  readonly moreCategories: number;
}

/** Names that a page lists, and the most characters of one. */
const mostNames = 24;
const longest = 60;

const cut = (name: string): string => {
  const characters = [...name.slice(0, 2 * longest)];
  return characters.length > longest ? `${characters.slice(0, longest).join('')}…` : name;
};

/** Largest first, equal ones in order of appearance. */
function largest(counts: ReadonlyMap<string, number>): readonly Tally[] {
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .slice(0, mostNames)
    .map(([name, count]) => ({ name: cut(name), count }));
}

const sum = (counts: Iterable<number>): number => [...counts].reduce((all, count) => all + count, 0);

/** The counts of a ledger by month, channel and category, without its items. */
export function ledgerCounts({ file, items }: Ledger): LedgerCounts {
  const { total, months, channels, categories } = items;
  return {
    file,
    total,
    months,
    undated: total - sum(months),
    channels: largest(channels),
    categories: largest(categories),
    uncategorised: total - sum(categories.values()),
    moreChannels: Math.max(0, channels.size - mostNames),
    moreCategories: Math.max(0, categories.size - mostNames),
  };
}
