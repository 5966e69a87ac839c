import type { Item, Ledger } from '../../src/ledger/ledger.ts';

/** An item of which only what matters is said. */
export const madeItem = (made: Partial<Item> = {}): Item => ({
  title: '关于防汛值班安排的通知',
  documentNumber: '',
  category: '工作信息',
  date: '2024-03-05',
  channels: ['政府网站'],
  quantity: 1,
  office: '',
  link: '',
  remark: '',
  sheet: '主动公开',
  row: 2,
  ...made,
});

/** A ledger of these items, counted the slow way; without `listed` only its counts are there. */
export function madeLedger(entries: readonly Item[], listed = true): Ledger {
  const sum = (take: (item: Item) => boolean): number =>
    entries.filter(take).reduce((all, item) => all + item.quantity, 0);
  const channels = [...new Set(entries.flatMap((item) => item.channels))];
  const categories = [...new Set(entries.map((item) => item.category).filter((name) => name !== ''))];
  const monthOf = (item: Item): number => Number(item.date.slice(5, 7));
  return {
    file: '台账.xlsx',
    items: {
      total: sum(() => true),
      channels: new Map(channels.map((name) => [name, sum((item) => item.channels.includes(name))])),
      categories: new Map(categories.map((name) => [name, sum((item) => item.category === name)])),
      months: Array.from({ length: 12 }, (_, at) => sum((item) => monthOf(item) === at + 1)),
      categoryInChannel: (name, channel) => sum((item) => item.category === name && item.channels.includes(channel)),
      monthInChannel: (month, channel) => sum((item) => monthOf(item) === month && item.channels.includes(channel)),
    },
    ...(listed ? { entries } : {}),
    where: () => [],
    findings: [],
  };
}
