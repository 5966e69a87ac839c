import { spawn } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Console } from './console.ts';

/** A program and the words it is started with. */
export interface Start {
  readonly program: string;
  readonly words: readonly string[];
  /** Windows only: the words are quoted already. */
  readonly verbatim?: boolean;
  /** The exit status says nothing: Explorer's is always 1. */
  readonly anyStatus?: boolean;
}

/** How a system opens a file or a folder, never through a shell; undefined where there is no screen to open it on. */
export function openerFor(
  platform: NodeJS.Platform,
  environment: Console['environment'],
  path: string,
): Start | undefined {
  const own = environment.ANNREP_OPENER;
  if (own) return { program: own, words: [path] };
  if (platform === 'win32') return { program: 'explorer.exe', words: [`"${path}"`], verbatim: true, anyStatus: true };
  if (platform === 'darwin') return { program: 'open', words: [path] };
  return environment.DISPLAY || environment.WAYLAND_DISPLAY ? { program: 'xdg-open', words: [path] } : undefined;
}

/** A browser that stays in the foreground is not waited for longer than this, in milliseconds. */
const patience = 3000;

/** The place itself: a drive letter that stands for a network folder only while a window is open is of no use later. */
function lasting(path: string): string {
  try {
    return process.platform === 'win32' ? realpathSync.native(path) : resolve(path);
  } catch {
    return resolve(path);
  }
}

/** Opens a file or a folder as a double-click on it would; gives whether that seems to have worked. */
export async function openInSystem(path: string, environment: Console['environment']): Promise<boolean> {
  const start = openerFor(process.platform, environment, lasting(path));
  if (!start) return false;
  return new Promise((done) => {
    try {
      const child = spawn(start.program, start.words, {
        stdio: 'ignore',
        detached: process.platform !== 'win32',
        windowsVerbatimArguments: start.verbatim === true,
      });
      const timer = setTimeout(() => done(true), patience);
      const end = (worked: boolean): void => {
        clearTimeout(timer);
        done(worked);
      };
      child.once('error', () => end(false));
      child.once('exit', (status) => end(start.anyStatus === true || status === 0));
      child.unref();
    } catch {
      done(false);
    }
  });
}
