import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';

const program = join(process.cwd(), 'bin', 'annrep.js');
const fixtures = join(process.cwd(), 'fixtures');

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'annrep-html-cli-'));
  cpSync(join(fixtures, 'luting-2020-mended'), folder, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const annrep = (...words: readonly string[]): { status: number | null; out: string; talk: string } => {
  const environment = { PATH: process.env.PATH, HOME: folder, XDG_CACHE_HOME: join(folder, '.cache') };
  const ran = spawnSync(process.execPath, [program, ...words], { cwd: folder, encoding: 'utf8', env: environment });
  return { status: ran.status, out: ran.stdout, talk: ran.stderr };
};

const title = '鹿亭乡人民政府2020年政府信息公开工作年度报告';

it('build --html writes the page beside the other two, the same from run to run', () => {
  expect(annrep('build', '2020.yaml', '--html').status).toBe(0);
  const page = readFileSync(join(folder, `${title}.html`), 'utf8');
  expect(page).toContain(`<title>${title}</title>`);
  expect(readdirSync(folder).filter((name) => name.startsWith(title))).toHaveLength(3);
  expect(annrep('build', '2020.yaml', '--html', '--draft', '-o', 'out').status).toBe(0);
  expect(readFileSync(join(folder, 'out', `${title}（草稿）.html`), 'utf8')).toContain('不得公布');
  rmSync(join(folder, `${title}.html`));
  annrep('build', '2020.yaml', '--html');
  expect(readFileSync(join(folder, `${title}.html`), 'utf8')).toBe(page);
});

it('build without --html writes none; with a page that cannot be written nothing is written', () => {
  annrep('build', '2020.yaml');
  expect(readdirSync(folder).some((name) => name.endsWith('.html'))).toBe(false);
  mkdirSync(join(folder, 'out', `${title}.html`), { recursive: true });
  expect(annrep('build', '2020.yaml', '--html', '-o', 'out').status).toBe(2);
  expect(readdirSync(join(folder, 'out'))).toEqual([`${title}.html`]);
});

it('check --format html prints the page, with -o it is filed and the text stays on the screen', () => {
  cpSync(join(fixtures, 'hongze-2023'), join(folder, 'hongze'), { recursive: true });
  const printed = annrep('check', '2020.yaml', 'hongze', '--format', 'html', '--quiet');
  expect([printed.status, printed.talk]).toEqual([1, '']);
  expect(printed.out).toMatch(/^<!DOCTYPE html>[\s\S]*<\/html>\n$/);
  const filed = annrep('check', '2020.yaml', 'hongze', '--format', 'html', '-o', 'page.html', '--quiet');
  expect(filed.out).toContain('[review/total]');
  expect(readFileSync(join(folder, 'page.html'), 'utf8')).toBe(printed.out);
});

it('a page of many reports on several threads is in the order of the files', () => {
  const text = readFileSync(join(folder, '2020.yaml'), 'utf8');
  for (let at = 100; at < 180; at += 1) writeFileSync(join(folder, `${at}.yaml`), text);
  const { out, status } = annrep('check', '--format', 'html', '--quiet');
  expect(status).toBe(0);
  const named = [...out.matchAll(/<p class="file"><bdi>(?:\.\/)?(\d+)\.yaml/g)].map((match) => Number(match[1]));
  expect(named).toEqual([...Array.from({ length: 80 }, (_, at) => 100 + at), 2020]);
});

it('a ledger that cannot be read is said on the page', () => {
  writeFileSync(join(folder, '2020-台账.xlsx'), '<html>');
  const { out, status } = annrep('check', '2020.yaml', '--format', 'html', '--quiet');
  expect(status).toBe(2);
  expect(out).toContain('有文件没有读成');
  expect(out).toContain('2020-台账.xlsx');
});
