import type { TextPlace } from '../finding.ts';
import { type Passage, passagePlace } from '../report/report.ts';

/** A sentence of a paragraph; `from` is its offset in the passage's text. */
export interface Sentence {
  readonly passage: Passage;
  readonly from: number;
  readonly text: string;
}

const endings = new Map<string, RegExp>();

/** Any one of some marks, compiled once. */
function ending(marks: string): RegExp {
  const known = endings.get(marks) ?? new RegExp(`[${marks}]`, 'g');
  endings.set(marks, known);
  return known;
}

/** The sentences of a paragraph, each with the mark that ends it; `marks` are the characters that end one. */
export function sentencesOf(passage: Passage, marks = '。！？；;!?'): readonly Sentence[] {
  const found: Sentence[] = [];
  let from = 0;
  for (const { index } of passage.text.matchAll(ending(marks))) {
    found.push({ passage, from, text: passage.text.slice(from, index + 1) });
    from = index + 1;
  }
  if (from < passage.text.length) found.push({ passage, from, text: passage.text.slice(from) });
  return found;
}

/** The place of a range of a sentence. */
export const sentencePlace = (sentence: Sentence, from: number, to: number): TextPlace =>
  passagePlace(sentence.passage, sentence.from + from, sentence.from + to);

/** Titles of documents, quotations and document numbers overwritten by as many spaces: what they say is not said here. */
export const withoutCitations = (text: string): string =>
  text.replace(/《[^《》]*》|“[^“”]*”|〔[^〔〕]*〕|[（([【]\s{0,4}\d{4}\s{0,4}[）)\]】]/g, (cited) =>
    ' '.repeat(cited.length),
  );

/** Full-width digits made half-width; every offset stays. */
export const halfWidthDigits = (text: string): string =>
  text.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));
