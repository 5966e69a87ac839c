import { channelName, mostChannels } from './channels.ts';
import type { ItemCounts } from './ledger.ts';
import { compact, isBare } from './spelling.ts';

/** Names that are longer are not kept as they were written. */
const longestKept = 100;

/** Names by number, in order of first appearance; names that differ only in spaces or width are one. */
class Names {
  private readonly ids = new Map<string, number>();
  /** The same for names as they were written first, which need not be made alike again. */
  private readonly written = new Map<string, number>();
  readonly names: string[] = [];
  private readonly most: number;

  constructor(most: number) {
    this.most = most;
  }

  /** The number of a name that was written so when it was met first. */
  known(written: string): number | undefined {
    return this.written.get(written);
  }

  /** The number of a name, or undefined where it is new and there are too many already. */
  id(name: string, written: string): number | undefined {
    const key = compact(name);
    const known = this.ids.get(key);
    if (known !== undefined || this.names.length >= this.most) return known;
    this.ids.set(key, this.names.length);
    if (written.length <= longestKept) this.written.set(written, this.names.length);
    return this.names.push(name) - 1;
  }

  find(name: string): number | undefined {
    return this.ids.get(compact(name));
  }
}

/** A category beyond these is no category either; each takes some kilobytes, of which a million fill any memory. */
export const mostCategories = 10_000;

/** A category as it is named: on one line and not longer than any heading. */
export function categoryName(text: string): string {
  const start = text.slice(0, 100);
  return isBare(start) ? start : start.replace(/\s+/gu, ' ');
}

/** What went through one channel. */
class ChannelCounts {
  total = 0;
  /** By month, 1–12. */
  readonly months: number[] = Array.from({ length: 13 }, () => 0);
  readonly categories: number[] = [];
}

/** Counts items by channel, category and month as they are read. */
export class ItemTally {
  private total = 0;
  private readonly channelNames = new Names(mostChannels);
  private readonly categoryNames = new Names(mostCategories);
  private readonly channels: ChannelCounts[] = [];
  private readonly categoryCounts: number[] = [];
  /** By month, 1–12; 0 where the date is not known. */
  private readonly months: number[] = Array.from({ length: 13 }, () => 0);

  /** Items counted so far. */
  get sum(): number {
    return this.total;
  }

  /** The number of a channel, or undefined once there are too many. */
  channel(name: string): number | undefined {
    return this.channelNames.known(name) ?? this.channelNames.id(name, name);
  }

  channelAt(id: number): string {
    return this.channelNames.names[id] ?? '';
  }

  /** The number of the category that a cell's text names, or undefined once there are too many. */
  category(text: string): number | undefined {
    return this.categoryNames.known(text) ?? this.categoryNames.id(categoryName(text), text);
  }

  /** Whether a cell's text names this category. */
  isCategory(id: number, text: string): boolean {
    return this.categoryNames.known(text) === id || compact(categoryName(text)) === compact(this.categoryAt(id));
  }

  categoryAt(id: number): string {
    return this.categoryNames.names[id] ?? '';
  }

  /** Counts an item, once; `month` 1–12 or 0 where its date is not known. */
  addItem(month: number, quantity: number): void {
    this.total += quantity;
    this.months[month] = (this.months[month] ?? 0) + quantity;
  }

  /** Counts an item in its category, once. */
  addCategory(category: number, quantity: number): void {
    this.categoryCounts[category] = (this.categoryCounts[category] ?? 0) + quantity;
  }

  /** Counts an item in a channel, once; `category` -1 where it is not known. */
  addChannel(channel: number, month: number, category: number, quantity: number): void {
    this.channels[channel] ??= new ChannelCounts();
    const { months } = this.channels[channel];
    this.channels[channel].total += quantity;
    months[month] = (months[month] ?? 0) + quantity;
    if (category >= 0) this.addCategoryInChannel(category, channel, quantity);
  }

  /** Counts an item in its category within a channel, once. */
  addCategoryInChannel(category: number, channel: number, quantity: number): void {
    const categories = this.channels[channel]?.categories;
    if (categories) categories[category] = (categories[category] ?? 0) + quantity;
  }

  counts(): ItemCounts {
    const channelOf = (name: string): ChannelCounts | undefined =>
      this.channels[this.channelNames.find(name) ?? this.channelNames.find(channelName(name)) ?? -1];
    return {
      total: this.total,
      channels: new Map(this.channelNames.names.map((name, id) => [name, this.channels[id]?.total ?? 0])),
      categories: new Map(this.categoryNames.names.map((name, id) => [name, this.categoryCounts[id] ?? 0])),
      months: this.months.slice(1),
      categoryInChannel: (category, channel) =>
        channelOf(channel)?.categories[this.categoryNames.find(category) ?? -1] ?? 0,
      monthInChannel: (month, channel) => (month > 0 ? (channelOf(channel)?.months[month] ?? 0) : 0),
    };
  }
}
