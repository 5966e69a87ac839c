import type { Role } from './headers.ts';
import type { Meaning } from './labels.ts';
import type { Reading } from './reading.ts';
import type { BodyRow } from './row.ts';
import { quoted } from './spelling.ts';

/** Which list of labels a cell should have held one of. */
export type LabelList = 'outcome' | 'applicant' | 'case-type' | 'case-result' | 'document-kind';

/** Reports a cell that holds none of the labels it may hold, with the nearest one, or those that it could mean. */
export function reportUnknown(
  row: BodyRow,
  role: Role,
  meaning: Meaning<string>,
  { found }: Reading,
  list: LabelList,
): void {
  const value = row.get(role);
  if (!value || (!value.own && value.text !== '')) return;
  const args = { text: quoted(value.text) };
  if (value.text === '') found.say('ledger/unknown-outcome', row.place(value.column), args, { say: `${list}-blank` });
  else if ('oneOf' in meaning)
    found.say(
      'ledger/unknown-outcome',
      value.at,
      { ...args, labels: meaning.oneOf.join('、'), count: meaning.oneOf.length },
      { say: 'group' },
    );
  else {
    const near = 'nearest' in meaning ? meaning.nearest : undefined;
    const notes = near === undefined ? [] : [{ say: 'nearest', args: { nearest: near } }];
    found.say('ledger/unknown-outcome', value.at, args, { say: list, notes });
  }
}
