import { counts } from './parts.ts';
import type { Spoken } from './spoken.ts';
import { isYear, type Statement } from './statements.ts';
import { isGrowth } from './words.ts';

/** The words of a number from the last mark or number on; a year among them does not part them. */
export function wordsOf({ lead }: Statement): string {
  const words = lead.slice(Math.max(lead.lastIndexOf(','), lead.lastIndexOf(';'), lead.lastIndexOf(':')) + 1);
  return /\d[^\d年.,]/.test(words) ? words.replace(/^.*\d\s?[百千万亿余多]{0,2}\s?[^\d\s年.,百千万亿余多]/, '') : words;
}

/** The last year that words name. */
export const yearIn = (words: string): number | undefined => {
  const said = words.match(/20\d\d(?=\s?年)/g)?.at(-1);
  return said === undefined ? undefined : Number(said);
};

/** The year that a number is told of, as its own words or else its sentence has it. */
export const yearOf = (statement: Statement): number | undefined =>
  yearIn(wordsOf(statement)) ?? yearIn(statement.lead);

const lastYearAlone =
  /^[\s,(;、]*[而但]?(?:相?[比较]|[与同于])?(?:上一?年|去年|(20\d\d)\s?年)度?(?:全年)?(?:同期)?(?:[的为是共仅有]|只有)*\s*$/;

/** Whether words name the year before and nothing else; `1` is that year where it stands in digits. */
const namesLastYear = (words: string): RegExpExecArray | null =>
  // Most words that name it go on: 上年结转.
  /[年度期的为是共仅有]\s*$/.test(words) ? lastYearAlone.exec(words) : null;

/** Words of a number without those that tell its year. */
const subjectOf = (clause: string): string =>
  clause.replace(/20\d\d\s?年度?|[今本全去]年度?|上一?年度?|同期|[\s,;、:的为是共我局镇比较与]|[累合总]计/g, '');

const sameSubject = (left: string, right: string): boolean =>
  left.length > 1 && right.length > 1 && (left.endsWith(right) || right.endsWith(left));

/** Whether `then` tells last year's number of the same thing as `now`. */
function isBase(then: Statement, now: Statement): boolean {
  if (then.sentence !== now.sentence || then.line !== now.line || !counts(now)) return false;
  if (then.figure.unit !== now.figure.unit && then.figure.unit !== '') return false;
  const [words, others] = [wordsOf(then), wordsOf(now)];
  const [thenYear, nowYear] = [yearOf(then), yearOf(now)];
  const stepsBack = thenYear !== undefined && nowYear !== undefined && nowYear - thenYear === 1;
  const bare = namesLastYear(words);
  if (bare) return bare[1] === undefined ? !namesLastYear(others) : stepsBack || nowYear === undefined;
  if (isGrowth(then.clause) || isGrowth(now.clause)) return false;
  const worded = /上一?年|去年/.test(words) && !/结转|转结|遗留/.test(words);
  return (stepsBack || worded) && sameSubject(subjectOf(words), subjectOf(others));
}

const ofYear = /20\d\d|去年|上一?年/;

/** How far a number of the year before may stand from that of this year. */
const furthest = 4;

/** Last year's numbers that stand beside this year's, each with this year's. */
export function basesIn(spoken: readonly Spoken[]): ReadonlyMap<Statement, Spoken> {
  const found = new Map<Statement, Spoken>();
  const plain = spoken.filter(({ inside, statement }) => !inside && !isYear(statement));
  plain.forEach((then, index) => {
    if (!ofYear.test(then.statement.lead)) return;
    const words = wordsOf(then.statement);
    if (!ofYear.test(words)) return;
    // A bare 去年33件 belongs to the number next to it, 2021年发布240条 to the same thing in 2022.
    const near = namesLastYear(words) ? 1 : furthest;
    for (let step = 1; step <= near; step += 1) {
      const now = [plain[index - step], plain[index + step]].find(
        (other) => other && isBase(then.statement, other.statement),
      );
      if (!now) continue;
      found.set(then.statement, now);
      return;
    }
  });
  return found;
}
