import type { Said } from '../messages/rule.ts';

/** An option of the command line; without `value` it is a switch. */
export interface Option {
  readonly name: string;
  readonly short?: string;
  /** What its value is called in the help. */
  readonly value?: string;
  readonly multiple?: boolean;
  readonly choices?: readonly string[];
  readonly says: Said;
}

/** A command as data: the fast start, the help and the usage errors are made from it. */
export interface Command {
  readonly name: 'build' | 'check' | 'explain' | 'init' | 'open' | 'schema';
  /** `FILE` for one, `FILES` for any number, as commander writes them. */
  readonly argument?: string;
  readonly says: Said;
  readonly options: readonly Option[];
}

const common: readonly Option[] = [
  { name: 'quiet', says: { zh: '不显示进度和汇总', en: 'no progress, no summary' } },
  {
    name: 'lang',
    value: 'zh|en',
    choices: ['zh', 'en'],
    says: { zh: '说中文或英文', en: 'language of the sentences' },
  },
];

const reading: readonly Option[] = [
  {
    name: 'root',
    value: 'DIR',
    says: {
      zh: '报告里写的文件可以在这个文件夹以内（默认：报告所在文件夹）',
      en: 'files named in a report may lie below this folder (default: the report’s own)',
    },
  },
  {
    name: 'include-out-of-year',
    says: { zh: '台账里不是本年度的信息也计数', en: 'count items of the ledger dated outside the year too' },
  },
];

const rule: Option = {
  name: 'rule',
  value: 'CODE=off|notice|warning|error',
  multiple: true,
  says: {
    zh: '改变一项检查的级别，或者关掉它；可以写几次',
    en: 'change the severity of a check or turn it off; may be repeated',
  },
};

/** Every command and its options. */
export const commands: readonly Command[] = [
  {
    name: 'build',
    argument: '<report>',
    says: {
      zh: '检查报告，没有错误就生成 DOCX 和 XLSX',
      en: 'check a report and, without errors, write DOCX and XLSX',
    },
    options: [
      {
        name: 'output',
        short: 'o',
        value: 'DIR',
        says: {
          zh: '生成到这个文件夹（默认：报告所在文件夹）',
          en: 'write into this folder (default: the report’s own)',
        },
      },
      {
        name: 'html',
        says: {
          zh: '另外生成一个网页，供网站发布',
          en: 'write a page too, for a website to publish',
        },
      },
      {
        name: 'draft',
        says: {
          zh: '有错误也生成，标明草稿并附上问题清单',
          en: 'write even with errors, marked as a draft with the findings appended',
        },
      },
      {
        name: 'pdf',
        says: {
          zh: '装有 LibreOffice 或 WPS 的，再生成 PDF',
          en: 'write a PDF too, where LibreOffice or WPS is installed',
        },
      },
      {
        name: 'watch',
        says: {
          zh: '守着报告和台账，保存一次就重新检查和生成一次，按 Ctrl-C 结束',
          en: 'keep watch and build again whenever the report or its files are saved; Ctrl-C ends it',
        },
      },
      rule,
      ...reading,
      ...common,
    ],
  },
  {
    name: 'check',
    argument: '[files...]',
    says: { zh: '只检查，不生成；可以给文件、文件夹或通配符', en: 'check only: files, folders or globs' },
    options: [
      {
        name: 'format',
        value: 'text|json|sarif|junit|github|html',
        choices: ['text', 'json', 'sarif', 'junit', 'github', 'html'],
        says: { zh: '结果的格式', en: 'format of the findings' },
      },
      {
        name: 'output',
        short: 'o',
        value: 'FILE',
        says: {
          zh: '按 --format 的格式另存到文件，屏幕上仍是文字',
          en: 'write the format into a file and keep text on the screen',
        },
      },
      { name: 'max-warnings', value: 'N', says: { zh: '警告超过 N 处也算不通过', en: 'more warnings than N fail' } },
      rule,
      ...reading,
      ...common,
    ],
  },
  {
    name: 'explain',
    argument: '[code]',
    says: {
      zh: '说明一项检查：依据、例子、怎么办；不写代号就列出全部',
      en: 'explain a check; without a code list them all',
    },
    options: common,
  },
  {
    name: 'init',
    argument: '<year>',
    says: {
      zh: '新建一个年度的报告和台账，供填写；已有的文件不覆盖',
      en: 'write a report and a ledger for a year, ready to be filled in; replaces nothing',
    },
    options: [
      {
        name: 'output',
        short: 'o',
        value: 'DIR',
        says: { zh: '生成到这个文件夹（默认：当前文件夹）', en: 'write into this folder (default: the current one)' },
      },
      { name: 'organ', value: 'NAME', says: { zh: '机关的全称', en: 'full name of the organ' } },
      {
        name: 'from',
        value: 'FILE',
        says: {
          zh: '上年的报告，机关、级别、标题、版式和上年结转从它抄来',
          en: 'last year’s report, from which organ, level, headings, style and carry-overs are taken',
        },
      },
      {
        name: 'edition',
        value: 'E',
        says: { zh: '格式版本：2019 或 2021（默认：由年度确定）', en: 'edition 2019 or 2021 (default: by the year)' },
      },
      ...reading,
      ...common,
    ],
  },
  {
    name: 'open',
    argument: '[file]',
    says: {
      zh: '供双击使用：找到报告，检查，用网页显示问题，生成文件，打开文件夹；没有报告就新建',
      en: 'for a double-click: find the report, check it, show the findings as a page, build, open the folder; or begin a report',
    },
    options: [
      {
        name: 'pause',
        says: { zh: '结束前等按回车，窗口不会一闪就关', en: 'wait for Enter at the end so that the window stays' },
      },
      ...common,
    ],
  },
  {
    name: 'schema',
    says: { zh: '输出报告文件的 JSON Schema（供编辑器提示）', en: 'print the JSON Schema of a report' },
    options: [
      {
        name: 'edition',
        value: 'E',
        says: { zh: '格式版本：2019 或 2021（默认：两版都管）', en: 'edition 2019 or 2021 (default: both)' },
      },
      ...common,
    ],
  },
];
