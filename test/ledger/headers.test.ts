import { describe, expect, test } from 'vitest';
import { LedgerUnreadable } from '../../src/ledger/ledger.ts';
import { driven, plain, type TypedSheet, told, where } from './drive.ts';

const one = (sheet: TypedSheet) => driven([sheet]);

describe('a header is recognised by what offices write', () => {
  const aliases: Readonly<Record<string, readonly string[]>> = {
    标题: ['标题', '信息名称', '名称', '信息标题', '题目'],
    公开日期: ['公开日期', '发布日期', '发布时间', '公开时间'],
    公开渠道: ['公开渠道', '渠道', '载体', '公开形式', '信息来源', '公开方式'],
    类别: ['类别', '栏目', '公开类别', '信息种类', '目录分类', '组配分类'],
    文号: ['文号', '文件编号', '发文字号'],
    责任科室: ['责任科室', '责任部门', '责任单位', '发布机构'],
    索引号: ['索引号', '信息索取号', '信息编号'],
  };
  const ours = ['标题', '公开日期', '公开渠道', '类别', '文号', '责任科室', '索引号'];
  const values = ['防汛通知', '2020-06-01', '政府网站', '工作信息', '甲政〔2020〕1号', '办公室', 'A-1'];
  const cases = ours.flatMap((name) => (aliases[name] ?? []).map((alias) => [name, alias] as const));

  test.each(cases)('%s as %s', (name, alias) => {
    const ledger = one({ rows: [ours.map((own) => (own === name ? alias : own)), values] });
    expect(ledger.entries).toMatchObject([
      {
        title: '防汛通知',
        date: '2020-06-01',
        channels: ['政府网站'],
        category: '工作信息',
        documentNumber: '甲政〔2020〕1号',
        office: '办公室',
      },
    ]);
    expect(ledger.findings).toEqual([]);
  });

  test('with spaces, line breaks, full width, stars and notes in brackets', () => {
    const ledger = one({
      rows: [
        ['标　题', '公开\n日期（年月日）', '* 渠 道：', '栏目(必填)'],
        ['甲', '1月2日', '微博', '乙'],
      ],
    });
    expect(ledger.entries).toMatchObject([{ title: '甲', date: '2020-01-02', channels: ['政务微博'], category: '乙' }]);
    expect(ledger.findings).toEqual([]);
  });

  test('below a title and notes', () => {
    const ledger = driven([
      {
        merges: ['A1:E1', 'A2:E2'],
        rows: [
          ['某乡2020年主动公开渠道台账'],
          ['填报单位：党政办公室，填报日期：2020年12月31日'],
          [],
          ['序号', '标题', '公开日期', '公开渠道', '备注'],
          [1, '甲', '2020-01-02', '网站', ''],
        ],
      },
    ]);
    expect(ledger.items.total).toBe(1);
    expect(ledger.findings).toEqual([]);
  });
});

describe('a header of two rows', () => {
  const check = (sheet: TypedSheet) => {
    const ledger = one(sheet);
    expect(ledger.items.total).toBe(2);
    expect([...ledger.items.channels]).toEqual([
      ['政府网站', 2],
      ['政务微博', 1],
      ['大喇叭', 1],
    ]);
    expect(ledger.items.months.slice(0, 3)).toEqual([1, 1, 0]);
    expect(ledger.findings).toEqual([]);
  };
  const body = [
    [1, '甲', '2020-01-02', '√', '', ''],
    [2, '乙', '2020-02-03', '✓', '1', '是'],
  ];

  test('merged down and across', () => {
    check({
      merges: ['A1:A2', 'B1:B2', 'C1:C2', 'D1:F1'],
      rows: [['序号', '标题', '公开日期', '公开渠道'], ['', '', '', '网站', '微博', '大喇叭'], ...body],
    });
  });

  test('not merged at all, as in a text file', () => {
    check({ rows: [['序号', '标题', '公开日期', '公开渠道'], ['', '', '', '网站', '微博', '大喇叭'], ...body] });
  });

  test('below a title that is merged over all columns', () => {
    check({
      merges: ['A1:F1', 'A2:A3', 'B2:B3', 'C2:C3', 'D2:F2'],
      rows: [
        ['公开渠道台账'],
        ['序号', '标题', '公开日期', '公开渠道'],
        ['', '', '', '网站', '微博', '大喇叭'],
        ...body,
      ],
    });
  });

  test('with the date in the lower row under a common heading', () => {
    const ledger = one({
      merges: ['A1:A2', 'B1:D1'],
      rows: [
        ['标题', '公开情况'],
        ['', '公开日期', '公开渠道', '责任科室'],
        ['甲', '2020-03-01', '微信', '办公室'],
      ],
    });
    expect(ledger.entries).toMatchObject([
      { title: '甲', date: '2020-03-01', channels: ['政务微信'], office: '办公室' },
    ]);
    expect(ledger.findings).toEqual([]);
  });

  test('a first row without title is not taken for a part of the header', () => {
    const ledger = plain([['', '', '', '2020-01-02', '网站']]);
    expect(ledger.items.total).toBe(1);
    expect(told(ledger)).toEqual(['ledger/no-title default A2']);
  });
});

describe('sheets', () => {
  const items: TypedSheet = {
    name: '一月',
    rows: [
      ['标题', '公开日期'],
      ['甲', '2020-01-02'],
    ],
  };

  test('of one kind are read together, whatever their columns', () => {
    const other: TypedSheet = {
      name: '二月',
      rows: [
        ['发布时间', '信息名称', '载体'],
        ['2月3日', '乙', '公众号'],
      ],
    };
    const ledger = driven([items, other]);
    expect(ledger.items.total).toBe(2);
    expect(ledger.entries?.map(({ sheet, row, title }) => [sheet, row, title])).toEqual([
      ['一月', 2, '甲'],
      ['二月', 2, '乙'],
    ]);
    expect(where(ledger, '总数')).toEqual(['一月!A2', '二月!B2']);
  });

  test('one a channel without a column for it are of the channel they are named for', () => {
    const weibo: TypedSheet = { ...items, name: '政务微博发布' };
    const site: TypedSheet = { ...items, name: '网站' };
    const ledger = driven([weibo, site]);
    expect([...ledger.items.channels]).toEqual([
      ['政务微博', 1],
      ['政府网站', 1],
    ]);
    expect(ledger.items.total).toBe(1);
  });

  test('that are not known are named with their headers and the nearest known ones', () => {
    const ledger = driven([
      items,
      { name: '统计', rows: [['统计表'], ['标題', '公开曰期', '金额'], ['甲', '乙', '丙']] },
    ]);
    expect(told(ledger)).toEqual(['ledger/unknown-sheet default A2']);
    const [found] = ledger.findings;
    expect(found?.args).toEqual({ sheet: '统计', headers: '标題、公开曰期、金额' });
    expect(found?.notes.map(({ args }) => args)).toEqual([
      { label: '标題', nearest: '标题' },
      { label: '公开曰期', nearest: '公开日期' },
    ]);
  });

  test('with a table above the header that is known: its rows are told', () => {
    const rows = (...titles: readonly string[]) => titles.map((title) => [title, '2020-01-02', '网站']);
    const unknown: TypedSheet = {
      rows: [['台账'], ['名目', '日子', '途经'], ...rows('甲', '乙'), [], ['标题', '公开日期', '渠道'], ...rows('丙')],
    };
    const ledger = driven([unknown]);
    expect(told(ledger)).toEqual(['ledger/unknown-sheet above A2']);
    expect(ledger.findings[0]?.args).toEqual({ sheet: 'Sheet1', first: 2, last: 4 });
    expect(ledger.items.total).toBe(1);
  });

  test('with its header below long notes is read', () => {
    const notes = Array.from({ length: 60 }, (_, at) => [`说明${at}`]);
    const ledger = driven([items, { rows: [...notes, ['标题', '公开日期'], ['丁', '2020-01-02']] }]);
    expect(ledger.findings).toEqual([]);
    expect(ledger.items.total).toBe(driven([items]).items.total + 1);
  });

  test('that list titles alone are told too', () => {
    const ledger = driven([items, { name: '公报', rows: [['标题'], ['关于甲的通知'], ['关于乙的通知']] }]);
    expect(told(ledger)).toEqual(['ledger/unknown-sheet default A1']);
    expect(driven([items, { rows: [['说明'], ['一、逐条登记']] }]).findings).toEqual([]);
  });

  test('that are empty, plain notes or hidden lists are passed over in silence', () => {
    const lists: TypedSheet = {
      name: '选项',
      hidden: true,
      rows: [
        ['政府网站', '自然人'],
        ['政务微博', '商业企业'],
      ],
    };
    expect(driven([items, { rows: [] }, { rows: [['填表说明'], ['一、逐条登记']] }, lists]).findings).toEqual([]);
  });

  test('none of items: the ledger cannot be read, and the sheets are named', () => {
    const read = () =>
      driven([
        {
          name: '表1',
          rows: [
            ['姓名', '电话'],
            ['甲', '乙'],
          ],
        },
      ]);
    expect(read).toThrow(LedgerUnreadable);
    expect(read).toThrow('no-items 表1（姓名、电话）');
  });

  test('only sheets of other kinds: says which', () => {
    const read = () =>
      driven([
        {
          rows: [
            ['收到日期', '申请人类型', '办理结果'],
            ['2020-02-01', '自然人', '予以公开'],
          ],
        },
      ]);
    expect(read).toThrow('other-sheets 申请');
  });

  test('that are hidden count, and it is said', () => {
    const ledger = driven([
      items,
      {
        ...items,
        name: '旧',
        hidden: true,
        rows: [
          ['标题', '公开日期'],
          ['丙', '2020-05-06'],
        ],
      },
    ]);
    expect(ledger.items.total).toBe(2);
    expect(told(ledger)).toEqual(['ledger/hidden-rows sheet A1']);
  });
});

describe('columns', () => {
  test('that are not known are told once for all sheets, with the nearest known one', () => {
    const sheet: TypedSheet = {
      rows: [
        ['标题', '公开日期', '公开渠到', '页数'],
        ['甲', '2020-01-02', '网站', 3],
      ],
    };
    const ledger = driven([sheet, { ...sheet, rows: [sheet.rows[0] ?? [], ['乙', '2020-01-03', '网站', 3]] }]);
    expect(told(ledger)).toEqual(['ledger/unknown-column default C1', 'ledger/unknown-column default D1']);
    expect(ledger.findings[0]?.notes.map(({ args }) => args.nearest)).toEqual(['公开渠道']);
    expect(ledger.findings[1]?.notes).toEqual([]);
  });

  test('two for one thing: the better known name wins, the other is told', () => {
    const ledger = one({
      rows: [
        ['发布时间', '公开日期', '标题'],
        ['2020-01-01', '2020-02-02', '甲'],
      ],
    });
    expect(ledger.entries?.[0]?.date).toBe('2020-02-02');
    expect(told(ledger)).toEqual(['ledger/unknown-column second A1']);
    expect(ledger.findings[0]?.args).toMatchObject({ label: '发布时间', besides: '公开日期' });
  });

  test('公开方式 is the channel or the way of disclosure, by its values', () => {
    const rows = (values: readonly string[]) => [
      ['标题', '公开日期', '公开方式'],
      ...values.map((value, index) => [`题${index}`, '2020-01-02', value]),
    ];
    const channels = one({ rows: rows(['网站', '微博、网站']) });
    expect([...channels.items.channels]).toEqual([
      ['政府网站', 2],
      ['政务微博', 1],
    ]);
    const modes = one({ rows: rows(['主动公开', '主动公开', '依申请公开']) });
    expect([...modes.items.channels]).toEqual([]);
    expect(modes.items.total).toBe(2);
    expect(told(modes)).toEqual(['ledger/unknown-column mode C4']);
  });

  test('公开方式 beside 公开渠道 never names a channel', () => {
    const ledger = one({
      rows: [
        ['标题', '公开日期', '公开方式', '公开渠道'],
        ['甲', '2020-01-02', '全文发布', '网站'],
      ],
    });
    expect([...ledger.items.channels.keys()]).toEqual(['政府网站']);
  });

  test('no date column: one finding, not one a row', () => {
    const ledger = one({
      rows: [
        ['标题', '公开渠道'],
        ['甲', '网站'],
        ['乙', '网站'],
      ],
    });
    expect(told(ledger)).toEqual(['ledger/no-date column A1']);
    expect(ledger.items.total).toBe(2);
  });
});
