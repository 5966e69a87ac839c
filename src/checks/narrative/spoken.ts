import { type Concept, conceptOf } from './concepts.ts';
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
  /** Its paragraph up to it, behind the heading that it stands under where that speaks of requests or cases. */
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
function topicsOf(text: string, topic: string): (at: number) => string {
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

/** 含上年结转 and 另有103件顺延到下年度: the words that say what a number is. */
function wordsOf({ clause, tail }: Statement): string {
  const words = without(clause);
  return isBare(words) ? `${words}${without(tail)}` : words;
}

/** All numbers of a text in their order, those in brackets behind what they explain; `topic` is the section they stand in. */
export function spokenIn(group: Group, lists: readonly PartList[], text: string, topic: string): readonly Spoken[] {
  const topicAt = topicsOf(text, topic);
  const owners = new Map<Statement, Statement>();
  for (const { parts, owner } of lists) for (const { statement } of parts) if (owner) owners.set(statement, owner);
  const found: Spoken[] = [];
  const visit = (inner: Group, outer: Spoken | undefined): void => {
    for (const statement of inner.statements) {
      const owner = owners.get(statement) ?? outer?.statement;
      const inside = outer !== undefined;
      const own = wordsOf(statement);
      const sentence = outer ? `${outer.sentence}${statement.lead}` : statement.lead;
      const line = `${topicAt(statement.figure.from)}${lineBefore(text, statement.figure.from)}`;
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
