import { closeSync, openSync, readFileSync, readSync, type Stats, statSync } from 'node:fs';

/** Bytes read of a report, or of a file that it names, other than a ledger. */
export const most = 64 * 1024 * 1024;

/** The file system's word for a failure. */
export const reasonOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : String(error);

/** What the file system knows of a file. Throws its error for what is no file: a pipe would never end, a device never stop. */
export function mustBeFile(path: string): Stats {
  const stat = statSync(path);
  if (stat.isFile()) return stat;
  const code = stat.isDirectory() ? 'EISDIR' : 'ESPIPE';
  throw Object.assign(new Error(code), { code });
}

/** The bytes of a file, or undefined where it has more than any report. Throws the file system's error. */
export const readFile = (path: string): Uint8Array | undefined =>
  mustBeFile(path).size > most ? undefined : readFileSync(path);

/** The first bytes of a file, at most `length` of them. Throws the file system's error. */
export function readStart(path: string, length: number): Uint8Array {
  const bytes = new Uint8Array(Math.min(length, mustBeFile(path).size));
  const file = openSync(path, 'r');
  try {
    return bytes.subarray(0, readSync(file, bytes));
  } finally {
    closeSync(file);
  }
}
