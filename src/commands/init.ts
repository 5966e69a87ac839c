import { readFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { editionById, editionOfYear, editions, type Failure } from '../index.ts';
import { clicked } from '../messages/clicked.ts';
import { init as sentences } from '../messages/init.ts';
import { said, word } from '../messages/word.ts';
import { OutputFailure, saveAll } from '../saving.ts';
import { type Carried, fileNames, newFiles, schemaName, takenOver, yearIn } from '../templates.ts';
import type { Given } from './arguments.ts';
import type { Console, Status } from './console.ts';
import { examine } from './examine.ts';
import { failureText } from './failure.ts';
import { exists, formFiles, isSame } from './form-files.ts';
import { settingsOf } from './settings.ts';

/** The longest name of an organ that a report takes. */
const longestOrgan = 200;

type Sentence = keyof typeof sentences;

/** Something that stops the command, in words. */
class Refusal extends Error {}

/** How a report in `folder` names another one, and whether it may: below its own folder or its parent. */
function pathBetween(folder: string, other: string): { readonly path: string; readonly near: boolean } {
  const path = relative(resolve(folder), resolve(other)).replaceAll('\\', '/');
  const near = !path.startsWith('../../') && !path.startsWith('/') && !/^[A-Za-z]:/.test(path);
  return near ? { path, near } : { path: basename(other), near };
}

/** Where nothing can be written, the folder that a clerk sees, for the one inside it that editors read. */
const shownOf = ({ say, path }: OutputFailure): string =>
  say === 'folder-unwritable' && basename(path) === dirname(schemaName) ? dirname(path) : path;

/** One call of the command: what was asked for, and the words to refuse it with. */
class Call {
  private readonly given: Given;
  private readonly console: Console;

  constructor(given: Given, console: Console) {
    this.given = given;
    this.console = console;
  }

  say(name: Sentence, args: Failure['args'] = {}): string {
    const sentence = (this.console.clicked ? clicked[name] : undefined) ?? sentences[name];
    return `${said(sentence, args, this.console.language)}\n`;
  }

  private refuse(say: string, args: Failure['args']): Refusal {
    return new Refusal(failureText({ say, args }, this.console));
  }

  year(): number {
    const text = this.given.files[0] ?? '';
    if (!/^20\d\d$/.test(text)) throw this.refuse('bad-year', { word: text });
    const first = editions[0]?.firstYear ?? 0;
    if (Number(text) < first) throw new Refusal(this.say('year-too-early', { year: text, first }));
    return Number(text);
  }

  edition(year: number): ReturnType<typeof editionOfYear> {
    const id = this.given.text('edition');
    const edition = id === undefined ? editionOfYear(year) : editionById(id);
    if (!edition) throw this.refuse('bad-edition', { word: id ?? '' });
    return edition;
  }

  organ(): string | undefined {
    const organ = this.given.text('organ')?.trim();
    if (organ !== undefined && (organ === '' || organ.length > longestOrgan || /\p{C}/u.test(organ)))
      throw new Refusal(this.say('bad-organ', { most: longestOrgan }));
    return organ;
  }

  /** The paths of the new files, none of which may be there. */
  targets(year: number): { readonly report: string; readonly ledger: string; readonly schema: string } {
    const folder = this.given.text('output') ?? '.';
    const names = fileNames(year);
    const paths = { report: join(folder, names.report), ledger: join(folder, names.ledger) };
    for (const path of Object.values(paths)) if (exists(path)) throw this.refuse('output-exists', { path });
    return { ...paths, schema: join(folder, schemaName) };
  }

  /** Last year's report, read and checked as `check` would, so that what it counts from its ledger is there too. */
  async before(from: string, year: number): Promise<{ readonly carried: Carried; readonly errors: number }> {
    const settings = settingsOf(this.given, this.console);
    if ('wrong' in settings) throw this.refuse(settings.wrong.say, settings.wrong.args);
    const { checked, told, failures } = await examine(from, settings);
    const reasons = failures.map((failure) => failureText(failure, this.console)).join('');
    if (!checked) throw new Refusal(reasons);
    const errors = told.findings.filter(({ severity }) => severity === 'error').length;
    const bytes = readFileSync(from);
    const found = checked.report?.year ?? yearIn(bytes, from);
    if (found > 0 && found !== year - 1)
      throw new Refusal(this.say('from-year', { path: from, found, year, wanted: year - 1 }));
    const carried = checked.report && takenOver(bytes, checked.report);
    if (!carried && errors === 0) throw new Refusal(reasons + this.say('from-lacks', { path: from }));
    if (!carried) throw new Refusal(reasons + this.say('from-unfit', { path: from, errors: Math.max(1, errors) }));
    return { carried, errors };
  }
}

/** `annrep init`: a report and a ledger for a year, ready to be filled in; writes both or nothing, and replaces neither. */
export async function init(given: Given, console: Console): Promise<Status> {
  const { language } = console;
  const call = new Call(given, console);
  try {
    const year = call.year();
    const edition = call.edition(year);
    const organ = call.organ();
    const targets = call.targets(year);
    const from = given.text('from');
    const before = from === undefined ? undefined : await call.before(from, year);
    const folder = given.text('output') ?? '.';
    const link = pathBetween(folder, from ?? '');
    const tables = before?.carried.extensions.map(({ table }) => table) ?? [];
    const forms = formFiles(tables, from ?? '', folder);
    const files = await newFiles({
      year,
      edition,
      organ: organ ?? before?.carried.organ ?? '',
      ...(before ? { lastYear: { path: link.path, carried: before.carried } } : {}),
    });
    const written = [
      { path: targets.report, bytes: files.report },
      { path: targets.ledger, bytes: files.ledger },
    ];
    const schema = { path: targets.schema, bytes: files.schema };
    saveAll([...written, ...forms.files, ...(isSame(schema.path, schema.bytes) ? [] : [schema])], folder);
    if (given.on('quiet')) return 0;
    for (const { path } of written) console.talk(`${word('wrote', language, { path })}\n`);
    const file = fileNames(year).report;
    if (from !== undefined) {
      console.talk(call.say('carried', { path: from }));
      for (const { say, path } of forms.sentences) console.talk(call.say(say, { path }));
      if (!link.near) console.talk(call.say('from-far', { path: from, file }));
      if (before && before.errors > 0) console.talk(call.say('from-faulty', { path: from, errors: before.errors }));
    }
    const path = /\s/.test(targets.report) ? `"${targets.report}"` : targets.report;
    console.talk(call.say('next', { ledger: fileNames(year).ledger, file, path }));
    return 0;
  } catch (error) {
    if (error instanceof Refusal) console.talk(error.message);
    else if (error instanceof OutputFailure)
      console.talk(failureText({ say: error.say, args: { path: shownOf(error) } }, console));
    else throw error;
    return 2;
  }
}
