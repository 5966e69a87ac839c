import { describe, expect, it } from 'vitest';
import { checkLength, checkStructure } from '../../src/checks/structure/index.ts';
import type { Finding } from '../../src/finding.ts';
import { channels } from '../../src/forms/channels.ts';
import type { SectionKey } from '../../src/forms/form.ts';
import { type Made, madeReport, madeTable, pathOf, pointedAt } from './made-report.ts';

const find = (made: Made): readonly Finding[] => checkStructure({ report: madeReport(made) });

const brief = (made: Made) => find(made).map(({ code, say, at }) => `${code} ${say} ${pathOf(at)}`);

const only = (made: Made, code: string) => find(made).filter((one) => one.code === code);

describe('a clean report', () => {
  it.each([2020, 2024])('of %i gives nothing', (year) => {
    expect(brief({ year })).toEqual([]);
  });
});

describe('headings', () => {
  it('gives one finding a heading, at the heading', () => {
    const headings = { 依申请公开: '依申请公开情况', 问题与改进: '存在的主要问题及改进情况' };
    expect(brief({ headings })).toEqual(['structure/heading default 章节标题.依申请公开']);
  });

  it('finds the parts that the preamble lists otherwise than they are printed', () => {
    const listed = (preamble: string, headings = {}) =>
      only({ preamble, headings }, 'structure/heading').map((one) => one.args.missing);
    const six =
      '总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议、行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项';
    expect(listed(`本报告由${six}六个部分组成。`)).toEqual([]);
    expect(listed(`本报告由${six}以上六个部分组成。`)).toEqual([]);
    expect(listed(`本报告共有${six}等 6 大部分。`)).toEqual([]);
    expect(listed(`报告共六个部分，依次是${six}。`)).toEqual([]);
    expect(
      listed(`本报告包括${six.replace('情况、存在', '情况，存在').replace('、其他', '以及其他')}等6个部分。`),
    ).toEqual([]);
    expect(listed(`本报告由${six.replace('复议、行政', '复议和行政')}组成。`)).toEqual([]);
    expect(listed(`本报告由${six.replace('存在的主要问题', '工作中的不足')}六个部分组成。`)).toEqual([
      '“五、存在的主要问题及改进情况”',
    ]);
    expect(listed('公开专栏由总体概况、主动公开、依申请公开、复议、其他五个部分组成。')).toEqual([]);
    expect(listed(`本报告由${six.replace('收到和处理政府信息公开申请情况、', '')}五部分组成。`)).toEqual([
      '“三、收到和处理政府信息公开申请情况”',
    ]);
  });

  it('compares the list with the headings as they are printed', () => {
    const preamble =
      '报告由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议、行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项组成。';
    const found = only({ preamble, headings: { 依申请公开: '依申请公开情况' } }, 'structure/heading');
    expect(found.map((one) => one.say)).toEqual(['listed', 'default']);
    expect(found[0]?.args.missing).toBe('“三、依申请公开情况”');
  });

  it('finds a canonical heading typed into the text', () => {
    const text = { 问题与改进: '五、存在的主要问题及改进情况\n公开还不够及时。', 总体情况: '' };
    expect(only({ text }, 'structure/heading').map((one) => one.say)).toEqual(['repeated']);
    const misplaced = { 问题与改进: '公开还不够及时。\n六、其他需要报告的事项\n没有。' };
    expect(only({ text: misplaced }, 'structure/heading').map((one) => one.say)).toEqual(['misplaced']);
  });
});

describe('numbering', () => {
  const numbering = (text: string, key: SectionKey = '问题与改进') =>
    only({ text: { [key]: text } }, 'structure/numbering').map(
      (one) => `${one.say} ${one.args.found} ${one.args.expected}`,
    );

  it.each([
    ['一、甲。\n三、乙。', ['missing 三、 二、']],
    ['（一）甲。\n（三）乙。\n（四）丙。', ['missing （三） （二）']],
    ['（一）甲。\n（二）乙。\n（二）丙。\n（三）丁。', ['repeated （二） （三）']],
    ['（二）甲。', ['first （二） （一）']],
    ['（一）甲。\n1. 子\n3. 丑', ['missing 3. 2.']],
    ['有三点：一是甲；二是乙；四是丙。', ['missing 四是 三是']],
    ['包括：1.甲3条；2.乙4条；4.丙5条。', ['missing 4. 3.']],
    ['一是甲。\n二是乙。\n二是丙。', ['repeated 二是 三是']],
    ['（一）甲。\n（三）乙。\n（二）丙。', ['missing （三） （二）']],
  ])('%j', (text, expected) => {
    expect(numbering(text)).toEqual(expected);
  });

  it.each([
    ['（一）甲。\n（二）乙。\n（三）丙。'],
    ['问题：一是甲，二是乙。\n措施：一是丙；二是丁；三是戊。'],
    ['一是甲：一是子，二是丑。二是乙。三是丙。'],
    ['（一）甲。\n1. 子\n2. 丑\n（二）乙。\n1. 寅\n2. 卯'],
    ['存在以下问题：\n（一）甲。\n（二）乙。\n下一步的改进措施：\n（一）丙。\n（二）丁。'],
    ['统一是前提，唯一是公开。二是不对的。'],
    ['占比3.5，为2.8倍。'],
    ['一是否公开，二是否及时，都要登记。'],
    ['（九）甲。'.replace('九', '一')],
  ])('%j counts right', (text) => {
    expect(numbering(text)).toEqual([]);
  });

  it('points at the number', () => {
    const text = '有三点：一是甲；三是乙。';
    const found = only({ text: { 问题与改进: text } }, 'structure/numbering');
    expect(found[0] && pointedAt(text, found[0].at)).toBe('三是');
  });

  it('finds the number of another section in a heading, and a number typed twice', () => {
    expect(brief({ headings: { 问题与改进: '四、存在的主要问题及改进情况' } })).toEqual([
      'structure/numbering section 章节标题.问题与改进',
    ]);
    expect(brief({ headings: { 问题与改进: '五、存在的主要问题及改进情况' } })).toEqual([
      'structure/numbering doubled 章节标题.问题与改进',
    ]);
  });
});

describe('results of assessment', () => {
  const missing = (last: string, level: Made['level'] = '乡镇') =>
    only({ level: level ?? '乡镇', text: { 总体情况: last } }, 'structure/assessment').map((one) => one.args.missing);

  it.each([
    ['建立工作考核制度、社会评议制度和责任追究办法。', ['工作考核、社会评议、责任追究']],
    ['考核结果优秀，社会评议满意率98%，未发生责任追究情形。', []],
    ['（五）监督保障。年度工作考核位列全县第三。群众评议结果良好。没有人员被追究责任。', []],
    ['（一）责任追究情况。本年度无。', ['工作考核、社会评议']],
    ['考核等次为良好。未发生责任追究的情形。', ['社会评议']],
    ['2025年将开展工作考核、社会评议并通报责任追究结果。', ['工作考核、社会评议、责任追究']],
    ['2024年，将公开工作纳入年度考核，考核结果优秀。', ['社会评议、责任追究']],
    ['将公开工作纳入绩效考核内容。', ['工作考核、社会评议、责任追究']],
    ['没有收到申请。已有责任追究制度。', ['工作考核、社会评议、责任追究']],
  ])('%s', (text, expected) => {
    expect(missing(text)).toEqual(expected);
  });

  it('is asked of people’s governments only', () => {
    expect(missing('没有写。', '部门')).toEqual([]);
    expect(missing('没有写。', '街道')).toEqual([]);
    expect(missing('没有写。', '县级')).toHaveLength(1);
  });
});

describe('aspects, fees, length, placement', () => {
  it('names the aspects that 一 lacks', () => {
    const found = only(
      { text: { 总体情况: '全年主动公开信息9条。\n没有收到依申请公开的申请。\n用好政府网站。' } },
      'structure/aspects',
    );
    expect(found.map((one) => [one.severity, one.args.missing])).toEqual([['notice', '政府信息管理、监督保障']]);
  });

  it('asks for 信息处理费 from 2021 on', () => {
    expect(brief({ year: 2021, text: { 其他事项: '无。' } })).toEqual(['structure/fees default 其他事项']);
    expect(brief({ year: 2020, text: { 其他事项: '无。' } })).toEqual([]);
  });

  it('counts the characters of 一 only when asked', () => {
    const report = madeReport({ text: { 总体情况: '字'.repeat(1001) } });
    expect(checkLength({ report }).map((one) => one.values)).toEqual([
      { reported: 1001, computed: 1000, difference: 1 },
    ]);
    expect(checkLength({ report: madeReport({ text: { 总体情况: `${'字'.repeat(1000)} ` } }) })).toEqual([]);
    expect(checkStructure({ report }).some((one) => one.code === 'structure/length')).toBe(false);
  });

  it('notices a table on 主动公开 under 依申请公开', () => {
    const at = (section: SectionKey) => madeTable(channels, 'r.yaml', {}, { section, after: false });
    expect(brief({ extensions: [at('依申请公开')] })).toEqual(['structure/placement default 主动公开渠道.位置']);
    expect(brief({ extensions: [at('主动公开')] })).toEqual([]);
    expect(brief({ extensions: [at('总体情况')] })).toEqual([]);
  });
});

describe('empty sections and title', () => {
  it.each([['无'], ['无。'], ['本年度无'], ['不存在问题。'], ['略']])('五 as %s', (text) => {
    expect(brief({ text: { 问题与改进: text } })).toEqual(['structure/empty-section default 问题与改进']);
  });

  it('lets 六 say 无 before 2021 and leaves a blank section to others', () => {
    expect(brief({ year: 2020, text: { 其他事项: '无。', 问题与改进: '' } })).toEqual([]);
  });

  it.each([
    ['某县档案局2023年政府信息公开工作年度报告', 'year'],
    ['2024年政府信息公开工作年度报告', 'default'],
    ['某县档案局2024年工作总结', 'default'],
    ['某县档案局政府信息公开工作年度报告', 'default'],
  ])('title %s', (title, say) => {
    expect(brief({ title })).toEqual([`structure/title ${say} 标题`]);
  });

  it('accepts a title that says the same', () => {
    expect(brief({ title: '某县档案局 2024年度政府信息公开工作年度报告' })).toEqual([]);
  });
});

describe('leftovers', () => {
  const leftovers = (text: string) =>
    only({ text: { 问题与改进: text } }, 'structure/leftover').map((one) => `${one.say} ${one.args.found}`);

  it.each([
    ['全年公开信息××条。', ['placeholder ××']],
    ['××县人民政府办公室印发通知。', ['placeholder ××']],
    ['XX局组织培训。', ['placeholder XX']],
    ['20XX年开展自查。', ['placeholder XX']],
    ['举办培训×次。', ['placeholder ×']],
    ['公开信息____条。', ['placeholder ____']],
    ['TODO 补写', ['instruction TODO']],
    ['（文字描述）', ['instruction （文字描述）']],
    ['该部分以表格形式报告', ['instruction 该部分以表格形式报告']],
    ['共{{台账.总数}条。', ['value {{']],
    ['# 待改', ['hash # 待改']],
  ])('%s', (text, expected) => {
    expect(leftovers(text)).toEqual(expected);
  });

  it.each([
    ['办理王××申请公开一案。'],
    ['处理李××、张××的来信。'],
    ['联系人手机138××××5678。'],
    ['图片尺寸为3×5厘米。'],
    ['访问www.xx.gov.cn查询。'],
    ['使用XXL号展板。'],
    ['第#1号展板。'],
  ])('%s is none', (text) => {
    expect(leftovers(text)).toEqual([]);
  });
});

describe('hostile text', () => {
  it.each([
    ['一是，'.repeat(40000) + '九是，'.repeat(40000)],
    [`由总体情况主动公开申请复议问题其他组成${'是为等由'.repeat(40000)}`],
    ['×'.repeat(100000)],
    [`${'X'.repeat(100000)}a`],
    ['考核'.repeat(50000)],
    ['{{'.repeat(50000)],
    ['（一）'.repeat(50000)],
  ])('is checked in time that grows with its length (%#)', (text) => {
    const start = performance.now();
    find({ level: '乡镇', preamble: text, text: { 总体情况: text, 问题与改进: text } });
    expect(performance.now() - start).toBeLessThan(3000);
  });
});
