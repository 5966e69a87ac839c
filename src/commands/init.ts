import { lstatSync, readFileSync } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import { editionById, editionOfYear, editions } from '../forms/editions.ts';
import type { Failure } from '../index.ts';
import { type Carried, carriedFrom } from '../layout/carried.ts';
import { ledgerTemplate } from '../layout/ledger-template.ts';
import { reportTemplate } from '../layout/report-template.ts';
import { init as sentences } from '../messages/init.ts';
import { fill, word } from '../messages/word.ts';
import { readReport } from '../report/read.ts';
import { reportSchema } from '../report/schema.ts';
import { OutputFailure, saveAll, type Target } from '../writers/save.ts';
import { writeLedgerTemplate } from '../writers/xlsx-ledger-template.ts';
import type { Given } from './arguments.ts';
import type { Console, Status } from './console.ts';
import { examine } from './examine.ts';
import { failureText } from './failure.ts';
import { settingsOf } from './settings.ts';

/** Where editors find the schema of a report: beside it, so that hints need no network and move with the folder. */
const schemaFile = '.annrep/report.schema.json';

/** The longest name of an organ that a report takes. */
const longestOrgan = 200;

type Sentence = keyof typeof sentences;

/** Something that stops the command. */
class Refusal extends Error {
  readonly text: string;
  constructor(text: string) {
    super(text);
    this.text = text;
  }
}

/** Tells apart the year's files and what was asked for. */
interface Wish {
  readonly year: number;
  readonly folder: string;
  readonly file: string;
  readonly ledger: string;
}

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Whether anything stands at a path, a link that leads nowhere included; why a path cannot be looked at is said on writing. */
function exists(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch {
    return false;
  }
}

/** Whether a file is there with just these bytes. */
function isSame(path: string, bytes: Uint8Array): boolean {
  try {
    return readFileSync(path).equals(bytes);
  } catch {
    return false;
  }
}

/** How a report in `folder` names another one, and whether it may: below its own folder or its parent. */
function pathBetween(folder: string, other: string): { readonly path: string; readonly near: boolean } {
  const path = relative(resolve(folder), resolve(other)).replaceAll('\\', '/');
  const near = !path.startsWith('../../') && !path.startsWith('/') && !/^[A-Za-z]:/.test(path);
  return near ? { path, near } : { path: basename(other), near };
}

/** `annrep init`: a report and a ledger for a year, ready to be filled in; writes both or nothing, and replaces neither. */
export async function init(given: Given, console: Console): Promise<Status> {
  const { language } = console;
  const say = (name: Sentence, args: Failure['args'] = {}): string => `${fill(sentences[name][language], args)}\n`;
  const refuse = (failure: Failure): Refusal => new Refusal(failureText(failure, language));
  const quiet = given.on('quiet');

  const yearOf = (text: string): number => {
    if (!/^20\d\d$/.test(text)) throw refuse({ say: 'bad-year', args: { word: text } });
    const first = editions[0]?.firstYear ?? 0;
    if (Number(text) < first) throw new Refusal(say('year-too-early', { year: text, first }));
    return Number(text);
  };

  const organOf = (): string | undefined => {
    const organ = given.text('organ')?.trim();
    if (organ !== undefined && (organ === '' || organ.length > longestOrgan || /\p{C}/u.test(organ)))
      throw new Refusal(say('bad-organ', { most: longestOrgan }));
    return organ;
  };

  const wishOf = (): Wish => {
    const year = yearOf(given.files[0] ?? '');
    return { year, folder: given.text('output') ?? '.', file: `${year}.yaml`, ledger: `${year}-台账.xlsx` };
  };

  /** Last year's report, read and checked as `check` would, so that what it counts from its ledger is there too. */
  const lastYear = async (from: string, year: number): Promise<{ carried: Carried; errors: number }> => {
    const settings = settingsOf(given, console);
    if ('wrong' in settings) throw refuse(settings.wrong);
    const { checked, told, failures } = await examine(from, settings);
    if (!checked) throw new Refusal(failures.map((failure) => failureText(failure, language)).join(''));
    const errors = told.findings.filter(({ severity }) => severity === 'error').length;
    const { draft } = readReport(readFileSync(from), from);
    const found = checked.report?.year ?? draft?.year;
    if (found && found !== year - 1) throw new Refusal(say('from-year', { path: from, found, year, wanted: year - 1 }));
    if (!draft || !checked.report) {
      const reasons = failures.map((failure) => failureText(failure, language)).join('');
      throw new Refusal(reasons + say('from-unfit', { path: from, errors: Math.max(1, errors) }));
    }
    return { carried: carriedFrom(draft, checked.report), errors };
  };

  try {
    const { year, folder, file, ledger } = wishOf();
    const id = given.text('edition');
    const edition = id === undefined ? editionOfYear(year) : editionById(id);
    if (!edition) throw refuse({ say: 'bad-edition', args: { word: id ?? '' } });
    const organ = organOf();
    for (const path of [file, ledger].map((name) => join(folder, name)))
      if (exists(path)) throw refuse({ say: 'output-exists', args: { path } });

    const from = given.text('from');
    const before = from === undefined ? undefined : await lastYear(from, year);
    const link = pathBetween(folder, from ?? '');
    const name = organ ?? before?.carried.organ ?? '';
    const report = reportTemplate({
      year,
      edition,
      organ: name,
      file,
      ledger,
      schema: schemaFile,
      ...(before ? { lastYear: { path: link.path, carried: before.carried } } : {}),
    });
    const schema: Target = {
      path: join(folder, schemaFile),
      bytes: bytesOf(`${JSON.stringify(reportSchema())}\n`),
    };
    const targets: readonly Target[] = [
      { path: join(folder, file), bytes: bytesOf(report) },
      { path: join(folder, ledger), bytes: await writeLedgerTemplate(ledgerTemplate(year, edition, name)) },
    ];
    saveAll(isSame(schema.path, schema.bytes) ? targets : [...targets, schema]);
    if (quiet) return 0;
    for (const { path } of targets) console.talk(`${word('wrote', language, { path })}\n`);
    if (from !== undefined) {
      console.talk(say('carried', { path: from }));
      if (!link.near) console.talk(say('from-far', { path: from, file }));
      if (before && before.errors > 0) console.talk(say('from-faulty', { path: from, errors: before.errors }));
    }
    const path = join(folder, file);
    console.talk(say('next', { ledger, file, path: /\s/.test(path) ? `"${path}"` : path }));
    return 0;
  } catch (error) {
    if (error instanceof Refusal) console.talk(error.text);
    else if (error instanceof OutputFailure)
      console.talk(failureText({ say: error.say, args: { path: error.path } }, language));
    else throw error;
    return 2;
  }
}
