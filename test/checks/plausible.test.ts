import { describe, expect, it } from 'vitest';
import { checkPlausible } from '../../src/checks/plausible/index.ts';
import { type Made, madeReport, pathOf, pointedAt } from './made-report.ts';

const find = (made: Made) => checkPlausible({ report: madeReport(made) });

const brief = (made: Made) =>
  find(made).map(({ code, say, severity, at }) => `${code} ${say} ${severity} ${pathOf(at)}`);

const table = '主动公开';
const documents = (issued: number | null, repealed: number | null, inForce: number | null) => ({
  [`${table}.行政规范性文件.本年制发件数`]: issued,
  [`${table}.行政规范性文件.本年废止件数`]: repealed,
  [`${table}.行政规范性文件.现行有效件数`]: inForce,
});
const procurement = (projects: number | null, amount: string | null) => ({
  [`${table}.政府集中采购.采购项目数量`]: projects,
  [`${table}.政府集中采购.采购总金额`]: amount,
});
const fees = (amount: string | null) => ({ [`${table}.行政事业性收费.本年收费金额`]: amount });

describe('table 二', () => {
  it.each([
    [
      { level: '乡镇', cells: { '主动公开.规章.现行有效件数': 2 } },
      ['plausible/regulations default warning 主动公开.规章.现行有效件数'],
    ],
    [{ level: '市级', cells: { '主动公开.规章.现行有效件数': 2 } }, []],
    [
      { level: '县级', year: 2020, cells: { '主动公开.规章.本年新制作数量': 1, '主动公开.规章.对外公开总数量': 1 } },
      ['plausible/regulations default warning 主动公开.规章.本年新制作数量'],
    ],
    [{ cells: documents(9, 0, 9) }, ['plausible/all-new default notice 主动公开.行政规范性文件.现行有效件数']],
    [{ cells: documents(9, 0, 10) }, []],
    [{ cells: documents(9, 1, 9) }, []],
    [{ cells: documents(0, 0, 0) }, []],
    [{ cells: documents(9, 2, 6) }, ['plausible/in-force default error 主动公开.行政规范性文件.现行有效件数']],
    [{ cells: documents(9, 2, 7) }, []],
    [{ cells: documents(0, 5, 0) }, []],
    [{ cells: documents(9, 2, null) }, []],
    [{ cells: documents(9, null, 6) }, []],
    [
      { year: 2020, cells: { '主动公开.规范性文件.本年新公开数量': 4, '主动公开.规范性文件.对外公开总数量': 3 } },
      ['plausible/disclosed default warning 主动公开.规范性文件.对外公开总数量'],
    ],
    [{ year: 2020, cells: { '主动公开.规范性文件.本年新公开数量': 4, '主动公开.规范性文件.对外公开总数量': 4 } }, []],
  ] satisfies [Made, string[]][])('%j', (made, expected) => {
    expect(brief(made)).toEqual(expected);
  });
});

describe('procurement', () => {
  const units = { 政府集中采购: '元' };
  it.each([
    [37, '414922.3', {}, ['no-unit']],
    [37, '414922.3', units, []],
    [0, '12.5', units, ['no-projects']],
    [3, '0', units, ['no-amount']],
    [3, '0.00', units, ['no-amount']],
    [0, '0', {}, []],
    [3, null, {}, []],
    [null, '8', units, []],
  ])('%s projects for %s', (projects, amount, named, expected) => {
    const found = find({ year: 2020, cells: procurement(projects, amount), units: named });
    expect(found.map((one) => one.say)).toEqual(expected);
  });
});

describe('fees', () => {
  it.each([
    ['乡镇', '1000', 1],
    ['乡镇', '999.999999', 0],
    ['街道', '52340', 1],
    ['县级', '52340', 0],
    ['乡镇', null, 0],
  ] as const)('%s with %s 万元', (level, amount, count) => {
    expect(find({ level, cells: fees(amount) })).toHaveLength(count);
  });

  it.each([
    ['全年收取信息处理费400元。', '0.04', []],
    ['全年收取信息处理费400元。', '0.039999', ['0.000001']],
    ['全年收取信息处理费400元。', '0', ['0.04']],
    ['收取信息处理费1,200.50元。', '0.1', ['0.02005']],
    ['发出收费通知3件，应收取1200元，实际收取800元信息处理费。', '0.08', []],
    ['收取信息处理费2.5万元。', '2.4', ['0.1']],
    ['没有收取信息处理费。', '0', []],
    ['收取信息处理费0元。', '0', []],
    ['收取信息处理费400元。', null, []],
  ])('%s against %s', (text, amount, differences) => {
    const found = find({ text: { 其他事项: text }, cells: fees(amount) });
    expect(found.map((one) => one.values?.difference)).toEqual(differences);
  });

  it('points at the amount in the text and names the cell', () => {
    const text = '全年收取信息处理费400元。';
    const [found] = find({ text: { 其他事项: text }, cells: fees('0.01') });
    expect(found && pointedAt(text, found.at)).toBe('400元');
    expect(found?.notes.map((note) => note.at && pathOf(note.at))).toEqual(['主动公开.行政事业性收费.本年收费金额']);
  });
});
