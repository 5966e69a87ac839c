import { existsSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';

/** The files by which office programs mark a document as open. */
function lockNames(name: string): readonly string[] {
  const stem = name.slice(0, name.length - extname(name).length).length;
  // Word leaves out one or two characters of longer names; Excel does not.
  const left = stem <= 6 ? 0 : stem === 7 ? 1 : 2;
  return [`~$${name}`, `~$${name.slice(left)}`, `.~${name}`, `.~lock.${name}#`];
}

/** Whether Word, Excel, WPS or LibreOffice has a document open, as their lock files beside it tell. */
export const isOpenElsewhere = (path: string): boolean =>
  lockNames(basename(path)).some((name) => existsSync(join(dirname(path), name)));
