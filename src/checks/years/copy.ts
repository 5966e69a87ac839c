import { type Finding, finding } from '../../finding.ts';
import type { Report } from '../../report/report.ts';
import { sentencesOf } from '../sentences.ts';
import type { Subject } from '../subject.ts';

/** From this share of equal sentences on, in percent, the text counts as nearly the same. */
const limit = 80;

/** Fewer sentences than this say nothing about copying. */
const enough = 5;

/** The sentences of the six sections without numbers, spaces and punctuation: a changed number does not make a new sentence. */
const bareSentences = (report: Report): readonly string[] =>
  report.sections
    .flatMap((section) => [...section.before, ...section.after])
    .flatMap((body) => (body.kind === 'passage' ? sentencesOf(body) : []))
    .map((sentence) => sentence.text.replace(/[\s\p{P}\p{S}\p{N}]/gu, ''))
    .filter((text) => text.length >= 6);

/** The text is nearly the same as last year's: the share of this year's sentences that stood there too. */
export function checkCopy({ report, lastYear }: Subject): Finding[] {
  if (!lastYear || lastYear.year >= report.year) return [];
  const known = new Set(bareSentences(lastYear));
  const sentences = bareSentences(report);
  const same = sentences.filter((sentence) => known.has(sentence)).length;
  const percent = Math.floor((same * 100) / Math.max(1, sentences.length));
  if (sentences.length < enough || percent < limit) return [];
  return [
    finding('year/copy', report.place(['总体情况'], 'key'), {
      percent,
      same,
      all: sentences.length,
      lastYear: lastYear.year,
    }),
  ];
}
