/** The first block holds so many numbers, every other one twice as many as the one before. */
const first = 16;

const blockOf = (at: number): number => 27 - Math.clz32(at + first);

/** A list of whole numbers below 2³¹: a few take little, a million four megabytes, and growing copies none of them. */
export class Numbers {
  private readonly blocks: Int32Array[] = [];
  /** The last block, and how much of it is filled. */
  private last = new Int32Array(first);
  private filled = 0;
  private room = first;
  private count = 0;

  constructor() {
    this.blocks.push(this.last);
  }

  get length(): number {
    return this.count;
  }

  get(at: number): number {
    const block = blockOf(at);
    return this.blocks[block]?.[at + first - (first << block)] ?? 0;
  }

  /** Changes a number that was pushed before. */
  set(at: number, value: number): void {
    const block = blockOf(at);
    const numbers = this.blocks[block];
    if (numbers) numbers[at + first - (first << block)] = value;
  }

  /** Adds a number; gives its place. */
  push(value: number): number {
    if (this.filled === this.room) {
      this.room *= 2;
      this.last = new Int32Array(this.room);
      this.blocks.push(this.last);
      this.filled = 0;
    }
    this.last[this.filled] = value;
    this.filled += 1;
    this.count += 1;
    return this.count - 1;
  }
}
