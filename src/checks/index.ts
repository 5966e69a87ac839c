import type { Code } from '../finding.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Report } from '../report/report.ts';
import { checkLanguage } from './language/index.ts';
import { checkLedger, isComplete } from './ledger.ts';
import { checkNarrative } from './narrative/index.ts';
import { checkPlausible } from './plausible/index.ts';
import { checkLength, checkStructure } from './structure/index.ts';
import type { Check } from './subject.ts';
import { checkSums } from './sums.ts';
import { checkYears } from './years/index.ts';

export { inspectCell } from './language/index.ts';

/** Tables counted from rows that could not all be sorted add up to nothing, which is told at the row. */
function withoutBroken(report: Report, ledger: Ledger): Report {
  const tables = [...report.tables].filter(
    ([, { form, cells }]) =>
      form.blocks.every(({ ledger: sheet }) => sheet === undefined || isComplete(ledger, sheet)) ||
      [...cells.values()].every(({ origin }) => origin !== 'counted'),
  );
  return { ...report, tables: new Map(tables) };
}

/** Everything that is checked of a report that could be read, in the order of the documentation. */
export const checks: readonly Check[] = [
  ({ report, ledger, rules }) => checkSums(ledger ? withoutBroken(report, ledger) : report, rules),
  checkYears,
  checkNarrative,
  ({ report, ledger }) => (ledger ? checkLedger(report, ledger) : []),
  checkStructure,
  checkPlausible,
  checkLanguage,
];

/** Checks that run only where a rule asks for them: what they find is a matter of local taste. */
export const checksOnDemand: Partial<Readonly<Record<Code, Check>>> = {
  'structure/length': checkLength,
};
