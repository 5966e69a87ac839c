import type { Block } from '../forms/form.ts';
import type { Counted } from './known.ts';

/** Channels that every organ has a line for: one that the ledger never names was used for nothing. */
const channels = ['政府公报', '政府网站', '政务微博', '政务微信'];

/** A count of the ledger by its name in text (`台账.总数`, `台账.渠道.政府网站`, `台账.类别.工作信息`); undefined for an unknown name. */
export function ledgerCount(ledger: Counted, name: string): number | undefined {
  const [, kind = '', ...rest] = name.split('.');
  const key = rest.join('.');
  const { items } = ledger;
  if (kind === '总数' && !key) return items.total;
  if (kind === '渠道') return items.channels.get(key) ?? (channels.includes(key) ? 0 : undefined);
  return kind === '类别' ? items.categories.get(key) : undefined;
}

/** All names of counts that a ledger has. */
export const ledgerNames = (ledger: Counted): readonly string[] => [
  '台账.总数',
  '台账.清单 类别',
  ...[...new Set([...ledger.items.channels.keys(), ...channels])].map((channel) => `台账.渠道.${channel}`),
  ...[...ledger.items.categories.keys()].map((category) => `台账.类别.${category}`),
];

/** The numbers of a sheet that stand behind the lines of a block, if the ledger has that sheet. */
export const sheetOf = (ledger: Counted | undefined, block: Block): ReadonlyMap<string, number> | undefined =>
  block.ledger ? ledger?.[block.ledger] : undefined;

/** How many items there are, and how many of them have a category. */
export interface Categorised {
  readonly total: number;
  readonly listed: number;
}

/** What was counted before: the list of one channel is often asked for on many lines. */
const counted = new WeakMap<Counted, Map<string | undefined, Categorised>>();

/** How many items of the ledger, or of one channel, there are, and how many of them have a category. */
export function categorised(ledger: Counted, channel?: string): Categorised {
  const known = counted.get(ledger) ?? new Map<string | undefined, Categorised>();
  const count = known.get(channel) ?? categorisedOf(ledger, channel);
  counted.set(ledger, known.set(channel, count));
  return count;
}

function categorisedOf({ items }: Counted, channel: string | undefined): Categorised {
  const counts = [...items.categories].map(([category, count]) =>
    channel === undefined ? count : items.categoryInChannel(category, channel),
  );
  const total = channel === undefined ? items.total : (items.channels.get(channel) ?? 0);
  return { total, listed: counts.reduce((sum, count) => sum + count, 0) };
}

/** Lists made before: the same one is often asked for on many lines. */
const lists = new WeakMap<Counted, Map<string | undefined, string>>();

/** `工作信息76条，公告公示24条`: categories of all items or of one channel, largest first, 其他… last; undefined for an unknown channel. */
export function categoryList(ledger: Counted, channel?: string): string | undefined {
  if (channel !== undefined && ledgerCount(ledger, `台账.渠道.${channel}`) === undefined) return undefined;
  const known = lists.get(ledger) ?? new Map<string | undefined, string>();
  const list = known.get(channel) ?? listOf(ledger, channel);
  lists.set(ledger, known.set(channel, list));
  return list;
}

function listOf({ items }: Counted, channel: string | undefined): string {
  const counts = [...items.categories].map(([category, count]) => ({
    category,
    count: channel === undefined ? count : items.categoryInChannel(category, channel),
    rest: /^其[他它余]/.test(category),
  }));
  return counts
    .filter(({ count }) => count > 0)
    .sort((a, b) => Number(a.rest) - Number(b.rest) || b.count - a.count)
    .map(({ category, count }) => `${category}${count}条`)
    .join('，');
}
