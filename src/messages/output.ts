import type { Said } from './rule.ts';

/** Why a file could not be read or written, or a command not be run: exit status 2. Named by `say`; `{path}` is the file. */
export const output = {
  'output-locked': {
    zh: '“{path}”正在 Word、WPS 或别的程序里打开，不能更新。请先关闭这个文件，再运行一次；已经关闭仍有这一提示的，删除同一文件夹里以“~$”或“.~”开头的同名文件',
    en: '"{path}" is open in Word, WPS or another program and cannot be replaced. Close it and run again; if it is closed, delete the file of the same name that begins with "~$" or ".~" beside it',
  },
  'output-read-only': {
    zh: '“{path}”是只读文件，不能更新。在文件的“属性”里去掉“只读”，或者用 -o 换一个文件夹',
    en: '"{path}" is read-only and cannot be replaced. Clear "read-only" in its properties, or choose another folder with -o',
  },
  'output-is-folder': {
    zh: '“{path}”是一个文件夹，这里要生成同名的文件。把文件夹改名或移走，或者用 -o 换一个文件夹',
    en: '"{path}" is a folder where a file of that name is to be written. Rename or move the folder, or choose another one with -o',
  },
  'output-outside': {
    zh: '“{path}”是一个链接，指到别的文件夹去了，没有写，那里的文件没有改动。删除这个链接，或者用 -o 换一个文件夹',
    en: '"{path}" is a link that leads into another folder; nothing was written there. Delete the link, or choose another folder with -o',
  },
  'screen-unwritable': {
    zh: '结果没有写完（{reason}），不完整，不能作数。结果是存到文件里的，看看磁盘是不是满了，再运行一次',
    en: 'the result could not be written to its end ({reason}) and does not count. Where it goes into a file, see whether the disk is full, and run again',
  },
  'output-failed': {
    zh: '“{path}”没有写成，原来的文件没有改动。看看磁盘或网络位置是不是连着，再运行一次，或者用 -o 换一个文件夹',
    en: '"{path}" could not be written; the earlier files are unchanged. See whether the disk or network place is connected and run again, or choose another folder with -o',
  },
  'output-is-input': {
    zh: '“{path}”是报告、台账一类的文件，结果写进去会把它盖掉，没有写。在 -o 后面换一个文件名',
    en: '"{path}" is a report, a ledger or the like; the result would overwrite it and was not written. Give another name after -o',
  },
  'output-exists': {
    zh: '“{path}”已经有了，没有覆盖，什么也没有生成。换一个文件夹，或者先把它改名',
    en: '"{path}" exists already; it was not replaced and nothing was written. Choose another folder, or rename it first',
  },
  'folder-is-file': {
    zh: '“{path}”是一个文件，不是文件夹，里面放不了生成的文件。用 -o 换一个文件夹，或者把这个文件改名',
    en: '"{path}" is a file, not a folder, and cannot hold the output. Choose another folder with -o, or rename the file',
  },
  'folder-unwritable': {
    zh: '没有权限往“{path}”里写文件或新建文件夹。用 -o 换一个文件夹（例如“文档”），或者请管理员开通权限',
    en: 'writing into "{path}", or making a folder there, is not permitted. Choose another folder with -o, or ask the administrator for permission',
  },
  'name-too-long': {
    zh: '“{path}”的路径太长，系统不支持。用 -o 换一个路径短一些的文件夹',
    en: 'the path "{path}" is longer than the system allows. Choose a folder with a shorter path with -o',
  },
  'disk-full': {
    zh: '磁盘已满，“{path}”没有写成，原来的文件没有改动。清理磁盘以后再运行一次，或者用 -o 换一个磁盘',
    en: 'the disk is full: "{path}" was not written, the earlier files are unchanged. Free some space and run again, or choose another disk with -o',
  },
  missing: {
    zh: '找不到台账“{path}”。核对报告里“台账”一项写的文件名，并把文件放在报告所在的文件夹里',
    en: 'the ledger "{path}" is not there. Check the name under 台账 in the report and put the file into the folder of the report',
  },
  password: {
    zh: '台账“{path}”加了密码，打不开。在 Excel 或 WPS 里取消打开密码，保存后再运行',
    en: 'the ledger "{path}" is protected by a password. Remove the password in Excel or WPS, save it and run again',
  },
  'not-a-workbook': {
    zh: '台账“{path}”不是 Excel 或 WPS 表格文件。用 Excel 或 WPS 打开它，另存为 .xlsx，再运行',
    en: 'the ledger "{path}" is not a workbook of Excel or WPS. Open it there, save it as .xlsx and run again',
  },
  'word-document': {
    zh: '台账“{path}”是 Word 文档，不是表格。把其中的表格复制到 Excel 或 WPS 表格里，另存为 .xlsx，再运行',
    en: 'the ledger "{path}" is a Word document, not a workbook. Copy its table into Excel or WPS, save it as .xlsx and run again',
  },
  damaged: {
    zh: '台账“{path}”已经损坏，读不出来。用 Excel 或 WPS 打开并修复，另存为 .xlsx，再运行；打不开的，用备份',
    en: 'the ledger "{path}" is damaged and cannot be read. Open and repair it in Excel or WPS, save it as .xlsx and run again; if it does not open, take a backup',
  },
  'too-large': {
    zh: '台账“{path}”展开以后太大，为防止占满内存，没有读。删去空白行列和图片，或者按月份分成几个工作表，另存后再运行',
    en: 'the ledger "{path}" unpacks to too much and was not read, so that memory does not run out. Delete empty rows, columns and pictures, or part it into sheets by month, save it and run again',
  },
  'too-slow': {
    zh: '台账“{path}”读了两分钟还没有读完，已经停下。文件可能损坏了：用 Excel 或 WPS 打开，另存为 .xlsx，再运行；打不开的，用备份',
    en: 'the ledger "{path}" was not read through in two minutes and was given up. It may be damaged: open it in Excel or WPS, save it as .xlsx and run again; if it does not open, take a backup',
  },
  'no-items': {
    zh: '台账“{path}”里没有找到登记主动公开信息的工作表（{detail}）。这样的工作表要有一行表头，至少写明标题和公开日期；可用 annrep init 生成一个样式',
    en: 'the ledger "{path}" has no sheet of disclosed items ({detail}). Such a sheet has a header row with at least 标题 and 公开日期; annrep init writes a pattern',
  },
  'other-sheets': {
    zh: '台账“{path}”里只有登记{detail}的工作表，没有登记主动公开信息的。加上这样一个工作表，要有一行表头，至少写明标题和公开日期；可用 annrep init 生成一个样式',
    en: 'the ledger "{path}" has sheets of {detail} alone, none of disclosed items. Add one, with a header row with at least 标题 and 公开日期; annrep init writes a pattern',
  },
  'ledger-missing': {
    zh: '找不到台账“{path}”。核对报告里“台账”一项写的文件名，并把文件放在报告所在的文件夹里',
    en: 'the ledger "{path}" is not there. Check the name under 台账 in the report and put the file into the folder of the report',
  },
  'ledger-renamed': {
    zh: '找不到台账“{path}”。文件夹里有{found}：台账改过名字的，把报告里“台账”一项改成现在的文件名；不是的，把台账放进报告所在的文件夹',
    en: 'the ledger "{path}" is not there, but {found} is in the folder: if that is the ledger, give its name under 台账 in the report; if not, put the ledger into the folder of the report',
  },
  'ledger-outside': {
    zh: '台账“{path}”不在报告所在的文件夹里，没有读。把它放进报告的文件夹，或者用 --root 写明允许读取的文件夹',
    en: 'the ledger "{path}" lies outside the folder of the report and was not read. Move it there, or name a folder that may be read with --root',
  },
  'ledger-too-large': {
    zh: '台账“{path}”太大，没有读。删去空白行列和图片，另存后再运行',
    en: 'the ledger "{path}" is too large and was not read. Delete empty rows, columns and pictures, save it and run again',
  },
  'ledger-unreadable': {
    zh: '台账“{path}”打不开（{reason}）。看看它是不是文件、有没有读取权限、是不是正在别的程序里打开',
    en: 'the ledger "{path}" cannot be opened ({reason}). See whether it is a file, whether you may read it, and whether another program has it open',
  },
  'report-missing': {
    zh: '找不到报告“{path}”。核对文件名和所在的文件夹',
    en: 'the report "{path}" is not there. Check the file name and the folder',
  },
  'report-renamed': {
    zh: '找不到上年报告“{path}”。文件夹里有{found}：是上年报告的，把报告里“上年”一项改成这个文件名；不是的，把上年报告放进报告所在的文件夹',
    en: 'last year\'s report "{path}" is not there, but {found} is in the folder: if that is it, give its name under 上年 in the report; if not, put last year\'s report into the folder of the report',
  },
  'report-outside': {
    zh: '上年报告“{path}”不在本报告的文件夹或上一级文件夹里，没有读。把它移过来，或者用 --root 写明允许读取的文件夹',
    en: 'last year\'s report "{path}" lies outside this report\'s folder and its parent and was not read. Move it, or name a folder that may be read with --root',
  },
  'current-folder-gone': {
    zh: '现在所在的文件夹已经不在了：被删除，或者所在的盘断开了。换到别的文件夹里，再运行一次',
    en: 'the current folder is gone: it was deleted, or its disk is no longer there. Change to another folder and run this again',
  },
  'report-too-large': {
    zh: '报告“{path}”太大，没有读。报告应当是几十 KB 的文字文件；核对文件名是否写错',
    en: 'the report "{path}" is too large and was not read. A report is a text of some tens of KB; check the file name',
  },
  'report-unreadable': {
    zh: '报告“{path}”打不开（{reason}）。看看它是不是文件、有没有读取权限、是不是正在别的程序里打开',
    en: 'the report "{path}" cannot be opened ({reason}). See whether it is a file, whether you may read it, and whether another program has it open',
  },
  'report-unfit': {
    zh: '上年报告“{path}”有读不懂的地方，没法拿来对照。先用 annrep check 检查它，改好以后再运行',
    en: 'last year\'s report "{path}" has parts that cannot be read, so nothing can be compared with it. Check it with annrep check, mend it and run again',
  },
  'not-text': {
    zh: '“{path}”不是文字文件，读不懂。报告要用记事本一类的程序编写，保存为 UTF-8 编码的 .yaml 文件',
    en: '"{path}" is not a text and cannot be read. Write the report in a text editor and save it as .yaml in UTF-8',
  },
  'form-missing': {
    zh: '找不到附加表的样式文件“{path}”。核对“附加表”里“表”一项写的文件名，并把文件放在报告所在的文件夹里',
    en: 'the file "{path}" that defines an extension table is not there. Check the name at 表 under 附加表 and put the file into the folder of the report',
  },
  'form-outside': {
    zh: '附加表的样式文件“{path}”不在报告所在的文件夹里，没有读。把它放进报告的文件夹，或者用 --root 写明允许读取的文件夹',
    en: 'the file "{path}" that defines an extension table lies outside the folder of the report and was not read. Move it there, or name a folder that may be read with --root',
  },
  'form-too-large': {
    zh: '附加表的样式文件“{path}”太大，没有读。核对文件名是否写错',
    en: 'the file "{path}" that defines an extension table is too large and was not read. Check the file name',
  },
  'form-unreadable': {
    zh: '附加表的样式文件“{path}”打不开（{reason}）。看看它是不是文件、有没有读取权限',
    en: 'the file "{path}" that defines an extension table cannot be opened ({reason}). See whether it is a file and whether you may read it',
  },
  'picture-missing': {
    zh: '找不到图片“{path}”。核对报告里写的文件名，并把图片放在报告所在的文件夹里',
    en: 'the picture "{path}" is not there. Check the name in the report and put the picture into the folder of the report',
  },
  'picture-outside': {
    zh: '图片“{path}”不在报告所在的文件夹里，没有读。把它放进报告的文件夹，或者用 --root 写明允许读取的文件夹',
    en: 'the picture "{path}" lies outside the folder of the report and was not read. Move it there, or name a folder that may be read with --root',
  },
  'picture-too-large': {
    zh: '图片“{path}”太大，或者到它为止各张图片一共超过了64 MB（同一张放几次算几次），没有生成报告。缩小图片或者少放几张，再运行',
    en: 'the picture "{path}" is too large, or up to it the pictures have more than 64 MB together (one that is shown twice counts twice); nothing was written. Make pictures smaller or show fewer, and run again',
  },
  'picture-unreadable': {
    zh: '图片“{path}”打不开（{reason}）。看看它是不是 PNG 或 JPG 图片、有没有读取权限',
    en: 'the picture "{path}" cannot be opened ({reason}). See whether it is a PNG or JPG picture and whether you may read it',
  },
  'picture-unfit': {
    zh: '“{path}”不是 PNG 或 JPG 图片，放不进报告。用看图的程序打开它，另存为 PNG 或 JPG，报告里改成新的文件名，再运行',
    en: '"{path}" is no PNG or JPG picture and cannot be put into the report. Save it as PNG or JPG, give that name in the report and run again',
  },
  'unreadable-report': {
    zh: '报告有读不懂的地方，没有生成文件。按上面的提示改好以后再运行',
    en: 'the report has parts that cannot be read; nothing was written. Mend what is named above and run again',
  },
  'draft-unreadable': {
    zh: '报告有读不懂的地方，草稿也生成不了。按上面的提示改好以后再运行',
    en: 'the report has parts that cannot be read; not even a draft can be written. Mend what is named above and run again',
  },
  'no-reports': {
    zh: '没有找到年度报告。报告是 .yaml 文件，里面有“年度”“机关”或“总体情况”；核对文件夹，或者直接写文件名',
    en: 'no annual report was found. A report is a .yaml file with 年度, 机关 or 总体情况; check the folder, or name the file',
  },
  'bad-rule': {
    zh: '--rule 的值“{word}”不对。写成“检查项目=级别”，例如 --rule text/digits=off；级别是 off、notice、warning、error 之一',
    en: '--rule does not take "{word}". Write CODE=off, notice, warning or error, for example --rule text/digits=off',
  },
  'bad-number': {
    zh: '--max-warnings 的值“{word}”不是数。写一个不小于 0 的整数，例如 --max-warnings 5',
    en: '--max-warnings does not take "{word}". Write a whole number from 0, for example --max-warnings 5',
  },
  'bad-code': {
    zh: '没有“{word}”这个检查项目。不写项目运行 annrep explain，可以看到全部项目',
    en: 'there is no check "{word}". Run annrep explain without a code to see them all',
  },
  'bad-edition': {
    zh: '没有“{word}”这个格式版本。可以写 2019（2019、2020年度）或 2021（2021年度起）',
    en: 'there is no edition "{word}". Write 2019 (years 2019 and 2020) or 2021 (from 2021 on)',
  },
  'bad-year': {
    zh: '“{word}”不是年份。写四位数的年份，例如 annrep init 2020',
    en: '"{word}" is no year. Write a year of four digits, for example annrep init 2020',
  },
} satisfies Record<string, Said>;
