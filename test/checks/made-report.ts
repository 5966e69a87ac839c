import type { Place, TextPlace } from '../../src/finding.ts';
import { editionOfYear } from '../../src/forms/editions.ts';
import type { SectionKey } from '../../src/forms/form.ts';
import { cellKey, leaves } from '../../src/forms/walk.ts';
import type { Cell, Level, Passage, Report, SectionBody, Table } from '../../src/report/report.ts';

/** What a made report holds; everything left out is as a clean report of a department has it. */
export interface Made {
  readonly year?: number;
  readonly level?: Level;
  readonly organ?: string;
  readonly title?: string;
  readonly signedOn?: string;
  readonly editionOf?: number;
  readonly preamble?: string;
  readonly text?: Partial<Readonly<Record<SectionKey, string>>>;
  readonly headings?: Partial<Readonly<Record<SectionKey, string>>>;
  /** Numbers by `表.行.栏`; the cells not named are blank where `blank` is set, else 0. */
  readonly cells?: Readonly<Record<string, number | string | null>>;
  readonly blank?: boolean;
  readonly units?: Readonly<Record<string, string>>;
  readonly extensions?: readonly Table[];
}

const fileOf = (year: number): string => `${year}.yaml`;

const placeOf = (file: string, path: TextPlace['path']): TextPlace => ({ file, start: 0, end: 0, path });

function levelOf(line: string): Passage['level'] {
  if (/^[一二三四五六七八九十]+、/.test(line)) return 1;
  if (/^（[一二三四五六七八九十]+）/.test(line)) return 2;
  if (/^\d+\.(?!\d)/.test(line)) return 3;
  return /^（\d+）/.test(line) ? 4 : 0;
}

/** Paragraphs whose places are offsets in their own text, so that a place can be read back. */
function paragraphs(file: string, key: string, text: string): Passage[] {
  return text.split('\n').map((line, index) => {
    const level = levelOf(line);
    const stop = line.indexOf('。');
    const headingLength = level === 0 ? 0 : stop < 0 ? line.length : stop + 1;
    const pieces = [{ at: 0, length: line.length, start: 0, end: line.length }];
    return { kind: 'passage', text: line, level, headingLength, file, path: [key, index], pieces };
  });
}

const clean: Readonly<Record<SectionKey, string>> = {
  总体情况:
    '（一）主动公开。全年公开政府信息6条。\n（二）依申请公开。没有收到申请。\n（三）政府信息管理。逐条核对。\n（四）平台建设。更新网站专栏。\n（五）监督保障。组织培训。',
  主动公开: '',
  依申请公开: '',
  复议诉讼: '',
  问题与改进: '公开还不够及时，下一步缩短办理时间。',
  其他事项: '没有收取信息处理费。',
};

/** A report in memory, without a file behind it. */
export function madeReport(made: Made = {}): Report {
  const year = made.year ?? 2024;
  const file = fileOf(year);
  const edition = editionOfYear(made.editionOf ?? year);
  const organ = made.organ ?? '某县档案局';
  const tables = new Map<string, Table>();
  const sections = edition.sections.map(({ key, heading, form }): SectionBody => {
    if (form) tables.set(key, madeTable(form, file, made));
    const text = made.text?.[key] ?? clean[key];
    const override = made.headings?.[key];
    const at = placeOf(file, [key]);
    return {
      key,
      heading: override ?? heading,
      ...(override === undefined ? {} : { headingAt: placeOf(file, ['章节标题', key]) }),
      at,
      before: text === '' ? [] : paragraphs(file, key, text),
      after: [],
    };
  });
  return {
    file,
    year,
    organ,
    level: made.level ?? '部门',
    signedOn: made.signedOn ?? `${year + 1}-01-20`,
    deadline: `${year + 1}-01-31`,
    edition,
    title: made.title ?? `${organ}${year}年政府信息公开工作年度报告`,
    style: { fonts: 'gb2312', pageNumber: '双面', margins: [37, 35, 28, 26], lineSpacing: 28.9 },
    preamble: made.preamble === undefined ? [] : paragraphs(file, '引言', made.preamble),
    sections,
    tables,
    extensions: made.extensions ?? [],
    ignores: [],
    place: (path) => placeOf(file, path),
  };
}

/** A table of a form whose cells are all typed. */
export function madeTable(form: Table['form'], file: string, made: Made, position?: Table['position']): Table {
  const cells = new Map<string, Cell>();
  for (const leaf of leaves(form))
    for (const column of leaf.block.columns) {
      const key = cellKey(form, leaf.path, column);
      const zero = column.kind === 'money' ? '0' : 0;
      const value = made.cells && key in made.cells ? (made.cells[key] ?? null) : made.blank ? null : zero;
      const at = placeOf(file, key.split('.'));
      cells.set(key, {
        key,
        kind: column.kind,
        value,
        text: value === null ? '' : String(value),
        origin: 'stated',
        at,
      });
    }
  const units = new Map(Object.entries(made.units ?? {}));
  return { form, cells, at: placeOf(file, [form.key]), units, ...(position ? { position } : {}) };
}

/** The keys to what a finding points at, joined by dots. */
export const pathOf = (place: Place): string => ('path' in place ? place.path.join('.') : place.file);

/** The words of a paragraph that a finding points at. */
export const pointedAt = (text: string, place: Place): string =>
  'start' in place ? text.slice(place.start, place.end) : '';
