import { join } from 'node:path';
import { isTextPlace } from '../finding.ts';
import type { Checked, Folder } from '../index.ts';
import { type AppendixFinding, appendixOf } from '../layout/appendix.ts';
import { outlineOf } from '../layout/outline.ts';
import { gridOf } from '../layout/tables.ts';
import { type Language, word } from '../messages/sentence.ts';
import type { Picture, Report } from '../report/report.ts';
import { placeName } from '../reporters/text.ts';
import type { ToldFile } from '../reporters/told.ts';
import { writeDocx } from '../writers/docx.ts';
import { fileName } from '../writers/file-name.ts';
import { writeXlsx } from '../writers/xlsx.ts';

/** Where the outputs of a report go, in the order that `documentsOf` makes them. */
export const targetsOf = (report: Report, folder: string, draft: boolean): readonly string[] =>
  (['docx', 'xlsx'] as const).map((output) => join(folder, fileName(report.organ, report.year, output, draft)));

/** The pictures of a report by the names it gives them. Throws `FileProblem`. */
function picturesOf(report: Report, folder: Folder): ReadonlyMap<string, Uint8Array> {
  const bodies = [report.preamble, ...report.sections.flatMap((section) => [section.before, section.after])].flat();
  const pictures = bodies.filter((part): part is Picture => part.kind === 'picture');
  return new Map(pictures.map(({ file }) => [file, folder.bytes(file, 'picture')]));
}

/** The findings as rows of the appendix, each with the table cell it is about where there is one. */
function rowsOf({ findings }: Checked, report: Report, told: ToldFile, language: Language): readonly AppendixFinding[] {
  const keys = new Map(
    [...report.tables.values(), ...report.extensions].flatMap(({ cells }) =>
      [...cells.values()].map((cell) => [cell.at.path.join('\n'), cell.key] as const),
    ),
  );
  return told.findings.map((one, at) => {
    const place = findings[at]?.at;
    const key = place && isTextPlace(place) ? keys.get(place.path.join('\n')) : undefined;
    return {
      severity: word(one.severity, language),
      sentence: one.message,
      code: one.code,
      place: placeName(one.at),
      help: one.help,
      ...(key === undefined ? {} : { key }),
    };
  });
}

/** The DOCX and the XLSX of a checked report. Throws `FileProblem` where a picture cannot be had. */
export async function documentsOf(
  checked: Checked,
  report: Report,
  told: ToldFile,
  { draft, folder, language }: { draft: boolean; folder: Folder; language: Language },
): Promise<readonly Uint8Array[]> {
  const findings = rowsOf(checked, report, told, language);
  const listed = findings.map(({ severity, sentence, code, place }) => `${severity}　${place}　${sentence}〔${code}〕`);
  const outline = outlineOf(report, picturesOf(report, folder), draft ? { findings: listed } : undefined);
  const grids = [...report.tables.values(), ...report.extensions].map((table) => gridOf(table, report.style));
  const { ledger } = checked;
  const appendix = appendixOf({ report, grids, findings, draft, ...(ledger ? { ledger } : {}) });
  return [await writeDocx(outline), await writeXlsx(appendix)];
}
