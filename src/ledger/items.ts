import type { CellPlace } from '../finding.ts';
import { mostChannels } from './channels.ts';
import { categoryName, ItemTally } from './counts.ts';
import { Disagreements } from './disagreements.ts';
import { ItemIndex } from './item-index.ts';
import { type ItemRow, readItemRow } from './item-row.ts';
import type { Item, ItemCounts } from './ledger.ts';
import { Memberships, none } from './memberships.ts';
import type { Runs } from './ranges.ts';
import type { Reading } from './reading.ts';
import { Records } from './records.ts';
import type { BodyRow, RowChannel, Sheet } from './row.ts';
import { quoted } from './spelling.ts';
import type { Subtotals } from './subtotals.ts';

/** Above this many the items themselves are not kept, only their counts. */
const mostEntries = 50_000;

/** Nor are they kept where their texts together are longer than any ledger's. */
const mostCharacters = 30_000_000;

/** The channel of rows that name none: beyond all that can be numbered. */
const unnamed = mostChannels;

interface Entry extends Item {
  readonly channels: string[];
  category: string;
}

/** What is kept of an item, and its place in the record. */
const ofItem = {
  quantity: 0,
  category: 1,
  month: 2,
  /** First of its memberships, −1 for an item without. */
  head: 3,
} as const;

const noChannels: readonly RowChannel[] = [];

/** The channels that a row of totals can be compared with: those of columns of ticks. */
const compared = (row: BodyRow, channels: readonly RowChannel[]): readonly RowChannel[] =>
  row.sheet.layout.ticks.length === 0 ? noChannels : channels;

/** Reads the rows of all items sheets: an item is counted once however many rows and channels it has. */
export class ItemReader {
  private readonly reading: Reading;
  private readonly tally = new ItemTally();
  private readonly index = new ItemIndex();
  private readonly items = new Records();
  private readonly memberships = new Memberships();
  private entries: Entry[] | undefined;
  private readonly total: Runs;
  private readonly channelRuns: Runs[] = [];
  private readonly categoryRuns: Runs[] = [];
  private characters = 0;
  private readonly year: string;
  /** The sheet read last, and the numbers of its columns of titles and categories. */
  private sheet: Sheet | undefined;
  private titles = 0;
  private categories = 0;
  private notDisclosed: { count: number; readonly at: CellPlace } | undefined;
  private readonly refused = new Set<'channels' | 'categories'>();
  private readonly disagreements: Disagreements;

  constructor(reading: Reading) {
    this.reading = reading;
    this.disagreements = new Disagreements(reading);
    this.entries = reading.options.countOnly ? undefined : [];
    this.year = String(reading.options.year);
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
    if (read.date !== '' && read.date.slice(0, 4) !== this.year) {
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
  private count(row: BodyRow, read: ItemRow, given: readonly RowChannel[]): boolean {
    if (this.sheet !== row.sheet) this.enter(row.sheet, read.column);
    const { item, fresh } = this.index.add(read.key);
    // An empty channel counts as one of its own, so that a row repeated without channel is found too.
    const channels = given.length === 0 ? [{ name: '', column: read.column }] : given;
    if (!fresh) {
      this.again(row, read, channels, item);
      return false;
    }
    const { quantity } = read;
    const month = read.date === '' ? 0 : Number(read.date.slice(5, 7));
    this.tally.addItem(month, quantity);
    this.total.add(this.titles, row.number);
    if (this.entries) this.keep(row, read, this.entries);
    const entry = this.entries?.[item];
    const category = read.category === '' ? none : this.categorise(row, read.category, quantity, entry);
    const head = this.addChannels(row, channels, { month, category, quantity, head: none }, undefined, entry);
    this.items.add(quantity, category, month, head);
    return true;
  }

  /** Counts a row of an item that was met before: what the rows before it do not say of it. */
  private again(row: BodyRow, read: ItemRow, channels: readonly RowChannel[], item: number): void {
    const { items, memberships } = this;
    const quantity = items.get(item, ofItem.quantity);
    const month = items.get(item, ofItem.month);
    const head = items.get(item, ofItem.head);
    const entry = this.entries?.[item];
    let category = items.get(item, ofItem.category);
    if (category === none && read.category !== '') {
      category = this.categorise(row, read.category, quantity, entry);
      items.set(item, ofItem.category, category);
      for (const place of category === none ? [] : memberships.of(head))
        this.tally.addCategoryInChannel(category, memberships.channel(place), quantity);
    } else if (category !== none && read.category !== '' && !this.tally.isCategory(category, read.category)) {
      const first = this.tally.categoryAt(category);
      this.disagreements.category(row, () => ({ now: read.category, first, ...this.firstOf(row, head) }));
    }
    if (read.counted && read.quantity !== quantity)
      this.disagreements.quantity(row, () => ({ now: read.quantity, first: quantity, ...this.firstOf(row, head) }));
    const before = memberships.byChannel(item, head);
    items.set(item, ofItem.head, this.addChannels(row, channels, { month, category, quantity, head }, before, entry));
  }

  /** Goes on to another sheet: its columns get their numbers once. */
  private enter(sheet: Sheet, titles: number): void {
    const { ranges } = this.reading;
    this.sheet = sheet;
    this.titles = ranges.column(sheet.name, titles);
    this.categories = ranges.column(sheet.name, sheet.layout.columns.get('category') ?? 0);
  }

  /** Counts an item in the category that a cell names; gives its number, −1 where there are too many. */
  private categorise(row: BodyRow, text: string, quantity: number, entry: Entry | undefined): number {
    const category = this.tally.category(text);
    if (category === undefined) {
      if (entry) entry.category = categoryName(text);
      this.refuse('categories', row, row.sheet.layout.columns.get('category') ?? 0);
      return none;
    }
    this.tally.addCategory(category, quantity);
    let runs = this.categoryRuns[category];
    if (!runs) {
      runs = this.reading.ranges.of(`类别.${this.tally.categoryAt(category)}`);
      this.categoryRuns[category] = runs;
    }
    runs.add(this.categories, row.number);
    if (entry) entry.category = this.tally.categoryAt(category);
    return category;
  }

  /** Counts an item in the channels of a row that it was not counted in `before`; gives the first of its memberships. */
  private addChannels(
    row: BodyRow,
    channels: readonly RowChannel[],
    item: { readonly month: number; readonly category: number; readonly quantity: number; readonly head: number },
    before: Map<number, number> | undefined,
    entry: Entry | undefined,
  ): number {
    let repeated: RowChannel[] | undefined;
    let first = none;
    let { head } = item;
    // By index: an iterator for every row costs more than what is done with it.
    for (let at = 0; at < channels.length; at += 1) {
      const channel = channels[at];
      if (!channel) continue;
      channel.id ??= channel.name === '' ? unnamed : this.tally.channel(channel.name);
      const { id } = channel;
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
      channel.place ??= this.reading.ranges.column(row.sheet.name, channel.column);
      head = this.memberships.add(id, head, channel.place, row.number);
      before?.set(id, head);
      if (id === unnamed) continue;
      this.tally.addChannel(id, item.month, item.category, item.quantity);
      let runs = this.channelRuns[id];
      if (!runs) {
        runs = this.reading.ranges.of(`渠道.${this.tally.channelAt(id)}`);
        this.channelRuns[id] = runs;
      }
      runs.add(channel.place, row.number);
      if (entry) entry.channels.push(this.tally.channelAt(id));
    }
    if (repeated) this.reportRepeated(row, repeated, first);
    return head;
  }

  /** Where an item stands for the first time, by the latest of its memberships. */
  private firstOf(row: BodyRow, head: number): { readonly at: CellPlace; readonly row: number } {
    const first = this.memberships.first(head);
    if (first === none) return { at: row.place(this.titles), row: row.number };
    const number = this.memberships.row(first);
    return { at: this.reading.ranges.place(this.memberships.column(first), number), row: number };
  }

  private reportRepeated(row: BodyRow, channels: readonly RowChannel[], earlier: number): void {
    const { found, ranges } = this.reading;
    const at = row.place(channels[0]?.column ?? 0);
    if (found.isFull('ledger/duplicate')) {
      found.count('ledger/duplicate', at);
      return;
    }
    const firstRow = this.memberships.row(earlier);
    const before = ranges.place(this.memberships.column(earlier), firstRow);
    const named = channels.map(({ name }) => name).filter((name) => name !== '');
    const title = quoted(row.title?.text ?? '');
    found.say(
      'ledger/duplicate',
      at,
      { title, channels: quoted(named.join('、')), row: row.number, firstRow },
      {
        say: named.length === 0 ? 'default' : 'channel',
        notes: [{ say: 'first', args: { title, cell: before.cell }, at: before }],
      },
    );
  }

  /** Tells once that a column has more names than channels or categories can be. */
  private refuse(say: 'channels' | 'categories', row: BodyRow, column: number): void {
    if (this.refused.has(say)) return;
    this.refused.add(say);
    this.reading.found.say('ledger/unknown-column', row.place(column), {}, { say, severity: 'warning' });
  }

  private keep(row: BodyRow, read: ItemRow, entries: Entry[]): void {
    this.characters += row.cells.reduce((sum, cell) => sum + cell.text.length, 0);
    if (entries.length === mostEntries || this.characters > mostCharacters) {
      this.entries = undefined;
      return;
    }
    entries.push({
      title: row.title?.text ?? '',
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
    this.disagreements.finish();
    if (this.notDisclosed) {
      const { at, count } = this.notDisclosed;
      this.reading.found.say('ledger/unknown-column', at, { count }, { say: 'mode' });
    }
    return { items: this.tally.counts(), ...(this.entries ? { entries: this.entries } : {}) };
  }
}
