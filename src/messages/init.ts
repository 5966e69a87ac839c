import type { Said } from './rule.ts';

/** What `annrep init` says: why it wrote nothing, and what to do with what it wrote. */
export const init = {
  'year-too-early': {
    zh: '{year}年度还没有现在的年度报告格式。格式从{first}年度开始使用，写{first}或以后的年份',
    en: 'there was no annual report form for {year}. The forms begin with {first}; write that year or a later one',
  },
  'bad-organ': {
    zh: '--organ 后面要写机关的全称，不超过{most}个字，不换行，例如 --organ 某某县档案局',
    en: '--organ takes the full name of the organ, at most {most} characters on one line, for example --organ 某某县档案局',
  },
  'from-unfit': {
    zh: '上年的报告“{path}”有{errors}处读不懂，什么也没有生成。运行 annrep check {path} 看是哪里，改好以后再运行',
    en: 'last year\'s report "{path}" cannot be read: errors: {errors}. Nothing was written. See them with annrep check {path}, mend them and run again',
  },
  'from-lacks': {
    zh: '上年的报告“{path}”要用到它，所以什么也没有生成。把它放回上年报告的文件夹，再试一次',
    en: 'last year\'s report "{path}" needs it; nothing was written. Put it back into the folder of that report and try again',
  },
  'from-year': {
    zh: '“{path}”是{found}年度的报告，{year}年度的上年是{wanted}年度。核对 --from 后面的文件名和年份，什么也没有生成',
    en: '"{path}" is the report on {found}, but the year before {year} is {wanted}. Check the file after --from and the year; nothing was written',
  },
  'from-faulty': {
    zh: '上年的报告“{path}”还有{errors}处错误，从它抄来的数要核对：annrep check {path}',
    en: 'last year\'s report "{path}" has errors: {errors}. Check what was taken from it: annrep check {path}',
  },
  'from-far': {
    zh: '上年的报告“{path}”不在新报告的文件夹或上一级文件夹里。把它复制到“{file}”旁边，程序才能核对结转数',
    en: 'last year\'s report "{path}" lies neither in the folder of the new one nor in its parent. Copy it beside "{file}" so that what is carried over can be checked',
  },
  carried: {
    zh: '机关、级别、标题、版式、联系方式、附加表和上年结转的数已从“{path}”抄来，其他的数都空着',
    en: 'organ, level, headings, style, contact, extension tables and what was carried over come from "{path}"; all other numbers are open',
  },
  'form-copied': {
    zh: '附加表的样式文件也复制来了：{path}',
    en: 'the file that defines an extension table was copied too: {path}',
  },
  'form-kept': {
    zh: '附加表的样式文件“{path}”已经有了，和上年用的不一样，没有覆盖。核对今年用哪一份',
    en: 'the file "{path}" that defines an extension table is there already and differs from last year\'s; it was not replaced. See which is right for this year',
  },
  'form-left': {
    zh: '附加表的样式文件“{path}”没有复制来：在上年报告的文件夹里没有读到。把它放到新报告旁边，报告里“附加表”的“表”一项写它的文件名',
    en: 'the file "{path}" that defines an extension table was not found in the folder of last year\'s report and was not copied. Put it beside the new report and name it at 表 under 附加表',
  },
  next: {
    zh: '下一步：\n1. 用 Excel 或 WPS 打开“{ledger}”，先看“说明”表，再逐条登记\n2. 用记事本打开“{file}”，填上空着的地方和写着“（待填写）”的地方\n3. 运行 annrep check {path}，看还缺什么、哪里对不上\n（“.annrep”文件夹供编辑器提示用，不用打开）',
    en: 'next:\n1. open "{ledger}" in Excel or WPS, read the sheet 说明 and enter one row a thing\n2. open "{file}" in a text editor and fill in what is blank or says （待填写）\n3. run annrep check {path} to see what is missing or does not agree\n(the folder ".annrep" is for the hints of editors)',
  },
} satisfies Record<string, Said>;
