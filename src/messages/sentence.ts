import type { Args, Finding, Note } from '../finding.ts';
import { rules } from './index.ts';
import { type Word, words } from './interface.ts';
import type { Said } from './rule.ts';

/** The languages of the sentences; codes, ids and machine formats are the same in both. */
export type Language = 'zh' | 'en';

/** Fills `{name}` from the arguments; a name that is not given stays visible as ？. */
export const fill = (template: string, args: Args): string =>
  template.replace(/\{(\w+)\}/g, (_, name: string) => (Object.hasOwn(args, name) ? String(args[name]) : '？'));

const said = (text: Said | undefined, args: Args, language: Language): string => fill(text?.[language] ?? '', args);

/** The sentence of a finding. */
export const sentenceOf = (finding: Finding, language: Language): string =>
  said(rules[finding.code].says[finding.say], finding.args, language);

/** What to do about a finding. */
export const helpOf = (finding: Finding, language: Language): string => {
  const rule = rules[finding.code];
  return said(rule.says[finding.say]?.help ?? rule.help, finding.args, language);
};

/** The article or reason a finding rests on. */
export const clauseOf = (finding: Finding, language: Language): string => said(rules[finding.code].clause, finding.args, language);

/** The sentence of a finding's note. */
export const noteOf = (finding: Finding, note: Note, language: Language): string =>
  said(rules[finding.code].notes?.[note.say], note.args, language);

/** A word or line of the program itself. */
export const word = (name: Word, language: Language, args: Args = {}): string => said(words[name], args, language);
