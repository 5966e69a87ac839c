import type { Code } from '../finding.ts';
import { type Rule, say } from './rule.ts';

const format = {
  zh: '年度报告格式的各表和本程序的填写约定',
  en: 'the tables of the official format and the conventions of annrep',
};

const digits = {
  zh: '只写阿拉伯数字，不加单位、逗号和引号，没有就写0',
  en: 'write digits only, without unit, comma or quotation marks; none is 0',
};

/** What is said of values that are not what the form asks for. */
export const shape = {
  'shape/unknown-key': {
    title: { zh: '项目名是格式里有的', en: 'Names are those of the format' },
    clause: format,
    help: {
      zh: '改正项目名，或者核对它该放在哪一项下面（看行首空格）',
      en: 'correct the name, or see by its indentation where it belongs',
    },
    says: {
      default: { zh: '这里没有“{found}”这一项', en: 'there is no “{found}” here' },
      nearest: {
        zh: '这里没有“{found}”这一项，相近的是“{nearest}”',
        en: 'there is no “{found}” here; the nearest is “{nearest}”',
      },
      'other-edition': {
        zh: '“{found}”是另一版格式的项目，这份报告用的是{edition}年版',
        en: '“{found}” belongs to another edition of the format, this report uses that of {edition}',
      },
      'other-edition-nearest': {
        zh: '“{found}”是另一版格式的项目，{edition}年版相应的是“{nearest}”',
        en: '“{found}” belongs to another edition of the format; in that of {edition} the nearest is “{nearest}”',
      },
      rest: say(
        '“其余为零”管的是整张表，不能写在“{of}”里面',
        '其余为零 holds for a whole table and cannot stand inside “{of}”',
        '把这一行移到“{table}”的最后，前面空两格；“{of}”里没有写的行也就是0',
        'move the line to the end of “{table}”, indented by two spaces; rows left out of “{of}” are then 0 too',
      ),
      nameless: { zh: '冒号前面没有项目名', en: 'there is no name before the colon' },
    },
  },
  'shape/missing-key': {
    title: { zh: '必填的项目都有', en: 'What has to be there is there' },
    clause: format,
    help: { zh: '补上缺少的项目', en: 'add what is missing' },
    says: {
      report: { zh: '报告里没有“{names}”，这一项必须填写', en: 'the report has no “{names}”, which is required' },
      default: { zh: '“{of}”缺少“{names}”', en: '“{of}” lacks “{names}”' },
      rows: say(
        '“{of}”缺少这些行：{names}',
        '“{of}” lacks these rows: {names}',
        '补上这些行；确实都是0的，在表里加一行“其余为零: true”',
        'add the rows; where all of them are 0 add the line “其余为零: true”',
      ),
      columns: say(
        '“{of}”缺少这些列：{names}',
        '“{of}” lacks these columns: {names}',
        '补上这些列的数，没有就写0',
        'add their numbers; none is 0',
      ),
    },
  },
  'shape/unfilled': {
    title: { zh: '必填的项目有内容', en: 'What is required is filled in' },
    clause: format,
    help: { zh: '填上内容；没有需要报告的，写明“无”', en: 'fill it in; where there is nothing to report write 无' },
    says: {
      default: { zh: '“{of}”没有填写', en: '“{of}” is not filled in' },
      item: say(
        '“{of}”没有填写',
        '“{of}” is not filled in',
        '填上内容，这一项不能空着',
        'fill it in; it cannot be left blank',
      ),
      level: say(
        '“{of}”没有填写',
        '“{of}” is not filled in',
        '写上国务院部门、省级、市级、县级、乡镇、街道、部门中的一个；各级政府的部门都写“部门”',
        'write 国务院部门, 省级, 市级, 县级, 乡镇, 街道 or 部门',
      ),
      date: say(
        '“{of}”没有填写',
        '“{of}” is not filled in',
        '写上印在报告末尾的日期，写成 2026-01-15 的样子',
        'write the date that is printed at the end of the report, such as 2026-01-15',
      ),
      counted: say(
        '“{of}”的表一个数也没有填',
        'not one number of the table “{of}” is filled in',
        '填上各行的数；全部为0的，写成“{of}: 无”；台账里登记齐全的，写成“{of}: 按台账”，由程序数',
        'fill in the rows; where all are 0 write “{of}: 无”; where the ledger has them all, “{of}: 按台账”',
      ),
      table: say(
        '“{of}”的表一个数也没有填',
        'not one number of the table “{of}” is filled in',
        '填上各行的数；全部为0的，写成“{of}: 无”',
        'fill in the rows; where all are 0 write “{of}: 无”',
      ),
    },
  },
  'shape/type': {
    title: { zh: '文字处写文字，表格处写表格', en: 'Text where text is due, a table where a table is due' },
    clause: format,
    help: { zh: '对照新建的空白报告，改写这一项', en: 'compare with the sample that annrep init writes' },
    says: {
      text: say(
        '“{of}”应当写文字，写的是“{found}”',
        '“{of}” should be text and is “{found}”',
        '写上文字；只有数字的，加上英文双引号',
        'write text; a number alone needs double quotes',
      ),
      table: say(
        '“{of}”应当写表格各行，或者写“无”，写的是“{found}”',
        '“{of}” should hold the rows of the table or 无 and is “{found}”',
        '各行写在下面，一行一项，例如“行政许可: ……”；全部为0写“无”',
        'write the rows below, one a line; all 0 is 无',
      ),
      'table-counted': say(
        '“{of}”应当写表格各行，或者写“无”“按台账”，写的是“{found}”',
        '“{of}” should hold the rows of the table, 无 or 按台账 and is “{found}”',
        '各行写在下面，一行一项；全部为0写“无”；台账里登记齐全的写“按台账”，由程序数',
        'write the rows below, one a line; all 0 is 无; 按台账 has them counted from the ledger',
      ),
      row: say(
        '“{of}”应当是一行数，写的是“{found}”',
        '“{of}” should be a row of numbers and is “{found}”',
        '写成 [3, 0, 0, 0, 0, 0, 3]，或者 {自然人: 3}',
        'write it as [3, 0, 0, 0, 0, 0, 3] or {自然人: 3}',
      ),
      columns: say(
        '“{of}”这一行要写明列名，写的是“{found}”',
        '“{of}” should name its columns and is “{found}”',
        '写成“{{column}: 数}”的样子，有几列的，用英文逗号隔开，逗号后面空一格',
        'write it as “{{column}: number}”, several columns parted by a comma and a space',
      ),
      group: say(
        '“{of}”分几行填写，不能直接写数',
        '“{of}” is made of several rows and has no numbers of its own',
        '在下面分行写，例如“重复申请: [……]”',
        'write its rows below it',
      ),
      data: say(
        '“{of}”应当写各行的数，或者写“按台账”，写的是“{found}”',
        '“{of}” should hold the rows or 按台账 and is “{found}”',
        '写成“{政府网站: 175, 政务微信: 238}”的样子',
        'write it like {政府网站: 175, 政务微信: 238}',
      ),
      list: say(
        '“{of}”应当是一个列表',
        '“{of}” should be a list',
        '每项以“- ”开头，写在下面；数写在方括号里',
        'begin each entry with “- ”, or put numbers in brackets',
      ),
      mapping: say(
        '“{of}”下面应当是“项目名: 内容”',
        '“{of}” should hold entries “name: content”',
        '每项一行，英文冒号后面空一格',
        'one entry a line, an ASCII colon and a space',
      ),
      block: say(
        '“{of}”每一项只写“段落”或者“图片”中的一个',
        'each entry of “{of}” is either 段落 or 图片',
        '文字写“- 段落: ……”，图片写“- 图片: {文件: ……, 说明: ……}”',
        'write “- 段落: …” or “- 图片: {文件: …, 说明: …}”',
      ),
      'too-long': say(
        '“{of}”写得太长：“{found}”',
        '“{of}” is too long: “{found}”',
        '这一项只写一个短句',
        'write one short line',
      ),
    },
  },
  'shape/number': {
    title: { zh: '数写成确定的数字', en: 'Numbers are written in the one way that cannot be misread' },
    clause: format,
    help: digits,
    says: {
      default: { zh: '“{found}”不是数，这里应当写数字', en: '“{found}” is no number' },
      blank: { zh: '引号里没有数', en: 'there is no number in the quotation marks' },
      'by-ledger': say(
        '一格里不能写“按台账”',
        'a single cell cannot be 按台账',
        '写上数；“按台账”代表整张表（表三、表四）、2021年版的规章、行政规范性文件两整行，或者附加表的整个“数据”',
        'write the number; 按台账 stands for table 三 or 四 as a whole, for the rows 规章 and 行政规范性文件 of edition 2021, or for 数据 of an extension table',
      ),
      value: say(
        '“{found}”：表格里不能用 {{……}}，只能写数',
        '“{found}”: a table holds numbers, {{…}} is for text',
        '在表格里写数，在正文里用 {{……}} 引用它',
        'write the number in the table and refer to it in the text',
      ),
      dash: say(
        '“{found}”不表示0，也不表示空白',
        '“{found}” means neither 0 nor blank',
        '没有就写0；确实要空着的写 ~',
        'none is 0; a blank cell is ~',
      ),
      'full-width': say(
        '“{found}”里有全角数字或符号',
        '“{found}” has full-width digits or signs',
        '换成半角数字',
        'use ordinary digits',
      ),
      thousands: say(
        '“{found}”里的逗号会把一个数分成两个',
        'the comma in “{found}” would make two numbers of it',
        '数字之间不加逗号和空格；本来就是两个数的，在逗号后面空一格',
        'write the number without comma; where two numbers are meant put a space after the comma',
      ),
      unit: say(
        '“{found}”带了单位',
        '“{found}” has a unit',
        '只写数字，单位由表格印出',
        'write the number alone, the form prints the unit',
      ),
      inexact: say('“{found}”不是确切的数', '“{found}” is no exact number', '填写确切的数', 'write the exact number'),
      hexadecimal: say(
        '“{found}”是计算机的写法，不是十进制的数',
        '“{found}” is not decimal',
        '写成普通的十进制数字',
        'write it in decimal digits',
      ),
      'leading-zero': say('“{found}”前面多了0', '“{found}” begins with a superfluous 0', '去掉前面的0', 'remove it'),
      exponent: say(
        '“{found}”是科学计数法',
        '“{found}” is in scientific notation',
        '把数完整写出来',
        'write the number out',
      ),
      separated: say(
        '“{found}”的数字之间有空格或下划线',
        '“{found}” has spaces or underscores between its digits',
        '是一个数，连着写；是两个数，中间加英文逗号，再空一格',
        'write the digits of one number together; put an ASCII comma and a space between two',
      ),
      spaced: say(
        '“{found}”这个数的前面或后面有全角空格之类看不见的字符',
        '“{found}” has a character that cannot be seen before or behind it, such as a full-width space',
        '把这一格删掉重新输入，只留数字',
        'delete this value and type the digits again',
      ),
      chinese: say('“{found}”是汉字数字', '“{found}” is in Chinese numerals', '换成阿拉伯数字', 'use Arabic digits'),
      none: say('表格里写了“{found}”', 'a cell says “{found}”', '没有就写0', 'none is 0'),
      yes: say('“{found}”不是数', '“{found}” is no number', '写数字，没有就写0', 'write a number; none is 0'),
      quoted: say(
        '数“{found}”加了引号，成了文字',
        'the number “{found}” stands in quotation marks and is text',
        '去掉引号',
        'remove the quotation marks',
      ),
      decimal: say(
        '“{found}”有小数，这里应当是整数',
        '“{found}” has decimals, a whole number is due',
        '件数、项数写整数，“.0”也不要写',
        'write a whole number, without “.0”',
      ),
      'too-large': say(
        '“{found}”太大，超过了一万亿',
        '“{found}” is too large, over 10 to the 12th',
        '核对位数',
        'count the digits',
      ),
      'too-long': say(
        '“{found}”的小数超过12位',
        '“{found}” has more than 12 decimals',
        '按原始凭证填写，多半是计算时带出来的尾数',
        'use the amount as recorded; the tail probably comes from a calculation',
      ),
      plus: say(
        '“{found}”前面不要写加号',
        '“{found}” needs no plus sign',
        '去掉加号；只有“本年增/减”可以写加号或减号',
        'remove it; only 本年增/减 has a sign',
      ),
      several: say(
        '这一格应当是一个数，写的是几个',
        'one number is due here and several are given',
        '一格只写一个数',
        'write one number a cell',
      ),
      pitch: say(
        '行距“{found}”印出来看不清，正文是16磅的字',
        'with a line pitch of “{found}” the 16 point type cannot be read',
        '写{least}到{most}之间的数；公文的行距是28.9',
        'write a number from {least} to {most}; official documents have 28.9',
      ),
      margin: say(
        '页边距“{found}”不合适，正文会印到纸边上，或者挤成窄窄的一条',
        'with a margin of “{found}” the text runs to the edge of the paper or is squeezed into a strip',
        '写{least}到{most}之间的数，单位是毫米；公文的上、下、左、右是37、35、28、26',
        'write millimetres from {least} to {most}; official documents have 37, 35, 28 and 26 (top, bottom, left, right)',
      ),
      year: say(
        '年度“{found}”读不懂',
        'the year “{found}” cannot be read',
        '写成四位数字，例如 2020，不加“年”和引号',
        'write four digits, such as 2020, without 年 or quotation marks',
      ),
      'year-spelling': {
        zh: '年度“{found}”应当写成{right}，不加“年”和引号',
        en: 'the year “{found}” should be written {right}, without 年 or quotation marks',
      },
    },
  },
  'shape/negative': {
    title: { zh: '件数和金额不小于0', en: 'Counts and amounts are not negative' },
    clause: format,
    help: {
      zh: '核对这个数；只有“本年增/减”可以是负数',
      en: 'see whether it is right; only 本年增/减 may be negative',
    },
    says: {
      default: {
        zh: '这里是{found}，件数和金额不能小于0',
        en: 'this says {found}; counts and amounts are not negative',
      },
    },
  },
  'shape/row-length': {
    title: { zh: '一行数的个数和表格的列数相同', en: 'A row has as many numbers as the table has columns' },
    clause: format,
    help: {
      zh: '按各列的顺序补齐或者删去，没有的写0；总计可以不填',
      en: 'put the numbers in the order of the columns, none is 0; the total may be left out',
    },
    says: {
      default: {
        zh: '“{of}”写了{found}个数，应当是{whole}个（{columns}），或者不写总计、写{parts}个',
        en: '“{of}” has {found} numbers instead of {whole} ({columns}), or {parts} without the total',
      },
      other: { zh: '“{of}”写了{found}项，应当是{whole}项', en: '“{of}” has {found} entries instead of {whole}' },
    },
  },
  'shape/date': {
    title: { zh: '日期写成“2021-01-25”', en: 'Dates are written 2021-01-25' },
    clause: format,
    help: { zh: '写成“2021-01-25”的样子：四位年、两位月、两位日', en: 'write it like 2021-01-25' },
    says: {
      default: { zh: '“{found}”读不成日期', en: '“{found}” is no date' },
      spelling: { zh: '日期“{found}”应当写成“{right}”', en: 'the date “{found}” should be written “{right}”' },
      calendar: say(
        '“{found}”：{year}年{month}月没有{day}日',
        '“{found}”: there is no day {day} in {year}-{month}',
        '核对月份和日子',
        'see which month and day are meant',
      ),
    },
  },
  'shape/choice': {
    title: { zh: '从给定的几种里选一种', en: 'One of the given choices' },
    clause: format,
    help: { zh: '从列出的几种里选一种', en: 'take one of those that are listed' },
    says: {
      default: {
        zh: '“{of}”没有“{found}”这一种，可以写：{choices}',
        en: '“{of}” cannot be “{found}”; it may be: {choices}',
      },
      nearest: {
        zh: '“{of}”没有“{found}”这一种，相近的是“{nearest}”；可以写：{choices}',
        en: '“{of}” cannot be “{found}”, the nearest is “{nearest}”; it may be: {choices}',
      },
      edition: say(
        '格式没有“{found}”这一版；{year}年度的报告用{edition}年版',
        'there is no edition “{found}”; a report on {year} takes that of {edition}',
        '删去“格式”一项，由年度决定；或者写成“格式: {edition}”',
        'delete 格式, the year decides it; or write 格式: {edition}',
      ),
      several: { zh: '“{of}”只能写一种：{choices}', en: '“{of}” is one of: {choices}' },
      quoted: say(
        '“{of}”的{found}加了引号',
        '“{found}” of “{of}” stands in quotation marks',
        '去掉引号',
        'remove the quotation marks',
      ),
      boolean: say(
        '这里写的是“{found}”，只能写 true（是）或者 false（否）',
        'this says “{found}”; it is either true or false',
        '要就写 true，不要就写 false，不加引号',
        'write true or false without quotation marks',
      ),
      'own-part': say(
        '“{found}”的分项里直接或间接地有它自己',
        '“{found}” is, perhaps through others, a part of itself',
        '核对各个“合计”，分项里去掉合计自己',
        'go through the totals and take this one out of its own parts',
      ),
      'repeated-part': say(
        '“{found}”的分项里有一项写了两次，会加两遍',
        'a part of “{found}” is named twice and would be added twice',
        '每个分项只写一次',
        'name each part once',
      ),
      'many-parts': say(
        '“{found}”的分项层层展开以后太多，不像是一张表',
        'the parts of “{found}”, taken apart in turn, are more than any table has',
        '合计只写直接的分项，各个合计不要互相交叉',
        'name the direct parts of a total alone, and let totals not cross one another',
      ),
      extension: say(
        '没有名为“{found}”的附加表',
        'there is no extension table “{found}”',
        '内置的是“主动公开渠道”；本地的表写表样文件名，例如“附表.yaml”',
        'the built-in one is 主动公开渠道; a table of your own is a file such as 附表.yaml',
      ),
      'by-ledger': say(
        '“{of}”不能从台账计数',
        '“{of}” cannot be counted from the ledger',
        '写上数；能写“按台账”的是表三、表四的整张表，2021年版的规章、行政规范性文件两行，和有台账来源的附加表',
        'write the numbers; 按台账 is for tables 三 and 四 as a whole, the rows 规章 and 行政规范性文件 of edition 2021 and extension tables that the ledger counts',
      ),
      'no-ledger': say(
        '写了“按台账”，报告却没有台账',
        'this is to be counted from the ledger, but the report names none',
        '在报告里加上“台账: 文件名.xlsx”，或者直接写数',
        'name the ledger under 台账 or write the numbers',
      ),
      'no-sheet': say(
        '{table}写了“按台账”，台账里却没有“{sheet}”的工作表',
        '{table} is to be counted from the ledger, which has no sheet “{sheet}”',
        '在台账里补上这张工作表，或者直接写数',
        'add the sheet to the ledger or write the numbers',
      ),
    },
  },
  'shape/path': {
    title: { zh: '用到的文件放在报告所在的文件夹里', en: 'Files named in the report lie in its folder' },
    clause: {
      zh: '报告只读自己文件夹里的文件（“上年”还可以在上一层），换一台电脑也能用',
      en: 'a report reads files of its own folder only (上年 one level up), so that it works on any computer',
    },
    help: {
      zh: '把文件放到报告所在的文件夹里，只写文件名；确实要放在别处的，用命令行运行时加 --root',
      en: 'put the file into the folder of the report and write its name alone; or widen the folder with --root',
    },
    says: {
      absolute: {
        zh: '“{found}”是从盘符或根目录写起的，换一台电脑就找不到',
        en: '“{found}” begins at a drive or the root',
      },
      outside: { zh: '“{found}”在报告所在的文件夹之外', en: '“{found}” lies outside the folder of the report' },
      address: {
        zh: '“{found}”是网址，这里只能写文件名',
        en: '“{found}” is an address of the network, only files can be named here',
      },
      characters: { zh: '文件名里有看不见的控制字符', en: 'the file name has control characters' },
      'other-year': {
        zh: '“{found}”是{year}年度的报告，不是上年（{wanted}年度）的，没有拿它对照',
        en: '“{found}” is the report on {year}, not last year’s ({wanted}); nothing was compared with it',
        help: { zh: '写上年报告的文件名，没有就删去“上年”一项', en: 'name last year’s report, or delete 上年' },
      },
    },
  },
  'shape/blank-cell': {
    title: { zh: '表格没有空着的格', en: 'No cell of a statutory table is blank' },
    clause: { zh: '年度报告格式：没有的填0，空白不等于0', en: 'official form: none is 0, and a blank is not 0' },
    help: { zh: '没有就写0', en: 'none is 0' },
    says: {
      default: { zh: '{table}“{line}”有空着的格：{columns}', en: '{table}, “{line}” has blank cells: {columns}' },
      row: say(
        '{table}“{line}”一行空着',
        '{table}, “{line}” is blank',
        '没有就写0，写成 {zeros}；空着的行多的，把这些行删去，在“{of}”的最后加一行“其余为零: true”，前面空两格',
        'none is 0: write {zeros}; where many rows are blank, delete them and add the line “其余为零: true” at the end of “{of}”',
      ),
    },
  },
} satisfies Partial<Record<Code, Rule>>;
