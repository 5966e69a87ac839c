import { existsSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { Given } from './arguments.ts';
import { askerOf } from './ask.ts';
import type { Console, Status } from './console.ts';
import { type FoundReport, reportAt, reportsIn } from './reports.ts';
import { Session } from './session.ts';

/** What is to be done: a report checked and built, or a new one begun in a folder. */
type Task =
  | { readonly do: 'build'; readonly report: FoundReport }
  | { readonly do: 'begin'; readonly folder: string; readonly year: number; readonly after?: FoundReport };

const yearIn = (answer: string): number | undefined => (/^20\d\d$/.test(answer) ? Number(answer) : undefined);

/** The year after a report's. */
const nextYear = ({ year }: FoundReport): number | '' => (year === undefined ? '' : year + 1);

/** Mistakes of writing and of shape leave nothing that a draft could be made of. */
const isUnreadable = (text: string): boolean => /^.*: (?:错误|error): .*\[(?:yaml|shape)\/[a-z-]+\]$/m.test(text);

/** Asks which of several reports is meant, or whether the next year's is to be begun. */
async function choose(found: readonly FoundReport[], newest: FoundReport, session: Session): Promise<Task | undefined> {
  const count = found.length;
  const year = nextYear(newest);
  session.say('several', { count });
  for (const [at, { name }] of found.entries()) session.say('item', { number: at + 1, name });
  return session.ask<Task>(year === '' ? 'choose-only' : 'choose', { count, year }, (answer) => {
    const report = answer === '' ? newest : /^\d{1,3}$/.test(answer) ? found[Number(answer) - 1] : undefined;
    if (report) return { do: 'build', report };
    const begun = yearIn(answer);
    if (begun === undefined) return undefined;
    return { do: 'begin', folder: dirname(newest.path), year: begun, after: newest };
  });
}

/** What is to be done with a folder: its one report, the one chosen of several, or a new one. */
async function taskIn(folder: string, session: Session): Promise<Task | undefined> {
  const found = reportsIn(folder);
  const newest = found.at(-1);
  if (newest) return found.length === 1 ? { do: 'build', report: newest } : choose(found, newest, session);
  session.say('none', { folder });
  const year = await session.ask('which-year', {}, yearIn);
  return year === undefined ? undefined : { do: 'begin', folder, year };
}

/** What is to be done with what was dropped on the program, or with the current folder. */
async function taskFor(word: string | undefined, session: Session): Promise<Task | undefined> {
  const path = resolve(word ?? '.');
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) {
    session.say('no-folder', { path });
    return undefined;
  }
  if (stat.isDirectory()) return taskIn(path, session);
  const own = /\.ya?ml$/i.test(path) ? reportAt(path) : undefined;
  if (own) return { do: 'build', report: own };
  session.say('not-report', { path });
  return taskIn(dirname(path), session);
}

/** Begins a year's report with its ledger, from last year's where there is one. */
async function begin({ folder, year, after }: Task & { do: 'begin' }, session: Session): Promise<Status> {
  const organ = after ? undefined : await session.ask('which-organ', {}, (answer) => answer || undefined);
  const { status } = await session.run([
    'init',
    '-o',
    folder,
    ...(after ? ['--from', after.path] : organ === undefined ? [] : [`--organ=${organ}`]),
    String(year),
  ]);
  if (status === 0) {
    session.say('created');
    await session.show(folder);
  }
  return status;
}

/** Checks a report, opens the page of what was found, builds where nothing stands against it, and opens the folder. */
async function build({ path, name }: FoundReport, session: Session): Promise<Status> {
  const folder = dirname(path);
  const page = join(folder, session.sentence('page-name', { stem: basename(name).replace(/\.ya?ml$/i, '') }));
  const there = existsSync(page);
  session.say('taking', { path });
  const checked = await session.run(['check', '--format', 'html', '-o', page, '--', path]);
  if (checked.text !== '') {
    session.say('page', { path: page });
    await session.show(page);
  } else if (!there) rmSync(page, { force: true });
  if (checked.status > 1) return checked.status;
  if (checked.status === 1) {
    if (isUnreadable(checked.text)) {
      session.say('unreadable');
      return 1;
    }
    const draft = await session.ask('draft-offer', {}, (answer) => (answer === '1' ? true : undefined));
    if (!draft) {
      session.say('mend');
      return 1;
    }
  }
  const { status } = await session.run(['build', ...(checked.status === 1 ? ['--draft'] : []), '--', path]);
  if (status < 2) await session.show(folder);
  return status;
}

/**
 * `annrep open [FILE]`: the clerk's way, by double-click or by dropping a report on the program. Finds the report, checks
 * it, shows what was found as a page, builds, and opens the folder; with `--pause` waits for Enter before the window closes.
 */
export async function open(given: Given, console: Console): Promise<Status> {
  const asker = askerOf(console);
  const session = new Session(console, asker);
  const perform = (task: Task): Promise<Status> =>
    task.do === 'build' ? build(task.report, session) : begin(task, session);
  try {
    const task = await taskFor(given.files[0], session);
    if (!task) session.say('unchosen');
    const status = task ? await perform(task) : 2;
    if (!given.on('pause')) return status;
    const next = task?.do === 'build' && status === 0 ? nextYear(task.report) : '';
    const year = await session.ask(next === '' ? 'farewell' : 'farewell-next', { year: next }, (answer) =>
      next === '' ? 0 : yearIn(answer),
    );
    if (!year || task?.do !== 'build') return status;
    const begun = await begin({ do: 'begin', folder: dirname(task.report.path), year, after: task.report }, session);
    await session.ask('farewell', {}, () => 0);
    return begun;
  } finally {
    asker.close();
  }
}
