// What V8 compiles of the program, kept beside it.
import { spawnSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Lets the program run and puts what V8 compiled of it beside it, so that with the same Node even the first start is fast. */
export async function compileAhead(out) {
  const folder = await mkdtemp(join(tmpdir(), 'annrep-'));
  const env = { ...process.env, XDG_CACHE_HOME: folder, LOCALAPPDATA: folder };
  const sample = 'fixtures/luting-2020-mended/2020.yaml';
  // What runs here need not be compiled at any start: both editions, a ledger, last year's report, findings, and threads.
  // One report a process, as most starts are: what V8 keeps of a process that has checked several takes a twentieth longer
  // to start from. Of a file no more starts are kept than src/loader.ts says.
  const reports = [
    sample,
    'fixtures/city-2025/2025.yaml',
    'fixtures/ok/last-year.yaml',
    'fixtures/luting-2020/2020.yaml',
  ];
  const many = Array.from({ length: 250 }, (_, at) => join(folder, `${at}.yaml`));
  for (const path of many) await cp(reports[1], path);
  for (const words of [
    ...reports.map((report) => ['check', '--quiet', report]),
    ['check', '--quiet', ...many],
    ['build', '--quiet', sample, '-o', join(folder, 'out')],
  ]) {
    const { status, signal, error, stderr } = spawnSync(process.execPath, ['bin/annrep.js', ...words], { env });
    // 1 says that a sample has faults, on the other stream; or that Node itself came to nothing, and that on this one.
    if (status !== 0 && (status !== 1 || stderr.length > 0))
      throw new Error(`annrep ${words.join(' ')} ended with ${error ?? signal ?? `status ${status}`}:\n${stderr}`);
  }
  await mkdir(join(out, 'compiled'));
  for (const name of await readdir(join(folder, 'annrep')))
    await cp(join(folder, 'annrep', name), join(out, 'compiled', name.replace(/\.\d+$/, '')));
  await rm(folder, { recursive: true });
}
