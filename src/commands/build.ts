import { basename, dirname } from 'node:path';
import { documentsOf, startXlsxThread, targetsOf, unfitPicture, type XlsxThread } from '../documents.ts';
import { type Failure, FileProblem } from '../index.ts';
import { word } from '../messages/word.ts';
import { placeName, textReporter } from '../reporters/text.ts';
import { added, nothing } from '../reporters/told.ts';
import { canSave, OutputFailure, saveAll, type Target } from '../saving.ts';
import type { Given } from './arguments.ts';
import type { Console, Status } from './console.ts';
import { examine } from './examine.ts';
import { failureText, usageError } from './failure.ts';
import { folderOf, realOrFull, type Seen } from './folder.ts';
import { progressOf } from './progress.ts';
import { settingsOf } from './settings.ts';

/** The PDF of a document; none, with a sentence, where no office program makes it. */
async function pdfBeside(docx: Target | undefined, path: string, console: Console): Promise<readonly Target[]> {
  if (!docx) return [];
  const { pdfOf, pdfProblem } = await import('./pdf.ts');
  const made = await pdfOf(docx.bytes, console.environment);
  if ('bytes' in made) return [{ path, bytes: made.bytes }];
  console.talk(`${pdfProblem(made, console.language)}\n`);
  return [];
}

/** Checks and writes once; `seen` is told of each file that the report names. */
async function buildOnce(given: Given, console: Console, seen: Seen = () => {}): Promise<Status> {
  const thread = startXlsxThread();
  try {
    return await buildWith(thread, given, console, seen);
  } finally {
    await thread?.end();
  }
}

async function buildWith(thread: XlsxThread | undefined, given: Given, console: Console, seen: Seen): Promise<Status> {
  const { language } = console;
  const asked = settingsOf(given, console);
  if ('wrong' in asked) return usageError(asked.wrong, console);
  const named = new Set<string>();
  const settings = {
    ...asked,
    seen(path: string) {
      named.add(realOrFull(path));
      seen(path);
    },
  };
  const file = given.files[0] ?? '';
  const quiet = given.on('quiet');
  const draft = given.on('draft');
  const html = given.on('html');
  const fail = (failure: Failure): Status => {
    console.talk(failureText(failure, console));
    return 2;
  };
  const progress = progressOf(console, quiet);
  const { checked, told, failures } = await examine(file, settings);
  progress.clear();
  const text = textReporter(console).file(told);
  if (text !== '') await console.out(text);
  for (const failure of failures) fail(failure);
  if (failures.length > 0 || !checked) return 2;
  const summary = added(nothing, told);
  if (!quiet && summary.errors + summary.warnings + summary.notices > 0)
    console.talk(`${word('summary', language, { ...summary })}\n`);
  if (!quiet && summary.ignored > 0) console.talk(`${word('ignored', language, { ignored: summary.ignored })}\n`);
  if (!checked.report) {
    console.talk(failureText({ say: draft ? 'draft-unreadable' : 'unreadable-report', args: {} }, console));
    return 1;
  }
  if (summary.errors > 0 && !draft) {
    console.talk(`${word('refused', language, { ...summary })}\n`);
    return 1;
  }
  try {
    const targets = targetsOf(checked.report, given.text('output') ?? dirname(file), draft, html);
    const pdf = given.on('pdf') ? (targets[0] ?? '').replace(/docx$/, 'pdf') : undefined;
    const all = pdf === undefined ? targets : [...targets, pdf];
    const input = all.find((path) => named.has(realOrFull(path)));
    if (input !== undefined) return fail({ say: 'output-is-input', args: { path: input } });
    canSave(all);
    const folder = folderOf(file, settings.root, seen);
    const unfit = unfitPicture(checked.report, folder);
    if (unfit !== undefined) return fail({ say: 'picture-unfit', args: { path: unfit } });
    const documents = await documentsOf(checked, checked.report, {
      draft,
      html,
      folder,
      thread,
      async tell(found) {
        // Most reports that are built have no finding, and then its sentences need not be there.
        const { tell } = await import('../reporters/tell.ts');
        const { severity, message, code, at, help } = tell(found, language, checked.linesOf);
        // Where the report lies on this machine is nobody's business who reads the documents, and changes none of their bytes.
        const place = placeName(at.file === file ? { ...at, file: basename(file) } : at);
        return { severity: word(severity, language), sentence: message, code, place, help };
      },
      unlisted: (count) => ({
        severity: word('notice', language),
        sentence: word('unlisted', language, { count }),
        help: word('unlistedHelp', language),
      }),
    });
    const files = targets.map((path, at) => ({ path, bytes: documents[at] ?? new Uint8Array() }));
    if (pdf !== undefined) files.push(...(await pdfBeside(files[0], pdf, console)));
    saveAll(files);
    if (!quiet) for (const { path } of files) console.talk(`${word('wrote', language, { path })}\n`);
  } catch (error) {
    if (error instanceof FileProblem)
      return fail({ say: `${error.purpose}-${error.say}`, args: { path: error.path, reason: error.reason } });
    if (error instanceof OutputFailure) return fail({ say: error.say, args: { path: error.path } });
    throw error;
  }
  return summary.errors > 0 ? 1 : 0;
}

/** `annrep build`: checks, then writes DOCX, XLSX and with `--html` a page beside the report or into `-o`; with errors nothing, unless `--draft`; with `--watch` again whenever something is saved. */
export async function build(given: Given, console: Console): Promise<Status> {
  if (!given.on('watch')) return buildOnce(given, console);
  return (await import('./watch.ts')).watch(given, console, buildOnce);
}
