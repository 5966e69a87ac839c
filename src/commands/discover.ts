import { type Dirent, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { most, readStart } from './read-file.ts';

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

/** A line that begins with a key only reports have; found in files too broken to be read. */
const reportKey = /^([ \t\u3000\u00a0]*)\ufeff?["']?(?:年度|机关|总体情况)["']?[ \t]*[:：]/gm;

/** The first line that is no comment and no mark of YAML, with the spaces before it. */
const firstLine = /^([ \t\u3000\u00a0]*)(?![#%\s]|---|\ufeff)./m;

/** A mapping in braces, as programs write it, whose first key only reports have. */
const inBraces = /^\{\s*["']?(?:年度|机关|总体情况)["']?\s*[:：]/;

/** Bytes in which most reports have named themselves. */
const start = 4096;

/** The characters that programs write as `\u5e74`. */
const unescaped = (text: string): string =>
  text.replace(/\\u([0-9a-f]{4})/gi, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)));

/** What bytes say in each encoding that a report may be in. */
export function* readingsOf(bytes: Uint8Array): Generator<string> {
  const marked =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : undefined;
  // Text without a mark has zero bytes only in UTF-16, where each line break holds one.
  const wide = marked ? [] : bytes.includes(0) ? ['utf-16le', 'utf-16be'] : [];
  for (const encoding of [marked ?? 'utf-8', 'gb18030', ...wide])
    yield unescaped(new TextDecoder(encoding).decode(bytes));
}

/** Whether a text has a key of reports where its outermost keys stand, which may all be indented alike. */
function hasReportKey(text: string): boolean {
  const first = firstLine.exec(text);
  const indentation = first?.[1] ?? '';
  for (const [, before] of text.matchAll(reportKey)) if (before === '' || before === indentation) return true;
  return first !== null && inBraces.test(text.slice(first.index + indentation.length));
}

function isReportText(bytes: Uint8Array): boolean {
  for (const text of readingsOf(bytes)) if (hasReportKey(text)) return true;
  return false;
}

/** Whether a YAML file is meant to be a report; of one that is larger than any, the beginning tells. Throws the file system's errors. */
export function isReport(path: string): boolean {
  const first = readStart(path, start);
  return isReportText(first) || (first.length === start && isReportText(readStart(path, most)));
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
