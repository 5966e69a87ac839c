import { type Code, catalogue, type Severity } from '../finding.ts';

/** Severities changed by `--rule CODE=…`. */
export type Rules = ReadonlyMap<Code, Severity | 'off'>;

const isCode = (text: string): text is Code => Object.hasOwn(catalogue, text);
const isLevel = (text: string): text is Severity | 'off' => ['off', 'notice', 'warning', 'error'].includes(text);

/** Reads `CODE=off|notice|warning|error`; gives the first word that does not fit instead where there is one. */
export function readRules(given: readonly string[]): Rules | { readonly wrong: string } {
  const rules = new Map<Code, Severity | 'off'>();
  for (const word of given) {
    const at = word.indexOf('=');
    const [code, level] = [word.slice(0, at), word.slice(at + 1)];
    if (at < 0 || !isCode(code) || !isLevel(level)) return { wrong: word };
    rules.set(code, level);
  }
  return rules;
}
