import { type Checked, type CheckOptions, checkReport, type Failure } from '../index.ts';
import type { Language } from '../messages/word.ts';
import type { Told, ToldFile } from '../reporters/told.ts';
import { failureText } from './failure.ts';
import { folderOf, foldersUp, type Seen } from './folder.ts';
import { readFile, reasonOf } from './read-file.ts';

/** How reports are to be read and told. */
export interface Settings {
  readonly options: CheckOptions;
  readonly root?: string;
  readonly language: Language;
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

/** Reads and checks one report and puts what was found into words. */
export async function examine(file: string, { options, root, language, page, seen }: Settings): Promise<Examined> {
  let bytes: Uint8Array | undefined;
  let reason = '';
  try {
    bytes = readFile(file);
  } catch (error) {
    reason = reasonOf(error);
  }
  if (!bytes) {
    const say = reason === 'ENOENT' ? 'report-missing' : reason === '' ? 'report-too-large' : 'report-unreadable';
    const failure = { say, args: { path: file, reason } };
    const unread = [failureText(failure, language).trimEnd()];
    return { told: { file, findings: [], ignored: 0, unread }, failures: [failure] };
  }
  const checked = await checkReport(bytes, file, folderOf(file, root, seen), {
    ...options,
    foldersUp: foldersUp(file, root),
  });
  const findings = await inWords(checked, language);
  const unread = checked.failures.map((failure) => failureText(failure, language).trimEnd());
  const more = { ...(unread.length > 0 ? { unread } : {}), ...(page ? await forPage(checked, findings) : {}) };
  return { checked, told: { file, findings, ignored: checked.ignored, ...more }, failures: checked.failures };
}
