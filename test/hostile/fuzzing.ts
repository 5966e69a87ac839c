import { readFileSync } from 'node:fs';
import { utils, write } from '@e965/xlsx';
import { unzipSync, zipSync } from 'fflate';
import { folderOf } from '../../src/commands/folder.ts';
import { documentsOf } from '../../src/documents.ts';
import { isTextPlace } from '../../src/finding.ts';
import { type Checked, checkReport, FileProblem, type Folder } from '../../src/index.ts';
import { fromBytes } from '../../src/ledger/source.ts';
import { tell } from '../../src/reporters/tell.ts';
import { placeName } from '../../src/reporters/text.ts';
import { breaksTheForm } from './arithmetic.ts';

/** Reports that are right, of both editions, with and without ledgers, local forms and last year's reports. */
export const rightReports: readonly string[] = [
  'fixtures/luting-2020-mended/2020.yaml',
  'fixtures/ok/department-2024.yaml',
  'fixtures/city-2025/2025.yaml',
  'fixtures/ok/rows.yaml',
  'fixtures/ok/with-ledger.yaml',
  'fixtures/ok/from-ledger.yaml',
  'fixtures/ok/last-year.yaml',
  'fixtures/ok/local-form.yaml',
  'fixtures/ok/blocks.yaml',
  'fixtures/ok/text.yaml',
  'fixtures/ok/department-2020.yaml',
  'fixtures/ok/township-2024.yaml',
];

/** Seconds that one small report may take, a busy machine allowed for. */
const patience = 10;

function must(holds: boolean, what: string): void {
  if (!holds) throw new Error(what);
}

/** Checks a report; whatever it is, every finding has its sentence and its place, and it does not take long. */
export async function examineAny(bytes: Uint8Array, file: string, folder: Folder): Promise<Checked> {
  const start = performance.now();
  const checked = await checkReport(bytes, file, folder);
  for (const found of checked.findings) {
    for (const language of ['zh', 'en'] as const) {
      const { message, help, notes } = tell(found, language, checked.linesOf);
      must(
        !/？处|undefined|NaN|\[object|missing \{/.test(
          `${message}${help}${notes.map((note) => note.message).join('')}`,
        ),
        `${found.code}: ${message}`,
      );
    }
    if (isTextPlace(found.at)) must(found.at.start >= 0 && found.at.end >= found.at.start, `${found.code}: no place`);
  }
  must(
    checked.report !== undefined || checked.findings.length + checked.failures.length > 0,
    'no report, and no reason',
  );
  const seconds = (performance.now() - start) / 1000;
  must(seconds < patience, `${seconds} seconds`);
  return checked;
}

const hasErrors = ({ findings, failures }: Checked): boolean =>
  failures.length > 0 || findings.some(({ severity }) => severity === 'error');

/** A changed report is checked; one whose sums no longer hold must not pass. */
export async function checkChanged(bytes: Uint8Array, file: string): Promise<Checked> {
  const checked = await examineAny(bytes, file, folderOf(file, undefined));
  const broken = breaksTheForm(new TextDecoder().decode(bytes));
  must(broken !== true || hasErrors(checked), `sums are broken, and nothing was said: ${file}`);
  return checked;
}

/** Writes the outputs of a report that passed. */
export async function writeAny(checked: Checked): Promise<void> {
  if (!checked.report || hasErrors(checked)) return;
  const made = documentsOf(checked, checked.report, {
    draft: false,
    html: true,
    folder: folderOf(checked.file, undefined),
    async tell(found) {
      const { severity, message, code, at, help } = tell(found, 'zh', checked.linesOf);
      return { severity, sentence: message, code, place: placeName(at), help };
    },
    unlisted: (count) => ({ severity: 'notice', sentence: `另有${count}处`, help: '' }),
  });
  const documents = await made.catch((error: unknown) => {
    // A picture that is not there: `build` says so.
    if (error instanceof FileProblem && error.purpose === 'picture') return undefined;
    throw error;
  });
  if (!documents) return;
  must(documents.length === 3 && documents.every(({ length }) => length > 500), 'an output is empty');
}

const ledgerReport = 'fixtures/ok/with-ledger.yaml';
const ledger = new Uint8Array(readFileSync('fixtures/ok/_with/2024-台账.xlsx'));
const parts = unzipSync(ledger);
const partNames = Object.keys(parts).sort();

/** One change of a workbook: bytes of the file itself, or of the XML within it, packed again. */
export interface LedgerMutation {
  readonly part: number;
  readonly at: number;
  readonly put: string;
  readonly cut: number;
}

/** A ledger with some changes; part 0 is the file itself. */
export function mutateLedger(steps: readonly LedgerMutation[]): Uint8Array {
  const changed: Record<string, Uint8Array> = { ...parts };
  for (const { part, at, put, cut } of steps) {
    const name = partNames[(part - 1) % partNames.length];
    if (part === 0 || name === undefined) continue;
    const text = new TextDecoder('latin1').decode(changed[name]);
    const from = at % (text.length + 1);
    changed[name] = Buffer.from(
      text.slice(0, from) + Buffer.from(put).toString('latin1') + text.slice(from + cut),
      'latin1',
    );
  }
  const bytes = steps.every(({ part }) => part === 0) ? Uint8Array.from(ledger) : zipSync(changed, { level: 1 });
  for (const { part, at, put } of steps) if (part === 0) bytes[at % bytes.length] = Buffer.from(put)[0] ?? at % 256;
  return bytes;
}

/** The report that is right with another ledger beside it, called by an extension. */
export async function checkWithLedger(bytes: Uint8Array, extension = 'xlsx'): Promise<Checked> {
  const near = folderOf(ledgerReport, undefined);
  const folder: Folder = { ...near, source: () => ({ ...fromBytes(bytes), close: () => {} }) };
  const report = readFileSync(ledgerReport, 'utf8').replace('台账.xlsx', `台账.${extension}`);
  const checked = await examineAny(new TextEncoder().encode(report), ledgerReport, folder);
  must(checked.ledger !== undefined || checked.failures.length > 0, 'the ledger was not read, and nothing was said');
  return checked;
}

const oldRows = [
  ['标题', '类别', '公开日期', '公开渠道'],
  ...Array.from({ length: 6 }, (_, at) => [`通知${at}`, '通知公告', `2024-03-0${at + 1}`, '政府网站']),
];

/** The same few items as .xls, as .ods and as a table of HTML called .xls. */
export const oldLedgers: readonly Uint8Array[] = (['biff8', 'ods', 'html'] as const).map((bookType) => {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet(oldRows), '主动公开');
  return new Uint8Array(write(book, { type: 'buffer', bookType }));
});

/** Checks with an old ledger of which some bytes are others; what the library says to itself is not heard. */
export async function checkWithOldLedger(
  which: number,
  changes: readonly { readonly at: number; readonly byte: number }[],
): Promise<void> {
  const bytes = Uint8Array.from(oldLedgers[which] ?? []);
  for (const { at, byte } of changes) bytes[at % bytes.length] = byte;
  const { error } = console;
  console.error = () => {};
  try {
    await checkWithLedger(bytes, 'xls');
  } finally {
    console.error = error;
  }
}
