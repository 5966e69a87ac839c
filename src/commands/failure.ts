import type { Failure } from '../index.ts';
import { clicked } from '../messages/clicked.ts';
import { output } from '../messages/output.ts';
import type { Said } from '../messages/rule.ts';
import { fill } from '../messages/word.ts';
import type { Console, Status } from './console.ts';

const sentences: Readonly<Record<string, Said>> = output;

/** Whom a sentence is said to. */
export type Listener = Pick<Console, 'language' | 'clicked'>;

/** Why something could not be done, as a line; to people who double-click without commands and options. */
export function failureText({ say, args }: Failure, { language, clicked: byClick }: Listener): string {
  const sentence = (byClick ? clicked[say] : undefined) ?? sentences[say];
  return `${fill(sentence?.[language] ?? say, args)}\n`;
}

/** Says what is wrong with the command line. */
export function usageError(failure: Failure, console: Console): Status {
  console.talk(failureText(failure, console));
  return 2;
}
