import { jsonText } from './json-text.ts';
import type { Reporter, Told, ToldPlace } from './told.ts';

/** The machine format's version; `schema/findings.schema.json` is its contract. */
const version = 1;

const place = ({ source: _source, ...at }: ToldPlace): Omit<ToldPlace, 'source'> => at;

const plain = (told: Told): object => ({
  code: told.code,
  severity: told.severity,
  message: told.message,
  at: place(told.at),
  ...(told.values ? { values: told.values } : {}),
  notes: told.notes.map((note) => ({ ...(note.at ? { at: place(note.at) } : {}), message: note.message })),
  help: told.help,
  clause: told.clause,
});

/** Findings for machines, one report a line so that the stream can be followed. */
export function jsonReporter(): Reporter {
  let first = true;
  return {
    begin: () => `{"version": ${version},\n "files": [`,
    file: ({ file, findings, unread }) => {
      const comma = first ? '\n' : ',\n';
      first = false;
      return `${comma}  ${jsonText({ file, findings: findings.map(plain), ...(unread ? { unread } : {}) })}`;
    },
    end: (summary) => `\n ],\n "summary": ${jsonText(summary)}}\n`,
  };
}
