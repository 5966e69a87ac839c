import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { editionById } from '../../src/forms/editions.ts';
import { leaves } from '../../src/forms/walk.ts';
import type { Ledger } from '../../src/ledger/ledger.ts';
import { driven, errorCell, type Options, type Typed, told, where } from './drive.ts';

const items = {
  rows: [
    ['标题', '公开日期'],
    ['甲', '2021-01-02'],
  ],
};

const requests = (rows: readonly (readonly Typed[])[], options: Options = {}): Ledger =>
  driven(
    [
      { ...items, rows: [['标题', '公开日期']] },
      { name: '申请', rows: [['收到日期', '申请人类型', '办理结果', '办结日期', '申请编号'], ...rows] },
    ],
    {
      year: 2021,
      ...options,
    },
  );

const counts = (map: ReadonlyMap<string, number> | undefined) => Object.fromEntries(map ?? []);

describe('requests', () => {
  test('at the edges of the year', () => {
    const ledger = requests([
      ['2021-01-01', '自然人', '予以公开', '2021-12-31'],
      ['2020-12-31', '自然人', '予以公开', '2021-01-01'],
      ['2021-12-31', '商业企业', '予以公开', '2022-01-01'],
      ['2020-06-01', '商业企业', '', ''],
      ['2020-06-01', '科研机构', '予以公开', '2020-12-31'],
      ['2022-01-01', '科研机构', '', ''],
    ]);
    expect(counts(ledger.requests)).toEqual({
      '本年新收.自然人': 1,
      '上年结转.自然人': 1,
      '予以公开.自然人': 2,
      '本年新收.商业企业': 1,
      '上年结转.商业企业': 1,
      '结转下年度.商业企业': 2,
    });
    expect(told(ledger)).toEqual(['ledger/out-of-year settled D6', 'ledger/out-of-year received A7']);
    expect(where(ledger, '依申请公开.予以公开.自然人')).toEqual(['申请!C2:C3']);
    expect(where(ledger, '依申请公开.本年新收.自然人')).toEqual(['申请!A2']);
  });

  test('carried over, with a date on which they were settled', () => {
    const ledger = requests([
      ['2021-02-01', '自然人', '结转下年度', '2021-03-01', '1'],
      ['2021-02-01', '自然人', '结转下年度', '2022-01-04', '2'],
      ['2021-02-01', '自然人', '结转下年度', '', '3'],
    ]);
    expect(told(ledger)).toEqual(['ledger/bad-date carried D2']);
    expect(counts(ledger.requests)).toEqual({ '本年新收.自然人': 3, '结转下年度.自然人': 3 });
  });

  test('entered twice', () => {
    const one = ['2021-02-01', '自然人', '予以公开', '2021-03-01'];
    const ledger = requests([
      [...one, '2021-001'],
      [...one, '2021-002'],
      ['2021-02-01', '自然人', '不予公开·属于国家秘密', '2021-03-01', '2021-001'],
      [...one, ''],
      [...one, ''],
      [...one, ' ２０２１-001'],
    ]);
    expect(told(ledger)).toEqual(['ledger/duplicate request E7']);
    expect(ledger.findings[0]?.notes?.map(({ at }) => at)).toEqual([{ file: '台账.xlsx', sheet: '申请', cell: 'E2' }]);
    // Which of the rows is wrong only the office knows: both are counted.
    expect(counts(ledger.requests)['予以公开.自然人']).toBe(5);
  });

  test('every outcome that the form prints is known, by label and by key, in both editions', () => {
    for (const id of ['2019', '2021']) {
      const form = editionById(id)?.sections.find(({ key }) => key === '依申请公开')?.form;
      if (!form) throw new Error('no 表三');
      const all = leaves(form).filter(
        ({ path }) => !['本年新收', '上年结转', '总计', '结转下年度'].includes(path[0] ?? ''),
      );
      expect(all.length).toBe(id === '2019' ? 19 : 21);
      for (const { line, path } of all)
        for (const text of [line.label, line.key, line.label.replace(/[（）“”、，]/gu, ''), `${path.join('-')}`]) {
          const ledger = requests([['2021-02-01', '自然人', text, '2021-03-01']], { edition: id });
          expect(counts(ledger.requests), text).toEqual({ '本年新收.自然人': 1, [`${path.join('.')}.自然人`]: 1 });
          expect(ledger.findings).toEqual([]);
        }
    }
  });

  test.each([
    ['（三）不予公开 1.属于国家秘密', '不予公开.属于国家秘密'],
    ['不予公开：国家秘密', '不予公开.属于国家秘密'],
    ['3．危及"三安全一稳定"', '不予公开.危及三安全一稳定'],
    ['部分公开', '部分公开'],
    ['（六）其他处理3.其它', '其他处理.其他'],
    ['其他', '其他处理.其他'],
    ['①属于国家秘密', '不予公开.属于国家秘密'],
    ['㈠予以公开', '予以公开'],
  ])('an outcome as offices write it: %s', (text, way) => {
    const ledger = requests([['2021-02-01', '自然人', text, '2021-03-01']]);
    expect(counts(ledger.requests)).toEqual({ '本年新收.自然人': 1, [`${way}.自然人`]: 1 });
  });

  test('其他 of edition 2019 is 其他处理', () => {
    const ledger = requests([['2020-02-01', '其他', '其他', '2020-03-01']], { year: 2020, edition: '2019' });
    expect(counts(ledger.requests)).toEqual({ '本年新收.其他': 1, '其他处理.其他': 1 });
  });

  test('an outcome that is none is told with the nearest, a group with its lines, and neither is counted', () => {
    const ledger = requests([
      ['2021-02-01', '自然人', '予以公开了', '2021-03-01'],
      ['2021-02-01', '自然人', '不予公开', '2021-03-01'],
      ['2021-02-01', '自然人', '', '2021-03-01'],
      ['2021-02-01', '村民', '予以公开', '2021-03-01'],
      ['2021-02-01', '', '予以公开', '2021-03-01'],
    ]);
    expect(told(ledger)).toEqual([
      'ledger/unknown-outcome outcome C2',
      'ledger/unknown-outcome group C3',
      'ledger/unknown-outcome blank C4',
      'ledger/unknown-outcome applicant B5',
      'ledger/unknown-outcome applicant-blank B6',
    ]);
    expect(ledger.findings[0]?.notes[0]?.args.nearest).toBe('予以公开');
    expect(ledger.findings[1]?.args.count).toBe(8);
    expect(counts(ledger.requests)).toEqual({ '本年新收.自然人': 3 });
  });

  test('an outcome without 办结日期 is carried over and asked about; without such a column the outcome decides', () => {
    const asked = requests([['2021-02-01', '自然人', '予以公开', '']]);
    expect(counts(asked.requests)).toEqual({ '本年新收.自然人': 1, '结转下年度.自然人': 1 });
    expect(asked.findings.map(({ code, severity }) => [code, severity])).toEqual([['ledger/no-date', 'notice']]);
    const rows = [
      ['收到日期', '申请人类型', '办理结果'],
      ['2021-02-01', '自然人', '予以公开'],
      ['2021-02-01', '自然人', ''],
    ];
    const without = driven([items, { rows }], { year: 2021 });
    expect(counts(without.requests)).toEqual({ '本年新收.自然人': 2, '予以公开.自然人': 1, '结转下年度.自然人': 1 });
    expect(without.findings).toEqual([]);
  });

  test('结转下年度 as the outcome itself is carried over in silence', () => {
    const ledger = requests([
      ['2021-02-01', '自然人', '四、结转下年度继续办理', ''],
      ['2021-02-01', '自然人', '办理中', ''],
    ]);
    expect(counts(ledger.requests)).toEqual({ '本年新收.自然人': 2, '结转下年度.自然人': 2 });
    expect(ledger.findings).toEqual([]);
  });

  test('dates that are missing, broken or the wrong way round', () => {
    const ledger = requests([
      ['', '自然人', '予以公开', '2021-03-01'],
      [errorCell, '自然人', '予以公开', '2021-03-01'],
      ['2021-02-30', '自然人', '予以公开', '2021-03-01'],
      ['2021-04-01', '自然人', '予以公开', '2021-03-01'],
    ]);
    expect(told(ledger)).toEqual([
      'ledger/no-date received A2',
      'ledger/error-cell default A3',
      'ledger/bad-date impossible A4',
      'ledger/bad-date order D5',
    ]);
  });

  test('a sheet without 申请人类型 says so once', () => {
    const ledger = driven(
      [
        items,
        {
          rows: [
            ['收到日期', '办理结果'],
            ['2021-02-01', '予以公开'],
            ['2021-02-01', '予以公开'],
          ],
        },
      ],
      {
        year: 2021,
      },
    );
    expect(ledger.findings.map(({ code, say, severity }) => [code, say, severity])).toEqual([
      ['ledger/unknown-column', 'missing', 'error'],
    ]);
  });

  test('balance in every column, as the form prints it: 一 + 二 = 三（七） + 四', () => {
    const anyDate = fc
      .tuple(fc.integer({ min: 2019, max: 2023 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
      .map(([year, month, day]) => `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`);
    const row = fc.record({
      received: anyDate,
      settled: fc.option(anyDate, { nil: '' }),
      applicant: fc.constantFrom('自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他'),
      outcome: fc.constantFrom('予以公开', '部分公开', '重复申请', '属于国家秘密', '其他'),
    });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 30 }), (rows) => {
        const kept = rows.filter(({ received, settled }) => settled === '' || settled >= received);
        const ledger = requests(
          kept.map(({ received, settled, applicant, outcome }) => [
            received,
            applicant,
            settled === '' ? '' : outcome,
            settled,
          ]),
        );
        const table = ledger.requests ?? new Map<string, number>();
        const inYear = kept.filter(
          ({ received, settled }) => received < '2022' && (settled === '' || settled >= '2021'),
        );
        for (const applicant of ['自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他']) {
          const own = inYear.filter((each) => each.applicant === applicant);
          const at = (line: string) => table.get(`${line}.${applicant}`) ?? 0;
          expect(at('本年新收')).toBe(own.filter(({ received }) => received >= '2021').length);
          expect(at('上年结转')).toBe(own.filter(({ received }) => received < '2021').length);
          expect(at('结转下年度')).toBe(own.filter(({ settled }) => settled === '' || settled >= '2022').length);
          const outcomes = ['予以公开', '部分公开', '不予处理.重复申请', '不予公开.属于国家秘密', '其他处理.其他'];
          const settled = outcomes.reduce((sum, line) => sum + at(line), 0);
          expect(at('本年新收') + at('上年结转')).toBe(settled + at('结转下年度'));
        }
      }),
    );
  });
});

describe('cases', () => {
  const cases = (rows: readonly (readonly Typed[])[]): Ledger =>
    driven([items, { name: '案件', rows: [['案号', '类型', '收到日期', '结果', '结案日期'], ...rows] }], {
      year: 2021,
    });

  test('count by kind and result; not decided by 31 December is 尚未审结', () => {
    const ledger = cases([
      ['1', '行政复议', '2021-02-01', '结果维持', ''],
      ['2', '复议', '2020-12-01', '纠正', '2021-01-05'],
      ['3', '行政诉讼-未经复议直接起诉', '2021-02-01', '其他结果', '2021-12-31'],
      ['4', '复议后起诉', '2021-11-01', '结果维持', '2022-01-01'],
      ['5', '复议后起诉', '2021-12-31', '', ''],
      ['6', '复议后起诉', '2021-12-31', '审理中', ''],
    ]);
    expect(counts(ledger.cases)).toEqual({
      '行政复议.结果维持': 1,
      '行政复议.结果纠正': 1,
      '未经复议直接起诉.其他结果': 1,
      '复议后起诉.尚未审结': 3,
    });
    expect(ledger.findings).toEqual([]);
    expect(where(ledger, '复议诉讼.复议后起诉.尚未审结')).toEqual(['案件!D5:D7']);
  });

  test('entered twice, but not a review and the lawsuit that follows it', () => {
    const ledger = cases([
      ['〔2021〕1号', '行政复议', '2021-03-01', '结果维持', '2021-05-01'],
      ['〔2021〕1号', '复议后起诉', '2021-03-01', '结果维持', '2021-05-01'],
      ['[2021]1号', '行政复议', '2021-03-01', '结果维持', '2021-05-01'],
    ]);
    expect(told(ledger)).toEqual(['ledger/duplicate case A4']);
  });

  test('not decided, with a date on which they were', () => {
    const ledger = cases([
      ['1', '行政复议', '2021-03-01', '尚未审结', '2021-05-01'],
      ['2', '行政复议', '2021-03-01', '', '2021-06-01'],
      ['3', '行政复议', '2021-03-01', '尚未审结', '2022-05-01'],
    ]);
    expect(told(ledger)).toEqual(['ledger/bad-date pending E2', 'ledger/bad-date pending E3']);
    expect(counts(ledger.cases)).toEqual({ '行政复议.尚未审结': 3 });
  });

  test('decided before they were received', () => {
    const ledger = cases([['1', '行政复议', '2021-05-01', '结果维持', '2021-03-10']]);
    expect(told(ledger)).toEqual(['ledger/bad-date case-order E2']);
    expect(counts(ledger.cases)).toEqual({ '行政复议.结果维持': 1 });
  });

  test('of other years, kinds and results', () => {
    const ledger = cases([
      ['1', '行政复议', '2022-01-01', '', ''],
      ['2', '行政复议', '2019-01-01', '结果维持', '2020-12-31'],
      ['3', '行政诉讼', '2021-01-01', '结果维持', ''],
      ['4', '行政复议', '2021-01-01', '驳回', ''],
      ['5', '', '2021-01-01', '结果维持', ''],
      ['6', '民事', '2021-01-01', '结果维持', ''],
    ]);
    expect(counts(ledger.cases)).toEqual({});
    expect(told(ledger)).toEqual([
      'ledger/out-of-year received C2',
      'ledger/out-of-year settled E3',
      'ledger/unknown-outcome group B4',
      'ledger/unknown-outcome case-result D5',
      'ledger/unknown-outcome case-type-blank B6',
      'ledger/unknown-outcome case-type B7',
    ]);
  });
});

describe('documents', () => {
  const rows = [
    ['标题', '文号', '种类', '制发日期', '废止日期'],
    ['办法一', '甲1号', '规章', '2021-01-01', ''],
    ['办法二', '甲2号', '规范性文件', '2020-12-31', '2021-12-31'],
    ['办法三', '甲3号', '行政规范性文件', '2019-05-01', '2022-01-01'],
    ['办法四', '甲4号', '规范性文件', '2021-12-31', '2021-12-31'],
    ['办法五', '甲5号', '规范性文件', '2015-05-01', '2020-12-31'],
    ['办法六', '甲6号', '规范性文件', '2022-01-01', ''],
    ['办法七', '甲7号', '通知', '2021-01-01', ''],
    ['办法八', '甲8号', '规范性文件', '', ''],
  ];

  test('entered twice', () => {
    const again = [
      ...rows.slice(0, 3),
      ['办法 一', '甲1号', '规章', '2021-01-01', ''],
      ['办法一', '甲9号', '规章', '2021-01-01', ''],
    ];
    const ledger = driven([items, { name: '文件', rows: again }], { year: 2021 });
    expect(told(ledger)).toEqual(['ledger/duplicate document A4']);
  });

  test('制发 and 废止 in the year, 现行有效 at 31 December', () => {
    const ledger = driven([items, { name: '文件', rows }], { year: 2021 });
    expect(counts(ledger.documents)).toEqual({
      '规章.本年制发件数': 1,
      '规章.现行有效件数': 1,
      '行政规范性文件.本年废止件数': 2,
      '行政规范性文件.现行有效件数': 1,
      '行政规范性文件.本年制发件数': 1,
    });
    expect(told(ledger)).toEqual([
      'ledger/out-of-year issued D7',
      'ledger/unknown-outcome document-kind C8',
      'ledger/no-date issued D9',
    ]);
    expect(where(ledger, '主动公开.规章.本年制发件数')).toEqual(['文件!D2']);
    expect(ledger.items.total).toBe(1);
  });

  test('are not counted for edition 2019, whose 表二 asks for something else', () => {
    const ledger = driven([items, { rows }], { year: 2020, edition: '2019', includeOutOfYear: true });
    expect(ledger.documents).toBeUndefined();
  });

  test('a sheet of items that has 成文日期 too is still one of items', () => {
    const ledger = driven(
      [
        {
          rows: [
            ['标题', '文号', '类别', '成文日期', '发布日期', '渠道'],
            ['甲', '', '乙', '2019-01-01', '2021-01-02', '网站'],
          ],
        },
      ],
      {
        year: 2021,
      },
    );
    expect(ledger.items.total).toBe(1);
    expect(told(ledger)).toEqual(['ledger/unknown-column default D1']);
  });
});
