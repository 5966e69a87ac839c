import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Finding } from '../src/finding.ts';
import { leaves } from '../src/forms/walk.ts';
import { checkReport, editionOfYear, FileProblem, type Folder } from '../src/index.ts';

const nowhere: Folder = {
  bytes: (path, purpose) => {
    throw new FileProblem('missing', path, purpose);
  },
  source: (path, purpose) => {
    throw new FileProblem('missing', path, purpose);
  },
  beside: () => nowhere,
};

const applicants = ['自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他'];
const ends = ['本年新收', '上年结转', '总计', '结转下年度'];

/** A row of table 三: six numbers and their total, by the keys from the group down. */
type Row = [path: readonly string[], numbers: number[]];

/** A table 三 that balances, built from its outcomes. */
function requests(year: number, numbers: readonly number[]): Row[] {
  let next = 0;
  const take = (most: number): number => (numbers[next++ % numbers.length] ?? 0) % (most + 1);
  const lines = leaves(editionOfYear(year).sections.find(({ key }) => key === '依申请公开')?.form ?? never()).map(
    (leaf) => leaf.path,
  );
  const rows = new Map(lines.map((path) => [path.join('.'), applicants.map(() => 0)]));
  const row = (name: string): number[] => rows.get(name) ?? never();
  for (const at of applicants.keys()) {
    let settled = 0;
    for (const path of lines)
      if (!ends.includes(path[0] ?? '')) {
        row(path.join('.'))[at] = take(30);
        settled += row(path.join('.'))[at] ?? 0;
      }
    const over = take(9);
    const before = Math.min(take(9), settled + over);
    row('总计')[at] = settled;
    row('结转下年度')[at] = over;
    row('上年结转')[at] = before;
    row('本年新收')[at] = settled + over - before;
  }
  return lines.map((path): Row => {
    const six = row(path.join('.'));
    return [path, [...six, six.reduce((sum, value) => sum + value, 0)]];
  });
}

function never(): never {
  throw new Error('cannot be');
}

/** The rows as YAML; groups open and close as the rows come. */
function requestsYaml(rows: readonly Row[]): string {
  let open = '';
  return rows
    .map(([path, numbers]) => {
      const [first = '', second] = path;
      const head = second !== undefined && first !== open ? `  ${first}:\n` : '';
      open = second === undefined ? '' : first;
      return `${head}${second === undefined ? '  ' : '    '}${second ?? first}: [${numbers.join(', ')}]\n`;
    })
    .join('');
}

const groups = ['行政复议', '未经复议直接起诉', '复议后起诉'];

function reportYaml(year: number, rows: readonly Row[], reviews: readonly (readonly number[])[]): string {
  const disclosure =
    year >= 2021
      ? '  规章: {本年制发件数: 0, 本年废止件数: 0, 现行有效件数: 0}\n  行政规范性文件: {本年制发件数: 2, 本年废止件数: 1, 现行有效件数: 5}\n  行政许可: {本年处理决定数量: 4}\n  行政处罚: {本年处理决定数量: 0}\n  行政强制: {本年处理决定数量: 0}\n  行政事业性收费: {本年收费金额: 1.5}\n'
      : '  规章: {本年新制作数量: 0, 本年新公开数量: 0, 对外公开总数量: 0}\n  规范性文件: {本年新制作数量: 1, 本年新公开数量: 1, 对外公开总数量: 3}\n  行政许可: {上一年项目数量: 3, 本年增/减: -1, 处理决定数量: 5}\n  其他对外管理服务事项: {上一年项目数量: 0, 本年增/减: 0, 处理决定数量: 0}\n  行政处罚: {上一年项目数量: 0, 本年增/减: 0, 处理决定数量: 0}\n  行政强制: {上一年项目数量: 0, 本年增/减: 0, 处理决定数量: 0}\n  行政事业性收费: {上一年项目数量: 0, 本年增/减: 0}\n  政府集中采购: {采购项目数量: 1, 采购总金额: 12.50, 单位: 万元}\n';
  return `年度: ${year}
机关: 示例县民政局
级别: 部门
成文日期: ${year + 1}-01-20
引言: |
  本报告数据的统计期限为${year}年1月1日至${year}年12月31日。
总体情况: |
  （一）主动公开。按时更新公开专栏。
  （二）依申请公开。依法办理申请。
  （三）政府信息管理。发布前逐级审核。
  （四）平台建设。改版门户网站专栏。
  （五）监督保障。组织业务培训。
主动公开:
${disclosure}依申请公开:
${requestsYaml(rows)}复议诉讼:
${reviews.map((numbers, at) => `  ${groups[at]}: [${numbers.join(', ')}]\n`).join('')}问题与改进: |
  公开的及时性还有不足，下一步压缩办理时间。
其他事项: |
  全年没有收取信息处理费。
`;
}

const numbers = fc.array(fc.nat(60), { minLength: 20, maxLength: 120 });
const fours = fc.array(fc.array(fc.nat(50), { minLength: 4, maxLength: 4 }), { minLength: 3, maxLength: 3 });
const total = (four: readonly number[]): number[] => [...four, four.reduce((sum, value) => sum + value, 0)];

const check = async (text: string): Promise<readonly Finding[]> =>
  (await checkReport(new TextEncoder().encode(text), 'r.yaml', nowhere)).findings;

describe.each([2020, 2024])('a hundred random reports of %i', (year) => {
  it('pass without an error or a warning when they are consistent', async () => {
    await fc.assert(
      fc.asyncProperty(numbers, fours, async (some, reviews) => {
        const findings = await check(reportYaml(year, requests(year, some), reviews.map(total)));
        expect(findings.filter(({ severity }) => severity !== 'notice')).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it('with one changed cell are found out: at that cell, with its code, in at most three findings', async () => {
    const columns = [...applicants, '总计'];
    await fc.assert(
      fc.asyncProperty(numbers, fours, fc.nat(), fc.integer({ min: 1, max: 40 }), async (some, reviews, at, by) => {
        const rows = requests(year, some);
        const groupsOf = reviews.map(total);
        const cells: [path: readonly string[], numbers: number[], column: number, code: RegExp][] = [
          ...rows.flatMap(([path, row]) =>
            row.map(
              (_, column) =>
                [['依申请公开', ...path, columns[column] ?? ''], row, column, /^requests\//] as (typeof cells)[number],
            ),
          ),
          ...groupsOf.flatMap((row, group) =>
            row.map(
              (_, column) =>
                [['复议诉讼', groups[group] ?? ''], row, column, /^review\/total$/] as (typeof cells)[number],
            ),
          ),
        ];
        const [path, row, column, code] = cells[at % cells.length] ?? never();
        row[column] = (row[column] ?? 0) + by;
        const findings = (await check(reportYaml(year, rows, groupsOf))).filter(({ severity }) => severity === 'error');
        expect(findings.length).toBeGreaterThan(0);
        expect(findings.length).toBeLessThanOrEqual(3);
        const [first = never()] = findings;
        expect(first.code).toMatch(code);
        expect('path' in first.at && first.at.path.slice(0, path.length)).toEqual(path);
      }),
      { numRuns: 100 },
    );
  });
});
