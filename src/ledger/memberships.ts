import { Records } from './records.ts';

/** No place in the list, and no number of a category. */
export const none = -1;

const field = { channel: 0, next: 1, column: 2, row: 3 } as const;

/** The channels that items went through: a list of them an item, the latest first, each with where it was read. */
export class Memberships {
  private readonly records = new Records();
  private latest: { readonly item: number; readonly places: Map<number, number> } | undefined;

  /** Adds a channel before the list that begins at `next`; gives its place. `column` is one of the numbers of {@link Ranges}. */
  add(channel: number, next: number, column: number, row: number): number {
    return this.records.add(channel, next, column, row);
  }

  /** The places of a list, the first being `head`. */
  *of(head: number): Generator<number> {
    for (let at = head; at !== none; at = this.records.get(at, field.next)) yield at;
  }

  channel(place: number): number {
    return this.records.get(place, field.channel);
  }

  column(place: number): number {
    return this.records.get(place, field.column);
  }

  row(place: number): number {
    return this.records.get(place, field.row);
  }

  /** The places of an item's list by channel; those of the latest item are kept, for a template repeats one row on and on. */
  byChannel(item: number, head: number): Map<number, number> {
    if (this.latest?.item === item) return this.latest.places;
    const places = new Map<number, number>();
    for (const place of this.of(head)) places.set(this.channel(place), place);
    this.latest = { item, places };
    return places;
  }

  /** The place of the channel that was read first. */
  first(head: number): number {
    let first = head;
    for (const place of this.of(head)) first = place;
    return first;
  }
}
