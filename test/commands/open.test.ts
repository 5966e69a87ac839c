import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openerFor } from '../../src/commands/opener.ts';
import { fakeOpener, fixtures, run } from './run.ts';

let around = '';
let folder = '';
beforeEach(() => {
  around = realpathSync(mkdtempSync(join(tmpdir(), 'annrep-open-')));
  folder = join(around, '政务 公开（一）');
  mkdirSync(folder);
});
afterEach(() => rmSync(around, { recursive: true, force: true }));

const title = '鹿亭乡人民政府2020年政府信息公开工作年度报告';
const put = (fixture: string): void => cpSync(join(fixtures, fixture), folder, { recursive: true });

/** What only a command line has a place for. */
const command = /annrep [a-z]|(?:^|[^A-Za-z0-9-])-{1,2}[a-z]/m;

/** Runs `annrep open` in the clerk's folder; what would have been opened on the screen is noted. */
async function open(words: readonly string[], typed?: string, status = 0) {
  const opener = fakeOpener(around, status);
  const ran = await run(['open', ...words], folder, typed, { ANNREP_OPENER: opener.path });
  expect(ran.text).not.toMatch(/\n\s+at |node:internal|Error:/);
  expect(ran.text.replaceAll(around, '')).not.toMatch(command);
  return { ...ran, opened: opener.opened() };
}

describe('a report in the current folder', () => {
  it('with faults: the page is opened, nothing is built until a draft is wanted', async () => {
    put('luting-2020');
    const page = join(folder, '2020（校验结果）.html');
    const refused = await open([], '\n');
    expect(refused).toMatchObject({ status: 1, opened: [page] });
    expect(readFileSync(page, 'utf8')).toContain('相差30');
    expect(readdirSync(folder).filter((name) => name.endsWith('.docx'))).toEqual([]);
    const drafted = await open([], '1\n');
    expect(drafted).toMatchObject({ status: 1, opened: [page, page, folder] });
    expect(existsSync(join(folder, `${title}（草稿）.docx`))).toBe(true);
    expect(drafted.text.match(/错误2处/g)).toHaveLength(1);
  });

  it('without errors: both documents, and the folder is opened last', async () => {
    put('luting-2020-mended');
    const ran = await open([]);
    expect(ran.status).toBe(0);
    expect(ran.opened.at(-1)).toBe(folder);
    for (const name of [`${title}.docx`, `${title}（附表）.xlsx`, `${title}.html`])
      expect(existsSync(join(folder, name))).toBe(true);
    expect(ran.text).toContain('网页（.html）交给网站管理员公布');
    expect(ran.text).not.toContain('检查网页里还列着');
  });

  it('that cannot be read: the page says where, and no draft is offered', async () => {
    writeFileSync(join(folder, '2020.yaml'), '年度: 2020\n机关：某局\n');
    const ran = await open([], '1\n');
    expect(ran.status).toBe(1);
    expect(ran.text).not.toContain('草稿');
    expect(ran.opened).toEqual([join(folder, '2020（校验结果）.html')]);
  });

  it('whose ledger is missing: a sentence, and nothing is built', async () => {
    put('luting-2020-mended');
    rmSync(join(folder, '2020-台账.xlsx'));
    const ran = await open([]);
    expect(ran.status).toBe(2);
    expect(ran.text).toContain('找不到台账');
    expect(readdirSync(folder)).not.toContain(`${title}.docx`);
  });
});

it('with warnings alone both are shown, and the page is to be read first', async () => {
  const report = readFileSync(join(fixtures, 'err', 'year-stray.yaml'), 'utf8');
  writeFileSync(join(folder, '2024.yaml'), report);
  const ran = await open([]);
  expect(ran).toMatchObject({ status: 0, opened: [join(folder, '2024（校验结果）.html'), folder] });
  expect(ran.text).toContain('没有错误，可以用；检查网页里还列着要核对的地方');
});

describe('half-way', () => {
  it('as it was begun: what is missing is on the page, and no draft or next year is offered', async () => {
    await open([], '2024\n\n');
    const ran = await open(['--pause'], '\n');
    expect(ran.status).toBe(1);
    expect(ran.text).toMatch(/报告还没有填完，.*再双击本程序/);
    expect(ran.text).not.toMatch(/草稿|2025年度/);
    expect(ran.opened.at(-1)).toBe(join(folder, '2024（校验结果）.html'));
  });

  it('the ledger was renamed: what lies there is named', async () => {
    put('luting-2020-mended');
    renameSync(join(folder, '2020-台账.xlsx'), join(folder, '2020年台账（定稿）.xlsx'));
    writeFileSync(join(folder, '~$2020年台账（定稿）.xlsx'), '');
    const ran = await open([]);
    expect(ran.status).toBe(2);
    expect(ran.text).toContain('文件夹里有“2020年台账（定稿）.xlsx”：台账改过名字的');
    expect(ran.text).toContain('改好以后，再双击本程序');
  });

  it('last year’s report has another name: what lies there is named', async () => {
    put('luting-2020-mended');
    const own = join(folder, '2020.yaml');
    writeFileSync(own, readFileSync(own, 'utf8').replace('级别: 乡镇', '级别: 乡镇\n上年: 2019年报(定稿).yaml'));
    writeFileSync(join(folder, '2019年报（定稿）.yaml'), '年度: 2019\n机关: 鹿亭乡人民政府\n');
    const ran = await open([own]);
    expect(ran.status).toBe(2);
    expect(ran.text).toContain(
      '找不到上年报告“2019年报(定稿).yaml”。文件夹里有“2019年报（定稿）.yaml”：是上年报告的，把报告里“上年”一项改成这个文件名',
    );
  });

  it.each(['~$2020-台账.xlsx', '.~2020-台账.xlsx', '.~lock.2020-台账.xlsx#'])(
    'the ledger is open: %s',
    async (lock) => {
      put('luting-2020-mended');
      writeFileSync(join(folder, lock), '');
      const ran = await open([]);
      expect(ran.status).toBe(0);
      expect(ran.text).toContain('“2020-台账.xlsx”正在 Excel 或 WPS 里打开，这次读的是上次保存的内容');
    },
  );

  it('the document is open in Word', async () => {
    put('luting-2020-mended');
    expect((await open([])).status).toBe(0);
    writeFileSync(join(folder, `~$${title.slice(2)}.docx`), '');
    const ran = await open([]);
    expect(ran.status).toBe(2);
    expect(ran.text).toMatch(/正在 Word、WPS 或别的程序里打开.*\n改好以后，再双击本程序/);
  });

  it('there is a folder where the document should be', async () => {
    put('luting-2020-mended');
    mkdirSync(join(folder, `${title}.docx`));
    const ran = await open([]);
    expect(ran.status).toBe(2);
    expect(ran.text).toContain('把这个文件夹改名或移走，再试一次');
  });

  it('saved by Notepad as text', async () => {
    put('luting-2020-mended');
    renameSync(join(folder, '2020.yaml'), join(folder, '2020.yaml.txt'));
    for (const words of [[], [join(folder, '2020.yaml.txt')]]) expect((await open(words)).status).toBe(0);
  });
});

describe('what is dropped on the program', () => {
  it('from elsewhere: it is to be dropped again', async () => {
    cpSync(join(fixtures, 'luting-2020'), join(around, '别处'), { recursive: true });
    const ran = await open([join(around, '别处', '2020.yaml')], '\n');
    expect(ran.text).toContain('改好并保存以后，把“2020.yaml”拖到程序图标上');
    const begun = await open([join(around, '别处'), '--pause'], '\n2021\n\n');
    expect(begun.text).toContain('3. 把“2021.yaml”拖到程序图标上，就会检查');
  });

  it('the report, its ledger or its folder', async () => {
    const elsewhere = join(around, '别处 & 100%');
    mkdirSync(elsewhere);
    cpSync(join(fixtures, 'luting-2020-mended'), elsewhere, { recursive: true });
    for (const name of ['2020.yaml', '2020-台账.xlsx', '']) {
      const ran = await open([join(elsewhere, name)]);
      expect(ran.status).toBe(0);
      expect(ran.opened.at(-1)).toBe(elsewhere);
    }
    expect(readdirSync(folder)).toEqual([]);
  });

  it('a file that is gone', async () => {
    const ran = await open([join(folder, '没有.yaml'), '--pause'], '\n');
    expect(ran).toMatchObject({ status: 2, opened: [] });
    expect(ran.text).toContain('没有.yaml');
    expect(ran.text).toContain('按回车键关闭');
  });
});

describe('several reports', () => {
  beforeEach(() => {
    put('luting-2020-mended');
    for (const [name, year] of [
      ['a.yaml', 2023],
      ['z.yml', 2019],
    ] as const)
      writeFileSync(join(folder, name), `年度: ${year}\n机关: 某县档案局\n`);
    writeFileSync(join(folder, 'other.yaml'), 'on: push\n');
  });

  it.each([
    ['2\n', '2020.yaml'],
    ['２\n', '2020.yaml'],
    ['九\n8\n1\n\n', 'z.yml'],
    ['\n', 'a.yaml'],
  ])('the answer %j takes %s', async (typed, name) => {
    const ran = await open([], typed);
    expect(ran.text).toMatch(/1　z\.yml\n.*2　2020\.yaml\n.*3　a\.yaml\n/);
    expect(ran.text).toContain(`正在检查：${join(folder, name)}\n`);
  });

  it.each([
    ['2020年\n', '2020.yaml'],
    ['二〇一九年度\n', 'z.yml'],
  ])('the year %j takes the report on it', async (typed, name) => {
    expect((await open([], typed)).text).toContain(`正在检查：${join(folder, name)}\n`);
  });

  it('a year begins a report from the year before, wherever that stands in the list, or from none', async () => {
    expect((await open([], '2021\n')).text).toContain(`已从“${join(folder, '2020.yaml')}”抄来`);
    const alone = await open([], '2030\n某县档案局\n');
    expect(alone.status).toBe(0);
    expect(alone.text).not.toContain('抄来');
  });

  it('nobody answers: nothing is done', async () => {
    const before = readdirSync(folder);
    const ran = await open([]);
    expect(ran).toMatchObject({ status: 2, opened: [] });
    expect(readdirSync(folder)).toEqual(before);
  });
});

describe('a new report', () => {
  it('is offered in an empty folder', async () => {
    const ran = await open([], '2024\n某某县档案局\n');
    expect(ran).toMatchObject({ status: 0, opened: [folder] });
    expect(readFileSync(join(folder, '2024.yaml'), 'utf8')).toContain('某某县档案局');
    expect(existsSync(join(folder, '2024-台账.xlsx'))).toBe(true);
  });

  it('is not made without a year', async () => {
    expect((await open([], '\n')).status).toBe(2);
    const unclear = await open([], '今年\n1998\n20025\n');
    expect(unclear.status).toBe(2);
    expect(unclear.text).toContain('“20025”不是年度。年度是四位数');
    expect(readdirSync(folder)).toEqual([]);
  });

  it.each(['２０２４', '2024年', '2024年度', '二〇二四', '二零二四年', '2O24'])(
    'the year may be typed %s',
    async (typed) => {
      await open([], `${typed}\n\n`);
      expect(existsSync(join(folder, '2024.yaml'))).toBe(true);
    },
  );

  it('of a year before there was a form is asked again, before the organ', async () => {
    const ran = await open([], '2018年\n2019\n某县档案局\n');
    expect(ran.status).toBe(0);
    expect(ran.text).toContain('“2018年”太早了：年度报告的统一格式从2019年度起才有，输入2019或以后的年度');
    expect(ran.text.match(/机关的全称/g)).toHaveLength(1);
    expect(readFileSync(join(folder, '2019.yaml'), 'utf8')).toContain('某县档案局');
  });

  it('of a year before there was a form is not begun from the list either', async () => {
    put('luting-2020-mended');
    writeFileSync(join(folder, '2021.yaml'), '年度: 2021\n机关: 某县档案局\n');
    const ran = await open([], '2018\n\n');
    expect(ran.text).toContain('“2018”太早了');
    expect(existsSync(join(folder, '2018.yaml'))).toBe(false);
  });

  it('of a year that has one already is that one', async () => {
    put('luting-2020-mended');
    writeFileSync(join(folder, '2021.yaml'), '年度: 2021\n机关: 某县档案局\n');
    const ran = await open([join(folder, '2020.yaml'), '--pause'], '2021\n\n\n');
    expect(ran.text).not.toContain('要新建2021年度');
    expect(readFileSync(join(folder, '2021.yaml'), 'utf8')).toBe('年度: 2021\n机关: 某县档案局\n');
  });

  it('follows one that has errors, but not one that cannot be read', async () => {
    put('luting-2020');
    const ran = await open(['--pause'], '\n2021\n\n');
    expect(ran.status).toBe(0);
    expect(ran.text).toMatch(/还有2处错误，从它抄来的数要核对：把它拖到程序图标上/);
    expect(existsSync(join(folder, '2021.yaml'))).toBe(true);
  });

  it('follows last year’s when that is done, and takes the organ from it', async () => {
    put('luting-2020-mended');
    const ran = await open(['--pause'], '2021\n\n');
    expect(ran.status).toBe(0);
    expect(ran.text).toContain('要新建2021年度的报告');
    expect(readFileSync(join(folder, '2021.yaml'), 'utf8')).toMatch(/机关: 鹿亭乡人民政府/);
  });
});

it('where nothing can be opened it says what to open oneself', async () => {
  put('luting-2020-mended');
  const ran = await open([], undefined, 1);
  expect(ran.status).toBe(0);
  expect(ran.text).toContain(`自己双击打开：${folder}`);
  const bare = await run(['open'], folder, undefined, { DISPLAY: '', PATH: '' });
  expect(bare.text).toContain(`自己双击打开：${folder}`);
});

it('every system gets the path as one word, whatever it holds', () => {
  const path = 'D:\\我的 文件\\a & b,100%!.html';
  expect(openerFor('win32', {}, path)).toMatchObject({ program: 'explorer.exe', words: [`"${path}"`] });
  expect(openerFor('darwin', {}, '/a b')).toMatchObject({ program: 'open', words: ['/a b'] });
  expect(openerFor('linux', { DISPLAY: ':0' }, '/a b')).toMatchObject({ program: 'xdg-open', words: ['/a b'] });
  expect(openerFor('linux', {}, '/a b')).toBeUndefined();
});
