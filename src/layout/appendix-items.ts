import type { Item, Ledger } from '../ledger/ledger.ts';
import { bodyHeights } from './appendix-heights.ts';
import { type AppendixSheet, type Body, fixed, quoted, textWidth, type Value } from './appendix-sheet.ts';

/** The sheet that holds the items. */
export const itemsSheet = '信息条目';

const headRow = 3;

/** Cells of channels up to which items are listed: fifty thousand items of forty channels. */
const mostCells = 2_000_000;

/** Where the columns of the items stand, for formulas over them. */
export interface ItemRanges {
  readonly category: string;
  readonly month: string;
  readonly quantity: string;
  /** By channel. */
  readonly channels: ReadonlyMap<string, string>;
}

interface ItemColumn {
  readonly head: string;
  readonly value: (item: Item, at: number) => Value | undefined;
  /** Least and most half-width characters. */
  readonly width: readonly [number, number];
  readonly align?: 'left' | 'center';
  readonly format?: string;
  /** Left out where no item has a value. */
  readonly optional?: boolean;
}

const text = (value: string): string | undefined => (value === '' ? undefined : value);
const monthOf = (item: Item): number | undefined => (item.date === '' ? undefined : Number(item.date.slice(5, 7)));

const columnsOf = (channels: readonly string[]): readonly ItemColumn[] => [
  { head: '序号', value: (_, at) => at + 1, width: [6, 8], align: 'center', format: '0' },
  { head: '标题', value: (item) => text(item.title), width: [24, 50] },
  { head: '文号', value: (item) => text(item.documentNumber), width: [10, 24], optional: true },
  { head: '类别', value: (item) => text(item.category), width: [8, 20] },
  {
    head: '公开日期',
    value: (item) => (item.date === '' ? undefined : { date: item.date }),
    width: [12, 12],
    align: 'center',
    format: 'yyyy-mm-dd',
  },
  { head: '月份', value: monthOf, width: [6, 6], align: 'center', format: '0' },
  { head: '数量', value: (item) => item.quantity, width: [6, 8], align: 'center', format: '0' },
  ...channels.map(
    (channel): ItemColumn => ({
      head: channel,
      value: (item) => (item.channels.includes(channel) ? 1 : 0),
      width: [Math.min(12, textWidth(channel) + 2), 12],
      align: 'center',
      format: '0',
    }),
  ),
  { head: '责任科室', value: (item) => text(item.office), width: [10, 20], optional: true },
  { head: '链接', value: (item) => text(item.link), width: [16, 30], optional: true },
  { head: '备注', value: (item) => text(item.remark), width: [8, 24], optional: true },
  { head: '台账位置', value: (item) => `${item.sheet} 第${item.row}行`, width: [12, 24] },
];

/** The items of a ledger with a 0/1 column a channel, and where a formula finds its columns; without entries one sentence. */
export function itemSheet(
  ledger: Ledger,
  most: number,
): { readonly sheet: AppendixSheet; readonly ranges?: ItemRanges } {
  const { entries } = ledger;
  const base = { name: itemsSheet, size: 10, landscape: true, checks: [], heights: new Map([[1, 28]]) };
  const title = { row: 1, column: 1, value: '信息条目', look: 'title', align: 'left' } as const;
  const link = { row: 2, column: 1, value: '返回目录', look: 'link', link: { sheet: '目录', cell: 'A1' } } as const;
  const { size: channelCount } = ledger.items.channels;
  const tooWide = entries !== undefined && entries.length * channelCount > mostCells;
  if (!entries?.length || tooWide) {
    const why = tooWide
      ? `台账“${ledger.file}”共${entries.length}条信息、${channelCount}个渠道，逐条列出就太大了，本表不列；“台账汇总”里是统计数。`
      : entries
        ? `台账“${ledger.file}”里没有计入本年度的信息。`
        : `台账“${ledger.file}”共${ledger.items.total}条信息，超过${most}条，本表不逐条列出；“台账汇总”里是统计数。`;
    const cells = [title, link, { row: 4, column: 1, value: why, look: 'note' } as const];
    return { sheet: { ...base, widths: [110], cells, freeze: { rows: 0, columns: 0 } } };
  }
  const channels = [...ledger.items.channels.keys()];
  const columns = columnsOf(channels).filter(
    (column) => !column.optional || entries.some((item, at) => column.value(item, at) !== undefined),
  );
  const body: Body = {
    from: headRow + 1,
    columns: columns.map((column) => ({ align: column.align ?? 'left', format: column.format ?? '@' })),
    rows: entries.map((item, at) => columns.map((column) => column.value(item, at))),
  };
  const widths = columns.map((column, at) => widthOf(column, body, at));
  const last = headRow + entries.length;
  const columnOf = (head: string): number => columns.findIndex((column) => column.head === head) + 1;
  const range = (column: number): string =>
    `${quoted(itemsSheet)}!${fixed(headRow + 1, column)}:${fixed(last, column)}`;
  const firstChannel = columnOf('数量') + 1;
  return {
    sheet: {
      ...base,
      widths,
      cells: [
        title,
        { ...link, columnSpan: 2 },
        ...columns.map((column, at) => ({ row: headRow, column: at + 1, value: column.head, look: 'head' }) as const),
      ],
      body,
      heights: new Map([[1, 28], [headRow, 30], ...bodyHeights(body.rows, body.from, widths, base.size)]),
      freeze: { rows: headRow, columns: columnOf('标题') },
      repeat: { from: headRow, to: headRow },
      filter: { top: headRow, left: 1, bottom: last, right: columns.length },
    },
    ranges: {
      category: range(columnOf('类别')),
      month: range(columnOf('月份')),
      quantity: range(columnOf('数量')),
      channels: new Map(channels.map((channel, at) => [channel, range(firstChannel + at)])),
    },
  };
}

/** As wide as its texts, within the column's bounds; a thousand rows tell enough. */
function widthOf(column: ItemColumn, body: Body, at: number): number {
  const [least, most] = column.width;
  let widest = least;
  for (const row of body.rows.slice(0, 1000)) {
    const value = row[at];
    if (typeof value === 'string') widest = Math.max(widest, textWidth(value) + 1);
  }
  return Math.min(most, widest);
}
