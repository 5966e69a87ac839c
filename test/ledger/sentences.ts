import type { Args, Finding } from '../../src/finding.ts';
import { rules } from '../../src/messages/index.ts';
import type { Said } from '../../src/messages/rule.ts';

/** A sentence with its names filled; one that is not given makes the test fail. */
function filled(said: Said | undefined, args: Args, language: 'zh' | 'en'): string {
  if (!said) throw new Error('a sentence is missing');
  return said[language].replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = args[name];
    if (value === undefined) throw new Error(`${name} is not given for: ${said[language]}`);
    return String(value);
  });
}

/** All that is said of a finding of the ledger: its sentence, its help and its notes. */
export function sentences(finding: Finding, language: 'zh' | 'en' = 'zh'): readonly string[] {
  const rule = rules[finding.code];
  const sentence = rule.says[finding.say];
  return [
    filled(sentence, finding.args, language),
    filled(sentence?.help ?? rule.help, finding.args, language),
    ...finding.notes.map(({ say, args }) => filled(rule.notes?.[say], args, language)),
  ];
}
