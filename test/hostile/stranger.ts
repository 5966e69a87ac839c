import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';

const program = join(process.cwd(), 'bin', 'annrep.js');
const hookNamed = (name: string): string => join(process.cwd(), 'test', 'hostile', name);

/** What a run said, how it ended, and what it cost. */
export interface Ran {
  readonly status: number | null;
  readonly out: string;
  readonly talk: string;
  readonly seconds: number;
  /** Most memory of the process, or of one that it started, in MB. */
  readonly peak: number;
}

/** A folder into which a stranger has put files, beside a report and a ledger that are right. */
export class Stranger {
  readonly folder = mkdtempSync(join(tmpdir(), 'annrep-hostile-'));
  readonly program = program;

  constructor() {
    cpSync(join('fixtures', 'luting-2020-mended'), join(this.folder, 'r'), { recursive: true });
  }

  path(name: string): string {
    return join(this.folder, 'r', name);
  }

  /** The report that is right, as text. */
  get report(): string {
    return readFileSync(join('fixtures', 'luting-2020-mended', '2020.yaml'), 'utf8');
  }

  put(name: string, content: string | Uint8Array): void {
    writeFileSync(this.path(name), content);
  }

  /** The right report with something in it replaced, put in its place. */
  change(from: string | RegExp, to: string): void {
    const changed = this.report.replace(from, () => to);
    if (changed === this.report) throw new Error(`nothing to be changed: ${from}`);
    this.put('2020.yaml', changed);
  }

  /** What the program is run with: a home of its own, and hooks loaded into it before it begins. */
  environment(hooks: readonly string[]): Record<string, string | undefined> {
    const options = hooks.map((name) => `--require=${hookNamed(name)}`).join(' ');
    return { PATH: process.env.PATH, HOME: this.folder, NODE_OPTIONS: options };
  }

  /** Runs the program; `hooks` are loaded into it, and into the processes it starts, before they begin. */
  run(words: readonly string[], { hooks = [], ...env }: { hooks?: readonly string[]; STUCK?: string } = {}): Ran {
    const peakFile = join(this.folder, 'peak');
    rmSync(peakFile, { force: true });
    const start = performance.now();
    const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...words], {
      cwd: this.path(''),
      encoding: 'utf8',
      env: {
        ...env,
        ...this.environment(['peak-hook.cjs', ...hooks]),
        PEAK: peakFile,
      },
      maxBuffer: 1 << 28,
      timeout: 60_000,
      killSignal: 'SIGKILL',
    });
    const seconds = (performance.now() - start) / 1000;
    const peak = existsSync(peakFile) ? Number(readFileSync(peakFile, 'utf8')) : Number.POSITIVE_INFINITY;
    return { status, out: stdout, talk: stderr, seconds, peak };
  }

  written(): readonly string[] {
    return readdirSync(this.path('')).filter((name) => /\.(?:docx|xlsx|html)$/.test(name) && !name.startsWith('2020'));
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** Seconds and megabytes that anything from a stranger may cost; a right report takes a half and 60. */
export const most = { seconds: 20, megabytes: 700 };

/** Soon, in little memory, and whatever is said is said in sentences. */
export function bounded(ran: Ran): void {
  const { status, out, talk, seconds, peak } = ran;
  expect(out + talk).not.toMatch(/\n\s+at |node:internal|[A-Z]\w+Error|程序自身/);
  expect(seconds).toBeLessThan(most.seconds);
  expect(peak).toBeLessThan(most.megabytes);
  expect([0, 1, 2]).toContain(status);
}

/** Refused: exit 1 or 2, and not a word of everything being right. */
export function refused(ran: Ran, says?: RegExp): void {
  bounded(ran);
  expect([1, 2], ran.out + ran.talk).toContain(ran.status);
  expect(ran.out + ran.talk).not.toMatch(/份报告，没有发现问题|已生成/);
  expect(ran.out + ran.talk).toMatch(says ?? /[。；，]/);
}
