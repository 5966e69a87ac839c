import { editions } from '../index.ts';

const digits = '〇一二三四五六七八九';

/** The year of an answer such as `2025`, `2025年度` or `二〇二五年`; undefined for anything else. */
export function yearIn(answer: string): number | undefined {
  const plain = answer
    .replace(/[零○Oo]/g, '〇')
    .replace(/[〇一二三四五六七八九]/g, (digit) => String(digits.indexOf(digit)))
    .replace(/年度?$/, '')
    .trim();
  return /^20\d\d$/.test(plain) ? Number(plain) : undefined;
}

/** The first year that there is an official form for. */
export const firstYear = editions[0]?.firstYear ?? 0;

/** The year of an answer that a report can be begun on. */
export function newYearIn(answer: string): number | undefined {
  const year = yearIn(answer);
  return year !== undefined && year >= firstYear ? year : undefined;
}

/** The sentence on an answer that is no such year. */
export const unfitYear = (answer: string): 'unclear-year' | 'too-early' =>
  yearIn(answer) === undefined ? 'unclear-year' : 'too-early';
