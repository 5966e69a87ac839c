import { tellDependents } from './checks/dependents.ts';
import { checks, checksOnDemand, inspectCell } from './checks/index.ts';
import { byPlace } from './checks/order.ts';
import { checkShape } from './checks/shape.ts';
import { ruled, silence } from './checks/silence.ts';
import { type Args, type Code, type Finding, finding, type Severity } from './finding.ts';
import type { Form } from './forms/form.ts';
import type { Ledger } from './ledger/ledger.ts';
import type { ByteSource } from './ledger/workbook.ts';
import { type Lines, linesOf } from './lines.ts';
import type { ReportDraft } from './report/draft.ts';
import { readExtensionForm } from './report/extension-form.ts';
import { fillReport } from './report/fill.ts';
import { readReport } from './report/read.ts';
import type { Report } from './report/report.ts';

export type {
  Args,
  CellPlace,
  Code,
  FilePlace,
  Finding,
  Note,
  Path,
  Place,
  Severity,
  TextPlace,
  Values,
} from './finding.ts';
export { editionById, editionOfYear, editions } from './forms/editions.ts';
export type { Edition, Form } from './forms/form.ts';
export type { Ledger } from './ledger/ledger.ts';
export { fromFile } from './ledger/source.ts';
export type { ByteSource } from './ledger/workbook.ts';
export type { Lines } from './lines.ts';
export type { Report } from './report/report.ts';
export { reportSchema } from './report/schema.ts';

/** What a file named in a report is read for. */
export type Purpose = 'ledger' | 'report' | 'form' | 'picture';

/** A file named in a report that cannot be had. */
export class FileProblem extends Error {
  readonly say: 'missing' | 'outside' | 'too-large' | 'unreadable';
  readonly path: string;
  readonly purpose: Purpose;
  readonly reason: string;
  constructor(say: FileProblem['say'], path: string, purpose: Purpose, reason = '') {
    super(`${say}: ${path}`);
    this.name = 'FileProblem';
    this.say = say;
    this.path = path;
    this.purpose = purpose;
    this.reason = reason;
  }
}

/** Where the files named in a report come from; the core itself knows no paths. Both throw `FileProblem`. */
export interface Folder {
  bytes(path: string, purpose: Purpose): Uint8Array;
  source(path: string, purpose: Purpose): ByteSource & { close(): void };
  /** The files as another report of this folder names them. */
  beside(path: string): Folder;
}

/** Something that could not be done; the sentence is made by whoever talks to the user. */
export interface Failure {
  readonly say: string;
  readonly args: Args;
}

/** How a report is to be checked. */
export interface CheckOptions {
  readonly includeOutOfYear?: boolean;
  /** Only counts the items of the ledger: enough for a check, in less memory; the appendix then lists none. */
  readonly countOnly?: boolean;
  /** How many folders above the report's own the files it names may lie; last year's report may always lie one up. */
  readonly foldersUp?: number;
  /** Severities changed, or checks turned off, by the user. */
  readonly rules?: ReadonlyMap<Code, Severity | 'off'>;
  /** Told now and then how far a ledger has been read, 0 to 1. */
  readonly progress?: (file: string, share: number) => void;
}

/** What came of checking one report. */
export interface Checked {
  readonly file: string;
  /** Absent where the text could not be read as a report. */
  readonly report?: Report;
  readonly ledger?: Ledger;
  readonly lastYear?: Report;
  /** Sorted by place: the report's from top to bottom, then its ledger's. */
  readonly findings: readonly Finding[];
  /** How many findings comments silenced. */
  readonly ignored: number;
  /** Files that could not be read. */
  readonly failures: readonly Failure[];
  /** The lines of the files that findings point into. */
  linesOf(file: string): Lines | undefined;
}

/** Runs `read`; a file that cannot be had becomes a failure and undefined. */
async function attempt<T>(read: () => T | Promise<T>, file: string, failures: Failure[]): Promise<T | undefined> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof FileProblem) {
      failures.push({ say: `${error.purpose}-${error.say}`, args: { path: error.path, reason: error.reason } });
      return undefined;
    }
    if (error instanceof Error && error.name === 'LedgerUnreadable' && 'say' in error) {
      failures.push({
        say: String(error.say),
        args: { path: file, detail: 'detail' in error ? String(error.detail) : '' },
      });
      return undefined;
    }
    throw error;
  }
}

/** What one reading of a report gathers from the files it names. */
interface Gathered {
  readonly forms: Map<string, Form>;
  readonly findings: Finding[];
  readonly texts: Map<string, string>;
  readonly failures: Failure[];
}

async function openLedger(
  draft: ReportDraft,
  folder: Folder,
  options: CheckOptions,
  into: Gathered,
): Promise<Ledger | undefined> {
  const named = draft.ledger;
  if (!named) return undefined;
  const { readLedger } = await import('./ledger/read.ts');
  return attempt(
    async () => {
      const source = folder.source(named.path, 'ledger');
      try {
        return await readLedger(source, {
          file: named.path,
          year: draft.year,
          edition: draft.edition,
          inspect: inspectCell,
          ...(options.includeOutOfYear ? { includeOutOfYear: true } : {}),
          ...(options.countOnly ? { countOnly: true } : {}),
          ...(options.progress ? { progress: (share: number) => options.progress?.(named.path, share) } : {}),
        });
      } finally {
        source.close();
      }
    },
    named.path,
    into.failures,
  );
}

async function openForms(draft: ReportDraft, folder: Folder, into: Gathered): Promise<void> {
  // A form that several tables have is read once.
  for (const path of new Set(draft.extensionForms.map((named) => named.path))) {
    const bytes = await attempt(() => folder.bytes(path, 'form'), path, into.failures);
    if (!bytes) continue;
    const { form, text, findings } = readExtensionForm(bytes, path);
    into.texts.set(path, text);
    into.findings.push(...findings);
    if (form) into.forms.set(path, form);
  }
}

/** Last year's report as far as it can be read; what is wrong in it is last year's matter. */
async function openLastYear(
  draft: ReportDraft,
  folder: Folder,
  options: CheckOptions,
  into: Gathered,
): Promise<Report | undefined> {
  const named = draft.lastYear;
  if (!named) return undefined;
  const bytes = await attempt(() => folder.bytes(named.path, 'report'), named.path, into.failures);
  if (!bytes) return undefined;
  const before = readReport(bytes, named.path);
  into.texts.set(named.path, before.text);
  const { year = 0 } = before.draft ?? {};
  if (year > 0 && year !== draft.year - 1) {
    const args = { found: named.path, year, wanted: draft.year - 1 };
    into.findings.push(finding('shape/path', named.at, args, { say: 'other-year' }));
    return undefined;
  }
  if (!before.draft || checkShape(before.draft).some(({ severity }) => severity === 'error')) {
    into.failures.push({ say: 'report-unfit', args: { path: named.path } });
    return undefined;
  }
  const theirs = { ...into, findings: [] };
  const around = folder.beside(named.path);
  await openForms(before.draft, around, theirs);
  const ledger = await openLedger(before.draft, around, { ...options, countOnly: true }, theirs);
  return fillReport(before.draft, { extensionForms: theirs.forms, ...(ledger ? { ledger } : {}) }).report;
}

/** Values and tables taken from a file: where that file cannot be read, what follows from it would only mislead. */
const restsOnFiles = /\{\{\s*(?:台账|上年|同比)|按台账/;

/**
 * Reads, fills and checks one report with the files it names. Mistakes of writing and of shape stop the rest;
 * everything else is always checked. Throws nothing for bad input: what cannot be read is a finding or a failure.
 */
export async function checkReport(
  bytes: Uint8Array,
  file: string,
  folder: Folder,
  options: CheckOptions = {},
): Promise<Checked> {
  const read = readReport(bytes, file);
  const into: Gathered = { forms: new Map(), findings: [], texts: new Map([[file, read.text]]), failures: [] };
  const lines = new Map<string, Lines>();
  const done = (findings: readonly Finding[], rest: Partial<Checked> = {}): Checked => ({
    file,
    ignored: 0,
    failures: into.failures,
    ...rest,
    findings: [...ruled(findings, options.rules, rest.report === undefined)].sort(byPlace(file)),
    linesOf(name) {
      const text = into.texts.get(name);
      if (text === undefined) return undefined;
      const known = lines.get(name) ?? linesOf(text);
      lines.set(name, known);
      return known;
    },
  });
  const { draft } = read;
  if (!draft) return done(read.findings);
  const shape = [...read.findings, ...checkShape(draft, { foldersUp: options.foldersUp ?? 0 })];
  if (shape.some(({ severity }) => severity === 'error')) return done(shape);
  await openForms(draft, folder, into);
  if (into.findings.length > 0) return done([...shape, ...into.findings]);
  const ledger = await openLedger(draft, folder, options, into);
  const lastYear = await openLastYear(draft, folder, options, into);
  const soFar = [...shape, ...into.findings];
  if (into.failures.length + into.findings.length > 0 && restsOnFiles.test(draft.text)) return done(soFar);
  const filled = fillReport(draft, {
    extensionForms: into.forms,
    ...(ledger ? { ledger } : {}),
    ...(lastYear ? { lastYear } : {}),
  });
  const { report } = filled;
  const found = { report, ...(ledger ? { ledger } : {}), ...(lastYear ? { lastYear } : {}) };
  const subject = { ...found, ...(options.rules ? { rules: options.rules } : {}) };
  const { kept, ignored } = silence(report, [
    ...soFar,
    ...filled.findings,
    ...(ledger?.findings ?? []),
    ...tellDependents(
      checks.flatMap((check) => check(subject)),
      report,
      draft.text,
    ),
    ...[...(options.rules?.keys() ?? [])].flatMap((code) => checksOnDemand[code]?.(subject) ?? []),
  ]);
  return done(kept, { ...found, ignored });
}
