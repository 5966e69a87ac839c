import { ordinal } from '../ordinal.ts';

/** A date as the text has it: the year as written (empty where it is left out), `day` 0 where only a month is named. */
export interface WrittenDate {
  readonly from: number;
  readonly to: number;
  readonly year: string;
  readonly month: number;
  readonly day: number;
}

/** Not two: so few repetitions are written out by the compiler of patterns, at five times its work for this one. */
const gap = '\\s{0,4}';
const numeral = '(?:\\d{1,2}|[一二三四五六七八九十]{1,3})';
const chineseDigits = '一二三四五六七八九十';
const yearBefore = [
  `(?<!\\d)(\\d{4,8}|[〇○零一二三四五六七八九]{4})${gap}年${gap}`,
  // A text copied from a web page may have lost its 年.
  `(?<!\\d)(\\d{4})${gap}`,
  `(?<![\\d${chineseDigits}])`,
].join('|');
const written = new RegExp(
  `(?:${yearBefore})(${numeral})${gap}月${gap}(${numeral})?(?:${gap}[日号])?` +
    '|(?<!\\d)(\\d{4})([./-])(\\d{1,2})\\6(\\d{1,2})(?!\\d)',
  'g',
);

const number = (text: string | undefined): number =>
  text === undefined ? 0 : /^\d+$/.test(text) ? Number(text) : (ordinal(text) ?? 0);

/** A year in Chinese digits, 二〇二四, in western ones; as long as it was. */
export const westernYear = (text: string): string =>
  text.replace(/[〇○零一二三四五六七八九]/g, (digit) =>
    String('零一二三四五六七八九'.indexOf(digit.replace(/[〇○]/, '零'))),
  );

/** All dates of a text whose digits are half-width, in order. */
export const writtenDates = (text: string): readonly WrittenDate[] =>
  [...text.matchAll(written)].map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
    year: westernYear(match[1] ?? match[2] ?? match[5] ?? ''),
    month: number(match[3] ?? match[7]),
    day: number(match[4] ?? match[8]),
  }));
