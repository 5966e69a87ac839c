import { type Finding, finding } from '../../finding.ts';
import type { Section } from '../../forms/form.ts';
import { type Passage, passagePlace, type Report } from '../../report/report.ts';
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

/** Where a passage lists the parts of the report: 由……六个部分组成. */
function listingOf(
  passage: Passage,
): { readonly from: number; readonly to: number; readonly list: string } | undefined {
  const text = passage.text;
  const end =
    /(?:等)?(?:共)?(?:[一二三四五六七八九十]|\d{1,2})?(?:个|大)?(?:部分|方面|章节)?(?:内容)?(?:组成|构成|组成部分)|(?:等)?(?:共)?(?:[一二三四五六七八九十]|\d{1,2})个?(?:部分|章节)/.exec(
      text,
    );
  if (!end) return undefined;
  const before = text.slice(Math.max(0, end.index - 300), end.index);
  const begin = /(?:由|包括|包含|分为|共分|内容为|内容有|含)[：:]?(?=[^。；]*$)/.exec(before);
  if (!begin) return undefined;
  const offset = end.index - before.length;
  const list = before.slice(begin.index + begin[0].length).replace(/等$/, '');
  const kinds = ['总体', '概述', '主动公开', '申请', '复议', '问题', '其他'].filter((word) => list.includes(word));
  if (kinds.length < 4) return undefined;
  return { from: offset + begin.index, to: end.index + end[0].length, list };
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
  for (const passage of [...passagesIn(report.preamble), ...(overview ? sectionPassages(overview) : [])]) {
    const listing = listingOf(passage);
    if (!listing) continue;
    const missing = notListed(report, report.edition.sections, listing.list);
    if (missing.length === 0) return [];
    const at = passagePlace(passage, listing.from, listing.to);
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
