import { channels } from '../forms/channels.ts';
import { editionOfYear } from '../forms/editions.ts';
import type { Edition, Section } from '../forms/form.ts';
import { levels } from '../report/report.ts';
import { type Carried, type CarriedExtension, nothingCarried } from './carried.ts';
import { tableTemplate } from './report-template-tables.ts';

/** What a new report is made for. Files are named as the report names them, relative to itself. */
export interface ReportTemplate {
  readonly year: number;
  readonly edition: Edition;
  /** Empty: to be filled in. */
  readonly organ: string;
  readonly file: string;
  readonly ledger: string;
  /** The JSON Schema that editors give hints by. */
  readonly schema: string;
  readonly lastYear?: { readonly path: string; readonly carried: Carried };
}

/** What the clerk still has to write; a check finds it. */
const open = '（待填写）';

const plain = /^(?=.*\p{Script=Han}|.*\.ya?ml$)(?:\.\.\/)?[\p{L}\p{N}][\p{L}\p{N}（）〔〕、·/._-]*$/u;

/** A text as one value of the file: as it is where nothing in it can be misread, else in quotes. */
const scalar = (text: string): string => (plain.test(text) ? text : JSON.stringify(text));

/** A block of text: a line is a paragraph. */
const block = (key: string, lines: readonly string[]): readonly string[] => [
  `${key}: |`,
  ...lines.map((line) => `  ${line}`),
];

function introduction({ year, file, ledger, schema }: ReportTemplate): readonly string[] {
  return [
    `# yaml-language-server: $schema=${schema}`,
    `# ${year}年政府信息公开工作年度报告`,
    '# 以“#”开头的行是说明，不会印出来，可以留着，也可以删掉。',
    `# 先登记台账“${ledger}”，再填本文件：空着的地方，和写着“${open}”的地方。`,
    '# 每一项的冒号是半角的“:”，后面空一格再写；数只写数字，不写单位。',
    '# 文字写在“|”下面，每行前面空两格，一行是一段，从Word里复制来的也这样放。',
    `# 双花括号里的数由程序从台账和表格里取，不用改。填完保存，再双击程序，看还缺什么（用命令行的，运行 annrep check ${file}）。`,
  ];
}

/** The facts on top: who, when, and the files beside the report. */
function facts(template: ReportTemplate): readonly string[] {
  const { year, edition, organ, ledger, lastYear } = template;
  return [
    `年度: ${year}`,
    '',
    '# 机关的全称，与公章一致',
    `机关: ${organ === '' ? '' : scalar(organ)}`,
    '',
    `# 从下面选一个写上：${levels.join('、')}`,
    '# 各级人民政府写自己的级别，各级政府的部门都写“部门”',
    `级别: ${lastYear?.carried.level ?? ''}`,
    '',
    `# 印在报告末尾的日期，写成 ${year + 1}-01-15 的样子`,
    '成文日期: ',
    '',
    '# 单位原来就有台账的，不用重抄：放进这个文件夹，下面改成它的文件名',
    `台账: ${scalar(ledger)}`,
    ...(lastYear
      ? ['', '# 上年的报告，程序用它核对结转数', `上年: ${scalar(lastYear.path)}`]
      : ['', '# 有上年的报告文件时，去掉下一行行首的“#”，程序就会核对结转数', `# 上年: ${year - 1}.yaml`]),
    ...(edition === editionOfYear(year) ? [] : ['', `# 报告格式：${edition.circular}`, `格式: ${edition.id}`]),
    ...(lastYear && lastYear.carried.settings.length > 0
      ? ['', '# 下面的版式和标题抄自上年的报告', ...lastYear.carried.settings]
      : []),
  ];
}

function preamble({ edition, lastYear }: ReportTemplate): readonly string[] {
  const contact = lastYear?.carried.contact ?? [];
  const reachable = contact.some((line) => /联系|电话|地址/.test(line));
  return [
    '# 第一部分之前的文字：编制依据、统计期限、联系方式',
    ...block('引言', [
      `本年报按照《中华人民共和国政府信息公开条例》第五十条和${edition.title}（${edition.circular}）的要求编制。年报中数据的统计期限自{{年度}}年1月1日起至{{年度}}年12月31日止。`,
      ...contact,
      ...(reachable ? [] : [`对本年报有疑问的，可与{{机关}}联系，地址：${open}，邮政编码：${open}，电话：${open}。`]),
    ]),
  ];
}

/** One clause a channel that the channels table knows. */
const channelClauses = (): string =>
  channels.blocks
    .flatMap(({ lines }) => lines)
    .flatMap(({ counts }) => (counts?.startsWith('台账.渠道.') ? [counts] : []))
    .map((name) => `通过${name.slice('台账.渠道.'.length)}公开{{${name}}}条`)
    .join('，');

/** 一、总体情况 with its five aspects as the circular names them. */
const overview = (): readonly string[] => [
  `（一）主动公开。全年主动公开政府信息{{台账.总数}}条，其中{{台账.清单 类别}}。按渠道统计（同一条信息经几个渠道公开的，各渠道都计），${channelClauses()}。`,
  '（二）依申请公开。全年收到政府信息公开申请{{依申请公开.本年新收.总计}}件，上年结转{{依申请公开.上年结转.总计}}件，办结{{依申请公开.总计.总计}}件，结转下年度继续办理{{依申请公开.结转下年度.总计}}件。因政府信息公开引起行政复议{{复议诉讼.行政复议.总计}}件、行政诉讼{{复议诉讼.行政诉讼.总计}}件。',
  `（三）政府信息管理。${open}`,
  `（四）政府信息公开平台建设。${open}`,
  `（五）监督保障。${open}`,
];

const overviewHelp: readonly string[] = [
  '# （一）没有用过的渠道，把那一句删去；（二）没有发生的，可以改成自己的话。',
  '# （三）写规范性文件管理、信息审核发布和动态更新；（四）写网站、公报、新媒体的建设和维护；',
  '# （五）写工作考核、社会评议、责任追究的结果和业务培训，各级人民政府这三项结果都要写明，没有的写没有。',
];

function others(year: number): readonly string[] {
  if (year < 2021) return ['# 没有的，写：无其他需要报告的事项。', ...block('其他事项', [open])];
  return [
    '# 信息处理费必须写明（国办函〔2020〕109号）。没有收取的，把下面一段改成：',
    '# {{年度}}年没有收取政府信息公开信息处理费。',
    ...block('其他事项', [
      `{{年度}}年发出信息处理费收费通知${open}件，通知收取的总金额${open}元，实际收取的总金额${open}元。`,
    ]),
  ];
}

function extension({ table, position, counted, rows }: CarriedExtension): readonly string[] {
  const data = counted ? ['    数据: 按台账'] : ['    数据:', ...rows.map((row) => `      ${scalar(row)}: `)];
  return [`  - 表: ${scalar(table)}`, ...(position ? [`    位置: ${scalar(position)}`] : []), ...data];
}

/** 附加表 of last year without numbers, or how to add the built-in one. */
function extensions({ lastYear, edition }: ReportTemplate): readonly string[] {
  const carried = lastYear?.carried.extensions ?? [];
  if (carried.length > 0)
    return ['# 本地要求的附加表，与上年相同；没有的数可以空着', '附加表:', ...carried.flatMap(extension)];
  const place = edition.sections.find(({ form }) => form)?.key ?? '';
  return [
    `# 本地还要求“${channels.name}”表的，去掉下面几行行首的“#”和一个空格`,
    '# “按台账”只填信息的条数；还要填回应、解读次数的，删去“按台账”三个字，下面一行写一个数，前面空六格，例如：',
    '#       政府网站: 175',
    '# 附加表:',
    `#   - 表: ${channels.key}`,
    `#     位置: ${place}之后`,
    '#     数据: 按台账',
  ];
}

function section({ key, numeral, heading, form }: Section, template: ReportTemplate): readonly string[] {
  const title = `# ${numeral}、${heading}`;
  if (form) return [title, ...tableTemplate(form, template.lastYear?.carried.number ?? nothingCarried)];
  switch (key) {
    case '总体情况':
      return [title, ...overviewHelp, ...block(key, overview())];
    case '其他事项':
      return [title, ...others(template.year)];
    default:
      return [title, ...block(key, [`存在的主要问题：${open}`, `改进情况：${open}`])];
  }
}

/**
 * A report on a year to be filled in by somebody who knows no YAML: comments say what goes where, numbers are open,
 * and whatever the ledger can count is taken from it.
 */
export function reportTemplate(template: ReportTemplate): string {
  const parts = [
    introduction(template),
    facts(template),
    preamble(template),
    ...template.edition.sections.map((one) => section(one, template)),
    extensions(template),
  ];
  return `${parts.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}
