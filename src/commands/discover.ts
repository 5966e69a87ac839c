import { type Dirent, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readFile, readStart } from './read-file.ts';

/** What the words of a command line stand for. */
export interface Discovered {
  /** Reports by the name they are shown under: as typed, or the folder as typed joined to the path with `/`. */
  readonly files: readonly string[];
  /** YAML files that are no reports. */
  readonly others: number;
  /** Words that stand for nothing. */
  readonly missing: readonly string[];
}

const isYaml = (name: string): boolean => /\.ya?ml$/i.test(name);

/** A line that begins with a key only reports have; found in files too broken to be read, in UTF-8 and GBK alike. */
const reportKey = /^\ufeff?["']?(?:年度|机关|总体情况)["']?[ \t]*[:：]/m;

/** Bytes in which most reports have named themselves. */
const start = 4096;

function hasReportKey(bytes: Uint8Array): boolean {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
  return (
    reportKey.test(new TextDecoder(encoding).decode(bytes)) || reportKey.test(new TextDecoder('gb18030').decode(bytes))
  );
}

/** Whether a YAML file is meant to be a report. Throws the file system's errors. */
export function isReport(path: string): boolean {
  const first = readStart(path, start);
  if (first && hasReportKey(first)) return true;
  const bytes = first?.length === start ? readFile(path) : undefined;
  return bytes !== undefined && hasReportKey(bytes);
}

/** What cannot be read is taken for a report, so that it is told of and not passed over. */
function isReportOrUnreadable(path: string): boolean {
  try {
    return isReport(path);
  } catch {
    return true;
  }
}

const byName = (a: { name: string }, b: { name: string }): number => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);

/** What lies in a folder, or undefined where it cannot be opened. */
function entriesOf(folder: string): readonly Dirent[] | undefined {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort(byName);
  } catch {
    return undefined;
  }
}

/** All YAML files below a folder in order of names, and folders that cannot be opened; dot folders, node_modules and links are left alone. */
function* below(folder: string, shown: string): Generator<{ path: string; shown: string }> {
  const entries = entriesOf(folder);
  if (!entries) yield { path: folder, shown: shown === '' ? folder : shown };
  for (const entry of entries ?? []) {
    const next = { path: join(folder, entry.name), shown: shown === '' ? entry.name : `${shown}/${entry.name}` };
    if (entry.isDirectory()) {
      if (!entry.name.startsWith('.') && entry.name !== 'node_modules') yield* below(next.path, next.shown);
    } else if (entry.isFile() && isYaml(entry.name)) yield next;
  }
}

/** What a word names; undefined where nothing of that name can be had. */
function kindOf(word: string): 'folder' | 'file' | undefined {
  try {
    return statSync(word).isDirectory() ? 'folder' : 'file';
  } catch {
    return undefined;
  }
}

const isGlob = (word: string): boolean => /[*?[\]{}]/.test(word);

/** The files that a pattern stands for; none where it is longer than a pattern can be. */
function matching(word: string, glob: typeof import('tinyglobby').globSync): readonly string[] {
  try {
    return glob(word.replaceAll('\\', '/'), {
      onlyFiles: true,
      followSymbolicLinks: false,
      expandDirectories: false,
      ignore: ['**/node_modules/**'],
    });
  } catch (error) {
    if (error instanceof SyntaxError) return [];
    throw error;
  }
}

/** Finds the reports that files, folders and globs stand for; without any, those below the current folder. */
export async function discover(words: readonly string[]): Promise<Discovered> {
  /** By the file that is meant, however it is named. */
  const files = new Map<string, string>();
  const missing: string[] = [];
  let others = 0;
  const add = (shown: string): void => {
    const path = resolve(shown);
    if (!files.has(path)) files.set(path, shown);
  };
  const take = (path: string, shown: string): void => {
    if (isReportOrUnreadable(path)) add(shown);
    else others += 1;
  };
  for (const word of words.length > 0 ? words : ['.']) {
    const there = kindOf(word);
    if (there === 'folder') {
      const shown = words.length === 0 ? '' : word.replace(/[\\/]+$/, '') || '/';
      for (const found of below(word, shown === '/' ? '' : shown))
        take(found.path, shown === '/' ? `/${found.shown}` : found.shown);
    } else if (there) add(word);
    else if (isGlob(word)) {
      const { globSync } = await import('tinyglobby');
      const found = matching(word, globSync).filter(isYaml).sort();
      if (found.length === 0) missing.push(word);
      for (const path of found) take(path, path);
    } else missing.push(word);
  }
  return { files: [...files.values()], others, missing };
}
