import { describe, expect, test } from 'vitest';
import { checkLedger } from '../../src/checks/ledger.ts';
import { channels } from '../../src/forms/channels.ts';
import type { Cell, Report } from '../../src/report/report.ts';
import { driven, type Typed } from '../ledger/drive.ts';
import { sentences } from '../ledger/sentences.ts';
import { type Made, madeReport, madeTable, pathOf } from './made-report.ts';

const items = (rows: readonly (readonly Typed[])[] = []) => ({
  name: '主动公开',
  rows: [['标题', '类别', '公开日期', '公开渠道'], ...rows],
});

const requests = (rows: readonly (readonly Typed[])[]) => ({
  name: '依申请公开',
  rows: [['收到日期', '申请人类型', '办理结果', '办结日期'], ...rows],
});

const found = (report: Report, ledger: ReturnType<typeof driven>) =>
  checkLedger(report, ledger).map((each) => ({ ...each, path: pathOf(each.at), zh: sentences(each)[0] }));

/** A report of 2021 with the cells named and zeros elsewhere. */
const report = (cells: Made['cells'] = {}): Report => madeReport({ year: 2021, cells });

/** All cells of a table as 无 makes them: zero, each at the table's own place. */
function none(made: Report, key: string): Report {
  const table = made.tables.get(key);
  if (!table) throw new Error(`no table ${key}`);
  const cells = new Map<string, Cell>(
    [...table.cells].map(([name, cell]) => [name, { ...cell, value: 0, origin: 'zero', at: table.at }]),
  );
  return { ...made, tables: new Map([...made.tables, [key, { ...table, cells }]]) };
}

describe('the extension table', () => {
  const rows = [
    ['甲', '工作信息', '2020-01-02', '网站'],
    ['乙', '工作信息', '2020-01-03', '网站、微信'],
    ['丙', '公告公示', '2020-01-04', '微博'],
  ];
  const withChannels = (cells: Record<string, number | null>): Report => {
    const made = { year: 2020, cells, blank: true };
    return madeReport({ ...made, extensions: [madeTable(channels, '2020.yaml', made)] });
  };

  test('that fits is silent, blanks are not compared', () => {
    const fits = withChannels({ 主动公开渠道: 0, '主动公开渠道.主动公开政府信息数': 3, '主动公开渠道.政府网站': 2 });
    expect(found(fits, driven([items(rows)]))).toEqual([]);
  });

  test('that differs says what was counted and where', () => {
    const differs = withChannels({
      '主动公开渠道.主动公开政府信息数': 4,
      '主动公开渠道.政府网站': 1,
      '主动公开渠道.政府公报': 2,
    });
    const all = found(differs, driven([items(rows)]));
    expect(all.map(({ code, path, values }) => [code, path, values])).toEqual([
      ['ledger/total', '主动公开渠道.主动公开政府信息数', { reported: 4, computed: 3, difference: 1 }],
      ['ledger/channel', '主动公开渠道.政府公报', { reported: 2, computed: 0, difference: 2 }],
      ['ledger/channel', '主动公开渠道.政府网站', { reported: 1, computed: 2, difference: -1 }],
    ]);
    expect(all[0]?.notes.map(({ at }) => at)).toEqual([{ file: '台账.xlsx', sheet: '主动公开', cell: 'A2:A4' }]);
    expect(all[1]?.notes).toEqual([{ say: 'channels', args: { channels: '政府网站2、政务微信1、政务微博1' } }]);
    expect(all[2]?.notes.map(({ at }) => at)).toEqual([{ file: '台账.xlsx', sheet: '主动公开', cell: 'D2:D3' }]);
    expect(all[2]?.zh).toBe('“政府网站”填的是1，台账里渠道“政府网站”数出来是2，相差1');
  });

  test('against a ledger that names no channel at all is compared in its total only', () => {
    const ledger = driven([
      {
        rows: [
          ['标题', '公开日期'],
          ['甲', '2020-01-02'],
        ],
      },
    ]);
    const all = found(withChannels({ '主动公开渠道.主动公开政府信息数': 2, '主动公开渠道.政府网站': 2 }), ledger);
    expect(all.map(({ code }) => code)).toEqual(['ledger/total']);
  });

  test('of 315 items against the ledger of the real year', () => {
    const many = Array.from({ length: 315 }, (_, index) => [
      `题${index}`,
      '工作信息',
      '2020-05-06',
      [index < 175 ? '网站' : '', index >= 77 ? '微信' : '', index < 12 ? '微博' : ''].filter(Boolean).join('、'),
    ]);
    const real = {
      '主动公开渠道.主动公开政府信息数': 315,
      '主动公开渠道.政府网站': 175,
      '主动公开渠道.政务微博': 12,
      '主动公开渠道.政务微信': 238,
      '主动公开渠道.微博微信回应事件': 24,
    };
    expect(found(withChannels(real), driven([items(many)]))).toEqual([]);
    const one = found(withChannels({ ...real, '主动公开渠道.政务微信': 240 }), driven([items(many)]));
    expect(one.map(({ code, values }) => [code, values])).toEqual([
      ['ledger/channel', { reported: 240, computed: 238, difference: 2 }],
    ]);
  });
});

describe('表三', () => {
  const ledger = driven(
    [
      items(),
      requests([
        ['2021-02-01', '自然人', '予以公开', '2021-03-01'],
        ['2021-02-02', '自然人', '重复申请', '2021-03-01'],
        ['2020-12-02', '商业企业', '予以公开', '2021-01-08'],
      ]),
    ],
    { year: 2021 },
  );
  const right = {
    '依申请公开.本年新收.自然人': 2,
    '依申请公开.本年新收.总计': 2,
    '依申请公开.上年结转.商业企业': 1,
    '依申请公开.上年结转.总计': 1,
    '依申请公开.予以公开.自然人': 1,
    '依申请公开.予以公开.商业企业': 1,
    '依申请公开.予以公开.总计': 2,
    '依申请公开.不予处理.重复申请.自然人': 1,
    '依申请公开.不予处理.重复申请.总计': 1,
    '依申请公开.总计.自然人': 2,
    '依申请公开.总计.商业企业': 1,
    '依申请公开.总计.总计': 3,
  };

  test('that fits is silent', () => {
    expect(found(report(right), ledger)).toEqual([]);
  });

  test('one wrong cell with its totals is one finding', () => {
    const wrong = {
      ...right,
      '依申请公开.予以公开.商业企业': 4,
      '依申请公开.予以公开.总计': 5,
      '依申请公开.总计.商业企业': 4,
      '依申请公开.总计.总计': 6,
    };
    const all = found(report(wrong), ledger);
    expect(all.map(({ code, say, path, values }) => [code, say, path, values])).toEqual([
      ['ledger/requests', 'default', '依申请公开.予以公开.商业企业', { reported: 4, computed: 1, difference: 3 }],
    ]);
    expect(all[0]?.notes.map(({ at }) => at)).toEqual([{ file: '台账.xlsx', sheet: '依申请公开', cell: 'C4' }]);
    expect(all[0]?.zh).toBe('表三“予以公开”行“商业企业”栏填的是4，台账里数出来是1，相差3');
  });

  test('one wrong row is one finding that names its cells', () => {
    const wrong = { ...right, '依申请公开.予以公开.自然人': 2, '依申请公开.予以公开.商业企业': 0 };
    const all = found(report(wrong), ledger);
    expect(all.map(({ say, zh }) => [say, zh])).toEqual([
      ['row', '表三“予以公开”行有2格与台账不一致：自然人、商业企业'],
    ]);
    expect(all[0]?.notes.filter(({ say }) => say === 'cell').length).toBe(2);
  });

  test('a blank is compared as 0, what was computed or counted is not compared', () => {
    const made = report({ ...right, '依申请公开.予以公开.自然人': null });
    expect(found(made, ledger).map(({ path }) => path)).toEqual(['依申请公开.予以公开.自然人']);
    const table = made.tables.get('依申请公开');
    if (!table) throw new Error('no 表三');
    const counted = new Map([...table.cells].map(([key, cell]) => [key, { ...cell, origin: 'counted' as const }]));
    expect(found({ ...made, tables: new Map([['依申请公开', { ...table, cells: counted }]]) }, ledger)).toEqual([]);
  });

  test('无 against a ledger with requests is one finding', () => {
    const all = found(none(report(), '依申请公开'), ledger);
    expect(all.map(({ code, say, path }) => [code, say, path])).toEqual([['ledger/requests', 'none', '依申请公开']]);
    expect(all[0]?.zh).toBe(
      '表三整张填的是“无”（全部为0），台账里却有申请：本年新收 · 自然人2、上年结转 · 商业企业1、予以公开 · 自然人1、予以公开 · 商业企业1、不予处理 · 重复申请 · 自然人1',
    );
  });

  test('rows left to 其余为零 are compared like typed ones', () => {
    const made = report(right);
    const table = made.tables.get('依申请公开');
    if (!table) throw new Error('no 表三');
    const left = new Map<string, Cell>(
      [...table.cells].map(([key, cell]) =>
        key.includes('重复申请') ? [key, { ...cell, value: 0, origin: 'zero', at: table.at }] : [key, cell],
      ),
    );
    const all = found({ ...made, tables: new Map([['依申请公开', { ...table, cells: left }]]) }, ledger);
    expect(all.map(({ say, args }) => [say, args.line, args.column])).toEqual([
      ['default', '不予处理 · 重复申请', '自然人'],
    ]);
  });

  test('without such a sheet, or with one that nobody wrote into, is not compared', () => {
    expect(found(report(right), driven([items()], { year: 2021 }))).toEqual([]);
    for (const rows of [[], [['（示例）', '2021-03-05', '自然人', '予以公开', '2021-03-20']]]) {
      const untouched = {
        name: '依申请公开',
        rows: [['申请编号', '收到日期', '申请人类型', '办理结果', '办结日期'], ...rows],
      };
      const ledger = driven([items(), untouched], { year: 2021 });
      expect([...(ledger.blank ?? [])].sort()).toEqual(['items', 'requests']);
      expect(found(report(right), ledger)).toEqual([]);
    }
  });

  test('with a sheet whose only row does not count is compared', () => {
    const ledger = driven([items(), requests([['2022-01-05', '自然人', '', '']])], { year: 2021 });
    expect([...(ledger.blank ?? [])]).toEqual(['items']);
    expect(found(report(right), ledger)).toHaveLength(4);
  });

  test('that has no value at all is left to the check that says so', () => {
    expect(found(madeReport({ year: 2021, blank: true }), ledger)).toEqual([]);
  });
});

test('表四 and 表二 第（一）项 are compared line by line', () => {
  const ledger = driven(
    [
      items(),
      {
        rows: [
          ['类型', '收到日期', '结果'],
          ['行政复议', '2021-02-01', '结果维持'],
          ['复议后起诉', '2021-02-01', ''],
        ],
      },
      {
        rows: [
          ['标题', '种类', '制发日期', '废止日期'],
          ['办法', '规范性文件', '2021-02-01', ''],
          ['旧办法', '规范性文件', '2015-02-01', '2021-03-01'],
        ],
      },
    ],
    { year: 2021 },
  );
  const right = {
    '复议诉讼.行政复议.结果维持': 1,
    '复议诉讼.行政复议.总计': 1,
    '复议诉讼.复议后起诉.尚未审结': 1,
    '复议诉讼.复议后起诉.总计': 1,
    '主动公开.行政规范性文件.本年制发件数': 1,
    '主动公开.行政规范性文件.本年废止件数': 1,
    '主动公开.行政规范性文件.现行有效件数': 1,
  };
  expect(found(report(right), ledger)).toEqual([]);
  const wrong = { ...right, '复议诉讼.行政复议.结果纠正': 2, '主动公开.行政规范性文件.现行有效件数': 9 };
  expect(found(report(wrong), ledger).map(({ code, path }) => [code, path])).toEqual([
    ['ledger/documents', '主动公开.行政规范性文件.现行有效件数'],
    ['ledger/cases', '复议诉讼.行政复议.结果纠正'],
  ]);
});
