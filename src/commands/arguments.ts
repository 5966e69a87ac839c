import { parseArgs } from 'node:util';
import { type Command, commands } from './options.ts';

/** A command line that was understood. */
export interface Given {
  readonly command: Command;
  readonly files: readonly string[];
  /** Value of an option. */
  text(name: string): string | undefined;
  /** Values of an option that may be repeated. */
  list(name: string): readonly string[];
  /** Whether a switch is on. */
  on(name: string): boolean;
}

type Values = Readonly<Record<string, string | boolean | readonly (string | boolean)[] | undefined>>;

interface Words {
  readonly values: Values;
  readonly positionals: readonly string[];
}

/** Files and switches alone, as most lines are: Node's own reader costs a hundredth of a start. */
function plainWords(words: readonly string[], command: Command): Words | undefined {
  const values: Record<string, boolean> = {};
  const positionals: string[] = [];
  for (const word of words) {
    const option = command.options.find(({ name, value }) => value === undefined && word === `--${name}`);
    if (option) values[option.name] = true;
    else if (word.startsWith('-')) return undefined;
    else positionals.push(word);
  }
  return { values, positionals };
}

/** Throws where a word does not fit. */
const parsedWords = (words: readonly string[], command: Command): Words =>
  parseArgs({
    args: [...words],
    allowPositionals: true,
    options: Object.fromEntries(
      command.options.map((option) => [
        option.name,
        {
          type: option.value ? ('string' as const) : ('boolean' as const),
          multiple: option.multiple ?? false,
          ...(option.short ? { short: option.short } : {}),
        },
      ]),
    ),
  });

/**
 * Reads a command line by the same data as the help, without the cost of a help library;
 * undefined where there is anything to explain: help wanted, or a word that does not fit.
 */
export function readArguments(argv: readonly string[]): Given | undefined {
  const command = commands.find(({ name }) => name === argv[0]);
  if (!command) return undefined;
  try {
    const words = argv.slice(1);
    const { values, positionals } = plainWords(words, command) ?? parsedWords(words, command);
    for (const { name, choices, value: kind } of command.options) {
      const value = values[name];
      // A variable that is not set, most likely: it would stand for the current folder.
      if (value === '' && (kind === 'DIR' || kind === 'FILE')) return undefined;
      if (choices && value !== undefined && !choices.includes(String(value))) return undefined;
    }
    const most = command.argument?.includes('...') ? Number.POSITIVE_INFINITY : command.argument ? 1 : 0;
    const least = command.argument?.startsWith('<') ? 1 : 0;
    if (positionals.length > most || positionals.length < least) return undefined;
    return {
      command,
      files: positionals,
      text: (name) => (typeof values[name] === 'string' ? values[name] : undefined),
      list: (name) => [values[name] ?? []].flat().map(String),
      on: (name) => values[name] === true,
    };
  } catch {
    return undefined;
  }
}
