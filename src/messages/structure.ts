import type { Code } from '../finding.ts';
import type { Rule } from './rule.ts';

const format = {
  zh: '政府信息公开工作年度报告格式（国办公开办函〔2019〕60号、〔2021〕30号）',
  en: 'the official format of the annual report',
};

/** What is said of the shape of the report. */
export const structure = {
  'structure/missing-section': {
    title: { zh: '六个部分齐全', en: 'All six sections are there' },
    clause: {
      zh: '《条例》第五十条和年度报告格式：六个部分都要写',
      en: '条例 art. 50 and the official format: six sections',
    },
    help: { zh: '补上“{key}”', en: 'add “{key}”' },
    says: { default: { zh: '报告缺少“{heading}”', en: 'the report has no “{heading}”' } },
  },
  'structure/empty-section': {
    title: { zh: '总体情况、问题与改进要有内容', en: '一 and 五 say something' },
    clause: {
      zh: '《条例》第五十条第（一）（四）项：要报告主动公开情况、存在的主要问题及改进情况',
      en: '条例 art. 50 items (1) and (4): disclosure, and the main problems and improvements',
    },
    help: { zh: '写明本年度的具体情况，不能只写“无”', en: 'say what there was; 无 alone is not enough' },
    says: {
      default: { zh: '“{heading}”只写了“{text}”，没有实际内容', en: '“{heading}” says “{text}” and nothing else' },
    },
  },
  'structure/heading': {
    title: { zh: '六个标题与规定一致', en: 'The six headings are the canonical ones' },
    clause: format,
    help: {
      zh: '删去“章节标题”里的这一项，就会印出规定的标题；上级另有要求的，注明理由后保留',
      en: 'delete it under 章节标题 and the canonical heading is printed; where the county asks for another, keep it and say why',
    },
    says: {
      default: {
        zh: '标题写的是“{numeral}、{printed}”，规定的标题是“{numeral}、{canonical}”',
        en: 'the heading is “{numeral}、{printed}”; the canonical one is “{numeral}、{canonical}”',
      },
      listed: {
        zh: '这里列举的报告组成部分与正文标题不一致：没有照原样列出{missing}',
        en: 'the parts listed here are not the headings of the report: {missing} is not named as it is printed',
        help: {
          zh: '照六个标题的原文改写，或删去这句话',
          en: 'name the six headings as they are printed, or leave the sentence out',
        },
      },
      repeated: {
        zh: '标题“{heading}”会自动印出，正文里又写了一遍',
        en: 'the heading “{heading}” is printed by itself and stands in the text again',
        help: { zh: '删去正文里的这一行', en: 'delete this line of the text' },
      },
      misplaced: {
        zh: '这里写着另一部分的标题“{heading}”，它后面的文字应当放到“{key}”里',
        en: '“{heading}” is the heading of another section; what follows it belongs under “{key}”',
        help: {
          zh: '把这一行以后的文字移到“{key}”里，并删去这一行',
          en: 'move what follows to “{key}” and delete this line',
        },
      },
    },
  },
  'structure/assessment': {
    title: {
      zh: '各级政府要报告工作考核、社会评议、责任追究的结果',
      en: 'A people’s government reports the results of 工作考核、社会评议、责任追究',
    },
    clause: {
      zh: '《条例》第五十条：各级人民政府的年度报告还应当包括工作考核、社会评议和责任追究结果情况',
      en: '条例 art. 50: people’s governments at every level also report 工作考核、社会评议和责任追究结果情况',
    },
    help: {
      zh: '在“（五）监督保障”中分别写明结果，例如考核等次、评议满意率、有无责任追究；只写制度、办法不算结果',
      en: 'say under （五）监督保障 what came of each; a system or rule is no result',
    },
    says: {
      default: {
        zh: '机关级别是{level}，正文没有写{missing}的结果',
        en: 'the organ is a people’s government ({level}), but the text says nothing of the results of {missing}',
      },
    },
  },
  'structure/aspects': {
    title: { zh: '总体情况写到五个方面', en: '一 speaks of its five aspects' },
    clause: {
      zh: '年度报告格式：总体情况包括主动公开、依申请公开、政府信息管理、政府信息公开平台建设、监督保障',
      en: 'official format: 一 covers 主动公开、依申请公开、政府信息管理、政府信息公开平台建设、监督保障',
    },
    help: { zh: '补写缺少的方面，可以用作小标题', en: 'add what is missing, best under a sub-heading' },
    says: { default: { zh: '“一、总体情况”没有写到{missing}', en: '一、总体情况 does not speak of {missing}' } },
  },
  'structure/placement': {
    title: { zh: '附加表放在所属的部分', en: 'An extension table stands in its own section' },
    clause: format,
    help: {
      zh: '把“位置”改到“{own}”；本地要求放在这里的，可以保留',
      en: 'set 位置 to “{own}”; where the county wants it here, it may stay',
    },
    says: {
      default: {
        zh: '附加表“{table}”属于“{own}”，现在放在“{section}”',
        en: 'the extension table “{table}” belongs to “{own}” and stands under “{section}”',
      },
    },
  },
  'structure/fees': {
    title: { zh: '其他事项写到信息处理费', en: '六 speaks of the information-processing fees' },
    clause: {
      zh: '国办函〔2020〕109号《政府信息公开信息处理费管理办法》：年度报告中写明收取信息处理费的情况',
      en: '国办函〔2020〕109号: the annual report says what was charged for processing information',
    },
    help: {
      zh: '写明发出收费通知的件数、总金额和实际收取的金额；没有收取的，写明未收取信息处理费',
      en: 'say how many notices were sent, what was asked and what was received; where nothing was, say so',
    },
    says: {
      default: {
        zh: '“六、其他需要报告的事项”没有写信息处理费的收取情况（{year}年度要写）',
        en: '六、其他需要报告的事项 says nothing of 信息处理费, as it must for {year}',
      },
    },
  },
  'structure/length': {
    title: { zh: '总体情况不超过1000字', en: '一 is at most 1,000 characters long' },
    clause: { zh: '部分地方的要求；需要时才检查', en: 'asked for by some localities; off unless turned on' },
    help: { zh: '压缩文字', en: 'shorten the text' },
    says: {
      default: {
        zh: '“一、总体情况”有{length}字，超过{limit}字，多{difference}字',
        en: '一、总体情况 has {length} characters, {difference} more than {limit}',
      },
    },
  },
  'structure/leftover': {
    title: { zh: '没有留下范本里的占位文字', en: 'Nothing of a template is left' },
    clause: { zh: '占位文字、填写说明不能印进正式报告', en: 'placeholders and instructions must not be published' },
    help: { zh: '换成实际内容，或删去', en: 'put in what belongs there, or delete it' },
    says: {
      placeholder: {
        zh: '“{found}”是没有填写的占位符',
        en: '“{found}” is a placeholder that was not filled in',
      },
      instruction: {
        zh: '“{found}”是范本里的填写说明，不是报告内容',
        en: '“{found}” is an instruction of the template, not part of the report',
      },
      value: {
        zh: '“{found}”没有换成数值，会照原样印出来',
        en: '“{found}” was not replaced by a value and would be printed as it stands',
        help: { zh: '核对花括号是否成对、名称是否写对', en: 'see whether the braces are paired and the name is right' },
      },
      hash: {
        zh: '这一行以#开头，会照原样印出来',
        en: 'this line begins with # and would be printed as it stands',
        help: {
          zh: '不印的说明写成“# annrep-ignore 检查代号: 理由”，其他的删去',
          en: 'a remark that is not printed reads “# annrep-ignore CODE: reason”; delete anything else',
        },
      },
    },
  },
  'structure/numbering': {
    title: { zh: '序号连续', en: 'Numbers count on without a gap' },
    clause: {
      zh: 'GB/T 9704—2012第7.3.3条：结构层次序数依次用“一、”“（一）”“1.”“（1）”',
      en: 'GB/T 9704—2012, 7.3.3: 一、（一） 1. （1） in order',
    },
    help: { zh: '按顺序改正序号，并核对有没有漏掉内容', en: 'correct the number and see whether something is missing' },
    says: {
      missing: {
        zh: '序号不连续：“{before}”之后是“{found}”，缺“{expected}”',
        en: 'after “{before}” comes “{found}”; “{expected}” is missing',
      },
      repeated: {
        zh: '序号“{found}”重复，后一个应当是“{expected}”',
        en: '“{found}” stands twice in a row; the second should be “{expected}”',
      },
      order: {
        zh: '序号不连续：“{before}”之后是“{found}”，应当是“{expected}”',
        en: 'after “{before}” comes “{found}”; it should be “{expected}”',
      },
      first: {
        zh: '第一个序号是“{found}”，应当是“{expected}”',
        en: 'the first number is “{found}”; it should be “{expected}”',
      },
      section: {
        zh: '这一部分是第{numeral}部分，标题的序号写成了“{found}、”',
        en: 'this is section {numeral}, but its heading carries the number “{found}、”',
        help: {
          zh: '“章节标题”里只写标题文字，序号会自动印出',
          en: 'write the words of the heading only; the number is printed by itself',
        },
      },
      doubled: {
        zh: '标题里写了序号“{found}、”，序号会自动印出，就重复了',
        en: 'the heading carries its number “{found}、”, which is printed by itself and would stand there twice',
        help: { zh: '“章节标题”里只写标题文字', en: 'write the words of the heading only' },
      },
    },
  },
  'structure/title': {
    title: { zh: '报告标题写明机关、年度和文种', en: 'The title names organ, year and kind of report' },
    clause: format,
    help: {
      zh: '删去“标题”，就会印出“{canonical}”',
      en: 'delete 标题 and “{canonical}” is printed',
    },
    says: {
      default: { zh: '标题“{title}”里没有{lacking}', en: 'the title “{title}” lacks {lacking}' },
      year: {
        zh: '标题写的是{said}年，报告年度是{year}年',
        en: 'the title says {said}, but the report is on {year}',
      },
    },
  },
} satisfies Partial<Record<Code, Rule>>;
