import { LedgerUnreadable } from './ledger.ts';
import type { ByteSource } from './workbook.ts';
import { limits } from './workbook-limits.ts';

/** One file inside a zip file. */
export interface ZipEntry {
  readonly name: string;
  readonly encrypted: boolean;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  readonly crc: number;
  readonly packedSize: number;
  readonly size: number;
  /** Where its local header begins. */
  readonly offset: number;
}

const bufferOf = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
const damaged = (detail: string): LedgerUnreadable => new LedgerUnreadable('damaged', detail);

/** `length` bytes of the file; throws `damaged` where the file ends before. */
export function readExactly(source: ByteSource, offset: number, length: number): Buffer {
  if (offset < 0 || length < 0 || offset + length > source.size) throw damaged('zip: beyond the end');
  const bytes = bufferOf(source.read(offset, length));
  if (bytes.length !== length) throw damaged('zip: beyond the end');
  return bytes;
}

interface Directory {
  /** Where the directory ends in this file. */
  readonly end: number;
  readonly size: number;
  /** Where it says it begins. */
  readonly offset: number;
}

const long = (bytes: Buffer, at: number): number => Number(bytes.readBigUInt64LE(at));

/** The record that ends every zip file, and behind it the one for large files (APPNOTE 4.3.14–16). */
function findDirectory(source: ByteSource): Directory {
  const tailSize = Math.min(source.size, 22 + 0xffff);
  const tail = readExactly(source, source.size - tailSize, tailSize);
  let at = tail.length - 22;
  while (at >= 0 && !(tail.readUInt32LE(at) === 0x06054b50 && at + 22 + tail.readUInt16LE(at + 20) <= tail.length))
    at -= 1;
  if (at < 0) throw damaged('zip: no directory');
  const end = source.size - tailSize + at;
  const directory = { end, size: tail.readUInt32LE(at + 12), offset: tail.readUInt32LE(at + 16) };
  if (end >= 20) {
    const locator = readExactly(source, end - 20, 20);
    if (locator.readUInt32LE(0) === 0x07064b50) {
      const start = long(locator, 8);
      const record = readExactly(source, start, 56);
      if (record.readUInt32LE(0) !== 0x06064b50) throw damaged('zip: no directory');
      return { end: start, size: long(record, 40), offset: long(record, 48) };
    }
  }
  return directory;
}

/** Sizes of 4 GB and more stand in an extra field (APPNOTE 4.5.3), in this order and only where they are needed. */
function largeSizes(extra: Buffer, values: [number, number, number]): [number, number, number] {
  for (let at = 0; at + 4 <= extra.length; ) {
    const length = extra.readUInt16LE(at + 2);
    if (extra.readUInt16LE(at) === 1) {
      let field = at + 4;
      return values.map((value) => {
        if (value !== 0xffffffff || field + 8 > Math.min(extra.length, at + 4 + length)) return value;
        field += 8;
        return long(extra, field - 8);
      }) as [number, number, number];
    }
    at += 4 + length;
  }
  return values;
}

/**
 * The files inside a zip file by name (lower case, `/` as separator: part names are compared so), from its central directory.
 * Throws `damaged` or `too-large`.
 */
export function readDirectory(source: ByteSource): ReadonlyMap<string, ZipEntry> {
  if (source.size < 22) throw damaged('zip: too short');
  const found = findDirectory(source);
  if (found.size > limits.directory) throw new LedgerUnreadable('too-large', 'zip: directory');
  const start = found.end - found.size;
  // Bytes put before a zip file move everything by as much.
  const shift = Math.max(0, start - found.offset);
  const bytes = readExactly(source, start, found.size);
  const entries = new Map<string, ZipEntry>();
  let count = 0;
  for (let at = 0; at + 46 <= bytes.length; ) {
    if (bytes.readUInt32LE(at) !== 0x02014b50) throw damaged('zip: directory');
    count += 1;
    if (count > limits.entries) throw new LedgerUnreadable('too-large', 'zip: entries');
    const [nameLength, extraLength, commentLength] = [
      bytes.readUInt16LE(at + 28),
      bytes.readUInt16LE(at + 30),
      bytes.readUInt16LE(at + 32),
    ];
    const next = at + 46 + nameLength + extraLength + commentLength;
    if (next > bytes.length) throw damaged('zip: directory');
    const written = bytes
      .toString('utf8', at + 46, at + 46 + nameLength)
      .replaceAll('\\', '/')
      .toLowerCase();
    const name = written.startsWith('/') ? written.slice(1) : written;
    const [size, packedSize, offset] = largeSizes(
      bytes.subarray(at + 46 + nameLength, at + 46 + nameLength + extraLength),
      [bytes.readUInt32LE(at + 24), bytes.readUInt32LE(at + 20), bytes.readUInt32LE(at + 42)],
    );
    const crc = bytes.readUInt32LE(at + 16);
    const other = entries.get(name);
    // Of two parts of one name some programs show the first and some the last: nobody can say what was counted.
    if (other && (other.crc !== crc || other.size !== size)) throw damaged('zip: two entries of one name');
    entries.set(name, {
      name,
      encrypted: (bytes.readUInt16LE(at + 8) & 1) === 1,
      method: bytes.readUInt16LE(at + 10),
      crc,
      packedSize,
      size,
      offset: offset + shift,
    });
    at = next;
  }
  return entries;
}
