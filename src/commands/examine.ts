import { readFileSync } from 'node:fs';
import { type Checked, type CheckOptions, checkReport, type Failure } from '../index.ts';
import type { Language } from '../messages/word.ts';
import type { Told, ToldFile } from '../reporters/told.ts';
import { folderOf, foldersUp } from './folder.ts';

/** How reports are to be read and told. */
export interface Settings {
  readonly options: CheckOptions;
  readonly root?: string;
  readonly language: Language;
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

/** Reads and checks one report and puts what was found into words. */
export async function examine(file: string, { options, root, language }: Settings): Promise<Examined> {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    const reason = reasonOf(error);
    const say = reason === 'ENOENT' ? 'report-missing' : 'report-unreadable';
    return { told: { file, findings: [], ignored: 0 }, failures: [{ say, args: { path: file, reason } }] };
  }
  const checked = await checkReport(bytes, file, folderOf(file, root), { ...options, foldersUp: foldersUp(file, root) });
  const findings = await inWords(checked, language);
  return { checked, told: { file, findings, ignored: checked.ignored }, failures: checked.failures };
}
