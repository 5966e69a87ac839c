import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';

/** The versions of Node that the program is tried with: the oldest that it takes, and the last of each line since. */
export const nodeVersions = ['20.20.2', '22.23.3', '24.21.0', '26.10.0'] as const;

/** The newest line with long-term support among them. */
export const newestLongTerm = nodeVersions[2];

const home = join(homedir(), '.cache', 'annrep-test');

/** The path of a Node of some version, fetched from the package registry when it is not there; throws where it cannot be had. */
export function nodeOf(version: string): string {
  const folder = join(home, `node-${version}-${process.platform}-${process.arch}`);
  const program = join(folder, 'bin', 'node');
  if (existsSync(program)) return program;
  mkdirSync(home, { recursive: true });
  const work = mkdtempSync(join(tmpdir(), 'annrep-node-'));
  try {
    const name = `node-${process.platform}-${process.arch}@${version}`;
    execFileSync('npm', ['pack', '--silent', '--no-audit', name], { cwd: work, stdio: 'ignore' });
    const archive = readdirSync(work).find((file) => file.endsWith('.tgz')) ?? '';
    execFileSync('tar', ['-xzf', archive, 'package/bin/node'], { cwd: work });
    mkdirSync(join(work, 'bin'));
    renameSync(join(work, 'package', 'bin', 'node'), join(work, 'bin', 'node'));
    mkdirSync(folder, { recursive: true });
    execFileSync('cp', ['-r', join(work, 'bin'), folder]);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  return program;
}
