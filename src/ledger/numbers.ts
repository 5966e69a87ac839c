/** The first block holds 2⁴ numbers, every other one twice as many as the one before. */
const least = 4;

const blockOf = (at: number): number => 31 - least - Math.clz32(at + (1 << least));
const startOf = (block: number): number => (1 << (least + block)) - (1 << least);

/** A list of whole numbers below 2³¹: a few take little, a million four megabytes, and growing copies none of them. */
export class Numbers {
  private readonly blocks: Int32Array[] = [];
  private count = 0;

  get length(): number {
    return this.count;
  }

  get(at: number): number {
    const block = blockOf(at);
    return this.blocks[block]?.[at - startOf(block)] ?? 0;
  }

  /** Changes a number that was pushed before. */
  set(at: number, value: number): void {
    const block = blockOf(at);
    const numbers = this.blocks[block];
    if (numbers) numbers[at - startOf(block)] = value;
  }

  /** Adds a number; gives its place. */
  push(value: number): number {
    const at = this.count;
    const block = blockOf(at);
    if (block === this.blocks.length) this.blocks.push(new Int32Array(1 << (least + block)));
    this.count += 1;
    this.set(at, value);
    return at;
  }
}
