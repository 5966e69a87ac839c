import { readArguments } from '../../src/commands/arguments.ts';
import type { Console, Status } from '../../src/commands/console.ts';
import { init } from '../../src/commands/init.ts';

/** What a call of the command gave. */
export interface Ran {
  readonly status: Status;
  readonly said: string;
}

/** Calls `annrep init` with these words, without a process. */
export async function runInit(words: readonly string[], language: Console['language'] = 'zh'): Promise<Ran> {
  const given = readArguments(['init', ...words]);
  if (!given) throw new Error(`not understood: ${words.join(' ')}`);
  let said = '';
  const console: Console = {
    language,
    color: false,
    live: false,
    environment: {},
    out: async () => {},
    talk: (text) => {
      said += text;
    },
  };
  return { status: await init(given, console), said };
}
