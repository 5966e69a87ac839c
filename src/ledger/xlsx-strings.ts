import { LedgerUnreadable } from './ledger.ts';
import { Numbers } from './numbers.ts';
import { limits } from './workbook-limits.ts';

/** More than the longest text a cell can hold takes, and little beside a small workbook. */
const segmentSize = 256 * 1024;

/** How many strings are kept as they were read: categories and channels are asked for again and again, titles once. */
const cacheSize = 4096;

/** The shared strings of a workbook, held as UTF-8 in segments: a million titles cost their bytes and little more. */
export class SharedStrings {
  private readonly segments: Buffer[] = [];
  /** Where each string begins: segment × segment size + offset; its length stands in the four bytes there. */
  private readonly starts = new Numbers();
  private free = segmentSize;
  private total = 0;
  /** All of them, where they are few. */
  private few: readonly string[] | undefined;
  private readonly cached: (string | undefined)[] = [];
  private readonly cachedIndex: number[] = [];

  private reserve(length: number): Buffer {
    this.total += length;
    if (this.total > limits.stringBytes || this.starts.length >= limits.strings)
      throw new LedgerUnreadable('too-large', 'xlsx: shared strings');
    let segment = this.segments.at(-1);
    if (!segment || this.free + 4 + length > segmentSize) {
      segment = Buffer.allocUnsafeSlow(segmentSize);
      this.segments.push(segment);
      this.free = 0;
    }
    this.starts.push((this.segments.length - 1) * segmentSize + this.free);
    segment.writeUInt32LE(length, this.free);
    this.free += 4 + length;
    return segment;
  }

  get isEmpty(): boolean {
    return this.starts.length === 0;
  }

  /** Takes all strings of a small table at once, instead of one by one. */
  take(texts: readonly string[]): void {
    this.few = texts;
  }

  /** Adds a string; throws `too-large`. */
  add(text: string): void {
    const length = Buffer.byteLength(text);
    this.reserve(length).write(text, this.free - length, 'utf8');
  }

  /** Adds a string that is UTF-8 already, its bytes taken one a character. */
  addBytes(bytes: string): void {
    this.reserve(bytes.length).write(bytes, this.free - bytes.length, 'latin1');
  }

  /** The string of an index; undefined where there is none. */
  at(index: number): string | undefined {
    if (this.few) return this.few[index];
    const slot = index % cacheSize;
    if (this.cachedIndex[slot] === index) return this.cached[slot];
    if (!(index >= 0 && index < this.starts.length)) return undefined;
    const start = this.starts.get(index);
    const segment = this.segments[Math.floor(start / segmentSize)];
    const offset = start % segmentSize;
    const text = segment?.toString('utf8', offset + 4, offset + 4 + segment.readUInt32LE(offset)) ?? '';
    this.cachedIndex[slot] = index;
    this.cached[slot] = text;
    return text;
  }
}
