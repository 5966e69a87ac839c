import { type Finding, finding, type TextPlace } from '../../finding.ts';
import { passagePlace, type SectionBody } from '../../report/report.ts';
import { ordinal, ordinalText } from '../ordinal.ts';
import type { Subject } from '../subject.ts';
import { headingNumber } from './heading.ts';
import { sectionPassages } from './text.ts';

/** A number found before a heading or an item. */
interface Numbered {
  readonly family: string;
  readonly number: number;
  /** As printed: `（四）`, `四是`. */
  readonly text: string;
  readonly at: TextPlace;
  /** A list of its own may begin here with 1. */
  readonly opens: boolean;
}

const headings: readonly { readonly level: number; readonly pattern: RegExp; readonly write: (n: number) => string }[] =
  [
    { level: 1, pattern: /^([一二三四五六七八九十]{1,3})、/, write: (n) => `${ordinalText(n)}、` },
    { level: 2, pattern: /^[（(]([一二三四五六七八九十]{1,3})[）)]/, write: (n) => `（${ordinalText(n)}）` },
    { level: 3, pattern: /^(\d{1,2})[.．、](?!\d)/, write: (n) => `${n}.` },
    { level: 4, pattern: /^[（(](\d{1,2})[）)]/, write: (n) => `（${n}）` },
  ];

/** The first group is the mark before the number, which is no part of it. */
const items: readonly {
  readonly family: string;
  /** What every such number has; most paragraphs have none. */
  readonly sign: RegExp;
  readonly pattern: RegExp;
  readonly write: (n: number) => string;
}[] = [
  {
    family: '是',
    sign: /[一二三四五六七八九十]是/,
    pattern: /(^|[，,。；;：:、\s”）)])([一二三四五六七八九十]{1,3})是(?!否)/g,
    write: (n) => `${ordinalText(n)}是`,
  },
  {
    family: '.',
    sign: /\d[.．、]/,
    pattern: /([，,。；;：:])\s{0,2}(\d{1,2})[.．、](?![\d.])/g,
    write: (n) => `${n}.`,
  },
  { family: '（）', sign: /[（(]\d/, pattern: /([，,。；;：:])\s{0,2}[（(](\d{1,2})[）)]/g, write: (n) => `（${n}）` },
];

/** Lists inside lists deeper than this are forgotten from the outside. */
const deepest = 8;

const numberOf = (text: string): number => ordinal(text) ?? Number(text);

const leadsIn = /[：:]\s*$|以下|如下|下一步|改进|措施|问题|不足|打算|计划/;

/** Numbers of the headings and of the lists inside paragraphs; a heading of a higher level closes the lists below it. */
function checkSection(section: SectionBody): Finding[] {
  const found: Finding[] = [];
  const open = new Map<string, number[]>();
  const said = new Set<string>();
  const reset = (family: string): void => {
    open.delete(family);
    said.delete(family);
  };
  const take = ({ family, number, text, at, opens }: Numbered, write: (n: number) => string): void => {
    const stack = open.get(family) ?? [];
    open.set(family, stack);
    if (stack.length === 0 || (number === 1 && opens)) {
      if (number === 1 || stack.length === 0) stack.push(number);
      if (stack.length > deepest) stack.shift();
      if (number === 1 || family !== '2') return;
      stack.pop();
    }
    const depth = stack.findLastIndex((last) => last + 1 === number);
    if (depth >= 0) {
      stack.length = depth;
      stack.push(number);
      return;
    }
    const last = stack.pop() ?? 0;
    stack.push(number);
    if (said.has(family)) return;
    said.add(family);
    const say = number === last ? 'repeated' : last === 0 ? 'first' : number === last + 2 ? 'missing' : 'order';
    found.push(
      finding(
        'structure/numbering',
        at,
        { found: text, before: last === 0 ? '' : write(last), expected: write(last + 1) },
        { say },
      ),
    );
  };
  let previous = '';
  let previousLevel = 0;
  for (const passage of sectionPassages(section)) {
    const heading = headings.find(({ level }) => level === passage.level);
    const match = heading?.pattern.exec(passage.text);
    if (heading && match) {
      for (let below = heading.level + 1; below <= 4; below += 1) reset(String(below));
      for (const { family } of items) reset(family);
      const opens = previousLevel === 0 && leadsIn.test(previous) && (open.get(String(heading.level))?.at(-1) ?? 0) > 1;
      const number = numberOf(match[1] ?? '');
      const at = passagePlace(passage, 0, match[0].length);
      take(
        { family: String(heading.level), number, text: match[0], at, opens: opens || heading.level > 2 },
        heading.write,
      );
    }
    for (const { family, sign, pattern, write } of items) {
      if (!sign.test(passage.text)) continue;
      for (const item of passage.text.matchAll(pattern)) {
        const [whole, mark = '', digits = ''] = item;
        const at = passagePlace(passage, item.index + mark.length, item.index + whole.length);
        const text = whole.slice(mark.length).trim();
        take({ family, number: numberOf(digits), text, at, opens: true }, write);
      }
    }
    previous = passage.text;
    previousLevel = passage.level;
  }
  return found;
}

/** Headings and lists count on without a gap: 一、二、三、 （一）（二） 1. （1） 一是…二是, and no heading carries another section's number. */
export function checkNumbering({ report }: Subject): Finding[] {
  return report.sections.flatMap((section) => {
    const own = report.edition.sections.find(({ key }) => key === section.key);
    const written = section.headingAt && headingNumber(section.heading);
    const number =
      own && section.headingAt && written
        ? [
            finding(
              'structure/numbering',
              section.headingAt,
              { found: written.number, numeral: own.numeral, heading: written.rest },
              { say: written.number === own.numeral ? 'doubled' : 'section' },
            ),
          ]
        : [];
    return [...number, ...checkSection(section)];
  });
}
