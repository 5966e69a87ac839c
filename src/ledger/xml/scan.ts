import { decodeText } from './text.ts';

/**
 * Patterns of the dialect that spreadsheet programs write: no comments, no CDATA, no instructions, double quotes, no references
 * in attributes. They run over bytes taken one a character (latin1), so that a place in the text is a place in the file.
 */
export const space = '[ \\t\\r\\n]*';
/** Bounded: a pattern that repeats without end runs out of stack on a tag of a million attributes. */
export const attributes = '(?:[ \\t\\r\\n]+[\\w:.-]+="[^"<&\\x00-\\x1f]*"){0,99}';

const spaces = new RegExp(space, 'y');

/** The next place that is not white space. */
export function skipSpace(text: string, at: number): number {
  if (at >= text.length || text.charCodeAt(at) > 0x20) return at;
  spaces.lastIndex = at;
  spaces.test(text);
  return spaces.lastIndex;
}

/** Matches a sticky pattern at a place. */
export function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** The value of one of the attributes that {@link attributes} matched; undefined where there is none of that name. */
export function attributeOf(written: string, name: string): string | undefined {
  for (const [, found, value] of written.matchAll(/([\w:.-]+)="([^"]*)"/g)) if (found === name) return value;
  return undefined;
}

/** Text between two tags as it is meant; undefined where it is not XML or holds a reference that is not one of XML's own. */
export function textOf(bytes: string): string | undefined {
  if (!/[&\r\]\x80-\xff]/.test(bytes)) return bytes;
  return bytes.includes(']>') ? undefined : decodeText(Buffer.from(bytes, 'latin1').toString('utf8'));
}
