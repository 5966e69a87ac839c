import { cellText } from './xlsx-values.ts';

/** A4 in the numbering of Excel. */
export const a4 = 9;

/** Text of a printed header: `&` begins a code there, and 255 characters are the most. */
export const headerText = (text: string): string =>
  [...cellText(text).replaceAll('\n', ' ')].slice(0, 60).join('').replaceAll('&', '&&');
