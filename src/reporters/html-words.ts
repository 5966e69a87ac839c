import type { Args } from '../finding.ts';
import { type PageWord, page } from '../messages/page.ts';
import { type Language, said } from '../messages/word.ts';

/** Says a word of the page in its language. */
export type Say = (name: PageWord, args?: Args) => string;

/** The words of the page in one language. */
export const sayIn =
  (language: Language): Say =>
  (name, args = {}) =>
    said(page[name], args, language);
