import { closeSync, openSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname, isAbsolute, relative, resolve } from 'node:path';
import { FileProblem, type Folder, fromFile, type Purpose } from '../index.ts';

/** Bytes read of a file other than a ledger. */
const most = 64 * 1024 * 1024;

const isBelow = (root: string, path: string): boolean => {
  const way = relative(root, path);
  return way === '' || (!way.startsWith('..') && !isAbsolute(way));
};

/** The file system's word for a failure. */
const reasonOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '');

/** How many folders above the report's own `root` lies; 0 without one, or where the report is not below it. */
export function foldersUp(report: string, root: string | undefined): number {
  const way = root === undefined ? '' : relative(resolve(root), dirname(resolve(report)));
  return way === '' || way.startsWith('..') || isAbsolute(way) ? 0 : way.split(/[\\/]/).length;
}

/**
 * The files that a report may name: those below its own folder (last year's report also below the parent), or below
 * `root`; links are followed before the place is judged.
 */
export function folderOf(report: string, root: string | undefined): Folder {
  const own = dirname(resolve(report));
  return folderAt(own, [own, ...(root === undefined ? [] : [resolve(root)])]);
}

function folderAt(own: string, roots: readonly string[]): Folder {
  const find = (path: string, purpose: Purpose): string => {
    const full = resolve(own, path);
    if (!statSync(full, { throwIfNoEntry: false })) throw new FileProblem('missing', path, purpose);
    const real = realpathSync(full);
    const allowed = purpose === 'report' ? [...roots, dirname(own)] : roots;
    if (!allowed.some((folder) => isBelow(realpathSync(folder), real))) throw new FileProblem('outside', path, purpose);
    return real;
  };
  return {
    bytes(path, purpose) {
      const real = find(path, purpose);
      try {
        if (statSync(real).size > most) throw new FileProblem('too-large', path, purpose);
        return readFileSync(real);
      } catch (error) {
        if (error instanceof FileProblem) throw error;
        throw new FileProblem('unreadable', path, purpose, reasonOf(error));
      }
    },
    source(path, purpose) {
      const real = find(path, purpose);
      try {
        closeSync(openSync(real, 'r'));
        return fromFile(real);
      } catch (error) {
        throw new FileProblem('unreadable', path, purpose, reasonOf(error));
      }
    },
    beside(path) {
      const next = dirname(resolve(own, path));
      return folderAt(next, [...roots, next]);
    },
  };
}
