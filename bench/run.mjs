// Prints, as Markdown, what this program costs beside others. Usage: node bench/run.mjs [--large] [starts] [ledgers] [reports]
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { ledgers } from './ledgers.mjs';
import { knowsCosts } from './measure.mjs';
import { reports } from './reports.mjs';
import { starts } from './starts.mjs';
import { print } from './table.mjs';

const parts = { starts, ledgers, reports };
const asked = process.argv.slice(2).filter((word) => word in parts);
const folder = mkdtempSync(join(tmpdir(), 'annrep-bench-'));
const given = {
  folder,
  large: process.argv.includes('--large'),
  plain: 'fixtures/ok/rows.yaml',
  missing: (what) => print(`Left out, because it is not installed: ${what}.\n`),
};
try {
  print(
    `Node ${process.versions.node}, ${process.platform} ${process.arch}, ${cpus().length} cores. Medians of whole processes that take turns; trust the ratios, not the times.\n`,
  );
  if (!knowsCosts) given.missing('GNU time, which tells memory and processor time');
  for (const [name, part] of Object.entries(parts)) if (asked.length === 0 || asked.includes(name)) await part(given);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
