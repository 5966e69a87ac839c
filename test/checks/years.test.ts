import { describe, expect, it } from 'vitest';
import { checkYears } from '../../src/checks/years/index.ts';
import type { Finding } from '../../src/finding.ts';
import { type Made, madeReport, pathOf, pointedAt } from './made-report.ts';

/** A text of last year that this year’s does not repeat. */
const otherText = { 总体情况: '去年的文字。', 问题与改进: '去年的问题。', 其他事项: '去年没有收费。' };

const find = (made: Made, last?: Made): readonly Finding[] =>
  checkYears({ report: madeReport(made), ...(last ? { lastYear: madeReport({ text: otherText, ...last }) } : {}) });

const brief = (findings: readonly Finding[]) =>
  findings.map(({ code, say, severity, at }) => `${code} ${say} ${severity} ${pathOf(at)}`);

describe('carry-overs', () => {
  it('reports a wrong total of 上年结转 once, as an error, with the columns as notes', () => {
    const now = { '依申请公开.上年结转.自然人': 3, '依申请公开.上年结转.总计': 3 };
    const then = { '依申请公开.结转下年度.自然人': 5, '依申请公开.结转下年度.总计': 5 };
    const found = find({ cells: now }, { year: 2023, cells: then });
    expect(brief(found)).toEqual(['carry/requests total error 依申请公开.上年结转.总计']);
    expect(found[0]?.values).toEqual({ reported: 3, computed: 5, difference: -2 });
    expect(found[0]?.notes.map((note) => note.say)).toEqual(['before', 'column']);
  });

  it('warns once of an applicant counted in another column', () => {
    const now = { '依申请公开.上年结转.商业企业': 1, '依申请公开.上年结转.总计': 1 };
    const then = { '依申请公开.结转下年度.自然人': 1, '依申请公开.结转下年度.总计': 1 };
    const found = find({ cells: now }, { year: 2023, cells: then });
    expect(brief(found)).toEqual(['carry/requests columns warning 依申请公开.上年结转.自然人']);
    expect(found[0]?.args.columns).toBe('自然人、商业企业');
  });

  it('takes no blank for a number and no other year for last year', () => {
    const then = { '依申请公开.结转下年度.总计': 5 };
    expect(find({ blank: true }, { year: 2023, cells: then })).toEqual([]);
    expect(find({ cells: {} }, { year: 2022, cells: then })).toEqual([]);
  });

  it('follows 结转下年度 from the forms of 2019 into those of 2021', () => {
    const found = find({ year: 2021 }, { year: 2020, cells: { '依申请公开.结转下年度.总计': 2 } });
    expect(brief(found)).toEqual(['carry/requests total error 依申请公开.上年结转.总计']);
  });

  it('computes 现行有效件数 as last year’s plus issued minus repealed', () => {
    const line = '主动公开.行政规范性文件';
    const now = { [`${line}.本年制发件数`]: 4, [`${line}.本年废止件数`]: 3, [`${line}.现行有效件数`]: 20 };
    const found = find({ cells: now }, { year: 2023, cells: { [`${line}.现行有效件数`]: 18 } });
    expect(brief(found)).toEqual([`carry/in-force default warning ${line}.现行有效件数`]);
    expect(found[0]?.values).toEqual({ reported: 20, computed: 19, difference: 1 });
    expect(
      find(
        { cells: { ...now, [`${line}.现行有效件数`]: 19 } },
        { year: 2023, cells: { [`${line}.现行有效件数`]: 18 } },
      ),
    ).toEqual([]);
  });

  it('says nothing of 现行有效件数 where last year’s forms had no such column', () => {
    const now = { '主动公开.行政规范性文件.本年制发件数': 4, '主动公开.行政规范性文件.现行有效件数': 20 };
    expect(
      find({ year: 2021, cells: now }, { year: 2020, cells: { '主动公开.规范性文件.对外公开总数量': 3 } }),
    ).toEqual([]);
  });

  it('adds last year’s change, which may be negative, to last year’s number of items', () => {
    const then = { '主动公开.行政许可.上一年项目数量': 9, '主动公开.行政许可.本年增/减': -2 };
    const now = (items: number) => ({ year: 2020, cells: { '主动公开.行政许可.上一年项目数量': items } });
    expect(find(now(7), { year: 2019, cells: then })).toEqual([]);
    expect(brief(find(now(9), { year: 2019, cells: then }))).toEqual([
      'carry/items default warning 主动公开.行政许可.上一年项目数量',
    ]);
  });

  it('notices cases that were pending and are not among this year’s results', () => {
    const then = { '复议诉讼.行政复议.尚未审结': 3, '复议诉讼.行政复议.总计': 3 };
    const now = { '复议诉讼.行政复议.结果维持': 2, '复议诉讼.行政复议.总计': 2 };
    expect(brief(find({ cells: now }, { year: 2023, cells: then }))).toEqual([
      'carry/pending default notice 复议诉讼.行政复议.总计',
    ]);
    expect(find({ cells: { ...now, '复议诉讼.行政复议.尚未审结': 1 } }, { year: 2023, cells: then })).toEqual([]);
  });
});

describe('edition and date', () => {
  it.each([
    [{ year: 2021, editionOf: 2020 }, ['year/edition default error 格式']],
    [{ year: 2020, editionOf: 2021 }, ['year/edition default error 格式']],
    [{ year: 2019, editionOf: 2021 }, ['year/edition default warning 格式']],
    [{ year: 2019 }, []],
    [{ year: 2018 }, ['year/edition before error 年度']],
    [{ signedOn: '2024-12-31' }, ['date/signed early warning 成文日期']],
    [{ signedOn: '2025-01-01' }, []],
    [{ signedOn: '2025-01-31' }, []],
    [{ signedOn: '2025-02-01' }, ['date/signed late warning 成文日期']],
  ] satisfies [Made, string[]][])('%j', (made, expected) => {
    expect(brief(find(made))).toEqual(expected);
  });
});

describe('the period stated in the text', () => {
  it.each([
    ['本报告数据的统计期限为2020年1月1日至2020年12月31日。'],
    ['统计期限：2020年1月1日—12月31日。'],
    ['所列数据统计时间自２０２０年１月１日起到２０２０年１２月３１日止。'],
    ['统计期限为二〇二〇年一月一日至十二月三十一日。'],
    ['数据统计期限为2020.1.1-2020.12.31。'],
    ['统计时限为20201月1日至202012月31日。'],
    ['数据统计截止日期为2020年12月31日。'],
    ['统计期限为2020年1月至12月。'],
    ['统计期限为本年度1月1日至12月31日。'],
    ['统计期限为2020年度1月1日至12月31日。'],
    ['统计期限自2020年1月1日0时起至2020年12月31日24时止。'],
    ['所列数据的统计期限自 2020 年 1 月 1 日起至 2020 年 12 月 31 日止。'],
    ['2020年3月1日至5月30日开展了专项检查。'],
  ])('%s is right', (preamble) => {
    expect(find({ year: 2020, preamble })).toEqual([]);
  });

  it.each([
    ['本报告数据统计期限自2020年1月1日起至2020年12月30日止。', 'end', '2020年12月30日'],
    ['统计期限从2020年1月1日算起，到2020年11月31日为止。', 'end', '2020年11月31日'],
    ['统计期限为2019年度1月1日至12月31日。', 'range', '1月1日至12月31日'],
    ['统计期限为2020年1月2日至12月31日。', 'start', '2020年1月2日'],
    ['统计期限为2019年1月1日至2020年12月31日。', 'start', '2019年1月1日'],
    ['统计期限为2019年1月1日至2019年12月31日。', 'range', '2019年1月1日至2019年12月31日'],
    ['统计期限自2020年1月1日起至202020年12月31日止。', 'end', '202020年12月31日'],
    ['数据统计截止日期为2020年12月25日。', 'end', '2020年12月25日'],
    ['本报告的统计期限为2019年度。', 'range', '2019年'],
    ['2019年12月1日至2020年11月30日为本报告的统计期限。', 'range', '2019年12月1日至2020年11月30日'],
  ])('%s', (preamble, say, words) => {
    const found = find({ year: 2020, preamble });
    expect(found.map((one) => [one.code, one.say])).toEqual([['year/period', say]]);
    expect(found[0] && pointedAt(preamble, found[0].at)).toBe(words);
  });
});

describe('sentences of earlier years', () => {
  const inOverview = (sentence: string): readonly string[] => brief(find({ year: 2020, text: { 总体情况: sentence } }));

  it.each([
    ['2019年共收到政府信息公开申请5件。'],
    ['一年来，2019年度全乡主动公开信息80条。'],
    ['我局2019年度受理申请4件，均已答复。'],
    ['2019年1月1日至12月31日，我局主动公开信息5条。'],
    ['2018年，我镇认真落实公开要求。'],
    ['2019年，我局组织档案查阅，提高服务水平，较好地满足了群众需要。'],
    ['截至2019年12月31日，我局共收到申请5件。'],
    ['二〇一九年，我局共收到申请5件。'],
  ])('%s', (sentence) => {
    expect(inOverview(sentence)).toEqual(['year/stray default warning 总体情况.0']);
  });

  it.each([
    ['共收到申请8件，比2019年增长60%。'],
    ['2019年收到5件，2020年收到8件。'],
    ['2019年4月，新修订的《条例》公布。'],
    ['按照国办公开办函〔2019〕60号的要求编制。'],
    ['2019年结转的2件申请已经办结。'],
    ['对2019年公开的80条信息进行了清理。'],
    ['2019年公开的12条信息仍然有效。'],
    ['公开信息12条，其中2019年度公开决算信息2条。'],
    ['2019年全市政务公开考核中，我局列第三名。'],
    ['落实《2019年政务公开工作要点》。'],
    ['截至2019年底，累计公开信息300条。'],
    ['截至2019年12月31日，尚有2件结转办理。'],
    ['二〇一九年收到5件，二〇二〇年收到8件。'],
    ['2021年，我局将继续抓好培训。'],
    ['自2019年我局设立窗口以来，共接待群众900人次。'],
  ])('%s is not one', (sentence) => {
    expect(inOverview(sentence)).toEqual([]);
  });

  it('tells last year’s plan for this year from this year’s plan for the next', () => {
    const plan = (year: number) => find({ year: 2021, text: { 问题与改进: `${year}年，我局将进一步加强培训。` } });
    expect(plan(2021).map((one) => one.say)).toEqual(['plan']);
    expect(plan(2022)).toEqual([]);
    expect(find({ year: 2021, text: { 问题与改进: '2021年，我局将政务公开纳入了考核。' } })).toEqual([]);
  });

  it('finds the preamble of last year’s report', () => {
    const found = find({ year: 2020, preamble: '现公布某局2019年度政府信息公开工作年度报告。' });
    expect(found.map((one) => one.say)).toEqual(['report']);
    expect(find({ year: 2020, preamble: '根据《关于做好2019年政府信息公开工作年度报告的通知》编制。' })).toEqual([]);
  });

  it('says in what share the text is last year’s, numbers apart', () => {
    const sentences = [
      '积极推进公开工作',
      '认真办理群众申请',
      '不断完善管理制度',
      '持续加强平台建设',
      '定期开展监督检查',
    ];
    const text = (last: string, number: number) => ({
      总体情况: `${sentences.join('。')}${number}次。${last}。`,
      问题与改进: '',
      其他事项: '',
    });
    const found = find({ text: text('编制完成新的目录清单', 5) }, { year: 2023, text: text('举办一场新闻发布会', 9) });
    expect(found.map((one) => [one.code, one.args.same, one.args.all, one.args.percent])).toEqual([
      ['year/copy', 5, 6, 83],
    ]);
    expect(find({ text: text('甲', 5) }, { year: 2023 })).toEqual([]);
  });
});

describe('the circular cited', () => {
  it.each([
    [2022, '依据国办公开办函〔2019〕60号编制。', 'old'],
    [2022, '依据国办公开办函[2019]60号编制。', 'old'],
    [2020, '依据国办公开办函〔2021〕30号编制。', 'new'],
  ])('%i: %s', (year, preamble, say) => {
    expect(find({ year, preamble }).map((one) => [one.code, one.say])).toEqual([['year/basis', say]]);
  });

  it('is silent where the fitting one is cited too', () => {
    expect(
      find({ year: 2022, preamble: '国办公开办函〔2021〕30号印发后，国办公开办函〔2019〕60号停止执行。' }),
    ).toEqual([]);
    expect(find({ year: 2020, preamble: '依据国办公开办函〔2019〕60号编制。' })).toEqual([]);
  });
});

describe('hostile text', () => {
  it.each([
    ['统计期限2020年1月1日'.repeat(20000)],
    [`统计${'期'.repeat(200000)}`],
    ['2019年'.repeat(40000)],
    [`统计期限${'1'.repeat(200000)}`],
    ['《'.repeat(200000)],
    ['〔2019'.repeat(40000)],
    ['比较'.repeat(100000)],
    ['国办公开办函〔'.repeat(30000)],
  ])('takes time that grows with its length (%#)', (text) => {
    const start = performance.now();
    find({ preamble: text, text: { 总体情况: text, 问题与改进: text } }, { year: 2023, text: { 总体情况: text } });
    expect(performance.now() - start).toBeLessThan(3000);
  });
});
