import { describe, expect, it } from 'vitest';
import type { Finding } from '../src/finding.ts';
import { checkReport, FileProblem, type Folder } from '../src/index.ts';

const nowhere: Folder = {
  bytes: (path, purpose) => {
    throw new FileProblem('missing', path, purpose);
  },
  source: (path, purpose) => {
    throw new FileProblem('missing', path, purpose);
  },
  beside: () => nowhere,
};

/** Published figures of a year: tables 二, 三 (lines that are not all zero) and 四; what is wrong in print is mended. */
interface Figures {
  readonly year: number;
  readonly disclosure: Readonly<Record<string, readonly (number | string)[]>>;
  readonly requests: Readonly<Record<string, readonly number[]>>;
  readonly reviews: Readonly<Record<string, readonly number[]>>;
}

const zeros = [0, 0, 0, 0, 0, 0, 0];

const real: Readonly<Record<string, Figures>> = {
  '洪泽 2023': {
    year: 2023,
    disclosure: {
      规章: [0, 0, 0],
      行政规范性文件: [0, 5, 5],
      行政许可: [550],
      行政处罚: [4119],
      行政强制: [195],
      行政事业性收费: ['7730.28'],
    },
    requests: {
      本年新收: [21, 0, 0, 0, 0, 0, 21],
      上年结转: zeros,
      部分公开: [4, 0, 0, 0, 0, 0, 4],
      '不予公开.属于国家秘密': [1, 0, 0, 0, 0, 0, 1],
      '不予公开.属于四类过程性信息': [1, 0, 0, 0, 0, 0, 1],
      '不予公开.属于行政执法案卷': [1, 0, 0, 0, 0, 0, 1],
      '无法提供.本机关不掌握相关政府信息': [10, 0, 0, 0, 0, 0, 10],
      '无法提供.没有现成信息需要另行制作': [3, 0, 0, 0, 0, 0, 3],
      '不予处理.信访举报投诉类申请': [1, 0, 0, 0, 0, 0, 1],
      总计: [21, 0, 0, 0, 0, 0, 21],
      结转下年度: zeros,
    },
    reviews: { 行政复议: [10, 1, 0, 0, 11], 未经复议直接起诉: [0, 0, 0, 0, 0], 复议后起诉: [5, 0, 0, 0, 5] },
  },
  '洪泽 2024': {
    year: 2024,
    disclosure: {
      规章: [0, 0, 0],
      行政规范性文件: [3, 0, 8],
      行政许可: [9487],
      行政处罚: [2776],
      行政强制: [84],
      行政事业性收费: ['7545'],
    },
    requests: {
      本年新收: [95, 0, 0, 0, 0, 0, 95],
      上年结转: zeros,
      予以公开: [50, 0, 0, 0, 0, 0, 50],
      部分公开: [9, 0, 0, 0, 0, 0, 9],
      '不予公开.危及三安全一稳定': [1, 0, 0, 0, 0, 0, 1],
      '不予公开.属于四类过程性信息': [1, 0, 0, 0, 0, 0, 1],
      '不予公开.属于行政执法案卷': [1, 0, 0, 0, 0, 0, 1],
      '无法提供.本机关不掌握相关政府信息': [31, 0, 0, 0, 0, 0, 31],
      '无法提供.没有现成信息需要另行制作': [1, 0, 0, 0, 0, 0, 1],
      '不予处理.信访举报投诉类申请': [1, 0, 0, 0, 0, 0, 1],
      总计: [95, 0, 0, 0, 0, 0, 95],
      结转下年度: zeros,
    },
    reviews: { 行政复议: [1, 1, 0, 0, 2], 未经复议直接起诉: [1, 0, 0, 0, 1], 复议后起诉: [2, 0, 1, 0, 3] },
  },
  '淮安 2024': {
    year: 2024,
    disclosure: {
      规章: [1, 0, 11],
      行政规范性文件: [8, 26, 66],
      行政许可: [447228],
      行政处罚: [3985758],
      行政强制: [88283],
      行政事业性收费: ['96171.6'],
    },
    requests: {
      本年新收: [3001, 53, 0, 0, 61, 4, 3119],
      上年结转: [34, 0, 0, 0, 0, 0, 34],
      予以公开: [1288, 21, 0, 0, 50, 3, 1362],
      部分公开: [447, 7, 0, 0, 0, 0, 454],
      '不予公开.属于国家秘密': [2, 0, 0, 0, 0, 0, 2],
      '不予公开.其他法律行政法规禁止公开': [30, 1, 0, 0, 0, 0, 31],
      '不予公开.危及三安全一稳定': [5, 0, 0, 0, 0, 0, 5],
      '不予公开.保护第三方合法权益': [6, 0, 0, 0, 0, 0, 6],
      '不予公开.属于三类内部事务信息': [7, 1, 0, 0, 0, 0, 8],
      '不予公开.属于四类过程性信息': [12, 0, 0, 0, 0, 0, 12],
      '不予公开.属于行政执法案卷': [9, 0, 0, 0, 0, 0, 9],
      '不予公开.属于行政查询事项': [105, 0, 0, 0, 0, 0, 105],
      '无法提供.本机关不掌握相关政府信息': [746, 12, 0, 0, 10, 1, 769],
      '无法提供.没有现成信息需要另行制作': [11, 0, 0, 0, 0, 0, 11],
      '无法提供.补正后申请内容仍不明确': [1, 0, 0, 0, 0, 0, 1],
      '不予处理.信访举报投诉类申请': [56, 6, 0, 0, 0, 0, 62],
      '不予处理.重复申请': [25, 0, 0, 0, 0, 0, 25],
      '不予处理.要求行政机关确认或重新出具已获取信息': [1, 0, 0, 0, 0, 0, 1],
      '其他处理.申请人无正当理由逾期不补正': [67, 3, 0, 0, 1, 0, 71],
      '其他处理.申请人逾期未缴纳费用': [6, 0, 0, 0, 0, 0, 6],
      '其他处理.其他': [108, 2, 0, 0, 0, 0, 110],
      总计: [2932, 53, 0, 0, 61, 4, 3050],
      结转下年度: [103, 0, 0, 0, 0, 0, 103],
    },
    reviews: { 行政复议: [72, 64, 178, 37, 351], 未经复议直接起诉: [13, 4, 8, 1, 26], 复议后起诉: [12, 1, 1, 6, 20] },
  },
  '一个市 2025': {
    year: 2025,
    disclosure: {
      规章: [3, 5, 74],
      行政规范性文件: [564, 984, 4185],
      行政许可: [11398889],
      行政处罚: [6937489],
      行政强制: [166105],
      行政事业性收费: ['316441'],
    },
    requests: {
      本年新收: [13612, 252, 0, 45, 128, 32, 14069],
      上年结转: [535, 6, 0, 1, 18, 0, 560],
      予以公开: [5345, 129, 0, 41, 19, 14, 5548],
      部分公开: [2120, 39, 0, 1, 6, 2, 2168],
      '不予公开.属于国家秘密': [13, 0, 0, 0, 0, 0, 13],
      '不予公开.其他法律行政法规禁止公开': [30, 0, 0, 0, 0, 0, 30],
      '不予公开.危及三安全一稳定': [11, 0, 0, 0, 0, 0, 11],
      '不予公开.保护第三方合法权益': [49, 2, 0, 0, 0, 0, 51],
      '不予公开.属于三类内部事务信息': [103, 1, 0, 0, 0, 0, 104],
      '不予公开.属于四类过程性信息': [84, 1, 0, 0, 0, 0, 85],
      '不予公开.属于行政执法案卷': [282, 4, 0, 0, 0, 0, 286],
      '不予公开.属于行政查询事项': [147, 0, 0, 0, 1, 2, 150],
      '无法提供.本机关不掌握相关政府信息': [3075, 50, 0, 0, 89, 8, 3222],
      '无法提供.没有现成信息需要另行制作': [177, 3, 0, 0, 0, 0, 180],
      '无法提供.补正后申请内容仍不明确': [19, 0, 0, 0, 0, 0, 19],
      '不予处理.信访举报投诉类申请': [199, 1, 0, 0, 3, 0, 203],
      '不予处理.重复申请': [147, 1, 0, 0, 0, 0, 148],
      '不予处理.无正当理由大量反复申请': [100, 1, 0, 0, 0, 0, 101],
      '不予处理.要求行政机关确认或重新出具已获取信息': [5, 0, 0, 0, 0, 0, 5],
      '其他处理.申请人无正当理由逾期不补正': [315, 3, 0, 0, 0, 0, 318],
      '其他处理.申请人逾期未缴纳费用': [202, 0, 0, 1, 0, 0, 203],
      '其他处理.其他': [941, 17, 0, 1, 3, 3, 965],
      总计: [13364, 252, 0, 44, 121, 29, 13810],
      结转下年度: [783, 6, 0, 2, 25, 3, 819],
    },
    reviews: {
      行政复议: [376, 97, 196, 121, 790],
      未经复议直接起诉: [16, 1, 12, 27, 56],
      复议后起诉: [74, 1, 30, 51, 156],
    },
  },
};

const groups: Readonly<Record<string, readonly string[]>> = {
  不予公开: [
    '属于国家秘密',
    '其他法律行政法规禁止公开',
    '危及三安全一稳定',
    '保护第三方合法权益',
    '属于三类内部事务信息',
    '属于四类过程性信息',
    '属于行政执法案卷',
    '属于行政查询事项',
  ],
  无法提供: ['本机关不掌握相关政府信息', '没有现成信息需要另行制作', '补正后申请内容仍不明确'],
  不予处理: [
    '信访举报投诉类申请',
    '重复申请',
    '要求提供公开出版物',
    '无正当理由大量反复申请',
    '要求行政机关确认或重新出具已获取信息',
  ],
  其他处理: ['申请人无正当理由逾期不补正', '申请人逾期未缴纳费用', '其他'],
};
const order = [
  '本年新收',
  '上年结转',
  '予以公开',
  '部分公开',
  '不予公开',
  '无法提供',
  '不予处理',
  '其他处理',
  '总计',
  '结转下年度',
];
const lines = order.flatMap((name) => (groups[name] ?? ['']).map((leaf) => (leaf === '' ? name : `${name}.${leaf}`)));

const columns: Readonly<Record<string, readonly string[]>> = {
  规章: ['本年制发件数', '本年废止件数', '现行有效件数'],
  行政规范性文件: ['本年制发件数', '本年废止件数', '现行有效件数'],
  行政许可: ['本年处理决定数量'],
  行政处罚: ['本年处理决定数量'],
  行政强制: ['本年处理决定数量'],
  行政事业性收费: ['本年收费金额'],
};
const applicants = ['自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计'];
const results = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'];

type Cells = Map<string, number | string>;

/** Every cell of the three tables by its keys. */
function cellsOf({ disclosure, requests, reviews }: Figures): Cells {
  const cells: Cells = new Map();
  for (const [line, names] of Object.entries(columns))
    names.forEach((column, at) => void cells.set(`主动公开.${line}.${column}`, disclosure[line]?.[at] ?? 0));
  for (const line of lines)
    applicants.forEach(
      (column, at) => void cells.set(`依申请公开.${line}.${column}`, (requests[line] ?? zeros)[at] ?? 0),
    );
  for (const [line, numbers] of Object.entries(reviews))
    results.forEach((column, at) => void cells.set(`复议诉讼.${line}.${column}`, numbers[at] ?? 0));
  return cells;
}

/** The report in YAML; its text states the figures of table 二, which no sum inside the table could check. */
function reportYaml(figures: Figures, cells: Cells): string {
  const row = (table: string, line: string, names: readonly string[]): string =>
    `{${names.map((column) => `${column}: ${cells.get(`${table}.${line}.${column}`)}`).join(', ')}}`;
  const [made, repealed, inForce] = figures.disclosure.规章 ?? [];
  const [normative, ended, valid] = figures.disclosure.行政规范性文件 ?? [];
  const said = `全年制发规章${made}件，废止规章${repealed}件，现行有效规章${inForce}件；制发行政规范性文件${normative}件，废止行政规范性文件${ended}件，现行有效行政规范性文件${valid}件。作出行政许可决定${figures.disclosure.行政许可}件、行政处罚决定${figures.disclosure.行政处罚}件、行政强制决定${figures.disclosure.行政强制}件。行政事业性收费${figures.disclosure.行政事业性收费}万元。`;
  let open = '';
  const table = lines
    .map((line) => {
      const [first = '', second] = line.split('.');
      const head = second !== undefined && first !== open ? `  ${first}:\n` : '';
      open = second === undefined ? '' : first;
      return `${head}${second === undefined ? '  ' : '    '}${second ?? first}: ${row('依申请公开', line, applicants)}\n`;
    })
    .join('');
  return `年度: ${figures.year}
机关: 示例市人民政府
级别: 市级
成文日期: ${figures.year + 1}-03-20
引言: |
  本报告数据的统计期限自${figures.year}年1月1日起至${figures.year}年12月31日止。
总体情况: |
  （一）主动公开。${said}
  （二）依申请公开。依法办理收到的申请。
  （三）政府信息管理。发布前逐级审核。
  （四）政府信息公开平台建设。改版门户网站专栏。
  （五）监督保障。工作考核结果为良好，社会评议满意率为95%，全年未发生责任追究情形。
主动公开:
${Object.keys(columns)
  .map((line) => `  ${line}: ${row('主动公开', line, columns[line] ?? [])}\n`)
  .join('')}依申请公开:
${table}复议诉讼:
${Object.keys(figures.reviews)
  .map((line) => `  ${line}: ${row('复议诉讼', line, results)}\n`)
  .join('')}问题与改进: |
  公开的及时性还有不足，下一步压缩办理时间。
其他事项: |
  全年没有收取信息处理费。
`;
}

async function found(figures: Figures, cells: Cells): Promise<readonly Finding[]> {
  const { findings, failures } = await checkReport(
    new TextEncoder().encode(reportYaml(figures, cells)),
    'r.yaml',
    nowhere,
  );
  expect(failures).toEqual([]);
  return findings.filter(({ severity }) => severity !== 'notice');
}

const pathOf = ({ at }: Finding): string => ('path' in at ? at.path.join('.') : '');

describe.each(Object.entries(real))('%s', (_, figures) => {
  it('is right as published (its totals of table 四 mended)', async () => {
    expect((await found(figures, cellsOf(figures))).map(({ code, args }) => [code, args])).toEqual([]);
  });

  it('any one cell that is off by one is found, in at most three findings, the cell itself first', async () => {
    const silent: string[] = [];
    const many: string[] = [];
    const elsewhere: string[] = [];
    for (const [key, value] of cellsOf(figures)) {
      const changed = cellsOf(figures).set(key, typeof value === 'string' ? `1${value}` : value + 1);
      const findings = await found(figures, changed);
      if (findings.length === 0) silent.push(key);
      if (findings.length > 3) many.push(key);
      // Table 二 has no sums: there the text is what no longer fits, and a note names the cell.
      const first = findings[0];
      if (first && !key.startsWith('主动公开') && pathOf(first) !== key && !pathOf(first).endsWith('总计'))
        elsewhere.push(`${key}: ${pathOf(first)}`);
    }
    expect({ silent, many, elsewhere }).toEqual({ silent: [], many: [], elsewhere: [] });
  });
});
