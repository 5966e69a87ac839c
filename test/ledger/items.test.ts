import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inspectCell } from '../../src/checks/language/privacy.ts';
import { tell } from '../../src/reporters/tell.ts';
import { day, driven, errorCell, plain, type Typed, told, uncalculated, where } from './drive.ts';

describe('an item', () => {
  test('is one however many rows and channels it has, after normalising spaces, width and punctuation', () => {
    const ledger = plain([
      ['关于防汛工作的通知（第1号）', '甲政〔2020〕1号', '公告', '2020-06-01', '网站'],
      ['关于 防汛工作的通知(第１号)', '甲政[2020]1号', '公告', day('2020-06-01'), '微博'],
      ['关于防汛工作的通知（第1号）。', '甲政【２０２０】1号', '公告', '6月1日', '微信'],
    ]);
    expect(ledger.items.total).toBe(1);
    expect(ledger.entries?.[0]?.channels).toEqual(['政府网站', '政务微博', '政务微信']);
    expect(ledger.findings).toEqual([]);
  });

  test('is another where date, number or the words differ', () => {
    const ledger = plain([
      ['简报第1-2期', '', '', '2020-06-01', '网站'],
      ['简报第12期', '', '', '2020-06-01', '网站'],
      ['简报第12期', '', '', '2020-06-02', '网站'],
      ['简报第12期', '甲1号', '', '2020-06-02', '网站'],
    ]);
    expect(ledger.items.total).toBe(4);
    expect(ledger.findings).toEqual([]);
  });

  test('that repeats item and channel is told with both cells and counted once', () => {
    const ledger = plain([
      ['甲', '', '', '2020-06-01', '网站'],
      ['甲', '', '', '2020-06-01', '微博'],
      ['甲', '', '', '2020-06-01', '微信、新浪微博'],
    ]);
    expect(told(ledger)).toEqual(['ledger/duplicate channel E4']);
    expect(ledger.findings[0]?.notes[0]?.at).toEqual({ file: '台账.xlsx', sheet: 'Sheet1', cell: 'E3' });
    expect(ledger.findings[0]?.args.channels).toBe('政务微博');
    expect([...ledger.items.channels.values()]).toEqual([1, 1, 1]);
  });

  test('that is repeated without any channel is told too', () => {
    const ledger = driven([
      {
        rows: [
          ['标题', '公开日期'],
          ['甲', '2020-06-01'],
          ['甲', '2020-06-01'],
        ],
      },
    ]);
    expect(told(ledger)).toEqual(['ledger/duplicate default A3']);
    expect(ledger.items.total).toBe(1);
  });

  test('of another 数量 than the rows before counts as first written, and both are told', () => {
    const ledger = driven([
      {
        rows: [
          ['标题', '公开日期', '公开渠道', '数量'],
          ['动态', '2020-06-01', '网站', 12],
          ['动态', '2020-06-01', '微信', ''],
          ['动态', '2020-06-01', '微博', 12],
          ['动态', '2020-06-01', '公报', '若干'],
          ['动态', '2020-06-01', '公开栏', 21],
          ['公告', '2020-06-02', '网站', ''],
          ['公告', '2020-06-02', '微信', 2],
        ],
      },
    ]);
    expect(ledger.items.total).toBe(13);
    expect(told(ledger)).toEqual([
      'ledger/error-cell quantity D5',
      'ledger/duplicate quantity D6',
      'ledger/duplicate quantity D8',
    ]);
    expect(ledger.findings[1]?.args).toEqual({ title: '动态', row: 6, firstRow: 2, now: 21, first: 12 });
    expect(ledger.findings[1]?.notes[0]?.at).toEqual({ file: '台账.xlsx', sheet: 'Sheet1', cell: 'C2' });
  });

  test('of another category than the row before is in the first one, and one notice says how many there are', () => {
    const ledger = plain([
      ['甲', '', '工作信息', '2020-06-01', '网站'],
      ['甲', '', '工作 信息', '2020-06-01', '微信'],
      ['甲', '', '公告公示', '2020-06-01', '微博'],
      ['乙', '', '', '2020-06-01', '网站'],
      ['乙', '', '财政', '2020-06-01', '微信'],
      ['乙', '', '人事', '2020-06-01', '微博'],
    ]);
    expect([...ledger.items.categories]).toEqual([
      ['工作信息', 1],
      ['财政', 1],
    ]);
    expect(told(ledger)).toEqual(['ledger/duplicate category C4']);
    expect(ledger.findings[0]?.severity).toBe('notice');
    expect(ledger.findings[0]?.args).toEqual({
      title: '甲',
      row: 4,
      firstRow: 2,
      now: '公告公示',
      first: '工作信息',
      count: 2,
    });
  });

  test('of several pieces counts its 数量, in total, channel and category', () => {
    const ledger = driven([
      {
        rows: [
          ['标题', '类别', '公开日期', '公开渠道', '数量'],
          ['动态', '工作信息', '2020-06-01', '网站、微信', 12],
          ['公告', '工作信息', '2020-06-02', '网站', ''],
          ['通报', '工作信息', '2020-06-02', '网站', '３条'],
          ['决算', '财政', '2020-06-02', '网站', '若干'],
        ],
      },
    ]);
    expect(ledger.items.total).toBe(17);
    expect(ledger.items.channels.get('政府网站')).toBe(17);
    expect(ledger.items.categoryInChannel('工作信息', '网站')).toBe(16);
    expect(ledger.items.monthInChannel(6, '政务微信')).toBe(12);
    expect(told(ledger)).toEqual(['ledger/error-cell quantity E5']);
  });

  test('whose 数量 is merged over several: each counts it, and that is said', () => {
    const ledger = driven([
      {
        rows: [
          ['标题', '公开日期', '公开渠道', '数量'],
          ['甲', '2020-06-01', '网站', 3],
          ['乙', '2020-06-02', '网站', null],
          ['丙', '2020-06-03', '网站', 2],
          [null, null, '微信', null],
        ],
        merges: ['D2:D3', 'A4:A5', 'B4:B5', 'D4:D5'],
      },
    ]);
    expect(ledger.items.total).toBe(8);
    expect(told(ledger)).toEqual(['ledger/error-cell merged D2']);
  });

  test('takes its category from whichever row has one', () => {
    const ledger = plain([
      ['甲', '', '', '2020-06-01', '微博'],
      ['甲', '', '工作 信息', '2020-06-01', '网站'],
      ['乙', '', '工作信息', '2020-06-01', '网站'],
    ]);
    expect([...ledger.items.categories]).toEqual([['工作 信息', 2]]);
    expect(ledger.items.categoryInChannel('工作信息', '微博')).toBe(1);
    expect(ledger.items.categoryInChannel('工作信息', '网站')).toBe(2);
  });
});

test('categories beyond ten thousand are no categories: told once, and counted in the total alone', () => {
  const ledger = plain(
    Array.from({ length: 10_003 }, (_row, index) => [`甲${index}`, '', `类${index}`, '2020-06-01', '网站']),
  );
  expect(told(ledger)).toEqual(['ledger/unknown-column categories C10002']);
  expect(ledger.items.total).toBe(10_003);
  expect(ledger.items.channels.get('政府网站')).toBe(10_003);
  expect(ledger.items.categories.size).toBe(10_000);
  expect(ledger.items.categoryInChannel('类9999', '网站')).toBe(1);
  expect(ledger.items.categoryInChannel('类10000', '网站')).toBe(0);
  expect(ledger.entries?.[10_002]?.category).toBe('类10002');
});

describe('channels', () => {
  test.each([
    ['网站、微博；微信', ['政府网站', '政务微博', '政务微信']],
    ['网站/微博', ['政府网站', '政务微博']],
    ['网站，公报', ['政府网站', '政府公报']],
    ['门户网站\n公众号', ['政府网站', '政务微信']],
    ['网站 微博', ['政府网站', '政务微博']],
    ['网站和微信', ['政府网站', '政务微信']],
    ['网 站', ['政府网站']],
    ['市政府门户网站', ['政府网站']],
    ['便民 告示墙', ['便民告示墙']],
    ['网站、网站', ['政府网站']],
    ['无', []],
    ['__proto__、constructor', ['__proto__', 'constructor']],
  ])('%j', (text, expected) => {
    expect(plain([['甲', '', '', '2020-06-01', text]]).entries?.[0]?.channels).toEqual(expected);
  });

  test.each([['√'], ['✓'], ['☑'], ['是'], [1], ['１'], ['●'], [true], ['Y']])('a tick: %j', (mark) => {
    const ledger = driven([
      {
        rows: [
          ['标题', '公开日期', '网站', '宣传栏'],
          ['甲', '2020-06-01', mark, ''],
        ],
      },
    ]);
    expect(ledger.entries?.[0]?.channels).toEqual(['政府网站']);
    expect(where(ledger, '渠道.政府网站')).toEqual(['Sheet1!C2']);
  });

  test.each([['×'], ['否'], [0], ['—'], ['/'], [false], ['未发布']])('no tick: %j', (mark) => {
    const ledger = driven([
      {
        rows: [
          ['标题', '公开日期', '网站'],
          ['甲', '2020-06-01', mark],
        ],
      },
    ]);
    expect(ledger.entries?.[0]?.channels).toEqual([]);
    expect(ledger.findings).toEqual([]);
  });
});

describe('rows', () => {
  test('with a cross in a column of ticks, whichever it is, went through no such channel', () => {
    const crosses = ['×', '╳', '✕', '✖', '✖\ufe0f', '❌', 'Ⅹ', '〇', '0.0', '０', 'N/A', '×（未发）', '否', false];
    const rows = crosses.map((cross, at) => [`甲${at}`, '2020-01-02', cross]);
    const ledger = driven([{ rows: [['标题', '公开日期', '网站'], ...rows, ['乙', '2020-01-02', '√']] }]);
    expect(ledger.items.channels.get('政府网站')).toBe(1);
  });

  test('merged cells hold for all their rows, the date and its faults once', () => {
    const ledger = driven([
      {
        merges: ['A2:A4', 'B2:B3', 'B4:B5'],
        rows: [
          ['类别', '公开日期', '标题', '公开渠道'],
          ['公告', '2020-01-02', '甲', '网站'],
          ['', '', '乙', '网站'],
          ['', '2019-12-31', '丙', '网站'],
          ['政策', '', '丁', '网站'],
        ],
      },
    ]);
    expect(ledger.entries?.map(({ title, category, date }) => [title, category, date])).toEqual([
      ['甲', '公告', '2020-01-02'],
      ['乙', '公告', '2020-01-02'],
    ]);
    expect(told(ledger)).toEqual(['ledger/out-of-year default B4']);
    expect(where(ledger, '类别.公告')).toEqual(['Sheet1!A2:A3']);
  });

  test('a title merged over rows of different channels is one item', () => {
    const ledger = driven([
      {
        merges: ['A2:A3', 'B2:B3'],
        rows: [
          ['标题', '公开日期', '公开渠道', '链接'],
          ['甲', '2020-01-02', '网站', ''],
          ['', '', '微博', ''],
        ],
      },
    ]);
    expect(ledger.items.total).toBe(1);
    expect(ledger.entries?.[0]?.channels).toEqual(['政府网站', '政务微博']);
    expect(ledger.findings).toEqual([]);
  });

  test('what a merged range hides behind its first cell is not read', () => {
    const ledger = driven([
      {
        merges: ['B2:B3'],
        rows: [
          ['标题', '公开日期'],
          ['甲', '2020-01-02'],
          ['乙', '2018-01-01'],
        ],
      },
    ]);
    expect(ledger.items.total).toBe(2);
    expect(ledger.findings).toEqual([]);
  });

  test('of totals are skipped and compared', () => {
    const rows = (one: Typed, two: Typed, three: Typed): readonly (readonly Typed[])[] => [
      ['序号', '标题', '公开日期', '公开渠道'],
      [1, '甲', '2020-01-02', '网站'],
      [2, '乙', '2020-01-03', '网站'],
      ['小计', one, '', ''],
      [3, '丙', '2020-02-02', '网站'],
      ['小 计', two, '', ''],
      ['合计：', three, '', ''],
    ];
    const right = driven([{ rows: rows(2, '1条', 3) }]);
    expect(right.items.total).toBe(3);
    expect(right.findings).toEqual([]);
    const wrong = driven([{ rows: rows(2, 2, 4) }]);
    expect(told(wrong)).toEqual(['ledger/subtotal default B6', 'ledger/subtotal default B7']);
    expect(wrong.findings.map(({ values }) => values)).toEqual([
      { reported: 2, computed: 1, difference: 1 },
      { reported: 4, computed: 3, difference: 1 },
    ]);
  });

  test.each<Typed>(['1,000', '1，000条', '1000.0', '共1,000条'])('of totals that write a thousand as %s', (total) => {
    for (const last of [
      ['合计', '', total],
      [`合计：${total}`, '', ''],
    ]) {
      const ledger = driven([{ rows: [['标题', '公开日期', '公开渠道'], ['甲', '2020-01-02', '网站'], last] }]);
      expect(ledger.items.total).toBe(1);
      expect(ledger.findings.map(({ code, values }) => [code, values?.reported])).toEqual([['ledger/subtotal', 1000]]);
    }
  });

  test('of totals with a number below each channel, or inside the label', () => {
    const ledger = driven([
      {
        rows: [
          ['标题', '公开日期', '网站', '微博'],
          ['甲', '2020-01-02', '√', ''],
          ['乙', '2020-01-03', '√', '√'],
          ['总计3条', '', 2, 2],
        ],
      },
    ]);
    expect(ledger.findings.map(({ args }) => [args.channel, args.reported, args.computed])).toEqual([
      ['政务微博', 2, 1],
      ['', 3, 2],
    ]);
  });

  test('whose title only ends like a total are items', () => {
    const ledger = plain([['2020年财政拨款收支预算总计', '', '', '2020-01-02', '网站']]);
    expect(ledger.items.total).toBe(1);
  });

  test('whose title only ends like a total, without a date, are items if they have category and channel', () => {
    const ledger = plain([
      ['人员工资总计', '', '财政', '', '网站'],
      ['公告小计', '', '公告', '', '1'],
    ]);
    expect(ledger.items.total).toBe(1);
    expect(told(ledger)).toEqual(['ledger/no-date default D2']);
  });

  test('that are empty, numbered only, headings over the table or signatures below it are no items', () => {
    const ledger = driven([
      {
        merges: ['A2:E2'],
        rows: [
          ['序号', '标题', '类别', '公开日期', '公开渠道'],
          ['一、公告公示类'],
          [1, '甲', '公告', '2020-01-02', '网站'],
          [],
          [2],
          [3],
          ['', '审核人：张', '', '', ''],
          ['填表人：李', '', '', '', ''],
        ],
      },
    ]);
    expect(ledger.items.total).toBe(1);
    expect(ledger.findings).toEqual([]);
  });

  test('that begin like a signature but have the number of a document are items', () => {
    const ledger = plain([
      ['审核公告：2020年预算', '鹿政〔2020〕5号', '公告'],
      ['审核人：', '王五'],
    ]);
    expect(ledger.items.total).toBe(1);
    expect(told(ledger)).toEqual(['ledger/no-date default D2']);
  });

  test('of a header printed again are skipped, and of a second table below the first are read by its own header', () => {
    const ledger = driven([
      {
        rows: [
          ['标题', '公开日期', '公开渠道'],
          ['甲', '2020-01-02', '网站'],
          ['标题', '公开日期', '公开渠道'],
          ['乙', '2020-01-03', '网站'],
          [],
          ['公开时间', '名称', '载体'],
          ['2020-01-04', '丙', '微博'],
        ],
      },
    ]);
    expect(ledger.entries?.map(({ title, date }) => [title, date])).toEqual([
      ['甲', '2020-01-02'],
      ['乙', '2020-01-03'],
      ['丙', '2020-01-04'],
    ]);
    expect(ledger.findings).toEqual([]);
  });

  test('of a template are not counted', () => {
    const ledger = driven([
      {
        rows: [
          ['标题', '公开日期', '备注'],
          ['【示例】关于某事的通知', '2019-01-02', ''],
          ['某事', '2019-01-02', '示例'],
          ['甲', '2020-01-02', ''],
        ],
      },
    ]);
    expect(ledger.items.total).toBe(1);
    expect(ledger.findings).toEqual([]);
  });

  test('that are hidden count, and it is said once a sheet', () => {
    const ledger = driven([
      {
        hiddenRows: [3, 4],
        rows: [
          ['标题', '公开日期'],
          ['甲', '2020-01-02'],
          ['乙', '2020-01-02'],
          ['丙', '2020-01-02'],
        ],
      },
    ]);
    expect(ledger.items.total).toBe(3);
    expect(told(ledger)).toEqual(['ledger/hidden-rows default A3']);
    expect(ledger.findings[0]?.args).toEqual({ sheet: 'Sheet1', rows: 3, hidden: 2 });
  });

  test('with cells that cannot be read: each cell once and nothing on top of it', () => {
    const ledger = plain([
      ['甲', '', '', uncalculated, '网站'],
      [errorCell, '', '', '2020-01-02', '网站'],
      ['丙', '', '', '2021-02-30', '网站'],
      ['丁', '', '', '年底', '网站'],
      ['戊', '', '', '', '网站'],
      ['', '甲1号', '', '2020-01-02', '网站'],
    ]);
    expect(told(ledger)).toEqual([
      'ledger/not-calculated default D2',
      'ledger/error-cell default A3',
      'ledger/bad-date impossible D4',
      'ledger/bad-date default D5',
      'ledger/no-date default D6',
      'ledger/no-title default A7',
    ]);
  });

  test('outside the year are told, and counted only when asked', () => {
    const rows = [
      ['甲', '', '', '2019-12-31', '网站'],
      ['乙', '', '', '2020-01-01', '网站'],
      ['丙', '', '', '2020-12-31', '网站'],
      ['丁', '', '', '2021-01-01', '网站'],
    ];
    const ledger = plain(rows);
    expect(ledger.items.total).toBe(2);
    expect(ledger.items.channels.get('政府网站')).toBe(2);
    expect(told(ledger)).toEqual(['ledger/out-of-year default D2', 'ledger/out-of-year default D5']);
    expect(plain(rows, { includeOutOfYear: true }).items.total).toBe(4);
  });

  test('thousands of one fault are two hundred findings and one that counts the rest', () => {
    const ledger = plain(Array.from({ length: 1000 }, (_, index) => [`题${index}`, '', '', '', '网站']));
    expect(ledger.findings.length).toBe(201);
    expect(ledger.findings.at(-1)).toMatchObject({ code: 'ledger/no-date', say: 'more', args: { count: 800 } });
  });

  test('so are thousands of personal numbers', () => {
    const rows = Array.from({ length: 1000 }, (_, index) => [
      `电话139${10_000_000 + index}`,
      '',
      '',
      '2020-06-01',
      '网站',
    ]);
    const { findings } = plain(rows, { inspect: inspectCell });
    expect(findings.length).toBe(201);
    const [last] = findings.slice(-1);
    expect(last).toMatchObject({ code: 'privacy/mobile', say: 'more', args: { count: 800 } });
    expect(last && tell(last, 'zh', () => undefined).message).toBe('台账里另外还有800处这样的号码，没有一一列出');
  });

  test('with serial numbers in plain cells, from 1900 and from 1904', () => {
    // 2020-01-05 is day 43835 from 1900; the two calendars lie 1,462 days apart.
    const rows = [
      ['标题', '公开日期'],
      ['甲', 43835],
      ['乙', 42373],
    ];
    expect(driven([{ rows }], { includeOutOfYear: true }).entries?.map(({ date }) => date)).toEqual([
      '2020-01-05',
      '2016-01-04',
    ]);
    expect(driven([{ rows: [rows[0] ?? [], ['乙', 42373]], from1904: true }]).entries?.[0]?.date).toBe('2020-01-05');
  });

  test('titles and remarks are shown to whoever asks, with their cells', () => {
    const seen: string[] = [];
    driven(
      [
        {
          rows: [
            ['标题', '公开日期', '备注'],
            ['甲', '2020-01-02', '乙'],
          ],
        },
      ],
      {
        inspect: (text, place) => {
          seen.push(`${place().cell} ${text}`);
          return [];
        },
      },
    );
    expect(seen).toEqual(['A2 甲', 'C2 乙']);
  });

  test('above fifty thousand items only the counts are kept', () => {
    const rows = Array.from({ length: 50_001 }, (_, index) => [`题${index}`, '', '', '2020-06-01', '网站']);
    const ledger = plain(rows);
    expect(ledger.items.total).toBe(50_001);
    expect(ledger.entries).toBeUndefined();
    expect(where(ledger, '渠道.政府网站')).toEqual(['Sheet1!E2:E50002']);
    expect(plain(rows.slice(1)).entries?.length).toBe(50_000);
  });
});

/** Rows of a small world, so that items and channels meet again and again. */
const anyRow = fc.record({
  title: fc.constantFrom('甲', '乙', '丙', '丁', '戊'),
  number: fc.constantFrom('', '1号', '2号'),
  date: fc.constantFrom('2020-01-01', '2020-01-31', '2020-12-31', '2019-12-31', '2021-01-01'),
  category: fc.constantFrom('', '工作信息', '公告公示'),
  channels: fc.uniqueArray(fc.constantFrom('政府网站', '政务微博', '政务微信', '公告栏'), { maxLength: 3 }),
});

type Row = typeof anyRow extends fc.Arbitrary<infer T> ? T : never;

/** The counting rules in the plainest way: group the rows, then look at each group. */
function straightforward(rows: readonly Row[]) {
  const items = new Map<string, Row[]>();
  for (const row of rows.filter(({ date }) => date.startsWith('2020'))) {
    const key = JSON.stringify([row.title, row.date, row.number]);
    items.set(key, [...(items.get(key) ?? []), row]);
  }
  const groups = [...items.values()].map((group) => ({
    month: Number(group[0]?.date.slice(5, 7)),
    category: group.find(({ category }) => category !== '')?.category ?? '',
    channels: new Set<string>(group.flatMap(({ channels }) => channels)),
  }));
  const count = (test: (group: (typeof groups)[number]) => boolean): number => groups.filter(test).length;
  return { groups, count };
}

describe('random ledgers', () => {
  test('count as the rules say', () => {
    fc.assert(
      fc.property(fc.array(anyRow, { maxLength: 40 }), (rows) => {
        const ledger = plain(
          rows.map(({ title, number, category, date, channels }) => [
            title,
            number,
            category,
            date,
            channels.join('、'),
          ]),
        );
        const { count } = straightforward(rows);
        const { items } = ledger;
        expect(items.total).toBe(count(() => true));
        expect(ledger.entries?.length).toBe(items.total);
        for (const channel of ['政府网站', '政务微博', '政务微信', '公告栏']) {
          expect(items.channels.get(channel) ?? 0).toBe(count(({ channels }) => channels.has(channel)));
          for (const category of ['工作信息', '公告公示'])
            expect(items.categoryInChannel(category, channel)).toBe(
              count((group) => group.category === category && group.channels.has(channel)),
            );
          for (const month of [1, 12])
            expect(items.monthInChannel(month, channel)).toBe(
              count((group) => group.month === month && group.channels.has(channel)),
            );
          const cells = ledger.where(`渠道.${channel}`).flatMap(({ cell }) => {
            const [from = '', to = from] = cell.split(':');
            return Number(to.slice(1)) - Number(from.slice(1)) + 1;
          });
          expect(cells.reduce((sum, each) => sum + each, 0)).toBe(items.channels.get(channel) ?? 0);
        }
        for (const category of ['工作信息', '公告公示'])
          expect(items.categories.get(category) ?? 0).toBe(count((group) => group.category === category));
        expect(items.months[0]).toBe(count(({ month }) => month === 1));
        expect(items.months[11]).toBe(count(({ month }) => month === 12));
        const outside = rows.filter(({ date }) => !date.startsWith('2020')).length;
        expect(ledger.findings.filter(({ code }) => code === 'ledger/out-of-year').length).toBe(outside);
      }),
      { numRuns: 300 },
    );
  });

  test('do not depend on how the rows are parted into sheets', () => {
    fc.assert(
      fc.property(fc.array(anyRow, { maxLength: 20 }), fc.nat(20), (rows, cut) => {
        const typed = rows.map(({ title, number, category, date, channels }) => [
          title,
          number,
          category,
          date,
          channels.join('/'),
        ]);
        const header = ['标题', '文号', '类别', '公开日期', '公开渠道'];
        const parted = driven([{ rows: [header, ...typed.slice(0, cut)] }, { rows: [header, ...typed.slice(cut)] }]);
        const whole = plain(typed);
        expect(parted.items.total).toBe(whole.items.total);
        expect([...parted.items.channels]).toEqual([...whole.items.channels]);
        expect([...parted.items.categories]).toEqual([...whole.items.categories]);
      }),
    );
  });
});

test('the real year: 315 items, 175 on the website, 12 on Weibo, 238 on WeChat', () => {
  // 175 + 12 + 238 − 315 = 110 further channels: 98 items on website and WeChat, 12 of them on Weibo too would make 110.
  const channelsOf = (index: number): string => {
    const names = [];
    if (index < 175) names.push('政府网站');
    if (index >= 77) names.push('微信公众号');
    if (index >= 100 && index < 112) names.push('新浪微博');
    return names.join('、');
  };
  const rows = Array.from({ length: 315 }, (_, index) => [
    `题${index}`,
    '',
    '工作信息',
    `2020-${String((index % 12) + 1).padStart(2, '0')}-15`,
    channelsOf(index),
  ]);
  const { items } = plain(rows);
  expect(items.total).toBe(315);
  expect([...items.channels]).toEqual([
    ['政府网站', 175],
    ['政务微信', 238],
    ['政务微博', 12],
  ]);
  expect(items.months.reduce((sum, month) => sum + month, 0)).toBe(315);
});

describe('what strangers send', () => {
  test.each([
    ['dots', `${'.'.repeat(32_767)}x`],
    ['brackets', '('.repeat(32_767)],
    ['separators', '、'.repeat(32_767)],
    ['different channels', Array.from({ length: 6000 }, (_, index) => `道${index}`).join('、')],
    ['conjunctions', '和'.repeat(32_767)],
    ['digits', '1'.repeat(32_767)],
  ])('a cell full of %s takes no time', (_, text) => {
    const began = performance.now();
    const ledger = plain([
      [text, text, text, text, text],
      [text, text, text, '2020-01-02', text],
    ]);
    expect(performance.now() - began).toBeLessThan(2000);
    expect(ledger.items.total).toBe(2);
    expect(ledger.items.channels.size).toBeLessThanOrEqual(500);
  });

  test('merged ranges by the ten thousand take no time', () => {
    const merges = Array.from({ length: 20_000 }, (_, index) => `A${index + 2}:CV${index + 40}`);
    const began = performance.now();
    const ledger = driven([
      { merges, rows: [['标题', '公开日期'], ...Array.from({ length: 2000 }, () => ['甲', '2020-01-02'])] },
    ]);
    expect(performance.now() - began).toBeLessThan(5000);
    // Rows merged over all columns are headings.
    expect(ledger.items.total).toBe(0);
  });
});
