import { readArguments } from './commands/arguments.ts';
import type { Console, Status } from './commands/console.ts';

type Language = Console['language'];

/** `--lang en`, else ANNREP_LANG, else Chinese; looked for before anything else so that usage errors speak it too. */
function languageOf(argv: readonly string[]): Language {
  const at = argv.indexOf('--lang');
  const given = at >= 0 ? argv[at + 1] : argv.find((argument) => argument.startsWith('--lang='))?.slice(7);
  return (given ?? process.env.ANNREP_LANG) === 'en' ? 'en' : 'zh';
}

/** Colours by the customs NO_COLOR and FORCE_COLOR, else where stdout is a terminal. */
function takesColor(): boolean {
  const { NO_COLOR: no, FORCE_COLOR: force } = process.env;
  if (no !== undefined && no !== '') return false;
  if (force !== undefined) return force !== '0' && force !== 'false';
  return process.stdout.isTTY === true;
}

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '');

/** What was to be read on the screen could not be written there: a full disk behind `>`, a screen that is gone. */
class Unwritten extends Error {
  readonly code: string;
  constructor(code: string) {
    super(code);
    this.name = 'Unwritten';
    this.code = code;
  }
}

/** Whether the current folder was deleted under the program: then Node itself cannot tell where it is. */
const isFolderGone = (error: unknown): boolean => error instanceof Error && /\buv_cwd$/.test(error.message);

let opened = false;
let talking = false;

/** Standard output, opened when there is something to write: without findings Node never loads its streams. */
function stdout(): NodeJS.WriteStream {
  if (!opened) {
    opened = true;
    // Whoever wrote is told of it.
    process.stdout.on('error', () => {});
  }
  return process.stdout;
}

function consoleOf(language: Language): Console {
  return {
    language,
    get color() {
      return takesColor();
    },
    get live() {
      return process.stderr.isTTY === true && !process.env.CI;
    },
    environment: process.env,
    out: (text) =>
      new Promise((resolve, reject) => {
        // A reader that has seen enough (`| head`) is no fault, and the status still tells what was found.
        stdout().write(text, (error) =>
          !error || codeOf(error) === 'EPIPE' ? resolve() : reject(new Unwritten(codeOf(error))),
        );
      }),
    talk: (text) => {
      // Talk that nobody can hear changes nothing of what was found.
      if (!talking) process.stderr.on('error', () => {});
      talking = true;
      process.stderr.write(text);
    },
  };
}

async function run(argv: readonly string[], console: Console): Promise<Status> {
  const given = readArguments(argv);
  switch (given?.command.name) {
    case 'build':
      return (await import('./commands/build.ts')).build(given, console);
    case 'check':
      return (await import('./commands/check.ts')).check(given, console);
    case 'explain':
      return (await import('./commands/explain.ts')).explain(given, console);
    case 'init':
      return (await import('./commands/init.ts')).init(given, console);
    case 'open':
      return (await import('./commands/open.ts')).open(given, console);
    case 'schema':
      return (await import('./commands/schema.ts')).schema(given, console);
    case undefined: {
      const { usage } = await import('./commands/usage.ts');
      const { text, status } = usage(argv, console.language);
      if (status === 0) await console.out(text);
      else console.talk(text);
      return status;
    }
  }
}

async function main(): Promise<void> {
  const argv = process.argv.slice(2);
  const console = consoleOf(languageOf(argv));
  // Until it is known: Node ends a program that waits for what never comes, and would say that all went well.
  process.exitCode = 3;
  try {
    process.exitCode = await run(argv, console);
  } catch (error) {
    const failure =
      error instanceof Unwritten
        ? { say: 'screen-unwritable', args: { reason: error.code } }
        : isFolderGone(error)
          ? { say: 'current-folder-gone', args: {} }
          : undefined;
    if (failure) {
      const { failureText } = await import('./commands/failure.ts');
      console.talk(failureText(failure, console));
      process.exitCode = 2;
      return;
    }
    const { fault } = await import('./commands/fault.ts');
    console.talk(fault(error, console.language));
    process.exitCode = 3;
  }
}

void main();
