import type { ScalarNode } from '../source.ts';
import type { Piece } from './report.ts';

/** A text and where each part of it was typed. */
export interface Spelling {
  readonly text: string;
  readonly pieces: readonly Piece[];
}

/** A text that stands in the file exactly so. */
export const exact = (text: string, start: number): Spelling => ({
  text,
  pieces: text ? [{ at: 0, length: text.length, start, end: start + text.length }] : [],
});

/**
 * A text that stands for something else in the file, as a value for its `{{…}}`.
 * Of equal length it is given in two pieces, because one piece of equal length means the same characters.
 */
export function standing(text: string, start: number, end: number): Spelling {
  const whole = { at: 0, length: text.length, start, end };
  if (!text) return { text, pieces: [] };
  if (text.length !== end - start || text.length === 1) return { text, pieces: [whole] };
  return {
    text,
    pieces: [
      { ...whole, length: 1 },
      { ...whole, at: 1, length: text.length - 1 },
    ],
  };
}

/** Several texts one after another. */
export function join(parts: readonly Spelling[]): Spelling {
  let text = '';
  const pieces: Piece[] = [];
  for (const part of parts) {
    for (const piece of part.pieces) {
      const last = pieces.at(-1);
      const moved = { ...piece, at: piece.at + text.length };
      if (last && last.end === piece.start && isExact(last) && isExact(piece)) {
        pieces[pieces.length - 1] = { ...last, length: last.length + piece.length, end: piece.end };
      } else pieces.push(moved);
    }
    text += part.text;
  }
  return { text, pieces };
}

const isExact = (piece: Piece): boolean => piece.length === piece.end - piece.start;

/** The part of a text between two of its offsets. */
export function slice(spelling: Spelling, from: number, to = spelling.text.length): Spelling {
  const pieces: Piece[] = [];
  for (const piece of spelling.pieces) {
    const begin = Math.max(from, piece.at);
    const end = Math.min(to, piece.at + piece.length);
    if (begin >= end) continue;
    const shift = begin - piece.at;
    const part = { at: begin - from, length: end - begin };
    if (isExact(piece)) pieces.push({ ...part, start: piece.start + shift, end: piece.start + shift + part.length });
    else pieces.push({ ...part, start: piece.start, end: piece.end });
  }
  return { text: spelling.text.slice(from, to), pieces };
}

/** The offset in the file of an offset in the text. */
export function offsetOf(spelling: Spelling, at: number): number {
  const piece = spelling.pieces.find((candidate) => at < candidate.at + candidate.length) ?? spelling.pieces.at(-1);
  if (!piece) return 0;
  return isExact(piece) ? piece.start + Math.min(Math.max(at - piece.at, 0), piece.length) : piece.start;
}

const wide = /[\u2E80-\u9FFF\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFFEF“”‘’…—]/;

/** Lines of a plain or quoted scalar are one line of text: joined by a space, beside a Chinese character by nothing. */
function folded(lines: readonly Spelling[]): readonly Spelling[] {
  const paragraphs: Spelling[] = [];
  let open = false;
  for (const line of lines) {
    const last = paragraphs.at(-1);
    if (!line.text) open = false;
    else if (open && last) {
      const end = last.pieces.at(-1)?.end ?? 0;
      const tight = wide.test(last.text.at(-1) ?? '') || wide.test(line.text.charAt(0));
      const gap = tight ? [] : [{ text: ' ', pieces: [{ at: 0, length: 1, start: end, end: offsetOf(line, 0) }] }];
      paragraphs[paragraphs.length - 1] = join([last, ...gap, line]);
    } else {
      paragraphs.push(line);
      open = true;
    }
  }
  return paragraphs;
}

const escapes: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  '0': '\0',
  a: '\x07',
  b: '\b',
  e: '\x1b',
  f: '\f',
  v: '\v',
  N: '\x85',
  _: '\u00a0',
  L: '\u2028',
  P: '\u2029',
};

const escaped = /\\(x[\da-fA-F]{2}|u[\da-fA-F]{4}|U[\da-fA-F]{8}|.)|''/g;

/** What one line between quotation marks says. */
function unquoted(line: Spelling, double: boolean): Spelling {
  const parts: Spelling[] = [];
  let from = 0;
  for (const match of line.text.matchAll(escaped)) {
    const code = match[1];
    if (double !== (code !== undefined)) continue;
    const text = code === undefined ? "'" : code.length > 1 ? codePoint(code.slice(1)) : (escapes[code] ?? code);
    const at = offsetOf(line, match.index);
    parts.push(slice(line, from, match.index), standing(text, at, at + match[0].length));
    from = match.index + match[0].length;
  }
  return join([...parts, slice(line, from)]);
}

const codePoint = (digits: string): string => {
  const code = Number.parseInt(digits, 16);
  return code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
};

/** The lines between two offsets of the file, without their breaks. */
function* fileLines(text: string, start: number, end: number): Generator<Spelling> {
  for (let at = start; at < end; ) {
    const found = text.indexOf('\n', at);
    const stop = found < 0 || found > end ? end : found;
    yield exact(text.slice(at, text.charAt(stop - 1) === '\r' && stop > at ? stop - 1 : stop), at);
    at = stop + 1;
  }
}

const trimmed = (line: Spelling): Spelling => {
  const begin = line.text.length - line.text.trimStart().length;
  return slice(line, begin, Math.max(begin, line.text.trimEnd().length));
};

/** The lines of text that a scalar holds, without the spaces around them; empty ones are left out. */
export function spell(file: string, scalar: ScalarNode): readonly Spelling[] {
  const { start, end, writing } = scalar;
  if (writing === 'empty') return [];
  if (writing === 'literal' || writing === 'folded') {
    const header = file.indexOf('\n', start);
    const lines = header < 0 || header >= end ? [] : [...fileLines(file, header + 1, end)].map(trimmed);
    return writing === 'literal' ? lines.filter((line) => line.text) : folded(lines);
  }
  const quoted = writing !== 'plain';
  const inner = quoted ? 1 : 0;
  const lines = [...fileLines(file, start + inner, end - inner)].map(trimmed);
  const read = quoted ? lines.map((line) => unquoted(line, writing === 'double')) : lines;
  return folded(read).flatMap(broken);
}

/** A quoted text may hold line breaks of its own (`\n`): each begins a new line. */
function broken(line: Spelling): readonly Spelling[] {
  const parts: Spelling[] = [];
  let from = 0;
  for (const { index } of line.text.matchAll(/\n/g)) {
    parts.push(slice(line, from, index));
    from = index + 1;
  }
  return [...parts, slice(line, from)].map(trimmed).filter((part) => part.text);
}
