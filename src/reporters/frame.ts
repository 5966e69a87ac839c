import { safe } from '../messages/safe.ts';
import { codePointWidth, displayWidth } from '../width.ts';
import type { ToldPlace } from './told.ts';

/** Columns of source shown; longer lines are cut around the place. */
const room = 96;
const before = 48;

/** The head of `text` that fits `columns`, and the rest. */
function split(text: string, columns: number): readonly [string, string] {
  let width = 0;
  let at = 0;
  for (const character of text) {
    width += codePointWidth(character);
    if (width > columns) break;
    at += character.length;
  }
  return [text.slice(0, at), text.slice(at)];
}

/** The tail of `text` that fits `columns`. */
function tail(text: string, columns: number): string {
  const over = displayWidth(text) - columns;
  return over <= 0 ? text : split(text, over + 1)[1];
}

/**
 * The source line with carets under the place, measured in display columns: a Chinese character takes two.
 * Empty where the place has no line.
 */
export function frame(at: ToldPlace, paint: (text: string) => string): readonly string[] {
  const { line, source } = at;
  if (line === undefined || source === undefined) return [];
  let head = safe(source.before);
  const marked = safe(source.marked);
  let rest = safe(source.after);
  if (displayWidth(head + marked + rest) > room) {
    if (displayWidth(head) > before) head = `……${tail(head, before - 4)}`;
    const left = Math.max(room - displayWidth(head + marked), 16);
    const [shown, hidden] = split(rest, left - 4);
    rest = hidden === '' ? shown : `${shown}……`;
  }
  const [shownMark, hiddenMark] = split(marked, room);
  const number = String(line);
  const margin = ' '.repeat(number.length);
  const carets = '^'.repeat(Math.max(1, displayWidth(shownMark)));
  return [
    ` ${margin} |`,
    ` ${number} | ${head}${shownMark}${hiddenMark === '' ? rest : '……'}`,
    ` ${margin} | ${' '.repeat(displayWidth(head))}${paint(carets)}`,
  ];
}
