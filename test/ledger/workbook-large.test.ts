import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeLarge } from './make-large.ts';

const folder = mkdtempSync(join(tmpdir(), 'annrep-large-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const count = 100_000;
const program = join(folder, 'count.cjs');

beforeAll(async () => {
  await build({
    stdin: {
      contents: `
        import { readWorkbook } from './src/ledger/open.ts';
        import { fromFile } from './src/ledger/source.ts';
        const file = process.argv[2];
        const [rows, cells, texts, last] = [[], [], [], []].map(() => ({ value: 0 }));
        readWorkbook(fromFile(file), file, {
          sheet: () => true,
          row(row) {
            rows.value += 1;
            cells.value += row.cells.length;
            for (const cell of row.cells) texts.value += cell.text.length;
            last.value = row;
          },
          endSheet() {},
        }).then(() => {
          const strict = Object.keys(require.cache).some((name) => name.includes('saxes'));
          process.stdout.write(JSON.stringify({ rows: rows.value, cells: cells.value, last: last.value, strict, peak: process.resourceUsage().maxRSS / 1024 }));
        });`,
      resolveDir: '.',
      loader: 'ts',
    },
    bundle: true,
    platform: 'node',
    format: 'cjs',
    outfile: program,
    packages: 'external',
    logLevel: 'error',
  });
});

it.each(['shared', 'inline'] as const)(
  'a ledger of 100,000 rows, %s strings: right to the last cell, in bounded memory, without the full parser',
  (strings) => {
    const file = join(folder, `${strings}.xlsx`);
    makeLarge(file, count, strings);
    const said = JSON.parse(
      execFileSync(process.execPath, [program, file], {
        encoding: 'utf8',
        env: { ...process.env, NODE_PATH: join(process.cwd(), 'node_modules') },
      }),
    );
    expect(said).toMatchObject({ rows: count, cells: 8 * count, strict: false });
    expect(said.last.number).toBe(count);
    expect(said.last.cells.map(({ kind, text }: { kind: string; text: string }) => `${kind} ${text}`)).toEqual([
      'number 100000',
      'text 关于做好第100000项重点工作信息公开与解读回应的通知（测试）',
      'text 测政办〔2020〕345号',
      'text 财政信息',
      'date 2020-03-22',
      'text 政府网站、政务微信',
      'text 综合治理科',
      'text 已在公开栏同步张贴',
    ]);
    expect(said.peak).toBeLessThan(150);
  },
);
