import { noteText, placeName } from './text.ts';
import type { Reporter, Told } from './told.ts';

/** The runner reads `%`, line breaks and, in properties, `:` and `,` as its own. */
const data = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const property = (text: string): string => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');

function annotation(told: Told): string {
  const { at } = told;
  const properties = [
    `file=${property(at.file)}`,
    ...(at.line === undefined
      ? []
      : [`line=${at.line}`, `endLine=${at.endLine}`, `col=${at.column}`, `endColumn=${at.endColumn}`]),
    `title=${property(told.code)}`,
  ];
  const place = at.sheet === undefined ? '' : `${placeName(at)}\n`;
  const body = [`${place}${told.message}`, ...told.notes.map(noteText), told.help].join('\n');
  // Actions calls the severities as we do.
  return `::${told.severity} ${properties.join(',')}::${data(body)}\n`;
}

const unreadAnnotation = (file: string, why: string): string => `::error file=${property(file)}::${data(why)}\n`;

/** Annotations of GitHub Actions, one line each, escaped. */
export const githubReporter = (): Reporter => ({
  begin: () => '',
  file: ({ file, findings, unread = [] }) =>
    [...findings.map(annotation), ...unread.map((why) => unreadAnnotation(file, why))].join(''),
  end: () => '',
});
