import { realpathSync } from 'node:fs';
import { dirname, isAbsolute, relative, resolve, sep } from 'node:path';
import { FileProblem, type Folder, fromFile, type Purpose } from '../index.ts';
import { mustBeFile, readFile, reasonOf } from './read-file.ts';

/** Whether a relative path leads up and out; a name may itself begin with two dots. */
export const leadsUp = (way: string): boolean => way === '..' || way.startsWith(`..${sep}`);

const isBelow = (root: string, path: string): boolean => {
  const way = relative(root, path);
  return !leadsUp(way) && !isAbsolute(way);
};

/** How many folders above the report's own `root` lies; 0 without one, or where the report is not below it. */
export function foldersUp(report: string, root: string | undefined): number {
  const way = root === undefined ? '' : relative(resolve(root), dirname(resolve(report)));
  return way === '' || leadsUp(way) || isAbsolute(way) ? 0 : way.split(sep).length;
}

/** The full path with its links followed; as it is where nothing is there. */
export function realOrFull(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return resolve(path);
  }
}

/** Told the full path of each file that is asked for, there or not. */
export type Seen = (path: string) => void;

/**
 * The files that a report may name: those below its own folder (last year's report also below the parent), or below
 * `root`; links are followed before the place is judged.
 */
export function folderOf(report: string, root: string | undefined, seen: Seen = () => {}): Folder {
  const own = dirname(resolve(report));
  return folderAt(own, [own, ...(root === undefined ? [] : [resolve(root)])], seen);
}

/** A path with its links followed; what is not there is missing, what cannot be followed (links in a ring, a path too long) unreadable. */
function realOf(path: string, problem: (say: 'missing' | 'unreadable', reason: string) => FileProblem): string {
  try {
    return realpathSync(path);
  } catch (error) {
    const reason = reasonOf(error);
    throw problem(reason === 'ENOENT' || reason === 'ENOTDIR' ? 'missing' : 'unreadable', reason);
  }
}

function folderAt(own: string, roots: readonly string[], seen: Seen): Folder {
  const find = (path: string, purpose: Purpose): string => {
    const full = resolve(own, path);
    seen(full);
    const real = realOf(full, (say, reason) => new FileProblem(say, path, purpose, reason));
    const allowed = purpose === 'report' ? [...roots, dirname(own)] : roots;
    if (!allowed.some((folder) => isBelow(realOrFull(folder), real))) throw new FileProblem('outside', path, purpose);
    return real;
  };
  return {
    bytes(path, purpose) {
      const real = find(path, purpose);
      try {
        const bytes = readFile(real);
        if (!bytes) throw new FileProblem('too-large', path, purpose);
        return bytes;
      } catch (error) {
        if (error instanceof FileProblem) throw error;
        throw new FileProblem('unreadable', path, purpose, reasonOf(error));
      }
    },
    source(path, purpose) {
      const real = find(path, purpose);
      try {
        mustBeFile(real);
        const file = fromFile(real);
        return {
          ...file,
          read(offset, length) {
            try {
              return file.read(offset, length);
            } catch (error) {
              throw new FileProblem('unreadable', path, purpose, reasonOf(error));
            }
          },
        };
      } catch (error) {
        throw new FileProblem('unreadable', path, purpose, reasonOf(error));
      }
    },
    beside(path) {
      const next = dirname(resolve(own, path));
      return folderAt(next, [...roots, next], seen);
    },
  };
}
