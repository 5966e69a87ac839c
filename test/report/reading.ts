import { checkShape, type ShapeOptions } from '../../src/checks/shape.ts';
import type { Finding } from '../../src/finding.ts';
import { isTextPlace } from '../../src/finding.ts';
import { linesOf, positionAt } from '../../src/lines.ts';
import { rules } from '../../src/messages/index.ts';
import { fillReport } from '../../src/report/fill.ts';
import type { Known } from '../../src/report/known.ts';
import { readReport } from '../../src/report/read.ts';
import type { Report } from '../../src/report/report.ts';

const fill = (template: string, args: Finding['args']): string =>
  template.replace(/\{(\w+)\}/g, (whole, name: string) => (name in args ? String(args[name]) : `missing ${whole}`));

export const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A finding as a reader sees it. */
export interface Shown {
  readonly code: string;
  readonly say: string;
  readonly at: string;
  readonly found: string;
  readonly zh: string;
  readonly en: string;
  readonly help: string;
}

export function shown(text: string, finding: Finding): Shown {
  const { at } = finding;
  const place = isTextPlace(at) ? at : { start: 0, end: 0 };
  const { line, column } = positionAt(linesOf(text), place.start);
  const rule = rules[finding.code];
  const sentence = rule?.says[finding.say];
  if (!rule || !sentence) throw new Error(`no sentence for ${finding.code} ${finding.say}`);
  return {
    code: finding.code,
    say: finding.say,
    at: `${line}:${column}`,
    found: text.slice(place.start, place.end),
    zh: fill(sentence.zh, finding.args),
    en: fill(sentence.en, finding.args),
    help: fill((sentence.help ?? rule.help).zh, finding.args),
  };
}

/** Reads, checks the shape and fills, as far as there are no errors. */
export function read(
  input: string | Uint8Array,
  known: Partial<Known> = {},
  options: ShapeOptions = {},
): { readonly report?: Report; readonly findings: readonly Finding[]; readonly text: string } {
  const { draft, text, findings } = readReport(typeof input === 'string' ? bytes(input) : input, '2020.yaml');
  if (!draft) return { findings, text };
  const wrong = checkShape(draft, options);
  if (wrong.length > 0) return { findings: wrong, text };
  const filled = fillReport(draft, { extensionForms: new Map(), ...known });
  return { report: filled.report, findings: filled.findings, text };
}

/** A report of 2020 in which nothing is wrong. */
export const sample = `年度: 2020
机关: 柳溪乡人民政府
级别: 乡镇
成文日期: 2021-01-20

引言: |
  本年报按照条例编写。期限自{{年度}}年1月1日起至{{年度}}年12月31日止。

总体情况: |
  一年来柳溪乡做了下面几件事。

  （一）抓学习。办了三期培训班。
  （二）抓平台

主动公开:
  规章:                {本年新制作数量: 0, 本年新公开数量: 0, 对外公开总数量: 0}
  规范性文件:           {本年新制作数量: 2, 本年新公开数量: 1, 对外公开总数量: 9}
  行政许可:            {上一年项目数量: 5, 本年增/减: -1, 处理决定数量: 40}
  其他对外管理服务事项:   {上一年项目数量: 0, 本年增/减: 0, 处理决定数量: 0}
  行政处罚:            {上一年项目数量: 0, 本年增/减: 0, 处理决定数量: 0}
  行政强制:            {上一年项目数量: 0, 本年增/减: 0, 处理决定数量: 0}
  行政事业性收费:        {上一年项目数量: 0, 本年增/减: 0}
  政府集中采购:         {采购项目数量: 3, 采购总金额: 1200.50, 单位: 万元}

依申请公开:
  本年新收: [6, 1, 0, 0, 0, 0, 7]
  上年结转: {自然人: 1}
  予以公开: [5, 1, 0, 0, 0, 0]
  无法提供:
    本机关不掌握相关政府信息: [1, 0, 0, 0, 0, 0]
  结转下年度: [1, 0, 0, 0, 0, 0, 1]
  其余为零: true

复议诉讼:
  行政复议: [1, 0, 0, 0, 1]
  未经复议直接起诉: [0, 0, 0, 0]
  复议后起诉: {结果维持: 2}

问题与改进: |
  一是更新不够及时。

其他事项: 无其他需要报告的事项。

附加表:
  - 表: 主动公开渠道
    位置: 依申请公开之前
    数据: {主动公开政府信息数: 30, 政府网站: 28, 政务微信: 11}
`;
