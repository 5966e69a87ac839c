import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { globSync } from 'tinyglobby';
import { afterAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { pageOf } from './page-of.ts';
import { python } from './tools.ts';
import { entries, typeRows, withValues } from './typing.ts';

const program = resolve('bin/annrep.js');
const guide = readFileSync('docs/教程.md', 'utf8');
const questions = readFileSync('docs/常见问题.md', 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'annrep-guide-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Block {
  readonly language: string;
  /** What stands behind the language: a file, or what a list lists. */
  readonly name: string;
  readonly text: string;
  readonly line: number;
}

/** The fenced blocks of a page, and its tables of ledger rows, in the order of the page. */
function blocksOf(page: string): readonly Block[] {
  const pattern = /^```(\S+)(?: (.+))?\n([\s\S]*?)^```$|^工作表“(.+?)”.*\n\n((?:\|.*\n)+)/gm;
  return [...page.matchAll(pattern)].map((match) => ({
    language: match[1] ?? 'rows',
    name: match[2] ?? match[4] ?? '',
    text: match[3] ?? match[5] ?? '',
    line: page.slice(0, match.index).split('\n').length,
  }));
}

/** Puts the lines marked + in place of those marked -, which stand in the text once. */
function withLines(report: string, difference: string): string {
  const marked = (sign: string): string =>
    difference
      .split('\n')
      .flatMap((line) => (line.startsWith(sign) ? [line.slice(1)] : []))
      .join('\n');
  expect(report.split(marked('-'))).toHaveLength(2);
  return report.replace(marked('-'), () => marked('+'));
}

const cells = (row: string): readonly string[] =>
  row
    .slice(1, -1)
    .split('|')
    .map((cell) => cell.trim());

const { ANNREP_LANG: _, GITHUB_ACTIONS: __, FORCE_COLOR: ___, ...environment } = process.env;

/** Runs a command line of the page; gives all that it prints, as a terminal shows it. */
const run = (command: string): string =>
  spawnSync('sh', ['-c', `${command.replace(/^annrep /, '"$NODE" "$PROGRAM" ')} 2>&1`], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...environment, NO_COLOR: '1', NODE: process.execPath, PROGRAM: program },
  }).stdout;

const paragraphs = (file: string): readonly string[] =>
  python('import sys,docx\nfor one in docx.Document(sys.argv[1]).paragraphs: print(one.text)', file).split('\n');

describe('the ten minutes from an empty folder to the published page', () => {
  for (const { language, name, text, line } of blocksOf(guide)) {
    const file = join(folder, name);
    if (language === 'console')
      it(`line ${line}: ${text.split('\n')[0]}`, () => {
        const command = text.split('\n')[0]?.replace(/^\$ /, '') ?? '';
        expect(command).toMatch(/^annrep /);
        expect(`$ ${command}\n${run(command)}`).toBe(text);
      });
    else if (language === 'rows')
      it(`line ${line}: rows of ${name}`, () => {
        const [header = '', , ...rows] = text.trim().split('\n');
        typeRows(join(folder, '2025-台账.xlsx'), name, cells(header), rows.map(cells));
      });
    else if (language === 'yaml')
      it(`line ${line}: values of ${name}`, () => writeFileSync(file, withValues(readFileSync(file, 'utf8'), text)));
    else if (language === 'diff')
      it(`line ${line}: lines of ${name}`, () => writeFileSync(file, withLines(readFileSync(file, 'utf8'), text)));
    else
      it(`line ${line}: what is in the folder`, () => expect(`${readdirSync(folder).sort().join('\n')}\n`).toBe(text));
  }

  it('has a step of every kind', () => {
    expect(new Set(blocksOf(guide).map(({ language }) => language))).toEqual(
      new Set(['console', 'rows', 'yaml', 'diff', 'text']),
    );
  });

  it('ends with reports on both years, the second naming the first', () => {
    expect(parse(readFileSync(join(folder, '2026.yaml'), 'utf8'))).toMatchObject({
      机关: '示例县档案局',
      上年: '2025.yaml',
    });
  });

  it('quotes what the finished report says', () => {
    const quoted = [...guide.matchAll(/^> (.+)$/gm)].map((match) => match[1]);
    expect(quoted.length).toBeGreaterThan(0);
    expect(paragraphs(join(folder, '示例县档案局2025年政府信息公开工作年度报告.docx'))).toEqual(
      expect.arrayContaining(quoted),
    );
  });
});

/** Every Chinese sentence below a value of a module of messages. */
function sentences(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, its]) =>
    name === 'zh' && typeof its === 'string' ? [its] : sentences(its),
  );
}

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');

describe('the questions that are often asked', async () => {
  const printed = [
    ...globSync('fixtures/err/*.out').map((file) => readFileSync(file, 'utf8')),
    spawnSync(process.execPath, [program, 'check', 'fixtures/luting-2020/2020.yaml'], {
      encoding: 'utf8',
      env: { ...environment, NO_COLOR: '1' },
    }).stdout,
  ].flatMap((text) => text.split('\n'));
  const modules = await Promise.all(globSync('src/messages/*.ts', { absolute: true }).map((file) => import(file)));
  const templates = modules
    .flatMap(sentences)
    .flatMap((sentence) => sentence.split('\n'))
    .filter((sentence) => sentence.replace(/\{[^{}]*\}/g, '').length > 8)
    .map(
      (sentence) =>
        new RegExp(
          `^${sentence
            .split(/\{[^{}]*\}/)
            .map(escaped)
            .join('.+')}$`,
        ),
    );
  const all = blocksOf(questions);
  const quoted = all.flatMap(({ language, text }) => (language === 'text' ? text.trim().split('\n') : []));

  it.each(quoted)('is printed: %s', (message) => {
    if (/^(错误|警告|提示): /.test(message))
      expect(printed.filter((line) => line.endsWith(` ${message}`))).not.toEqual([]);
    else expect(templates.filter((template) => template.test(message))).not.toEqual([]);
  });

  const snippets = all.filter(({ language }) => language === 'yaml');
  const base = readFileSync('fixtures/ok/with-ledger.yaml', 'utf8').replace('_with/', '');
  it.each(snippets.map(({ line, text }) => [line, text] as const))('is a way to write it: line %i', (line, text) => {
    const own = entries(text).filter(([name]) => entries(base).every(([its]) => its !== name));
    const rest = own.reduce((left, [, all]) => left.replace(all, ''), text);
    const report = `${own.map(([, all]) => all).join('')}${rest.trim() === '' ? base : withValues(base, rest)}`;
    const place = join(folder, `question-${line}`);
    cpSync('fixtures/ok/_with', place, { recursive: true });
    writeFileSync(join(place, 'question.yaml'), report);
    const said = run(`annrep check question-${line}/question.yaml`);
    expect(said).toContain('1份报告');
    expect(said).not.toMatch(/\[(?:yaml|shape|value|ignore)\//);
  });

  it('has quotes and ways to write', () => {
    expect(quoted.length).toBeGreaterThan(30);
    expect(snippets.length).toBeGreaterThan(5);
    expect(
      all.map(({ language }) => language).filter((language) => language !== 'text' && language !== 'yaml'),
    ).toEqual([]);
  });
});

describe('the pages in the bundle', () => {
  it('the questions are those of the documentation', async () => {
    await expect(pageOf(questions)).toMatchFileSnapshot('../bin/常见问题.html');
  });

  it.each(['使用说明.html', '常见问题.html'])('%s links to what is there', (name) => {
    const page = readFileSync(join('bin', name), 'utf8');
    const links = [...page.matchAll(/href="([^"]+)"/g)].map((match) => match[1] ?? '');
    expect(links.length).toBeGreaterThan(0);
    const names = new Set([...page.matchAll(/id="([^"]+)"/g)].map((match) => `#${match[1]}`));
    expect(links.filter((link) => !(link.startsWith('#') ? names.has(link) : existsSync(join('bin', link))))).toEqual(
      [],
    );
  });

  it('leave no mark of the other notation', () => {
    const page = readFileSync('bin/常见问题.html', 'utf8');
    expect(page.replace(/<pre[\s\S]*?<\/pre>|<style[\s\S]*?<\/style>/g, '')).not.toMatch(/`|\]\(|\*\*|^#/m);
    expect([...page.matchAll(/<pre/g)]).toHaveLength(blocksOf(questions).length);
  });
});

describe('both pages', () => {
  it.each([
    ['docs/教程.md', guide],
    ['docs/常见问题.md', questions],
  ])('%s links to what is there', (path, page) => {
    const links = [...page.matchAll(/\]\((?!https?:)([^)]+)\)/g)].map((match) => match[1] ?? '');
    expect(links.length).toBeGreaterThan(0);
    const headings = [...page.matchAll(/^#+ (.+)$/gm)].map((match) => `#${match[1]?.replace(/[、　 ]/g, '')}`);
    for (const link of links)
      expect([link, link.startsWith('#') ? headings.includes(link) : existsSync(join(dirname(path), link))]).toEqual([
        link,
        true,
      ]);
  });

  it.each(['docs/check.png', 'docs/page.png'])('%s is small enough to load at once', (picture) => {
    expect(statSync(picture).size).toBeLessThan(150_000);
  });
});
