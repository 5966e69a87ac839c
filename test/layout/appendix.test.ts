import { describe, expect, it } from 'vitest';
import type { Form } from '../../src/forms/form.ts';
import type { AppendixCell, AppendixSheet } from '../../src/layout/appendix-sheet.ts';
import { madeTable } from '../checks/made-report.ts';
import { appendixFor, consistentCells, reportOf } from '../writers/made-appendix.ts';
import { madeItem, madeLedger } from './made-ledger.ts';

const sheetOf = (sheets: readonly AppendixSheet[], name: string): AppendixSheet => {
  const sheet = sheets.find((one) => one.name === name);
  if (!sheet) throw new Error(`no sheet ${name}`);
  return sheet;
};

const at = (sheet: AppendixSheet, row: number, column: number): AppendixCell | undefined =>
  sheet.cells.find((cell) => cell.row === row && cell.column === column);

const valueAt = (sheet: AppendixSheet, row: number, column: number): unknown => at(sheet, row, column)?.value;

/** In edition 2021 the row （七）总计 of 表三 stands in row 29 of its sheet, 四、结转下年度 in row 30. */
const cells2021 = consistentCells(2024, () => 4);

describe('the tables', () => {
  const { sheets, names } = appendixFor(reportOf({ year: 2024, cells: cells2021 }));

  it('stand behind 目录 in the order of print, the findings last', () => {
    expect(sheets.map((sheet) => sheet.name)).toEqual(['目录', '表二', '表三', '表四', '主动公开渠道', '校验结果']);
    expect(valueAt(sheetOf(sheets, '表三'), 1, 1)).toBe('表三　收到和处理政府信息公开申请情况');
  });

  it('lead back to the list of sheets by a link as wide as its text', () => {
    for (const name of ['表二', '表三', '表四']) {
      const sheet = sheetOf(sheets, name);
      const link = sheet.cells.find((cell) => cell.value === '返回目录');
      const span = sheet.widths.slice((link?.column ?? 0) - 1, (link?.column ?? 0) - 1 + (link?.columnSpan ?? 1));
      // A column of width 8 shows four ideographs.
      expect(span.reduce((sum, width) => sum + width, 0)).toBeGreaterThan(8);
      const note = at(sheet, 2, 1);
      expect((note?.columnSpan ?? 0) + 1).toBe(link?.column);
    }
  });

  it('have columns as wide as a heading of six ideographs', () => {
    const { cells, widths } = sheetOf(sheets, '表三');
    const heads = cells.filter(({ look, columnSpan, value }) => look === 'head' && !columnSpan && value !== undefined);
    expect(heads.map(({ value }) => value)).toContain('社会公益组织');
    for (const { value, column } of heads) expect(widths[column - 1]).toBeGreaterThan(String(value).length * 2);
  });

  it('have totals that are live sums with their value', () => {
    const requests = sheetOf(sheets, '表三');
    expect(valueAt(requests, 6, 10)).toEqual({ formula: 'SUM(D6:I6)', cached: cells2021['依申请公开.本年新收.总计'] });
    expect(valueAt(requests, 29, 4)).toEqual({ formula: 'SUM(D8:D28)', cached: 21 * 4 });
    expect(valueAt(requests, 29, 10)).toEqual({ formula: 'SUM(D29:I29)', cached: 21 * 4 * 6 });
    expect(valueAt(sheetOf(sheets, '表四'), 6, 15)).toEqual({ formula: 'SUM(K6:N6)', cached: 16 });
  });

  it('carry checks beside and under them', () => {
    const requests = sheetOf(sheets, '表三');
    expect(valueAt(requests, 8, 12)).toBe(24);
    expect(valueAt(requests, 8, 13)).toEqual({
      formula: 'IF(ISNUMBER(L8),IF(L8=SUM(D8:I8),"✓",L8-SUM(D8:I8)),"—")',
      cached: '✓',
    });
    expect(valueAt(requests, 34, 4)).toEqual({
      formula: 'IF(SUM(D6:D7)=SUM(D29:D30),"✓",SUM(D6:D7)-SUM(D29:D30))',
      cached: '✓',
    });
    expect(valueAt(requests, 34, 1)).toBe('校核：第一项＋第二项＝第三项＋第四项');
  });

  it('repeat and freeze their heads, and name their totals', () => {
    expect(sheetOf(sheets, '表三')).toMatchObject({ repeat: { from: 3, to: 5 }, freeze: { rows: 5, columns: 3 } });
    expect(names).toContainEqual({ name: '依申请公开_总计_总计', sheet: '表三', row: 29, column: 10 });
    expect(names).toContainEqual({ name: '复议诉讼_行政复议_总计', sheet: '表四', row: 6, column: 5 });
    expect(names).toHaveLength(25 + 6 + 3);
  });
});

describe('numbers', () => {
  it('keep the decimals, sign and unit they were typed with', () => {
    const cells = {
      '主动公开.政府集中采购.采购总金额': '414922.30',
      '主动公开.行政许可.本年增/减': -5,
      '主动公开.行政许可.处理决定数量': null,
    };
    const sheet = sheetOf(appendixFor(reportOf({ year: 2020, cells, units: { 政府集中采购: '元' } })).sheets, '表二');
    const amount = sheet.cells.find((cell) => cell.value === 414922.3);
    expect(amount?.format).toBe('0.00"元"');
    expect(sheet.cells.find((cell) => cell.value === -5)?.format).toBe('0');
    expect(sheet.cells.filter((cell) => cell.look === 'number' && cell.value === undefined)).toHaveLength(1);
  });

  it('that no spreadsheet can hold stay text', () => {
    const cells = { '主动公开.行政事业性收费.本年收费金额': '1234567890123.123456' };
    const sheet = sheetOf(appendixFor(reportOf({ year: 2024, cells })).sheets, '表二');
    expect(sheet.cells.find((cell) => cell.value === '1234567890123.123456')?.format).toBe('@');
  });
});

describe('a total that was reported wrong', () => {
  const report = reportOf({
    year: 2024,
    cells: { ...cells2021, '依申请公开.总计.总计': 500, '复议诉讼.行政复议.总计': null },
  });
  const { sheets } = appendixFor(report);

  it('stands as reported beside the live sum, with the difference', () => {
    const requests = sheetOf(sheets, '表三');
    expect([valueAt(requests, 29, 10), valueAt(requests, 29, 12), valueAt(requests, 29, 13)]).toMatchObject([
      { cached: 504 },
      500,
      { cached: -4 },
    ]);
    expect(valueAt(requests, 33, 10)).toMatchObject({ cached: -4 });
    expect(sheetOf(sheets, '目录').cells.map((cell) => cell.value)).toContainEqual(
      expect.objectContaining({ cached: 2 }),
    );
  });

  it('or was left blank stays blank and is compared with nothing', () => {
    const review = sheetOf(sheets, '表四');
    expect(valueAt(review, 6, 5)).toBeUndefined();
    expect(valueAt(review, 9, 5)).toMatchObject({ cached: '—' });
  });
});

describe('a local table', () => {
  const form: Form = {
    key: '收费',
    id: 'fees',
    name: "收费/情况:'2024'[一览]表，名称特别特别特别特别特别长",
    title: '',
    arrangement: 'list',
    blocks: [
      {
        columns: [{ key: '', id: 'value', label: '统计数', kind: 'money' }],
        lines: ['甲', '乙', '合计'].map((key) => ({ key, label: key, unit: '万元', indent: 0 })),
      },
    ],
    relations: [{ kind: 'identity', code: 'extension/total', across: 'lines', left: ['合计'], right: ['甲', '乙'] }],
  };
  const table = madeTable(form, 'x.yaml', { cells: { '收费.甲': '0.1', '收费.乙': '0.20', '收费.合计': '0.3' } });
  const { sheets } = appendixFor({ ...reportOf(), extensions: [table, table] });

  it('gets a name that a sheet can have, each its own', () => {
    const names = sheets.slice(4, 6).map((sheet) => sheet.name);
    expect(names[0]).toBe('收费／情况：＇2024＇［一览］表，名称特别特别特别特别特别长'.slice(0, 31));
    expect(new Set(names).size).toBe(2);
    for (const name of names) expect(name).toMatch(/^[^[\]:*?/\\']{1,31}$/);
  });

  it('keeps the characters of its name whole where it is cut', () => {
    const named = { ...table, form: { ...form, name: `${'表'.repeat(30)}𠮷田` } };
    expect(appendixFor({ ...reportOf(), extensions: [named] }).sheets[4]?.name).toBe('表'.repeat(30));
  });

  it('adds money without the errors of floating point', () => {
    const sheet = sheets[4];
    expect(sheet?.cells.map((cell) => cell.value)).toContainEqual({ formula: 'ROUND(SUM(C4:C5),2)', cached: 0.3 });
    expect(sheet?.cells.filter((cell) => cell.look === 'check')[0]?.value).toMatchObject({ cached: '✓' });
  });
});

describe('the ledger', () => {
  const items = [
    madeItem({ category: '*', channels: ['政府网站', '政务微信'] }),
    madeItem({ category: 'a', quantity: 3 }),
    madeItem({ category: 'A', channels: [] }),
    madeItem({ category: '', date: '' }),
    madeItem({ category: '*', date: '2024-12-31' }),
  ];
  const { sheets } = appendixFor(reportOf({ year: 2024 }), { ledger: madeLedger(items) });

  it('is counted by category and channel by formulas over the items', () => {
    const summary = sheetOf(sheets, '台账汇总');
    const counts = summary.cells
      .filter((cell) => cell.row >= 6 && cell.row <= 9)
      .map((cell) => (typeof cell.value === 'object' && 'cached' in cell.value ? cell.value.cached : cell.value));
    expect(counts).toEqual(['*', 2, 1, 2, 'a', 3, 0, 3, 'A', 0, 0, 1, '（未填类别）', 1, 0, 1]);
    expect(valueAt(summary, 6, 2)).toMatchObject({
      formula: "SUMPRODUCT(EXACT('信息条目'!$C$4:$C$8,$A6)*'信息条目'!$G$4:$G$8*'信息条目'!$F$4:$F$8)",
    });
    expect(valueAt(summary, 10, 4)).toEqual({ formula: 'SUM(D6:D9)', cached: 7 });
  });

  it('is printed on one page unless it has many categories', () => {
    const many = Array.from({ length: 40 }, (_, at) => madeItem({ category: `类别${at}` }));
    const long = appendixFor(reportOf({ year: 2024 }), { ledger: madeLedger(many) }).sheets;
    expect(sheetOf(sheets, '台账汇总').onePage).toBe(true);
    expect(sheetOf(long, '台账汇总').onePage).toBe(false);
  });

  it('lists its items with a 0/1 column a channel, a filter and a frozen head', () => {
    const sheet = sheetOf(sheets, '信息条目');
    expect(sheet.body?.rows[0]).toEqual([
      1,
      '关于防汛值班安排的通知',
      '*',
      { date: '2024-03-05' },
      3,
      1,
      1,
      1,
      '主动公开 第2行',
    ]);
    expect(sheet).toMatchObject({ filter: { top: 3, left: 1, bottom: 8, right: 9 }, freeze: { rows: 3, columns: 2 } });
  });
});

describe('the findings', () => {
  it('lead to the cell of the table where there is one', () => {
    const finding = {
      severity: '错误',
      sentence: '相差4件',
      code: 'requests/settled',
      place: '2024.yaml 第9行',
      help: '核对',
    };
    const { sheets } = appendixFor(reportOf({ year: 2024 }), {
      findings: [{ ...finding, key: '依申请公开.总计.总计' }, { ...finding, key: '没有的表.没有的行' }, finding],
    });
    const links = sheetOf(sheets, '校验结果').cells.filter((cell) => cell.link && cell.row > 3);
    expect(links.map((cell) => [cell.row, cell.link])).toEqual([[4, { sheet: '表三', cell: 'J29' }]]);
  });
});
