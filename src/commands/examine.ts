import { readFileSync } from 'node:fs';
import { type Checked, type CheckOptions, checkReport, type Failure } from '../index.ts';
import type { Language } from '../messages/word.ts';
import type { Told, ToldFile } from '../reporters/told.ts';
import { failureText } from './failure.ts';
import { folderOf, foldersUp } from './folder.ts';

/** How reports are to be read and told. */
export interface Settings {
  readonly options: CheckOptions;
  readonly root?: string;
  readonly language: Language;
  /** Whether the findings are to be shown on a page, which asks for more than their sentences. */
  readonly page?: boolean;
}

/** One report after checking; without `checked` the file itself could not be read. */
export interface Examined {
  readonly checked?: Checked;
  readonly told: ToldFile;
  readonly failures: readonly Failure[];
}

const reasonOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : String(error);

/** The findings in words; the sentences are loaded when there is something to say. */
async function inWords({ findings, linesOf }: Checked, language: Language): Promise<readonly Told[]> {
  if (findings.length === 0) return [];
  const { tell } = await import('../reporters/tell.ts');
  return findings.map((found) => tell(found, language, linesOf));
}

/** What a page shows of a checked report beside its findings. */
async function forPage(
  { file, report, ledger, failures }: Checked,
  findings: readonly Told[],
  language: Language,
): Promise<Pick<ToldFile, 'page' | 'unread'>> {
  const { checkPageOf } = await import('../reporters/html.ts');
  return {
    page: checkPageOf({ file, report, ledger, findings }),
    unread: failures.map((failure) => failureText(failure, language).trimEnd()),
  };
}

/** Reads and checks one report and puts what was found into words. */
export async function examine(file: string, { options, root, language, page }: Settings): Promise<Examined> {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    const reason = reasonOf(error);
    const say = reason === 'ENOENT' ? 'report-missing' : 'report-unreadable';
    const failure = { say, args: { path: file, reason } };
    const unread = [failureText(failure, language).trimEnd()];
    return { told: { file, findings: [], ignored: 0, unread }, failures: [failure] };
  }
  const checked = await checkReport(bytes, file, folderOf(file, root), {
    ...options,
    foldersUp: foldersUp(file, root),
  });
  const findings = await inWords(checked, language);
  const more = page ? await forPage(checked, findings, language) : {};
  return { checked, told: { file, findings, ignored: checked.ignored, ...more }, failures: checked.failures };
}
