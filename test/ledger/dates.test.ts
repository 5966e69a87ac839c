import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readDate } from '../../src/ledger/dates.ts';

const date = (text: string, year = 2020): string => {
  const read = readDate(text, year);
  return 'date' in read ? read.date : read.wrong;
};

describe('a date as offices write it', () => {
  test.each([
    ['2020-1-5'],
    ['2020.1.5'],
    ['2020/1/5'],
    ['2020/01/05'],
    ['2020年1月5日'],
    ['2020 年 1 月 5 日'],
    ['2020年1月5'],
    ['2020年1月5号'],
    ['20200105'],
    ['1月5日'],
    ['２０２０年１月５日'],
    ['２０２０．１．５'],
    ['2020。1。5'],
    ['2020—1—5'],
    ['2020-01-05 08:30:00'],
    ['2020-01-05T08:30:00'],
    ['2020-01-05T08:30:00.000Z'],
    ['2020年1月5日 9时'],
    ['2020年1月5日 星期日'],
    ['2020-01-05（周日）'],
    [' 2020-01-05\n'],
    ['2020.1.5.'],
    ['二〇二〇年一月五日'],
    ['二零二零年一月五日'],
    ['43835'],
    ['43835.35416'],
  ])('%j', (text) => {
    expect(date(text)).toBe('2020-01-05');
  });

  test('without a year it is of the year of the report', () => {
    expect(date('12月31日', 2023)).toBe('2023-12-31');
    expect(date('2月29日', 2023)).toBe('impossible');
  });

  test.each([
    ['2021-02-30'],
    ['2021-02-29'],
    ['1900-02-29'],
    ['2020-13-01'],
    ['2020-00-10'],
    ['2020-1-0'],
    ['20200431'],
    ['0020-01-05'],
  ])('%j is in no calendar', (text) => {
    expect(date(text)).toBe('impossible');
  });

  test.each([
    ['去年'],
    ['2020'],
    ['2020年1月'],
    ['2020-1'],
    ['1.5'],
    ['20.1.5'],
    ['2020-1/5'],
    ['5日'],
    ['3'],
    ['202001051'],
    ['2020-01-05至2020-01-09'],
    ['1'.repeat(5000)],
  ])('%j is no date', (text) => {
    expect(date(text)).toBe('unreadable');
  });

  test('written by words past ten and twenty', () => {
    expect(date('二〇二〇年十月十日')).toBe('2020-10-10');
    expect(date('二〇二〇年十二月三十一日')).toBe('2020-12-31');
    expect(date('二〇二〇年二月二十日')).toBe('2020-02-20');
  });
});

const iso = (date: Date): string => date.toISOString().slice(0, 10);
const anyDay = fc.date({ min: new Date('1955-01-01'), max: new Date('2110-12-31'), noInvalidDate: true });

describe('every day of a century and a half', () => {
  test('reads the same in every way of writing', () => {
    fc.assert(
      fc.property(anyDay, (moment) => {
        const [year = 0, month = 0, dayOfMonth = 0] = iso(moment).split('-').map(Number);
        const forms = [
          `${year}-${month}-${dayOfMonth}`,
          `${year}.${month}.${dayOfMonth}`,
          `${year}年${month}月${dayOfMonth}日`,
          iso(moment).replaceAll('-', ''),
        ];
        expect(forms.map((form) => date(form))).toEqual(forms.map(() => iso(moment)));
        expect(date(`${month}月${dayOfMonth}日`, year)).toBe(iso(moment));
      }),
    );
  });

  test('has the serial number that workbooks give it, from 1900 and from 1904', () => {
    fc.assert(
      fc.property(anyDay, (moment) => {
        const days = Math.floor(moment.getTime() / 86_400_000);
        const serial = days + 25569;
        if (serial < 20000 || serial >= 80000) return;
        expect(date(String(serial))).toBe(iso(moment));
        if (serial - 1462 >= 20000) expect(readDate(String(serial - 1462), 2020, true)).toEqual({ date: iso(moment) });
      }),
    );
  });

  test('no text makes it throw, and what it reads is a day of the calendar', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0123456789-./年月日 十一二') }), (text) => {
        const read = readDate(text, 2020);
        if ('date' in read) expect(iso(new Date(`${read.date}T00:00:00Z`))).toBe(read.date);
      }),
    );
  });
});

test('every day of a calendar as workbooks write it is a date, and no other', () => {
  const two = (number: number): string => String(number).padStart(2, '0');
  for (const year of [2000, 2019, 2020, 2021, 2099])
    for (let month = 0; month <= 13; month += 1)
      for (let day = 0; day <= 32; day += 1) {
        const text = `${year}-${two(month)}-${two(day)}`;
        const there = new Date(Date.UTC(year, month - 1, day)).toISOString().startsWith(text);
        expect(date(text)).toBe(there ? text : 'impossible');
      }
});
