import type { Finding } from '../../finding.ts';
import type { Subject } from '../subject.ts';
import { type Stretch, stretchesOf, stretchOf } from './stretch.ts';
import { checkSums } from './sum.ts';

/** The checks that need nothing but the text. */
const ofText: readonly ((stretch: Stretch) => readonly Finding[])[] = [checkSums];

/** What the sentences of a bare text say against themselves; places are offsets in the text. */
export function checkSentences(text: string): readonly Finding[] {
  const stretch = stretchOf(text, (start, end) => ({ file: '', start, end, path: [] }));
  return ofText.flatMap((check) => check(stretch));
}

/** What the text of a report says against itself, against the tables, the ledger and last year's report. */
export function checkNarrative({ report }: Subject): readonly Finding[] {
  return stretchesOf(report).flatMap((stretch) => ofText.flatMap((check) => check(stretch)));
}
