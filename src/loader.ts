import {
  closeSync,
  constants,
  existsSync,
  fstatSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname, isAbsolute, join, sep } from 'node:path';
import { Script } from 'node:vm';
import { crc32 } from 'node:zlib';
import { compileLate } from './tiering.ts';

/** Digest of all files of this build: code compiled from another build is never taken for this one. */
declare const BUILD: string;

/** Compiled files kept in the user's folder: several versions of Node and of this program, with room to spare. */
const most = 40;

/** Starts that add to what is kept: each runs, and so compiles, other parts of the program. */
const enough = 4;

/** What a kept file ends with: V8 takes spoiled code for what it wrote itself, and crashes at every start. */
const endOf = (data: Buffer): Buffer =>
  Buffer.from(`whole ${BUILD} ${crc32(data).toString(16).padStart(8, '0')}`, 'latin1');
const endLength = `whole ${BUILD} `.length + 8;

const here = __dirname;
/** A file of this folder: put together by hand, because `join` goes over it letter by letter at every start. */
const inside = (file: string): string => `${here}${sep}${file}`;

const tag = `${BUILD}-${process.version}-${process.arch}${compileLate() ? '-late' : ''}`;

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

/** Room for the files that are read one after the other: memory that is taken anew costs more than reading into it. */
let room = Buffer.alloc(0);

/** A pipe that somebody has put among the kept files would be waited for without end; Windows has none. */
const reading = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/** The bytes of a file, which stand in {@link room} until the next one is read. */
function read(path: string): Buffer {
  const file = openSync(path, reading);
  try {
    const { size } = fstatSync(file);
    if (size > room.length) room = Buffer.allocUnsafeSlow(Math.max(size, 2 ** 20));
    let length = 0;
    for (let got = -1; got !== 0 && length < size; length += got)
      got = readSync(file, room, length, size - length, null);
    return room.subarray(0, length);
  } finally {
    closeSync(file);
  }
}

/** A kept file without its end; undefined where there is none, or where it is not whole. */
function readKept(path: string): Buffer | undefined {
  // Asked first, because an error takes longer to make than the file to read.
  if (!existsSync(path)) return undefined;
  try {
    const bytes = read(path);
    if (bytes.length <= endLength) return undefined;
    const data = bytes.subarray(0, -endLength);
    return endOf(data).equals(bytes.subarray(-endLength)) ? data : undefined;
  } catch {
    return undefined;
  }
}

/** Writes a file that nobody else has, and lets it reach the disk before it gets its name. */
function writeKept(path: string, data: Buffer): void {
  const file = openSync(path, 'wx', 0o600);
  try {
    for (const part of [data, endOf(data)]) for (let at = 0; at < part.length; ) at += writeSync(file, part, at);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Threads of one process keep the same file; loaded here, because most starts keep nothing. */
const threadId = (): number => (require('node:worker_threads') as typeof import('node:worker_threads')).threadId;

/** Removes what was kept longest, past the number that is kept; a folder among it, which this program has not made, stays. */
function prune(folder: string): void {
  const files = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map(({ name }) => ({ path: join(folder, name), age: lstatSync(join(folder, name)).mtimeMs }));
  files.sort((a, b) => b.age - a.age);
  for (const { path } of files.slice(most)) rmSync(path, { force: true });
}

/** Keeps what V8 has compiled by the end of so many starts; a folder that cannot be written is no fault. */
function keep(folder: string, name: string, starts: number, script: Script): void {
  try {
    // Not the folders above: a home that is not there stays so, and below one that takes none Node would try for ever.
    for (const one of [dirname(folder), folder]) if (!existsSync(one)) mkdirSync(one, { mode: 0o700 });
    if (!isPrivate(folder)) return;
    const draft = join(folder, `${name}.${process.pid}-${threadId()}.draft`);
    try {
      writeKept(draft, script.createCachedData());
      renameSync(draft, join(folder, `${name}.${starts}`));
      rmSync(join(folder, `${name}.${starts - 1}`), { force: true });
    } finally {
      rmSync(draft, { force: true });
    }
    prune(folder);
  } catch {
    // The next start compiles again.
  }
}

/** What earlier starts compiled, and how many have added to it. */
interface Compiled {
  readonly data: Buffer;
  readonly starts: number;
}

/** Code compiled with the package when it was built, or by this user. */
function* compiledBefore(name: string): Generator<Compiled> {
  const packed = readKept(inside(`compiled${sep}${name}`));
  if (packed) yield { data: packed, starts: enough };
  const own = userFolder();
  if (!own || !isPrivate(own)) return;
  for (let starts = enough; starts > 0; starts -= 1) {
    const data = readKept(join(own, `${name}.${starts}`));
    if (data) yield { data, starts };
  }
}

/** What is kept for the next start when this one ends. */
const atExit: (() => void)[] = [];

function keepAtExit(name: string, starts: number, script: Script): void {
  const own = starts > enough ? undefined : userFolder();
  if (!own) return;
  // One listener for all: Node warns on the screen of more than ten.
  if (atExit.length === 0)
    process.once('exit', () => {
      for (const step of atExit) step();
    });
  atExit.push(() => keep(own, name, starts, script));
}

/**
 * Compiles a file, or takes what earlier starts compiled of it; what is new is kept when this one ends. V8 is told its
 * name alone: it keeps that in what it compiled, and with the package goes no path of the machine that it was built on.
 */
function compile(filename: string, path: string): Script {
  // The build writes ASCII alone: a string of bytes, which nothing has to decode.
  const text = read(path).toString('latin1');
  // Most files are written as a function; those that the public API loads too are modules.
  const source = text.startsWith('(')
    ? text
    : `(function (exports, require, module, __filename, __dirname) {${text}\n})`;
  const name = `${filename}-${tag}`;
  for (const { data, starts } of compiledBefore(name)) {
    const script = new Script(source, { filename, cachedData: data });
    if (script.cachedDataRejected !== false) continue;
    keepAtExit(name, starts + 1, script);
    return script;
  }
  const script = new Script(source, { filename });
  keepAtExit(name, 1, script);
  return script;
}

const loaded = new Map<string, { exports: unknown }>();

/** Loads a file of this folder once, in what earlier starts compiled of it where that is known; gives what it exports. */
export function load(file: string): unknown {
  const known = loaded.get(file);
  if (known) return known.exports;
  const module = { exports: {} };
  loaded.set(file, module);
  const path = inside(file);
  compile(file, path).runInThisContext()(module.exports, requireHere, module, path, here);
  return module.exports;
}

/** `require` for the files of this folder; everything else is Node's own. */
function requireHere(name: string): unknown {
  return name.startsWith('./') && name.endsWith('.js') ? load(name.slice(2)) : require(name);
}
