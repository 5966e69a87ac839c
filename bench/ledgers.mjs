// Ledgers of any length: read alone, and read, counted and compared by a check.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { writeLedger } from './ledger.mjs';
import { costs, inTurn } from './measure.mjs';
import { check, node, readers } from './programs.mjs';
import { megabytes, print, seconds, table, thousands, times } from './table.mjs';

/** A report whose ledger has so many rows; gives the paths of both. */
function reportOf(folder, plain, count) {
  const ledger = `ledger-${count}.xlsx`;
  const report = join(folder, `ledger-${count}.yaml`);
  writeLedger(join(folder, ledger), count);
  const text = readFileSync(plain, 'utf8')
    .replace(/^成文日期:.*$/m, (line) => `${line}\n台账: ${ledger}`)
    .replace('主动公开政府信息6条', '主动公开政府信息{{台账.总数}}条');
  writeFileSync(report, text);
  return { ledger: join(folder, ledger), report };
}

async function ownReader(folder) {
  const outfile = join(folder, 'read-rows.mjs');
  await build({
    entryPoints: ['bench/read-rows.ts'],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    external: ['saxes', '@e965/xlsx'],
    logLevel: 'error',
  });
  return (path) => [node, outfile, path];
}

export async function ledgers({ folder, large, missing, plain }) {
  print('## Ledgers of seven columns, beside programs that only read them\n');
  const own = await ownReader(folder);
  const others = readers(missing);
  const rows = [];
  const growth = [];
  for (const count of [1000, 10_000, 100_000, ...(large ? [300_000, 1_000_000] : [])]) {
    const { ledger, report } = reportOf(folder, plain, count);
    const beside = count === 10_000 || count === 300_000 ? [] : others;
    const commands = [
      ['annrep, every cell read', own(ledger)],
      ['`annrep check`: read, counted, compared', check(report)],
      ...beside.map(([name, of]) => [name, of(ledger)]),
    ];
    // A million rows take the others minutes: they run once.
    const turns = count < 1_000_000 ? commands : commands.slice(0, 2);
    const found = inTurn(
      turns.map(([, command]) => command),
      5,
    );
    const spent = commands.map(([, command]) => costs(command));
    for (let at = turns.length; at < commands.length; at += 1) found.push(spent[at].elapsed);
    growth.push([thousands(count), seconds(found[1]), (found[1] * 1000) / count, spent[1].peak]);
    if (beside.length > 0)
      for (const [at, [name]] of commands.entries())
        rows.push([
          at === 0 ? thousands(count) : '',
          name,
          seconds(found[at]),
          times(found[at] / found[0]),
          times(found[at] / found[1]),
          megabytes(spent[at].peak),
        ]);
    rmSync(ledger);
  }
  table(['rows', 'program', 'time', 'against reading', 'against `check`', 'peak memory'], rows, 2);
  print('How `check` grows with the ledger:\n');
  table(
    ['rows', 'time', 'a row', 'peak memory'],
    growth.map(([rows, time, row, peak]) => [rows, time, `${row.toFixed(1)} µs`, megabytes(peak)]),
  );
}
