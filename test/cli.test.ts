import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const program = join(process.cwd(), 'bin', 'annrep.js');
const fixtures = join(process.cwd(), 'fixtures');

let folder = '';
let home = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'annrep-cli-'));
  home = mkdtempSync(join(tmpdir(), 'annrep-home-'));
});
afterEach(() => {
  for (const one of [folder, home]) rmSync(one, { recursive: true, force: true });
});

interface Ran {
  readonly status: number | null;
  readonly out: string;
  readonly talk: string;
}

function annrep(words: readonly string[], environment: Record<string, string> = {}): Ran {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...words], {
    cwd: folder,
    encoding: 'utf8',
    env: { PATH: process.env.PATH, HOME: home, ...environment },
    maxBuffer: 1 << 28,
  });
  return { status, out: stdout, talk: stderr };
}

/** The mended year 2020 in the test's own folder. */
function sample(): string {
  cpSync(join(fixtures, 'luting-2020-mended'), folder, { recursive: true });
  return '2020.yaml';
}

const written = (): readonly string[] =>
  readdirSync(folder)
    .filter((name) => /^鹿亭.*\.(?:docx|xlsx)$/.test(name))
    .sort();

const noStack = (ran: Ran): void => {
  expect(ran.out + ran.talk).not.toMatch(/\n\s+at |node:internal|Error:/);
};

describe('build', () => {
  it('writes the DOCX and the XLSX of the sample, the same bytes each time and in any time zone', () => {
    const ran = annrep(['build', sample()], { TZ: 'Asia/Shanghai' });
    expect(ran).toEqual({
      status: 0,
      out: '',
      talk: '已生成：鹿亭乡人民政府2020年政府信息公开工作年度报告.docx\n已生成：鹿亭乡人民政府2020年政府信息公开工作年度报告（附表）.xlsx\n',
    });
    const first = written().map((name) => readFileSync(join(folder, name)));
    expect(
      annrep(['build', '2020.yaml', '-o', 'again/deep'], { TZ: 'America/New_York', LANG: 'de_DE.UTF-8' }).status,
    ).toBe(0);
    for (const [at, name] of written().entries())
      expect(readFileSync(join(folder, 'again/deep', name)).equals(first[at] ?? Buffer.alloc(0))).toBe(true);
  });

  it('refuses the real report with its faults and leaves what was there; a draft is written and says so in its name', () => {
    cpSync(join(fixtures, 'luting-2020'), folder, { recursive: true });
    const earlier = join(folder, '鹿亭乡人民政府2020年政府信息公开工作年度报告.docx');
    writeFileSync(earlier, '原来的');
    const ran = annrep(['build', '2020.yaml']);
    expect(ran.status).toBe(1);
    expect(ran.out).toContain('[narrative/sum]');
    expect(ran.talk).toContain('没有生成文件');
    expect(readFileSync(earlier, 'utf8')).toBe('原来的');
    const draft = annrep(['build', '2020.yaml', '--draft']);
    expect(draft.talk).toContain('（草稿）.docx');
    expect(written().filter((name) => name.includes('（草稿）'))).toHaveLength(2);
    expect(readFileSync(earlier, 'utf8')).toBe('原来的');
  });

  it.each([
    ['open in Word', '~$乡人民政府2020年政府信息公开工作年度报告.docx'],
    ['open in WPS', '.~鹿亭乡人民政府2020年政府信息公开工作年度报告.docx'],
    ['open in LibreOffice', '.~lock.鹿亭乡人民政府2020年政府信息公开工作年度报告.docx#'],
  ])('a target %s is found out before anything is written', (_, lock) => {
    const file = sample();
    annrep(['build', file]);
    const before = written().map((name) => readFileSync(join(folder, name)));
    writeFileSync(join(folder, lock), '');
    const ran = annrep(['build', file]);
    expect(ran.status).toBe(2);
    expect(ran.talk).toContain('请先关闭');
    noStack(ran);
    for (const [at, name] of written().entries())
      expect(readFileSync(join(folder, name)).equals(before[at] ?? Buffer.alloc(0))).toBe(true);
  });

  it('an output folder that cannot be made', () => {
    const file = sample();
    writeFileSync(join(folder, 'out'), 'a file');
    const ran = annrep(['build', file, '-o', 'out/below']);
    expect(ran.status).toBe(2);
    expect(ran.talk).toContain('是一个文件，不是文件夹');
    noStack(ran);
  });

  it.each([
    ['is not there', undefined, '找不到图片“流程.png”'],
    ['is no PNG and no JPG', 'RIFF WEBP', '“流程.png”不是 PNG 或 JPG 图片'],
  ])('a picture that %s', (_, picture, said) => {
    const file = sample();
    const blocks = '引言:\n  - 图片: {文件: 流程.png}\n  - 段落: |\n      ';
    const text = readFileSync(join(folder, file), 'utf8').replace('引言: |\n  ', blocks);
    writeFileSync(join(folder, file), text);
    if (picture) writeFileSync(join(folder, '流程.png'), picture);
    const ran = annrep(['build', file]);
    expect(ran.status).toBe(2);
    expect(ran.talk).toContain(said);
    expect(written()).toEqual([]);
    noStack(ran);
  });

  it('an output that may not be written', () => {
    const file = sample();
    annrep(['build', file]);
    const [docx = ''] = written();
    chmodSync(join(folder, docx), 0o444);
    const ran = annrep(['build', file]);
    expect(ran.status).toBe(2);
    expect(ran.talk).toContain('只读');
    noStack(ran);
  });
});

describe('input that is not a report', () => {
  const report = readFileSync(join(fixtures, 'ok', 'with-ledger.yaml'), 'utf8');
  const base = readFileSync(join(fixtures, 'ok', 'rows.yaml'), 'utf8');
  it.each<[string, string | Uint8Array, string]>([
    ['an empty file', '', '空'],
    ['a tab for indentation', base.replace(/\n {2}(?=\S)/, '\n\t'), 'Tab'],
    ['12 件', base.replace('[1, 1, 0, 0, 1, 0]', '[12 件, 1, 0, 0, 1, 0]'), '12 件'],
    ['an unknown edition', `${base}\n格式: 2030\n`, '2030'],
    ['a binary file', new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 0, 0, 0xff, 0xfe, 0, 1]), ''],
    ['half a UTF-8 character', Buffer.from(base).subarray(0, Buffer.from(base).indexOf('机关') + 4), ''],
    ['an alias bomb', 'a: &a [x]\nb: &b [*a,*a]\nc: &c [*b,*b]\n', ''],
    ['a prototype key', `${base}\n__proto__: {x: 1}\n`, '__proto__'],
    ['a million brackets', '['.repeat(1_000_000), ''],
  ])('%s', (_, text, said) => {
    writeFileSync(join(folder, '2024.yaml'), text);
    for (const command of ['check', 'build']) {
      const ran = annrep([command, '2024.yaml']);
      expect(ran.status).toBe(1);
      expect(ran.out).toContain(said);
      expect(ran.out).toMatch(/^2024\.yaml:\d+:\d+: 错误: \S.* \[[a-z]+\/[a-z-]+\]$/m);
      noStack(ran);
      expect(readdirSync(folder)).toEqual(['2024.yaml']);
    }
  });

  it.each<[string, (ledger: string) => void, string]>([
    ['missing', (ledger) => rmSync(ledger), '找不到台账'],
    ['a Word document', (ledger) => cpSync(docx(), ledger), 'Word 文档'],
    ['behind a password', (ledger) => writeFileSync(ledger, encrypted()), '密码'],
    ['no workbook at all', (ledger) => writeFileSync(ledger, '\u0000\u0001nonsense'), '不是 Excel'],
    ['half a workbook', (ledger) => writeFileSync(ledger, readFileSync(ledger).subarray(0, 3000)), '台账'],
  ])('a ledger that is %s', (_, spoil, said) => {
    const file = sample();
    spoil(join(folder, '2020-台账.xlsx'));
    for (const command of ['check', 'build']) {
      const ran = annrep([command, file]);
      expect(ran.status).toBe(2);
      expect(ran.talk).toContain(said);
      noStack(ran);
      expect(written()).toEqual([]);
    }
  });

  /** A real DOCX: our own. */
  function docx(): string {
    const other = mkdtempSync(join(tmpdir(), 'annrep-docx-'));
    annrep(['build', join(fixtures, 'luting-2020-mended', '2020.yaml'), '-o', other]);
    return join(other, readdirSync(other).find((name) => name.endsWith('.docx')) ?? '');
  }

  /** The head of an encrypted package as Office writes it: a compound file with a stream EncryptedPackage. */
  function encrypted(): Buffer {
    const bytes = Buffer.alloc(1536);
    bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    bytes.writeUInt16LE(0x3e, 24);
    bytes.writeUInt16LE(3, 26);
    bytes.writeUInt16LE(0xfffe, 28);
    bytes.writeUInt16LE(9, 30);
    bytes.writeUInt16LE(6, 32);
    bytes.writeUInt32LE(1, 44);
    bytes.writeUInt32LE(1, 48);
    bytes.writeUInt32LE(4096, 56);
    bytes.writeUInt32LE(0xfffffffe, 60);
    bytes.writeUInt32LE(0xfffffffe, 68);
    bytes.writeUInt32LE(0, 76);
    bytes.fill(0xff, 80, 512);
    bytes.fill(0xff, 512, 1024);
    bytes.writeUInt32LE(0xfffffffd, 512);
    bytes.writeUInt32LE(0xfffffffe, 516);
    for (const [at, name] of ['Root Entry', 'EncryptedPackage'].entries()) {
      bytes.write(name, 1024 + at * 128, 'utf16le');
      bytes.writeUInt16LE((name.length + 1) * 2, 1024 + at * 128 + 64);
      bytes[1024 + at * 128 + 66] = at === 0 ? 5 : 2;
    }
    return bytes;
  }

  it('a file that leaves the folder of the report is not read', () => {
    mkdirSync(join(folder, 'inside'));
    cpSync(join(fixtures, 'luting-2020-mended', '2020-台账.xlsx'), join(folder, '2020-台账.xlsx'));
    writeFileSync(join(folder, 'inside', '2024.yaml'), report.replace(/^台账: .*$/m, '台账: ../2020-台账.xlsx'));
    const ran = annrep(['check', 'inside/2024.yaml']);
    expect(ran.status).toBe(1);
    expect(ran.out).toContain('[shape/path]');
  });

  it('a folder whose name begins with two dots is below the one that it lies in', () => {
    const file = sample();
    const text = readFileSync(join(folder, file), 'utf8').replace(/^台账: .*$/m, '台账: ..data/2020-台账.xlsx');
    mkdirSync(join(folder, '..data'));
    cpSync(join(folder, '2020-台账.xlsx'), join(folder, '..data', '2020-台账.xlsx'));
    writeFileSync(join(folder, file), text);
    expect(annrep(['check', file])).toMatchObject({ status: 0, out: '' });
    writeFileSync(join(folder, '..data', file), text.replace('..data/', '../'));
    expect(annrep(['check', `..data/${file}`, '--root', '.'])).toMatchObject({ status: 0, out: '' });
    expect(annrep(['check', `..data/${file}`])).toMatchObject({
      status: 1,
      out: expect.stringContaining('[shape/path]'),
    });
  });

  it.each(['gbk', 'utf-16'])('%s is read', (name) => {
    cpSync(join(fixtures, 'ok', `${name}.yaml`), join(folder, '2024.yaml'));
    expect(annrep(['check', '2024.yaml'])).toMatchObject({ status: 0, out: '' });
  });

  it('a report that is not there', () => {
    const ran = annrep(['check', 'no.yaml']);
    expect(ran.status).toBe(2);
    expect(ran.talk).toContain('no.yaml');
    noStack(ran);
  });
});

describe('check', () => {
  it('takes folders, tells reports from other YAML, and leaves dot folders, node_modules and links alone', () => {
    mkdirSync(join(folder, 'a/node_modules/x'), { recursive: true });
    mkdirSync(join(folder, 'a/.git'));
    for (const name of ['a/2.yaml', 'a/10.yml', 'a/node_modules/x/3.yaml', 'a/.git/4.yaml'])
      cpSync(join(fixtures, 'ok', 'rows.yaml'), join(folder, name));
    writeFileSync(join(folder, 'a/other.yaml'), 'on: push\n');
    writeFileSync(join(folder, 'a/broken.yaml'), '机关: [\n');
    const long = '# 说明\n'.repeat(1000);
    writeFileSync(join(folder, 'a/late.yaml'), `${long}年度: [\n`);
    const ran = annrep(['check', 'a/', '--format', 'json']);
    expect(JSON.parse(ran.out).files.map((one: { file: string }) => one.file)).toEqual([
      'a/10.yml',
      'a/2.yaml',
      'a/broken.yaml',
      'a/late.yaml',
    ]);
    expect(ran.talk).toContain('另有1个 YAML 文件不是年度报告');
    expect(annrep(['check']).talk).toContain('a/broken.yaml');
    expect(annrep(['check', 'a/*.yml']).status).toBe(0);
    expect(annrep(['check', 'a/*.none']).status).toBe(2);
  });

  describe('passes over no report in a folder', () => {
    const text = readFileSync(join(fixtures, 'ok', 'rows.yaml'), 'utf8');
    const wide = Buffer.from(text, 'utf16le');
    const indented = text.replace(/^(?=.)/gm, '    ');
    it.each<[string, string | Uint8Array]>([
      ['whose keys are all indented', indented],
      ['whose indented keys follow comments and a mark', `# 说明\n\n---\n  # 又\n${indented}`],
      ['whose keys are all indented, below many comments', `${'# 说明\n'.repeat(1000)}${indented}`],
      ['in UTF-16 without a mark', wide],
      ['in big-endian UTF-16 without a mark', Buffer.from(wide).swap16()],
      ['in UTF-16 without a mark, indented', Buffer.from(indented, 'utf16le')],
    ])('%s', (_, bytes) => {
      writeFileSync(join(folder, 'r.yaml'), bytes);
      writeFileSync(join(folder, 'other.yaml'), '地址:\n  机关: 柳溪乡人民政府\n  年度: 2024\n');
      const ran = annrep(['check', '--format', 'json']);
      expect(JSON.parse(ran.out).files).toEqual([{ file: 'r.yaml', findings: [] }]);
      expect(ran).toMatchObject({ status: 0, talk: expect.stringContaining('另有1个 YAML 文件不是年度报告') });
    });

    it.each<[string, string, RegExp]>([
      ['indented by a tab', text.replace(/^(?=.)/gm, '\t'), /^r\.yaml:3:1: 错误: .*Tab/],
      ['indented by wide spaces', text.replace(/^(?=.)/gm, '　'), /^r\.yaml:3:1: 错误: .*全角空格/],
      ['in braces', '{年度: 2024, 机关: 柳溪乡人民政府}', /^r\.yaml:\d+:\d+: 错误: /],
      ['in escapes', '{"\\u5e74\\u5ea6": 2024}', /^r\.yaml:\d+:\d+: 错误: /],
    ])('%s', (_, written, said) => {
      writeFileSync(join(folder, 'r.yaml'), written);
      expect(annrep(['check'])).toMatchObject({ status: 1, out: expect.stringMatching(said) });
    });

    it('larger than any report can be', () => {
      writeFileSync(join(folder, 'r.yaml'), text);
      truncateSync(join(folder, 'r.yaml'), 65 * 1024 * 1024);
      const ran = annrep(['check']);
      expect(ran).toMatchObject({ status: 2, out: '' });
      expect(ran.talk).toContain('r.yaml: 报告“r.yaml”太大，没有读');
    });
  });

  it('many files: 2 wins over 1, and the others are still reported', () => {
    cpSync(join(fixtures, 'err', 'requests-balance.yaml'), join(folder, 'bad.yaml'));
    const ran = annrep(['check', 'gone.yaml', 'bad.yaml']);
    expect(ran.status).toBe(2);
    expect(ran.out).toContain('[requests/balance]');
  });

  it('warnings fail only past --max-warnings; a rule can be changed or turned off', () => {
    cpSync(join(fixtures, 'err', 'shape-blank-cell.yaml'), join(folder, 'r.yaml'));
    expect(annrep(['check', 'r.yaml']).status).toBe(0);
    expect(annrep(['check', 'r.yaml', '--max-warnings', '0']).status).toBe(1);
    expect(annrep(['check', 'r.yaml', '--rule', 'shape/blank-cell=error']).status).toBe(1);
    expect(annrep(['check', 'r.yaml', '--rule', 'shape/blank-cell=off', '--max-warnings', '0'])).toMatchObject({
      status: 0,
      out: '',
    });
    expect(annrep(['check', 'r.yaml', '--rule', 'shape/blank=off'])).toMatchObject({ status: 2, out: '' });
    expect(annrep(['check', 'r.yaml', '--max-warnings', 'x']).status).toBe(2);
  });

  it.each(['yaml-syntax', 'yaml-duplicate-key', 'shape-number', 'shape-unknown-key'])(
    'what keeps a report from being checked cannot be turned off: %s',
    (name) => {
      cpSync(join(fixtures, 'err', `${name}.yaml`), join(folder, 'r.yaml'));
      for (const severity of ['off', 'notice'])
        expect(annrep(['check', 'r.yaml', '--rule', `${name.replace('-', '/')}=${severity}`]).status).toBe(1);
    },
  );

  it('writes a format into a file and keeps text on the screen; a pipe gets everything, however long', () => {
    cpSync(join(fixtures, 'err', 'requests-balance.yaml'), join(folder, 'r.yaml'));
    const ran = annrep(['check', 'r.yaml', '--format', 'json', '-o', 'r.json', '--quiet']);
    expect(ran.talk).toBe('');
    expect(ran.out).toMatch(/^r\.yaml:\d+:\d+: 错误: /);
    expect(JSON.parse(readFileSync(join(folder, 'r.json'), 'utf8')).summary.errors).toBe(1);
    const copies = Array.from({ length: 300 }, (_, at) => `r${at}.yaml`);
    for (const copy of copies) cpSync(join(folder, 'r.yaml'), join(folder, copy));
    // One file is checked once, by however many names.
    const many = annrep(['check', ...Array.from({ length: 400 }, () => './r.yaml'), 'r.yaml', '././r.yaml', ...copies]);
    expect(many.out.match(/\[requests\/balance\]/g)?.length).toBe(301);
  });

  it('annotates under GitHub Actions, and colours only where they are wanted', () => {
    cpSync(join(fixtures, 'err', 'requests-balance.yaml'), join(folder, 'r.yaml'));
    expect(annrep(['check', 'r.yaml'], { GITHUB_ACTIONS: 'true' }).out).toMatch(
      /^::error file=r\.yaml,line=\d+,endLine=\d+,col=\d+,endColumn=\d+,title=requests\/balance::/m,
    );
    expect(annrep(['check', 'r.yaml'], { FORCE_COLOR: '1' }).out).toContain('\u001b[31m');
    expect(annrep(['check', 'r.yaml'], { FORCE_COLOR: '1', NO_COLOR: '1' }).out).not.toContain('\u001b');
  });
});

describe('the command line itself', () => {
  it('speaks Chinese, and English where asked', () => {
    expect(annrep(['--help'])).toMatchObject({ status: 0, talk: '' });
    expect(annrep(['--help']).out).toContain('用法：');
    expect(annrep(['--help', '--lang', 'en']).out).toContain('Usage:');
    expect(annrep(['check', '--nonsense']).talk).toBe('没有这个选项：--nonsense。用 annrep --help 看写法\n');
    expect(annrep(['chekc']).status).toBe(2);
    expect(annrep(['\u001b[31mchekc']).talk).toContain('没有这个命令：<U+001B>[31mchekc');
    expect(annrep(['\u001b[31mchekc', '--lang', 'en']).talk).not.toContain('\u001b');
    expect(annrep(['check', '--max-warnings', '-1'])).toMatchObject({ status: 2, out: '' });
    expect(annrep(['check', '--max-warnings', '-1']).talk).toContain('用等号连着写：--max-warnings=-1');
    for (const words of [['-o', ''], ['--output='], ['--root', '']])
      expect(annrep(['check', ...words])).toMatchObject({
        status: 2,
        talk: expect.stringMatching(/^选项后面少写了值：--(?:output|root)。/),
      });
    expect(annrep(['build', '-o', '--html', 'a.yaml']).talk).toContain('少写了值');
    expect(annrep(['build']).talk).toContain('少写了要处理的文件');
    expect(annrep(['--version']).out).toBe(`${JSON.parse(readFileSync('package.json', 'utf8')).version}\n`);
  });

  it.each([
    'init 2024',
    'init 2024 -o FOLDER',
    'open',
    'check',
    'check .',
    'check *.yaml',
    'build FOLDER/2020.yaml',
    'build FOLDER/2020.yaml -o out',
    'build FOLDER/2020.yaml --watch',
  ])('%s in a folder that is deleted meanwhile', (words) => {
    sample();
    const typed = words.replaceAll('FOLDER', '"$2"').replace('*', "'*'");
    const script = `mkdir gone && cd gone && rmdir ../gone && exec "$0" "$1" ${typed}`;
    const { status, stdout, stderr } = spawnSync('sh', ['-c', script, process.execPath, program, folder], {
      cwd: folder,
      encoding: 'utf8',
      env: { PATH: process.env.PATH, HOME: home },
    });
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr.trim().split('\n').at(-1)).toMatch(/^现在所在的文件夹已经不在了/);
    expect(readdirSync(folder).sort()).toEqual(['2020-台账.xlsx', '2020.yaml']);
  });

  it('explains a check, with its example, and lists them all', () => {
    const list = annrep(['explain']).out;
    expect(list).toContain('requests/balance');
    const one = annrep(['explain', 'requests/balance']).out;
    expect(one).toContain('第一项加第二项');
    expect(one).toContain('[requests/balance]');
    expect(annrep(['explain', 'no/such']).status).toBe(2);
  });

  it('prints the schema of both editions or of one', () => {
    expect(JSON.parse(annrep(['schema']).out)).toEqual(JSON.parse(readFileSync('schema/report.schema.json', 'utf8')));
    expect(annrep(['schema', '--edition', '2019']).out).not.toContain('本年制发件数');
    expect(annrep(['schema', '--edition', '1999']).status).toBe(2);
  });

  it('leaves nothing behind but what it says', () => {
    const file = sample();
    annrep(['build', file]);
    expect(readdirSync(folder).sort()).toEqual(['2020-台账.xlsx', '2020.yaml', ...written()].sort());
    expect(existsSync(join(folder, '.cache'))).toBe(false);
  });
});
