import { channelName } from './channels.ts';
import type { ItemCounts } from './ledger.ts';
import { compact } from './spelling.ts';

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

  /** The number of a name, or undefined where it is new and there are too many already. */
  id(name: string): number | undefined {
    const same = this.written.get(name);
    if (same !== undefined) return same;
    const key = compact(name);
    const known = this.ids.get(key);
    if (known !== undefined || this.names.length >= this.most) return known;
    this.ids.set(key, this.names.length);
    this.written.set(name, this.names.length);
    return this.names.push(name) - 1;
  }

  find(name: string): number | undefined {
    return this.ids.get(compact(name));
  }
}

/** Two small numbers as one key of a map. */
const pair = (first: number, second: number): number => first * 65536 + second;

/** A channel beyond these is no channel: another column was taken for one. */
export const mostChannels = 500;

/** A category beyond these is no category either; each takes some kilobytes, of which a million fill any memory. */
export const mostCategories = 10_000;

/** Counts items by channel, category and month as they are read. */
export class ItemTally {
  private total = 0;
  private readonly channelNames = new Names(mostChannels);
  private readonly categoryNames = new Names(mostCategories);
  private readonly channelCounts: number[] = [];
  private readonly categoryCounts: number[] = [];
  private readonly months: number[] = Array.from({ length: 12 }, () => 0);
  private readonly byCategory = new Map<number, number>();
  private readonly byMonth = new Map<number, number>();

  /** Items counted so far. */
  get sum(): number {
    return this.total;
  }

  /** The number of a channel, or undefined once there are too many. */
  channel(name: string): number | undefined {
    return this.channelNames.id(name);
  }

  channelAt(id: number): string {
    return this.channelNames.names[id] ?? '';
  }

  /** The number of a category, or undefined once there are too many. */
  category(name: string): number | undefined {
    return this.categoryNames.id(name);
  }

  categoryAt(id: number): string {
    return this.categoryNames.names[id] ?? '';
  }

  /** Counts an item, once; `month` 1–12 or 0 where its date is not known. */
  addItem(month: number, quantity: number): void {
    this.total += quantity;
    if (month > 0) this.months[month - 1] = (this.months[month - 1] ?? 0) + quantity;
  }

  /** Counts an item in its category, once. */
  addCategory(category: number, quantity: number): void {
    this.categoryCounts[category] = (this.categoryCounts[category] ?? 0) + quantity;
  }

  /** Counts an item in a channel, once. */
  addChannel(channel: number, month: number, quantity: number): void {
    this.channelCounts[channel] = (this.channelCounts[channel] ?? 0) + quantity;
    if (month > 0) this.byMonth.set(pair(month, channel), (this.byMonth.get(pair(month, channel)) ?? 0) + quantity);
  }

  /** Counts an item in its category within a channel, once. */
  addCategoryInChannel(category: number, channel: number, quantity: number): void {
    const key = pair(category, channel);
    this.byCategory.set(key, (this.byCategory.get(key) ?? 0) + quantity);
  }

  counts(): ItemCounts {
    const channelOf = (name: string): number | undefined =>
      this.channelNames.find(name) ?? this.channelNames.find(channelName(name));
    return {
      total: this.total,
      channels: new Map(this.channelNames.names.map((name, id) => [name, this.channelCounts[id] ?? 0])),
      categories: new Map(this.categoryNames.names.map((name, id) => [name, this.categoryCounts[id] ?? 0])),
      months: [...this.months],
      categoryInChannel: (category, channel) => {
        const ids = [this.categoryNames.find(category), channelOf(channel)] as const;
        return ids[0] === undefined || ids[1] === undefined ? 0 : (this.byCategory.get(pair(ids[0], ids[1])) ?? 0);
      },
      monthInChannel: (month, channel) => {
        const id = channelOf(channel);
        return id === undefined ? 0 : (this.byMonth.get(pair(month, id)) ?? 0);
      },
    };
  }
}
