import { readFileSync, statSync } from 'node:fs';

/** Bytes read of a report, or of a file that it names, other than a ledger. */
export const most = 64 * 1024 * 1024;

/** The file system's word for a failure. */
export const reasonOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : String(error);

/** Throws the file system's error for what is no file: a pipe would never end, a device never stop. */
export function mustBeFile(path: string): void {
  const stat = statSync(path);
  if (stat.isFile()) return;
  const code = stat.isDirectory() ? 'EISDIR' : 'ESPIPE';
  throw Object.assign(new Error(code), { code });
}

/** The bytes of a file, or undefined where it has more than any report. Throws the file system's error. */
export function readFile(path: string): Uint8Array | undefined {
  mustBeFile(path);
  return statSync(path).size > most ? undefined : readFileSync(path);
}
