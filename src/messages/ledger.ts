import type { Code } from '../finding.ts';
import type { Rule, Said, Sentence } from './rule.ts';

const counting: Said = {
  zh: '政府信息公开条例第五十条；台账是年报数字的来源，填报的数应与台账一致',
  en: 'Regulation art. 50; the ledger is what the numbers of the report come from',
};

const reading: Said = {
  zh: '台账读得懂，才数得准',
  en: 'only what can be read can be counted',
};

const more: Sentence = {
  zh: '台账里这一类问题另外还有{count}处，没有一一列出',
  en: '{count} more of this kind in the ledger are not listed',
};

const bothDates: Said = { zh: '核对这两个日期，改正写错的一个', en: 'compare the two dates and correct the wrong one' };

const settledOrNot: Said = {
  zh: '已经办完的，把结果改成实际的结果；没有办完的，把这个日期删去',
  en: 'if it was settled, write how; if not, delete the date',
};

const twice: Said = {
  zh: '是同一件的，删去一行；不是的，把写错的编号、标题或日期改正',
  en: 'if they are one, delete one of the rows; if not, correct the number, title or date that is wrong',
};

/** The cells that were counted; the place itself is shown with the note. */
const where: Said = { zh: '“{name}”数的是这些行', en: 'rows counted for “{name}”' };
const elsewhere: Said = { zh: '“{name}”另外还有{count}段', en: '{count} more ranges for “{name}”' };

const compare: Said = {
  zh: '打开台账看列出的单元格，再核对年报：台账漏记的补上，年报填错的改正；也可以写“按台账”，由程序填数',
  en: 'look at the cells listed, then complete the ledger or correct the report; 按台账 lets the program fill in the numbers',
};

const cellNote: Said = {
  zh: '“{column}”填的是{reported}，台账数出来是{computed}，相差{difference}',
  en: '“{column}” says {reported}, the ledger has {computed}; the difference is {difference}',
};

const lineSays = (zh: string, en: string): Readonly<Record<string, Sentence>> => ({
  default: {
    zh: `{table}“{line}”行“{column}”栏填的是{reported}，台账里数出来是{computed}，相差{difference}`,
    en: `{table}, line “{line}”, column “{column}” says {reported}, the ledger has {computed}; the difference is {difference}`,
  },
  row: {
    zh: `{table}“{line}”行有{count}格与台账不一致：{columns}`,
    en: `{table}, line “{line}”: {count} cells differ from the ledger: {columns}`,
  },
  none: {
    zh: `{table}整张填的是“无”（全部为0），台账里却有${zh}：{parts}`,
    en: `{table} is stated as 无 (all 0), but the ledger has ${en}: {parts}`,
  },
});

const lineNotes = { cell: cellNote, where, elsewhere };

const label = (zh: string, en: string): Readonly<Record<'read' | 'blank', Sentence>> => ({
  read: {
    zh: `“{text}”不是${zh}，这一行没有计数`,
    en: `“{text}” is none of ${en}; the row is not counted`,
  },
  blank: {
    zh: `没有填${zh}，这一行没有计数`,
    en: `${en} is blank; the row is not counted`,
  },
});

const applicant = label(
  '申请人类型（自然人、商业企业、科研机构、社会公益组织、法律服务机构、其他）',
  '申请人类型 (自然人, 商业企业, 科研机构, 社会公益组织, 法律服务机构, 其他)',
);
const caseType = label(
  '案件类型（行政复议、未经复议直接起诉、复议后起诉）',
  '类型 (行政复议, 未经复议直接起诉, 复议后起诉)',
);
const caseResult = label(
  '案件结果（结果维持、结果纠正、其他结果、尚未审结）',
  '结果 (结果维持, 结果纠正, 其他结果, 尚未审结)',
);
const documentKind = label('文件种类（规章、规范性文件）', '种类 (规章, 规范性文件)');

/** What is said of the ledger: the report's numbers against its counts, and what is wrong in it. */
export const ledger = {
  'ledger/total': {
    title: { zh: '填报的总数等于台账的条数', en: 'The stated total equals the number of items in the ledger' },
    clause: {
      zh: '政府信息公开情况统计表（国办发〔2014〕32号）：不同渠道和方式公开相同信息计1条',
      en: 'statistics form of 国办发〔2014〕32号: the same information disclosed through several channels counts once',
    },
    help: compare,
    says: {
      default: {
        zh: '“{line}”填的是{reported}，台账里数出来是{computed}，相差{difference}',
        en: '“{line}” says {reported}, the ledger has {computed}; the difference is {difference}',
      },
    },
    notes: { where, elsewhere },
  },
  'ledger/channel': {
    title: { zh: '填报的渠道条数等于台账里这个渠道的条数', en: 'The stated number of a channel equals the ledger’s' },
    clause: counting,
    help: compare,
    says: {
      default: {
        zh: '“{line}”填的是{reported}，台账里渠道“{name}”数出来是{computed}，相差{difference}',
        en: '“{line}” says {reported}, the ledger has {computed} through “{name}”; the difference is {difference}',
      },
    },
    notes: {
      where,
      elsewhere,
      channels: { zh: '台账里的渠道：{channels}', en: 'channels of the ledger: {channels}' },
    },
  },
  'ledger/category': {
    title: { zh: '填报的类别条数等于台账里这个类别的条数', en: 'The stated number of a category equals the ledger’s' },
    clause: counting,
    help: compare,
    says: {
      default: {
        zh: '“{line}”填的是{reported}，台账里类别“{name}”数出来是{computed}，相差{difference}',
        en: '“{line}” says {reported}, the ledger has {computed} in “{name}”; the difference is {difference}',
      },
    },
    notes: {
      where,
      elsewhere,
      categories: { zh: '台账里的类别：{categories}', en: 'categories of the ledger: {categories}' },
    },
  },
  'ledger/requests': {
    title: { zh: '表三的数等于台账里依申请公开的件数', en: 'Table 三 equals the requests of the ledger' },
    clause: {
      zh: '政府信息公开条例第五十条第（二）项：收到和处理政府信息公开申请的情况',
      en: 'Regulation art. 50 item (2): requests received and handled',
    },
    help: compare,
    says: lineSays('申请', 'requests'),
    notes: lineNotes,
  },
  'ledger/cases': {
    title: { zh: '表四的数等于台账里复议诉讼的件数', en: 'Table 四 equals the cases of the ledger' },
    clause: {
      zh: '政府信息公开条例第五十条第（三）项：因政府信息公开工作被申请行政复议、提起行政诉讼的情况',
      en: 'Regulation art. 50 item (3): administrative review and litigation',
    },
    help: compare,
    says: lineSays('案件', 'cases'),
    notes: lineNotes,
  },
  'ledger/documents': {
    title: {
      zh: '表二第（一）项等于台账里规章、行政规范性文件的件数',
      en: 'Table 二, item （一） equals the documents of the ledger',
    },
    clause: {
      zh: '政府信息公开条例第二十条第（一）项；制发、废止按本年，现行有效按12月31日',
      en: 'Regulation art. 20 item (1); 制发 and 废止 within the year, 现行有效 at 31 December',
    },
    help: compare,
    says: lineSays('文件', 'documents'),
    notes: lineNotes,
  },
  'ledger/out-of-year': {
    title: { zh: '台账里的日期不在报告年度', en: 'A date of the ledger lies outside the year of the report' },
    clause: {
      zh: '年度报告只统计当年1月1日至12月31日',
      en: 'the report covers 1 January to 31 December of its year',
    },
    help: {
      zh: '日期写错的改正；确实不是{year}年的，移到那一年的台账里。确实要一并计入的，用命令行运行时加 --include-out-of-year',
      en: 'correct the date, or, where it really is not of {year}, move the row to the ledger of its own year; --include-out-of-year counts it all the same',
    },
    says: {
      default: {
        zh: '公开日期“{text}”不在{year}年，这一条没有计数',
        en: 'the date “{text}” is not in {year}; the item is not counted',
      },
      included: {
        zh: '公开日期“{text}”不在{year}年，按要求照样计数',
        en: 'the date “{text}” is not in {year}; the item is counted as asked',
      },
      received: {
        zh: '收到日期“{text}”在{year}年以后，这一件没有计数',
        en: 'received on “{text}”, after {year}; the row is not counted',
        help: {
          zh: '日期写错的改正；确实是{year}年以后收到的，移到那一年的台账里',
          en: 'correct the date, or, where it really came after {year}, move the row to the ledger of its own year',
        },
      },
      settled: {
        zh: '“{text}”已经办结，早于{year}年，这一件没有计数',
        en: 'settled on “{text}”, before {year}; the row is not counted',
        help: {
          zh: '日期写错的改正；确实在{year}年以前办结的，属于以前年度，从台账里移出',
          en: 'correct the date, or, where it really was settled before {year}, take the row out: it belongs to an earlier year',
        },
      },
      issued: {
        zh: '制发日期“{text}”在{year}年以后，这一件没有计数',
        en: 'issued on “{text}”, after {year}; the document is not counted',
        help: {
          zh: '日期写错的改正；确实是{year}年以后制发的，移到那一年的台账里',
          en: 'correct the date, or move the row to the ledger of its own year',
        },
      },
      more,
    },
  },
  'ledger/duplicate': {
    title: { zh: '台账里同一条、同一件记了两次', en: 'One and the same stands in the ledger twice' },
    clause: {
      zh: '政府信息公开情况统计表（国办发〔2014〕32号）：相同信息计1条；一件申请、一件案件、一份文件也只计一次',
      en: 'statistics form of 国办发〔2014〕32号: the same information counts once; so does a request, a case or a document',
    },
    help: {
      zh: '标题、日期、文号都一样的算同一条，只计了一次。重复的删去一行；其实是两条的，把标题或文号写得不同',
      en: 'same title, date and number are one item and counted once; delete one row, or tell the two apart by title or number',
    },
    says: {
      default: {
        zh: '第{row}行“{title}”与第{firstRow}行是同一条信息，只计一次',
        en: 'row {row}, “{title}”, is the same item as row {firstRow}; it is counted once',
      },
      channel: {
        zh: '第{row}行“{title}”与第{firstRow}行是同一条信息、同一个渠道（{channels}），只计一次',
        en: 'row {row}, “{title}”, repeats the item and channel ({channels}) of row {firstRow}; it is counted once',
      },
      request: {
        zh: '第{row}行与第{firstRow}行的申请编号“{name}”、日期、申请人类型、结果都一样，像是一件申请记了两行，现在计两件',
        en: 'row {row} has the number “{name}”, the dates, applicant and outcome of row {firstRow}, as if one request stood there twice; both are counted',
        help: twice,
      },
      case: {
        zh: '第{row}行与第{firstRow}行的案号“{name}”、类型、日期、结果都一样，像是一件案件记了两行，现在计两件',
        en: 'row {row} has the number “{name}”, the kind, dates and result of row {firstRow}, as if one case stood there twice; both are counted',
        help: twice,
      },
      document: {
        zh: '第{row}行“{name}”与第{firstRow}行的标题、文号、日期都一样，像是一份文件记了两行，现在计两件',
        en: 'row {row}, “{name}”, has the title, number and dates of row {firstRow}, as if one document stood there twice; both are counted',
        help: twice,
      },
      quantity: {
        zh: '第{row}行“{title}”与第{firstRow}行是同一条信息，数量却一处写{now}、一处写{first}，现在按{first}计',
        en: 'row {row}, “{title}”, is the same item as row {firstRow}, but one has the quantity {now} and the other {first}; {first} is counted',
        help: {
          zh: '核对这两行，把数量改成一样；其实是两条的，把标题或文号写得不同',
          en: 'compare the two rows and make the quantities equal; if they are two items, tell them apart by title or number',
        },
      },
      category: {
        zh: '有{count}行的类别与同一条信息先前的一行不一样，按先前的一行归类，例如第{row}行“{title}”写的是“{now}”，第{firstRow}行写的是“{first}”',
        en: '{count} rows have another category than an earlier row of the same item, which decides; for instance row {row}, “{title}”, has “{now}” and row {firstRow} has “{first}”',
        help: {
          zh: '一条信息只能归在一个类别里。各类别的条数要紧的，把同一条信息的类别改成一样',
          en: 'an item can be in one category only; where the numbers by category matter, give all rows of an item the same one',
        },
      },
      more,
    },
    notes: { first: { zh: '先前的一处：{cell}', en: 'the earlier one: {cell}' } },
  },
  'ledger/no-date': {
    title: { zh: '台账里有一行没有日期', en: 'A row of the ledger has no date' },
    clause: { zh: '没有日期，看不出属于哪一年', en: 'without a date a row belongs to no year' },
    help: { zh: '补上日期，例如 2020-01-05', en: 'fill in the date, for instance 2020-01-05' },
    says: {
      default: {
        zh: '“{title}”没有填公开日期，暂且算在本年里',
        en: '“{title}” has no date; it is counted in the year for the time being',
      },
      untitled: {
        zh: '第{row}行没有填公开日期，暂且算在本年里',
        en: 'row {row} has no date; it is counted in the year for the time being',
      },
      column: {
        zh: '工作表“{sheet}”没有“公开日期”一栏，看不出是哪一年的信息',
        en: 'sheet “{sheet}” has no column 公开日期; the year of its items is unknown',
        help: { zh: '加上“公开日期”一栏并填上日期', en: 'add a column 公开日期 and fill it in' },
      },
      received: {
        zh: '没有填收到日期，看不出是本年新收还是上年结转',
        en: 'no 收到日期: neither 本年新收 nor 上年结转 can be told',
      },
      issued: {
        zh: '“{title}”没有填制发日期，这一件没有计数',
        en: '“{title}” has no 制发日期; it is not counted',
      },
      settled: {
        zh: '办理结果写的是“{outcome}”，没有填办结日期，按结转下年度计',
        en: '办理结果 says “{outcome}” but there is no 办结日期; the request is counted as carried over',
        help: {
          zh: '年内已经办结的补上办结日期；没有办结的，办理结果留空',
          en: 'fill in 办结日期 if it was settled in the year; otherwise leave 办理结果 empty',
        },
      },
      more,
    },
  },
  'ledger/no-title': {
    title: { zh: '台账里有一行没有标题', en: 'A row of the ledger has no title' },
    clause: { zh: '没有标题，看不出是哪一条信息', en: 'without a title an item cannot be told from others' },
    help: { zh: '补上标题；多余的行整行删去', en: 'fill in the title, or delete the row' },
    says: {
      default: { zh: '这一行没有填标题', en: 'this row has no title' },
      more,
    },
  },
  'ledger/bad-date': {
    title: { zh: '台账里的日期读不懂', en: 'A date of the ledger cannot be read' },
    clause: reading,
    help: { zh: '写成 2020-01-05 这样的日期', en: 'write it like 2020-01-05' },
    says: {
      default: { zh: '“{column}”写的是“{text}”，看不出是哪一天', en: '{column} says “{text}”, which is no date' },
      impossible: {
        zh: '“{column}”写的是“{text}”，日历上没有这一天',
        en: '{column} says “{text}”, a day that is in no calendar',
      },
      order: {
        zh: '办结日期{settled}早于收到日期{received}',
        en: '办结日期 {settled} is before 收到日期 {received}',
        help: bothDates,
      },
      'case-order': {
        zh: '审结日期{settled}早于收到日期{received}',
        en: '审结日期 {settled} is before 收到日期 {received}',
        help: bothDates,
      },
      carried: {
        zh: '办理结果是结转下年度，办结日期却填了本年的{settled}，现在算结转下年度',
        en: 'the outcome is 结转下年度, yet 办结日期 is {settled}, in the year; it is counted as carried over',
        help: settledOrNot,
      },
      pending: {
        zh: '结果没有填或者是尚未审结，审结日期却填了本年的{settled}，现在算尚未审结',
        en: 'there is no result, or 尚未审结, yet 审结日期 is {settled}, in the year; it is counted as 尚未审结',
        help: settledOrNot,
      },
      repealed: {
        zh: '废止日期{repealed}早于制发日期{issued}',
        en: '废止日期 {repealed} is before 制发日期 {issued}',
        help: bothDates,
      },
      more,
    },
  },
  'ledger/unknown-outcome': {
    title: { zh: '台账里的办理结果或类型不是表里的说法', en: 'A label of the ledger is none of the form’s' },
    clause: {
      zh: '年度报告格式表二、表三、表四：只能归入表上列出的各项',
      en: 'official form, tables 二, 三 and 四: a row is counted into one of the lines printed there',
    },
    help: {
      zh: '照年报表格上的说法填写，序号可写可不写',
      en: 'write it as the official form prints it, with or without numbering',
    },
    says: {
      outcome: {
        zh: '办理结果“{text}”在表三里没有，归不进哪一行',
        en: '办理结果 “{text}” is no line of table 三',
      },
      'outcome-blank': { zh: '没有填办理结果', en: '办理结果 is blank' },
      blank: {
        zh: '办结日期是{date}，却没有填办理结果',
        en: 'settled on {date}, but 办理结果 is blank',
        help: { zh: '补上办理结果；没有办结的，删去办结日期', en: 'fill in 办理结果, or delete 办结日期' },
      },
      group: {
        zh: '“{text}”下面还分{count}种，要写明是哪一种：{labels}',
        en: '“{text}” has {count} lines below it; name one of them: {labels}',
      },
      applicant: applicant.read,
      'applicant-blank': applicant.blank,
      'case-type': caseType.read,
      'case-type-blank': caseType.blank,
      'case-result': caseResult.read,
      'case-result-blank': caseResult.blank,
      'document-kind': documentKind.read,
      'document-kind-blank': documentKind.blank,
      more,
    },
    notes: { nearest: { zh: '是不是“{nearest}”？', en: 'perhaps “{nearest}”?' } },
  },
  'ledger/subtotal': {
    title: { zh: '台账里合计行的数与实际行数不一致', en: 'A row of totals differs from the count' },
    clause: {
      zh: '合计、小计、总计行不算信息，只用来核对',
      en: 'rows of 合计, 小计 and 总计 are no items; they are only compared',
    },
    help: {
      zh: '看看合计以后有没有增删过行，改正合计或补齐漏掉的行；年报按实际行数计',
      en: 'see whether rows were added or deleted later; the report uses the count, not this row',
    },
    says: {
      default: {
        zh: '“{word}”行写的是{reported}，上面实际有{computed}，相差{difference}',
        en: 'the row “{word}” says {reported}, there are {computed} above it; the difference is {difference}',
      },
      channel: {
        zh: '“{word}”行“{channel}”一栏写的是{reported}，上面实际有{computed}，相差{difference}',
        en: 'the row “{word}” says {reported} for “{channel}”, there are {computed} above it; the difference is {difference}',
      },
      more,
    },
  },
  'ledger/not-calculated': {
    title: { zh: '台账里的公式没有算过', en: 'A formula of the ledger was never calculated' },
    clause: {
      zh: '只读单元格里存着的结果，不替你计算公式，也不当作0',
      en: 'formulas are never calculated here, and no value is not 0',
    },
    help: { zh: '用 Excel 或 WPS 打开台账，保存一次，再检查', en: 'open the ledger in Excel or WPS and save it' },
    says: {
      default: {
        zh: '“{column}”一栏的公式还没有算出结果，读不到值',
        en: 'the formula in {column} has no calculated value',
      },
      more,
    },
  },
  'ledger/error-cell': {
    title: { zh: '台账里有出错的单元格', en: 'A cell of the ledger holds an error' },
    clause: reading,
    help: { zh: '改正这一格的公式，或直接填上内容', en: 'correct the formula or type the value' },
    says: {
      default: { zh: '“{column}”一栏是错误值{text}，读不到内容', en: '{column} holds the error {text}' },
      quantity: {
        zh: '“数量”一栏写的是“{text}”，不是整数，暂且按1计',
        en: '数量 says “{text}”, which is no whole number; 1 is counted for the time being',
        help: { zh: '改成整数，例如 3', en: 'write a whole number, for instance 3' },
      },
      merged: {
        zh: '“数量”一栏的“{text}”合并了{rows}行，每条信息都按这个数计',
        en: '数量 “{text}” is merged over {rows} rows; it is counted for each item in them',
        help: {
          zh: '这个数是几条合在一起的，取消合并，逐行写明；每条都是这个数的，也逐行填上',
          en: 'where it is meant for all of them together, unmerge it and write the number of each; where for each, write it in each row',
        },
      },
      more,
    },
  },
  'ledger/unknown-sheet': {
    title: { zh: '台账里有认不出的工作表', en: 'A sheet of the ledger is not recognised' },
    clause: {
      zh: '工作表按表头认，与名称和次序无关',
      en: 'sheets are recognised by their header row, not by name or place',
    },
    help: {
      zh: '与年报无关的不用管。要计数的，把表头改成认得的名称：信息要有标题、公开日期，申请要有收到日期、申请人类型、办理结果，案件要有类型、结果，文件要有标题、种类、制发日期',
      en: 'leave it if it has nothing to do with the report; otherwise use header names that are known (标题, 公开日期; 收到日期, 申请人类型, 办理结果; 类型, 结果; 标题, 种类, 制发日期)',
    },
    says: {
      default: {
        zh: '工作表“{sheet}”认不出是哪一种台账，没有计数；表头有：{headers}',
        en: 'sheet “{sheet}” is not recognised and not counted; its headers: {headers}',
      },
      above: {
        zh: '工作表“{sheet}”第{first}至{last}行在认得的表头上面，没有计数',
        en: 'rows {first} to {last} of sheet “{sheet}” stand above the header that is recognised and are not counted',
      },
      more,
    },
    notes: {
      nearest: {
        zh: '“{label}”与认得的“{nearest}”相近',
        en: '“{label}” is near “{nearest}”, which is known',
      },
    },
  },
  'ledger/unknown-column': {
    title: { zh: '台账里有没有用到的栏', en: 'A column of the ledger is not used' },
    clause: { zh: '各栏按表头认', en: 'columns are recognised by their headers' },
    help: {
      zh: '与年报无关的不用管；要计数的，把表头改成认得的名称',
      en: 'leave it if it has nothing to do with the report; otherwise give it a header that is known',
    },
    says: {
      default: { zh: '认不出“{label}”一栏，没有用到', en: 'column “{label}” is not known and not used' },
      second: {
        zh: '“{label}”与“{besides}”是同一种内容，用的是“{besides}”一栏',
        en: '“{label}” holds the same as “{besides}”; “{besides}” is used',
      },
      missing: {
        zh: '工作表“{sheet}”没有“{column}”一栏，表三的数不齐',
        en: 'sheet “{sheet}” has no column {column}; table 三 cannot be counted from it',
        help: { zh: '加上“{column}”一栏并填好', en: 'add a column {column} and fill it in' },
      },
      mode: {
        zh: '“公开方式”一栏写着依申请公开或不予公开的有{count}行，不是主动公开的信息，没有计数',
        en: '{count} rows say 依申请公开 or 不予公开 in 公开方式: they were not disclosed on own initiative and are not counted',
        help: {
          zh: '确实主动公开了的，改正“公开方式”一栏',
          en: 'correct 公开方式 if they were disclosed on own initiative',
        },
      },
      channels: {
        zh: '这一栏的不同写法超过500种，不像公开渠道，其余的没有按渠道计数',
        en: 'this column has more than 500 different values, too many for channels; the others are not counted by channel',
        help: { zh: '看看表头与内容是否对得上', en: 'see whether the header fits what stands below it' },
      },
      categories: {
        zh: '这一栏的不同写法超过10000种，不像类别，其余的没有按类别计数',
        en: 'this column has more than 10,000 different values, too many for categories; the others are not counted by category',
        help: { zh: '看看表头与内容是否对得上', en: 'see whether the header fits what stands below it' },
      },
      more,
    },
    notes: {
      nearest: {
        zh: '“{label}”与认得的“{nearest}”相近',
        en: '“{label}” is near “{nearest}”, which is known',
      },
    },
  },
  'ledger/hidden-rows': {
    title: { zh: '台账里有隐藏的行或工作表', en: 'The ledger has hidden rows or sheets' },
    clause: {
      zh: '隐藏、筛选掉的行同样是台账的内容，照样计数',
      en: 'hidden and filtered rows are part of the ledger and are counted',
    },
    help: {
      zh: '不该计入的删去；该计入的取消隐藏或筛选，方便核对',
      en: 'delete what should not count; unhide the rest so that it can be checked',
    },
    says: {
      default: {
        zh: '工作表“{sheet}”的{rows}行里有{hidden}行隐藏着，已经计数',
        en: 'sheet “{sheet}”: {hidden} of {rows} rows are hidden; they are counted',
      },
      sheet: {
        zh: '工作表“{sheet}”整张隐藏着，其中{rows}行已经计数',
        en: 'sheet “{sheet}” is hidden; its {rows} rows are counted',
      },
      more,
    },
  },
} satisfies Partial<Record<Code, Rule>>;
