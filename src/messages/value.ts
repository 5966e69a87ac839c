import type { Code } from '../finding.ts';
import { type Rule, say } from './rule.ts';

const clause = {
  zh: '正文里的数从表格和台账里取，一个数只写一次',
  en: 'numbers in text are taken from tables and ledger, so that each is typed once',
};

/** What is said of `{{…}}` in text. */
export const value = {
  'value/unknown': {
    title: { zh: '{{……}} 里的名称是有的', en: 'Names in {{…}} are known' },
    clause,
    help: {
      zh: '名称由表格的项目名连成，例如 {{依申请公开.本年新收.总计}}；台账的写 {{台账.总数}}、{{台账.渠道.政府网站}}',
      en: 'a name is made of the names of the table, such as {{依申请公开.本年新收.总计}}; of the ledger {{台账.总数}}, {{台账.渠道.政府网站}}',
    },
    says: {
      default: { zh: '没有名为“{name}”的数', en: 'there is no value “{name}”' },
      nearest: {
        zh: '没有名为“{name}”的数，相近的是“{nearest}”',
        en: 'there is no value “{name}”; the nearest is “{nearest}”',
      },
    },
  },
  'value/no-base': {
    title: { zh: '{{……}} 里的数取得到', en: 'Values in {{…}} can be had' },
    clause,
    help: { zh: '补上这个数的来源，或者直接写数', en: 'give the value a source or write the number' },
    says: {
      'no-ledger': say(
        '“{name}”要从台账取数，报告却没有台账',
        '“{name}” comes from the ledger, but the report names none',
        '在报告里加上“台账: 文件名.xlsx”',
        'name the ledger under 台账',
      ),
      'blank-ledger': say(
        '“{name}”要从台账取数，台账里主动公开的信息还一条也没有登记',
        '“{name}” comes from the ledger, which has no disclosed item yet',
        '先在台账里登记；全年确实一条也没有公开的，把取自台账的话改成自己的话',
        'enter the items; where there was none in the whole year, say so in words of your own',
      ),
      'no-category': say(
        '“{name}”要按类别列出，台账里的信息却都没有填类别',
        '“{name}” lists categories, but no item of the ledger has one',
        '在台账里填上“类别”一栏；不分类别的，删去“其中”和这个清单',
        'fill in the column 类别; where items have no category, leave the list out',
      ),
      'no-last-year': say(
        '“{name}”要从上年的报告取数，报告却没有写“上年”',
        '“{name}” comes from last year’s report, but this one names none',
        '在报告里加上“上年: 文件名.yaml”',
        'name last year’s report under 上年',
      ),
      zero: say(
        '“{name}”算不出来：上年是0，没有可比的基数',
        '“{name}” cannot be computed: last year’s number is 0',
        '改写这句话，直接说增加了多少',
        'reword the sentence and say by how many it grew',
      ),
      'too-long': say(
        '“{name}”放进来，正文就太长了：各处放进来的一共超过100万字',
        '“{name}” makes the text too long: with it more than a million characters are put in',
        '减少重复的取数；类别太多的，先在台账里归并',
        'take fewer values; where there are too many categories, put some together in the ledger',
      ),
      blank: say(
        '“{name}”的那一格是空的',
        'the cell “{name}” is blank',
        '填上这一格，没有就写0',
        'fill it in; none is 0',
      ),
      'blank-last-year': say(
        '“{name}”在上年的报告里是空的',
        '“{name}” is blank in last year’s report',
        '改写这句话',
        'reword the sentence',
      ),
    },
  },
  'value/partial': {
    title: { zh: '{{台账.清单 类别}} 列全了台账里的信息', en: '{{台账.清单 类别}} lists all items of the ledger' },
    clause,
    help: {
      zh: '打开台账，把“类别”一栏空着的填上；确实不分类别的，把清单前面的话改成自己的话',
      en: 'fill in the blank cells of the column 类别; where items have no category, say so before the list',
    },
    says: {
      default: {
        zh: '“{name}”列出的各类加起来是{listed}条，台账里是{total}条：有{missing}条没有填类别',
        en: 'the categories of “{name}” come to {listed}, the ledger has {total}: {missing} without category',
      },
    },
  },
} satisfies Partial<Record<Code, Rule>>;
