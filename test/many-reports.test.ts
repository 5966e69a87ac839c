import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'annrep-many-'));
const count = 260;
const nameOf = (at: number): string => `${String(at).padStart(3, '0')}.yaml`;

beforeAll(() => {
  const right = readFileSync('fixtures/ok/rows.yaml', 'utf8');
  const wrong = right.replace(/^( {2}本年新收: +\[)(\d+)/m, '$19');
  expect(wrong).not.toBe(right);
  for (let at = 0; at < count; at += 1) writeFileSync(join(folder, nameOf(at)), at % 7 === 3 ? wrong : right);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const check = (words: readonly string[]): unknown =>
  JSON.parse(
    spawnSync(
      process.execPath,
      [join(process.cwd(), 'bin/annrep.js'), 'check', '--quiet', '--format', 'json', ...words],
      {
        cwd: folder,
        encoding: 'utf8',
        maxBuffer: 1 << 28,
      },
    ).stdout,
  );

it('a folder of many reports says of each, in order, what is said of it alone', () => {
  const { files } = check(['.']) as {
    files: readonly { readonly file: string; readonly findings: readonly unknown[] }[];
  };
  expect(files.map(({ file }) => file.replace(/^.*\//, ''))).toEqual(
    Array.from({ length: count }, (_, at) => nameOf(at)),
  );
  for (const [at, { findings }] of files.entries()) expect(findings.length > 0).toBe(at % 7 === 3);
  const alone = check([nameOf(3)]) as { files: typeof files };
  const named = (from: unknown): unknown => JSON.parse(JSON.stringify(from).replaceAll('./003.yaml', '003.yaml'));
  expect(named(files[3])).toEqual(alone.files[0]);
});
