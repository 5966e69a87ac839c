import { type Finding, isCellPlace, isTextPlace, type Place } from '../finding.ts';
import { type Lines, positionAt } from '../lines.ts';
import { clauseOf, helpOf, noteOf, sentenceOf } from '../messages/sentence.ts';
import type { Language } from '../messages/word.ts';
import { sourceAround } from './source.ts';
import type { Told, ToldPlace } from './told.ts';

/** The lines of a file that was read, by the name it is shown under. */
export type LinesOf = (file: string) => Lines | undefined;

function placeOf(place: Place, linesOf: LinesOf): ToldPlace {
  if (isCellPlace(place)) return { file: place.file, sheet: place.sheet, cell: place.cell };
  const lines = isTextPlace(place) ? linesOf(place.file) : undefined;
  if (!isTextPlace(place) || !lines) return { file: place.file };
  const start = positionAt(lines, place.start);
  const end = positionAt(lines, place.end);
  const { text, starts } = lines;
  const from = starts[start.line - 1] ?? 0;
  let to = starts[start.line] ?? text.length;
  while (to > from && (text[to - 1] === '\n' || text[to - 1] === '\r')) to -= 1;
  return {
    file: place.file,
    line: start.line,
    column: start.column,
    endLine: end.line,
    endColumn: end.column,
    path: place.path,
    source: sourceAround(text, from, to, Math.min(from + start.column - 1, to), from < to ? place.end : to),
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
