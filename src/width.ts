import { eastAsianWidth } from 'get-east-asian-width';

/** Code points that take no column: combining marks, zero-width and direction marks, variation selectors. */
const none = /^[\p{Mn}\p{Me}\u200b-\u200f\u2028-\u202e\u2060-\u2064\u2066-\u206f\ufe00-\ufe0f\ufeff]$/u;

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
