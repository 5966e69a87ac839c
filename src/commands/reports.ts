import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { isReport, readingsOf } from './discover.ts';
import { most, readStart } from './read-file.ts';
import { isWorkbookName } from './workbook-name.ts';

/** A report in a folder. */
export interface FoundReport {
  readonly path: string;
  readonly name: string;
  /** Undefined where neither the text nor the name tells it. */
  readonly year: number | undefined;
}

const stated = /^[ \t]*\ufeff?["']?年度["']?[ \t]*[:：][ \t]*["']?(20\d\d)(?!\d)/m;

/** The year a report is about, as its text says, else its name. */
function yearOf(path: string): number | undefined {
  const texts = [...readingsOf(readStart(path, most))];
  const found = texts.map((text) => stated.exec(text)?.[1]).find((year) => year !== undefined);
  const year = found ?? /(?<!\d)20\d\d(?!\d)/.exec(basename(path))?.[0];
  return year === undefined ? undefined : Number(year);
}

/** The names that reports are kept under; Notepad likes to add .txt to what it saves, which Windows does not show. */
export const isReportName = (name: string): boolean => /\.ya?ml(?:\.txt)?$/i.test(name);

/** The report in a file; undefined where the file is none, or cannot be read. */
export function reportAt(path: string): FoundReport | undefined {
  try {
    return isReport(path) ? { path, name: basename(path), year: yearOf(path) } : undefined;
  } catch {
    return undefined;
  }
}

/** The reports that lie in a folder itself, the newest last. Throws the file system's errors. */
export function reportsIn(folder: string): readonly FoundReport[] {
  const found = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => !entry.isDirectory() && !entry.name.startsWith('.') && isReportName(entry.name))
    .flatMap(({ name }) => reportAt(join(folder, name)) ?? []);
  return found.sort((a, b) => (a.year ?? 0) - (b.year ?? 0) || (a.name < b.name ? -1 : 1));
}

/** Workbooks of a folder that Excel (`~$`), WPS (`.~`) or LibreOffice (`.~lock.…#`) has open now, the outputs left out. */
export function openWorkbooks(folder: string): readonly string[] {
  const names = new Set(readdirSync(folder));
  return [...names].filter(
    (name) => isWorkbookName(name) && [`~$${name}`, `.~${name}`, `.~lock.${name}#`].some((lock) => names.has(lock)),
  );
}
