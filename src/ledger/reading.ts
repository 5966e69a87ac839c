import type { Finding } from '../finding.ts';
import { readDate } from './dates.ts';
import type { Found } from './found.ts';
import { type Role, roleName } from './headers.ts';
import type { LedgerOptions } from './ledger.ts';
import type { Ranges } from './ranges.ts';
import type { Remembered } from './remembered.ts';
import type { BodyRow, Value } from './row.ts';
import { isOwn, quoted, sameText } from './spelling.ts';

/** What all kinds of rows are read with. */
export interface Reading {
  readonly options: LedgerOptions;
  readonly found: Found;
  readonly ranges: Ranges;
  /** What the caller said of long texts. */
  readonly looked: Remembered<readonly Finding[]>;
}

/** A date of a row: empty where there is none, `wrong` where what stands there was reported. */
export interface DateValue {
  readonly date: string;
  readonly wrong: boolean;
}

const open = new Set(['办理中', '未办结', '尚未办结', '未审结', '尚未审结', '审理中']);

/** Reads the date of a column and reports what is no date, once for all rows of a merged cell. */
export function dateValue(row: BodyRow, role: Role, { options, found }: Reading): DateValue {
  const text = row.text(role);
  if (text === '') return { date: '', wrong: row.get(role)?.broken ?? false };
  const read = readDate(text, options.year, row.sheet.from1904);
  if ('date' in read) return { date: read.date, wrong: false };
  if (open.has(text)) return { date: '', wrong: false };
  const value = row.get(role);
  if (value?.own)
    found.say(
      'ledger/bad-date',
      value.at,
      { text: quoted(value.text), column: roleName(row.sheet.layout.kind, role) },
      { say: read.wrong === 'impossible' ? 'impossible' : 'default' },
    );
  return { date: '', wrong: true };
}

/** A date of a row, empty where there is none, and the column that it stands in. */
type Dated = readonly [role: Role, date: string];

/** Reports a row on which something ended before it began. */
export function reportOrder(
  row: BodyRow,
  [start, began]: Dated,
  [end, ended]: Dated,
  say: string,
  { found }: Reading,
): void {
  if (began === '' || ended === '' || ended >= began) return;
  found.say('ledger/bad-date', row.place(row.get(end)?.column ?? 0), { [start]: began, [end]: ended }, { say });
}

/** Reports the cells of a row that hold an error or a formula without value. */
export function reportBroken(row: BodyRow, { found }: Reading): void {
  const { layout, read } = row.sheet;
  // By index, as for every row.
  for (let at = 0; at < row.cells.length; at += 1) {
    const cell = row.cells[at];
    if (!cell || (cell.kind !== 'error' && cell.kind !== 'uncalculated') || !read.has(cell.column)) continue;
    const value = row.value(cell.column);
    if (!value.broken || !value.own) continue;
    const header = quoted(layout.header[cell.column] ?? '');
    if (value.cell?.kind === 'error')
      found.say('ledger/error-cell', value.at, { text: quoted(value.cell.text), column: header });
    else found.say('ledger/not-calculated', value.at, { column: header });
  }
}

/** Whether the beginning of a text, made alike, is of a pattern that begins with a bracket or 示; most titles begin with another ideograph. */
function isMarked(text: string, pattern: RegExp): boolean {
  if (text === '' || (isOwn(text.charCodeAt(0)) && text[0] !== '示')) return false;
  return text.includes('示') && pattern.test(sameText(text.slice(0, 20)));
}

/** A template's sample row is no row of the ledger. */
export function isSample(row: BodyRow): boolean {
  const { columns } = row.sheet.layout;
  return (
    isMarked(row.title?.text ?? '', /^\(示例\)/u) ||
    (columns.has('number') && isMarked(row.text('number'), /^\(示例\)/u)) ||
    (columns.has('remark') && isMarked(row.text('remark'), /^\(?示例\)?$/u))
  );
}

/** Lets the caller look at titles and remarks. */
export function inspect(row: BodyRow, reading: Reading): void {
  if (!reading.options.inspect) return;
  inspectValue(row.title, reading);
  if (row.sheet.layout.columns.has('remark')) inspectValue(row.get('remark'), reading);
}

function inspectValue(value: Value | undefined, { options, found, looked }: Reading): void {
  if (!value || value.text === '' || !value.own) return;
  const told = looked.of(value.text, (text) => options.inspect?.(text, () => value.at) ?? []);
  // What was said of a long text before was said of another place.
  if (told.length > 0) for (const one of told) found.add({ ...one, at: value.at });
}
