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
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { utils, write } from '@e965/xlsx';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { newestLongTerm, nodeOf } from './programs.ts';

const report = join(process.cwd(), 'fixtures', 'luting-2020-mended', '2020.yaml');

let folder = '';
let cache = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'annrep-start-'));
  cache = join(folder, 'cache', 'annrep');
  for (const part of ['bin', 'dist']) cpSync(part, join(folder, part), { recursive: true });
  rmSync(join(folder, 'dist', 'compiled'), { recursive: true, force: true });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

interface Ran {
  readonly status: number | null;
  readonly out: string;
}

function annrep(words: readonly string[], node = process.execPath): Ran {
  const { status, stdout, stderr } = spawnSync(node, [join(folder, 'bin/annrep.js'), ...words], {
    encoding: 'utf8',
    env: { PATH: process.env.PATH, XDG_CACHE_HOME: join(folder, 'cache'), LOCALAPPDATA: join(folder, 'cache') },
    timeout: 60_000,
  });
  return { status, out: stdout + stderr };
}

const check = (path = report, node = process.execPath): Ran => annrep(['check', path], node);

const kept = (): readonly string[] => readdirSync(cache).sort();

it.each([
  ['this Node', () => process.execPath],
  ['the newest that is kept for long, whose V8 is told to compile late', () => nodeOf(newestLongTerm)],
])(
  'keeps what was compiled in a folder of the user alone, adds to it four times, and takes it then: %s',
  (_, nodeOfCase) => {
    const node = nodeOfCase();
    const first = check(report, node);
    expect(first).toEqual({ status: 0, out: '1份报告，没有发现问题\n' });
    const names = kept().map((file) => file.replace(/\.1$/, ''));
    expect(names.length).toBeGreaterThan(1);
    if (process.platform !== 'win32') expect(statSync(cache).mode & 0o777).toBe(0o700);
    for (const starts of [2, 3, 4]) {
      expect(check(report, node)).toEqual(first);
      expect(kept()).toEqual(names.map((name) => `${name}.${starts}`));
    }
    const files = kept();
    const times = files.map((file) => statSync(join(cache, file)).mtimeMs);
    expect(check(report, node)).toEqual(first);
    expect(kept()).toEqual(files);
    expect(files.map((file) => statSync(join(cache, file)).mtimeMs)).toEqual(times);
  },
);

it.each<[string, (bytes: Buffer) => Buffer]>([
  ['is something else', () => Buffer.from('not what was compiled')],
  ['is empty', () => Buffer.alloc(0)],
  ['was cut off', (bytes) => bytes.subarray(0, bytes.length - 5000)],
  ['lost its end as a disk does without power', (bytes) => Buffer.from(bytes).fill(0, 4096)],
  ['was spoiled in the middle', (bytes) => Buffer.from(bytes).fill(0xff, 4096, bytes.length - 64)],
  ['differs in one bit', (bytes) => Buffer.from(bytes).fill((bytes[5000] ?? 0) ^ 1, 5000, 5001)],
])('takes nothing that %s, and mends it', (_what, damage) => {
  const first = check();
  const names = kept();
  for (const file of names) writeFileSync(join(cache, file), damage(readFileSync(join(cache, file))));
  expect(check()).toEqual(first);
  // Whatever is taken goes on to its second start.
  expect(kept()).toEqual(names);
  for (const file of kept()) expect(readFileSync(join(cache, file)).length).toBeGreaterThan(1000);
});

it('waits for no pipe, and follows no link, among what it kept', () => {
  const first = check();
  for (const file of kept()) {
    rmSync(join(cache, file));
    spawnSync('mkfifo', [join(cache, file)]);
  }
  expect(check()).toEqual(first);
  symlinkSync('nowhere', join(cache, 'link'));
  mkdirSync(join(cache, 'folder'));
  for (let at = 0; at < 50; at += 1) writeFileSync(join(cache, `old-${at}`), '');
  for (const name of kept().filter((one) => /^(?:old|folder)/.test(one))) utimesSync(join(cache, name), 1, 1);
  for (const name of kept().filter((one) => one.startsWith('program.js'))) rmSync(join(cache, name));
  expect(check()).toEqual(first);
  expect(kept().length).toBe(41);
});

/** Puts in the place of what was compiled of a file another program of the same length, which is all that V8 looks at. */
function replaceKept(file: string): void {
  const { length } = readFileSync(join(folder, 'dist', file));
  const source = "(function () { process.stdout.write('something else'); })".padEnd(length);
  const compile = `process.stdout.write(new vm.Script(${JSON.stringify(source)}).createCachedData())`;
  const { stdout: data } = spawnSync(process.execPath, ['-e', compile]);
  const path = join(cache, kept().find((name) => name.startsWith(`${file}-`)) ?? '');
  const mark = /whole [0-9a-f]{16} (?=[0-9a-f]{8}$)/.exec(readFileSync(path, 'latin1'))?.[0] ?? '';
  writeFileSync(path, Buffer.concat([data, Buffer.from(mark + crc32(data).toString(16).padStart(8, '0'))]));
}

it('neither reads nor writes a folder that others may write', () => {
  const first = annrep(['--help']);
  replaceKept('program.js');
  // It is read from a folder of the user's own: whoever can write there decides what is run.
  expect(annrep(['--help']).out).toBe('something else');
  const files = kept();
  const before = files.map((file) => readFileSync(join(cache, file)));
  chmodSync(cache, 0o777);
  expect(annrep(['--help'])).toEqual(first);
  expect(kept()).toEqual(files);
  expect(files.map((file) => readFileSync(join(cache, file)))).toEqual(before);
});

it('keeps what threads compiled, too', () => {
  mkdirSync(join(folder, 'many'));
  for (let at = 0; at < 250; at += 1) writeFileSync(join(folder, 'many', `${at}.yaml`), '年度: 2020\n机关: 甲\n');
  expect(check(join(folder, 'many')).status).toBe(1);
  expect(kept().filter((file) => file.startsWith('commands-examine-worker.js'))).toHaveLength(1);
  expect(kept().filter((file) => file.endsWith('.draft'))).toEqual([]);
});

it('makes no home for what it keeps', () => {
  const home = join(folder, 'home');
  const run = (): Ran => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(folder, 'bin/annrep.js'), 'check', report], {
      encoding: 'utf8',
      env: { PATH: process.env.PATH, HOME: home, LOCALAPPDATA: home },
    });
    return { status, out: stdout + stderr };
  };
  expect([run().status, existsSync(home)]).toEqual([0, false]);
  mkdirSync(home);
  expect([run().status, readdirSync(home).length]).toEqual([0, 1]);
});

it('says nothing where nothing can be kept', () => {
  const first = check();
  rmSync(join(folder, 'cache'), { recursive: true });
  for (const place of [
    () => writeFileSync(join(folder, 'cache'), ''),
    () => symlinkSync('/proc', join(folder, 'cache')),
  ]) {
    place();
    expect(check()).toEqual(first);
    rmSync(join(folder, 'cache'));
  }
});

it.each(['process.exit(0);', 'process.exit(5);', 'throw new Error();'])(
  'says that it failed where a thread does nothing but %s',
  (program) => {
    writeFileSync(join(folder, 'dist', 'thread.js'), program);
    const run = (...words: readonly string[]) =>
      spawnSync(process.execPath, [join(folder, 'bin/annrep.js'), ...words], {
        encoding: 'utf8',
        env: { PATH: process.env.PATH, XDG_CACHE_HOME: join(folder, 'cache') },
      });
    const built = run('build', report, '-o', join(folder, 'out'));
    expect(built.stderr).toContain('程序自身出了故障');
    expect(built.status).toBe(3);
    mkdirSync(join(folder, 'many'));
    for (let at = 0; at < 250; at += 1) writeFileSync(join(folder, 'many', `${at}.yaml`), '年度: 2020\n机关: 甲\n');
    const checked = run('check', join(folder, 'many'));
    expect(checked.stderr).toContain('程序自身出了故障');
    expect(checked.status).toBe(3);
    writeFileSync(join(folder, '2020.yaml'), readFileSync(report, 'utf8').replace(/^台账: .*/m, '台账: a.xls'));
    const book = utils.book_new();
    utils.book_append_sheet(book, utils.aoa_to_sheet([['标题', '公开日期']]), '主动公开');
    writeFileSync(join(folder, 'a.xls'), write(book, { type: 'buffer', bookType: 'biff8' }));
    const old = run('check', join(folder, '2020.yaml'));
    expect(old.stderr).toContain('程序自身出了故障');
    expect(old.status).toBe(3);
  },
);

it('says how to make the program where it has not been built', () => {
  rmSync(join(folder, 'dist'), { recursive: true });
  const { status, out } = check();
  expect([status, out.split('\n').length]).toEqual([2, 2]);
  expect(out).toContain('npm run build');
});
