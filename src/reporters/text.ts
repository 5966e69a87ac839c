import { safe } from '../messages/safe.ts';
import { word } from '../messages/word.ts';
import { frame } from './frame.ts';
import { type Paint, painter } from './paint.ts';
import type { Reporter, ReporterContext, Told, ToldPlace } from './told.ts';

/** `2020.yaml:9:18`, `2020-台账.xlsx 主动公开!D17` or the file alone. */
export function placeName(at: ToldPlace): string {
  if (at.sheet !== undefined) return safe(`${at.file} ${at.sheet}!${at.cell}`);
  return safe(at.line === undefined ? at.file : `${at.file}:${at.line}:${at.column}`);
}

/** What a note says and where: “数的是这些行” says nothing without them. */
export const noteText = ({ message, at }: Told['notes'][number]): string =>
  `${message}${at ? ` (${placeName(at)})` : ''}`;

function lines(told: Told, { language }: ReporterContext, paint: Paint): readonly string[] {
  const severity = paint[told.severity](word(told.severity, language));
  const place = paint.place(placeName(told.at));
  const margin = ' '.repeat(told.at.line === undefined ? 2 : String(told.at.line).length + 2);
  const found = [`${place}: ${severity}: ${safe(told.message)} ${paint.dim(`[${told.code}]`)}`];
  found.push(...frame(told.at, paint[told.severity]));
  for (const note of told.notes) {
    found.push(`${margin}= ${safe(noteText(note))}`);
    if (note.at) found.push(...frame(note.at, paint.dim));
  }
  found.push(`${margin}= ${safe(word('clause', language, { clause: told.clause, help: told.help }))}`);
  return found;
}

/** Findings for people: a first line that editors can follow, a frame of the source, the parts and what to do. */
export function textReporter(context: ReporterContext): Reporter {
  return {
    begin: () => '',
    file({ findings }) {
      if (findings.length === 0) return '';
      const paint = painter(context.color);
      return findings.map((told) => `${lines(told, context, paint).join('\n')}\n\n`).join('');
    },
    end: () => '',
  };
}
