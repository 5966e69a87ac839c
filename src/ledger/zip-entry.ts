import { crc32, createInflateRaw, inflateRawSync } from 'node:zlib';
import { LedgerUnreadable } from './ledger.ts';
import type { ByteSource } from './workbook.ts';
import { limits } from './workbook-limits.ts';
import { readExactly, type ZipEntry } from './zip.ts';

/** Bytes inflated at a time, and read from the file at a time. */
const chunkSize = 256 * 1024;

/** Entries up to this size are inflated at once: no stream to set up. */
const atOnce = 8 * 2 ** 20;
/** But in pieces of this size, for what a file says of itself need not be so. */
const mostAtOnce = 2 ** 20;

const damaged = (entry: ZipEntry): LedgerUnreadable => new LedgerUnreadable('damaged', entry.name);

/** Counts what has been inflated of a file and refuses what is more than any honest workbook has. */
export class InflateBudget {
  private total = 0;
  private readonly most: number;

  /** For a file of `size` bytes: a thousand sheets of a workbook may all be one part. */
  constructor(size: number, ratio: number = limits.ratioOfAll) {
    this.most = Math.min(limits.total, Math.max(limits.allFrom, ratio * size));
  }

  /** `inflated` bytes of the entry so far, `added` of them just now; throws `too-large`. */
  spend(entry: ZipEntry, inflated: number, added: number): void {
    this.total += added;
    if (
      inflated > limits.entry ||
      this.total > this.most ||
      (inflated > limits.ratioFrom && inflated > limits.ratio * entry.packedSize)
    )
      throw new LedgerUnreadable('too-large', entry.name);
  }
}

/** Where the packed bytes begin, behind the local header; throws `password` or `damaged`. */
function packedStart(source: ByteSource, entry: ZipEntry): number {
  if (entry.encrypted) throw new LedgerUnreadable('password', entry.name);
  const header = readExactly(source, entry.offset, 30);
  if (header.readUInt32LE(0) !== 0x04034b50) throw damaged(entry);
  if (entry.method !== 8 && (entry.method !== 0 || entry.size !== entry.packedSize)) throw damaged(entry);
  return entry.offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
}

/** An entry's bytes, whole; throws `damaged`, `password`, or `too-large` above `most` bytes. */
export function readEntry(
  source: ByteSource,
  entry: ZipEntry,
  budget: InflateBudget,
  most: number = limits.part,
): Buffer {
  const start = packedStart(source, entry);
  if (entry.size > most) throw new LedgerUnreadable('too-large', entry.name);
  budget.spend(entry, entry.size, entry.size);
  const packed = readExactly(source, start, entry.packedSize);
  let bytes = packed;
  if (entry.method === 8)
    try {
      // In one piece, with a byte to spare that says that there is no more.
      const piece = Math.max(64, Math.min(entry.size + 1, mostAtOnce));
      bytes = inflateRawSync(packed, { chunkSize: piece, maxOutputLength: Math.max(1, entry.size) });
    } catch {
      throw damaged(entry);
    }
  if (bytes.length !== entry.size || crc32(bytes) !== entry.crc) throw damaged(entry);
  return bytes;
}

function* packedChunks(
  source: ByteSource,
  start: number,
  entry: ZipEntry,
  onRead: (bytes: number) => void,
): Generator<Buffer> {
  for (let at = 0; at < entry.packedSize; at += chunkSize) {
    const length = Math.min(chunkSize, entry.packedSize - at);
    yield readExactly(source, start + at, length);
    onRead(length);
  }
}

async function* inflated(packed: Generator<Buffer>, entry: ZipEntry): AsyncGenerator<Buffer> {
  const stream = createInflateRaw({ chunkSize });
  const write = (): void => {
    try {
      for (;;) {
        const next = packed.next();
        if (next.done) {
          stream.end();
          return;
        }
        if (!stream.write(next.value)) {
          stream.once('drain', write);
          return;
        }
      }
    } catch (error) {
      stream.destroy(error instanceof Error ? error : damaged(entry));
    }
  };
  write();
  try {
    for await (const chunk of stream) yield chunk as Buffer;
  } catch (error) {
    throw error instanceof LedgerUnreadable ? error : damaged(entry);
  } finally {
    stream.destroy();
  }
}

/**
 * An entry's bytes as they are inflated, size and checksum compared at the end; `onRead` hears of the packed bytes read.
 * Throws `damaged`, `password` or `too-large`.
 */
export async function* openEntry(
  source: ByteSource,
  entry: ZipEntry,
  budget: InflateBudget,
  onRead: (bytes: number) => void = () => {},
): AsyncGenerator<Buffer> {
  if (entry.size <= atOnce) {
    yield readEntry(source, entry, budget);
    onRead(entry.packedSize);
    return;
  }
  const packed = packedChunks(source, packedStart(source, entry), entry, onRead);
  let size = 0;
  let sum = 0;
  for await (const chunk of entry.method === 8 ? inflated(packed, entry) : packed) {
    size += chunk.length;
    budget.spend(entry, size, chunk.length);
    if (size > entry.size) throw damaged(entry);
    sum = crc32(chunk, sum);
    yield chunk;
  }
  if (size !== entry.size || sum !== entry.crc) throw damaged(entry);
}
