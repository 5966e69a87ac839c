import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { utils, write } from '@e965/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newestLongTerm, nodeOf, nodeVersions } from './programs.ts';

const program = join(process.cwd(), 'bin', 'annrep.js');
const folder = mkdtempSync(join(tmpdir(), 'annrep-same-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Ran {
  readonly status: number | null;
  readonly out: string;
  readonly talk: string;
}

function annrep(
  words: readonly string[],
  { node = process.execPath, cwd = folder, ...environment }: Readonly<Record<string, string>> = {},
): Ran {
  const { status, stdout, stderr } = spawnSync(node, [program, ...words], {
    cwd,
    encoding: 'utf8',
    env: { PATH: process.env.PATH, HOME: folder, ...environment },
    maxBuffer: 1 << 28,
  });
  return { status, out: stdout, talk: stderr };
}

/** The mended year and the city's, built with everything; a real report with its faults; findings in a machine format. */
function everything(where: string, environment: Readonly<Record<string, string>>): Readonly<Record<string, unknown>> {
  const cwd = join(folder, where);
  mkdirSync(cwd);
  for (const sample of ['luting-2020-mended', 'luting-2020', 'city-2025'])
    cpSync(join('fixtures', sample), join(cwd, sample), { recursive: true });
  const run = (...words: readonly string[]): Ran => annrep(words, { ...environment, cwd });
  const said = {
    built: run('build', '--html', '-o', 'out', 'luting-2020-mended/2020.yaml'),
    city: run('build', '--html', '-o', 'out', 'city-2025/2025.yaml'),
    draft: run('build', '--draft', '--html', '-o', 'out', 'luting-2020/2020.yaml'),
    refused: run('build', '-o', 'out', 'luting-2020/2020.yaml'),
    json: run('check', '--format', 'json', '.'),
    sarif: run('check', '--format', 'sarif', '.'),
    junit: run('check', '--format', 'junit', '.'),
    github: run('check', '--format', 'github', '.'),
    filed: run('check', '--format', 'json', '-o', 'out/result.json', '.'),
    html: run('check', '--format', 'html', 'luting-2020/2020.yaml'),
    english: run('check', '--lang', 'en', 'luting-2020/2020.yaml'),
    begun: run('init', '-o', 'new', '--organ', '示例县档案局', '2026'),
    explained: run('explain', 'narrative/sum'),
    schema: run('schema'),
  };
  const digests = ['out', 'new'].flatMap((name) =>
    readdirSync(join(cwd, name), { recursive: true, encoding: 'utf8' })
      .filter((file) => statSync(join(cwd, name, file)).isFile())
      .sort()
      .map((file) => [
        file,
        createHash('sha256')
          .update(readFileSync(join(cwd, name, file)))
          .digest('hex'),
      ]),
  );
  return { ...said, digests: Object.fromEntries(digests) };
}

let first: Readonly<Record<string, unknown>>;
beforeAll(() => {
  first = everything('first', { TZ: 'UTC', LANG: 'C' });
});

it('what is compared: two years and a draft as three files each, a new year as two or three, and what was said', () => {
  const names = Object.keys(first.digests as object);
  for (const extension of ['docx', 'xlsx', 'html', 'yaml', 'json'])
    expect(names.some((name) => name.endsWith(`.${extension}`))).toBe(true);
  expect(names.length).toBeGreaterThanOrEqual(11);
  expect(
    Object.values(first)
      .map((said) => (said as Ran).status)
      .slice(0, 14),
  ).toEqual([0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0]);
});

describe('the same bytes and the same words', () => {
  it.each([
    ['Asia/Shanghai', 'zh_CN.UTF-8'],
    ['America/New_York', 'tr_TR.UTF-8'],
    ['Pacific/Kiritimati', 'de_DE.UTF-8'],
  ])('in %s with %s', (TZ, locale) => {
    expect(everything(locale, { TZ, LANG: locale, LC_ALL: locale, LANGUAGE: locale })).toEqual(first);
  });

  it.each(nodeVersions.map((version) => [version]))('with Node %s', (version) => {
    const node = nodeOf(version);
    expect(spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout.trim()).toBe(`v${version}`);
    expect(everything(`node-${version}`, { node, TZ: 'UTC', LANG: 'C' })).toEqual(first);
  });
});

it('however the report is named, and from wherever', () => {
  cpSync(join('fixtures', 'luting-2020'), join(folder, 'named'), { recursive: true });
  const built = (cwd: string, report: string, out: string): readonly string[] => {
    const to = join(folder, 'named', out);
    expect(annrep(['build', '--draft', '--html', '-o', to, report], { cwd }).status).toBe(1);
    return readdirSync(to)
      .sort()
      .map((name) =>
        createHash('sha256')
          .update(readFileSync(join(to, name)))
          .digest('hex'),
      );
  };
  const short = built(join(folder, 'named'), '2020.yaml', 'short');
  expect(short).toHaveLength(3);
  expect(built('/', join(folder, 'named', '2020.yaml'), 'whole')).toEqual(short);
  expect(built(folder, './named/../named/2020.yaml', 'round')).toEqual(short);
});

it('whatever the order in which files came into a folder, and with many threads', () => {
  const text = readFileSync('fixtures/ok/department-2024.yaml', 'utf8').replace(
    '[1, 1, 0, 0, 1, 0, 3]',
    '[1, 1, 0, 0, 1, 0, 4]',
  );
  const book = utils.book_new();
  const items = [
    ['标题', '公开日期', '公开渠道'],
    ['关于修路的通知', '2024-03-01', '政府网站'],
  ];
  utils.book_append_sheet(book, utils.aoa_to_sheet(items), '主动公开');
  const old = new Uint8Array(write(book, { type: 'array', bookType: 'biff8' }));
  // An old workbook is waited for while others could be read: every ninth report has one.
  const textOf = (name: string): string => (Number.parseInt(name, 10) % 9 === 0 ? `${text}\n台账: 台账.xls\n` : text);
  const names = Array.from({ length: 300 }, (_, at) => `${(at * 37) % 300}-年报.yaml`);
  const told = [names, [...names].sort(), [...names].reverse()].map((order, at) => {
    const cwd = join(folder, `order-${at}`);
    mkdirSync(cwd);
    writeFileSync(join(cwd, '台账.xls'), old);
    for (const name of order) writeFileSync(join(cwd, name), textOf(name));
    return annrep(['check', '.'], { cwd });
  });
  expect(told[0]?.status).toBe(1);
  const order = [...(told[0]?.out ?? '').matchAll(/^(?:\.\/)?(\d+-年报\.yaml):/gm)].map(([, name]) => name);
  expect([...new Set(order)]).toEqual([...names].sort());
  expect(order).toEqual([...order].sort());
  expect(told[1]).toEqual(told[0]);
  expect(told[2]).toEqual(told[0]);
});

it('the newest long-term Node is one with an even number, and newer than the one required', () => {
  expect(Number(newestLongTerm.split('.')[0]) % 2).toBe(0);
  expect(nodeVersions[0] < newestLongTerm).toBe(true);
});
