import { lstatSync } from 'node:fs';
import { dirname, isAbsolute, join, normalize, resolve } from 'node:path';
import { FileProblem } from '../index.ts';
import { folderOf, leadsUp } from './folder.ts';
import { readFile } from './read-file.ts';

/** A file to be written. */
interface NewFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** A sentence of `messages/init.ts` on a file that defines a table. */
interface FormSentence {
  readonly say: 'form-copied' | 'form-kept' | 'form-left';
  readonly path: string;
}

/** Whether anything stands at a path, a link that leads nowhere included; why a path cannot be looked at is said on writing. */
export function exists(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch {
    return false;
  }
}

/** The bytes of a file, or undefined where it cannot be read. */
function bytesAt(path: string): Uint8Array | undefined {
  try {
    return readFile(path);
  } catch {
    return undefined;
  }
}

/** The bytes of a file that last year's report names, or undefined where it may not or cannot be read. */
function bytesIn(from: string, table: string): Uint8Array | undefined {
  try {
    return folderOf(from, undefined).bytes(table, 'form');
  } catch (error) {
    if (error instanceof FileProblem) return undefined;
    throw error;
  }
}

/** Whether a file is there with just these bytes. */
export function isSame(path: string, bytes: Uint8Array): boolean {
  const found = bytesAt(path);
  return found !== undefined && Buffer.compare(found, bytes) === 0;
}

/**
 * The files that define tables of last year's report, to stand in the same place beside the new one, which names them the
 * same; and what to say of each. What is there already stays, and what lies outside last year's folder is left there.
 * @param tables what last year's 附加表 name: a built-in table, or a file as the report names it
 */
export function formFiles(
  tables: readonly string[],
  from: string,
  folder: string,
): { readonly files: readonly NewFile[]; readonly sentences: readonly FormSentence[] } {
  const files: NewFile[] = [];
  const sentences: FormSentence[] = [];
  for (const table of new Set(tables.filter((name) => /\.ya?ml$/i.test(name)))) {
    const [source, path] = [resolve(dirname(from), table), join(folder, table)];
    if (source === resolve(path)) continue;
    const inside = !isAbsolute(table) && !leadsUp(normalize(table));
    const bytes = inside ? bytesIn(from, table) : undefined;
    if (bytes && isSame(path, bytes)) continue;
    if (!bytes) sentences.push({ say: 'form-left', path: table });
    else if (exists(path)) sentences.push({ say: 'form-kept', path });
    else {
      files.push({ path, bytes });
      sentences.push({ say: 'form-copied', path });
    }
  }
  return { files, sentences };
}
