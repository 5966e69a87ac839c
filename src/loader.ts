import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { Script } from 'node:vm';

/** Digest of all files of this build: code compiled from another build is never taken for this one. */
declare const BUILD: string;

/** Compiled files kept in the user's folder: several versions of Node and of this program, with room to spare. */
const most = 40;

const here = __dirname;
const tag = `${BUILD}-${process.version}-${process.arch}`;

/** The user's own cache folder, or undefined where the system names none. */
function userFolder(): string | undefined {
  const { XDG_CACHE_HOME: cache, HOME: home, LOCALAPPDATA: local } = process.env;
  const base = process.platform === 'win32' ? local : cache || (home && join(home, '.cache'));
  return base && isAbsolute(base) ? join(base, 'annrep') : undefined;
}

/** Whether nobody but this user can write there: what lies in it is run as code. */
function isPrivate(folder: string): boolean {
  const { getuid } = process;
  if (!getuid) return true;
  try {
    const stat = statSync(folder);
    return stat.isDirectory() && stat.uid === getuid() && (stat.mode & 0o077) === 0;
  } catch {
    return false;
  }
}

const readIfThere = (path: string): Buffer | undefined => {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
};

/** Removes what was kept longest, past the number that is kept. */
function prune(folder: string): void {
  const files = readdirSync(folder).map((name) => ({
    path: join(folder, name),
    age: statSync(join(folder, name)).mtimeMs,
  }));
  files.sort((a, b) => b.age - a.age);
  for (const { path } of files.slice(most)) rmSync(path, { force: true });
}

/** Keeps what V8 has compiled for the next start; a folder that cannot be written is no fault. */
function keep(folder: string, name: string, script: Script): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    if (!isPrivate(folder)) return;
    const draft = join(folder, `${name}.${process.pid}`);
    try {
      writeFileSync(draft, script.createCachedData(), { mode: 0o600, flag: 'wx' });
      renameSync(draft, join(folder, name));
    } finally {
      rmSync(draft, { force: true });
    }
    prune(folder);
  } catch {
    // The next start compiles again.
  }
}

/** Code compiled by earlier starts: with the package when it was built, or by this user. */
function* compiledBefore(name: string, own: string | undefined): Generator<Buffer> {
  for (const folder of [join(here, 'compiled'), own]) {
    if (!folder || (folder === own && !isPrivate(folder))) continue;
    const data = readIfThere(join(folder, name));
    if (data) yield data;
  }
}

/** What is kept for the next start when this one ends. */
const atExit: (() => void)[] = [];

/** Compiles a file, or takes what an earlier start compiled of it; else keeps it for the next start when this one ends. */
function compile(file: string, filename: string): Script {
  // The build writes ASCII alone: a string of bytes, which nothing has to decode.
  const source = `(function (exports, require, module, __filename, __dirname) {${readFileSync(filename, 'latin1')}\n})`;
  const name = `${file}-${tag}`;
  const own = userFolder();
  for (const cachedData of compiledBefore(name, own)) {
    const script = new Script(source, { filename, cachedData });
    if (script.cachedDataRejected === false) return script;
  }
  const script = new Script(source, { filename });
  if (own) {
    // One listener for all: Node warns on the screen of more than ten.
    if (atExit.length === 0)
      process.once('exit', () => {
        for (const step of atExit) step();
      });
    atExit.push(() => keep(own, name, script));
  }
  return script;
}

const loaded = new Map<string, { exports: unknown }>();

/** Loads a file of this folder once, in what earlier starts compiled of it where that is known; gives what it exports. */
export function load(file: string): unknown {
  const known = loaded.get(file);
  if (known) return known.exports;
  const module = { exports: {} };
  loaded.set(file, module);
  const path = join(here, file);
  compile(file, path).runInThisContext()(module.exports, requireHere, module, path, here);
  return module.exports;
}

/** `require` for the files of this folder; everything else is Node's own. */
function requireHere(name: string): unknown {
  return name.startsWith('./') && name.endsWith('.js') ? load(name.slice(2)) : require(name);
}
