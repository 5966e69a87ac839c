import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { utils, write } from '@e965/xlsx';
import { afterAll, expect, it } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'annrep-together-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** An .xls with so many items. */
function ledgerOf(items: number): Uint8Array {
  const book = utils.book_new();
  const rows = Array.from({ length: items }, (_, at) => [`关于第${at + 1}号道路的通知`, '2020-03-01', '政府网站']);
  utils.book_append_sheet(book, utils.aoa_to_sheet([['标题', '公开日期', '公开渠道'], ...rows]), '主动公开');
  return new Uint8Array(write(book, { type: 'array', bookType: 'biff8' }));
}

/** Somebody's program that uses the library: it checks all its reports at once, says what it found, and one more at its end. */
const program = `
const processes = require('node:child_process');
const { fork } = processes;
let started = 0;
processes.fork = (...given) => {
  started += 1;
  return fork(...given);
};
const { checkReport, fromFile } = require(${JSON.stringify(join(process.cwd(), 'dist', 'index.js'))});
const [, text, ...ledgers] = process.argv;
const folder = { source: (path) => fromFile(path), beside: () => folder };
const check = async (ledger) => {
  const bytes = Buffer.from(text.replace('台账: ledger', '台账: ' + ledger));
  const { ledger: read, failures } = await checkReport(bytes, 'a.yaml', folder, { countOnly: true });
  return read ? read.items.total : failures.map(({ say }) => say).join();
};
let found;
Promise.all(ledgers.map(check)).then((all) => { found = all; });
process.once('beforeExit', () => setTimeout(async () => {
  found.push(await check(ledgers[0]));
  console.log(JSON.stringify({ found, started }));
}, 300));
`;

it('old workbooks read at once by a library: each right, one process for all, and none stays behind', () => {
  const sizes = Array.from({ length: 20 }, (_, at) => 3 + at);
  for (const size of sizes) writeFileSync(join(folder, `${size}.xls`), ledgerOf(size));
  const whole = ledgerOf(40);
  writeFileSync(join(folder, 'cut.xls'), whole.slice(0, whole.length >> 1));
  const names = sizes.flatMap((size) => (size % 5 === 0 ? ['cut.xls', `${size}.xls`] : [`${size}.xls`]));
  const text = readFileSync(join('fixtures', 'luting-2020-mended', '2020.yaml'), 'utf8').replace(
    /^台账: .*/m,
    '台账: ledger',
  );
  const { stdout, stderr, status } = spawnSync(process.execPath, ['-e', program, text, ...names], {
    cwd: folder,
    encoding: 'utf8',
    env: { PATH: process.env.PATH, HOME: folder },
    timeout: 60_000,
  });
  expect(stderr).toBe('');
  expect(status).toBe(0);
  const { found, started } = JSON.parse(stdout);
  const expected = names.map((name) => (name === 'cut.xls' ? 'damaged' : Number.parseInt(name, 10)));
  expect(found).toEqual([...expected, expected[0]]);
  // One for all, and another for the report that comes when the first was told to end.
  expect(started).toBe(2);
});
