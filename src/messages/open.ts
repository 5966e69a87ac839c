import type { Said } from './rule.ts';

/** What the program says when it is run by double-click, keeps watch or makes a PDF. */
export const open = {
  page: { zh: '检查发现的问题逐条写在网页里：{path}', en: 'what was found is on this page: {path}' },
  'page-name': { zh: '{stem}（校验结果）.html', en: '{stem} (findings).html' },
  unopened: {
    zh: '没能自动打开，自己双击打开：{path}',
    en: 'it could not be opened for you; open it yourself: {path}',
  },
  'no-folder': {
    zh: '找不到“{path}”。核对文件名，或者把报告文件拖到程序图标上',
    en: '"{path}" is not there. Check the name, or drop the report onto the program',
  },
  'not-report': {
    zh: '“{path}”不是年度报告（报告是 .yaml 文件），改在它所在的文件夹里找',
    en: '"{path}" is no annual report, which is a .yaml file; looking in its folder instead',
  },
  taking: { zh: '正在检查：{path}', en: 'checking: {path}' },
  several: { zh: '这个文件夹里有{count}份年度报告：', en: 'annual reports in this folder: {count}' },
  item: { zh: '  {number}　{name}', en: '  {number}  {name}' },
  choose: {
    zh: '要检查和生成哪一份，输入前面的序号后按回车；直接按回车选第{count}份；要新建{year}年度的报告，输入 {year}：',
    en: 'type the number of the one to be checked and built and press Enter; Enter alone takes {count}; to begin the report on {year}, type {year}: ',
  },
  'choose-only': {
    zh: '要检查和生成哪一份，输入前面的序号后按回车；直接按回车选第{count}份：',
    en: 'type the number of the one to be checked and built and press Enter; Enter alone takes {count}: ',
  },
  none: { zh: '文件夹“{folder}”里还没有年度报告', en: 'there is no annual report in the folder "{folder}" yet' },
  'which-year': {
    zh: '要新建一份，输入报告的年度（四位数，例如2025年度输入 2025）后按回车；不新建，直接按回车：',
    en: 'to begin one, type its year (four digits, such as 2025) and press Enter; Enter alone begins none: ',
  },
  'which-organ': {
    zh: '输入本机关的全称后按回车（也可以直接按回车，以后再填）：',
    en: 'type the full name of the organ and press Enter (or Enter alone, to fill it in later): ',
  },
  unclear: { zh: '没有看懂“{answer}”', en: '"{answer}" was not understood' },
  'unclear-year': {
    zh: '“{answer}”不是年度。年度是四位数，例如 2025',
    en: '"{answer}" is no year. A year has four digits, such as 2025',
  },
  'too-early': {
    zh: '“{answer}”太早了：年度报告的统一格式从{first}年度起才有，输入{first}或以后的年度',
    en: '"{answer}" is too early: the official form begins with {first}. Type {first} or a later year',
  },
  unchosen: { zh: '没有选定报告，什么也没有做', en: 'no report was chosen; nothing was done' },
  created: {
    zh: '3. {again}，就会检查；没有错误了，就生成正式文件。填了一半也可以检查，看还缺什么',
    en: '3. {again}: it checks them, and builds the documents once there are no errors. Half filled in it tells what is missing',
  },
  'again-beside': { zh: '再双击本程序', en: 'start this program again' },
  'again-dropped': { zh: '把“{name}”拖到程序图标上', en: 'drop "{name}" onto this program' },
  'ledger-open': {
    zh: '“{name}”正在 Excel 或 WPS 里打开，这次读的是上次保存的内容；刚改的，先保存，再检查',
    en: '"{name}" is open in Excel or WPS; what is read is what was last saved. Save it to have the rest checked',
  },
  'draft-offer': {
    zh: '有错误，没有生成正式文件。想先看看样子，输入 1 后按回车，生成标明“草稿”的文件；不要，直接按回车：',
    en: 'there are errors; the documents were not written. To see a draft, type 1 and press Enter; Enter alone writes none: ',
  },
  mend: { zh: '改好并保存以后，{again}', en: 'mend the report, save it and {again}' },
  unreadable: {
    zh: '报告里有读不懂的地方，没有生成文件。按网页里说的改好并保存以后，{again}',
    en: 'parts of the report cannot be read; nothing was written. Mend them as the page says, save and {again}',
  },
  unfilled: {
    zh: '报告还没有填完，没有生成文件。缺什么，网页里逐条列着；填好并保存以后，{again}',
    en: 'the report is not yet filled in; nothing was written. The page lists what is missing; fill it in, save and {again}',
  },
  'try-again': { zh: '改好以后，{again}', en: 'mend this and {again}' },
  built: {
    zh: '三个文件各有用处：Word 文件（.docx）送审、打印、存档；Excel 附表（.xlsx）给审核的人核对；网页（.html）交给网站管理员公布',
    en: 'what they are for: the Word document (.docx) is handed in, printed and filed; the workbook (.xlsx) is for who reviews the numbers; the page (.html) is for the website',
  },
  look: {
    zh: '没有错误，可以用；检查网页里还列着要核对的地方，交出去以前先看一遍',
    en: 'there are no errors; before handing it in, look at what the page of findings still lists',
  },
  farewell: { zh: '按回车键关闭这个窗口', en: 'press Enter to close this window' },
  'farewell-next': {
    zh: '按回车键关闭这个窗口；要新建{year}年度的报告，先输入 {year} 再按回车：',
    en: 'press Enter to close this window; to begin the report on {year}, type {year} first: ',
  },
  watching: {
    zh: '正在守着“{file}”和它用到的文件，保存以后会自动重新检查和生成；按 Ctrl-C 结束',
    en: 'watching "{file}" and the files it uses; they are checked and built again when saved; Ctrl-C ends it',
  },
  again: {
    zh: '文件已保存，重新检查过，说的问题和上次一样',
    en: 'saved; checked again, with the same said of it as before',
  },
  'built-again': {
    zh: '文件已保存，已经按新的内容重新生成；检查的结果和上次一样',
    en: 'saved; built again from what was saved, with the same findings as before',
  },
  changed: { zh: '—— 文件已保存，重新检查 ——', en: '—— saved; checking again ——' },
  unwatched: { zh: '不再守着文件', en: 'no longer watching' },
  'pdf-absent': {
    zh: '没有生成 PDF：这台电脑上没有找到能自动转换的 LibreOffice 或 WPS，其他文件不受影响。用 Word、WPS 打开 DOCX，另存为 PDF；装了 LibreOffice 以后，程序就能自动生成',
    en: 'no PDF was written: no LibreOffice or WPS that converts by itself was found; the other files are not affected. Save the DOCX as PDF in Word, or install LibreOffice',
  },
  'pdf-failed': {
    zh: '没有生成 PDF：{program}没有把 DOCX 转成 PDF，其他文件不受影响。用 Word、WPS 打开 DOCX，另存为 PDF',
    en: 'no PDF was written: {program} did not convert the DOCX; the other files are not affected. Save the DOCX as PDF in Word',
  },
} satisfies Record<string, Said>;
