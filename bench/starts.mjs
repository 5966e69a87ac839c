// One report: start, check and build, beside programs that write as much.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { costs, inTurn, runs } from './measure.mjs';
import { annrep, check, node, python } from './programs.mjs';
import { megabytes, print, seconds, table, times } from './table.mjs';

const sample = 'fixtures/luting-2020-mended/2020.yaml';

/** The paragraphs of the sample as Markdown. */
const proseOf = (path) =>
  Object.values(parse(readFileSync(path, 'utf8')))
    .filter((value) => typeof value === 'string' && value.length > 40)
    .join('\n\n');

export function starts({ folder, missing, plain }) {
  print('## Start, check and build of one report, against `node -e 0`\n');
  const commands = [
    ['`node -e 0`', [node, '-e', '0']],
    ['`annrep --help`', annrep('--help')],
    ['`check`, a report without ledger', check(plain)],
    ['`check`, the sample with its ledger of 315 items', check(sample)],
    ['`build` of the sample, DOCX and XLSX', annrep('build', '--quiet', '-o', folder, sample)],
  ];
  const text = join(folder, 'text.md');
  writeFileSync(text, proseOf(sample));
  if (runs([python, '-c', 'import docx, openpyxl']))
    commands.push([
      'python-docx and openpyxl, as many cells, nothing checked',
      [python, 'bench/rivals/write_tables.py', text, folder],
    ]);
  else missing('python-docx and openpyxl (python3-docx, python3-openpyxl)');
  if (runs(['pandoc', '--version']))
    commands.push([
      'pandoc, a DOCX of the same text without tables',
      ['pandoc', '-f', 'markdown', '-o', join(folder, 'text.docx'), text],
    ]);
  else missing('pandoc');
  const found = inTurn(
    commands.map(([, command]) => command),
    31,
  );
  table(
    ['', 'time', 'ratio', 'peak memory'],
    commands.map(([name, command], at) => [
      name,
      seconds(found[at]),
      times(found[at] / found[0]),
      megabytes(costs(command).peak),
    ]),
  );
}
