import { quickTree } from './source/quick.ts';
import { strictTree } from './source/strict.ts';
import type { Tree } from './source/tree.ts';

export type { Entry, Fault, ListNode, MapNode, ScalarNode, Tree, Writing, YamlNode } from './source/tree.ts';

/** Marks and lines of a text: a report has some thousands, and the parser takes its time over each. */
const mostMarks = 60_000;

/** Marks that a line counts for: of each the outputs make a paragraph, which takes some ten kilobytes. */
const ofLine = 4;

/** Where a text has had more marks than any report. */
function tooMuch(text: string): number | undefined {
  if (text.length <= mostMarks) return undefined;
  let marks = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (
      code < 0x80 &&
      code !== 0x20 &&
      !(code >= 0x30 && code <= 0x39) &&
      (code < 0x41 || code > 0x5a) &&
      (code < 0x61 || code > 0x7a)
    ) {
      marks += code === 0x0a ? ofLine : 1;
      if (marks > mostMarks) return at;
    }
  }
  return undefined;
}

/** Reads YAML into nodes that keep their text and offsets, or tells the faults because of which there are none. */
export function parseTree(text: string): Tree {
  const much = tooMuch(text);
  if (much !== undefined) return { faults: [{ code: 'TOO_MUCH', start: much, end: much + 1, message: '' }] };
  const root = quickTree(text);
  return root ? { root, faults: [] } : strictTree(text);
}
