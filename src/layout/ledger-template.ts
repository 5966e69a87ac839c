import type { Edition } from '../forms/form.ts';
import { type ChoiceList, type ChoiceName, choicesOf } from './ledger-choices.ts';

/** First and last day that a date may be, `2025-01-01`. */
export interface DateRange {
  readonly from: string;
  readonly to: string;
}

/** A column of a ledger sheet and the help that its cells give. */
export interface LedgerColumn {
  readonly header: string;
  /** Half-width characters. */
  readonly width: number;
  /** A row without it cannot be counted. */
  readonly needed: boolean;
  readonly dates?: DateRange;
  /** A list that the cell offers; only a `strict` one refuses other text. */
  readonly choices?: ChoiceName;
  readonly strict?: boolean;
  /** Shown when the cell is entered. */
  readonly prompt?: string;
  /** The sample row's value; a date where the column is one of dates. */
  readonly sample: string;
}

/** A sheet to be filled in, one row a thing. */
export interface LedgerSheetTemplate {
  readonly name: string;
  readonly columns: readonly LedgerColumn[];
}

/** A workbook to be filled in by people: four sheets, and one that explains them and holds the lists they offer. */
export interface LedgerTemplate {
  readonly year: number;
  readonly organ: string;
  readonly title: string;
  readonly sheets: readonly LedgerSheetTemplate[];
  readonly notes: { readonly name: string; readonly lines: readonly string[]; readonly choices: readonly ChoiceList[] };
}

/** The mark by which the reader of ledgers passes over a sample row. */
const mark = '【示例】';
const sampleRemark = '本行是示例，不计数，可以删去';

const wholeYear = (year: number): DateRange => ({ from: `${year}-01-01`, to: `${year}-12-31` });
const until = (from: string, year: number): DateRange => ({ from, to: `${year}-12-31` });

const remark: LedgerColumn = { header: '备注', width: 28, needed: false, sample: sampleRemark };

const items = (year: number): LedgerSheetTemplate => ({
  name: '主动公开',
  columns: [
    { header: '序号', width: 7, needed: false, sample: '' },
    { header: '标题', width: 46, needed: true, sample: `${mark}关于开展便民服务活动的通知` },
    { header: '文号', width: 20, needed: false, sample: '' },
    {
      header: '类别',
      width: 16,
      needed: true,
      choices: '类别',
      prompt: '从下拉列表里选，也可以写本单位自己的类别。同一类别前后写法要一致。',
      sample: '公告公示',
    },
    {
      header: '公开日期',
      width: 13,
      needed: true,
      dates: wholeYear(year),
      prompt: `写成 ${year}-3-5 的样子，只登记${year}年公开的信息。`,
      sample: `${year}-03-05`,
    },
    {
      header: '公开渠道',
      width: 24,
      needed: true,
      choices: '公开渠道',
      prompt: '从下拉列表里选。同一条信息在几个渠道公开的，写在一格里，用顿号隔开，如：政府网站、政务微信。',
      sample: '政府网站、政务微信',
    },
    { header: '责任科室', width: 14, needed: false, sample: '办公室' },
    { header: '链接', width: 24, needed: false, sample: '' },
    remark,
  ],
});

const requests = (year: number): LedgerSheetTemplate => ({
  name: '依申请公开',
  columns: [
    { header: '申请编号', width: 20, needed: false, sample: `${mark}${year}-1` },
    {
      header: '收到日期',
      width: 13,
      needed: true,
      dates: until(`${year - 5}-01-01`, year),
      prompt: `写成 ${year}-3-5 的样子。上年收到、转到今年办理的也要登记，写当时收到的日期。`,
      sample: `${year}-03-05`,
    },
    {
      header: '申请人类型',
      width: 16,
      needed: true,
      choices: '申请人类型',
      strict: true,
      prompt: '从下拉列表里选一个。',
      sample: '自然人',
    },
    {
      header: '办理结果',
      width: 58,
      needed: true,
      choices: '办理结果',
      strict: true,
      prompt: '从下拉列表里选一个。年底还没有办结的空着。',
      sample: '（一）予以公开',
    },
    {
      header: '办结日期',
      width: 13,
      needed: true,
      dates: { from: `${year}-01-01`, to: `${year + 1}-12-31` },
      prompt: `写成 ${year}-3-20 的样子。年底还没有办结的空着，算作结转下年度。`,
      sample: `${year}-03-20`,
    },
    remark,
  ],
});

const cases = (year: number): LedgerSheetTemplate => ({
  name: '复议诉讼',
  columns: [
    { header: '案号', width: 30, needed: false, sample: `${mark}某复〔${year}〕1号` },
    {
      header: '类型',
      width: 20,
      needed: true,
      choices: '类型',
      strict: true,
      prompt: '从下拉列表里选一个。先复议、后起诉的，复议和诉讼各登记一行。',
      sample: '行政复议',
    },
    {
      header: '收到日期',
      width: 13,
      needed: true,
      dates: until(`${year - 10}-01-01`, year),
      prompt: `写成 ${year}-3-5 的样子。以前收到、今年才审结的，写当时收到的日期。`,
      sample: `${year}-04-10`,
    },
    {
      header: '结果',
      width: 16,
      needed: true,
      choices: '结果',
      strict: true,
      prompt: '从下拉列表里选一个。年底还没有结果的选“尚未审结”。',
      sample: '结果维持',
    },
    remark,
  ],
});

const documents = (year: number, counted: boolean): LedgerSheetTemplate => ({
  name: '规范性文件',
  columns: [
    { header: '标题', width: 46, needed: true, sample: `${mark}便民服务中心管理办法` },
    { header: '文号', width: 24, needed: false, sample: '' },
    {
      header: '种类',
      width: 18,
      needed: true,
      choices: '种类',
      strict: true,
      prompt: '从下拉列表里选一个。一般的通知、批复、函不是规范性文件，不登记。',
      sample: counted ? '行政规范性文件' : '规范性文件',
    },
    {
      header: '制发日期',
      width: 13,
      needed: true,
      dates: until('1949-10-01', year),
      prompt: `写成 ${year}-3-5 的样子。以前制发、现在仍然有效的也要登记。`,
      sample: `${year}-05-20`,
    },
    {
      header: '废止日期',
      width: 13,
      needed: false,
      dates: { from: '1949-10-01', to: `${year + 1}-12-31` },
      prompt: '没有废止的空着。',
      sample: '',
    },
    remark,
  ],
});

const notesOf = (year: number, counted: boolean): readonly string[] => [
  `${year}年政府信息公开工作台账填写说明`,
  '1. 一行登记一件，填在示例行下面。带“【示例】”的行不计数，可以删去；照着它填的新行，不要留下“【示例】”。',
  '2. 蓝色表头的栏目必须填，灰色表头的栏目可以空着。表头的名称不要改。',
  `3. 日期写成 ${year}-3-5 的样子，不写“上旬”“3月”。有下拉箭头的格子，从列表里选。`,
  `4. “主动公开”表：登记${year}年主动公开的信息，一条信息一行。在几个渠道公开同一条信息的，渠道写在一格里，用顿号隔开，只算一条。`,
  '5. “依申请公开”表：登记本年收到的和上年结转来的申请，一件一行。没有申请的空着。',
  '6. “复议诉讼”表：登记因政府信息公开引起的行政复议和行政诉讼，一件一行。没有的空着。',
  counted
    ? '7. “规范性文件”表：登记规章和行政规范性文件，包括以前制发、仍然有效的；今年废止的写上废止日期。'
    : '7. “规范性文件”表：登记规章和规范性文件，供填表时查对；这一年度的表格要自己填数，程序不从这里计数。',
  '8. 全年没有发生的，那张工作表空着就行，表头不要删。',
  '9. 报告里某张表的数打算自己填、不从台账取的，对应的工作表也可以空着；登记了的，程序会拿来核对。',
  '10. 登记完，保存并关闭本文件，再填报告。都填好了，双击“年度报告”程序检查（Linux 上是 annrep-open；用命令行的，运行 annrep check）。',
];

/** The ledger that belongs to a new report on a year, with one sample row a sheet. */
export function ledgerTemplate(year: number, edition: Edition, organ: string): LedgerTemplate {
  const { lists, documentsCounted } = choicesOf(edition);
  return {
    year,
    organ,
    title: `${organ}${year}年政府信息公开工作台账`,
    sheets: [items(year), requests(year), cases(year), documents(year, documentsCounted)],
    notes: { name: '说明', lines: notesOf(year, documentsCounted), choices: lists },
  };
}
