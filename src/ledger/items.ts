import type { CellPlace } from '../finding.ts';
import { ItemTally, mostChannels } from './counts.ts';
import { ItemIndex } from './item-index.ts';
import { type ItemRow, type RowChannel, readItemRow } from './item-row.ts';
import type { Item, ItemCounts } from './ledger.ts';
import { Numbers } from './numbers.ts';
import { cellName, type Runs } from './ranges.ts';
import type { Reading } from './reading.ts';
import type { BodyRow } from './row.ts';
import { quoted } from './spelling.ts';
import type { Subtotals } from './subtotals.ts';

/** Above this many the items themselves are not kept, only their counts. */
const mostEntries = 50_000;

/** Nor are they kept where their texts together are longer than any ledger's. */
const mostCharacters = 30_000_000;

/** The channel of rows that name none: beyond all that can be numbered. */
const unnamed = mostChannels;

/** No category. */
const none = -1;

interface Entry extends Item {
  readonly channels: string[];
  category: string;
}

/** The channels that items went through: a list a item, with where each was read. */
class Memberships {
  readonly channel = new Numbers();
  readonly next = new Numbers();
  readonly sheet = new Numbers();
  readonly column = new Numbers();
  readonly row = new Numbers();

  add(channel: number, next: number, sheet: number, column: number, row: number): number {
    this.channel.push(channel);
    this.next.push(next);
    this.sheet.push(sheet);
    this.column.push(column);
    return this.row.push(row);
  }
}

/** The channels that a row of totals can be compared with: those of columns of ticks. */
const compared = (row: BodyRow, channels: readonly RowChannel[]): readonly RowChannel[] =>
  row.sheet.layout.ticks.length === 0 ? [] : channels;

/** Reads the rows of all items sheets: an item is counted once however many rows and channels it has. */
export class ItemReader {
  private readonly reading: Reading;
  private readonly tally = new ItemTally();
  private readonly index = new ItemIndex();
  private readonly quantity = new Numbers();
  private readonly category = new Numbers();
  private readonly month = new Numbers();
  /** First of an item's memberships, −1 for an item without. */
  private readonly head = new Numbers();
  private readonly memberships = new Memberships();
  private readonly sheets: string[] = [];
  private entries: Entry[] | undefined;
  private readonly total: Runs;
  private readonly channelRuns: Runs[] = [];
  private readonly categoryRuns: Runs[] = [];
  private characters = 0;
  private latest: { readonly item: number; readonly memberships: Map<number, number> } | undefined;
  private notDisclosed: { count: number; readonly at: CellPlace } | undefined;
  private readonly refused = new Set<'channels' | 'categories'>();

  constructor(reading: Reading) {
    this.reading = reading;
    this.entries = reading.options.countOnly ? undefined : [];
    this.total = reading.ranges.of('总数');
  }

  /** Items counted so far. */
  get sum(): number {
    return this.tally.sum;
  }

  /** Reads a row; undefined channel columns may be stood in for by `sheetChannel`, the channel that the sheet is named for. */
  row(row: BodyRow, subtotals: Subtotals, sheetChannel: string | undefined): boolean {
    const read = readItemRow(row, this.reading);
    if (!read) return false;
    if (!read.disclosed) {
      const mode = row.get('mode');
      this.notDisclosed ??= { count: 0, at: row.place(mode?.column ?? read.column) };
      this.notDisclosed.count += 1;
      return true;
    }
    const { year, includeOutOfYear } = this.reading.options;
    if (read.date !== '' && read.date.slice(0, 4) !== String(year)) {
      const value = row.get('date');
      if (value?.own) {
        const say = includeOutOfYear ? 'included' : 'default';
        this.reading.found.say(
          'ledger/out-of-year',
          value.at,
          { text: quoted(value.text), date: read.date, year },
          { say },
        );
      }
      if (!includeOutOfYear) {
        subtotals.count(compared(row, read.channels), read.quantity);
        return true;
      }
    }
    const channels =
      read.channels.length === 0 && sheetChannel !== undefined
        ? [{ name: sheetChannel, column: read.column }]
        : read.channels;
    subtotals.count(compared(row, channels), read.quantity, this.count(row, read, channels));
    return true;
  }

  /** Counts a row; true where its item is met for the first time. */
  private count(row: BodyRow, read: ItemRow, channels: readonly RowChannel[]): boolean {
    const { item, fresh } = this.index.add(read.key);
    if (fresh) {
      const month = read.date === '' ? 0 : Number(read.date.slice(5, 7));
      this.quantity.push(read.quantity);
      this.category.push(none);
      this.month.push(month);
      this.head.push(none);
      this.tally.addItem(month, read.quantity);
      this.total.add(this.columnOf(row, read.column), row.number);
      this.keep(row, read);
    }
    const entry = this.entries?.[item];
    if (this.category.get(item) === none && read.category !== '') this.categorise(row, item, read.category, entry);
    // An empty channel counts as one of its own, so that a row repeated without channel is found too.
    const named = channels.length === 0 ? [{ name: '', column: read.column }] : channels;
    this.addChannels(row, named, item, fresh, entry);
    return fresh;
  }

  private categorise(row: BodyRow, item: number, name: string, entry: Entry | undefined): void {
    const named = row.sheet.layout.columns.get('category') ?? 0;
    const category = this.tally.category(name);
    if (category === undefined) {
      if (entry) entry.category = name;
      this.refuse('categories', row, named);
      return;
    }
    const quantity = this.quantity.get(item);
    this.category.set(item, category);
    this.tally.addCategory(category, quantity);
    for (let at = this.head.get(item); at !== none; at = this.memberships.next.get(at))
      this.tally.addCategoryInChannel(category, this.memberships.channel.get(at), quantity);
    const column = this.columnOf(row, named);
    this.categoryRuns[category] ??= this.reading.ranges.of(`类别.${this.tally.categoryAt(category)}`);
    this.categoryRuns[category].add(column, row.number);
    if (entry) entry.category = this.tally.categoryAt(category);
  }

  private addChannels(
    row: BodyRow,
    channels: readonly RowChannel[],
    item: number,
    fresh: boolean,
    entry: Entry | undefined,
  ): void {
    let repeated: RowChannel[] | undefined;
    let first = none;
    const before = fresh ? undefined : this.membershipsOf(item);
    for (const channel of channels) {
      const id = channel.name === '' ? unnamed : this.tally.channel(channel.name);
      if (id === undefined) {
        this.refuse('channels', row, channel.column);
        continue;
      }
      const known = before?.get(id);
      if (known !== undefined) {
        if (repeated) repeated.push(channel);
        else [repeated, first] = [[channel], known];
        continue;
      }
      const sheet = this.sheetId(row.sheet.name);
      const membership = this.memberships.add(id, this.head.get(item), sheet, channel.column, row.number);
      this.head.set(item, membership);
      before?.set(id, membership);
      if (channel.name === '') continue;
      this.tally.addChannel(id, this.month.get(item), this.quantity.get(item));
      const category = this.category.get(item);
      if (category !== none) this.tally.addCategoryInChannel(category, id, this.quantity.get(item));
      this.channelRuns[id] ??= this.reading.ranges.of(`渠道.${this.tally.channelAt(id)}`);
      this.channelRuns[id].add(this.columnOf(row, channel.column), row.number);
      entry?.channels.push(this.tally.channelAt(id));
    }
    if (repeated) this.reportRepeated(row, repeated, first);
  }

  private columnOf(row: BodyRow, column: number): number {
    return this.reading.ranges.column(row.sheet.name, column);
  }

  /** The memberships of an item by channel; those of the latest item are kept, for a template repeats one row on and on. */
  private membershipsOf(item: number): Map<number, number> {
    if (this.latest?.item === item) return this.latest.memberships;
    const memberships = new Map<number, number>();
    for (let at = this.head.get(item); at !== none; at = this.memberships.next.get(at))
      memberships.set(this.memberships.channel.get(at), at);
    this.latest = { item, memberships };
    return memberships;
  }

  private reportRepeated(row: BodyRow, channels: readonly RowChannel[], earlier: number): void {
    const { found, options } = this.reading;
    const at = row.place(channels[0]?.column ?? 0);
    if (found.isFull('ledger/duplicate')) {
      found.count('ledger/duplicate', at);
      return;
    }
    const sheet = this.sheets[this.memberships.sheet.get(earlier)] ?? '';
    const cell = cellName(this.memberships.column.get(earlier), this.memberships.row.get(earlier));
    const named = channels.map(({ name }) => name).filter((name) => name !== '');
    const title = quoted(row.text('title'));
    found.say(
      'ledger/duplicate',
      at,
      { title, channels: quoted(named.join('、')), row: row.number, firstRow: this.memberships.row.get(earlier) },
      {
        say: named.length === 0 ? 'default' : 'channel',
        notes: [{ say: 'first', args: { title, cell }, at: { file: options.file, sheet, cell } }],
      },
    );
  }

  /** Tells once that a column has more names than channels or categories can be. */
  private refuse(say: 'channels' | 'categories', row: BodyRow, column: number): void {
    if (this.refused.has(say)) return;
    this.refused.add(say);
    this.reading.found.say('ledger/unknown-column', row.place(column), {}, { say, severity: 'warning' });
  }

  private sheetId(name: string): number {
    if (this.sheets.at(-1) !== name) this.sheets.push(name);
    return this.sheets.length - 1;
  }

  private keep(row: BodyRow, read: ItemRow): void {
    if (!this.entries) return;
    this.characters += row.cells.reduce((sum, cell) => sum + cell.text.length, 0);
    if (this.entries.length === mostEntries || this.characters > mostCharacters) {
      this.entries = undefined;
      return;
    }
    this.entries.push({
      title: row.text('title'),
      documentNumber: row.text('documentNumber'),
      category: '',
      date: read.date,
      channels: [],
      quantity: read.quantity,
      office: row.text('office'),
      link: row.text('link'),
      remark: row.text('remark'),
      sheet: row.sheet.name,
      row: row.number,
    });
  }

  /** The counts and, up to 50,000, the items; says how many rows were left out as not disclosed on own initiative. */
  finish(): { readonly items: ItemCounts; readonly entries?: readonly Item[] } {
    if (this.notDisclosed) {
      const { at, count } = this.notDisclosed;
      this.reading.found.say('ledger/unknown-column', at, { count }, { say: 'mode' });
    }
    return { items: this.tally.counts(), ...(this.entries ? { entries: this.entries } : {}) };
  }
}
