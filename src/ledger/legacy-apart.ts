import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { LedgerUnreadable } from './ledger.ts';
import type { LegacyPart } from './legacy-parse.ts';
import type { LegacyMessage } from './legacy-process.ts';

type Tell = (part: LegacyPart) => void;

const starter = 'thread.js';
const program = 'ledger-legacy-process.js';

/** Milliseconds after which a reading is broken off: twenty times what the largest .xls takes, five times the largest table of text. */
const longest = 120_000;

/** Memory of V8 in that process, in MB: twice what the largest .xls takes. */
const memory = '--max-old-space-size=1536';

/** The process that has read a workbook and waits for the next: a county's ledgers do not each pay for loading the library. */
let waiting: ChildProcess | undefined;

/** Lets the process end that waits, and keep what was compiled for it. */
function dismiss(): void {
  const child = waiting;
  waiting = undefined;
  child?.ref();
  child?.send('end');
}

/** Starts a process that ends with this one at the latest; undefined where none can be started. */
async function start(): Promise<ChildProcess | undefined> {
  if (![starter, program].every((name) => existsSync(join(__dirname, name)))) return undefined;
  try {
    const child = fork(join(__dirname, starter), [program], {
      execArgv: [memory],
      serialization: 'advanced',
      // What V8 prints as it runs out of memory is no sentence for a clerk.
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    await once(child, 'spawn');
    if (!process.listeners('beforeExit').includes(dismiss)) process.on('beforeExit', dismiss);
    // Whatever cannot be sent any more, its end tells.
    child.on('error', () => {});
    child.on('exit', () => {
      if (waiting === child) waiting = undefined;
    });
    return child;
  } catch {
    return undefined;
  }
}

/** Signals that somebody sends to a process to end it. */
const asked: readonly unknown[] = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** Whether a process ended as V8 and the system end one that has no memory left: by a signal, or with a status that stands for one. */
const isCrash = (status: number | null, signal: NodeJS.Signals | null): boolean =>
  status === null ? !asked.includes(signal) : status >= 128;

function read(child: ChildProcess, bytes: Uint8Array, tell: Tell): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => end(new LedgerUnreadable('too-slow', 'xls')), longest);
    const hear = (message: LegacyMessage): void => {
      try {
        if (message.kind === 'done') end();
        else if (message.kind === 'unreadable') end(new LedgerUnreadable(message.say, message.detail), true);
        else if (message.kind === 'fault') end(message.error);
        else tell(message);
      } catch (error) {
        end(error);
      }
    };
    const lost = (status: number | null, signal: NodeJS.Signals | null): void =>
      end(
        isCrash(status, signal)
          ? new LedgerUnreadable('too-large', 'xls')
          : new Error(`the process for old workbooks ended with ${signal ?? `status ${status}`}`),
      );
    const end = (error?: unknown, whole = error === undefined): void => {
      clearTimeout(timer);
      child.off('message', hear).off('exit', lost);
      child.unref();
      child.channel?.unref();
      if (whole) waiting = child;
      else child.kill('SIGKILL');
      if (error === undefined) resolve();
      else reject(error);
    };
    child.ref();
    child.channel?.ref();
    child.on('message', hear).on('exit', lost);
    child.send(bytes);
  });
}

/** The reading before: one at a time, or a library that reads a hundred at once would start as many processes. */
let before: Promise<unknown> = Promise.resolve();

/**
 * Reads a workbook with SheetJS in a process that is ended when it takes too long or too much: nobody knows on which
 * damaged files that library goes round for ever, and V8 ends the whole process where memory is short.
 * Throws `too-slow`, `too-large`, `password` or `damaged`.
 */
export async function parseApart(bytes: Uint8Array, tell: Tell): Promise<void> {
  const reading = before.then(async () => {
    const child = waiting ?? (await start());
    waiting = undefined;
    if (child) return await read(child, bytes, tell);
    // The program runs from its sources or out of another bundle, or may start no process: it reads here.
    const { parseLegacy } = await import('./legacy-parse.ts');
    await parseLegacy(bytes, tell);
  });
  before = reading.catch(() => {});
  await reading;
}
