import { describe, expect, it } from 'vitest';
import { checkNarrative, checkSentences } from '../../src/checks/narrative/index.ts';
import type { Finding } from '../../src/finding.ts';
import type { ItemCounts, Ledger } from '../../src/ledger/ledger.ts';
import { madeReport, pointedAt } from './made-report.ts';

const of = (code: string, text: string): readonly Finding[] =>
  checkSentences(text).filter((found) => found.code === code);

describe('narrative/percent', () => {
  const wrong = (text: string): unknown =>
    of('narrative/percent', text).map(({ values }) => [values?.reported, values?.computed]);

  it('rounds to the places that are printed', () => {
    expect(wrong('共收到申请7件，其中网络申请5件，占71.4%，信函申请2件，占28.6%。')).toEqual([]);
    expect(wrong('共收到申请7件，其中网络申请5件，占71%，信函申请2件，占29%。')).toEqual([]);
    expect(wrong('共收到申请7件，其中网络申请5件，占71.43%，信函申请2件，占28.57%。')).toEqual([]);
    expect(wrong('共收到申请7件，其中网络申请6件，占85.7%，信函申请1件，占13.3%。')).toEqual([['13.3', '14.3']]);
  });

  it('does not cut off', () => {
    const text = '共公开信息900条，其中动态6条，占0.6%，公告494条，占54.9%，其他400条，占44.4%。';
    expect(wrong(text)).toEqual([['0.6', '0.7']]);
    expect(of('narrative/percent', text)[0]?.notes).toEqual([{ say: 'cut', args: {} }]);
  });

  it('lets the last place move where the shares then make a hundred', () => {
    expect(wrong('共公开信息3条，其中动态1条，占33.3%，公告1条，占33.3%，其他1条，占33.4%。')).toEqual([]);
  });

  it('tells fractions written as per cent once for the list', () => {
    const found = of('narrative/percent', '共公开信息50条，其中动态40条，占80%，公告5条，占0.1%，其他5条，占0.1%。');
    expect(found.map(({ say, args }) => [say, args.count])).toEqual([['several', 2]]);
    expect(found[0]?.notes.at(-1)?.say).toBe('fraction');
  });
});

describe('narrative/identity', () => {
  const differences = (text: string): unknown => of('narrative/identity', text).map(({ values }) => values?.difference);

  it.each([
    '全年收到政府信息公开申请308件，上年结转2件，答复307件，结转下年度3件。',
    '全年受理政府信息公开申请308件（含上年结转2件），办结305件，3件正在办理。',
    '全年收到信息公开申请40件，按时办结36件，4件结转至下年度继续办理。',
    '全年收到信息公开申请40件，办结33件，申请人撤回3件，结转下年度4件。',
    '全年收到信息公开申请40件，已办结36件。',
  ])('%s', (text) => expect(differences(text)).toEqual([]));

  it('says by how much', () => {
    expect(differences('全年收到政府信息公开申请308件，上年结转2件，答复300件，结转下年度3件。')).toEqual([7]);
    expect(differences('全年收到信息公开申请40件，办结36件，6件结转至下年度继续办理。')).toEqual([-2]);
  });
});

describe('narrative/growth', () => {
  const cells = { '依申请公开.本年新收.总计': 40 };
  const lastYear = madeReport({ year: 2023, cells: { '依申请公开.本年新收.总计': 33 } });
  const said = (text: string): unknown =>
    checkNarrative({ report: madeReport({ text: { 总体情况: `依申请公开：${text}` }, cells }), lastYear })
      .filter(({ code }) => code === 'narrative/growth')
      .map(({ say, args }) => [say, args.computed]);

  it.each(['同比增长21.2%', '同比增长21%', '比上年增加7件', '较上年增加7件，增长21.2%', '同比增长约21%'])(
    '40 after 33: %s',
    (change) => {
      expect(said(`新收政府信息公开申请40件，${change}。`)).toEqual([]);
    },
  );

  it('sees the wrong number, the wrong way and a level that is none', () => {
    expect(said('新收政府信息公开申请40件，同比增长20%。')).toEqual([['default', '增长21.2%']]);
    expect(said('新收政府信息公开申请40件，同比下降21.2%。')).toEqual([['sign', '增长21.2%']]);
    expect(said('新收政府信息公开申请40件，比上年增加8件。')).toEqual([['default', '增加7']]);
    expect(said('新收政府信息公开申请40件，与上年持平。')).toEqual([['default', '增长21.2%']]);
  });

  it('needs no last year where the sentence gives both', () => {
    const text = '主动公开信息200条，比上年增加20条，增长20%。';
    expect(of('narrative/growth', text).map(({ say, args }) => [say, args.computed])).toEqual([['inner', '增长11.1%']]);
    expect(of('narrative/growth', '主动公开信息200条，比上年增加20条，增长11.1%。')).toEqual([]);
  });

  it.each([
    ['2022年发布300条，2021年发布240条，同比增长20%。', 'default', '增长25%'],
    ['2021年发布240条，2022年发布300条，同比增长20%。', 'default', '增长25%'],
    ['今年发布信息300条，去年发布信息240条，同比增长20%。', 'default', '增长25%'],
    ['2022年发布300条，较上年240条增长20%。', 'default', '增长25%'],
    ['2022年共发布信息300条，与2021年的240条相比增长20%。', 'default', '增长25%'],
    ['2022年发布300条，比2021年240条增加50条。', 'default', '增加60'],
    ['2022年发布300条，比2021年增加60条，增长20%。', 'inner', '增长25%'],
    ['2022年发布300条，比2021年减少60条，增长25%。', 'ways', undefined],
    ['2020年发布200条，2021年发布240条，2022年发布300条，同比增长20%。', 'default', '增长25%'],
    ['2022年公开信息13.6万条，2021年公开信息12万条，同比增长20%。', 'default', '增长13.3%'],
    ['2022年公开信息13.6万条，较上年增加1.6万条，增长20%。', 'inner', '增长13.3%'],
    ['2022年公开信息13.6万条，较上年的12万条增加2.8万条。', 'default', '增加16000'],
  ])('two years in one sentence: %s', (text, say, computed) => {
    const found = of('narrative/growth', text);
    expect(found.map(({ say, args }) => [say, args.computed])).toEqual([[say, computed]]);
  });

  it.each([
    '2022年发布300条，2021年发布240条，同比增长25%。',
    '2022年发布300条，较上年的240条增长25%。',
    '2021年240条，同比增长20%，2022年300条，同比增长25%。',
    '2022年300条，同比增长25%，2021年240条，同比增长20%。',
    '2020年200条、2021年240条、2022年300条，年均增长22.5%。',
    '2022年发布300条，2020年发布240条，增长20%。',
    '2022年，网站发布信息300条，微信发布200条，2021年网站发布240条，微信发布180条，网站增长25%。',
    '2022年公开信息13.6万条，2021年公开信息12万条，同比增长13%。',
    '2022年公开信息13.6万条，2021年公开信息12万条，同比增长17%。',
    '2022年公开信息13.6万条，较上年增加1.6万条，增长13.5%。',
    '2022年公开信息300条，较上年增加60余条，增长26%。',
    '2022年公开信息300条，较上年的300条增长0%。',
    '2022年发布300条，2021年发布约240条，同比增长20%。',
    '2022年受理300件，上年结转24件，同比增长20%。',
  ])('leaves alone what fits or is not told for sure: %s', (text) => {
    expect(of('narrative/growth', text)).toEqual([]);
  });

  it('sees a change in brackets, and one without this year’s number', () => {
    expect(said('新收政府信息公开申请40件（同比增长20%）。')).toEqual([['default', '增长21.2%']]);
    expect(said('新收政府信息公开申请40件（较2023年增长20%）。')).toEqual([['default', '增长21.2%']]);
    expect(said('新收政府信息公开申请40件（比上年增加8件）。')).toEqual([['default', '增加7']]);
    expect(said('政府信息公开申请数量同比下降20%。')).toEqual([['sign', '增长21.2%']]);
    expect(said('受理的申请数量比上年增长20%。')).toEqual([['default', '增长21.2%']]);
    expect(said('\n申请数量比上年增长20%。')).toEqual([['default', '增长21.2%']]);
    expect(said('申请数量比上年减少5件。')).toEqual([['sign', '增加7']]);
    expect(said('新收政府信息公开申请40件，申请数量同比增长20%。')).toEqual([['default', '增长21.2%']]);
  });

  it.each(['增长增长21.2%', '增长了增长21.2%', '增长下降4%', '下降持平', '增长21.2%%'])(
    'sees a word or sign too many: %s',
    (change) => {
      expect(said(`新收政府信息公开申请40件，同比${change}。`)).toEqual([['doubled', undefined]]);
    },
  );

  it('sees a change that is told in words alone, or as 多 and 少', () => {
    expect(said('新收政府信息公开申请40件，同比有所下降。')).toEqual([['sign', '增长21.2%']]);
    expect(said('新收政府信息公开申请40件（较上年略有减少）。')).toEqual([['sign', '增长21.2%']]);
    expect(said('申请量较上年有所下降。')).toEqual([['sign', '增长21.2%']]);
    expect(said('申请量与上年持平。')).toEqual([['default', '增长21.2%']]);
    expect(said('新收政府信息公开申请40件，比上年多收8件。')).toEqual([['default', '增加7']]);
    expect(said('新收政府信息公开申请40件，较上年明显增加，比上年多7件。')).toEqual([]);
    expect(said('新收政府信息公开申请40件，较2022年有所下降，投诉量同比明显下降。')).toEqual([]);
    expect(said('网上申请量同比有所下降，申请量同比上升。')).toEqual([]);
  });

  it('compares amounts of money with those of last year', () => {
    const fee = '主动公开.行政事业性收费.本年收费金额';
    const then = madeReport({ year: 2023, cells: { [fee]: '20' } });
    const ofMoney = (text: string): unknown =>
      checkNarrative({ report: madeReport({ text: { 总体情况: text }, cells: { [fee]: '25.36' } }), lastYear: then })
        .filter(({ code }) => code === 'narrative/growth')
        .map(({ say, args }) => [say, args.computed]);
    expect(ofMoney('行政事业性收费25.36万元，同比增长36.8%。')).toEqual([['default', '增长26.8%']]);
    expect(ofMoney('行政事业性收费25.36万元，同比下降26.8%。')).toEqual([['sign', '增长26.8%']]);
    expect(ofMoney('行政事业性收费253600元，比上年增加53600元，增长26.8%。')).toEqual([]);
    expect(ofMoney('行政事业性收费25.4万元，比上年增加5.4万元，增长27%。')).toEqual([]);
  });

  it('does not take other applications for those of the tables', () => {
    const text = '受理行政许可300件。申请数量比上年下降5%。';
    const report = madeReport({ text: { 总体情况: text }, cells });
    expect(checkNarrative({ report, lastYear }).filter(({ code }) => code === 'narrative/growth')).toEqual([]);
  });

  it('sees another number given for last year than its report has', () => {
    expect(said('新收政府信息公开申请40件，去年35件，同比增长14.3%。')).toEqual([['base', undefined]]);
    expect(said('新收政府信息公开申请40件，去年33件，同比增长21.2%。')).toEqual([]);
  });

  it.each([
    '网站访问量同比增长20%',
    '主动公开信息同比增加8件',
    '同比增长1倍',
    '办结率90%，同比增长5%',
    '办结率与上年持平',
    '较2019年增长50%',
    '申请数量同比增长21.2%',
    '网上申请数量同比增长50%',
    '较2019年的30件增加10件',
    '较2019年的30件增长33.3%',
  ])('does not take the change of something else for that of the number before it: %s', (change) => {
    expect(said(`新收政府信息公开申请40件，${change}。`)).toEqual([]);
  });
});

describe('narrative/vague', () => {
  it('points at approximate numbers where a count is due', () => {
    const text = '全年公开信息100余条，发布公告约30条，办结申请5件，接听电话300余次。';
    expect(of('narrative/vague', text).map(({ at, severity }) => [pointedAt(text, at), severity])).toEqual([
      ['100余条', 'notice'],
      ['约30条', 'notice'],
    ]);
  });

  it('reads words that are no number at all, and the whole of what softens one', () => {
    const vague = (text: string): unknown => of('narrative/vague', text).map(({ at }) => pointedAt(text, at));
    expect(vague('公开信息多条，发布公告数百条，更新信息百余条。')).toEqual(['多条', '数百条', '百余条']);
    expect(vague('公开信息若干条，收到申请几十件。')).toEqual(['若干条', '几十件']);
    expect(vague('收到申请50件左右，公开文件不少于100件。')).toEqual(['50件左右', '不少于100件']);
    expect(vague('公开信息多条线路同步，一百余人次查阅，修订若干条款，群众点击上百次。')).toEqual([]);
  });
});

describe('narrative/organ', () => {
  const named = (organ: string, text: string): unknown =>
    checkNarrative({ report: madeReport({ organ, text: { 总体情况: text } }) })
      .filter(({ code }) => code === 'narrative/organ')
      .map(({ args }) => args.name);

  it('sees a neighbour', () => {
    expect(named('甲山县统计局', '2024年，乙水县统计局认真贯彻条例。')).toEqual(['乙水县统计局']);
    expect(named('甲山镇人民政府', '乙水镇人民政府高度重视信息公开工作。')).toEqual(['乙水镇人民政府']);
    expect(named('甲山镇人民政府', '乙水镇人民政府2024年共公开信息236条。')).toEqual(['乙水镇人民政府']);
    expect(named('甲山镇人民政府', '本报告由乙水镇人民政府根据《条例》编制。')).toEqual(['乙水镇人民政府']);
  });

  it('sees who else it was that wrote 我镇 or 我局', () => {
    expect(named('甲山县统计局', '我镇认真贯彻条例，我镇主动公开。')).toEqual(['我镇']);
    expect(named('甲山乡人民政府', '我局认真贯彻条例。')).toEqual(['我局']);
    expect(named('甲山镇人民政府', '我镇认真贯彻，方便我乡镇群众，我县统一部署。')).toEqual([]);
    expect(named('甲山县卫生健康委员会', '我委认真贯彻条例。')).toEqual([]);
    expect(named('甲山县统计局', '我局认真贯彻条例，我委托第三方评议。')).toEqual([]);
    expect(named('甲山县人民政府办公室', '我办认真贯彻条例，我局同步公开。')).toEqual([]);
  });

  it('leaves the organ itself, its county and its superiors alone', () => {
    expect(named('甲山县统计局', '甲山县统计局认真贯彻条例。县统计局坚持公开。我局严格审核。')).toEqual([]);
    expect(named('丙州市甲山县统计局', '甲山县统计局认真贯彻条例。丙州市统计局按照要求组织检查。')).toEqual([]);
    expect(named('甲山镇人民政府', '乙水县人民政府按照要求统一部署。')).toEqual([]);
  });
});

describe('narrative/ledger', () => {
  const website = new Map([
    ['工作信息', 76],
    ['公告', 99],
  ]);
  const items: ItemCounts = {
    total: 315,
    channels: new Map([
      ['政府网站', 175],
      ['政务微信', 238],
    ]),
    categories: new Map([
      ['工作信息', 200],
      ['公告', 115],
    ]),
    months: [],
    categoryInChannel: (category, channel) => (channel === '政府网站' ? (website.get(category) ?? 0) : 0),
    monthInChannel: () => 0,
  };
  const ledger: Ledger = { file: '台账.xlsx', items, where: () => [], findings: [] };
  const said = (text: string): unknown =>
    checkNarrative({ report: madeReport({ text: { 总体情况: text } }), ledger })
      .filter(({ code }) => code === 'narrative/ledger')
      .map(({ say, values }) => [say, values?.reported, values?.computed]);

  it.each([
    '全年主动公开政府信息315条。',
    '全年主动公开政府信息175条，其中工作信息76条，公告99条。',
    '全年主动公开政府信息315条，其中工作信息200条、公告115条。',
    '通过门户网站公开信息175条，通过微信公众号公开信息238条。',
    '全年公开300余条。',
    '2023年公开政府信息180条。',
    '全年公开各类政府信息0.03万条。',
  ])('%s', (text) => expect(said(text)).toEqual([]));

  it('compares a part within the channel that its total fits', () => {
    expect(said('全年主动公开政府信息175条，其中工作信息200条。')).toEqual([['category', 200, 76]]);
  });

  it('says what fits nowhere', () => {
    expect(said('全年主动公开政府信息310条。')).toEqual([['total', 310, 315]]);
    expect(said('通过门户网站公开信息185条。')).toEqual([['channel', 185, 175]]);
    expect(said('全年共发布各类政府信息310条。')).toEqual([['total', 310, 315]]);
    expect(said('全年主动公开政府信息1.6万条。')).toEqual([['total', 16000, 315]]);
  });
});
