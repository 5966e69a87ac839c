/** A block holds so many records: a power of two. */
const perBlock = 256;

/** A list of records of four whole numbers below 2³¹, in blocks: a million take sixteen megabytes, and growing copies none of them. */
export class Records {
  private readonly blocks: Int32Array[] = [];
  private count = 0;

  /** Adds a record; gives its place. */
  add(first: number, second: number, third: number, fourth: number): number {
    const place = this.count;
    const at = (place % perBlock) * 4;
    if (at === 0) this.blocks.push(new Int32Array(perBlock * 4));
    const block = this.blocks[this.blocks.length - 1];
    this.count = place + 1;
    if (!block) return place;
    block[at] = first;
    block[at + 1] = second;
    block[at + 2] = third;
    block[at + 3] = fourth;
    return place;
  }

  /** A number of a record that was added before; `field` 0 to 3. */
  get(place: number, field: number): number {
    return this.blocks[Math.floor(place / perBlock)]?.[(place % perBlock) * 4 + field] ?? 0;
  }

  /** Changes a number of a record that was added before. */
  set(place: number, field: number, value: number): void {
    const block = this.blocks[Math.floor(place / perBlock)];
    if (block) block[(place % perBlock) * 4 + field] = value;
  }
}
