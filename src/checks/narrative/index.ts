import type { Finding } from '../../finding.ts';
import type { Subject } from '../subject.ts';
import { checkClaim } from './claim.ts';
import { checkFollowing } from './following.ts';
import { checkGrowth } from './growth.ts';
import { checkIdentity } from './identity.ts';
import { lastYearOf } from './last-year.ts';
import { checkLedgerNumbers } from './ledger.ts';
import { checkMoney } from './money.ts';
import { checkOrgan } from './organ.ts';
import { checkPercent } from './percent.ts';
import { checkShares } from './shares.ts';
import { type Stretch, stretchesOf, stretchOf } from './stretch.ts';
import { checkSums } from './sum.ts';
import { checkTable, standsInTables } from './table.ts';
import { checkVague } from './vague.ts';

/** What the sentences of a bare text say against themselves; places are offsets in the text. */
export function checkSentences(text: string): readonly Finding[] {
  const stretch = stretchOf(text, (start, end) => ({ file: '', start, end, path: [] }));
  return [
    ...checkSums(stretch),
    ...checkFollowing(stretch),
    ...checkIdentity(stretch),
    ...checkPercent(stretch),
    ...checkShares(stretch),
    ...checkGrowth(undefined, stretch),
    ...checkVague(stretch),
  ];
}

function ofStretch(subject: Subject, stretch: Stretch): readonly Finding[] {
  const table = checkTable(subject, stretch);
  // What nobody is told of the table does not keep another check from telling it.
  const told = subject.rules?.get('narrative/table') === 'off' ? [] : table;
  const lastYear = lastYearOf(subject, stretch);
  return [
    ...checkSums(stretch, lastYear),
    ...checkFollowing(stretch, lastYear),
    ...table,
    ...checkMoney(subject, stretch),
    ...checkIdentity(stretch, told, (spoken) => standsInTables(spoken, subject.report)),
    ...checkClaim(subject, stretch),
    ...checkLedgerNumbers(subject, stretch),
    ...checkPercent(stretch),
    ...checkShares(stretch),
    ...checkGrowth(subject, stretch),
    ...checkVague(stretch),
    ...checkOrgan(subject, stretch),
  ];
}

/** What the text of a report says against itself, against the tables, the ledger and last year's report. */
export const checkNarrative = (subject: Subject): readonly Finding[] =>
  stretchesOf(subject.report).flatMap((stretch) => ofStretch(subject, stretch));
