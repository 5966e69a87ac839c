import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateOfSerial, shownBy, WholeDates } from '../../src/ledger/xlsx-dates.ts';
import { decimalText } from '../../src/ledger/xlsx-value.ts';
import { python } from '../tools.ts';
import { makePackage, packageFiles, sheetXml, zipOf } from './make-package.ts';
import { cellsOf, oracle, ours, readAll } from './workbook-reading.ts';

const cellRow = (values: readonly (readonly [number, number | string])[]): string =>
  `<row r="1">${values.map(([style, value]) => `<c s="${style}"><v>${value}</v></c>`).join('')}</row>`;

describe('numbers', () => {
  it.each([
    ['0', '0'],
    ['37', '37'],
    ['-3', '-3'],
    ['-0', '0'],
    ['414922.3', '414922.3'],
    ['414922.29999999999', '414922.3'],
    ['0.10000000000000001', '0.1'],
    ['190.457379', '190.457379'],
    ['1.50', '1.5'],
    ['1E+17', '100000000000000000'],
    ['1.1010119900307701E+17', '110101199003077010'],
    ['110101199003077758', '110101199003077758'],
    ['9.9999999999999995E-8', '0.0000001'],
    ['-1.25e-7', '-0.000000125'],
    ['1e21', '1000000000000000000000'],
    ['1.5e22', '15000000000000000000000'],
    ['+5', '5'],
    ['.5', '0.5'],
    ['007', '7'],
  ])('%s is %s', (written, text) => {
    expect(decimalText(written)).toBe(text);
  });

  it.each(['', 'abc', '1,024', '0x10', '1e999', 'NaN', 'Infinity', '1 2', '１２'])('%j is no number', (written) => {
    expect(decimalText(written)).toBeUndefined();
  });

  it('are the same double, whatever they are, and written without an exponent', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        const text = decimalText(String(value)) ?? '';
        expect(text).toMatch(/^-?[0-9]+(?:\.[0-9]+)?$/);
        expect(Number(text)).toBe(value === 0 ? 0 : value);
      }),
    );
  });
});

describe('dates', () => {
  // Every format id that the specification gives a meaning to, in the Chinese list (ECMA-376 18.8.30, zh-cn).
  it.each([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58])(
    'built-in format %i shows a date',
    async (id) => {
      const [sheet] = await readAll(
        makePackage({
          sheets: [
            sheetXml(
              cellRow([
                [1, 43835],
                [1, 43835.75],
              ]),
            ),
          ],
          formats: [id],
        }),
      );
      expect(cellsOf(sheet)).toEqual(['A1 date 2020-01-05', 'B1 date 2020-01-05']);
    },
  );

  it.each([18, 19, 20, 21, 32, 33, 34, 35, 45, 46, 47, 55, 56])(
    'built-in format %i shows a time: a moment is a date, a duration is a number',
    async (id) => {
      const [sheet] = await readAll(
        makePackage({
          sheets: [
            sheetXml(
              cellRow([
                [1, 43835.75],
                [1, 0.75],
                [1, 1.5],
              ]),
            ),
          ],
          formats: [id],
        }),
      );
      expect(cellsOf(sheet)).toEqual(['A1 date 2020-01-05', 'B1 number 0.75', 'C1 number 1.5']);
    },
  );

  it.each([0, 1, 2, 3, 4, 9, 10, 11, 12, 13, 37, 40, 48, 49])('built-in format %i shows none', async (id) => {
    const [sheet] = await readAll(makePackage({ sheets: [sheetXml(cellRow([[1, 43835]]))], formats: [id] }));
    expect(cellsOf(sheet)).toEqual(['A1 number 43835']);
  });

  it.each([
    ['yyyy-mm-dd', 'date'],
    ['yyyy"年"m"月"d"日"', 'date'],
    ['yyyy年m月d日', 'date'],
    ['[$-804]yyyy/m/d;@', 'date'],
    ['[DBNum1][$-804]yyyy"年"m"月"', 'date'],
    ['m"月"d"日"', 'date'],
    ['mmm-yy', 'date'],
    ['yyyy.mm.dd', 'date'],
    ['YYYY/M/D H:MM:SS.000', 'date'],
    ['[$-411]ge.m.d', 'date'],
    ['[$-804]aaaa', 'date'],
    ['mm', 'date'],
    ['h:mm:ss', 'time'],
    ['[h]:mm', 'time'],
    ['[mm]:ss', 'time'],
    ['mm:ss.0', 'time'],
    ['上午/下午h"时"mm"分"', 'time'],
    ['General', 'number'],
    ['G/通用格式', 'number'],
    ['0.00E+00', 'number'],
    ['#,##0;[Red]-#,##0', 'number'],
    ['[Red]0.00', 'number'],
    ['"day"0', 'number'],
    ['0\\d', 'number'],
    ['0_d', 'number'],
    ['0.00;"年"@', 'number'],
    ['@', 'number'],
    ['', 'number'],
  ])('the format %s shows a %s', (code, shown) => {
    expect(shownBy(170, code)).toBe(shown);
  });

  it('a code of the workbook’s own goes before the meaning of an id', () => {
    expect(shownBy(14, '0.00')).toBe('number');
    expect(shownBy(58, 'General')).toBe('number');
  });

  it('is the same for one after the other, whatever month came before', () => {
    const near = fc.tuple(
      fc.constantFrom(0, 31, 59, 366, 1462, 43_831, 43_890, 2_958_465),
      fc.integer({ min: -40, max: 40 }),
    );
    const serial = fc.oneof(
      near.map(([base, away]) => Math.max(0, base + away)),
      fc.nat(999_999_999),
    );
    fc.assert(
      fc.property(fc.array(serial), fc.boolean(), (serials, from1904) => {
        const dates = new WholeDates(from1904);
        for (const each of serials) expect(dates.of(each)).toBe(dateOfSerial(each, 'date', from1904));
      }),
    );
  });

  it('the two systems, and the day that never was', () => {
    const of1900 = (serial: number): string | undefined => dateOfSerial(serial, 'date', false);
    const of1904 = (serial: number): string | undefined => dateOfSerial(serial, 'date', true);
    expect([1, 59, 60, 61, 366, 367].map(of1900)).toEqual([
      '1900-01-01',
      '1900-02-28',
      '1900-02-29',
      '1900-03-01',
      '1900-12-31',
      '1901-01-01',
    ]);
    expect([0, 1, 366, 42373].map(of1904)).toEqual(['1904-01-01', '1904-01-02', '1905-01-01', '2020-01-05']);
    expect([43890, 43891, 44196.99999].map(of1900)).toEqual(['2020-02-29', '2020-03-01', '2020-12-31']);
    expect([0, 0.5, -1, 2958465, 2958466, Number.NaN].map(of1900)).toEqual([
      undefined,
      undefined,
      undefined,
      '9999-12-31',
      undefined,
      undefined,
    ]);
  });

  it('every day is the day that openpyxl says it is, in both systems', () => {
    const answer = python(
      'from openpyxl.utils.datetime import from_excel, CALENDAR_MAC_1904 as M\nfrom datetime import date\nprint(" ".join(str(from_excel(d))[:10] for d in range(61, 60000, 7)))\nprint(" ".join(str(from_excel(d, M))[:10] for d in range(1, 60000, 7)))',
    ).split('\n');
    const days = (first: number, from1904: boolean): string => {
      const list: (string | undefined)[] = [];
      for (let day = first; day < 60_000; day += 7) list.push(dateOfSerial(day, 'date', from1904));
      return list.join(' ');
    };
    expect(days(61, false)).toBe(answer[0]);
    expect(days(1, true)).toBe(answer[1]);
  });

  it('the 1904 system is the workbook’s to choose', async () => {
    for (const flag of ['1', 'true']) {
      const bytes = makePackage({
        sheets: [sheetXml(cellRow([[1, 42373]]))],
        formats: [14],
        workbookProperties: `<workbookPr date1904="${flag}"/>`,
      });
      expect(cellsOf((await readAll(bytes))[0])).toEqual(['A1 date 2020-01-05']);
      expect(ours(await readAll(bytes))).toEqual(oracle(bytes));
    }
  });

  it('the 1904 system stays chosen where Excel says among the extensions that charts follow it', async () => {
    const files = packageFiles({
      sheets: [sheetXml(cellRow([[1, 42373]]))],
      formats: [14],
      workbookProperties: '<workbookPr date1904="1"/>',
    });
    const extension =
      '<extLst><ext uri="{140A7094-0E35-4892-8432-C4D2E57EDEB5}" xmlns:x15="http://schemas.microsoft.com/office/spreadsheetml/2010/11/main"><x15:workbookPr chartTrackingRefBase="1"/></ext></extLst>';
    for (const odd of ['', '<!-- -->']) {
      const workbook = `${files['xl/workbook.xml']}`.replace('</workbook>', `${odd}${extension}</workbook>`);
      const bytes = zipOf({ ...files, 'xl/workbook.xml': workbook });
      expect(cellsOf((await readAll(bytes))[0])).toEqual(['A1 date 2020-01-05']);
    }
  });

  it('a style that is not there, and a style of the named styles, show none', async () => {
    const [sheet] = await readAll(
      makePackage({
        sheets: [
          sheetXml(
            cellRow([
              [9, 43835],
              [0, 43835],
            ]),
          ),
        ],
      }),
    );
    expect(cellsOf(sheet)).toEqual(['A1 number 43835', 'B1 number 43835']);
  });
});
