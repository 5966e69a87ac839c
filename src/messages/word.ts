import type { Args } from '../finding.ts';
import { type Word, words } from './interface.ts';
import type { Said } from './rule.ts';
import { safe } from './safe.ts';

/** The languages of the sentences; codes, ids and machine formats are the same in both. */
export type Language = 'zh' | 'en';

/** An argument as it is said: names of files and texts of strangers keep to their line. */
const spoken = (value: Args[string]): string => (typeof value === 'string' ? safe(value) : String(value));

/** Fills `{name}` from the arguments; a name that is not given stays visible as ？. */
export const fill = (template: string, args: Args): string =>
  template.replace(/\{(\w+)\}/g, (_, name: string) => spoken(Object.hasOwn(args, name) ? (args[name] ?? '') : '？'));

/** A sentence in one language; nothing where there is no sentence. */
export const said = (text: Said | undefined, args: Args, language: Language): string =>
  fill(text?.[language] ?? '', args);

/** A word or line of the program itself. */
export const word = (name: Word, language: Language, args: Args = {}): string => said(words[name], args, language);
