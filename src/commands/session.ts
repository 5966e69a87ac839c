import type { Args } from '../finding.ts';
import { open as sentences } from '../messages/open.ts';
import { said } from '../messages/word.ts';
import { readArguments } from './arguments.ts';
import type { Asker } from './ask.ts';
import type { Console, Status } from './console.ts';
import { openInSystem } from './opener.ts';

/** A sentence of a run by double-click. */
export type OpenSentence = keyof typeof sentences;

/** How often a question is asked again when the answer makes no sense. */
const tries = 3;

/** One run by double-click: what is said and asked, and the other commands as it uses them. */
export class Session {
  private readonly console: Console;
  private readonly asker: Asker;
  private readonly heard = new Set<string>();

  constructor(console: Console, asker: Asker) {
    this.console = console;
    this.asker = asker;
  }

  sentence(name: OpenSentence, args: Args = {}): string {
    return said(sentences[name], args, this.console.language);
  }

  say(name: OpenSentence, args: Args = {}): void {
    this.console.talk(`${this.sentence(name, args)}\n`);
  }

  /**
   * Asks until the answer is understood; undefined where nobody answers, for Enter alone (an empty answer) unless it
   * means something, and after too many answers that make no sense; `unclear` names what is said of such an answer.
   */
  async ask<T>(
    name: OpenSentence,
    args: Args,
    understand: (answer: string) => T | undefined,
    unclear: (answer: string) => OpenSentence = () => 'unclear',
  ): Promise<T | undefined> {
    for (let time = 0; time < tries; time += 1) {
      const answer = await this.asker.ask(this.sentence(name, args));
      if (answer === undefined) return undefined;
      const understood = understand(answer);
      if (understood !== undefined || answer === '') return understood;
      this.say(unclear(answer), { ...args, answer });
    }
    return undefined;
  }

  /** Opens a page or a folder, or says where it is. */
  async show(path: string): Promise<void> {
    if (!(await openInSystem(path, this.console.environment))) this.say('unopened', { path });
  }

  /** Runs another command; its findings are caught, and each line of its talk is said once in a session. */
  async run(words: readonly [string, ...string[]]): Promise<{ readonly status: Status; readonly text: string }> {
    const [name, ...rest] = words;
    const given = readArguments([name, '--lang', this.console.language, ...rest]);
    if (!given) throw new Error(`not understood: ${words.join(' ')}`);
    let text = '';
    const console: Console = {
      language: this.console.language,
      clicked: true,
      environment: this.console.environment,
      live: this.console.live,
      color: false,
      out: async (part) => {
        text += part;
      },
      talk: (line) => {
        if (line.endsWith('\n') && this.heard.has(line)) return;
        this.heard.add(line);
        this.console.talk(line);
      },
    };
    const command =
      name === 'check'
        ? (await import('./check.ts')).check
        : name === 'build'
          ? (await import('./build.ts')).build
          : (await import('./init.ts')).init;
    return { status: await command(given, console), text };
  }
}
