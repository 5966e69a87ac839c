import { githubReporter } from './github.ts';
import { jsonReporter } from './json.ts';
import { junitReporter } from './junit.ts';
import { sarifReporter } from './sarif.ts';
import { textReporter } from './text.ts';
import type { Reporter, ReporterContext } from './told.ts';

/** Formats of findings by the name that `--format` takes. */
export type Format = 'text' | 'json' | 'sarif' | 'junit' | 'github' | 'html';

/** The reporter of a format, but for the page, which is loaded by itself; `version` is for formats that name the program's. */
export function reporterOf(format: Exclude<Format, 'html'>, context: ReporterContext, version: string): Reporter {
  switch (format) {
    case 'text':
      return textReporter(context);
    case 'json':
      return jsonReporter();
    case 'sarif':
      return sarifReporter(context, version);
    case 'junit':
      return junitReporter(context);
    case 'github':
      return githubReporter();
  }
}
