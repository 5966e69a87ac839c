import { type Concept, conceptOf } from './concepts.ts';
import { countedBehind } from './counted.ts';
import type { PartList } from './lists.ts';
import { type Role, roleOf } from './roles.ts';
import type { Group, Statement } from './statements.ts';
import { nameOf } from './words.ts';

/** A number with the words around it. */
export interface Worded {
  readonly statement: Statement;
  /** The total that it is listed as a part of, or the number behind which its bracket stands. */
  readonly owner: Statement | undefined;
  /** Whether it stands in brackets. */
  readonly inside: boolean;
  /** What is said of it: the words before it, and those behind it where it comes first. */
  readonly own: string;
  /** Its sentence up to it. */
  readonly sentence: string;
  /** Its paragraph up to it or the name behind it, after the heading it stands under where that is of requests or cases. */
  readonly line: string;
}

/** A number in its context with what it says. */
export interface Spoken extends Worded {
  readonly role: Role | undefined;
  /** What it should equal in the tables. */
  readonly concept: Concept | undefined;
}

const longestLine = 400;

const lineBefore = (text: string, at: number): string => {
  const before = text.slice(Math.max(0, at - longestLine), at);
  return before.slice(before.lastIndexOf('\n') + 1);
};

/** At the beginning of a line; what is rare is looked for first. */
const subHeading = /\((?<=^\s*\()[一二三四五六七八九十]{1,3}\)([^\n。]{0,60})/gm;

/** What a place of the text is about: its sub-heading, or else its section, where these are of requests or cases. */
export function topicsOf(text: string, topic: string): (at: number) => string {
  const told = (words: string): string => (/依申请|申请公开|公开申请|复议|诉讼/.test(words) ? `${words}。` : '');
  const found = [...text.matchAll(subHeading)].map(({ index, 1: words = '' }) => ({ index, topic: told(words) }));
  const first = told(topic);
  return (at) => {
    let [low, high] = [0, found.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((found[middle]?.index ?? 0) <= at) low = middle + 1;
      else high = middle;
    }
    return found[low - 1]?.topic ?? first;
  };
}

const without = (text: string): string => text.replace(/\s+/g, '');

/** A character that stands in some name: in none of the words that only lead to one. */
const naming =
  /[^、与和及其中另有含尚还余已共计约剩,;。:·!?()\d.①-⑳一二三四五六七八九十是以并各类合总累分别数量近逾达为的]/;

const leading = new Set(['', ...'其中 另有 另 有 含 尚有 还有 余 已有 共 共计 约 剩余'.split(' ')]);

/** Whether words name nothing: 另有, 其中, 共计. */
const isBare = (words: string): boolean =>
  !naming.test(words) && (leading.has(words.replace(/^[、与和及]/, '')) || nameOf(words) === '');

/** The words that say what a number is, in two: 收到 5件 `政府信息公开申请`. */
interface Words {
  readonly before: string;
  /** The name of what is counted where it stands behind the number, else empty. */
  readonly behind: string;
}

/** What joins one number to the next: 作出15项行政许可决定`和`3项行政处罚决定. */
const joining = /^(?:[、和与及]|以及)$/;

/** 结转2件至下年度办理: what becomes of a number stands behind it. */
const becoming = /^[至到入]?(?:下|次|20\d\d)/;

/** 含上年结转, 另有103件顺延到下年度, 收到5件申请: the words of a number, after those of the number before it in its sentence. */
function wordsOf({ gap, clause, tail }: Statement, last: Words | undefined): Words {
  let before = without(clause);
  // What the number before counts is none of this one's words.
  if (last && last.behind !== '' && clause.length === gap.length && before.startsWith(last.behind)) {
    before = before.slice(last.behind.length);
    if (joining.test(before)) before = last.before;
  }
  const behind = without(tail);
  // 收到政府信息公开申请：57件 is named before its colon.
  if (before === '' && behind === '') before = without(/([^,;。:!?\n]+):\s*$/.exec(gap)?.[1] ?? '');
  if (isBare(before)) return { before: `${before}${behind}`, behind: '' };
  if (becoming.test(behind) && /(?:结转|转结|顺延)$/.test(before)) return { before: `${before}${behind}`, behind: '' };
  return { before, behind: countedBehind(before, behind) };
}

/** All numbers of a text in their order, those in brackets behind what they explain; `topicAt` tells what they stand under. */
export function spokenIn(
  group: Group,
  lists: readonly PartList[],
  text: string,
  topicAt: (at: number) => string,
): readonly Spoken[] {
  const owners = new Map<Statement, Statement>();
  for (const { parts, owner } of lists) for (const { statement } of parts) if (owner) owners.set(statement, owner);
  const found: Spoken[] = [];
  const visit = (inner: Group, outer: Spoken | undefined): void => {
    let last: Words | undefined;
    for (const statement of inner.statements) {
      const owner = owners.get(statement) ?? outer?.statement;
      const inside = outer !== undefined;
      const words = wordsOf(statement, last);
      last = words;
      const own = `${words.before}${words.behind}`;
      const sentence = outer ? `${outer.sentence}${statement.lead}` : statement.lead;
      const line = `${topicAt(statement.figure.from)}${lineBefore(text, statement.figure.from)}${words.behind}`;
      const worded: Worded = { statement, owner, inside, own, sentence, line };
      const role = roleOf(worded);
      const spoken: Spoken = { statement, owner, inside, own, sentence, line, role, concept: conceptOf(worded, role) };
      found.push(spoken);
      if (statement.inside) visit(statement.inside, spoken);
    }
  };
  visit(group, undefined);
  return found;
}
