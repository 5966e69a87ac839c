import type { Item, Ledger } from '../ledger/ledger.ts';
import { heightsOf } from './appendix-heights.ts';
import type { ItemRanges } from './appendix-items.ts';
import { type AppendixCell, type AppendixSheet, type Area, address, textWidth, type Value } from './appendix-sheet.ts';

/** The sheet of counts. */
export const summarySheet = '台账汇总';

const size = 10.5;

/** Comparisons of texts that a spreadsheet still recalculates while one waits. */
const mostComparisons = 20_000_000;

/** Cells of counts up to which a sheet is of use; categories and channels, each within its limit, can make millions. */
const mostCounts = 100_000;

/** Points of rows up to which a sheet can be printed on one page and still be read. */
const highestPage = 900;

/** A line of a count table: what its items have in common. */
interface CountLine {
  readonly value: Value;
  readonly format?: string;
  /** Over the items: 1 where an item belongs to the line; absent: the counts are written as numbers. */
  readonly condition?: (label: string) => string;
  /** Items in all, then in each channel. */
  readonly counts: readonly number[];
}

interface CountTable {
  readonly cells: readonly AppendixCell[];
  readonly checks: readonly Area[];
  /** The row of the totals. */
  readonly totalRow: number;
  /** First row that is free. */
  readonly next: number;
}

/** A table from `top`: heading, lines, totals by formula, and how the grand total compares with `reported`. */
function countTable(
  top: number,
  stub: string,
  lines: readonly CountLine[],
  channels: readonly string[],
  total: number,
  ranges: ItemRanges | undefined,
): CountTable {
  const allColumn = channels.length + 2;
  const columns = [...channels.map((channel) => ranges?.channels.get(channel)), undefined];
  const head: AppendixCell[] = [stub, ...channels, '合计'].map((value, at) => ({
    row: top,
    column: at + 1,
    value,
    look: 'head',
  }));
  const cells = lines.flatMap((line, down): AppendixCell[] => {
    const row = top + 1 + down;
    const condition = ranges && line.condition?.(`$A${row}`);
    const counted = [...line.counts.slice(1), line.counts[0] ?? 0].map((count, at): AppendixCell => {
      const channel = columns[at] ? `*${columns[at]}` : '';
      const value = condition
        ? { formula: `SUMPRODUCT(${condition}${channel}*${ranges.quantity})`, cached: count }
        : count;
      return { row, column: at + 2, value, look: 'number', align: 'center', format: '0' };
    });
    const label: AppendixCell = {
      row,
      column: 1,
      value: line.value,
      look: 'label',
      align: 'left',
      format: line.format ?? '@',
    };
    return [label, ...counted];
  });
  const totalRow = top + lines.length + 1;
  const totals = [...channels, ''].map((_, at): AppendixCell => {
    const cached = lines.reduce((sum, line) => sum + (line.counts[at < channels.length ? at + 1 : 0] ?? 0), 0);
    const area = `${address(top + 1, at + 2)}:${address(totalRow - 1, at + 2)}`;
    return {
      row: totalRow,
      column: at + 2,
      value: { formula: `SUM(${area})`, cached },
      look: 'number',
      align: 'center',
      format: '0',
    };
  });
  const sum = lines.reduce((all, line) => all + (line.counts[0] ?? 0), 0);
  const [sumCell, totalCell] = [address(totalRow, allColumn), address(totalRow + 1, allColumn)];
  const check = {
    formula: `IF(${sumCell}=${totalCell},"✓",${sumCell}-${totalCell})`,
    cached: sum === total ? '✓' : sum - total,
  };
  const beside = { column: 1, columnSpan: allColumn - 1, look: 'check-head' } as const;
  return {
    cells: [
      ...head,
      ...cells,
      { row: totalRow, column: 1, value: '合计', look: 'head' },
      ...totals,
      { ...beside, row: totalRow + 1, value: '生成附表时台账的信息总数' },
      { row: totalRow + 1, column: allColumn, value: total, look: 'reported', format: '0' },
      { ...beside, row: totalRow + 2, value: '校核：合计＝台账的信息总数' },
      { row: totalRow + 2, column: allColumn, value: check, look: 'check' },
    ],
    checks: [{ top: totalRow + 2, bottom: totalRow + 2, left: allColumn, right: allColumn }],
    totalRow,
    next: totalRow + 4,
  };
}

const zeros = (channels: readonly string[]): number[] => Array.from({ length: channels.length + 1 }, () => 0);

/** Counts per value of `of`, in order of first appearance: in all, then in each channel. */
function tally<K>(entries: readonly Item[], of: (item: Item) => K, channels: readonly string[]): Map<K, number[]> {
  const found = new Map<K, number[]>();
  const columns = new Map(channels.map((channel, at) => [channel, at + 1]));
  for (const item of entries) {
    const key = of(item);
    const counts = found.get(key) ?? zeros(channels);
    found.set(key, counts);
    counts[0] = (counts[0] ?? 0) + item.quantity;
    for (const channel of item.channels) {
      const at = columns.get(channel);
      if (at !== undefined) counts[at] = (counts[at] ?? 0) + item.quantity;
    }
  }
  return found;
}

/** Lines by category; an item without one stands in a line of its own. EXACT tells `a` from `A` and takes `*` as it is. */
function categoryLines(
  ledger: Ledger,
  channels: readonly string[],
  ranges: ItemRanges | undefined,
): readonly CountLine[] {
  const { items, entries } = ledger;
  const counts = entries
    ? tally(entries, (item) => item.category, channels)
    : new Map(
        [...items.categories].map(([name, all]) => [
          name,
          [all, ...channels.map((one) => items.categoryInChannel(name, one))],
        ]),
      );
  if (!entries) {
    const rest = items.total - [...items.categories.values()].reduce((sum, count) => sum + count, 0);
    const inChannel = channels.map(
      (one) =>
        (items.channels.get(one) ?? 0) -
        [...items.categories.keys()].reduce((sum, name) => sum + items.categoryInChannel(name, one), 0),
    );
    if (rest > 0) counts.set('', [rest, ...inChannel]);
  }
  return [...counts].map(([name, numbers]) => ({
    value: name === '' ? '（未填类别）' : name,
    ...(ranges ? { condition: (label: string) => `EXACT(${ranges.category},${name === '' ? '""' : label})` } : {}),
    counts: numbers,
  }));
}

/** Twelve months, and a line for items without a date where there are any. */
function monthLines(ledger: Ledger, channels: readonly string[], ranges: ItemRanges | undefined): readonly CountLine[] {
  const { items, entries } = ledger;
  const counts = entries && tally(entries, (item) => (item.date === '' ? 0 : Number(item.date.slice(5, 7))), channels);
  const months = Array.from({ length: 12 }, (_, at): CountLine => {
    const month = at + 1;
    return {
      value: month,
      format: '0"月"',
      ...(ranges ? { condition: (label: string) => `(${ranges.month}=${label})` } : {}),
      counts: counts
        ? (counts.get(month) ?? zeros(channels))
        : [items.months[at] ?? 0, ...channels.map((one) => items.monthInChannel(month, one))],
    };
  });
  const undated = counts
    ? (counts.get(0) ?? zeros(channels))
    : [items.total, ...channels.map((one) => items.channels.get(one) ?? 0)].map(
        (all, at) => all - months.reduce((sum, line) => sum + (line.counts[at] ?? 0), 0),
      );
  if ((undated[0] ?? 0) === 0) return months;
  return [
    ...months,
    { value: '（没有日期）', ...(ranges ? { condition: () => `(${ranges.month}="")` } : {}), counts: undated },
  ];
}

/** The ledger counted by category and by month, in all and in each channel: by formula over the items where they are listed. */
export function summaryOf(
  ledger: Ledger,
  ranges: ItemRanges | undefined,
): AppendixSheet & { readonly totalRow: number; readonly totalColumn: number } {
  const named = [...ledger.items.channels.keys()];
  const counts = (ledger.items.categories.size + 1) * (named.length + 1);
  const channels = counts <= mostCounts ? named : [];
  const categories = categoryLines(ledger, channels, undefined);
  const comparisons = categories.length * (channels.length + 1) * (ledger.entries?.length ?? 0);
  const live = comparisons <= mostComparisons ? ranges : undefined;
  const left = channels.length < named.length ? `类别和渠道太多（${counts}格），不按渠道分列。` : '';
  const note = live
    ? '各数按“信息条目”逐条计算。一条信息经几个渠道公开的，各渠道都计，“合计”只计一次，所以合计不等于各渠道之和。'
    : '各数是生成附表时统计好的，不随“信息条目”变化。一条信息经几个渠道公开的，各渠道都计，“合计”只计一次。';
  const [top, wide] = [5, channels.length + 2];
  const byCategory = countTable(top, '类别', categoryLines(ledger, channels, live), channels, ledger.items.total, live);
  const monthTop = byCategory.next + 1;
  const byMonth = countTable(monthTop, '月份', monthLines(ledger, channels, live), channels, ledger.items.total, live);
  const labelWidth = Math.min(40, Math.max(18, ...categories.map((line) => textWidth(String(line.value)) + 2)));
  const section = (row: number, value: string): AppendixCell => ({
    row,
    column: 1,
    columnSpan: wide,
    value,
    look: 'label',
    align: 'left',
  });
  const widths = [labelWidth, ...channels.map((channel) => Math.min(16, Math.max(11, textWidth(channel) + 3))), 11];
  const cells: readonly AppendixCell[] = [
    { row: 1, column: 1, columnSpan: wide, value: summarySheet, look: 'title' },
    { row: 2, column: 1, columnSpan: wide, value: `${left}${note}`, look: 'note' },
    { row: 3, column: 1, value: '返回目录', look: 'link', link: { sheet: '目录', cell: 'A1' } },
    section(top - 1, '按类别和渠道'),
    ...byCategory.cells,
    section(monthTop - 1, '按月份和渠道'),
    ...byMonth.cells,
  ];
  const heights = heightsOf(cells, widths, size);
  const landscape = channels.length > 6;
  return {
    name: summarySheet,
    widths,
    heights,
    cells,
    size,
    landscape,
    onePage: !landscape && [...heights.values()].reduce((sum, height) => sum + height, 0) <= highestPage,
    freeze: { rows: 0, columns: 1 },
    checks: [...byCategory.checks, ...byMonth.checks],
    totalRow: byCategory.totalRow,
    totalColumn: wide,
  };
}
