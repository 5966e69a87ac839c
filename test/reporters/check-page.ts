import { examine } from '../../src/commands/examine.ts';
import { htmlReporter } from '../../src/reporters/html.ts';
import { added, nothing, type ToldFile } from '../../src/reporters/told.ts';

/** A report checked as `check --format html` does it. */
export const toldOf = async (file: string, language: 'zh' | 'en' = 'zh'): Promise<ToldFile> =>
  (await examine(file, { options: {}, language, page: true })).told;

/** The page of some reports. */
export function pageOf(files: readonly ToldFile[], language: 'zh' | 'en' = 'zh'): string {
  const reporter = htmlReporter({ language, color: false });
  const begun = reporter.begin() + files.map((file) => reporter.file(file)).join('');
  return begun + reporter.end(files.reduce(added, nothing));
}
