import { ordinal } from '../ordinal.ts';

/** A date as the text has it: the year as written (empty where it is left out), `day` 0 where only a month is named. */
export interface WrittenDate {
  readonly from: number;
  readonly to: number;
  readonly year: string;
  readonly month: number;
  readonly day: number;
}

const gap = '\\s{0,2}';
const numeral = '(?:\\d{1,2}|[一二三四五六七八九十]{1,3})';
const monthAndDay = `(?<month>${numeral})${gap}月${gap}(?<day>${numeral})?(?:${gap}[日号])?`;
const forms = [
  `(?<!\\d)(?<year>\\d{4,8}|[〇○零一二三四五六七八九]{4})${gap}年${gap}${monthAndDay}`,
  // A text copied from a web page may have lost its 年.
  `(?<!\\d)(?<year>\\d{4})${gap}${monthAndDay}`,
  `(?<![\\d一二三四五六七八九十])${monthAndDay}`,
  '(?<!\\d)(?<year>\\d{4})(?<mark>[./-])(?<month>\\d{1,2})\\k<mark>(?<day>\\d{1,2})(?!\\d)',
];
const written = new RegExp(forms.join('|'), 'g');

const number = (text: string | undefined): number =>
  text === undefined ? 0 : /^\d+$/.test(text) ? Number(text) : (ordinal(text) ?? 0);

const westernYear = (text: string): string =>
  text.replace(/[〇○零一二三四五六七八九]/g, (digit) =>
    String('零一二三四五六七八九'.indexOf(digit.replace(/[〇○]/, '零'))),
  );

/** All dates of a text whose digits are half-width, in order. */
export const writtenDates = (text: string): readonly WrittenDate[] =>
  [...text.matchAll(written)].map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
    year: westernYear(match.groups?.year ?? ''),
    month: number(match.groups?.month),
    day: number(match.groups?.day),
  }));
