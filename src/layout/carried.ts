import type { Form } from '../forms/form.ts';
import { cellKey, leaves } from '../forms/walk.ts';
import { entryOf, nodePlace, type ReportDraft, textOf, valueAt } from '../report/draft.ts';
import type { Passage, Report } from '../report/report.ts';

/** The number that last year's report fixes for a cell (table, keys down to the line, column); undefined where it is open. */
export type CarriedNumbers = (form: Form, path: readonly string[], column: string) => number | undefined;

/** An extension table of last year without its numbers. */
export interface CarriedExtension {
  readonly table: string;
  readonly position: string;
  readonly counted: boolean;
  /** The rows that had a number or a blank. */
  readonly rows: readonly string[];
}

/** What a report takes over from the one of the year before. */
export interface Carried {
  readonly organ: string;
  readonly level: string;
  /** 章节标题 and 版式 as they were written. */
  readonly settings: readonly string[];
  /** Lines of 引言 with the address and telephone of the office. */
  readonly contact: readonly string[];
  readonly extensions: readonly CarriedExtension[];
  readonly number: CarriedNumbers;
}

/** Nothing carried: the first report of an office. */
export const nothingCarried: CarriedNumbers = () => undefined;

const contactWords = /联系|地址|电话|邮编|邮政编码|传真|邮箱|网址|下载/;

/** The sentences of 引言 that say where the office is found; last year's year becomes the report's own. */
function contactLines(report: Report): readonly string[] {
  const passages = report.preamble.filter((part): part is Passage => part.kind === 'passage');
  return passages.flatMap(({ text }) => {
    const sentences = (text.match(/[^。]+。?/g) ?? []).filter(
      (sentence) => contactWords.test(sentence) && !/统计期限|根据《/.test(sentence),
    );
    const line = sentences.join('').trim().replaceAll(`${report.year}年`, '{{年度}}年');
    return line === '' ? [] : [line];
  });
}

/** A key of the report with its value as it was written, comments and all. */
function asWritten(draft: ReportDraft, name: string): readonly string[] {
  const entry = entryOf(draft.root, name);
  if (!entry) return [];
  const { end } = nodePlace(draft, entry.value, [name]);
  const [comment = ''] = /^[ \t]+#.*/.exec(draft.text.slice(end)) ?? [];
  return (draft.text.slice(entry.key.start, end) + comment).split(/\r?\n/);
}

function extensionsOf({ root }: ReportDraft): readonly CarriedExtension[] {
  const list = valueAt(root, '附加表');
  if (list?.kind !== 'list') return [];
  return list.items.map((item) => {
    const data = valueAt(item, '数据');
    return {
      table: textOf(valueAt(item, '表')) ?? '',
      position: textOf(valueAt(item, '位置')) ?? '',
      counted: textOf(data) === '按台账',
      rows: data?.kind === 'map' ? data.entries.map(({ key }) => key.text) : [],
    };
  });
}

/** Σ of last year's cells that make a number of this year; undefined where a part is blank or not in last year's form. */
function sumOf(
  report: Report,
  form: Form,
  rows: readonly (readonly string[])[],
  columns: readonly string[],
): number | undefined {
  const table = report.tables.get(form.key);
  let sum = 0;
  for (const row of rows) {
    const leaf = table && leaves(table.form).find(({ path }) => path.join('.') === row.join('.'));
    for (const name of columns) {
      const column = leaf?.block.columns.find(({ key }) => key === name);
      const cell = column && table?.cells.get(cellKey(form, row, column));
      if (typeof cell?.value !== 'number') return undefined;
      sum += cell.value;
    }
  }
  return sum;
}

/** Numbers by the relations of the forms that look back a year and need nothing of this year. */
const numbersOf =
  (report: Report): CarriedNumbers =>
  (form, path, column) => {
    for (const relation of form.relations) {
      if (relation.kind !== 'carries' || relation.plus || relation.minus) continue;
      const { across, now, before } = relation;
      if (across === 'lines' && path.join('.') === now)
        return sumOf(
          report,
          form,
          before.map((name) => name.split('.')),
          [column],
        );
      if (across === 'columns' && column === now) return sumOf(report, form, [path], before);
    }
    return undefined;
  };

/** What the next report takes over: everything that does not change with the year, and the numbers that follow from it. */
export const carriedFrom = (draft: ReportDraft, report: Report): Carried => ({
  organ: report.organ,
  level: report.level,
  settings: ['版式', '章节标题'].flatMap((name) => asWritten(draft, name)),
  contact: contactLines(report),
  extensions: extensionsOf(draft),
  number: numbersOf(report),
});
