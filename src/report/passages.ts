import type { Path } from '../finding.ts';
import type { ScalarNode, YamlNode } from '../source.ts';
import { type Draft, isBlank, nodePlace, textOf, valueAt } from './draft.ts';
import type { Body, Passage } from './report.ts';
import { join, type Spelling, slice, spell } from './spelling.ts';

/** Puts the values into a line: given the line and its path, the line as printed. */
export type PutValues = (line: Spelling, path: Path) => Spelling;

/** A line that says which finding is silenced, never printed. */
export const ignoreComment = /^#\s*annrep-ignore(?![\w-])/;

const numberings: readonly RegExp[] = [
  /^[一二三四五六七八九十]+、/,
  /^[（(][一二三四五六七八九十]+[）)]/,
  /^\d{1,2}[.．](?!\d)/,
  /^[（(]\d{1,2}[）)]/,
];

/** Level of a heading by the official numbering (GB/T 9704-2012, 7.3.3): 一、 （一） 1. （1）; 0 for body text. */
const levelOf = (text: string): Passage['level'] => {
  const level = numberings.findIndex((numbering) => numbering.test(text)) + 1;
  return level === 1 || level === 2 || level === 3 || level === 4 ? level : 0;
};

/** A heading runs to its first 。; where nothing follows, and where there is none, the whole line is the heading. */
const headingLength = (text: string): number => {
  const stop = text.indexOf('。');
  return stop < 0 ? text.length : stop + 1;
};

/** Full-width spaces inside numbers are dropped: they come from filling in a printed form. */
function withoutGaps(line: Spelling): Spelling {
  const parts: Spelling[] = [];
  let from = 0;
  for (const { index, 0: gap } of line.text.matchAll(/(?<=\d)\u3000+(?=\d)/g)) {
    parts.push(slice(line, from, index));
    from = index + gap.length;
  }
  return parts.length > 0 ? join([...parts, slice(line, from)]) : line;
}

/** The paragraphs of a text: one a line. */
export function passagesOf(draft: Draft, scalar: ScalarNode, path: Path, put: PutValues): readonly Passage[] {
  return spell(draft.text, scalar)
    .filter((line) => !ignoreComment.test(line.text))
    .map((line): Passage => {
      const { text, pieces } = put(withoutGaps(line), path);
      const level = levelOf(text);
      const length = level > 0 ? headingLength(text) : 0;
      return { kind: 'passage', text, level, headingLength: length, file: draft.file, path, pieces };
    });
}

/** The body that a text or a list of blocks makes. */
export function bodyOf(draft: Draft, node: YamlNode | undefined, path: Path, put: PutValues): readonly Body[] {
  if (!node || isBlank(node)) return [];
  if (node.kind === 'scalar') return passagesOf(draft, node, path, put);
  if (node.kind !== 'list') return [];
  return node.items.flatMap((item, index): readonly Body[] => {
    const here = [...path, index];
    const text = valueAt(item, '段落');
    if (text) return bodyOf(draft, text, [...here, '段落'], put);
    const picture = valueAt(item, '图片');
    const file = valueAt(picture, '文件');
    if (!file) return [];
    const at = nodePlace(draft, file, [...here, '图片', '文件']);
    const name = (textOf(file) ?? '').replaceAll('\\', '/');
    return [{ kind: 'picture', file: name, caption: textOf(valueAt(picture, '说明')) ?? '', at }];
  });
}
