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

/** A reader that has seen enough (`| head`) is no fault. */
const isClosedPipe = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'EPIPE';

let opened = false;

/** Standard output, opened when there is something to write: without findings Node never loads its streams. */
function stdout(): NodeJS.WriteStream {
  if (!opened) {
    opened = true;
    process.stdout.on('error', (error) => {
      if (!isClosedPipe(error)) throw error;
    });
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
        stdout().write(text, (error) => (error ? reject(error) : resolve()));
      }),
    talk: (text) => {
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
  try {
    process.exitCode = await run(argv, console);
  } catch (error) {
    if (isClosedPipe(error)) return;
    const { fault } = await import('./commands/fault.ts');
    console.talk(fault(error, console.language));
    process.exitCode = 3;
  }
}

void main();
