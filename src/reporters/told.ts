import type { Code, Path, Severity, Values } from '../finding.ts';
import type { CheckPage } from '../layout/check-page.ts';
import type { Language } from '../messages/word.ts';
import type { Source } from './source.ts';

/** A place as people and machines name it: lines and columns from 1, columns in UTF-16 units. */
export interface ToldPlace {
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
  readonly endLine?: number;
  readonly endColumn?: number;
  readonly path?: Path;
  readonly sheet?: string;
  readonly cell?: string;
  /** For a frame. */
  readonly source?: Source;
}

export interface ToldNote {
  readonly at?: ToldPlace;
  readonly message: string;
}

/** A finding in words: all that any reporter needs, as plain data that can pass between threads. */
export interface Told {
  readonly code: Code;
  readonly severity: Severity;
  readonly message: string;
  readonly at: ToldPlace;
  readonly values?: Values;
  readonly notes: readonly ToldNote[];
  readonly help: string;
  readonly clause: string;
}

/** What was found in one report, in words. */
export interface ToldFile {
  readonly file: string;
  readonly findings: readonly Told[];
  /** How many findings comments silenced. */
  readonly ignored: number;
  /** Why files of the report could not be read, in words. */
  readonly unread?: readonly string[];
  /** For a page: its groups, its tables with wrong numbers, its ledger's counts. */
  readonly page?: CheckPage;
}

/** Counts over all reports. */
export interface Summary {
  readonly files: number;
  readonly errors: number;
  readonly warnings: number;
  readonly notices: number;
  readonly ignored: number;
}

/** Adds one report's counts to a summary. */
export function added(summary: Summary, file: ToldFile): Summary {
  const countOf = (severity: Severity): number => file.findings.filter((told) => told.severity === severity).length;
  return {
    files: summary.files + 1,
    errors: summary.errors + countOf('error'),
    warnings: summary.warnings + countOf('warning'),
    notices: summary.notices + countOf('notice'),
    ignored: summary.ignored + file.ignored,
  };
}

export const nothing: Summary = { files: 0, errors: 0, warnings: 0, notices: 0, ignored: 0 };

/** A format of findings, written report by report so that a thousand reports need no more memory than one. */
export interface Reporter {
  begin(): string;
  file(file: ToldFile): string;
  end(summary: Summary): string;
}

/** What a reporter may know beside the findings. */
export interface ReporterContext {
  readonly language: Language;
  readonly color: boolean;
}
