import type { Failure } from '../index.ts';
import type { Given } from './arguments.ts';
import type { Console } from './console.ts';
import type { Settings } from './examine.ts';
import { readRules } from './rules.ts';

/** The options that `build` and `check` share, or what is wrong with them. */
export function settingsOf(given: Given, { language, clicked }: Console): Settings | { readonly wrong: Failure } {
  const rules = readRules(given.list('rule'));
  if ('wrong' in rules) return { wrong: { say: 'bad-rule', args: { word: rules.wrong } } };
  const root = given.text('root');
  return {
    language,
    ...(clicked ? { clicked } : {}),
    options: { rules, includeOutOfYear: given.on('include-out-of-year') },
    ...(root === undefined ? {} : { root }),
    ...(given.text('format') === 'html' ? { page: true } : {}),
  };
}
