import { join } from 'node:path';
import { type Finding, isTextPlace, type Place } from './finding.ts';
import { type Checked, FileProblem, type Folder } from './index.ts';
import { type AppendixFinding, appendixOf } from './layout/appendix.ts';
import { outlineOf } from './layout/outline.ts';
import { pictureSize } from './layout/picture.ts';
import { gridOf } from './layout/tables.ts';
import { pictures, type Report } from './report/report.ts';
import { writeDocx } from './writers/docx.ts';
import { fileName, type Output } from './writers/file-name.ts';
import { writeHtml } from './writers/html.ts';
import { writeXlsx } from './writers/xlsx.ts';
import type { XlsxThread } from './writers/xlsx-thread.ts';

export { startXlsxThread, type XlsxThread } from './writers/xlsx-thread.ts';

/** Where the outputs of a report go, in the order that `documentsOf` makes them. */
export function targetsOf(report: Report, folder: string, draft: boolean, html: boolean): readonly string[] {
  const outputs: readonly Output[] = html ? ['docx', 'xlsx', 'html'] : ['docx', 'xlsx'];
  return outputs.map((output) => join(folder, fileName(report.organ, report.year, output, draft)));
}

/** Bytes of all pictures of a report at most, each as often as it is shown: the page holds it as often. A photograph has some millions. */
const mostPictures = 64 * 1024 * 1024;

/** The pictures of a report by the names it gives them. Throws `FileProblem`. */
function picturesOf(report: Report, folder: Folder): ReadonlyMap<string, Uint8Array> {
  const found = new Map<string, Uint8Array>();
  let total = 0;
  for (const { file } of pictures(report)) {
    const bytes = found.get(file) ?? folder.bytes(file, 'picture');
    total += bytes.length;
    if (total > mostPictures) throw new FileProblem('too-large', file, 'picture');
    found.set(file, bytes);
  }
  return found;
}

/** The first picture of a report that is neither PNG nor JPG, by its name there. Throws `FileProblem`. */
export const unfitPicture = (report: Report, folder: Folder): string | undefined =>
  [...picturesOf(report, folder)].find(([, bytes]) => !pictureSize(bytes))?.[0];

/** The cell of a table that a place names by its path. */
function cellKeys(report: Report): (place: Place) => string | undefined {
  const keys = new Map(
    [...report.tables.values(), ...report.extensions].flatMap(({ cells }) =>
      [...cells.values()].map((cell) => [cell.at.path.join('\n'), cell.key] as const),
    ),
  );
  return (place) => (isTextPlace(place) ? keys.get(place.path.join('\n')) : undefined);
}

/** Findings that the outputs list: more than anybody reads, and ten times as many fill a gigabyte. */
const mostListed = 5000;

/** The findings that are listed, errors before all others where they are too many, in their order. */
function listedOf(findings: readonly Finding[]): readonly Finding[] {
  if (findings.length <= mostListed) return findings;
  const isError = ({ severity }: Finding): boolean => severity === 'error';
  const errors = findings.filter(isError);
  const others = findings.filter((found) => !isError(found));
  const kept = new Set([...errors, ...others].slice(0, mostListed));
  return findings.filter((found) => kept.has(found));
}

/** What the outputs are made of beside the checked report. */
export interface DocumentOptions {
  readonly draft: boolean;
  /** Whether the page to be published is wanted too. */
  readonly html: boolean;
  /** Where pictures come from. */
  readonly folder: Folder;
  /** Writes the workbook beside the rest, where there is a thread for it. */
  readonly thread?: XlsxThread | undefined;
  /** Puts a finding into words. */
  readonly tell: (finding: Finding) => Promise<Omit<AppendixFinding, 'key'>>;
  /** Says how many more findings there are than are listed. */
  readonly unlisted: (count: number) => Pick<AppendixFinding, 'severity' | 'sentence' | 'help'>;
}

/** The DOCX and the XLSX of a checked report, and the HTML where it is wanted. Throws `FileProblem` where a picture cannot be had. */
export async function documentsOf(
  { findings, ledger }: Checked,
  report: Report,
  { draft, html, folder, thread, tell, unlisted }: DocumentOptions,
): Promise<readonly Uint8Array[]> {
  const keyOf = cellKeys(report);
  const shown = listedOf(findings);
  const told = await Promise.all(
    shown.map(async (found): Promise<AppendixFinding> => {
      const key = keyOf(found.at);
      return { ...(await tell(found)), ...(key === undefined ? {} : { key }) };
    }),
  );
  if (shown.length < findings.length) told.push({ code: '', place: '', ...unlisted(findings.length - shown.length) });
  const listed = told.map(
    ({ severity, sentence, code, place }) => `${severity}　${place}　${sentence}${code && `〔${code}〕`}`,
  );
  const outline = outlineOf(report, picturesOf(report, folder), draft ? { findings: listed } : undefined);
  const grids = [...report.tables.values(), ...report.extensions].map((table) => gridOf(table, report.style));
  const appendix = appendixOf({ report, grids, findings: told, draft, ...(ledger ? { ledger } : {}) });
  const [xlsx, docx] = await Promise.all([thread ? thread.write(appendix) : writeXlsx(appendix), writeDocx(outline)]);
  return [docx, xlsx, ...(html ? [writeHtml(outline)] : [])];
}
