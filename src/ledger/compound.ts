import { LedgerUnreadable } from './ledger.ts';
import type { ByteSource } from './workbook.ts';

/** Sectors of the directory that are looked at: 64 names each 8 KB; a workbook has a handful. */
const mostSectors = 4096;
const endOfChain = 0xfffffffa;
/** The kind of an entry of the directory that is a stream; others are folders. */
const stream = 2;

/** Whether a file begins as a compound file does ([MS-CFB] 2.2). */
export const isCompound = (head: Uint8Array): boolean =>
  [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1].every((byte, at) => head[at] === byte);

/** The names of the streams and storages in a compound file ([MS-CFB] 2.6), in the directory's order. Throws `damaged`. */
export function readStreamNames(source: ByteSource): ReadonlySet<string> {
  const header = Buffer.from(source.read(0, 512));
  const power = header.length === 512 ? header.readUInt16LE(30) : 0;
  if (power !== 9 && power !== 12) throw new LedgerUnreadable('damaged', 'compound file');
  const size = 2 ** power;
  const sectorAt = (index: number): Buffer => Buffer.from(source.read((index + 1) * size, size));
  const perSector = size / 4;
  const tableSector = (which: number): number | undefined => {
    if (which < 109) return header.readUInt32LE(76 + 4 * which);
    let next = header.readUInt32LE(68);
    for (let skip = Math.floor((which - 109) / (perSector - 1)); skip > 0 && next < endOfChain; skip -= 1)
      next = wordAt(sectorAt(next), perSector - 1);
    return next < endOfChain ? wordAt(sectorAt(next), (which - 109) % (perSector - 1)) : undefined;
  };
  const wordAt = (sector: Buffer, index: number): number =>
    sector.length >= 4 * index + 4 ? sector.readUInt32LE(4 * index) : endOfChain;
  const follow = (index: number): number => {
    const table = tableSector(Math.floor(index / perSector));
    return table === undefined || table >= endOfChain ? endOfChain : wordAt(sectorAt(table), index % perSector);
  };
  const names = new Set<string>();
  let streams = 0;
  let sector = header.readUInt32LE(48);
  for (let count = 0; sector < endOfChain && count < mostSectors; count += 1) {
    const bytes = sectorAt(sector);
    for (let at = 0; at + 128 <= bytes.length; at += 128) {
      const length = bytes.readUInt16LE(at + 64);
      if (bytes[at + 66] === stream) streams += bytes.readUInt32LE(at + 120);
      if (bytes[at + 66] !== 0 && length >= 2 && length <= 64)
        names.add(bytes.toString('utf16le', at, at + length - 2));
    }
    // Each part of a file belongs to one stream: where many share one, a small file fills any memory.
    if (streams > 2 * source.size) throw new LedgerUnreadable('damaged', 'compound file');
    sector = follow(sector);
  }
  if (names.size === 0) throw new LedgerUnreadable('damaged', 'compound file');
  return names;
}
