import type { Finding, Path, TextPlace } from '../finding.ts';
import type { Section } from '../forms/form.ts';
import { blankCells } from './blank-cells.ts';
import { entryOf, nodePlace, placeIn, type ReportDraft, textOf, valueAt } from './draft.ts';
import { fillExtensions } from './extensions.ts';
import { ignoresOf } from './ignores.ts';
import type { Known } from './known.ts';
import { bodyOf, type PutValues } from './passages.ts';
import { type Level, levels, type Report, type SectionBody, type Table } from './report.ts';
import { defaultDeadline, styleOf } from './settings.ts';
import { fillTable } from './tables.ts';
import { putValues, type Values } from './values.ts';

/** A report and what was found while filling it: blank cells, values that are not there, comments without a reason. */
export interface FilledReport {
  readonly report: Report;
  readonly findings: readonly Finding[];
}

/** Makes a report of a draft whose shape is right; with a draft that is not, what cannot be read is left blank. */
export function fillReport(draft: ReportDraft, known: Known): FilledReport {
  const { root, file, year, edition } = draft;
  const findings: Finding[] = [];
  const tables = new Map<string, Table>();
  for (const { key, form } of edition.sections) {
    const entry = entryOf(root, key);
    if (!form || !entry) continue;
    const filled = fillTable(draft, form, entry, known.ledger);
    tables.set(key, filled.table);
    findings.push(...filled.findings, ...blankCells(filled.table));
  }
  const extended = fillExtensions(draft, known);
  findings.push(...extended.flatMap((filled) => filled.findings));
  const extensions = extended.map((filled) => filled.table);
  const organ = textOf(valueAt(root, '机关')) ?? '';
  const values: Values = { year, organ, tables: [...tables.values(), ...extensions], known, put: { length: 0 } };
  const put: PutValues = (line, path) => putValues(line, path, file, values, findings);
  const line = (key: string): string | undefined => {
    const body = bodyOf(draft, valueAt(root, key), [key], put);
    const text = body.map((part) => (part.kind === 'passage' ? part.text : '')).join('');
    return text || undefined;
  };
  const sections = edition.sections.flatMap((section) => {
    const body = sectionBody(draft, section, put);
    return body ? [body] : [];
  });
  const level = levels.find((name) => name === textOf(valueAt(root, '级别'))) ?? ('乡镇' satisfies Level);
  const { ignores, findings: unreasoned } = ignoresOf(draft);
  findings.push(...unreasoned);
  let cellPlaces: ReturnType<typeof cellPlacesOf> | undefined;
  const report: Report = {
    file,
    year,
    organ,
    level,
    signedOn: textOf(valueAt(root, '成文日期')) ?? '',
    deadline: textOf(valueAt(root, '公布期限')) ?? defaultDeadline(year, level),
    edition,
    title: line('标题') ?? `${organ}${year}年政府信息公开工作年度报告`,
    style: styleOf(valueAt(root, '版式')),
    preamble: bodyOf(draft, valueAt(root, '引言'), ['引言'], put),
    sections,
    tables,
    extensions,
    ...(draft.ledger ? { ledgerPath: draft.ledger.path } : {}),
    ...(draft.lastYear ? { lastYearPath: draft.lastYear.path } : {}),
    ignores,
    place(path, part = 'value') {
      cellPlaces ??= cellPlacesOf(values.tables);
      return cellPlaces.get(nameOf(path)) ?? placeIn(draft, path, part);
    },
  };
  return { report, findings };
}

const nameOf = (path: Path): string => path.join('\n');

/** Cells by the path that a finding gives them, which ends in the column's key even where the row is a list. */
const cellPlacesOf = (tables: readonly Table[]): ReadonlyMap<string, TextPlace> =>
  new Map(tables.flatMap(({ cells }) => [...cells.values()].map((cell) => [nameOf(cell.at.path), cell.at] as const)));

function sectionBody(draft: ReportDraft, section: Section, put: PutValues): SectionBody | undefined {
  const entry = entryOf(draft.root, section.key);
  if (!entry) return undefined;
  const heading = entryOf(valueAt(draft.root, '章节标题'), section.key);
  const headingAt = heading && nodePlace(draft, heading.value, ['章节标题', section.key]);
  const body = (key: string) => bodyOf(draft, valueAt(entry.value, key), [section.key, key], put);
  return {
    key: section.key,
    heading: textOf(heading?.value) ?? section.heading,
    ...(headingAt ? { headingAt } : {}),
    at: nodePlace(draft, entry.key, [section.key]),
    before: section.form ? body('表前') : bodyOf(draft, entry.value, [section.key], put),
    after: section.form ? body('表后') : [],
  };
}
