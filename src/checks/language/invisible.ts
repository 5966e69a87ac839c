import { type Finding, finding, type TextPlace } from '../../finding.ts';
import type { Form, Line } from '../../forms/form.ts';
import { passagePlace, passages, pictures } from '../../report/report.ts';
import type { Subject } from '../subject.ts';

/**
 * Control characters, marks of writing direction, characters without width, halves of characters and fillers; not tabs and
 * line breaks. The classes of Unicode are slow to gather: they are asked for where a text has anything uncommon.
 */
const invisibleIn = (text: string): readonly RegExpExecArray[] => [
  ...text.matchAll(/(?![\t\n\r])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\u115f\u1160\u3164\uffa0\ufffe\uffff]/gu),
];

const numbered = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/** Texts of these alone have none, and nearly all are of these alone. */
const plain = /^[\n\r\t -~\u2013-\u201f\u2026\u3001-\u3017\u4e00-\u9fff\uff01-\uff5e]*$/;

/** A finding where a text has characters that cannot be seen, at the first; up to three of them are named. */
function inText(text: string, where: string, place: (start: number, end: number) => TextPlace): Finding[] {
  if (plain.test(text)) return [];
  const found = invisibleIn(text);
  const first = found[0];
  if (!first) return [];
  const names = [...new Set(found.map(([character]) => numbered(character)))].slice(0, 3).join('、');
  const at = place(first.index, first.index + first[0].length);
  return [finding('text/invisible', at, { where, found: names, count: found.length })];
}

const labels = ({ label, lines = [] }: Line): readonly string[] => [label, ...lines.flatMap(labels)];

/** What a table prints beside its numbers. */
const printed = ({ title, blocks }: Form): string =>
  [title, ...blocks.flatMap(({ lines }) => lines.flatMap(labels))].join('\n');

/**
 * Characters that cannot be seen, in all that is printed: they part numbers, turn their digits round on the page, and
 * make two names that look the same differ. One finding a paragraph.
 */
export function checkInvisible({ report }: Subject): Finding[] {
  const { organ, title } = report;
  return [
    // A name has one line.
    ...inText(organ.replaceAll('\n', '\u2028'), '机关', () => report.place(['机关'], 'value')),
    // A title that follows from the organ has been told of with it.
    ...inText(title.replaceAll(organ, ''), '标题', () => report.place(['标题'], 'value')),
    ...[...passages(report)].flatMap((passage) =>
      inText(passage.text, '正文', (start, end) => passagePlace(passage, start, end)),
    ),
    ...report.sections.flatMap(({ heading, headingAt }) =>
      headingAt ? inText(heading, '章节标题', () => headingAt) : [],
    ),
    ...[...pictures(report)].flatMap(({ caption, at }) => inText(caption, '图片说明', () => at)),
    ...report.extensions.flatMap(({ form, at }) => inText(printed(form), '附加表', () => at)),
  ];
}
