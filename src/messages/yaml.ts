import type { Code } from '../finding.ts';
import { type Rule, say } from './rule.ts';

const clause = {
  zh: '文件要能读出来才能检查',
  en: 'a file has to be readable before it can be checked; annrep init writes a sample',
};

const syntaxHelp = {
  zh: '对照新建的空白报告，改这一行和上一行的写法',
  en: 'compare this line and the one above it with the sample that annrep init writes',
};

/** What is said of a file that cannot be read. */
export const yaml = {
  'yaml/syntax': {
    title: { zh: '文件的写法能读懂', en: 'The file is written so that it can be read' },
    clause,
    help: syntaxHelp,
    says: {
      default: { zh: '从这里起读不懂：“{found}”', en: 'cannot be read from here on: “{found}”' },
      empty: say(
        '文件是空的，没有报告的内容',
        'the file is empty',
        '新建一份空白报告，照着填写',
        'write a blank report with annrep init and fill it in',
      ),
      'too-large': say(
        '文件超过2MB，不像是一份年度报告',
        'the file is larger than 2 MB, which no annual report is',
        '核对文件名；图片和台账不要放进这个文件，写文件名就可以',
        'check the file name; pictures and ledgers stay files of their own',
      ),
      list: say(
        '整个文件写成了一个列表（每行以“-”开头），报告应当是“项目名: 内容”的样子',
        'the whole file is a list (lines beginning with “-”), a report is made of lines like “年度: 2020”',
        '去掉行首的“-”',
        'remove the “-” at the beginning of the lines',
      ),
      sentence: say(
        '整个文件读下来只是一段文字，没有“项目名: 内容”',
        'the whole file is one piece of text without lines like “年度: 2020”',
        '每一项写成“项目名: 内容”，英文冒号后面空一格',
        'write each entry as “name: content” with an ASCII colon and a space',
      ),
      tab: say(
        '行首用了制表符（Tab键），这里只能用空格',
        'the line is indented with a tab, only spaces can be used here',
        '把行首的制表符换成空格，同一层的各行空格数相同',
        'replace the tab by spaces, the same number on all lines of a level',
      ),
      'word-spaces': say(
        '行首是全角空格，多半是从Word粘贴来的；读到这里，上面那段文字就断了',
        'the line begins with full-width spaces, probably pasted from Word; the text above breaks off here',
        '删去行首的全角空格，换成和上一行同样多的普通空格',
        'replace them by as many ordinary spaces as the line above has',
      ),
      'curly-quotes': say(
        '项目名“{found}”带了中文引号，读不成项目名',
        'the name “{found}” stands in Chinese quotation marks',
        '删去引号，项目名不加引号',
        'remove the quotation marks',
      ),
      braces: say(
        '“{found}”放在开头而没有引号，读不成文字',
        '“{found}” begins a value without quotation marks and is not read as text',
        '把这段文字写在“|”下面，或者整段加上英文双引号',
        'write the text under “|”, or put the whole of it in double quotes',
      ),
      'full-width-colon': say(
        '“{found}”后面用了中文冒号“：”',
        'the colon after “{found}” is the full-width one',
        '换成英文冒号，后面空一格：“{found}: ……”',
        'use an ASCII colon and a space: “{found}: …”',
      ),
      'no-space': say(
        '“{found}”后面没有空格，读不成“项目名: 内容”',
        'there is no space after “{found}”',
        '冒号后面空一格',
        'put a space after the colon',
      ),
      'full-width-comma': say(
        '括号里用了中文标点，“{found}”被当成了一项',
        'the brackets hold full-width punctuation, so that “{found}” is read as one entry',
        '各数之间用英文逗号，后面空一格',
        'put an ASCII comma and a space between the numbers',
      ),
      'full-width-brackets': say(
        '“{found}”是全角括号，读不成一行数',
        '“{found}” is a full-width bracket',
        '换成英文的方括号或者花括号',
        'use ASCII brackets or braces',
      ),
      unindented: say(
        '“{found}”这一行没有缩进，不算上面那段文字里的话',
        'the line “{found}” is not indented and does not belong to the text above',
        '在行首加两个空格，和这段文字的各行对齐',
        'indent it by two spaces, as the other lines of the text are',
      ),
      deeper: say(
        '这一行比这段文字的第一行缩进得少，读到这里文字就断了',
        'this line is indented less than the first line of its text, which breaks off here',
        '把第一行多出来的空格删去，各行对齐；首行缩进由程序排版',
        'align the lines; the first-line indent is made by the layout',
      ),
      indent: say(
        '这一行的缩进和上面对不齐，看不出属于哪一项',
        'the indentation of this line fits none of the lines above',
        '同一层的各行，行首空格要一样多',
        'lines of one level begin with the same number of spaces',
      ),
      unclosed: say(
        '这个括号“{found}”没有配对的后一半',
        'the bracket “{found}” is never closed',
        '在这一项的末尾补上括号',
        'close the bracket at the end of the entry',
      ),
      'unclosed-quote': say(
        '这个引号{found}没有配对的后一半',
        'the quotation mark {found} is never closed',
        '在这段文字的末尾补上同样的引号，或者把文字写在“|”下面',
        'close it, or write the text under “|”',
      ),
      'no-comma': say(
        '括号里的两项之间少了逗号',
        'a comma is missing between two entries in brackets',
        '各项之间用英文逗号隔开',
        'put an ASCII comma between the entries',
      ),
      'comma-left-out': say(
        '“{found}”中间少了逗号',
        'a comma is missing within “{found}”',
        '在前一项的数后面加英文逗号，再空一格',
        'put an ASCII comma and a space behind the number of the entry before',
      ),
      'no-colon': say(
        '第{line}行“{found}”不是“项目名: 内容”的样子',
        'line {line}, “{found}”, is not of the form “name: content”',
        '是项目就补上英文冒号和空格；是正文就加上和上一行同样多的空格',
        'a name needs an ASCII colon and a space behind it; text needs the indentation of the line above',
      ),
      'no-colon-in-braces': say(
        '“{found}”后面少了英文冒号',
        'a colon is missing after “{found}”',
        '写成“{found}: ……”，冒号后面空一格',
        'write “{found}: …” with an ASCII colon and a space',
      ),
      'colon-in-text': say(
        '一行里有两个“: ”，或者这一项下面又多缩进了一层，读不懂',
        'the line has “: ” twice, or the line below it is indented although the entry has a value already',
        '文字里有冒号的，写在“|”下面；下面各行与本行对齐',
        'write text with a colon under “|”; align the lines below with this one',
      ),
      reserved: say(
        '“{found}”开头的内容要加引号才能读成文字',
        'a value that begins like “{found}” is read as text only in quotation marks',
        '给这一项加上英文双引号，或者写在“|”下面',
        'put it in double quotes or write it under “|”',
      ),
      documents: say(
        '文件中间有一行“---”，后面成了另一份文件',
        'a line “---” begins a second document in this file',
        '删去“---”这一行，一个文件只写一份报告',
        'remove the line “---”; one file holds one report',
      ),
      'after-bar': say(
        '“|”的后面不能再写文字',
        'text stands behind the “|”',
        '文字从下一行写起，行首空两格',
        'begin the text on the next line, indented by two spaces',
      ),
      'extra-comma': say(
        '括号里多了一个逗号',
        'there is a comma too many in the brackets',
        '删去多余的逗号；空着的格写 ~',
        'remove it; a blank cell is written ~',
      ),
      'stray-bracket': say(
        '多了一个括号“{found}”',
        'the bracket “{found}” is too many',
        '删去它，或者补上前一半',
        'remove it or add the other half',
      ),
      backslash: say(
        '双引号里的“\\”后面跟了不能用的字：“{found}”',
        'inside double quotes “\\” stands before a character it cannot stand before: “{found}”',
        '文字里有“\\”的，写在“|”下面',
        'write text with “\\” under “|”',
      ),
      'complex-key': say(
        '“{found}”不能当项目名',
        '“{found}” cannot be a name',
        '项目名只写一个词，不加括号',
        'a name is one word without brackets',
      ),
      'too-much': say(
        '文件里的行和标点太多，不像是一份年度报告',
        'the file has more lines and marks than any annual report',
        '核对文件名；台账不要放进这个文件，写文件名就可以',
        'check the file name; a ledger stays a file of its own',
      ),
      'too-many-lines': say(
        '到这一张附加表，各张附加表一共超过了{most}行，不像是一份年度报告',
        'with this one the extension tables have more than {most} lines, more than any annual report',
        '核对同一张表是不是写了很多次；一行一条的明细放进台账，不要做成附加表',
        'see whether one table stands here many times; lists of items belong into the ledger, not into an extension table',
      ),
      'too-deep': say(
        '括号或者层次套得太多，不像是一份年度报告',
        'brackets or levels are nested deeper than in any annual report',
        '核对这一处的括号是不是配对',
        'see whether the brackets here are paired',
      ),
    },
  },
  'yaml/duplicate-key': {
    title: { zh: '同一个项目只写一次', en: 'A name stands once' },
    clause: { zh: '同一项写两次，就不知道以哪一次为准', en: 'of two entries with one name none is the right one' },
    help: { zh: '留下正确的一处，删去另一处', en: 'keep the right one and remove the other' },
    says: { default: { zh: '“{name}”写了两次', en: '“{name}” stands here twice' } },
    notes: { first: { zh: '第一次写在这里', en: 'it stood here first' } },
  },
  'yaml/alias': {
    title: { zh: '不用“&”和“*”代替内容', en: 'Nothing stands for something else by & and *' },
    clause: {
      zh: '报告里的每个数都要写出来，才能逐格核对',
      en: 'every number is written out so that it can be compared',
    },
    help: {
      zh: '把内容直接写出来；文字本身以“*”或“&”开头的，写在“|”下面',
      en: 'write the value itself; text that begins with * or & goes under “|”',
    },
    says: {
      default: {
        zh: '“{found}”用了“&”或“*”代替内容，报告里不能用',
        en: '“{found}” stands for another value by & or *, which a report may not do',
      },
    },
  },
  'yaml/encoding': {
    title: { zh: '文件是文本，编码是 UTF-8 或者 GBK', en: 'The file is text in UTF-8 or GBK' },
    clause,
    help: { zh: '用记事本打开，另存为，编码选“UTF-8”', en: 'open it in Notepad and save it as UTF-8' },
    says: {
      encoding: {
        zh: '文件的编码读不出来：不是 UTF-8，也不是 GBK，或者两种混在一个文件里',
        en: 'the text cannot be decoded: it is neither UTF-8 nor GBK, or both in one file',
      },
      binary: say(
        '文件里有文本文件不会有的内容（空字节），不是文本',
        'the file holds zero bytes, it is no text',
        '核对文件名；报告是文本文件，扩展名是 .yaml',
        'check the file name; a report is a text file that ends in .yaml',
      ),
      office: say(
        '这是 Word、Excel 或 WPS 的文件，不是报告的文本文件',
        'this is a file of Word, Excel or WPS, not the text of a report',
        '台账写在“台账:”一项里；报告是新建时生成的 .yaml 文件',
        'a ledger is named under 台账; a report is written by annrep init',
      ),
    },
  },
} satisfies Partial<Record<Code, Rule>>;
