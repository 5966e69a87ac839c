import { execFileSync, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { fakeOpener } from './commands/run.ts';

const title = '鹿亭乡人民政府2020年政府信息公开工作年度报告';

let around = '';
let bundle = '';
let zip = '';

beforeAll(() => {
  around = mkdtempSync(join(tmpdir(), 'annrep-bundle-'));
  const platform = `linux-${process.arch}`;
  execFileSync(process.execPath, ['bundle.mjs', '--platform', platform, '--out', around], { stdio: 'ignore' });
  zip = join(around, readdirSync(around).find((name) => name.endsWith('.zip')) ?? '');
  const folder = join(around, '信息公开 年报（整包）');
  mkdirSync(folder);
  execFileSync('unzip', ['-q', zip, '-d', folder], { env: { ...process.env, LC_ALL: 'C.UTF-8' } });
  bundle = join(folder, readdirSync(folder)[0] ?? '');
}, 300_000);
afterAll(() => rmSync(around, { recursive: true, force: true }));

/** Runs what a double-click runs, with no program on PATH. */
function doubleClick(folder: string, words: readonly string[], typed: string, home = around) {
  const opener = fakeOpener(around);
  const { status, stdout, stderr } = spawnSync('/bin/sh', [join(bundle, 'annrep-open.sh'), ...words], {
    cwd: folder,
    input: typed,
    encoding: 'utf8',
    env: { PATH: '', HOME: home, ANNREP_OPENER: opener.path },
  });
  return { status, text: stdout + stderr, opened: opener.opened() };
}

it('builds the sample dropped on it, with the Node of the bundle and nothing on PATH', () => {
  const folder = join(around, '本年 报告');
  cpSync(join(bundle, '样例'), folder, { recursive: true });
  const ran = doubleClick(folder, ['2020.yaml'], '\n');
  expect(ran.text).toContain('按回车键关闭这个窗口');
  expect(ran).toMatchObject({ status: 0, opened: [folder] });
  expect(readdirSync(folder).sort()).toEqual(
    ['2020-台账.xlsx', '2020.yaml', `${title}.docx`, `${title}.html`, `${title}（附表）.xlsx`].sort(),
  );
});

it('says nothing but its own sentences on the very first run, however much it does in one', () => {
  const [folder, home] = [join(around, '第一次'), join(around, 'home')];
  cpSync(join(bundle, '样例'), folder, { recursive: true });
  mkdirSync(home);
  const ran = doubleClick(folder, ['2020.yaml'], '2021\n\n', home);
  expect(ran.status).toBe(0);
  expect(existsSync(join(folder, '2021.yaml'))).toBe(true);
  expect(ran.text.split('\n').filter((line) => line !== '' && !/\p{Script=Han}/u.test(line))).toEqual([]);
  expect(ran.text).not.toMatch(/Warning|node:/);
});

it('begins a report beside it where nothing is dropped', () => {
  const ran = doubleClick(around, [], '2024\n\n\n');
  expect(ran.status).toBe(0);
  expect(readFileSync(join(bundle, '2024.yaml'), 'utf8')).toContain('年度: 2024');
});

/** The words of an Exec line by the Desktop Entry Specification: the string's escapes, then the quotes, then the field codes. */
function execWords(line: string, codes: Readonly<Record<string, string>>): readonly string[] {
  const text = line.replace(/^Exec=/, '').replace(/\\(.)/g, (_, sign: string) => (sign === 's' ? ' ' : sign));
  return [...text.matchAll(/"((?:[^"\\]|\\.)*)"|(\S+)/g)].flatMap(([, quoted, bare = '']) => {
    const word = quoted === undefined ? bare : quoted.replace(/\\(["`$\\])/g, '$1');
    const code = /^%[a-z]$/.test(word) ? codes[word] : undefined;
    return code === '' ? [] : [code ?? word.replaceAll('%%', '%')];
  });
}

it('the launcher of the desktop finds the program beside itself, and takes what is dropped on it', () => {
  const launcher = join(bundle, 'annrep-open.desktop');
  const exec = readFileSync(launcher, 'utf8').match(/^Exec=.*$/m)?.[0] ?? '';
  const folder = join(around, '拖来 的');
  cpSync(join(bundle, '样例'), folder, { recursive: true });
  const launch = (dropped: string) => {
    const [program = '', ...words] = execWords(exec, { '%k': launcher, '%f': dropped });
    const opener = fakeOpener(around);
    const { status, stdout, stderr } = spawnSync(program, words, {
      cwd: '/',
      input: '\n',
      encoding: 'utf8',
      env: { PATH: '', HOME: around, ANNREP_OPENER: opener.path },
    });
    return { status, text: stdout + stderr };
  };
  expect(launch(join(folder, '2020.yaml'))).toMatchObject({ status: 0, text: expect.stringContaining('已生成：') });
  expect(launch('').text).toContain(bundle);
});

it('says in Chinese that Node is missing, and stays until Enter', () => {
  const [node, away] = [join(bundle, 'node'), join(bundle, 'away')];
  renameSync(node, away);
  try {
    const ran = doubleClick(around, [], '\n');
    expect(ran.status).toBe(2);
    expect(ran.text).toContain('没有找到可用的 Node.js');
    expect(ran.text).toContain('按回车键关闭');
    expect(ran.text).not.toContain('\r');
  } finally {
    renameSync(away, node);
  }
});

it('says the same of a Node that is too old', () => {
  const [node, away] = [join(bundle, 'node', 'node'), join(bundle, 'node', 'away')];
  renameSync(node, away);
  try {
    writeFileSync(node, '#!/bin/sh\nexit 1\n', { mode: 0o755 });
    expect(doubleClick(around, [], '\n')).toMatchObject({ status: 2 });
  } finally {
    renameSync(away, node);
  }
});

it('has every page that its guide leads to', () => {
  for (const name of ['使用说明.html', '常见问题.html']) {
    const page = readFileSync(join(bundle, name), 'utf8');
    const pages = [...page.matchAll(/href="([^"#]+)"/g)].map((match) => match[1] ?? '');
    expect(pages.length).toBeGreaterThan(0);
    for (const one of pages) expect(readdirSync(bundle)).toContain(one);
  }
});

it('keeps executable bits and dates, and lists what is in it', () => {
  for (const name of ['annrep-open.sh', 'annrep-open.desktop', 'node/node'])
    expect(statSync(join(bundle, name)).mode & 0o111).toBe(0o111);
  expect(statSync(join(bundle, 'LICENSE')).mode & 0o111).toBe(0);
  const dates = execFileSync('unzip', ['-l', zip], { encoding: 'utf8' }).match(/\d{4}-\d\d-\d\d \d\d:\d\d/g);
  expect(new Set(dates)).toEqual(new Set(['1980-01-01 12:00']));
  const bill = JSON.parse(readFileSync(join(bundle, 'sbom.cdx.json'), 'utf8'));
  const names = bill.components.map(({ name }: { name: string }) => name);
  expect(names).toEqual(expect.arrayContaining(['node', 'yaml', 'docx', 'exceljs', 'fflate', 'commander']));
  expect(names).not.toContain('vitest');
  expect(readFileSync(join(bundle, 'THIRD_PARTY_NOTICES.txt'), 'utf8')).toContain('Copyright Node.js contributors');
});

it('the wrapper for Windows is ASCII with the line ends that cmd needs', () => {
  const text = readFileSync('bin/annrep-open.cmd', 'latin1');
  expect(text).toMatch(/^(?:[\x20-\x7e]*\r\n)+$/);
  expect(readFileSync('bin/no-node.txt', 'utf8')).toMatch(/^(?:[^\r\n]*\r\n)+$/);
});
