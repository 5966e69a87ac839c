import { existsSync } from 'node:fs';
import type { Failure } from '../index.ts';
import { word } from '../messages/word.ts';
import type { Format } from '../reporters/reporter.ts';
import { added, nothing, type Reporter, type ReporterContext, type Summary } from '../reporters/told.ts';
import type { Given } from './arguments.ts';
import type { Console, Status } from './console.ts';
import { discover } from './discover.ts';
import { examineMany } from './examine-many.ts';
import { realOrFull } from './folder.ts';
import { progressOf } from './progress.ts';
import { settingsOf } from './settings.ts';
import { version } from './version.ts';

/** Says what is wrong with the command line; such sentences are loaded when there is something to say. */
async function usageError(failure: Failure, console: Console): Promise<Status> {
  return (await import('./failure.ts')).usageError(failure, console);
}

/** Says why something could not be done, behind the name of the file that it is about. */
async function tellFailure(failure: Failure, console: Console, file = ''): Promise<void> {
  const { failureText } = await import('./failure.ts');
  console.talk(`${file}${failureText(failure, console)}`);
}

/** A format and where its text goes. */
interface Sink {
  readonly format: Format;
  /** Loaded when first used. */
  readonly reporter: () => Promise<Reporter>;
  readonly put: (text: string) => Promise<void>;
}

function sinkOf(format: Format, context: ReporterContext, put: Sink['put']): Sink {
  let made: Promise<Reporter> | undefined;
  return {
    format,
    reporter() {
      made ??= reporterFor(format, context);
      return made;
    },
    put,
  };
}

async function reporterFor(format: Format, context: ReporterContext): Promise<Reporter> {
  if (format === 'text') return (await import('../reporters/text.ts')).textReporter(context);
  if (format === 'html') return (await import('../reporters/html.ts')).htmlReporter(context);
  return (await import('../reporters/reporter.ts')).reporterOf(format, context, version);
}

/** The formats of one call: on the screen, and with `-o` one more that is gathered for a file. */
function sinksOf(given: Given, console: Console, filed: string[]): readonly Sink[] {
  const format = (given.text('format') ?? 'text') as Format;
  const screen = (name: Format): Sink => sinkOf(name, console, console.out);
  if (given.text('output') !== undefined) {
    const context = { language: console.language, color: false };
    return [screen('text'), sinkOf(format, context, async (text) => void filed.push(text))];
  }
  const annotated = console.environment.GITHUB_ACTIONS === 'true' && given.text('format') === undefined;
  return annotated ? [screen('text'), screen('github')] : [screen(format)];
}

/** Writes what each format makes; plain text says nothing but findings. */
async function put(sinks: readonly Sink[], findings: number, make: (reporter: Reporter) => string): Promise<void> {
  for (const sink of sinks) {
    if (findings === 0 && sink.format === 'text') continue;
    const text = make(await sink.reporter());
    if (text !== '') await sink.put(text);
  }
}

/** The counts of all, and where there are several reports a line for each that has findings. */
function summaryText(
  each: ReadonlyMap<string, Summary>,
  all: Summary,
  others: number,
  failed: boolean,
  { language }: Console,
): string {
  const lines = [...each].map(([file, summary]) => word('fileSummary', language, { file, ...summary }));
  const clean = all.errors + all.warnings + all.notices === 0;
  if (all.files > 0) lines.push(word(clean ? (failed ? 'cleanButUnread' : 'clean') : 'summary', language, { ...all }));
  if (all.ignored > 0) lines.push(word('ignored', language, { ignored: all.ignored }));
  if (others > 0) lines.push(word('skipped', language, { count: others }));
  return lines.map((line) => `${line}\n`).join('');
}

/** What a clerk writes or a colleague reads: never taken for an earlier result of a check. */
const isDocument = (path: string): boolean =>
  /\.(?:ya?ml|xls[xm]?|et|ods|csv|docx?|wps|pdf|png|jpe?g)$/i.test(path) && existsSync(path);

/** Runs a step of writing the result; says why where it cannot be written. */
async function saved(console: Console, run: (saving: typeof import('../saving.ts')) => void): Promise<boolean> {
  const saving = await import('../saving.ts');
  try {
    run(saving);
    return true;
  } catch (error) {
    if (!(error instanceof saving.OutputFailure)) throw error;
    await tellFailure({ say: error.say, args: { path: error.path } }, console);
    return false;
  }
}

/** `annrep check`: findings only. Gives 2 where a file could not be read, 1 where something is above the limit, else 0. */
export async function check(given: Given, console: Console): Promise<Status> {
  const { language } = console;
  const settings = settingsOf(given, console);
  if ('wrong' in settings) return usageError(settings.wrong, console);
  const limit = given.text('max-warnings');
  if (limit !== undefined && !/^\d{1,9}$/.test(limit))
    return usageError({ say: 'bad-number', args: { word: limit } }, console);

  const { files, others, missing } = await discover(given.files);
  const output = given.text('output');
  // A link may lead to a report, and a report name any file: neither is ever written over.
  const real = output === undefined ? undefined : realOrFull(output);
  const named = new Set<string>();
  if (output !== undefined && real !== undefined) {
    if (files.some((file) => realOrFull(file) === real) || isDocument(output) || isDocument(real))
      return usageError({ say: 'output-is-input', args: { path: output } }, console);
    if (!(await saved(console, ({ canSave }) => canSave([output])))) return 2;
  }
  let failed = missing.length > 0;
  for (const path of missing) await tellFailure({ say: 'report-missing', args: { path } }, console);
  if (files.length === 0 && !failed) {
    // A current folder that was deleted looks empty; this says so.
    process.cwd();
    await tellFailure({ say: 'no-reports', args: {} }, console);
    failed = true;
  }
  const filed: string[] = [];
  const sinks = sinksOf(given, console, filed);
  const progress = progressOf(console, given.on('quiet'));
  const each = new Map<string, Summary>();
  let all = nothing;
  await put(sinks, 0, (reporter) => reporter.begin());
  const seen = real === undefined ? undefined : (path: string) => void named.add(realOrFull(path));
  const counting = { ...settings, options: { ...settings.options, countOnly: true } };
  for await (const { told, failures } of examineMany(files, counting, seen)) {
    const { file } = told;
    progress.show(() => word('checking', language, { done: all.files + 1, files: files.length }));
    for (const failure of failures) await tellFailure(failure, console, `${file}: `);
    failed ||= failures.length > 0;
    const own = added(nothing, told);
    if (files.length > 1 && own.errors + own.warnings + own.notices > 0) each.set(file, own);
    all = added(all, told);
    progress.clear();
    await put(sinks, told.findings.length, (reporter) => reporter.file(told));
  }
  await put(sinks, 0, (reporter) => reporter.end(all));
  if (output !== undefined && real !== undefined) {
    if (named.has(real)) {
      await tellFailure({ say: 'output-is-input', args: { path: output } }, console);
      failed = true;
    } else if (!(await saved(console, ({ saveText }) => saveText(output, filed.join(''))))) failed = true;
  }
  if (!given.on('quiet')) console.talk(summaryText(each, all, others, failed, console));
  if (failed) return 2;
  return all.errors > 0 || (limit !== undefined && all.warnings > Number(limit)) ? 1 : 0;
}
