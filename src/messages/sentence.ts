import type { Finding, Note } from '../finding.ts';
import { rules } from './index.ts';
import { type Language, said } from './word.ts';

/** The sentence of a finding. */
export const sentenceOf = (finding: Finding, language: Language): string =>
  said(rules[finding.code].says[finding.say], finding.args, language);

/** What to do about a finding. */
export const helpOf = (finding: Finding, language: Language): string => {
  const rule = rules[finding.code];
  return said(rule.says[finding.say]?.help ?? rule.help, finding.args, language);
};

/** The article or reason a finding rests on. */
export const clauseOf = (finding: Finding, language: Language): string =>
  said(rules[finding.code].clause, finding.args, language);

/** The sentence of a finding's note. */
export const noteOf = (finding: Finding, note: Note, language: Language): string =>
  said(rules[finding.code].notes?.[note.say], note.args, language);
