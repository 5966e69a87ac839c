import { eastAsianWidth } from 'get-east-asian-width';

/** Code points that take no column: combining marks and variation selectors, zero-width and direction marks. */
const none = /^[\p{Mn}\p{Me}\p{Cf}\u2028\u2029]$/u;

/** Columns of a terminal that a code point takes: 0, 1 or 2. */
export const codePointWidth = (character: string): 0 | 1 | 2 => {
  const code = character.codePointAt(0) ?? 0;
  if (code >= 0x20 && code < 0x7f) return 1;
  if (code < 0x20 || code === 0x7f || none.test(character)) return 0;
  return eastAsianWidth(code);
};

/** Columns of a terminal that a text takes: a Chinese character two, a combining mark none. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) width += codePointWidth(character);
  return width;
}
