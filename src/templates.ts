import { type Carried, carriedFrom } from './layout/carried.ts';
import { ledgerTemplate } from './layout/ledger-template.ts';
import { reportTemplate } from './layout/report-template.ts';
import { readReport } from './report/read.ts';
import type { Report } from './report/report.ts';
import { reportSchema } from './report/schema.ts';
import { writeLedgerTemplate } from './writers/xlsx-ledger-template.ts';

export type { Carried } from './layout/carried.ts';

/** What a report and its ledger are begun with. */
export interface Beginning {
  readonly year: number;
  readonly edition: Report['edition'];
  /** Empty: to be filled in. */
  readonly organ: string;
  /** Last year's report by the name that the new one gives it, and what is taken over from it. */
  readonly lastYear?: { readonly path: string; readonly carried: Carried };
}

/** The names of a year's files. */
export const fileNames = (year: number) => ({ report: `${year}.yaml`, ledger: `${year}-台账.xlsx` }) as const;

/** Where editors find the schema of a report: beside it, so that hints need no network and move with the folder. */
export const schemaName = '.annrep/report.schema.json';

/** The bytes of the new files. */
export interface NewFiles {
  readonly report: Uint8Array;
  readonly ledger: Uint8Array;
  readonly schema: Uint8Array;
}

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A report and a ledger to be filled in, and the schema that editors give hints by. */
export async function newFiles(beginning: Beginning): Promise<NewFiles> {
  const { year, edition, organ } = beginning;
  const names = fileNames(year);
  const report = reportTemplate({ ...beginning, file: names.report, ledger: names.ledger, schema: schemaName });
  return {
    report: bytesOf(report),
    ledger: await writeLedgerTemplate(ledgerTemplate(year, edition, organ)),
    schema: bytesOf(`${JSON.stringify(reportSchema(), null, 2)}\n`),
  };
}

/** The year that a report's bytes name, as far as it can be made out; 0 where it cannot. */
export const yearIn = (bytes: Uint8Array, file: string): number => readReport(bytes, file).draft?.year ?? 0;

/** What the next report takes over from a report and the bytes it was read from. */
export function takenOver(bytes: Uint8Array, report: Report): Carried | undefined {
  const { draft } = readReport(bytes, report.file);
  return draft && carriedFrom(draft, report);
}
