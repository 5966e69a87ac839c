import { type Finding, finding } from '../../finding.ts';
import type { Section } from '../../forms/form.ts';
import { type Passage, passagePlace, type Report } from '../../report/report.ts';
import { type Sentence, sentencesOf } from '../sentences.ts';
import type { Subject } from '../subject.ts';
import { passagesIn, sectionOf, sectionPassages } from './text.ts';

/** A heading that was typed with its number: `五、存在的主要问题` → 五 and the rest. */
export function headingNumber(heading: string): { readonly number: string; readonly rest: string } | undefined {
  const match = /^\s*([一二三四五六七八九十]{1,3})\s*[、.．]\s*(.*)$/s.exec(heading);
  return match ? { number: match[1] ?? '', rest: match[2] ?? '' } : undefined;
}

const plain = (heading: string): string => (headingNumber(heading)?.rest ?? heading).replace(/\s/g, '');

/** Conjunctions and marks between the parts of a list, which may also stand inside a heading. */
const bare = (text: string): string => text.replace(/[\s、，,；;：:。“”《》]|以及|和|及|与/g, '');

const numberOfParts = /[一二三四五六七八九十\d]\s{0,4}[个大]?(?:部分|方面|章节)|组成|构成/;
/** The words behind a list of the parts: 等六个部分, 六部分内容组成, 组成. */
const behindList =
  /(?:等|以上|这|共){0,4}(?:(?:[一二三四五六七八九十]|\d\d?)\s{0,4}[个大]?(?:部分|方面|章节)|(?:部分|内容|部分内容)?[组构]成)/;
const kindsOfParts = ['总体', '概述', '主动公开', '申请', '复议', '问题', '其他'];
const namesParts = ({ text }: { readonly text: string }): boolean =>
  kindsOfParts.filter((word) => text.includes(word)).length >= 4;
const leadIn = /(?:由|包括|包含|分为|依次[是为]|分别[是为]|[是为有含])[：:]?/g;

interface Listing {
  readonly passage: Passage;
  readonly from: number;
  readonly to: number;
  readonly list: string;
}

/** Where a sentence lists the parts of the report: 由……六个部分组成, 共六个部分，依次是……. */
function listingIn({ passage, from, text }: Sentence): Listing | undefined {
  if (!/报告|年报|全文|本文/.test(text) || !numberOfParts.test(text)) return undefined;
  const known = /总体|概述|概况/.exec(text) ?? /主动公开/.exec(text);
  const first = known?.index ?? 0;
  const before = text.slice(0, first);
  const lead = [...before.matchAll(leadIn)].at(-1);
  const start = lead
    ? lead.index + lead[0].length
    : Math.max(0, ...[...'，,：:'].map((mark) => before.lastIndexOf(mark) + 1));
  const end = behindList.exec(text.slice(first));
  const stop = end ? first + end.index : text.length;
  const list = text.slice(start, stop).replace(/等?[。\s]?$/, '');
  return { passage, from: from + start, to: from + start + list.length, list };
}

/** Headings that the list does not name as they are printed. */
function notListed(report: Report, sections: readonly Section[], list: string): readonly string[] {
  const tokens = list.split(/[、，,；;：:。]/).map(bare);
  const ends = new Set<number>([0]);
  let length = 0;
  for (const token of tokens) {
    length += token.length;
    ends.add(length);
  }
  const whole = tokens.join('');
  const printed = sections.map(({ key, numeral, heading }) => {
    const title = plain(sectionOf(report, key)?.heading ?? heading);
    return { title: `${numeral}、${title}`, bare: bare(title) };
  });
  return printed.flatMap(({ title, bare: name }, index) => {
    const at = whole.indexOf(name);
    const next = printed[index + 1]?.bare ?? '';
    const whollyNamed =
      at >= 0 &&
      ends.has(at) &&
      (ends.has(at + name.length) || (next !== '' && whole.startsWith(next, at + name.length)));
    if (whollyNamed) ends.add(at + name.length);
    return whollyNamed ? [] : [title];
  });
}

function checkListing(report: Report): Finding[] {
  const overview = sectionOf(report, '总体情况');
  const texts = [...passagesIn(report.preamble), ...(overview ? sectionPassages(overview) : [])];
  for (const sentence of texts.filter(namesParts).flatMap((passage) => sentencesOf(passage, '。'))) {
    if (!namesParts(sentence)) continue;
    const listing = listingIn(sentence);
    if (!listing) continue;
    const missing = notListed(report, report.edition.sections, listing.list);
    if (missing.length === 0) return [];
    const at = passagePlace(listing.passage, listing.from, listing.to);
    const args = { missing: missing.map((title) => `“${title}”`).join('、'), count: missing.length };
    return [finding('structure/heading', at, args, { say: 'listed' })];
  }
  return [];
}

/**
 * The six headings are those of the circular, each printed once, and a text that lists the parts names them so.
 * An overridden heading gives one finding, at the heading.
 */
export function checkHeadings({ report }: Subject): Finding[] {
  const { sections } = report.edition;
  const overridden = report.sections.flatMap((section) => {
    const own = sections.find(({ key }) => key === section.key);
    if (!own || !section.headingAt || plain(section.heading) === own.heading) return [];
    const args = { printed: plain(section.heading), canonical: own.heading, numeral: own.numeral };
    return [finding('structure/heading', section.headingAt, args)];
  });
  const repeated = report.sections.flatMap((section) =>
    sectionPassages(section).flatMap((passage) => {
      const written = passage.level === 1 ? plain(passage.text) : '';
      const other = sections.find((candidate) => candidate.heading === written);
      if (!other) return [];
      const own = other.key === section.key;
      const at = passagePlace(passage, 0, passage.text.length);
      return [
        finding('structure/heading', at, { heading: written, key: other.key }, { say: own ? 'repeated' : 'misplaced' }),
      ];
    }),
  );
  return [...checkListing(report), ...overridden, ...repeated];
}
