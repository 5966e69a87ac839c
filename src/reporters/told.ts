import {
  type Code,
  type Finding,
  isCellPlace,
  isTextPlace,
  type Path,
  type Place,
  type Severity,
  type Values,
} from '../finding.ts';
import { clauseOf, helpOf, type Language, noteOf, sentenceOf } from '../messages/sentence.ts';
import { type Lines, positionAt } from '../source.ts';

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
  /** The line's text, for a frame. */
  readonly text?: string;
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

/** The lines of a file that was read, by the name it is shown under. */
export type LinesOf = (file: string) => Lines | undefined;

function placeOf(place: Place, linesOf: LinesOf): ToldPlace {
  if (isCellPlace(place)) return { file: place.file, sheet: place.sheet, cell: place.cell };
  const lines = isTextPlace(place) ? linesOf(place.file) : undefined;
  if (!isTextPlace(place) || !lines) return { file: place.file };
  const start = positionAt(lines, place.start);
  const end = positionAt(lines, place.end);
  return {
    file: place.file,
    line: start.line,
    column: start.column,
    endLine: end.line,
    endColumn: end.column,
    path: place.path,
    text: lines.text
      .slice(lines.starts[start.line - 1] ?? 0, lines.starts[start.line] ?? lines.text.length)
      .replace(/[\r\n]+$/, ''),
  };
}

/** Puts a finding into words of one language. */
export function tell(finding: Finding, language: Language, linesOf: LinesOf): Told {
  return {
    code: finding.code,
    severity: finding.severity,
    message: sentenceOf(finding, language),
    at: placeOf(finding.at, linesOf),
    ...(finding.values ? { values: finding.values } : {}),
    notes: finding.notes.map((note) => ({
      message: noteOf(finding, note, language),
      ...(note.at ? { at: placeOf(note.at, linesOf) } : {}),
    })),
    help: helpOf(finding, language),
    clause: clauseOf(finding, language),
  };
}

/** What was found in one report, in words. */
export interface ToldFile {
  readonly file: string;
  readonly findings: readonly Told[];
  /** How many findings comments silenced. */
  readonly ignored: number;
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
