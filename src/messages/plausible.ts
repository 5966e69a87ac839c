import type { Code } from '../finding.ts';
import type { Rule } from './rule.ts';

const itemOne = {
  zh: '年度报告格式表二第二十条第（一）项',
  en: 'official form, table 二, 第二十条第（一）项',
};

const itemEight = {
  zh: '年度报告格式表二第二十条第（八）项：本年收费金额，单位万元',
  en: 'official form, table 二, 第二十条第（八）项: amounts in 万元',
};

/** What is said of numbers that can be written so but hardly are right. */
export const plausible = {
  'plausible/regulations': {
    title: { zh: '县级以下机关没有规章', en: 'Organs below the city make no 规章' },
    clause: {
      zh: '《中华人民共和国立法法》第九十一条、第九十三条：规章由国务院部门、省级和设区的市、自治州的政府制定',
      en: '立法法 arts. 91 and 93: 规章 are made by departments of the State Council, provinces and cities divided into districts',
    },
    help: { zh: '改为0；行政规范性文件填在下一行', en: 'write 0; normative documents go into the next line' },
    says: {
      default: {
        zh: '机关级别是{level}，不能制定规章，“规章”的“{column}”却填了{value}',
        en: 'an organ of level {level} cannot make 规章, but “{column}” says {value}',
      },
    },
  },
  'plausible/all-new': {
    title: { zh: '现行有效的文件不会都是本年制发的', en: 'Not everything in force was issued this year' },
    clause: itemOne,
    help: {
      zh: '核对是否把本年发出的公文都计作行政规范性文件；往年制发仍然有效的也要计入现行有效件数',
      en: 'see whether every letter sent was counted as a normative document, and whether documents of earlier years are counted as in force',
    },
    says: {
      default: {
        zh: '“{line}”本年制发和现行有效都是{value}件，废止0件：往年没有一件仍然有效的吗',
        en: '“{line}”: {value} issued this year, {value} in force, none repealed: is no earlier one in force?',
      },
    },
  },
  'plausible/fee-unit': {
    title: { zh: '收费金额的单位是万元', en: 'Fees are in 万元' },
    clause: itemEight,
    help: {
      zh: '核对是否把元填成了万元；确实是这个数的，注明理由后保留',
      en: 'see whether the amount is in 元; if it is right, keep it and say why',
    },
    says: {
      default: {
        zh: '机关级别是{level}，本年收费金额填了{amount}万元，可能是按元填的（{amount}元是{yuan}万元）',
        en: 'an organ of level {level} reports fees of {amount} 万元; perhaps 元 was meant ({amount} 元 are {yuan} 万元)',
      },
    },
  },
  'plausible/processing-fee': {
    title: { zh: '信息处理费不超过行政事业性收费', en: 'Processing fees are part of the fees of 第（八）项' },
    clause: {
      zh: '国办函〔2020〕109号：信息处理费按行政事业性收费管理，计入第二十条第（八）项的收费金额',
      en: '国办函〔2020〕109号: processing fees are administrative fees and count into 第（八）项',
    },
    help: {
      zh: '核对收取的信息处理费和表二第（八）项的收费金额；第（八）项的单位是万元',
      en: 'compare the fees received with 第（八）项 of table 二, which is in 万元',
    },
    says: {
      default: {
        zh: '正文写收取信息处理费{said}，合{converted}万元，比表二第（八）项的收费金额{fees}万元多{difference}万元',
        en: 'the text says that {said} of processing fees were received, i.e. {converted} 万元, {difference} 万元 more than the {fees} 万元 of 第（八）项',
      },
    },
    notes: { fees: { zh: '本年收费金额：{fees}万元', en: '本年收费金额: {fees} 万元' } },
  },
  'plausible/procurement': {
    title: { zh: '采购项目数量、金额和单位相互对应', en: 'Projects, amount and unit of procurement agree' },
    clause: {
      zh: '年度报告格式（试行）表二第二十条第（九）项：采购项目数量、采购总金额',
      en: 'official form of 2019, table 二, 第二十条第（九）项',
    },
    help: {
      zh: '核对采购项目数量和采购总金额',
      en: 'compare the number of projects with the amount',
    },
    says: {
      'no-projects': {
        zh: '采购项目数量是0，采购总金额却是{amount}',
        en: 'there are 0 projects, but the amount is {amount}',
      },
      'no-amount': {
        zh: '采购项目数量是{projects}，采购总金额却是{amount}',
        en: 'there are {projects} projects, but the amount is {amount}',
      },
      'no-unit': {
        zh: '采购总金额填的是{amount}，没有写单位，看不出是元还是万元',
        en: 'the amount is {amount} without a unit: it may be 元 or 万元',
        help: {
          zh: '在“政府集中采购”里加上“单位: 元”或“单位: 万元”',
          en: 'add “单位: 元” or “单位: 万元” under 政府集中采购',
        },
      },
    },
  },
  'plausible/disclosed': {
    title: { zh: '对外公开总数量不少于本年新公开数量', en: '对外公开总数量 is at least 本年新公开数量' },
    clause: itemOne,
    help: {
      zh: '对外公开总数量包括往年公开、现在仍然公开的；核对这两个数',
      en: 'the total includes what was disclosed in earlier years; compare the two numbers',
    },
    says: {
      default: {
        zh: '“{line}”对外公开总数量是{reported}，比本年新公开数量{disclosed}还少{difference}',
        en: '“{line}”: 对外公开总数量 is {reported}, {difference} fewer than 本年新公开数量 {disclosed}',
      },
    },
  },
  'plausible/in-force': {
    title: { zh: '现行有效件数不少于本年制发减本年废止', en: '现行有效件数 is at least issued − repealed' },
    clause: itemOne,
    help: {
      zh: '现行有效件数是年底仍然有效的总数，包括往年制发的；核对三个数',
      en: '现行有效件数 is all that is in force at the end of the year, earlier documents included; compare the three numbers',
    },
    says: {
      default: {
        zh: '“{line}”现行有效件数是{reported}；本年制发{issued}件、废止{repealed}件，至少应有{least}件，少{difference}件',
        en: '“{line}”: {reported} in force, but with {issued} issued and {repealed} repealed it is at least {least}; {difference} are missing',
      },
    },
  },
} satisfies Partial<Record<Code, Rule>>;
