// Prints, as Markdown, what this program costs beside others. Usage: node bench/run.mjs [--large]
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { writeLedger } from './ledger.mjs';
import { inTurn, peak, runs } from './measure.mjs';

const large = process.argv.includes('--large');
const folder = mkdtempSync(join(tmpdir(), 'annrep-bench-'));
const node = process.execPath;
const annrep = (...words) => [node, 'bin/annrep.js', ...words];
const check = (...files) => annrep('check', '--quiet', ...files);
const python = '/usr/bin/python3';
const sample = 'fixtures/luting-2020-mended/2020.yaml';
const plain = 'fixtures/ok/rows.yaml';
const print = (text = '') => process.stdout.write(`${text}\n`);
const table = (head, rows) => {
  print(`| ${head.join(' | ')} |`);
  print(`| ${head.map((_, at) => (at === 0 ? '---' : '--:')).join(' | ')} |`);
  for (const row of rows) print(`| ${row.join(' | ')} |`);
  print();
};
const seconds = (milliseconds) =>
  milliseconds < 1000 ? `${Math.round(milliseconds)} ms` : `${(milliseconds / 1000).toFixed(1)} s`;
const times = (ratio) => `${ratio.toFixed(2)} ×`;
const megabytes = (number) => (number === undefined ? '' : `${number} MB`);

function starts() {
  print('## Start, check and build of one report, against `node -e 0`\n');
  const commands = [
    ['`node -e 0`', [node, '-e', '0']],
    ['`annrep --help`', annrep('--help')],
    ['`check`, a report without ledger', check(plain)],
    ['`check`, the sample with its ledger of 315 items', check(sample)],
    ['`build` of the sample, DOCX and XLSX', annrep('build', '--quiet', '-o', folder, sample)],
  ];
  const text = join(folder, 'text.md');
  writeFileSync(
    text,
    Object.values(parse(readFileSync(sample, 'utf8')))
      .filter((value) => String(value).length > 40 && typeof value === 'string')
      .join('\n\n'),
  );
  if (runs([python, '-c', 'import docx, openpyxl']))
    commands.push([
      'python-docx and openpyxl, as many cells, nothing checked',
      [python, 'bench/rivals/write_tables.py', text, folder],
    ]);
  else print('python-docx and openpyxl are not installed (python3-docx, python3-openpyxl) and left out.\n');
  if (runs(['pandoc', '--version']))
    commands.push([
      'pandoc, a DOCX of the same text without tables',
      ['pandoc', '-f', 'markdown', '-o', join(folder, 'text.docx'), text],
    ]);
  else print('pandoc is not installed and left out.\n');
  const found = inTurn(
    commands.map(([, command]) => command),
    9,
  );
  table(
    ['', 'time', 'ratio', 'peak memory'],
    commands.map(([name, command], at) => [
      name,
      seconds(found[at]),
      times(found[at] / found[0]),
      megabytes(peak(command)),
    ]),
  );
}

function ledgers() {
  print('## Ledgers: `check` of a report with its ledger, against programs that only read it\n');
  const readers = [
    ['exceljs readFile', (path) => [node, '--max-old-space-size=8192', 'bench/rivals/exceljs.cjs', path]],
    ['SheetJS', (path) => [node, '--max-old-space-size=8192', 'bench/rivals/sheetjs.cjs', path]],
  ];
  if (runs([python, '-c', 'import openpyxl']))
    readers.push(['openpyxl read-only', (path) => [python, 'bench/rivals/read_openpyxl.py', path]]);
  const rows = [];
  for (const count of [1000, 10_000, 100_000, ...(large ? [1_000_000] : [])]) {
    const ledger = `ledger-${count}.xlsx`;
    const report = join(folder, `ledger-${count}.yaml`);
    writeLedger(join(folder, ledger), count);
    writeFileSync(
      report,
      readFileSync(plain, 'utf8').replace(/^成文日期:.*$/m, (line) => `${line}\n台账: ${ledger}`),
    );
    const commands = [
      ['annrep check', check('--include-out-of-year', report)],
      ...(count === 10_000 ? [] : readers.map(([name, of]) => [name, of(join(folder, ledger))])),
    ];
    const found = inTurn(
      commands.map(([, command]) => command),
      count < 100_000 ? 5 : count < 1_000_000 ? 3 : 1,
    );
    for (const [at, [name, command]] of commands.entries())
      rows.push([
        at === 0 ? count.toLocaleString('en') : '',
        name,
        seconds(found[at]),
        times(found[at] / found[0]),
        megabytes(peak(command)),
      ]);
    rmSync(join(folder, ledger));
  }
  table(['rows', 'reader', 'time', 'ratio', 'peak memory'], rows);
}

function reports() {
  print('## Many reports: `check` of a folder, against a YAML parser with ajv and no check\n');
  const text = readFileSync('fixtures/city-2025/2025.yaml', 'utf8');
  const rows = [];
  for (const count of [10, 100, 1000, ...(large ? [10_000] : [])]) {
    const many = join(folder, `reports-${count}`);
    mkdirSync(many);
    for (let at = 0; at < count; at += 1)
      writeFileSync(
        join(many, `${String(at).padStart(5, '0')}.yaml`),
        text.replace(/^机关: (.*)$/m, (_, organ) => `机关: 第${at + 1}号${organ}`),
      );
    const commands = [check(many), [node, 'bench/rivals/floor.cjs', many]];
    const [own, floor] = inTurn(commands, count > 1000 ? 1 : 5);
    rows.push([
      count.toLocaleString('en'),
      seconds(own),
      Math.round(count / (own / 1000)),
      megabytes(peak(commands[0])),
      seconds(floor),
      times(own / floor),
    ]);
  }
  table(['reports', 'annrep check', 'reports a second', 'peak memory', 'parser and ajv', 'ratio'], rows);
}

try {
  print(
    `Node ${process.versions.node}, ${process.platform} ${process.arch}, ${cpus().length} cores. Medians of whole processes that take turns; trust the ratios, not the times.\n`,
  );
  starts();
  ledgers();
  reports();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
