import { existsSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { Given } from './arguments.ts';
import { askerOf } from './ask.ts';
import type { Console, Status } from './console.ts';
import { type FoundReport, isReportName, openWorkbooks, reportAt, reportsIn } from './reports.ts';
import { Session } from './session.ts';
import { firstYear, newYearIn, unfitYear, yearIn } from './typed-year.ts';

/** What is to be done: a report checked and built, or a new one begun in a folder. */
type Task =
  | { readonly do: 'build'; readonly report: FoundReport }
  | { readonly do: 'begin'; readonly folder: string; readonly year: number; readonly after?: FoundReport };

/** The year after a report's. */
const nextYear = ({ year }: FoundReport): number | '' => (year === undefined ? '' : year + 1);

/** Why a text of findings leaves nothing that a draft could be made of: mistakes of writing and of shape, or blanks. */
function unreadable(text: string): 'unreadable' | 'unfilled' | undefined {
  const codes = [...text.matchAll(/^.*: (?:错误|error): .*\[((?:yaml|shape)\/[a-z-]+)\]$/gm)].map((match) => match[1]);
  if (codes.length === 0) return undefined;
  return codes.every((code) => code === 'shape/unfilled') ? 'unfilled' : 'unreadable';
}

/** What a year that was typed means in a folder: the report on it, or a new one, from last year's where that is there. */
function taskOfYear(folder: string, year: number, found: readonly FoundReport[]): Task {
  const report = found.find((one) => one.year === year);
  if (report) return { do: 'build', report };
  const after = found.find((one) => one.year === year - 1);
  return { do: 'begin', folder, year, ...(after ? { after } : {}) };
}

/** Asks which of several reports is meant, or whether the next year's is to be begun. */
async function choose(found: readonly FoundReport[], newest: FoundReport, session: Session): Promise<Task | undefined> {
  const count = found.length;
  const year = nextYear(newest);
  session.say('several', { count });
  for (const [at, { name }] of found.entries()) session.say('item', { number: at + 1, name });
  return session.ask<Task>(
    year === '' ? 'choose-only' : 'choose',
    { count, year, first: firstYear },
    (answer) => {
      const report = answer === '' ? newest : /^\d{1,3}$/.test(answer) ? found[Number(answer) - 1] : undefined;
      if (report) return { do: 'build', report };
      const typed = yearIn(answer);
      const task = typed === undefined ? undefined : taskOfYear(dirname(newest.path), typed, found);
      return task?.do === 'begin' && task.year < firstYear ? undefined : task;
    },
    (answer) => (yearIn(answer) === undefined ? 'unclear' : 'too-early'),
  );
}

/** What is to be done with a folder: its one report, the one chosen of several, or a new one. */
async function taskIn(folder: string, session: Session): Promise<Task | undefined> {
  const found = reportsIn(folder);
  const newest = found.at(-1);
  if (newest) return found.length === 1 ? { do: 'build', report: newest } : choose(found, newest, session);
  session.say('none', { folder });
  const year = await session.ask('which-year', { first: firstYear }, newYearIn, unfitYear);
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
  const own = isReportName(path) || /\.txt$/i.test(path) ? reportAt(path) : undefined;
  if (own) return { do: 'build', report: own };
  session.say('not-report', { path });
  return taskIn(dirname(path), session);
}

/** How the clerk comes back to a report: by double-click where it lies beside the program, else by dropping it again. */
const againTo = (report: string, session: Session): string =>
  dirname(resolve(report)) === resolve('.')
    ? session.sentence('again-beside')
    : session.sentence('again-dropped', { name: basename(report) });

/** How a task ended, and whether its report is done with as far as the next year's can follow it. */
interface Ended {
  readonly status: Status;
  readonly readable: boolean;
}

/** Begins a year's report with its ledger, from last year's where there is one. */
async function begin({ folder, year, after }: Task & { do: 'begin' }, session: Session): Promise<Ended> {
  const organ = after ? undefined : await session.ask('which-organ', {}, (answer) => answer || undefined);
  const { status } = await session.run([
    'init',
    '-o',
    folder,
    ...(after ? ['--from', after.path] : organ === undefined ? [] : [`--organ=${organ}`]),
    String(year),
  ]);
  if (status === 0) {
    session.say('created', { again: againTo(join(folder, `${year}.yaml`), session) });
    await session.show(folder);
  }
  return { status, readable: false };
}

/** Checks a report, opens the page of what was found, builds where nothing stands against it, and opens the folder. */
async function build({ path, name }: FoundReport, session: Session): Promise<Ended> {
  const folder = dirname(path);
  const again = againTo(path, session);
  const page = join(folder, session.sentence('page-name', { stem: name.replace(/(?:\.ya?ml|\.txt)+$/i, '') }));
  const there = existsSync(page);
  session.say('taking', { path });
  for (const workbook of openWorkbooks(folder)) session.say('ledger-open', { name: workbook });
  const checked = await session.run(['check', '--format', 'html', '-o', page, '--', path]);
  if (checked.text !== '') {
    session.say('page', { path: page });
    await session.show(page);
  } else if (!there && existsSync(page)) rmSync(page, { force: true });
  if (checked.status > 1) {
    session.say('try-again', { again });
    return { status: checked.status, readable: false };
  }
  if (checked.status === 1) {
    const why = unreadable(checked.text);
    if (why) {
      session.say(why, { again });
      return { status: 1, readable: false };
    }
    const draft = await session.ask('draft-offer', {}, (answer) => (answer === '1' ? true : undefined));
    if (!draft) {
      session.say('mend', { again });
      return { status: 1, readable: true };
    }
  }
  const { status } = await session.run(['build', '--html', ...(checked.status === 1 ? ['--draft'] : []), '--', path]);
  if (status === 0) {
    session.say('built');
    if (checked.text !== '') session.say('look');
  }
  if (status < 2) await session.show(folder);
  else session.say('try-again', { again });
  return { status, readable: status < 2 };
}

/** The year that may be begun once a report is done with; none where there is a report on it. */
function offeredAfter(task: Task | undefined): number | '' {
  if (task?.do !== 'build') return '';
  const year = nextYear(task.report);
  const all = reportsIn(dirname(task.report.path));
  return all.some((one) => one.year === year) ? '' : year;
}

/**
 * `annrep open [FILE]`: the clerk's way, by double-click or by dropping a report on the program. Finds the report, checks
 * it, shows what was found as a page, builds, and opens the folder; with `--pause` waits for Enter before the window closes.
 */
export async function open(given: Given, console: Console): Promise<Status> {
  const asker = askerOf(console);
  const session = new Session(console, asker);
  const perform = (task: Task): Promise<Ended> =>
    task.do === 'build' ? build(task.report, session) : begin(task, session);
  try {
    const task = await taskFor(given.files[0], session);
    if (!task) session.say('unchosen');
    const { status, readable } = task ? await perform(task) : ({ status: 2, readable: false } as const);
    if (!given.on('pause')) return status;
    const next = readable ? offeredAfter(task) : '';
    const year = await session.ask(
      next === '' ? 'farewell' : 'farewell-next',
      { year: next, first: firstYear },
      (answer) => (next === '' ? 0 : newYearIn(answer)),
      unfitYear,
    );
    if (!year || task?.do !== 'build') return status;
    const folder = dirname(task.report.path);
    const last = await perform(taskOfYear(folder, year, reportsIn(folder)));
    await session.ask('farewell', {}, () => 0);
    return last.status;
  } finally {
    asker.close();
  }
}
