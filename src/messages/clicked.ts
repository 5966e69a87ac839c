import type { Said } from './rule.ts';

/**
 * What is said instead to people who double-click, where the sentence of the command line names a command or an option
 * that they have no place to type. By the same names as in `output.ts` and `init.ts`.
 */
export const clicked: Readonly<Record<string, Said>> = {
  'output-read-only': {
    zh: '“{path}”是只读文件，不能更新。右键点它，选“属性”，去掉“只读”，再试一次',
    en: '"{path}" is read-only and cannot be replaced. Clear "read-only" in its properties and try again',
  },
  'output-is-folder': {
    zh: '“{path}”是一个文件夹，这里要生成同名的文件。把这个文件夹改名或移走，再试一次',
    en: '"{path}" is a folder where a file of that name is to be written. Rename or move the folder and try again',
  },
  'output-outside': {
    zh: '“{path}”是一个链接，指到别的文件夹去了，没有写，那里的文件没有改动。删除这个链接，再试一次',
    en: '"{path}" is a link that leads into another folder; nothing was written there. Delete the link and try again',
  },
  'output-failed': {
    zh: '“{path}”没有写成，原来的文件没有改动。看看磁盘或网络位置是不是连着，再试一次；还是不行，把报告和台账复制到“文档”里的一个文件夹，再把报告拖到程序图标上',
    en: '"{path}" could not be written; the earlier files are unchanged. See whether the disk or network place is connected and try again, or copy the report and the ledger to a folder of your documents and drop the report onto the program',
  },
  'output-is-input': {
    zh: '“{path}”是报告、台账一类的文件，结果写进去会把它盖掉，没有写。把这个文件改名，再试一次',
    en: '"{path}" is a report, a ledger or the like; the result would overwrite it and was not written. Rename the file and try again',
  },
  'output-exists': {
    zh: '“{path}”已经有了，没有覆盖，什么也没有新建。先把它改个名字，再试一次；需要的内容，新建以后从改了名的文件里复制过来',
    en: '"{path}" exists already; it was not replaced and nothing was written. Rename it and try again, then copy what you need from it',
  },
  'folder-is-file': {
    zh: '“{path}”是一个文件，不是文件夹，里面放不了生成的文件。把这个文件改名或移走，再试一次',
    en: '"{path}" is a file, not a folder, and cannot hold the output. Rename or move it and try again',
  },
  'folder-unwritable': {
    zh: '没有权限往“{path}”里写文件。在“文档”里新建一个文件夹，已经有的报告和台账复制进去，再把这个文件夹拖到程序图标上；或者请管理员开通权限',
    en: 'writing into "{path}" is not permitted. Make a folder among your documents, copy the report and the ledger there, if there are any, and drop that folder onto the program; or ask the administrator for permission',
  },
  'name-too-long': {
    zh: '“{path}”的路径太长，系统不支持。把报告和台账移到路径短一些的文件夹（例如桌面上的），再把报告拖到程序图标上',
    en: 'the path "{path}" is longer than the system allows. Move the report and the ledger to a folder with a shorter path and drop the report onto the program',
  },
  'disk-full': {
    zh: '磁盘已满，“{path}”没有写成，原来的文件没有改动。清理磁盘以后再试一次',
    en: 'the disk is full: "{path}" was not written, the earlier files are unchanged. Free some space and try again',
  },
  'no-items': {
    zh: '台账“{path}”里没有找到登记主动公开信息的工作表（{detail}）。这样的工作表要有一行表头，至少写明标题和公开日期，样子见“样例”文件夹里的台账',
    en: 'the ledger "{path}" has no sheet of disclosed items ({detail}). Such a sheet has a header row with at least 标题 and 公开日期; see the ledger in the folder 样例',
  },
  'other-sheets': {
    zh: '台账“{path}”里只有登记{detail}的工作表，没有登记主动公开信息的。加上这样一个工作表，要有一行表头，至少写明标题和公开日期，样子见“样例”文件夹里的台账',
    en: 'the ledger "{path}" has sheets of {detail} alone, none of disclosed items. Add one, with a header row with at least 标题 and 公开日期; see the ledger in the folder 样例',
  },
  'ledger-outside': {
    zh: '台账“{path}”不在报告所在的文件夹里，没有读。把它放进报告的文件夹，报告里“台账”一项只写文件名，再试一次',
    en: 'the ledger "{path}" lies outside the folder of the report and was not read. Move it there, name it by its file name alone and try again',
  },
  'report-outside': {
    zh: '上年报告“{path}”不在本报告的文件夹或上一级文件夹里，没有读。把它放进本报告的文件夹，“上年”一项只写文件名，再试一次',
    en: 'last year\'s report "{path}" lies outside this report\'s folder and its parent and was not read. Move it there, name it by its file name alone and try again',
  },
  'report-unfit': {
    zh: '上年报告“{path}”有读不懂的地方，没法拿来对照。先把它拖到程序图标上，看是哪里，改好以后再试一次',
    en: 'last year\'s report "{path}" has parts that cannot be read, so nothing can be compared with it. Drop it onto the program to see them, mend them and try again',
  },
  'form-outside': {
    zh: '附加表的样式文件“{path}”不在报告所在的文件夹里，没有读。把它放进报告的文件夹，只写文件名，再试一次',
    en: 'the file "{path}" that defines an extension table lies outside the folder of the report and was not read. Move it there, name it by its file name alone and try again',
  },
  'picture-outside': {
    zh: '图片“{path}”不在报告所在的文件夹里，没有读。把它放进报告的文件夹，只写文件名，再试一次',
    en: 'the picture "{path}" lies outside the folder of the report and was not read. Move it there, name it by its file name alone and try again',
  },
  'bad-organ': {
    zh: '机关的名称没有看懂，什么也没有新建。写全称，不超过{most}个字，中间不换行；也可以先不写，以后在报告里填',
    en: 'the name of the organ was not understood and nothing was written. Write the full name, at most {most} characters on one line, or none, and fill it in later',
  },
  'from-unfit': {
    zh: '上年的报告“{path}”有{errors}处读不懂，什么也没有新建。先把它拖到程序图标上，看是哪里，改好以后再试一次',
    en: 'last year\'s report "{path}" cannot be read: errors: {errors}. Nothing was written. Drop it onto the program to see them, mend them and try again',
  },
  'from-year': {
    zh: '“{path}”是{found}年度的报告，{year}年度的上年是{wanted}年度。核对输入的年度，什么也没有新建',
    en: '"{path}" is the report on {found}, but the year before {year} is {wanted}. Check the year that was typed; nothing was written',
  },
  'from-faulty': {
    zh: '上年的报告“{path}”还有{errors}处错误，从它抄来的数要核对：把它拖到程序图标上，就会逐条列出来',
    en: 'last year\'s report "{path}" has errors: {errors}. Check what was taken from it: drop it onto the program to see them',
  },
  next: {
    zh: '下一步：\n1. 用 Excel 或 WPS 打开“{ledger}”，先看“说明”表，再逐条登记，保存，关闭\n2. 用记事本打开“{file}”（右键点它，选“打开方式”，再选“记事本”或“文本编辑器”），填上空着的地方和写着“（待填写）”的地方，保存',
    en: 'next:\n1. open "{ledger}" in Excel or WPS, read the sheet 说明, enter one row a thing, save and close it\n2. open "{file}" in a text editor, fill in what is blank or says （待填写）, and save it',
  },
};
