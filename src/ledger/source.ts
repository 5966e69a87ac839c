import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import type { ByteSource } from './workbook.ts';

/** The bytes of a file that is already in memory. */
export function fromBytes(bytes: Uint8Array): ByteSource {
  return {
    size: bytes.length,
    read: (offset, length) => bytes.subarray(offset, offset + length),
  };
}

/**
 * The bytes of a file on disk, read where they are needed; `close` gives the file back.
 * Throws the file system's error (`code` is ENOENT, EACCES …) where the file cannot be opened.
 */
export function fromFile(path: string): ByteSource & { close(): void } {
  const file = openSync(path, 'r');
  return {
    size: fstatSync(file).size,
    read(offset, length) {
      const bytes = new Uint8Array(length);
      let filled = 0;
      while (filled < length) {
        const read = readSync(file, bytes, filled, length - filled, offset + filled);
        if (read === 0) break;
        filled += read;
      }
      return bytes.subarray(0, filled);
    },
    close: () => closeSync(file),
  };
}
