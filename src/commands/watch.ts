import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { open as sentences } from '../messages/open.ts';
import { said } from '../messages/word.ts';
import type { Given } from './arguments.ts';
import type { Console, Status } from './console.ts';

/** How often the files are looked at, in milliseconds. */
const interval = 250;
/** For how many looks a file may be missing or empty, as it is while an editor replaces it, before that is believed. */
const grace = 12;
/** After how many looks a build that could not be done is tried again: the document may have been closed meanwhile. */
const retry = 20;

/** Builds once, and names each file that it looked at. */
export type BuildOnce = (given: Given, console: Console, seen: (path: string) => void) => Promise<Status>;

/** What a file is like now; two different savings differ in it. Looking works on network folders too, where notices of change do not come. */
function look(path: string): string {
  try {
    const { mtimeMs, size, ino } = statSync(path);
    return size === 0 ? 'none' : `${mtimeMs} ${size} ${ino}`;
  } catch {
    return 'none';
  }
}

/** The files of a report and what they were like when it was built. */
class Watched {
  private readonly built = new Map<string, string>();
  private last: string | undefined;
  private missing = 0;

  readonly see = (path: string): void => {
    if (!this.built.has(path)) this.built.set(path, look(path));
  };

  /** Forgets the files of the last build; those of the next are named by it. */
  begin(report: string): void {
    this.built.clear();
    this.last = undefined;
    this.missing = 0;
    this.see(report);
  }

  /** Whether something was saved and has come to rest: the same at two looks, and nothing missing that may yet come. */
  changed(): boolean {
    const now = [...this.built.keys()].map((path) => [path, look(path)] as const);
    const differs = now.some(([path, state]) => state !== this.built.get(path));
    const rests = this.last === now.join('\n');
    this.last = now.join('\n');
    if (!differs || !rests) return false;
    if (!now.some(([path, state]) => state === 'none' && this.built.get(path) !== 'none')) return true;
    this.missing += 1;
    return this.missing >= grace;
  }
}

/** `annrep build --watch`: builds, and again each time the report or a file it names was saved, until Ctrl-C. */
export async function watch(given: Given, console: Console, buildOnce: BuildOnce): Promise<Status> {
  const report = given.files[0] ?? '';
  const quiet = given.on('quiet');
  const say = (name: keyof typeof sentences): void => {
    if (!quiet) console.talk(`${said(sentences[name], { file: report }, console.language)}\n`);
  };
  const stop = new AbortController();
  const end = (): void => stop.abort();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, end);
  const watched = new Watched();
  let before: string | undefined;

  /** Builds; says what came of it only where that is new. */
  const build = async (saved: boolean): Promise<Status> => {
    watched.begin(resolve(report));
    const parts: { readonly on: 'out' | 'talk'; readonly text: string }[] = [];
    const status = await buildOnce(
      given,
      {
        language: console.language,
        environment: console.environment,
        color: console.color,
        live: false,
        out: async (text) => void parts.push({ on: 'out', text }),
        talk: (text) => void parts.push({ on: 'talk', text }),
      },
      watched.see,
    );
    const text = parts.map((part) => part.text).join('');
    if (text === before) {
      if (saved) say(status === 0 ? 'built-again' : 'again');
      return status;
    }
    if (before !== undefined) say('changed');
    before = text;
    for (const part of parts) {
      if (part.on === 'out') await console.out(part.text);
      else console.talk(part.text);
    }
    return status;
  };

  try {
    let status = await build(false);
    say('watching');
    for (let idle = 0; !stop.signal.aborted; idle += 1) {
      await wait(interval, undefined, { signal: stop.signal }).catch(() => {});
      if (stop.signal.aborted) break;
      const saved = watched.changed();
      if (!saved && (status < 2 || idle < retry)) continue;
      status = await build(saved);
      idle = 0;
    }
  } finally {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.off(signal, end);
  }
  say('unwatched');
  return 0;
}
