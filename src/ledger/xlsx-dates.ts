import { civilDate } from './civil-date.ts';

/** What a number format shows: a calendar date, a time of day or a duration alone, or a plain number. */
export type Shown = 'date' | 'time' | 'number';

/** The formats without a code of their own (ECMA-376 18.8.30): 14–22 and 45–47 everywhere, 27–36 and 50–58 in East Asia. */
function shownBuiltIn(id: number): Shown {
  if ((id >= 18 && id <= 21) || (id >= 32 && id <= 35) || (id >= 45 && id <= 47) || id === 55 || id === 56)
    return 'time';
  return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58) ? 'date' : 'number';
}

/** What is no part of a format's letters: quoted text, `\x`, `_x`, `*x`, and brackets other than elapsed time (colours, conditions, locales). */
const literal = /"[^"]*"|\\[\s\S]|_[\s\S]|\*[\s\S]|\[(?!(?:[hH]+|[mM]+|[sS]+)\])[^\]]*\]/g;

/** What a number format shows (ECMA-376 18.8.31): by its code, or by its id where the workbook gives no code. */
export function shownBy(id: number, code: string | undefined): Shown {
  if (code === undefined) return shownBuiltIn(id);
  // As most dates are: no literal, no condition, nothing to take apart.
  if (code.startsWith('yyyy')) return 'date';
  const section = (code.replace(literal, '').split(';')[0] ?? '').replace(/general/gi, '').replace(/e[+-]/gi, '');
  if (/[yde]|aaa/i.test(section)) return 'date';
  if (/[hs]|\[m/i.test(section)) return 'time';
  return /m/i.test(section) ? 'date' : 'number';
}

const two = (value: number): string => (value < 10 ? `0${value}` : String(value));

/** A day counted from 1970-01-01 as `2020-01-05`. */
function written(days: number): string {
  const { year, month, day } = civilDate(days);
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
}

/** From this day on (1927, 1931) a serial shown as a time alone is a moment, not a duration. */
const firstMoment = 10_000;

/**
 * The calendar date of a serial number, `2020-01-05`, the time of day dropped; undefined for a pure time and for what is
 * out of the calendar's range. Counting from 1900, day 60 is the 29 February 1900 that spreadsheets hold to have been.
 */
export function dateOfSerial(serial: number, shown: Shown, from1904: boolean): string | undefined {
  if (shown === 'number' || (shown === 'time' && serial < firstMoment)) return undefined;
  const whole = Math.floor(serial);
  // A tenth of a millisecond before midnight is midnight: sums of dates and times end there.
  const day = (serial - whole) * 86_400 > 86_399.9999 ? whole + 1 : whole;
  if (!(serial >= 0) || day > (from1904 ? 2_957_003 : 2_958_465)) return undefined;
  if (from1904) return serial > 0 && day < 1 ? undefined : written(day - 24_107);
  if (day < 1) return undefined;
  if (day === 60) return '1900-02-29';
  return written(day < 60 ? day - 25_568 : day - 25_569);
}

/** Above all serial numbers of dates. */
const unknownDay = 1_000_000_000;

/** The dates of serial numbers without a time of day; the month of the last one is remembered, for ledgers go by the calendar. */
export class WholeDates {
  private readonly from1904: boolean;
  private month = '';
  /** The serial number of the month's first day; it has 28 days at least. */
  private first = unknownDay;

  constructor(from1904: boolean) {
    this.from1904 = from1904;
  }

  /** The same as {@link dateOfSerial} gives for what a format shows as a date. */
  of(serial: number): string | undefined {
    const day = serial - this.first + 1;
    if (day >= 1 && day <= 28) return this.month + two(day);
    const date = dateOfSerial(serial, 'date', this.from1904);
    // Up to day 60 the calendar of 1900 is not the one it should be.
    if (date === undefined || serial <= 60) return date;
    this.month = date.slice(0, 8);
    this.first = serial - Number(date.slice(8)) + 1;
    return date;
  }
}
