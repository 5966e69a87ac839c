import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { convert } from '../tools.ts';
import { mainNamespace, makePackage, sheetXml } from './make-package.ts';
import { cellsOf, oracle, ours, type ReadSheet, readAll } from './workbook-reading.ts';

const folder = mkdtempSync(join(tmpdir(), 'annrep-office-book-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

const inline = (at: string, text: string): string =>
  `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`;

const rows = [
  `<row r="1">${inline('A1', '2020年政府信息公开台账')}</row>`,
  `<row r="2">${inline('A2', '标题')}${inline('B2', '公开日期')}${inline('C2', '数量')}${inline('D2', '金额')}</row>`,
  `<row r="3">${inline('A3', '关于  两个空格&#10;和换行的通知')}<c r="B3" s="1"><v>43835</v></c><c r="C3"><v>1</v></c><c r="D3"><v>414922.3</v></c></row>`,
  `<row r="4" hidden="1">${inline('A4', '藏起的 &lt;行&gt;')}<c r="B4" s="2"><v>43890.99</v></c><c r="C4"><f>C3+1</f><v>2</v></c><c r="D4"><v>1E-7</v></c></row>`,
  `<row r="5">${inline('A5', '00123')}<c r="B5" s="1"><v>44196</v></c><c r="C5" t="b"><v>1</v></c><c r="D5" t="e"><f>NA()</f><v>#N/A</v></c></row>`,
  `<row r="6"><c r="A6" t="str"><f>"甲"&amp;"乙"</f><v>甲乙</v></c><c r="B6" s="3"><v>0.75</v></c></row>`,
  ...Array.from(
    { length: 30 },
    (_row, index) =>
      `<row r="${index + 8}">${inline(`A${index + 8}`, '重复')}<c r="B${index + 8}" s="1"><v>43900</v></c><c r="F${index + 8}"><v>5</v></c></row>`,
  ),
];

const bytes = makePackage({
  sheets: [
    sheetXml(rows.join(''), '<mergeCells count="2"><mergeCell ref="A1:D1"/><mergeCell ref="A8:A9"/></mergeCells>'),
    sheetXml(`<row r="1">${inline('A1', '藏起的表')}</row>`),
  ],
  formats: [14, 170, 21],
  codes: '<numFmt numFmtId="170" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/>',
  parts: {
    'xl/workbook.xml': `<workbook xmlns="${mainNamespace}" xmlns:r="${relations}"><sheets><sheet name="主动公开" sheetId="1" r:id="rId1"/><sheet name="备用" sheetId="2" state="hidden" r:id="rId2"/></sheets></workbook>`,
  },
});

/** Everything but what the formats cannot say alike. */
const told = (sheets: readonly ReadSheet[]): unknown =>
  sheets.map((sheet) => ({
    name: sheet.name,
    hidden: sheet.hidden,
    merges: sheet.merges,
    cells: cellsOf(sheet),
    hiddenRows: sheet.rows.filter(({ hidden }) => hidden).map(({ number }) => number),
  }));

describe('the same workbook, written by LibreOffice', () => {
  let original: readonly ReadSheet[] = [];
  const file = join(folder, '台账.xlsx');
  beforeAll(async () => {
    writeFileSync(file, bytes);
    original = await readAll(bytes);
  });

  it('holds what it should to begin with', () => {
    expect(cellsOf(original[0]).slice(0, 12)).toEqual([
      'A1 text 2020年政府信息公开台账',
      'A2 text 标题',
      'B2 text 公开日期',
      'C2 text 数量',
      'D2 text 金额',
      'A3 text 关于  两个空格\n和换行的通知',
      'B3 date 2020-01-05',
      'C3 number 1',
      'D3 number 414922.3',
      'A4 text 藏起的 <行>',
      'B4 date 2020-02-29',
      'C4 number 2',
    ]);
    expect(original.map(({ hidden }) => hidden)).toEqual([false, true]);
  });

  it.each([
    ['xls', 'xls:MS Excel 97'],
    ['xls', 'xls:MS Excel 95'],
    ['ods', 'ods'],
    ['xlsx', 'xlsx:Calc MS Excel 2007 XML'],
  ])('as %s (%s)', async (extension, format) => {
    const made = join(folder, extension === 'xlsx' ? 'again' : '');
    const written = readFileSync(convert(file, format, made));
    const read = await readAll(written, `台账.${extension}`);
    // Excel 95 has no characters beyond its code page.
    if (format !== 'xls:MS Excel 95') expect(told(read)).toEqual(told(original));
    if (extension !== 'xls') return;
    // SheetJS makes a date of a time of day, and writes small numbers with an exponent.
    const alike = (sheets: ReturnType<typeof oracle>): unknown =>
      sheets.map(({ name, cells }) => ({ name, cells: cells.filter((cell) => !/^(?:B6|D4) /.test(cell)) }));
    expect(alike(ours(read))).toEqual(alike(oracle(written)));
  });

  it.each([
    ['UTF-8', 76],
    ['GBK', 67],
    ['GB 18030', 85],
  ])('as CSV in %s', async (_name, encoding) => {
    const written = readFileSync(convert(file, `csv:Text - txt - csv (StarCalc):44,34,${encoding}`, folder));
    const cells = cellsOf((await readAll(written, '台账.csv'))[0]);
    expect(cells.slice(0, 6)).toEqual([
      'A1 text 2020年政府信息公开台账',
      'A2 text 标题',
      'B2 text 公开日期',
      'C2 text 数量',
      'D2 text 金额',
      'A3 text 关于  两个空格\n和换行的通知',
    ]);
    expect(cells.filter((cell) => cell.startsWith('A') && cell.endsWith('重复')).length).toBe(30);
  });
});

describe.each(['Asia/Shanghai', 'America/Los_Angeles', 'UTC'])('in the time zone %s', (zone) => {
  it('a date of an .xls or .ods is the day that was written', async () => {
    const before = process.env.TZ;
    process.env.TZ = zone;
    try {
      for (const extension of ['xls', 'ods']) {
        const read = await readAll(readFileSync(join(folder, `台账.${extension}`)), `台账.${extension}`);
        expect(cellsOf(read[0]).filter((cell) => /^B[345] /.test(cell))).toEqual([
          'B3 date 2020-01-05',
          'B4 date 2020-02-29',
          'B5 date 2020-12-31',
        ]);
      }
    } finally {
      if (before === undefined) delete process.env.TZ;
      else process.env.TZ = before;
    }
  });
});
