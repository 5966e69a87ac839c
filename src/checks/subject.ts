import type { Code, Finding, Severity } from '../finding.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Report } from '../report/report.ts';

/** What is checked: a report, its ledger where it names one, and last year's report where it names one. */
export interface Subject {
  readonly report: Report;
  readonly ledger?: Ledger;
  readonly lastYear?: Report;
  /** Severities changed, or checks turned off, by the user: what another check then has to say is not lost with them. */
  readonly rules?: ReadonlyMap<Code, Severity | 'off'>;
}

/** A check: what it finds wrong with the subject, in the order of the report. */
export type Check = (subject: Subject) => readonly Finding[];
