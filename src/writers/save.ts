import { createHash } from 'node:crypto';
import {
  chmodSync,
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { isOpenElsewhere } from './open-elsewhere.ts';

/** Why an output cannot be written; `say` names the sentence in `messages/output.ts`, `path` the file or folder. */
export class OutputFailure extends Error {
  readonly say: OutputProblem;
  readonly path: string;
  constructor(say: OutputProblem, path: string) {
    super(`${say}: ${path}`);
    this.name = 'OutputFailure';
    this.say = say;
    this.path = path;
  }
}

export type OutputProblem =
  | 'output-locked'
  | 'output-read-only'
  | 'output-is-folder'
  | 'output-outside'
  | 'folder-is-file'
  | 'folder-unwritable'
  | 'name-too-long'
  | 'disk-full'
  | 'output-failed';

/** A file to be written. */
export interface Target {
  readonly path: string;
  readonly bytes: Uint8Array;
}

const problems: Readonly<Record<string, OutputProblem>> = {
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EFBIG: 'disk-full',
  EACCES: 'folder-unwritable',
  EPERM: 'folder-unwritable',
  EROFS: 'folder-unwritable',
  ENOTDIR: 'folder-is-file',
  EEXIST: 'folder-is-file',
  ENAMETOOLONG: 'name-too-long',
  EBUSY: 'output-locked',
};

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '');

/** Runs a step; a failure of the file system becomes an `OutputFailure`, `instead` where the same code means another thing here. */
function step<T>(path: string, run: () => T, instead: Readonly<Record<string, OutputProblem>> = {}): T {
  try {
    return run();
  } catch (error) {
    if (error instanceof OutputFailure) throw error;
    const code = codeOf(error);
    throw new OutputFailure(instead[code] ?? problems[code] ?? 'output-failed', path);
  }
}

/** The file that is really written: where the target is a link, what it points to. */
const realTarget = (path: string): string => (existsSync(path) ? realpathSync(path) : path);

/** Temporary names tell machine and process, so that a later run knows which of them nobody will need again. */
const machine = createHash('sha256').update(hostname()).digest('hex').slice(0, 8);
const own = `.annrep-${machine}-${process.pid}-`;
const leftover = /^\.annrep-([0-9a-f]{8})-(\d+)-\d+\.(?:tmp|old)$/;

/** Whether a process of this machine still runs. */
export function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

/** A pipe or a device, such as /dev/stdout: it takes what is written and has no earlier state to be kept. */
function isStream(path: string): boolean {
  try {
    const known = statSync(path, { throwIfNoEntry: false });
    return known !== undefined && !known.isFile() && !known.isDirectory();
  } catch (error) {
    // Nothing lies below a file; which one it is says who looks at the folders.
    if (codeOf(error) === 'ENOTDIR') return false;
    throw error;
  }
}

/** Names of what killed runs on this machine left in a folder; none where it shows nothing. */
function leftIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).filter((name) => {
      const [, host, pid] = leftover.exec(name) ?? [];
      // In a container each run may have the number of the one that was killed.
      return host === machine && (Number(pid) === process.pid || !isRunning(Number(pid)));
    });
  } catch {
    return [];
  }
}

/** Removes a temporary file where that can be done: a virus scanner may hold it, or it may be another user's; it is in nobody's way. */
function discard(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // A later run tries again.
  }
}

/** Opens a file that is made anew; what a stranger has put under its name, perhaps a link, is removed and not written to. */
function openNew(path: string): number {
  rmSync(path, { force: true });
  return openSync(path, 'wx');
}

/** A path with all links followed, as far as it is there. */
function realPlace(path: string): string {
  if (existsSync(path)) return realpathSync(path);
  const above = dirname(path);
  return above === path ? path : join(realPlace(above), basename(path));
}

/** Refuses a path that a link leads out of a folder: whoever runs this did not put the links there. */
function mustStay(path: string, folder: string): void {
  const way = relative(realPlace(resolve(folder)), realPlace(resolve(path)));
  if (way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way)) throw new OutputFailure('output-outside', path);
}

/** Whether a folder, or the nearest one above it that exists, takes a new file. */
function checkFolder(folder: string): void {
  let nearest = folder;
  while (!existsSync(nearest) && dirname(nearest) !== nearest) nearest = dirname(nearest);
  if (!statSync(nearest).isDirectory()) throw new OutputFailure('folder-is-file', nearest);
  const probe = join(nearest, `${own}0.tmp`);
  step(nearest, () => closeSync(openNew(probe)));
  discard(probe);
}

/**
 * Finds out before the work whether the outputs can be written: folders, locks, read-only files, links that lead elsewhere.
 * Changes nothing. Throws `OutputFailure`.
 */
export function canSave(paths: readonly string[], folder?: string): void {
  for (const path of paths) {
    if (step(path, () => isStream(path))) continue;
    step(path, () => mustStay(path, folder ?? dirname(path)));
    step(dirname(path), () => checkFolder(dirname(path)));
    if (isOpenElsewhere(path)) throw new OutputFailure('output-locked', path);
    const known = step(path, () => statSync(path, { throwIfNoEntry: false }));
    if (!known) continue;
    if (known.isDirectory()) throw new OutputFailure('output-is-folder', path);
    if ((known.mode & 0o200) === 0) throw new OutputFailure('output-read-only', path);
    step(path, () => closeSync(openSync(path, 'r+')), { EACCES: 'output-read-only', EPERM: 'output-read-only' });
  }
}

/** Renames; on Windows a virus scanner may hold a new file for a moment. */
function rename(from: string, to: string): void {
  for (let tries = 1; ; tries += 1) {
    try {
      renameSync(from, to);
      return;
    } catch (error) {
      if (tries === 5 || !['EPERM', 'EACCES', 'EBUSY'].includes(codeOf(error))) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 50 * tries);
    }
  }
}

/** Writes and flushes a temporary file beside its target, with the target's permissions. */
function writeTemporary(temporary: string, target: string, bytes: Uint8Array): void {
  const file = openNew(temporary);
  try {
    writeFileSync(file, bytes);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  const known = statSync(target, { throwIfNoEntry: false });
  if (known) chmodSync(temporary, known.mode & 0o777);
}

/** Keeps what stands at a path under another name, without taking it away even for a moment. */
function keep(path: string, backup: string): void {
  rmSync(backup, { force: true });
  try {
    linkSync(path, backup);
  } catch {
    copyFileSync(path, backup);
  }
}

/**
 * Writes all files or none: temporary files beside the targets first, then renamed; when one cannot be put into place,
 * those already there go back to what they were. Makes folders that are missing. Links are followed within `folder`, which
 * is each file's own unless given. Throws `OutputFailure`.
 * Killed between two renames it leaves whole files of two runs; no file system renames several files at once.
 */
export function saveAll(targets: readonly Target[], folder?: string): void {
  for (const { path } of targets) step(path, () => mustStay(path, folder ?? dirname(path)));
  for (const folder of new Set(targets.map(({ path }) => dirname(path)))) {
    // Below a folder that takes nothing, such as /proc, Node would try to make it for ever.
    if (!existsSync(folder)) step(folder, () => checkFolder(folder));
    step(folder, () => mkdirSync(folder, { recursive: true }));
  }
  const files = targets.map(({ path, bytes }, at) => {
    const real = step(path, () => realTarget(path));
    const stem = join(dirname(real), `${own}${at + 1}`);
    return { path, real, bytes, temporary: `${stem}.tmp`, backup: `${stem}.old` };
  });
  for (const folder of new Set(files.map(({ real }) => dirname(real))))
    for (const name of leftIn(folder)) discard(join(folder, name));
  canSave(
    targets.map(({ path }) => path),
    folder,
  );
  const done: typeof files = [];
  /** Earlier files that could not go back to their place: the copy is all that is left of them. */
  const stranded = new Set<string>();
  try {
    for (const file of files) step(file.path, () => writeTemporary(file.temporary, file.real, file.bytes));
    for (const file of files) if (existsSync(file.real)) step(file.path, () => keep(file.real, file.backup));
    for (const file of files) {
      step(file.path, () => rename(file.temporary, file.real), { EPERM: 'output-locked', EACCES: 'output-locked' });
      done.push(file);
    }
  } catch (error) {
    for (const { real, backup } of done.reverse()) {
      try {
        if (existsSync(backup)) rename(backup, real);
        else rmSync(real, { force: true });
      } catch {
        // What went wrong first is told; the others still go back.
        stranded.add(backup);
      }
    }
    throw error;
  } finally {
    for (const file of files) {
      discard(file.temporary);
      if (!stranded.has(file.backup)) discard(file.backup);
    }
  }
}

/** Writes one text whole or not at all; a pipe or a device takes it as it comes. Throws `OutputFailure`. */
export function saveText(path: string, text: string): void {
  if (step(path, () => isStream(path))) step(path, () => writeFileSync(path, text));
  else saveAll([{ path, bytes: Buffer.from(text) }]);
}
