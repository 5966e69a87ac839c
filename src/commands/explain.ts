import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Code, catalogue } from '../finding.ts';
import { codes, exampleIn, explanation, titleOf } from '../messages/documentation.ts';
import { word } from '../messages/word.ts';
import type { Given } from './arguments.ts';
import type { Console, Status } from './console.ts';
import { usageError } from './failure.ts';

const isCode = (text: string): text is Code => Object.hasOwn(catalogue, text);

/** The documentation that is shipped beside the program; without it only the examples are missing. */
function page(): string {
  try {
    return readFileSync(join(__dirname, '..', 'schema', 'checks.md'), 'utf8');
  } catch {
    return '';
  }
}

/** `annrep explain [CODE]`: what a check means, the article behind it, what to do, an example; without a code the list. */
export async function explain(given: Given, console: Console): Promise<Status> {
  const { language } = console;
  const code = given.files[0];
  if (code === undefined) {
    const widest = Math.max(...codes.map((one) => one.length));
    const lines = codes.map(
      (one) => `${one.padEnd(widest)}  ${word(catalogue[one], language)}  ${titleOf(one, language)}`,
    );
    await console.out(`${lines.join('\n')}\n`);
    return 0;
  }
  if (!isCode(code)) return usageError({ say: 'bad-code', args: { word: code } }, console);
  const lines = explanation(code, language).map(
    ([label, text]) => `  ${label}${language === 'en' ? ': ' : '：'}${text}`,
  );
  const example = exampleIn(page(), code)
    ?.split('\n')
    .map((line) => `    ${line}`.trimEnd());
  await console.out(
    [`${code}  ${titleOf(code, language)}`, ...lines, ...(example ? ['', ...example] : [])].join('\n').concat('\n'),
  );
  return 0;
}
