import { civilDate } from './civil-date.ts';

/** A date that was read, or why none could be: the day is in no calendar, or the text is no date. */
export type ReadDate = { readonly date: string } | { readonly wrong: 'impossible' | 'unreadable' };

const unreadable: ReadDate = { wrong: 'unreadable' };

const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

const daysIn = (year: number, month: number): number =>
  month === 2 && isLeap(year) ? 29 : (monthLengths[month - 1] ?? 0);

const padded = (number: number, length: number): string => String(number).padStart(length, '0');

function dateOf(year: number, month: number, day: number): ReadDate {
  if (year < 1900 || year > 2199 || day < 1 || day > daysIn(year, month)) return { wrong: 'impossible' };
  return { date: `${padded(year, 4)}-${padded(month, 2)}-${padded(day, 2)}` };
}

/** Day 0 of the two calendars of workbooks, counted from 1970-01-01. */
const epochs = { from1900: -25569, from1904: -24107 } as const;

/** Serial numbers of the years 1954 to 2119; others in a date column are no dates. */
const isSerial = (serial: number): boolean => serial >= 20000 && serial < 80000;

const digits = '〇一二三四五六七八九';

/** 二〇二〇 → 2020, 十二 → 12, 三十一 → 31. */
function chineseNumber(text: string): number {
  const plain = text.replace(/[零○]/gu, '〇');
  if (!plain.includes('十')) return Number([...plain].map((character) => digits.indexOf(character)).join(''));
  const [tens = '', ones = ''] = plain.split('十');
  return (tens === '' ? 1 : digits.indexOf(tens)) * 10 + (ones === '' ? 0 : digits.indexOf(ones));
}

const patterns: readonly RegExp[] = [
  /^(\d{4})([-./])(\d{1,2})\2(\d{1,2})$/u,
  /^(\d{4})(年)(\d{1,2})月(\d{1,2})[日号]?$/u,
  /^(\d{4})()(\d{2})(\d{2})$/u,
];

const yearless = /^(\d{1,2})月(\d{1,2})[日号]$/u;
const written = /^([〇零○一二三四五六七八九]{4})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日$/u;

/**
 * Reads a date as offices write it: `2020-1-5`, `2020.1.5`, `2020/1/5`, `2020年1月5日`, `20200105`, `1月5日` (of `year`),
 * `二〇二〇年一月五日`, each with a time or weekday behind it, or the serial number of a workbook.
 * @param text a filled cell as text
 * @param year the year of the report
 * @param from1904 whether serial numbers count from 1904
 */
export function readDate(text: string, year: number, from1904 = false): ReadDate {
  // As workbooks give them, and as nearly all are: patterns are dear before the first of them has been used a while.
  if (/^20\d\d-(?:0[1-9]|1[0-2])-(?:[0-2]\d|3[01])$/.test(text)) {
    const day = Number(text.slice(8));
    if (day >= 1 && (day <= 28 || day <= daysIn(Number(text.slice(0, 4)), Number(text.slice(5, 7)))))
      return { date: text };
  }
  if (text.length > 60) return unreadable;
  const plain = text
    .normalize('NFKC')
    .trim()
    .replace(/(?:T|\s+)\d{1,2}\s?[:时点].*$/u, '')
    .replace(/\(?(?:星期|周)[一二三四五六日天]\)?$/u, '')
    .replace(/\s+/gu, '')
    .replace(/[—–。]/gu, (mark) => (mark === '。' ? '.' : '-'))
    .replace(/\.+$/u, '');
  for (const pattern of patterns) {
    const match = pattern.exec(plain);
    if (match) return dateOf(Number(match[1]), Number(match[3]), Number(match[4]));
  }
  const inYear = yearless.exec(plain);
  if (inYear) return dateOf(year, Number(inYear[1]), Number(inYear[2]));
  const inWords = written.exec(plain);
  if (inWords)
    return dateOf(chineseNumber(inWords[1] ?? ''), chineseNumber(inWords[2] ?? ''), chineseNumber(inWords[3] ?? ''));
  const serial = /^\d{5}(?:\.\d+)?$/u.test(plain) ? Math.floor(Number(plain)) : 0;
  if (isSerial(serial)) {
    const date = civilDate(serial + (from1904 ? epochs.from1904 : epochs.from1900));
    return dateOf(date.year, date.month, date.day);
  }
  return unreadable;
}
