import { readdirSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { type Checked, type CheckOptions, checkReport, type Failure } from '../index.ts';
import type { Language } from '../messages/word.ts';
import type { Told, ToldFile } from '../reporters/told.ts';
import { folderOf, foldersUp, type Seen } from './folder.ts';
import { readFile, reasonOf } from './read-file.ts';
import { isWorkbookName } from './workbook-name.ts';

/** More files in a folder than that are not named: none of them is likelier than the others. */
const mostNamed = 3;

/** How reports are to be read and told. */
export interface Settings {
  readonly options: CheckOptions;
  readonly root?: string;
  readonly language: Language;
  /** Whether the program was started by double-click. */
  readonly clicked?: boolean;
  /** Whether the findings are to be shown on a page, which asks for more than their sentences. */
  readonly page?: boolean;
  /** Told of each file that the report names. */
  readonly seen?: Seen;
}

/** One report after checking; without `checked` the file itself could not be read. */
export interface Examined {
  readonly checked?: Checked;
  readonly told: ToldFile;
  readonly failures: readonly Failure[];
}

/** Why files could not be read, in words that are loaded when there is such a file. */
async function unreadIn(failures: readonly Failure[], settings: Settings): Promise<readonly string[]> {
  if (failures.length === 0) return [];
  const { failureText } = await import('./failure.ts');
  return failures.map((failure) => failureText(failure, settings).trimEnd());
}

/** The findings in words; the sentences are loaded when there is something to say. */
async function inWords({ findings, linesOf }: Checked, language: Language): Promise<readonly Told[]> {
  if (findings.length === 0) return [];
  const { tell } = await import('../reporters/tell.ts');
  return findings.map((found) => tell(found, language, linesOf));
}

/** What a page shows of a checked report beside its findings. */
async function forPage({ file, report, ledger }: Checked, findings: readonly Told[]): Promise<Pick<ToldFile, 'page'>> {
  const { checkPageOf } = await import('../reporters/html.ts');
  return { page: checkPageOf({ file, report, ledger, findings }) };
}

/** Workbooks that may be the ledger that is not there under its name; a ledger is often renamed, and the report not. */
function workbooksIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).filter(isWorkbookName).sort();
  } catch {
    return [];
  }
}

/** The other reports in a folder, of which one may be last year's that is not there under its name. */
async function reportsBeside(file: string): Promise<readonly string[]> {
  const { reportsIn } = await import('./reports.ts');
  try {
    return reportsIn(dirname(resolve(file))).flatMap(({ name }) => (name === basename(file) ? [] : [name]));
  } catch {
    return [];
  }
}

/** A failure with what else is known of it: what lies where the ledger or last year's report is missing. */
async function withNeighbours(failure: Failure, file: string): Promise<Failure> {
  const [say, found] =
    failure.say === 'ledger-missing'
      ? ['ledger-renamed', workbooksIn(dirname(resolve(file)))]
      : failure.say === 'report-missing'
        ? ['report-renamed', await reportsBeside(file)]
        : ['', []];
  if (found.length === 0 || found.length > mostNamed) return failure;
  return { say, args: { ...failure.args, found: found.map((name) => `“${name}”`).join('、') } };
}

/** Reads and checks one report and puts what was found into words. */
export async function examine(file: string, settings: Settings): Promise<Examined> {
  const { options, root, language, page, seen } = settings;
  let bytes: Uint8Array | undefined;
  let reason = '';
  try {
    bytes = readFile(file);
  } catch (error) {
    reason = reasonOf(error);
  }
  if (!bytes) {
    const say = reason === 'ENOENT' ? 'report-missing' : reason === '' ? 'report-too-large' : 'report-unreadable';
    const failure: Failure = { say, args: { path: file, reason } };
    const unread = await unreadIn([failure], settings);
    return { told: { file, findings: [], ignored: 0, unread }, failures: [failure] };
  }
  const checked = await checkReport(bytes, file, folderOf(file, root, seen), {
    ...options,
    foldersUp: foldersUp(file, root),
  });
  const findings = await inWords(checked, language);
  const failures = await Promise.all(checked.failures.map((failure) => withNeighbours(failure, file)));
  const unread = await unreadIn(failures, settings);
  const more = { ...(unread.length > 0 ? { unread } : {}), ...(page ? await forPage(checked, findings) : {}) };
  return { checked, told: { file, findings, ignored: checked.ignored, ...more }, failures };
}
