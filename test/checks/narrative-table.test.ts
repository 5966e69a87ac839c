import { describe, expect, it } from 'vitest';
import { checkNarrative } from '../../src/checks/narrative/index.ts';
import type { Finding } from '../../src/finding.ts';
import type { Level } from '../../src/report/report.ts';
import { madeReport } from './made-report.ts';

/** 新收272 + 上年结转8 = 办结265 + 结转下年度15; 复议 5 + 1 + 0 + 2; 诉讼 2 and 1. */
const cells: Readonly<Record<string, number | string>> = {
  '依申请公开.本年新收.自然人': 258,
  '依申请公开.本年新收.商业企业': 10,
  '依申请公开.本年新收.法律服务机构': 4,
  '依申请公开.本年新收.总计': 272,
  '依申请公开.上年结转.自然人': 8,
  '依申请公开.上年结转.总计': 8,
  '依申请公开.予以公开.总计': 120,
  '依申请公开.部分公开.总计': 20,
  '依申请公开.不予公开.属于国家秘密.总计': 2,
  '依申请公开.不予公开.属于行政查询事项.总计': 8,
  '依申请公开.无法提供.本机关不掌握相关政府信息.总计': 65,
  '依申请公开.无法提供.没有现成信息需要另行制作.总计': 15,
  '依申请公开.不予处理.信访举报投诉类申请.总计': 6,
  '依申请公开.不予处理.重复申请.总计': 4,
  '依申请公开.其他处理.其他.总计': 25,
  '依申请公开.总计.总计': 265,
  '依申请公开.结转下年度.总计': 15,
  '复议诉讼.行政复议.结果维持': 5,
  '复议诉讼.行政复议.结果纠正': 1,
  '复议诉讼.行政复议.尚未审结': 2,
  '复议诉讼.行政复议.总计': 8,
  '复议诉讼.未经复议直接起诉.结果维持': 2,
  '复议诉讼.未经复议直接起诉.总计': 2,
  '复议诉讼.复议后起诉.结果维持': 1,
  '复议诉讼.复议后起诉.总计': 1,
  '主动公开.行政规范性文件.本年制发件数': 6,
  '主动公开.行政规范性文件.本年废止件数': 3,
  '主动公开.行政规范性文件.现行有效件数': 49,
  '主动公开.行政许可.本年处理决定数量': 423,
  '主动公开.行政处罚.本年处理决定数量': 57,
  '主动公开.行政强制.本年处理决定数量': 3,
  '主动公开.行政事业性收费.本年收费金额': '190.45',
};

const inReport = (
  text: string,
  level: Level = '市级',
  more: Readonly<Record<string, number>> = {},
): readonly Finding[] =>
  checkNarrative({
    report: madeReport({
      organ: level === '部门' ? '某市统计局' : '某市人民政府',
      level,
      text: { 总体情况: `（二）依申请公开。${text}` },
      cells: { ...cells, ...more },
    }),
  });
const loud = (text: string): readonly Finding[] => inReport(text).filter(({ severity }) => severity !== 'notice');

describe('sentences that fit the tables, or speak of something else', () => {
  it.each([
    '2024年，全市共受理政府信息公开申请280件（含上年结转8件），答复265件，结转下年度继续办理15件。',
    '2024年新收政府信息公开申请272件，上年结转8件，办结265件，结转下年15件。',
    '本年度收到政府信息公开申请272件，其中自然人258件，法人或其他组织14件。',
    '收到自然人提出的政府信息公开申请258件，法人或其他组织提出的申请14件。',
    '收到公民、法人和其他组织提出的政府信息公开申请272件。',
    '收到企业提出的政府信息公开申请10件。',
    '全年制发行政规范性文件6件，废止3件，现行有效49件。',
    '在已答复的申请中，予以公开120件，部分公开20件，不予公开10件，无法提供80件，不予处理10件，其他处理25件。',
    '因本机关不掌握无法提供65件，需另行制作15件。',
    '政府信息公开行政复议8件，其中维持5件，纠正1件，尚未审结2件；行政诉讼3件，均维持。',
    '发生政府信息公开行政诉讼3件，其中未经复议直接起诉2件，复议后起诉1件。',
    '全年制发行政规范性文件6件，废止行政规范性文件3件，现行有效49件。',
    '全年作出行政许可决定423件，行政处罚57件，行政强制3件。',
    '收取行政事业性收费190.45万元。',
    '未发生因政府信息公开被纠错的行政诉讼。',
    '没有发生行政诉讼败诉的情况。',
    '信息公开申请均在法定期限内答复。',
    '受理12345热线工单300件，全部办结。',
    '全年办理人大建议20件、政协提案30件，办结率100%。',
    '未收到要求减免费用的申请。',
    '本年度未发生应公开而不予公开的情况。',
    '政府信息公开申请答复及时，未出现逾期答复的情况。',
    '2023年收到政府信息公开申请200件，2024年收到272件。',
    '其中，网络申请200件，信函申请72件。',
    '无信息公开收费情况，无重复申请收费。',
    '全年收到信访件40件，已办结38件。',
    '行政许可事项120项全部网上办理，公示行政处罚信息60条。',
    '行政诉讼案件均获维持。',
    '全年召开会议8次，收到留言272条，答复留言272条。',
    '全年共办结政府信息公开申请265件，其中予以公开的120件。',
    '受理申请的途径：网络200件，信函60件，当面12件。',
    '没有因信息公开工作被追究责任的情况。',
    '未收取信息处理费，未发生投诉举报。',
    '其中，属于国家秘密2件，属于行政查询事项8件。',
    '信访举报投诉类申请6件，重复申请4件。',
    '新增行政处罚64项，取消行政许可3项。',
    '政府信息公开申请中，予以公开和部分公开共140件，不予公开、无法提供以及不予处理合计100件。',
  ])('%s', (text) => {
    expect(loud(text)).toEqual([]);
  });
});

describe('sentences on another year', () => {
  it.each([
    '2023年共收到政府信息公开申请200件。',
    '2023 年共收到政府信息公开申请 200 件。',
    '2023年共收到行政复议申请20件。',
    '2023年未收到政府信息公开申请，没有不予公开的情况。',
    '2023年收取行政事业性收费290.45万元。',
    '去年收到政府信息公开申请200件，今年收到272件。',
    '上年，我局收到政府信息公开申请200件。',
  ])('%s', (text) => {
    expect(inReport(text)).toEqual([]);
  });

  it('is not what is carried in, compared, or told of this year with a space', () => {
    expect(loud('上年结转政府信息公开申请18件。')).toHaveLength(1);
    expect(loud('与上年相比有所增加，收到政府信息公开申请290件。')).toHaveLength(1);
    expect(loud('2024 年共收到政府信息公开申请 200 件。')).toHaveLength(1);
    expect(loud('2023年没有不予公开的情况。2024年没有不予公开的情况。')).toHaveLength(1);
  });
});

describe('sentences that do not fit the tables', () => {
  it.each([
    '2024年，全市共受理政府信息公开申请270件。',
    '2024年新收政府信息公开申请258件。',
    '本年度收到政府信息公开申请272件，其中自然人268件，法人或其他组织4件。',
    '收到自然人提出的政府信息公开申请257件。',
    '收到公民、法人和其他组织提出的政府信息公开申请271件。',
    '全年制发行政规范性文件6件，废止4件。',
    '全年制发行政规范性文件6件，废止3件，现行有效48件。',
    '全年办结政府信息公开申请266件。',
    '全年答复政府信息公开申请中，予以公开210件。',
    '依申请公开方面，无法提供65件。',
    '政府信息公开行政复议5件。',
    '政府信息公开行政诉讼2件。',
    '涉及政府信息公开的行政复议8件，结果维持6件。',
    '全年制发行政规范性文件49件。',
    '全年作出行政处罚决定75件。',
    '依申请公开办理结果：不予公开8件。',
    '政府信息公开申请中，申请人逾期不补正3件。',
    '政府信息公开申请中，申请人逾期未按收费通知要求缴纳费用3件。',
    '未收到政府信息公开申请。',
    '全年无依申请公开。',
    '政府信息公开申请全部办结。',
    '2024年收到政府信息公开申请272件，办结率100%。',
    '行政复议均获维持。',
    '全年未发生政府信息公开行政复议和行政诉讼。',
    '没有不予公开的情况。',
    '本年度未收到依申请公开政府信息的申请，未发生行政复议、行政诉讼。',
    '收取行政事业性收费290.45万元。',
    '上年结转政府信息公开申请18件。',
    '政府信息公开申请结转下年度继续办理25件。',
    '行政规范性文件现行有效59件。',
    '政府信息公开申请中，予以公开和部分公开共150件。',
    '政府信息公开申请中，不予公开、无法提供以及不予处理合计90件。',
  ])('%s', (text) => {
    expect(loud(text).map(({ severity }) => severity)).toContain('error');
  });
});

describe('a number before what it counts', () => {
  it.each([
    '2024年，本机关共收到272件政府信息公开申请。',
    '全年新收272件申请，上年结转8件，共办结265件政府信息公开申请，结转15件至下年度继续办理。',
    '全年受理280件政府信息公开申请。',
    '收到258件自然人提出的政府信息公开申请。',
    '收到272件公民、法人和其他组织提出的政府信息公开申请。',
    '全年政府信息公开申请量为272件。',
    '全年发生8件行政复议案件，3件行政诉讼案件。',
    '因政府信息公开引发8件行政复议和3件行政诉讼。',
    '全年制发6份行政规范性文件，废止3份行政规范性文件，现行有效49份。',
    '作出423项行政许可决定、57项行政处罚决定和3项行政强制决定。',
    '收取190.45万元行政事业性收费。',
    '收到12件网络申请，处理5件行政许可申请，收到8份申请人来信。',
    '审查15件规范性文件草案，公开7件规范性文件，解读4份规范性文件。',
    '办理20项行政许可事项的网上公开，收到9件申请复议的来信。',
    '收到5件信访申请，4件重复申请。',
    '2023年收到200件政府信息公开申请。',
    '2023年收到政府信息公开申请200件，2024年收到272件。',
    '政府信息公开申请结转到2025年办理的15件。',
  ])('is silent where it fits, or speaks of something else: %s', (text) => {
    expect(loud(text)).toEqual([]);
  });

  it.each([
    ['2024年，全市共收到5件政府信息公开申请。', '收到的申请', 5, 280],
    ['全年收到了5份申请。', '收到的申请', 5, 280],
    ['全年新收5件依申请公开申请。', '本年新收', 5, 272],
    ['收到二百七十一件政府信息公开申请。', '收到的申请', 271, 280],
    ['收到5件（含上年结转1件）政府信息公开申请。', '收到的申请', 5, 280],
    ['收到25件自然人提出的政府信息公开申请。', '自然人', 25, 266],
    ['办结275件政府信息公开申请。', '办理结果总计', 275, 265],
    ['政府信息公开申请结转25件至下一年度办理。', '结转下年度', 25, 15],
    ['2023年收到政府信息公开申请200件，2024年收到273件。', '收到的申请', 273, 280],
    ['政府信息公开申请结转到2025年办理的5件。', '结转下年度', 5, 15],
    ['作出3件予以公开决定。', '予以公开', 3, 120],
    ['全年政府信息公开申请量为5件。', '收到的申请', 5, 280],
    ['全年发生2件行政复议案件。', '行政复议', 2, 8],
    ['因政府信息公开引发8件行政复议和2件行政诉讼。', '行政诉讼', 2, 3],
    ['制发4份规范性文件。', '规范性文件本年制发', 4, 6],
    ['全年废止2件行政规范性文件。', '规范性文件本年废止', 2, 3],
    ['现行有效的48件行政规范性文件。', '规范性文件现行有效', 48, 49],
    ['作出15项行政许可决定。', '行政许可处理决定数量', 15, 423],
    ['作出423项行政许可决定、75项行政处罚决定。', '行政处罚处理决定数量', 75, 57],
  ])('is compared: %s', (text, name, reported, value) => {
    expect(
      loud(text).map(({ severity, code, args, values }) => [
        severity,
        code,
        args.name,
        values?.reported,
        args.computed,
      ]),
    ).toContainEqual(['error', 'narrative/table', name, reported, value]);
  });

  it('asks about money by its own unit', () => {
    expect(loud('收取290.45万元行政事业性收费。').map(({ code }) => code)).toEqual(['narrative/table']);
  });
});

describe('a sentence that says there was none', () => {
  it.each([
    ['没有无法提供的情形。', '无法提供', 80],
    ['全年未出现不予处理的情况。', '不予处理', 10],
    ['无部分公开答复。', '部分公开', 20],
    ['无“不予公开”情形。', '不予公开', 10],
    ['无上年结转申请，无结转下年度继续办理的申请。', '上年结转', 8],
    ['没有结转至下一年度的申请。', '结转下年度', 15],
    ['全年无行政处罚。', '行政处罚 · 本年处理决定数量', 57],
    ['我单位未办理行政许可事项。', '行政许可 · 本年处理决定数量', 423],
    ['未实施过任何行政强制措施。', '行政强制 · 本年处理决定数量', 3],
    ['不涉及行政许可、行政处罚。', '行政许可 · 本年处理决定数量', 423],
    ['没有行政事业性收费项目。', '行政事业性收费 · 本年收费金额', '190.45'],
    ['未制定行政规范性文件，认真做好清理。', '规范性文件 · 本年制发件数', 6],
    ['没有废止行政规范性文件。', '规范性文件 · 本年废止件数', 3],
    ['政府信息公开行政复议8件，均已审结。', '行政复议 · 尚未审结', 2],
    ['未收到公民、法人和其他组织提出的政府信息公开申请。', '本年新收', 272],
    ['全年政府信息公开申请数为零。', '本年新收', 272],
    ['上年结转为零。', '上年结转', 8],
    ['行政许可、行政处罚、行政强制均为0。', '行政许可 · 本年处理决定数量', 423],
    ['行政复议、行政诉讼均无。', '行政复议 · 总计', 8],
    ['收到政府信息公开申请272件，均予以公开。', '部分公开', 20],
    ['全年未收到申请。', '本年新收', 272],
    ['2024年度我局无申请。', '本年新收', 272],
    ['没有公民、法人或其他组织向我局提出政府信息公开申请。', '本年新收', 272],
    ['全年没有群众申请公开政府信息。', '本年新收', 272],
    ['本年度未发生依申请公开情况。', '本年新收', 272],
    ['我局没有依申请公开件。', '本年新收', 272],
    ['全年政府信息公开申请为0。', '本年新收', 272],
    ['不予公开为0。', '不予公开', 10],
    ['行政事业性收费为0。', '行政事业性收费 · 本年收费金额', '190.45'],
    ['没有其他处理的情形。', '其他处理', 25],
    ['全年零复议、零诉讼。', '行政复议 · 总计', 8],
    ['行政复议维持率达到百分之百。', '行政复议 · 结果纠正', 1],
    ['收到政府信息公开申请272件，上年结转8件，全部办结。', '结转下年度', 15],
    ['收到政府信息公开申请272件，办结率为百分之百。', '结转下年度', 15],
  ])('is held to the tables: %s', (text, name, value) => {
    expect(loud(text).map(({ severity, code, args }) => [severity, code, args.name, args.value])).toContainEqual([
      'error',
      'narrative/claim',
      name,
      value,
    ]);
  });

  it('is told of lawsuits that all were won, however that is said', () => {
    const lost = { '复议诉讼.复议后起诉.结果纠正': 1 };
    for (const text of ['政府信息公开行政诉讼无一败诉。', '行政诉讼全部胜诉。', '行政诉讼胜诉率100%。'])
      expect(inReport(text, '部门', lost).map(({ args }) => args.name)).toEqual(['复议后起诉 · 结果纠正']);
  });

  it('is one finding where it is a number that is compared as well', () => {
    expect(loud('上年结转为0。').map(({ code }) => code)).toEqual(['narrative/table']);
  });

  it('names every cell that a row of things denies, once', () => {
    const found = loud('没有不予公开、无法提供和不予处理的情形。');
    expect(found.map(({ args, notes }) => [args, notes])).toEqual([
      [
        { claim: '没有不予公开、无法提供和不予处理的情形', table: '表三', name: '不予公开', value: 10 },
        [
          { say: 'cell', args: { name: '无法提供', value: 80 } },
          { say: 'cell', args: { name: '不予处理', value: 10 } },
        ],
      ],
    ]);
  });

  it.each([
    '因没有现成信息无法提供的，均已告知理由。',
    '无法提供、不予公开和不予处理的，均已说明理由。',
    '没有行政处罚记录的单位享受优惠，无行政许可证的不得经营。',
    '未收到行政许可申请公开的投诉，未发现违规制定规范性文件的情况。',
    '无规范性文件需要清理，没有行政处罚案件被撤销。',
    '没有依法应当公开而不予公开的信息。',
    '行政诉讼已全部审结。',
    '收到行政复议案件8件，审结6件。',
    '2023年没有行政处罚，无上年结转申请。',
    '未公开行政处罚信息，未发布行政许可公告。',
    '未新增行政许可事项。',
    '没有制定规范性文件公开目录。',
    '依申请公开收费为零，行政诉讼败诉率为零。',
    '对申请公开的信息，能公开的均予以公开，应当公开的信息全部予以公开。',
    '行政许可、行政处罚公示率均为100%。',
    '依申请公开目录、指南全部予以公开，许可的申请条件、办理流程均予以公开。',
    '收到272件申请和3件投诉，制发6份行政规范性文件和5份其他文件。',
    '有2件申请已撤回。',
    '上年结转的8件申请全部办结。',
    '本年新收272件，办结265件；上年结转8件，全部办结。',
    '没有收到要求提供公开出版物的申请。',
    '未收到关于征地拆迁的政府信息公开申请。',
    '未收到政府信息公开申请人的投诉。',
    '接到依申请公开事项272项，未产生依申请公开政府信息案例。',
    '无依申请公开收费情况，未受理依申请公开投诉。',
    '没有发生因未及时答复引起的行政复议。',
    '未发现违规不予公开的情形，未经审查不得公开，未经审查不予公开。',
    '下一步力争行政诉讼零败诉、零复议。',
    '按要求确保申请答复率达到100%。',
    '要求各单位做到申请办结率100%。',
    '全年没有申请超期，没有申请人申请政府信息公开后提出异议。',
    '\n全年审理行政复议案件8件，均已审结。',
  ])('is silent where that is so, or speaks of something else: %s', (text) => {
    expect(loud(text)).toEqual([]);
  });

  it.each([
    ['行政许可为零', '的情况'],
    ['行政许可为零', '行政处罚'],
    ['没有', '办理'],
    ['没有不予公开，', '没有不予公开，'],
    ['申请5件', '依法'],
    ['行政诉讼均无', '均为'],
  ])('is read once, however long: %s and %s fifty thousand times', (first, piece) => {
    const started = performance.now();
    inReport(`${first}${piece.repeat(50_000)}，行政许可零`);
    expect((performance.now() - started) / 1000).toBeLessThan(10);
  });

  it('reads the columns that edition 2019 has', () => {
    const report = madeReport({
      year: 2020,
      text: { 总体情况: '全年未制发规范性文件，未作出行政处罚决定，未开展政府集中采购。' },
      cells: {
        '主动公开.规范性文件.本年新制作数量': 4,
        '主动公开.行政处罚.处理决定数量': 9,
        '主动公开.政府集中采购.采购项目数量': 3,
        '主动公开.政府集中采购.采购总金额': '12.50',
      },
    });
    expect(checkNarrative({ report }).map(({ args, notes }) => [args.name, args.value, notes])).toEqual([
      ['规范性文件 · 本年新制作数量', 4, []],
      ['行政处罚 · 处理决定数量', 9, []],
      [
        '政府集中采购 · 采购项目数量',
        3,
        [{ say: 'cell', args: { name: '政府集中采购 · 采购总金额', value: '12.50' } }],
      ],
    ]);
  });
});

describe('a heading on a line of its own', () => {
  it('tells what the paragraphs below it are about', () => {
    const below = (heading: string, text: string): number => loud(`\n${heading}\n${text}`).length;
    expect(below('（二）依申请公开情况', '新收258件，上年结转8件。')).toBe(1);
    expect(below('（二）依申请公开情况', '新收272件，上年结转8件。')).toBe(0);
    expect(below('（四）政府信息公开平台建设', '新收258件，上年结转18件。')).toBe(0);
    expect(below('（二）依申请公开情况', '全年未收到申请。')).toBe(1);
    expect(below('（四）政府信息公开平台建设', '全年未收到申请。')).toBe(0);
  });
});

describe('what is said of a number that differs', () => {
  it('names both readings of 受理', () => {
    const [found] = loud('全市受理政府信息公开申请270件。');
    expect(found?.say).toBe('received');
    expect(found?.args).toMatchObject({ reported: 270, received: 272, computed: 280 });
  });

  it('takes 受理 for what was received with or without what was carried in', () => {
    expect(loud('全市受理政府信息公开申请272件。')).toEqual([]);
    expect(loud('全市受理政府信息公开申请280件。')).toEqual([]);
    expect(loud('全市新收政府信息公开申请280件。')).toHaveLength(1);
  });

  it('says that a cell was taken for the total, or a line for its group', () => {
    const note = (text: string): unknown => loud(text)[0]?.notes[0];
    expect(note('全市新收政府信息公开申请258件。')).toEqual({
      say: 'cell',
      args: { value: 258, cell: '自然人', computed: 272 },
    });
    expect(note('依申请公开办理结果：无法提供65件。')).toEqual({
      say: 'row',
      args: { value: 65, row: '本机关不掌握相关政府信息', group: '无法提供', computed: 80 },
    });
  });

  it('knows last year’s number when it meets it', () => {
    const report = madeReport({ text: { 总体情况: '（二）依申请公开。新收政府信息公开申请33件。' }, cells });
    const lastYear = madeReport({ year: 2023, cells: { '依申请公开.本年新收.总计': 33 } });
    expect(checkNarrative({ report, lastYear }).map(({ notes }) => notes)).toEqual([
      [{ say: 'last-year', args: { value: 33 } }],
    ]);
  });

  it('says so of documents too, which the two editions name differently', () => {
    const report = madeReport({ text: { 总体情况: '全年制发行政规范性文件33件。' }, cells });
    const [edition2019, edition2021] = [2020, 2023].map((year) =>
      madeReport({
        year,
        cells: { '主动公开.行政规范性文件.本年制发件数': 33, '主动公开.规范性文件.本年新制作数量': 33 },
      }),
    );
    for (const lastYear of [edition2019, edition2021])
      expect(checkNarrative({ report, ...(lastYear && { lastYear }) }).map(({ notes }) => notes)).toEqual([
        [{ say: 'last-year', args: { value: 33 } }],
      ]);
  });

  it('asks only where the text may speak of another range', () => {
    const severities = (text: string, level: Level = '市级'): unknown =>
      inReport(text, level).map(({ code, severity }) => [code, severity]);
    expect(severities('市政府办代表市政府受理政府信息公开申请17件。')).toEqual([['narrative/table', 'notice']]);
    expect(severities('市本级受理政府信息公开申请17件。')).toEqual([['narrative/table', 'notice']]);
    expect(severities('政务服务网公示行政许可信息55条。')).toEqual([['narrative/table', 'notice']]);
    expect(severities('本机关受理政府信息公开申请17件。', '部门')).toEqual([['narrative/table', 'error']]);
    expect(severities('2023年受理政府信息公开申请17件。')).toEqual([]);
  });

  it('tells a claim once, with every cell that speaks against it', () => {
    const found = loud('行政复议案件全部维持。');
    expect(found.map(({ code, args }) => [code, args])).toEqual([
      ['narrative/claim', { claim: '全部维持', table: '表四', name: '行政复议 · 结果纠正', value: 1 }],
    ]);
    expect(found[0]?.notes).toEqual([{ say: 'cell', args: { name: '行政复议 · 尚未审结', value: 2 } }]);
  });

  it('reads the names that edition 2019 has', () => {
    const report = madeReport({
      year: 2020,
      text: { 总体情况: '全年制发规范性文件5件，作出行政处罚决定9件，政府集中采购项目3个。' },
      cells: {
        '主动公开.规范性文件.本年新制作数量': 4,
        '主动公开.行政处罚.处理决定数量': 9,
        '主动公开.政府集中采购.采购项目数量': 3,
      },
    });
    expect(checkNarrative({ report }).map(({ values }) => values)).toEqual([
      { reported: 5, computed: 4, difference: 1 },
    ]);
  });
});
