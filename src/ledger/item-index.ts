/** No item. */
const none = -1;

/** Two independent 32-bit hashes of a text: among a million items two differ by mistake once in 10⁷ ledgers. */
function hashes(text: string): readonly [number, number] {
  let first = 0x811c9dc5;
  let second = 0x9e3779b9;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    first = Math.imul(first ^ unit, 0x01000193);
    second = Math.imul((second ^ unit) + ((second << 13) | (second >>> 19)), 0x85ebca6b);
    second ^= second >>> 15;
  }
  first = Math.imul(first ^ (first >>> 16), 0x7feb352d);
  second = Math.imul(second ^ (second >>> 13), 0xc2b2ae35);
  return [(first ^ (first >>> 15)) >>> 0, (second ^ (second >>> 16)) >>> 0];
}

/** A text as it enters a key: a long one by its length and 64 bits of it. */
export const keyText = (text: string): string =>
  text.length > 200 ? `\u0002${text.length}.${hashes(text).join('.')}` : text;

/** Up to this many keys are kept as they are: an ordinary ledger is read before hashing by hand is fast. */
const mostKeys = 4096;

/** Numbers the items by their keys, 0 first; of many it keeps 64 bits of a key, not its text, so that a million stay small. */
export class ItemIndex {
  private keys: Map<string, number> | undefined = new Map();
  private slots = new Int32Array(1024).fill(none);
  private firsts = new Uint32Array(512);
  private seconds = new Uint32Array(512);
  private count = 0;

  /** The number of the item with this key, and whether it was met for the first time. */
  add(key: string): { readonly item: number; readonly fresh: boolean } {
    if (this.keys) {
      const known = this.keys.get(key);
      if (known !== undefined) return { item: known, fresh: false };
      if (this.keys.size < mostKeys) {
        this.keys.set(key, this.keys.size);
        return { item: this.keys.size - 1, fresh: true };
      }
      const kept = this.keys.keys();
      this.keys = undefined;
      for (const each of kept) this.hashed(each);
    }
    return this.hashed(key);
  }

  private hashed(key: string): { readonly item: number; readonly fresh: boolean } {
    const [first, second] = hashes(key);
    const mask = this.slots.length - 1;
    let slot = (first ^ second) & mask;
    for (let item = this.slots[slot] ?? none; item !== none; item = this.slots[slot] ?? none) {
      if (this.firsts[item] === first && this.seconds[item] === second) return { item, fresh: false };
      slot = (slot + 1) & mask;
    }
    const item = this.count;
    this.count += 1;
    this.slots[slot] = item;
    this.firsts[item] = first;
    this.seconds[item] = second;
    if (this.count === this.firsts.length) this.grow();
    return { item, fresh: true };
  }

  private grow(): void {
    const length = this.firsts.length * 2;
    const grown = (from: Uint32Array): Uint32Array<ArrayBuffer> => {
      const to = new Uint32Array(length);
      to.set(from);
      return to;
    };
    this.firsts = grown(this.firsts);
    this.seconds = grown(this.seconds);
    this.slots = new Int32Array(length * 2).fill(none);
    const mask = this.slots.length - 1;
    for (let item = 0; item < this.count; item += 1) {
      let slot = ((this.firsts[item] ?? 0) ^ (this.seconds[item] ?? 0)) & mask;
      while (this.slots[slot] !== none) slot = (slot + 1) & mask;
      this.slots[slot] = item;
    }
  }
}
