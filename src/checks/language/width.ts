import { type Finding, finding } from '../../finding.ts';
import { passagePlace, passages } from '../../report/report.ts';
import { halfWidthDigits } from '../sentences.ts';
import type { Subject } from '../subject.ts';

/** Full-width digits: numbers are typed half-width (GB/T 15835). One finding a paragraph, at the first. */
export function checkDigits({ report }: Subject): Finding[] {
  return [...passages(report)].flatMap((passage) => {
    const runs = [...passage.text.matchAll(/[０-９]+/g)];
    const first = runs[0];
    if (!first) return [];
    const half = halfWidthDigits(first[0]);
    const at = passagePlace(passage, first.index, first.index + first[0].length);
    return [finding('text/digits', at, { found: first[0], half, count: runs.length })];
  });
}

const han = '[\\u3400-\\u9fff\\uf900-\\ufaff]';
const between = new RegExp(`(?<=${han})[ \\t\\u00a0\\u3000]{1,99}(?=${han})`, 'g');

/** A name of two characters is set as wide as one of three with a full-width space. */
const nameOfTwo = new RegExp(`(?:^|[^\\u3400-\\u9fff])${han}\\u3000${han}(?:$|[^\\u3400-\\u9fff])`);

/** Spaces between Chinese characters; not beside Latin letters and digits. One finding a paragraph, at the first. */
export function checkSpaces({ report }: Subject): Finding[] {
  return [...passages(report)].flatMap((passage) => {
    const { text } = passage;
    const runs = [...text.matchAll(between)].filter(
      (run) => run[0] !== '\u3000' || !nameOfTwo.test(text.slice(Math.max(0, run.index - 2), run.index + 3)),
    );
    const first = runs[0];
    if (!first) return [];
    const around = text.slice(Math.max(0, first.index - 4), first.index + first[0].length + 4);
    const at = passagePlace(passage, first.index, first.index + first[0].length);
    return [finding('text/spaces', at, { around, count: runs.length })];
  });
}
