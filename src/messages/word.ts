import type { Args } from '../finding.ts';
import { type Word, words } from './interface.ts';
import type { Said } from './rule.ts';

/** The languages of the sentences; codes, ids and machine formats are the same in both. */
export type Language = 'zh' | 'en';

/** Fills `{name}` from the arguments; a name that is not given stays visible as ？. */
export const fill = (template: string, args: Args): string =>
  template.replace(/\{(\w+)\}/g, (_, name: string) => (Object.hasOwn(args, name) ? String(args[name]) : '？'));

/** A sentence in one language; nothing where there is no sentence. */
export const said = (text: Said | undefined, args: Args, language: Language): string =>
  fill(text?.[language] ?? '', args);

/** A word or line of the program itself. */
export const word = (name: Word, language: Language, args: Args = {}): string => said(words[name], args, language);
