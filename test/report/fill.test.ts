import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Counted } from '../../src/report/known.ts';
import { passagePlace, passages, type Report } from '../../src/report/report.ts';
import { read, sample } from './reading.ts';

const reportOf = (text: string, known: Parameters<typeof read>[1] = {}): Report => {
  const { report, findings } = read(text, known);
  expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  if (!report) throw new Error('no report');
  return report;
};

const cell = (report: Report, key: string) =>
  [...report.tables.values(), ...report.extensions].map(({ cells }) => cells.get(key)).find(Boolean);

const value = (report: Report, key: string) => cell(report, key)?.value;

const row = (report: Report, key: string) =>
  ['自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计'].map((column) =>
    value(report, `依申请公开.${key}.${column}`),
  );

const texts = (report: Report): readonly string[] => [...passages(report)].map(({ text }) => text);

describe('a report', () => {
  const report = reportOf(sample);

  test('has its head, with title and deadline as the statute has them', () => {
    expect(report).toMatchObject({
      year: 2020,
      organ: '柳溪乡人民政府',
      level: '乡镇',
      signedOn: '2021-01-20',
      deadline: '2021-01-31',
      title: '柳溪乡人民政府2020年政府信息公开工作年度报告',
    });
    expect(report.edition.id).toBe('2019');
    expect(reportOf(sample.replace('级别: 乡镇', '级别: 县级')).deadline).toBe('2021-03-31');
    expect(reportOf(sample.replace('级别: 乡镇', '级别: 部门')).deadline).toBe('2021-01-31');
    expect(reportOf(sample.replace('级别: 乡镇', '级别: 乡镇\n公布期限: 2021-02-15')).deadline).toBe('2021-02-15');
    expect(reportOf(sample.replace('级别: 乡镇', '级别: 乡镇\n标题: 柳溪乡{{年度}}年报')).title).toBe('柳溪乡2020年报');
    expect(report.style).toEqual({ fonts: 'gb2312', pageNumber: '双面', margins: [37, 35, 28, 26], lineSpacing: 28.9 });
    const style = reportOf(
      sample.replace(
        '级别: 乡镇',
        '级别: 乡镇\n版式: {字体: founder, 页码: 居中, 页边距: [30, 30, 25, 25.5], 行距: 28, 底纹: false}',
      ),
    ).style;
    expect(style).toEqual({
      fonts: 'founder',
      pageNumber: '居中',
      margins: [30, 30, 25, 25.5],
      lineSpacing: 28,
      shading: false,
    });
  });

  test('has 22 + 161 + 15 + 12 cells, as the forms print them', () => {
    expect([...report.tables.values(), ...report.extensions].map(({ cells }) => cells.size)).toEqual([
      22,
      23 * 7,
      15,
      12,
    ]);
  });

  test('keeps numbers as typed', () => {
    expect(cell(report, '主动公开.政府集中采购.采购总金额')).toMatchObject({
      value: '1200.50',
      text: '1200.50',
      kind: 'money',
      origin: 'stated',
    });
    expect(report.tables.get('主动公开')?.units.get('政府集中采购')).toBe('万元');
    expect(cell(report, '主动公开.行政许可.本年增/减')).toMatchObject({ value: -1, text: '-1' });
    expect(
      cell(reportOf(sample.replace('本年增/减: -1', '本年增/减: +1')), '主动公开.行政许可.本年增/减'),
    ).toMatchObject({ value: 1, text: '+1' });
  });

  test('computes what is left out and leaves what is stated', () => {
    expect(row(report, '本年新收')).toEqual([6, 1, 0, 0, 0, 0, 7]);
    expect(row(report, '上年结转')).toEqual([1, 0, 0, 0, 0, 0, 1]);
    expect(row(report, '予以公开')).toEqual([5, 1, 0, 0, 0, 0, 6]);
    expect(row(report, '不予处理.重复申请')).toEqual([0, 0, 0, 0, 0, 0, 0]);
    expect(row(report, '总计')).toEqual([6, 1, 0, 0, 0, 0, 7]);
    expect(cell(report, '依申请公开.本年新收.总计')?.origin).toBe('stated');
    expect(cell(report, '依申请公开.上年结转.商业企业')?.origin).toBe('zero');
    expect(cell(report, '依申请公开.上年结转.总计')?.origin).toBe('computed');
    expect(cell(report, '依申请公开.总计.自然人')?.origin).toBe('computed');
    expect(value(report, '复议诉讼.行政复议.总计')).toBe(1);
    expect(value(report, '复议诉讼.未经复议直接起诉.总计')).toBe(0);
    expect(value(report, '复议诉讼.复议后起诉.总计')).toBe(2);
    expect(
      value(reportOf(sample.replace('[6, 1, 0, 0, 0, 0, 7]', '[6, 1, 0, 0, 0, 0, 9]')), '依申请公开.本年新收.总计'),
    ).toBe(9);
  });

  test('reads 无 as 0 in every cell', () => {
    const none = reportOf(sample.replace(/依申请公开:\n(?: .*\n)+/, '依申请公开: 无\n'));
    const cells = [...(none.tables.get('依申请公开')?.cells.values() ?? [])];
    expect(cells.every((one) => one.value === 0 && one.origin === 'zero')).toBe(true);
    expect(cells).toHaveLength(161);
  });

  test('keeps a blank blank: in sums it is 0, alone it has no total', () => {
    const blank = read(
      sample
        .replace('[5, 1, 0, 0, 0, 0]', '[~, 1, 0, 0, 0, 0]')
        .replace('  行政复议: [1, 0, 0, 0, 1]', '  行政复议: ~'),
    ).report;
    if (!blank) throw new Error('no report');
    expect(row(blank, '予以公开')).toEqual([null, 1, 0, 0, 0, 0, 1]);
    expect(value(blank, '复议诉讼.行政复议.总计')).toBeNull();
    expect(value(report, '主动公开渠道.政务微博')).toBeNull();
    expect(value(report, '主动公开渠道.政务微信')).toBe(11);
    expect(report.extensions[0]?.position).toEqual({ section: '依申请公开', after: false });
  });

  test('says where each cell and key stands', () => {
    const at = (path: readonly (string | number)[], part?: 'key' | 'value') => {
      const { start, end } = report.place(path, part);
      return sample.slice(start, end);
    };
    expect(at(['机关'])).toBe('柳溪乡人民政府');
    expect(at(['机关'], 'key')).toBe('机关');
    expect(at(['依申请公开', '本年新收', '总计'])).toBe('7');
    expect(at(['复议诉讼', '行政复议', '尚未审结'])).toBe('0');
    expect(at(['主动公开', '政府集中采购', '采购总金额'])).toBe('1200.50');
    expect(at(['依申请公开', '没有这一行', '总计'])).toBe('依申请公开');
    expect(at(['没有'])).toBe('');
    for (const table of [...report.tables.values(), ...report.extensions]) {
      for (const one of table.cells.values()) {
        if (one.origin === 'stated' && one.value !== null)
          expect(sample.slice(one.at.start, one.at.end)).toBe(one.text);
        if (!table.position) expect(one.at.path.join('.')).toBe(one.key);
      }
    }
  });
});

describe('text', () => {
  test('is a paragraph a line, with headings by the official numbering', () => {
    const [first, second, third, fourth, fifth, ...rest] = [
      ...passages(
        reportOf(
          sample.replace('  一是更新不够及时。', '  1.一是　　更新。\n  （1）共１2　　3条\n  1.5万人次。\n  一、总体'),
        ),
      ),
    ].slice(0, 99);
    expect([first?.text, first?.level]).toEqual(['本年报按照条例编写。期限自2020年1月1日起至2020年12月31日止。', 0]);
    expect([second?.text, second?.level, second?.headingLength]).toEqual(['一年来柳溪乡做了下面几件事。', 0, 0]);
    expect([third?.text, third?.level, third?.headingLength]).toEqual(['（一）抓学习。办了三期培训班。', 2, 7]);
    expect([fourth?.text, fourth?.level, fourth?.headingLength]).toEqual(['（二）抓平台', 2, 6]);
    expect([fifth?.text, fifth?.level, fifth?.headingLength]).toEqual(['1.一是　　更新。', 3, 9]);
    expect(rest.map(({ text, level }) => [text, level])).toEqual([
      ['（1）共１23条', 4],
      ['1.5万人次。', 0],
      ['一、总体', 1],
      ['无其他需要报告的事项。', 0],
    ]);
  });

  test('says where each word was typed, in every way of writing', () => {
    for (const written of [
      '其他事项: 甲乙丙丁{{年度}}戊己。',
      '其他事项: "甲乙丙丁{{年度}}戊己。"',
      "其他事项: '甲乙丙丁{{年度}}戊己。'",
      '其他事项: |-\n    甲乙丙丁{{年度}}戊己。',
      '其他事项: >\n  甲乙\n  丙丁{{年度}}戊己。',
      '其他事项: 甲乙\n  丙丁{{年度}}戊己。',
      '其他事项: "甲乙\n\n  丙丁\\u007b{年度}}戊己。"',
      '其他事项:\n  - 段落: 甲乙丙丁{{年度}}戊己。\n  - 图片: {文件: a.png, 说明: 图一}',
      '其他事项: |\r\n  甲乙丙丁{{年度}}戊己。\r',
    ]) {
      const file = sample.replace('其他事项: 无其他需要报告的事项。', written);
      const report = reportOf(file);
      const last = [...passages(report)].at(-1);
      if (!last) throw new Error('no text');
      expect(last.text).toMatch(/丙丁2020戊己。$/);
      const typed = (part: string) => {
        const from = last.text.indexOf(part);
        const { start, end } = passagePlace(last, from, from + part.length);
        return file.slice(start, end);
      };
      expect(typed('丙丁')).toBe('丙丁');
      expect(typed('2020')).toMatch(/^(?:\{|\\u007b)\{年度\}\}$/);
      expect(typed('戊己。')).toBe('戊己。');
    }
  });

  test('may stand round a table, be headed otherwise and hold pictures', () => {
    const report = reportOf(
      sample
        .replace('依申请公开:\n', '依申请公开:\n  表前: 先说明两句。\n  表后: |\n    后补充\n    两句。\n')
        .replace('级别: 乡镇', '级别: 乡镇\n章节标题:\n  问题与改进: 问题和打算')
        .replace(
          '其他事项: 无其他需要报告的事项。',
          '其他事项:\n  - 图片: {文件: "图\\\\a.png", 说明: 栏目截图}\n  - 段落: |\n      以上。',
        ),
    );
    const section = (key: string) => report.sections.find((one) => one.key === key);
    expect(section('依申请公开')?.before.map((part) => part.kind === 'passage' && part.text)).toEqual(['先说明两句。']);
    expect(section('依申请公开')?.after).toHaveLength(2);
    expect(section('问题与改进')?.heading).toBe('问题和打算');
    expect(section('问题与改进')?.headingAt).toBeDefined();
    expect(section('其他事项')?.before[0]).toMatchObject({ kind: 'picture', file: '图/a.png', caption: '栏目截图' });
  });
});

const ledger: Counted = {
  items: {
    total: 12,
    channels: new Map([
      ['政府网站', 9],
      ['政务微信', 4],
    ]),
    categories: new Map([
      ['其他信息', 7],
      ['公告', 2],
      ['工作信息', 2],
      ['财政', 1],
    ]),
    categoryInChannel: (category, channel) =>
      channel === '政务微信' && category === '公告' ? 2 : channel === '政务微信' && category === '其他信息' ? 2 : 0,
  },
  requests: new Map([
    ['本年新收.自然人', 3],
    ['予以公开.自然人', 2],
    ['不予公开.属于国家秘密.自然人', 1],
  ]),
  cases: new Map([['行政复议.结果维持', 2]]),
};

describe('values in text', () => {
  const put = (
    name: string,
    known: Parameters<typeof read>[1] = {},
    change: (text: string) => string = (text) => text,
  ) => {
    const { report, findings } = read(change(sample.replace('无其他需要报告的事项', `甲{{${name}}}乙`)), known);
    return findings.length > 0
      ? findings.map(({ code, say, args }) => [code, say, args.nearest])
      : report && texts(report).at(-1);
  };

  test.each([
    ['年度', '甲2020乙。'],
    [' 上年度 ', '甲2019乙。'],
    ['机关', '甲柳溪乡人民政府乙。'],
    ['依申请公开.本年新收.总计', '甲7乙。'],
    ['依申请公开.无法提供.总计', '甲1乙。'],
    ['依申请公开.无法提供.本机关不掌握相关政府信息.自然人', '甲1乙。'],
    ['复议诉讼.行政诉讼.总计', '甲2乙。'],
    ['复议诉讼.行政诉讼.结果维持', '甲2乙。'],
    ['主动公开.政府集中采购.采购总金额', '甲1200.50乙。'],
    ['主动公开.行政许可.本年增/减', '甲-1乙。'],
    ['主动公开渠道.政府网站', '甲28乙。'],
  ])('{{%s}}', (name, expected) => {
    expect(put(name)).toBe(expected);
  });

  test.each([
    ['台账.总数', '甲12乙。'],
    ['台账.渠道.政务微信', '甲4乙。'],
    ['台账.渠道.政务微博', '甲0乙。'],
    ['台账.类别.公告', '甲2乙。'],
    ['台账.清单 类别', '甲公告2条，工作信息2条，财政1条，其他信息7条乙。'],
    ['台账.清单 类别 政务微信', '甲公告2条，其他信息2条乙。'],
  ])('{{%s}} of the ledger', (name, expected) => {
    expect(put(name, { ledger })).toBe(expected);
  });

  test('names the nearest where a name is unknown', () => {
    expect(put('依申请公开.本年新收')).toEqual([['value/unknown', 'nearest', '依申请公开.本年新收.其他']]);
    expect(put('台账.渠道.政府网', { ledger })).toEqual([['value/unknown', 'nearest', '台账.渠道.政府网站']]);
    expect(put('台账.类别.工作信总', { ledger })).toEqual([['value/unknown', 'nearest', '台账.类别.工作信息']]);
    expect(put('台账.清单 渠道', { ledger })).toEqual([['value/unknown', 'nearest', '台账.清单 类别']]);
    expect(put('1 + 2')).toEqual([['value/unknown', 'default', undefined]]);
    expect(put('主动公开渠道.政务微博')).toEqual([['value/no-base', 'blank', undefined]]);
    expect(put('上年.依申请公开.本年新收.总计')).toEqual([['value/no-base', 'no-last-year', undefined]]);
  });

  test('compares with last year', () => {
    const lastYear = (total: number) =>
      reportOf(
        sample
          .replace('年度: 2020', '年度: 2019')
          .replace('成文日期: 2021', '成文日期: 2020')
          .replace('[6, 1, 0, 0, 0, 0, 7]', `[${total}, 0, 0, 0, 0, 0]`),
      );
    const compare = (before: number) => put('同比 依申请公开.本年新收.总计', { lastYear: lastYear(before) });
    expect(put('上年.依申请公开.本年新收.总计', { lastYear: lastYear(23) })).toBe('甲23乙。');
    expect(compare(7)).toBe('甲持平乙。');
    expect(compare(6)).toBe('甲增长16.7%乙。');
    expect(compare(14)).toBe('甲下降50%乙。');
    expect(compare(80)).toBe('甲下降91.3%乙。');
    expect(compare(0)).toEqual([['value/no-base', 'zero', undefined]]);
  });
});

describe('numbers from the ledger', () => {
  const text = sample
    .replace(/依申请公开:\n(?: .*\n)+/, '依申请公开: 按台账\n')
    .replace(/复议诉讼:\n(?: .*\n)+/, '复议诉讼: 按台账\n')
    .replace(/数据: \{.*\}/, '数据: 按台账');
  const report = reportOf(text, { ledger });

  test('fill tables, and totals are computed', () => {
    expect(row(report, '本年新收')).toEqual([3, 0, 0, 0, 0, 0, 3]);
    expect(row(report, '总计')).toEqual([3, 0, 0, 0, 0, 0, 3]);
    expect(cell(report, '依申请公开.予以公开.自然人')?.origin).toBe('counted');
    expect(value(report, '复议诉讼.行政复议.总计')).toBe(2);
    expect(
      ['主动公开政府信息数', '政府网站', '政务微博', '回应热点舆情数'].map((key) =>
        value(report, `主动公开渠道.${key}`),
      ),
    ).toEqual([12, 9, 0, null]);
  });

  test('are missing without the sheet: one finding a table', () => {
    const { items } = ledger;
    expect(read(text, { ledger: { items } }).findings.map(({ say, args }) => [say, args.sheet])).toEqual([
      ['no-sheet', '依申请公开'],
      ['no-sheet', '复议诉讼'],
    ]);
    expect(read(text).findings.map(({ code, say }) => `${code} ${say}`)).toEqual([
      'shape/choice no-ledger',
      'shape/choice no-ledger',
      'shape/choice no-ledger',
    ]);
  });
});

describe('comments that silence findings', () => {
  test('hold for what stands below them', () => {
    const text = sample
      .replace('  予以公开:', '  # annrep-ignore requests/balance: 已核对\n\n  # 另一条说明\n  予以公开:')
      .replace('  （一）抓学习', '  # annrep-ignore narrative/sum: 已核对\n  （一）抓学习')
      .replace('级别: 乡镇', '级别: 乡镇\n# annrep-ignore ledger/duplicate：两次都算\n台账: a.xlsx')
      .replace(
        '结转下年度: [1, 0, 0, 0, 0, 0, 1]',
        '结转下年度: [1, 0, 0, 0, 0, 0, 1] # annrep-ignore requests/row-total: 无误',
      );
    const report = reportOf(text);
    expect(
      report.ignores.map(({ code, reason, from, to, ledger: all }) => [code, reason, text.slice(from, to).trim(), all]),
    ).toEqual([
      ['ledger/duplicate', '两次都算', '台账: a.xlsx', true],
      ['narrative/sum', '已核对', '（一）抓学习。办了三期培训班。', false],
      ['requests/balance', '已核对', '予以公开: [5, 1, 0, 0, 0, 0]', false],
      [
        'requests/row-total',
        '无误',
        '结转下年度: [1, 0, 0, 0, 0, 0, 1] # annrep-ignore requests/row-total: 无误',
        false,
      ],
    ]);
    expect(texts(report).some((line) => line.includes('#'))).toBe(false);
  });
});

describe('any numbers', () => {
  test('come back as they were typed, with the totals they have', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(999_999), { minLength: 6, maxLength: 6 }), fc.boolean(), (numbers, asMap) => {
        const columns = ['自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他'];
        const written = asMap
          ? `{${columns.map((name, at) => `${name}: ${numbers[at]}`).join(', ')}}`
          : `[${numbers.join(', ')}]`;
        const report = reportOf(sample.replace('[6, 1, 0, 0, 0, 0, 7]', written));
        expect(row(report, '本年新收')).toEqual([...numbers, numbers.reduce((sum, number) => sum + number)]);
      }),
      { numRuns: 40 },
    );
    fc.assert(
      fc.property(fc.nat(999_999_999), fc.stringMatching(/^\d{1,6}$/), (whole, decimals) => {
        const amount = `${whole}.${decimals}`;
        expect(cell(reportOf(sample.replace('1200.50', amount)), '主动公开.政府集中采购.采购总金额')?.value).toBe(
          amount,
        );
      }),
      { numRuns: 40 },
    );
  });
});
