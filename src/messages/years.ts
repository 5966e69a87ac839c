import type { Code } from '../finding.ts';
import type { Rule } from './rule.ts';

const lastYearHelp = {
  zh: '对照上年公布的报告核对两处的数，改正填错的一处',
  en: 'compare both numbers with the report published last year and correct the one that is wrong',
};

/** What is said where the report must fit its year and the year before. */
export const years = {
  'carry/requests': {
    title: { zh: '上年结转等于上年报告的结转下年度', en: '上年结转 equals last year’s 结转下年度' },
    clause: {
      zh: '年度报告格式表三：上年结转就是上年报告“结转下年度继续办理”的申请',
      en: 'official form, table 三: what is carried in is what last year’s report carried over',
    },
    help: lastYearHelp,
    says: {
      total: {
        zh: '“{line}”总计是{reported}，上年报告“{before}”总计是{expected}，相差{difference}',
        en: 'the total of “{line}” says {reported}, last year’s “{before}” was {expected}; the difference is {difference}',
      },
      columns: {
        zh: '“{line}”与上年报告“{before}”不一致的有“{columns}”：“{column}”是{reported}，上年是{expected}，相差{difference}',
        en: '“{line}” differs from last year’s “{before}” in “{columns}”: “{column}” says {reported}, last year it was {expected}; the difference is {difference}',
        help: {
          zh: '申请人类型经核实后可能调整；不是调整的，对照上年报告改正',
          en: 'an applicant may have been re-classified; where not, correct it by last year’s report',
        },
      },
    },
    notes: {
      before: { zh: '上年报告“{line}”：{value}', en: 'last year’s “{line}”: {value}' },
      column: {
        zh: '“{column}”：本年{reported}，上年{expected}',
        en: '“{column}”: says {reported}, last year {expected}',
      },
    },
  },
  'carry/in-force': {
    title: {
      zh: '现行有效件数等于上年现行有效加本年制发减本年废止',
      en: '现行有效件数 = last year’s + issued − repealed',
    },
    clause: {
      zh: '年度报告格式表二第二十条第（一）项：现行有效件数是年底仍然有效的总数',
      en: 'official form, table 二, item （一）: 现行有效件数 is what is in force at the end of the year',
    },
    help: {
      zh: '对照上年报告和文件清理结果核对制发、废止、现行有效三个数；上年数有误的，在报告中说明',
      en: 'compare issued, repealed and in force with last year’s report and the list of documents; if last year’s number was wrong, say so in the report',
    },
    says: {
      default: {
        zh: '“{line}”的“{column}”填的是{reported}，按上年报告推算是{expected}（{parts}），相差{difference}',
        en: '“{column}” of “{line}” says {reported}; from last year’s report it follows {expected} ({parts}); the difference is {difference}',
      },
    },
    notes: {
      before: { zh: '上年报告“{line}”的“{column}”：{value}', en: 'last year’s “{column}” of “{line}”: {value}' },
    },
  },
  'carry/items': {
    title: {
      zh: '上一年项目数量等于上年报告的项目数量加上年的增减',
      en: '上一年项目数量 = last year’s 上一年项目数量 + its 本年增/减',
    },
    clause: {
      zh: '年度报告格式（试行）表二第（五）（六）（八）项：上一年项目数量是上年年底的项目数',
      en: 'official form of 2019, table 二: 上一年项目数量 is the number of items at the end of last year',
    },
    help: lastYearHelp,
    says: {
      default: {
        zh: '“{line}”的“{column}”填的是{reported}，按上年报告应为{expected}（{parts}），相差{difference}',
        en: '“{column}” of “{line}” says {reported}; by last year’s report it should be {expected} ({parts}); the difference is {difference}',
      },
    },
    notes: {
      before: { zh: '上年报告“{line}”的“{column}”：{value}', en: 'last year’s “{column}” of “{line}”: {value}' },
    },
  },
  'carry/pending': {
    title: { zh: '上年尚未审结的案件应在本年结果中', en: 'Cases pending last year are among this year’s' },
    clause: {
      zh: '《条例》第五十条第（三）项：上年尚未审结的复议、诉讼本年仍要报告',
      en: '条例 art. 50 item (3): what was pending last year is reported again',
    },
    help: {
      zh: '逐件核对上年尚未审结的案件本年的结果，漏计的补上',
      en: 'look up what became of each case pending last year and add those left out',
    },
    says: {
      default: {
        zh: '上年“{line}”尚未审结{pending}件，今年“{line}”四种结果合计只有{now}件，少{difference}件',
        en: 'last year {pending} cases of “{line}” were pending, this year its four results make {now} only, {difference} fewer',
      },
    },
    notes: { before: { zh: '上年报告“{line}”尚未审结：{pending}', en: 'last year’s 尚未审结 of “{line}”: {pending}' } },
  },
  'year/edition': {
    title: { zh: '报告格式与年度相符', en: 'The edition of the forms fits the year' },
    clause: {
      zh: '国办公开办函〔2019〕60号用于2019、2020年度，国办公开办函〔2021〕30号用于2021年度起',
      en: '国办公开办函〔2019〕60号 holds for 2019 and 2020, 国办公开办函〔2021〕30号 from 2021 on',
    },
    help: {
      zh: '删去“格式”一行，由年度决定格式；或改为与年度相符的格式',
      en: 'delete the line 格式 so that the year decides, or name the edition that fits the year',
    },
    says: {
      default: {
        zh: '{year}年度的报告用了{used}年的格式，应当用{fitting}年的格式（{circular}）',
        en: 'the report on {year} uses the forms of {used}; it should use those of {fitting} ({circular})',
      },
      before: {
        zh: '{year}年度还没有现行的年度报告格式，最早的格式从{first}年度用起',
        en: 'there were no such forms for {year}; the oldest hold from {first} on',
        help: { zh: '核对“年度”是否填错', en: 'see whether 年度 is right' },
      },
      stated: {
        zh: '“格式”写的是{fitting}，“{of}”却是按{used}年版的格式填的',
        en: '格式 says {fitting}, but “{of}” is filled in by the forms of {used}',
      },
      table: {
        zh: '“{of}”是按{used}年版的格式填的，{year}年度的报告要用{fitting}年版的格式',
        en: '“{of}” is filled in by the forms of {used}; the report on {year} uses those of {fitting}',
        help: {
          zh: '核对“年度”；年度没有填错的，照{fitting}年版的项目重填这张表',
          en: 'see whether 年度 is right; if it is, fill in the table by the forms of {fitting}',
        },
      },
    },
  },
  'year/period': {
    title: { zh: '统计期限为本年度1月1日至12月31日', en: 'The period is 1 January to 31 December of the year' },
    clause: {
      zh: '《条例》第四十九条：公布上一年度政府信息公开工作年度报告，数据按自然年度统计',
      en: '条例 art. 49: the report is on the calendar year',
    },
    help: {
      zh: '改正日期；年份可以写作“{{年度}}”，每年不用再改',
      en: 'correct the date; with {{年度}} for the year it need not be changed again',
    },
    says: {
      start: {
        zh: '统计期限的起始日期写的是“{written}”，应当是{year}年1月1日',
        en: 'the period is said to begin on “{written}”; it should be 1 January {year}',
      },
      end: {
        zh: '统计期限的截止日期写的是“{written}”，应当是{year}年12月31日',
        en: 'the period is said to end on “{written}”; it should be 31 December {year}',
      },
      range: {
        zh: '统计期限写的是“{written}”，应当是{year}年1月1日至{year}年12月31日',
        en: 'the period is said to be “{written}”; it should be 1 January to 31 December {year}',
      },
    },
  },
  'year/stray': {
    title: { zh: '没有留下往年的句子', en: 'No sentence of an earlier report is left in' },
    clause: { zh: '《条例》第五十条：年度报告写的是本年度的情况', en: '条例 art. 50: the report is on its own year' },
    help: {
      zh: '核对这句话写的是哪一年的情况，改正年份和数字；确实要写往年的，写明与本年的关系',
      en: 'see which year the sentence is about and correct the year and the numbers; where an earlier year is meant, say how it bears on this one',
    },
    says: {
      default: {
        zh: '{year}年度的报告里这句话写的是{said}年的情况，可能是往年报告留下的',
        en: 'in the report on {year} this sentence tells of {said}; it may be left from an earlier report',
      },
      plan: {
        zh: '{year}年度的报告里把{said}年写成今后的打算，下一年应当是{next}年，可能是往年报告留下的',
        en: 'the report on {year} plans for {said}; the next year is {next}; the sentence may be left from an earlier report',
      },
      report: {
        zh: '引言写的是{said}年的报告，本报告是{year}年度的',
        en: 'the preamble speaks of the report on {said}, but this one is on {year}',
      },
    },
  },
  'year/basis': {
    title: { zh: '引用的格式文件与年度相符', en: 'The circular cited fits the year' },
    clause: {
      zh: '国办公开办函〔2019〕60号用于2019、2020年度，国办公开办函〔2021〕30号用于2021年度起',
      en: '国办公开办函〔2019〕60号 holds for 2019 and 2020, 国办公开办函〔2021〕30号 from 2021 on',
    },
    help: { zh: '把引用的文号改为{fitting}', en: 'cite {fitting}' },
    says: {
      old: {
        zh: '{year}年度的报告引用了{cited}，从这一年度的格式起应当引用{fitting}',
        en: 'the report on {year} cites {cited}, which {fitting} has replaced',
      },
      new: {
        zh: '{year}年度的报告引用了{cited}，这一年度适用的是{fitting}',
        en: 'the report on {year} cites {cited}; for this year {fitting} holds',
      },
    },
  },
  'year/copy': {
    title: { zh: '文字与上年报告不雷同', en: 'The text is not last year’s' },
    clause: {
      zh: '《条例》第五十条：年度报告反映本年度的工作，照抄上年达不到要求',
      en: '条例 art. 50: the report is on this year’s work',
    },
    help: { zh: '按本年度实际情况改写', en: 'write what this year brought' },
    says: {
      default: {
        zh: '正文{all}句中有{same}句（{percent}%）与{lastYear}年度的报告相同（只有数字不同的也算）',
        en: '{same} of {all} sentences ({percent}%) are those of the report on {lastYear} (numbers apart)',
      },
    },
  },
  'date/signed': {
    title: {
      zh: '成文日期在年度结束之后、公布期限之前',
      en: 'The date lies after the year and not after the deadline',
    },
    clause: {
      zh: '《条例》第四十九条：县级以上政府部门每年1月31日前、县级以上地方政府每年3月31日前公布上一年度报告',
      en: '条例 art. 49: by 31 January (departments at county level and above) or 31 March (governments at county level and above)',
    },
    help: {
      zh: '核对成文日期；本地另定期限的，在“公布期限”中写明',
      en: 'see whether 成文日期 is right; where the locality sets another day, name it under 公布期限',
    },
    says: {
      early: {
        zh: '成文日期是{signed}，{year}年度还没有结束，应当在{year}年12月31日之后',
        en: 'the date is {signed}, before the end of {year}; it should lie after 31 December {year}',
      },
      late: {
        zh: '成文日期是{signed}，晚于公布期限{deadline}',
        en: 'the date is {signed}, later than the deadline {deadline}',
      },
    },
  },
} satisfies Partial<Record<Code, Rule>>;
