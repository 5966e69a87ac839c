import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const program = join(process.cwd(), 'bin', 'annrep.js');

/** What a run said on both streams, and how it ended. */
export interface Ran {
  readonly status: number | null;
  readonly text: string;
  readonly milliseconds: number;
}

const environment = (home: string): NodeJS.ProcessEnv => ({ PATH: process.env.PATH, HOME: home });

/** A folder of the test's own with the mended year 2020 in it. */
export class Place {
  readonly folder: string;
  readonly home: string;

  constructor(folder = mkdtempSync(join(tmpdir(), 'annrep-faults-'))) {
    this.folder = folder;
    this.home = mkdtempSync(join(tmpdir(), 'annrep-home-'));
    cpSync(join('fixtures', 'luting-2020-mended'), folder, { recursive: true });
  }

  path(name: string): string {
    return join(this.folder, name);
  }

  /** Changes the report so that its outputs differ from those of before. */
  edit(change: (text: string) => string): void {
    const path = this.path('2020.yaml');
    const before = readFileSync(path, 'utf8');
    const after = change(before);
    if (after === before) throw new Error('the report was to be changed');
    writeFileSync(path, after);
  }

  /** Runs the program; `before` are words of another program that starts it. */
  run(words: readonly string[], before: readonly string[] = []): Ran {
    const [first = '', ...rest] = [...before, process.execPath, program, ...words];
    const start = performance.now();
    const { status, stdout, stderr } = spawnSync(first, rest, {
      cwd: this.folder,
      encoding: 'utf8',
      env: environment(this.home),
      timeout: 100_000,
      killSignal: 'SIGKILL',
    });
    return { status, text: stdout + stderr, milliseconds: performance.now() - start };
  }

  /** Starts the program and kills it after so many milliseconds; gives its status, or the signal that ended it. */
  kill(words: readonly string[], after: number): Promise<number | string> {
    return new Promise((done) => {
      const child = spawn(process.execPath, [program, ...words], {
        cwd: this.folder,
        env: environment(this.home),
        stdio: 'ignore',
      });
      const timer = setTimeout(() => child.kill('SIGKILL'), after);
      child.once('exit', (status, signal) => {
        clearTimeout(timer);
        done(signal ?? status ?? 'none');
      });
    });
  }

  /** Starts the program without waiting. */
  start(words: readonly string[]): Promise<Ran> {
    const start = performance.now();
    return new Promise((done) => {
      const child = spawn(process.execPath, [program, ...words], { cwd: this.folder, env: environment(this.home) });
      let text = '';
      for (const stream of [child.stdout, child.stderr])
        stream.setEncoding('utf8').on('data', (part: string) => {
          text += part;
        });
      child.once('close', (status) => done({ status, text, milliseconds: performance.now() - start }));
    });
  }

  /** Names and digests of everything in a folder but the report and its ledger. */
  outputs(folder = this.folder): ReadonlyMap<string, string> {
    return new Map(
      readdirSync(folder)
        .filter((name) => !name.startsWith('2020') && statSync(join(folder, name)).isFile())
        .sort()
        .map((name) => [
          name,
          createHash('sha256')
            .update(readFileSync(join(folder, name)))
            .digest('hex'),
        ]),
    );
  }

  remove(): void {
    for (const folder of [this.folder, this.home]) rmSync(folder, { recursive: true, force: true });
  }
}

/** A run that ended of itself, with a sentence and no stack. */
export const endedWell = ({ status, text }: Ran): boolean =>
  status !== null && status < 3 && !/\n\s+at |node:internal|Error:|程序自身/.test(text);
