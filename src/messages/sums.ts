import type { Code } from '../finding.ts';
import type { Rule, Sentence } from './rule.ts';

const equation = {
  zh: '{of}：{left} = {leftSum}；{right} = {rightSum}',
  en: '{of}: {left} = {leftSum}; {right} = {rightSum}',
};

/** A blank counts as 0 in a sum: perhaps it is the number that is missing. */
const blank = { zh: '没有填、按0相加的：{names}', en: 'blank and added as 0: {names}' };
const blanks = {
  zh: '没有填、按0相加的：{names}等{count}项',
  en: 'blank and added as 0: {count} parts, such as {names}',
};

const used = {
  zh: '正文用{{{name}}}取的就是这个数，改正以后正文才对',
  en: 'the text takes this number with {{{name}}}: it is right only when this is',
};

const cell: Sentence = {
  zh: '{table}“{line}”行“{column}”栏填的是{reported}，按横向、纵向核对都应为{computed}，相差{difference}',
  en: '{table}, line “{line}”, column “{column}” says {reported}, but by its line and by its column it should be {computed}; the difference is {difference}',
};

const blankCell: Sentence = {
  zh: '{table}“{line}”行“{column}”栏没有填，按横向、纵向核对都应为{computed}',
  en: '{table}, line “{line}”, column “{column}” is blank, but by its line and by its column it should be {computed}',
};

const twoWays: Sentence = {
  zh: '{table}“{line}”行“{column}”栏没有填，横向、纵向相加得数不同：{left}和{right}，相差{difference}',
  en: '{table}, line “{line}”, column “{column}” is left out, and adds up differently by its line and by its column: {left} and {right}; the difference is {difference}',
};

const help = {
  zh: '核对这一格和列出的各项，改正填错的数；总计可以不填，由程序计算',
  en: 'compare this cell with the parts listed and correct the number that is wrong; a total may be left out and is then computed',
};

/** What is said of the arithmetic inside the tables. */
export const sums = {
  'requests/row-total': {
    title: {
      zh: '表三每行：总计等于六类申请人之和',
      en: 'Table 三, every line: the total is the sum of the six kinds of applicants',
    },
    clause: {
      zh: '年度报告格式表三：总计＝自然人＋法人或其他组织（五类）',
      en: 'official form, table 三: 总计 = 自然人 + the five kinds of 法人或其他组织',
    },
    help,
    says: {
      default: {
        zh: '{table}“{line}”行总计填的是{reported}，六类申请人相加是{computed}，相差{difference}',
        en: '{table}, line “{line}”: the total says {reported}, the six kinds of applicants add up to {computed}; the difference is {difference}',
      },
      computed: twoWays,
      cell,
      blank: blankCell,
    },
    notes: { equation, blank, blanks, used },
  },
  'requests/settled': {
    title: {
      zh: '表三每列：（七）总计等于（一）至（六）各项之和',
      en: 'Table 三, every column: （七） is the sum of （一） to （六）',
    },
    clause: { zh: '年度报告格式表三：三、本年度办理结果（七）总计', en: 'official form, table 三: （七）总计' },
    help,
    says: {
      default: {
        zh: '{table}“（七）总计”行“{column}”栏填的是{reported}，（一）至（六）各项相加是{computed}，相差{difference}',
        en: '{table}, line “（七）总计”, column “{column}” says {reported}, （一） to （六） add up to {computed}; the difference is {difference}',
      },
      computed: twoWays,
      cell,
      blank: blankCell,
    },
    notes: { equation, blank, blanks, used },
  },
  'requests/balance': {
    title: {
      zh: '表三每列：第一项加第二项，等于第三项加第四项',
      en: 'Table 三, every column: 一 + 二 = 三（七） + 四',
    },
    clause: {
      zh: '年度报告格式表三表头：“第一项加第二项之和，等于第三项加第四项之和”',
      en: 'head of table 三 of the official form: first plus second equals third plus fourth',
    },
    help: {
      zh: '核对本年新收、上年结转、（七）总计、结转下年度四个数，改正填错的一个',
      en: 'compare 本年新收, 上年结转, （七）总计 and 结转下年度 and correct the one that is wrong',
    },
    says: {
      sides: {
        zh: '{table}“{of}”栏收支不平：本年新收加上年结转是{left}，办理结果总计加结转下年度是{right}，相差{difference}',
        en: '{table}, column “{of}” does not balance: 本年新收 plus 上年结转 make {left}, 总计 plus 结转下年度 make {right}; the difference is {difference}',
      },
      cell,
      blank: blankCell,
    },
    notes: { equation, blank, blanks, used },
  },
  'review/total': {
    title: {
      zh: '表四每组：总计等于四种结果之和',
      en: 'Table 四, every group: the total is the sum of the four results',
    },
    clause: {
      zh: '年度报告格式表四：总计＝结果维持＋结果纠正＋其他结果＋尚未审结',
      en: 'official form, table 四: 总计 = 结果维持 + 结果纠正 + 其他结果 + 尚未审结',
    },
    help,
    says: {
      default: {
        zh: '{table}“{line}”总计填的是{reported}，四种结果相加是{computed}，相差{difference}',
        en: '{table}, “{line}”: the total says {reported}, the four results add up to {computed}; the difference is {difference}',
      },
      cell,
      blank: blankCell,
    },
    notes: { equation, blank, blanks, used },
  },
  'extension/total': {
    title: { zh: '附加表：合计等于分项之和', en: 'Extension table: a total is the sum of its parts' },
    clause: { zh: '附加表自己写明的“合计”关系', en: 'the relation 合计 that the extension table itself names' },
    help,
    says: {
      default: {
        zh: '附加表“{table}”的“{line}”填的是{reported}，分项相加是{computed}，相差{difference}',
        en: 'extension table “{table}”: “{line}” says {reported}, its parts add up to {computed}; the difference is {difference}',
      },
      computed: {
        zh: '附加表“{table}”的“{line}”没有填，照几种分法相加得数不同：{left}和{right}，相差{difference}',
        en: 'extension table “{table}”: “{line}” is left out, and its breakdowns add up differently: {left} and {right}; the difference is {difference}',
      },
      cell: {
        zh: '附加表“{table}”的“{line}”填的是{reported}，按各个合计核对都应为{computed}，相差{difference}',
        en: 'extension table “{table}”: “{line}” says {reported}, but by every total it belongs to it should be {computed}; the difference is {difference}',
      },
      blank: {
        zh: '附加表“{table}”的“{line}”没有填，按各个合计核对都应为{computed}',
        en: 'extension table “{table}”: “{line}” is blank, but by every total it belongs to it should be {computed}',
      },
    },
    notes: { equation, blank, blanks, used },
  },
  'channels/bounds': {
    title: {
      zh: '主动公开总数不小于任何一个渠道，不大于各渠道之和',
      en: 'The number of items is at least that of the largest channel and at most the sum of all',
    },
    clause: {
      zh: '政府信息公开情况统计表（国办发〔2014〕32号）：不同渠道和方式公开相同信息计1条',
      en: 'statistics form of 国办发〔2014〕32号: the same information disclosed through several channels counts once',
    },
    help: {
      zh: '核对总数和各渠道的条数：同一条信息不论走几个渠道，总数里只计1条',
      en: 'check the total and the channels: an item counts once in the total however many channels it went through',
    },
    says: {
      below: {
        zh: '“{total}”填的是{reported}，可是只“{channel}”一个渠道就有{computed}，总数不会比一个渠道少',
        en: '“{total}” says {reported}, but the channel “{channel}” alone has {computed}; a total is never below one of its channels',
      },
      above: {
        zh: '“{total}”填的是{reported}，各渠道全加起来只有{computed}（{parts}），多出{difference}',
        en: '“{total}” says {reported}, but all channels together have only {computed} ({parts}); {difference} too many',
      },
    },
    notes: { channel: { zh: '{channel}{computed}', en: '{channel} {computed}' } },
  },
  'channels/of-which': {
    title: { zh: '“其中”的数不大于它所属的数', en: 'A part named by 其中 is at most its whole' },
    clause: {
      zh: '政府信息公开情况统计表（国办发〔2014〕32号）：“其中”是上一行的一部分',
      en: 'statistics form of 国办发〔2014〕32号: 其中 is a part of the line above',
    },
    help: { zh: '核对这两行，“其中”一行不能比上一行大', en: 'compare the two lines; the part cannot exceed the whole' },
    says: {
      default: {
        zh: '“{part}”填的是{reported}，比它所属的“{whole}”{computed}还多',
        en: '“{part}” says {reported}, more than “{whole}” of which it is a part: {computed}',
      },
    },
    notes: { whole: { zh: '{whole}{computed}', en: '{whole} {computed}' } },
  },
  'channels/response': {
    title: {
      zh: '有回应解读就要有回应的热点或舆情，且不多于回应的次数',
      en: 'Where there were responses there was something responded to, and no more than there were responses',
    },
    clause: {
      zh: '政府信息公开情况统计表（国办发〔2014〕32号）：不同方式回应同一热点或舆情计1次',
      en: 'statistics form of 国办发〔2014〕32号: one topic counts once however it was responded to',
    },
    help: {
      zh: '核对“回应热点舆情数”：同一热点或舆情用几种方式回应都计1次',
      en: 'check 回应热点舆情数: one topic counts once in whatever ways it was responded to',
    },
    says: {
      none: {
        zh: '“{total}”没有填或是0，可是下面填了{parts}，有回应就应有所回应的热点或舆情',
        en: '“{total}” is blank or 0, but below it stand {parts}; where there were responses there was something responded to',
      },
      above: {
        zh: '“{total}”填的是{reported}，各种方式回应的次数相加只有{computed}（{parts}），多出{difference}',
        en: '“{total}” says {reported}, but the responses add up to only {computed} ({parts}); {difference} too many',
      },
    },
    notes: { blank, blanks },
  },
} satisfies Partial<Record<Code, Rule>>;
