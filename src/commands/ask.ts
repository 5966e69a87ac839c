import { createInterface } from 'node:readline';
import type { Console } from './console.ts';

/** Asks on the terminal, one line an answer. */
export interface Asker {
  /** The answer without spaces around it and with plain digits; undefined where nobody answers. */
  ask(question: string): Promise<string | undefined>;
  close(): void;
}

/** Reads answers from standard input, which is opened with the first question and never loses a line between two. */
export function askerOf(console: Console): Asker {
  let lines: AsyncIterator<string> | undefined;
  let close = (): void => {};
  return {
    async ask(question) {
      if (!lines) {
        const reading = createInterface({ input: process.stdin, terminal: false });
        lines = reading[Symbol.asyncIterator]();
        close = () => reading.close();
      }
      console.talk(question);
      const { value, done } = await lines.next();
      if (!process.stdin.isTTY) console.talk('\n');
      return done ? undefined : String(value).normalize('NFKC').trim();
    },
    close: () => close(),
  };
}
