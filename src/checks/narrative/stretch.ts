import type { TextPlace } from '../../finding.ts';
import { type Body, type Passage, passagePlace, type Report } from '../../report/report.ts';
import { readable } from './characters.ts';
import { listsOf, type PartList } from './lists.ts';
import { type Spoken, spokenIn, topicsOf } from './spoken.ts';
import { type Group, statementsOf } from './statements.ts';

/** A text whose sentences may refer to one another: the paragraphs on one side of a section's table, read once. */
export interface Stretch {
  readonly original: string;
  /** The same half-width and simplified, with the same offsets. */
  readonly text: string;
  readonly group: Group;
  readonly lists: readonly PartList[];
  /** All numbers in the order of the text, those in brackets behind what they explain. */
  readonly spoken: readonly Spoken[];
  /** What a place of the text is about, where its heading tells of requests or cases; else empty. */
  topicAt(at: number): string;
  place(from: number, to: number): TextPlace;
}

/** Reads a text; `place` gives the place of a range of it, `topic` is the heading of its section where that has a table. */
export function stretchOf(original: string, place: Stretch['place'], topic = ''): Stretch {
  // 其中： at the end of a paragraph goes on in the next.
  const text = readable(original).replace(/\n(?<=[:;,、] {0,3}\n)/g, ' ');
  const group = statementsOf(text, original);
  const lists = listsOf(group);
  const topicAt = topicsOf(text, topic);
  return { original, text, group, lists, spoken: spokenIn(group, lists, text, topicAt), topicAt, place };
}

function joined(passages: readonly Passage[], topic: string): Stretch | undefined {
  const starts: number[] = [];
  let length = 0;
  for (const { text } of passages) {
    starts.push(length);
    length += text.length + 1;
  }
  const [first] = passages;
  if (!first) return undefined;
  const placed: Stretch['place'] = (from, to) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= from) low = middle;
      else high = middle - 1;
    }
    const start = starts[low] ?? 0;
    const passage = passages[low] ?? first;
    return passagePlace(passage, from - start, Math.min(to - start, passage.text.length));
  };
  return stretchOf(passages.map(({ text }) => text).join('\n'), placed, topic);
}

/** The stretches of a report in order, the preamble first. */
export function stretchesOf(report: Report): readonly Stretch[] {
  const bodies: readonly (readonly [body: readonly Body[], topic: string])[] = [
    [report.preamble, ''],
    ...report.sections.flatMap(({ key, before, after }): readonly (readonly [readonly Body[], string])[] => {
      const topic = report.edition.sections.find((section) => section.key === key && section.form)?.heading ?? '';
      return [
        [before, topic],
        [after, topic],
      ];
    }),
  ];
  return bodies.flatMap(([body, topic]) => {
    const stretch = joined(
      body.filter((part) => part.kind === 'passage'),
      topic,
    );
    return stretch ? [stretch] : [];
  });
}
