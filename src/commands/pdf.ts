import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, isAbsolute, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { open as sentences } from '../messages/open.ts';
import { said } from '../messages/word.ts';
import { isRunning } from '../saving.ts';
import type { Console } from './console.ts';

type Environment = Console['environment'];

/** An office program that turns a DOCX into a PDF by itself. */
export interface Office {
  readonly name: 'LibreOffice' | 'WPS';
  readonly program: string;
}

/** A PDF, or why there is none: a sentence of `messages/open.ts`. */
export type Converted = { readonly bytes: Uint8Array } | Unconverted;

interface Unconverted {
  readonly say: 'pdf-absent' | 'pdf-failed';
  readonly program: string;
}

/** Why there is no PDF, in words. */
export const pdfProblem = ({ say, program }: Unconverted, language: Console['language']): string =>
  said(sentences[say], { program }, language);

/** Longest conversion, in milliseconds. */
const patience = 100_000;
/** What the script for WPS ends with where WPS is not installed. */
const notInstalled = 3;

/** LibreOffice where its installers put it, besides PATH. */
function usualPlaces(platform: NodeJS.Platform, environment: Environment): readonly string[] {
  if (platform === 'win32')
    return [environment.ProgramFiles, environment.ProgramW6432, environment['ProgramFiles(x86)']].flatMap((folder) =>
      folder ? [join(folder, 'LibreOffice', 'program', 'soffice.com')] : [],
    );
  if (platform === 'darwin')
    return ['', environment.HOME ?? ''].map((home) => `${home}/Applications/LibreOffice.app/Contents/MacOS/soffice`);
  const versions = existsSync('/opt') ? readdirSync('/opt').filter((name) => /^libreoffice/i.test(name)) : [];
  return [
    '/usr/bin/soffice',
    '/usr/lib/libreoffice/program/soffice',
    '/usr/lib64/libreoffice/program/soffice',
    ...versions
      .sort()
      .reverse()
      .map((name) => `/opt/${name}/program/soffice`),
    '/snap/bin/libreoffice',
  ];
}

/**
 * The office program of this computer: the one that ANNREP_OFFICE names, else LibreOffice on PATH or in its usual places,
 * else on Windows WPS, of which only its own script learns whether it is there.
 */
export function findOffice(platform: NodeJS.Platform, environment: Environment): Office | undefined {
  const own = environment.ANNREP_OFFICE;
  if (own !== undefined) return existsSync(own) ? { name: 'LibreOffice', program: own } : undefined;
  const names = platform === 'win32' ? ['soffice.com', 'soffice.exe'] : ['soffice', 'libreoffice'];
  const folders = (environment.PATH ?? environment.Path ?? '').split(delimiter).filter(isAbsolute);
  const places = [...folders.flatMap((folder) => names.map((name) => join(folder, name)))];
  const program = [...places, ...usualPlaces(platform, environment)].find((path) => existsSync(path));
  if (program !== undefined) return { name: 'LibreOffice', program };
  const shell = join(environment.SystemRoot ?? 'C:\\Windows', 'System32/WindowsPowerShell/v1.0/powershell.exe');
  return platform === 'win32' && existsSync(shell) ? { name: 'WPS', program: shell } : undefined;
}

/** Paths come by the environment, so that nothing in them is read as a command; documents of the user stay open. */
const wpsScript = [
  "$ErrorActionPreference = 'Stop'",
  "$type = [Type]::GetTypeFromProgID('KWPS.Application')",
  `if (-not $type) { exit ${notInstalled} }`,
  '$app = [Activator]::CreateInstance($type)',
  'try {',
  '$document = $app.Documents.Open($env:ANNREP_FROM, $false, $true)',
  'try { $document.ExportAsFixedFormat($env:ANNREP_TO, 17) } finally { $document.Close($false) }',
  '} finally { if ($app.Documents.Count -eq 0) { $app.Quit() } }',
].join('\n');

const wordsFor = ({ name }: Office, folder: string, from: string): readonly string[] =>
  name === 'WPS'
    ? ['-NoProfile', '-NonInteractive', '-Command', wpsScript]
    : [
        '--headless',
        '--norestore',
        `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`,
        '--convert-to',
        'pdf:writer_pdf_Export',
        '--outdir',
        folder,
        from,
      ];

/** Without a UTF-8 locale LibreOffice hangs on paths in Chinese. */
const speaksUtf8 = ({ LC_ALL, LC_CTYPE, LANG }: Environment): boolean =>
  /utf-?8/i.test(LC_ALL || LC_CTYPE || LANG || '');

/** Signals that ask a program to end. */
const endings = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Ends a program and what it started. */
function kill(child: ChildProcess, { SystemRoot = 'C:\\Windows' }: Environment): void {
  if (child.pid === undefined) return;
  if (process.platform === 'win32') {
    spawnSync(join(SystemRoot, 'System32', 'taskkill.exe'), ['/pid', `${child.pid}`, '/T', '/F'], {
      stdio: 'ignore',
      windowsHide: true,
    });
    child.kill();
    return;
  }
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}

/** How a program ended: its exit status, -1 where it could not be started or took too long, and the signal that ended it with us. */
interface Ended {
  readonly status: number;
  readonly asked?: NodeJS.Signals;
}

/** Runs a program without a shell; where this process is asked to end meanwhile, the program ends first. */
const ended = (program: string, words: readonly string[], environment: Environment): Promise<Ended> =>
  new Promise((done) => {
    let asked: NodeJS.Signals | undefined;
    const end = (signal: NodeJS.Signals): void => {
      // Whoever else listens lets the work come to its end, and does not listen to the next.
      if (process.listenerCount(signal) > 1) return;
      asked = signal;
      kill(child, environment);
    };
    const finish = (status: number): void => {
      clearTimeout(timer);
      for (const signal of endings) process.off(signal, end);
      done({ status, ...(asked ? { asked } : {}) });
    };
    // Before the program is there, or a signal that comes at once would end this process and leave that one.
    for (const signal of endings) process.prependListener(signal, end);
    const child = spawn(program, words, {
      stdio: 'ignore',
      env: environment,
      detached: process.platform !== 'win32',
      windowsHide: true,
    });
    const timer = setTimeout(() => kill(child, environment), patience);
    child.once('error', () => finish(-1));
    child.once('exit', (status) => finish(status ?? -1));
  });

/** Removes the folders that killed runs of this user left, with the documents in them. */
function sweep(): void {
  try {
    for (const name of readdirSync(tmpdir())) {
      const [, pid] = /^annrep-pdf-(\d+)-\w{6}$/.exec(name) ?? [];
      if (pid !== undefined && Number(pid) !== process.pid && !isRunning(Number(pid)))
        rmSync(join(tmpdir(), name), { recursive: true, force: true });
    }
  } catch {
    // What is another user's is that user's to remove.
  }
}

/** Turns a DOCX into a PDF with the office program of this computer, in a folder and a profile of its own. */
export async function pdfOf(docx: Uint8Array, environment: Environment): Promise<Converted> {
  const office = findOffice(process.platform, environment);
  if (!office) return { say: 'pdf-absent', program: '' };
  sweep();
  const folder = mkdtempSync(join(tmpdir(), `annrep-pdf-${process.pid}-`));
  const [from, to] = [join(folder, 'report.docx'), join(folder, 'report.pdf')];
  let asked: NodeJS.Signals | undefined;
  try {
    writeFileSync(from, docx);
    const how = await ended(office.program, wordsFor(office, folder, from), {
      ...environment,
      ...(process.platform !== 'win32' && !speaksUtf8(environment) ? { LC_ALL: 'C.UTF-8' } : {}),
      // What a program that is killed leaves lying goes with the folder.
      TMPDIR: folder,
      TMP: folder,
      TEMP: folder,
      ANNREP_FROM: from,
      ANNREP_TO: to,
    });
    asked = how.asked;
    if (office.name === 'WPS' && how.status === notInstalled) return { say: 'pdf-absent', program: '' };
    const bytes = existsSync(to) ? readFileSync(to) : Buffer.alloc(0);
    return bytes.subarray(0, 5).toString('latin1') === '%PDF-'
      ? { bytes }
      : { say: 'pdf-failed', program: office.name };
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    // Whoever waits for this process learns that it ended as it was asked to.
    if (asked) process.kill(process.pid, asked);
  }
}
