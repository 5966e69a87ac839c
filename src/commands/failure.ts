import type { Failure } from '../index.ts';
import { output } from '../messages/output.ts';
import type { Said } from '../messages/rule.ts';
import { fill, type Language } from '../messages/word.ts';
import type { Console, Status } from './console.ts';

const sentences: Readonly<Record<string, Said>> = output;

/** Why something could not be done, as a line. */
export const failureText = ({ say, args }: Failure, language: Language): string =>
  `${fill(sentences[say]?.[language] ?? say, args)}\n`;

/** Says what is wrong with the command line. */
export function usageError(failure: Failure, console: Console): Status {
  console.talk(failureText(failure, console.language));
  return 2;
}
