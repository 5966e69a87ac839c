import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkNarrative, checkSentences } from '../../src/checks/narrative/index.ts';
import type { Finding } from '../../src/finding.ts';
import { channels } from '../../src/forms/channels.ts';
import { madeReport, madeTable, pointedAt } from './made-report.ts';

const loud = (text: string): readonly Finding[] => checkSentences(text).filter(({ severity }) => severity !== 'notice');
const sums = (text: string): readonly Finding[] => checkSentences(text).filter(({ code }) => code === 'narrative/sum');

describe('a list that does not add up and holds one number of last year', () => {
  const cells = { '依申请公开.本年新收.自然人': 33, '依申请公开.本年新收.总计': 33, '主动公开渠道.政府网站': 180 };
  const before = (text: string) => {
    const made = { year: 2023, text: { 总体情况: text }, cells };
    return { ...madeReport(made), extensions: [madeTable(channels, '2023.yaml', made)] };
  };
  const copied = (text: string, lastYear = before('主动公开信息300条，其中工作信息76条，公告224条。')): unknown =>
    checkNarrative({ report: madeReport({ text: { 总体情况: text } }), lastYear })
      .filter(({ code }) => code === 'narrative/sum')
      .flatMap(({ notes }) => notes.filter(({ say }) => say === 'last-year').map(({ args }) => args.value));

  it('says which by the tables and the lists of that report', () => {
    expect(copied('主动公开信息295条，其中工作信息76条，其他信息230条。')).toEqual([76]);
    expect(copied('主动公开信息300条，其中工作信息90条，其他信息230条。')).toEqual([300]);
    expect(copied('新收政府信息公开申请40件，其中自然人33件、其他10件。')).toEqual([33]);
    expect(copied('工作信息76条、公告30条，共计110条。')).toEqual([76]);
    expect(copied('主动公开信息295条，其中政府网站公开180条，微信公开30条，其他方式公开100条。')).toEqual([180]);
  });

  it('does not guess where nothing or several numbers stand as they stood', () => {
    expect(copied('主动公开信息295条，其中工作信息77条，其他信息230条。')).toEqual([]);
    expect(copied('主动公开信息300条，其中工作信息76条，公告230条，其他5条。')).toEqual([]);
    expect(copied('主动公开信息295条，其中动态76条，其他信息230条。')).toEqual([]);
  });
});

describe('a total behind its parts', () => {
  it.each([
    ['公开工作信息35件、公告40件，共计80件。', 75, '80件'],
    ['公开工作信息35件，公告40件，合计80件。', 75, '80件'],
    ['全年受理申请90件，办结35件、转办40件，共计80件。', 75, '80件'],
    ['新收申请40件，上年结转2件，共计43件。', 42, '43件'],
    ['公告35件和通知40件共80件。', 75, '80件'],
    ['公告三十五件、通知四十件，两项合计八十件。', 75, '八十件'],
    ['工作信息35条；公告40条；财政信息5条，共计90条。', 80, '90条'],
    ['公开工作信息0.8万条、公告0.4万条，共计1.5万条。', 12000, '1.5万条'],
    ['通过网站公开35条、微信公开40条，共计80条。', 75, '80条'],
  ])('%s', (text, computed, at) => {
    const found = sums(text);
    expect(found.map((one) => [one.values?.computed, pointedAt(text, one.at)])).toEqual([[computed, at]]);
  });

  it.each([
    '公开工作信息35件、公告45件，共计80件。',
    '公开工作信息0.8万条、公告0.4万条，共计1.3万条。',
    '制发文件35件、通知40件等，共计80件。',
    '公开工作信息约35件、公告40件，共计80件。',
    '通过网站公开35条、微信公开40条，共计70条。',
    '全年公开80件，其中工作信息35件、公告40件，共计75件。',
    '全年公开80件，工作信息35件、公告40件，其余略，共计80件。',
    '开展培训3场、督查2场，共计8场次。',
    '1.工作信息20件。2.公告35件、通知40件，共计95件。',
    '2021年公开35件，2020年公开40件，共计80件。',
    '收到申请40件，办结35件，转办3件，共计39件。',
    '召开会议3次、培训2次，累计8次。',
  ])('is not doubted: %s', (text) => expect(sums(text)).toEqual([]));
});

describe('sentences that add up or claim nothing are silent', () => {
  it.each([
    '全年公开信息1.3万条，其中网站0.8万条、其他0.4万条。',
    '全年主动公开政府信息210条，其中政务动态120条、通知公告60条、其他30条。',
    '全年公开信息1,024条，其中：（1）机构职能24条；（2）政策文件300条；（3）其他信息700条。',
    '全年公开信息一百二十条，其中公告五十条，动态七十条。',
    '全年公开信息300条，其中网站公开180条，其中工作动态100条、公告80条，微信公开120条。',
    '全年公开信息300条，其中网站公开180条（工作动态100条、公告80条），微信公开120条。',
    '全年公开信息300条，同比增长20%，其中网站公开180条，微信公开120条。',
    '全年公开信息300条，阅读量达12万次，其中政务动态180条，通知公告120条。',
    '全年公开信息300条，较上年增加50条，其中政务动态180条，通知公告120条。',
    '全年公开信息500条，网站公开300条，微信公开200条，其中概况类信息50条、政务动态150条、信息公开目录100条。',
    '全年收到申请12件，上年结转2件，其中自然人申请10件，法人申请4件。',
    '全年收到申请12件，其中网络申请8件、信函申请4件；自然人申请9件、法人申请3件。',
    '全年收到申请12件，按方式分，网络申请8件、信函申请4件，按主体分，自然人9件、法人3件。',
    '全年公开信息100条，其中政策解读20条等。',
    '全年公开信息100条，其中主要包括动态50条、公告20条。',
    '全年公开信息100条，主要为动态50条、公告20条、其他10条。',
    '全年公开信息100余条，其中动态50条、公告20条、其他10条。',
    '全年公开信息100条，其中动态约50条、公告20条、其他10条。',
    '全年公开信息380条，其中网站285条，微信116条。',
    '全年公开信息380条，通过网站公开285条，微信公开116条，其他方式50条。',
    '全年公开信息100条，其中部分公开20条。',
    '受理行政许可申请300件，其中网上办理280件。',
    '全年公开信息100条，包括政策文件20条、工作动态80条，总访问量3万次。',
    '全年公开信息13.6万条，其中网站10万条，微信3.6万条。',
    '全年公开信息13.6万条，其中网站100020条，微信35980条。',
    '召开新闻发布会4场，其中主要负责同志参加2场。发布解读稿件10篇，制作图解8个，视频5个。',
    '全年受理依申请公开40件，其中予以公开20件，部分公开5件，不予公开3件，其余正在办理。',
    '全年收到申请60件，其中予以公开20件、部分公开5件、不予公开3件、无法提供10件、不予处理2件、其他处理15件，结转下年度5件。',
    '新收申请60件，上年结转3件。其中，予以公开20件、部分公开5件、不予公开3件、无法提供10件、不予处理2件、其他处理18件，结转下年度5件。',
    '全年公开信息200条，占全部信息的80%，其中动态160条，公告40条。',
    '共办理人大建议30件、政协提案20件，办结率100%，其中公开40件。',
    '全年公开信息90条，其中人事、财政、审计等信息30条，其他信息60条。',
    '全年公开各类信息共计232条：政府网站108条、公开栏35条、公众号86条、简报3期。',
    '2023年共收到政府信息公开申请20件，其中2022年结转2件，全部办结。',
    '公开机构职能、领导分工等基本信息。其中，机构职能3条、领导分工5条。',
    '全年公开信息100条。其中，机构职能30条。公告20条。动态50条。',
    '一是公开政策文件20件，其中规范性文件5件，解读5件；二是公开公告30件，其中采购公告10件。',
    '全年公开200条（其中网站150条、微信50条），同比增加20条，增长11.1%。',
    '截至12月31日，门户网站共发布信息89条，其中部门动态64条，其他25条，微信公众号发布1039条。',
    '公开建议提案答复26件（建议15件、提案11件）。',
    '开展培训3次，其中线上1次，参训200人次。',
    '全年公开信息120条，由动态70条、公告50条组成。',
    '共发布信息50条，其中原创信息30条，转载信息20条，其中转载上级政策12条。',
    '2024年我镇公开政府信息66條，其中政務動態40條，公告公示26條。',
    '行政复议5件，其中维持3件，纠正1件，尚未审结1件；行政诉讼2件，其中维持2件。',
    '政府信息公开申请数量为8件，其中信函2件，网络5件，当面1件，均已答复。',
    '共收到申请10件，占比100%，其中网络申请7件，占70%，信函申请3件，占30%。',
    '共收到申请3件，其中网络申请1件，占33.3%，信函申请1件，占33.3%，当面申请1件，占33.4%。',
    '共公开政府信息80条，其中政策类信息20条（占25%）、动态类信息60条（占75%）。',
    '全年主动公开目录更新45条，依申请公开目录更新5条，其中新增3条。',
    '发布信息30条，其中视频5个、图解10张、文字稿15篇。',
    '全年政务新媒体发布信息800条，其中微博300条，微信400条，抖音200条，同一信息多渠道发布的计一条。',
    '2024年，本机关共公开信息150条，其中:业务类90条,党建类20条,其它40条',
    '全年公开信息150条，其中：\n1.组织机构类30条；\n2.政策法规类50条；\n3.其他类70条。',
    '通过政府网站、微信公众号公开信息150条。',
  ])('%s', (text) => {
    expect(loud(text)).toEqual([]);
  });
});

describe('sentences that contradict themselves are told', () => {
  it.each([
    '全年主动公开政府信息210条，其中政务动态120条、通知公告60条、其他20条。',
    '全年公开信息1,024条，其中：（1）机构职能24条；（2）政策文件300条；（3）其他信息600条。',
    '全年公开信息一百二十条，其中公告五十条，动态六十条，其他二十条。',
    '全年公开信息300条，其中网站公开180条（工作动态100条、公告80条、解读10条），微信公开120条。',
    '全年公开信息300条，分别为政务动态180条，通知公告110条。',
    '全年公开信息300条，包括政务动态180条、通知公告110条。',
    '全年公开信息300条，由政务动态180条、通知公告110条组成。',
    '全年公开信息300条，具体为：政务动态180条；通知公告110条。',
    '全年公开信息300条。其中政务动态200条、通知公告110条。',
    '全年公开信息３００条，其中，政务动态２００条，通知公告８０条，其余１０条。',
    '全年公开信息300条，其中政务动态180条，占60%，通知公告110条，占36.7%。',
    '全年收到申请12件，其中网络申请8件、信函申请5件。',
    '收到政府信息公开申请50件（其中网上申请42件，现场申请3件，邮寄7件）。',
    '全年公开信息2400条，其中网站2000条，微信300条，微博100条，通过广播、报刊等其他方式500条。',
    '通过网站、微信共公开信息200条，其中网站150条，微信100条。',
    '全年公开政府信息300條，其中動態類180條，公告類100條，其他類10條。',
    '全年公开信息300条，在公开的信息中，动态类200条，公告类80条，其他10条。',
    '全年公开信息150条，其中：\n1.组织机构类30条；\n2.政策法规类50条；\n3.其他类60条。',
    '行政复议10件，其中结果维持5件，结果纠正2件，其他结果1件，尚未审结1件。',
    '全年公开信息100条，其中动态60条，公告30条，以及其他信息5条。',
    '全年公开信息3 000条，其中动态2 600条，公告300条，其他50条。',
    '全年共公开信息500条，具体包括：机构职能20条、政策文件80条、工作动态390条。',
    '全年发布信息77条，分别公开机构信息1条，政策文件信息3条，工作信息60条。',
    '全年共公开信息500条，其中机构职能类20条，占4%；政策文件类80条，占16%；工作动态类390条，占78%。',
    '2023年全年公开各类信息共计640条。其中，行政许可类信息10条，行政处罚类信息0条，其它类信息600条。',
    '累计公开85条，其中，公告（含招聘公告5条）20条，动态60条，其他8条。',
    '全年发文60件，其中主动公开40件，依申请公开10件，不予公开12件。',
    '全年主动公开信息97条,包括:政务类14条,党建类10条,统计类19条,数据类50条。',
    '全年公开信息300条，其中网站公开180条，其中工作动态100条、公告60条、其他10条，微信公开120条。',
    '全年公开信息1.2万条，其中动态6000条，公告3000条，其他1000条。',
  ])('%s', (text) => {
    expect(loud(text).map(({ code }) => code)).toContain('narrative/sum');
  });
});

describe('what a finding says', () => {
  it('points at the stated total and gives the parts', () => {
    const text = '2024年全乡共新增公开信息175条，其中，工作信息76条，公告公示24条，其他应公开的45条。';
    const [found] = sums(text);
    expect(found?.severity).toBe('error');
    expect(found && pointedAt(text, found.at)).toBe('175条');
    expect(found?.values).toEqual({ reported: 175, computed: 145, difference: 30 });
    expect(found?.notes[0]).toEqual({
      say: 'parts',
      args: { parts: '工作信息76 + 公告公示24 + 其他应公开45', sum: 145 },
    });
  });

  it('points at the total of the inner list where that is wrong', () => {
    const text = '全年公开信息300条，其中网站公开180条（动态100条、公告60条、其他10条），微信公开120条。';
    const found = sums(text);
    expect(found.map(({ at, values }) => [pointedAt(text, at), values?.computed])).toEqual([['180条', 170]]);
  });

  it('reads full-width digits, separators of thousands, 万 and numerals in words', () => {
    const values = (text: string): unknown => sums(text).map(({ values }) => [values?.reported, values?.computed]);
    expect(values('共公开１，２００条')).toEqual([]);
    expect(values('共公开１２００条，分别为Ａ类９００条、B类200条。')).toEqual([[1200, 1100]]);
    expect(values('共公开1,200条，分别为A类900条、B类200条。')).toEqual([[1200, 1100]]);
    expect(values('共公开1 200条，分别为A类900条、B类200条。')).toEqual([[1200, 1100]]);
    expect(values('共公开一千二百条，分别为A类九百条、B类二百条。')).toEqual([[1200, 1100]]);
    expect(values('共公开0.12万条，分别为A类500条、B类200条。')).toEqual([[1200, 700]]);
    expect(values('共公开1200條，分別為A類900條、B類200條。')).toEqual([[1200, 1100]]);
  });

  it('explains what it can', () => {
    const why = (text: string): unknown =>
      sums(text)[0]
        ?.notes.slice(1)
        .map(({ say, args }) => [say, args.name ?? args.count]);
    expect(why('全年发文60件，其中主动公开40件，不予公开20件，政策解读3件。')).toEqual([['first', 2]]);
    expect(why('全年公开60条，其中动态25条，解读8条，公告30条，其他5条。')).toEqual([['without', '解读']]);
    expect(why('全年公开60条，其中规划5条，动态40条，规划5条，其他15条。')).toEqual([['twice', '规划']]);
    expect(why('全年公开220条，其中动态67条，公告50条，其他94条。')).toEqual([['swapped', '动态']]);
    expect(why('全年公开220条，其中动态12条，公告50条，其他50条。')).toEqual([['digit', '动态']]);
  });

  it('is at most a notice where channels may share items, or a number is approximate', () => {
    expect(sums('全年公开380条，其中网站公开285条，微信公开116条。').map(({ severity }) => severity)).toEqual([
      'notice',
    ]);
    expect(sums('全年公开380条，其中动态200余条，公告100条，其他50条。')).toEqual([]);
  });

  it('is a warning where a list of channels parts its total', () => {
    const severities = (text: string): unknown => sums(text).map(({ severity }) => severity);
    expect(severities('全年公开90条，其中网站60条，微信30条，其他方式20条。')).toEqual(['warning']);
    expect(severities('通过网站、微信公开90条，其中网站60条，微信50条。')).toEqual(['warning']);
    expect(severities('全年公开90条，其中网站60条，微信30条，公告栏20条。')).toEqual(['warning']);
  });
});

const names = ['工作动态', '通知公告', '人事信息', '财政信息', '政策文件', '规划计划', '应急管理'];
const amounts = fc.array(fc.integer({ min: 1, max: 5000 }), { minLength: 2, maxLength: 7 });
const separators = fc.constantFrom('，', '、', '；', ',');
const openings = fc.constantFrom('，其中，', '，其中：', '。其中，', '，包括：', '，分别为：', '，具体为：');

describe('generated lists', () => {
  it('that add up are silent, however they are written', () => {
    fc.assert(
      fc.property(amounts, separators, openings, (values, separator, opening) => {
        const total = values.reduce((sum, value) => sum + value, 0);
        const parts = values.map((value, index) => `${names[index]}${value}条`).join(separator);
        expect(checkSentences(`全年公开政府信息${total}条${opening}${parts}。`)).toEqual([]);
      }),
    );
  });

  it('that end in 其他 and miss their total are errors with the right sum', () => {
    fc.assert(
      fc.property(
        amounts,
        separators,
        openings,
        fc.integer({ min: 1, max: 999 }),
        (values, separator, opening, missing) => {
          const sum = values.reduce((left, right) => left + right, 0);
          const parts = values.map(
            (value, index) => `${index === values.length - 1 ? '其他信息' : names[index]}${value}条`,
          );
          const found = sums(`全年公开政府信息${sum + missing}条${opening}${parts.join(separator)}。`);
          expect(found.map(({ severity, values: said }) => [severity, said?.computed])).toEqual([['error', sum]]);
        },
      ),
    );
  });

  it('never throw and never take long', () => {
    const pieces = fc.constantFrom(
      '其中',
      '共',
      '5条',
      '（',
      '）',
      '，',
      '。',
      '占3%',
      '分别为',
      '网站',
      '12',
      '万',
      '其他',
      '\n',
      '“',
      '申请',
      '同比增长',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 200 }), (parts) => {
        for (const found of checkSentences(parts.join(''))) expect(found.code).toMatch(/^narrative\//);
      }),
    );
  });

  it.each([
    '（1条',
    '其中1条，',
    '1,111',
    '“',
    '一',
    '百分之',
    '没有发生',
    '共1条，其中网站1条',
    '40件（同比增长增长2%）',
    '2021年240条，',
    '35件、40件，共计80件',
  ])('%s twenty thousand times', (piece) => {
    const started = process.hrtime.bigint();
    checkSentences(piece.repeat(20_000));
    expect(Number(process.hrtime.bigint() - started) / 1e6).toBeLessThan(10_000);
  });
});
