import { spawn } from 'node:child_process';
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export const program = join(process.cwd(), 'bin', 'annrep.js');
export const fixtures = join(process.cwd(), 'fixtures');

/** What a run said on both streams in order, and its exit status. */
export interface Ran {
  readonly status: number | null;
  readonly text: string;
}

/** Runs the program in a folder with these lines as what the user types; `undefined` closes standard input at once. */
export function run(
  words: readonly string[],
  folder: string,
  typed: string | undefined,
  environment: Readonly<Record<string, string>> = {},
): Promise<Ran> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [program, ...words], {
      cwd: folder,
      env: { PATH: process.env.PATH, ...environment },
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    let text = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8');
      stream.on('data', (part: string) => {
        text += part;
      });
    }
    child.once('error', fail);
    child.once('close', (status) => done({ status, text }));
    child.stdin.end(typed ?? '');
  });
}

/** A program that notes what it is asked to open instead of opening it. */
export function fakeOpener(folder: string, status = 0): { readonly path: string; opened(): readonly string[] } {
  const [path, list] = [join(folder, 'opener.sh'), join(folder, 'opened.txt')];
  writeFileSync(path, `#!/bin/sh\nfor one; do printf '%s\\n' "$one" >> '${list}'; done\nexit ${status}\n`);
  chmodSync(path, 0o755);
  return {
    path,
    opened: () => (existsSync(list) ? readFileSync(list, 'utf8').split('\n').slice(0, -1) : []),
  };
}
