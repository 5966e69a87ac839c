import { type Finding, finding } from '../../finding.ts';
import { growth } from '../../report/growth.ts';
import type { Subject } from '../subject.ts';
import { type Concept, conceptOf } from './concepts.ts';
import type { Figure } from './figures.ts';
import { counts } from './parts.ts';
import { isShareOf } from './percent.ts';
import { type Spoken, spokenIn } from './spoken.ts';
import type { Rate, Statement } from './statements.ts';
import type { Stretch } from './stretch.ts';
import { meantBy } from './table.ts';
import { isGrowth, nameOf } from './words.ts';

const rising = /增[长加幅多]|上升|提高|增量|多[了出]|新增|增/;
const falling = /下降|减少|降低|降幅|少了|回落|减/;
const yearOnYear = /同比|[比较与](?:上|去|前|20\d\d)|上年|去年|增幅|增[长加]|下降|减少/;
const level = /持平|与(?:上|去)年(?:度)?(?:相同|一样)/;

type Sign = 1 | -1;

const signOf = (words: string): Sign | undefined => (falling.test(words) ? -1 : rising.test(words) ? 1 : undefined);

/** A change that the text states of a number: in per cent, as a count, or none at all. */
interface Change {
  readonly figure?: Figure;
  readonly sign: Sign | 0;
  readonly from: number;
  readonly to: number;
}

interface Told {
  readonly of: Spoken;
  readonly rate?: Change;
  readonly count?: Change;
  readonly level?: Change;
}

/** Every number of the stretch with the changes that are told of it. */
function toldIn({ group, text }: Stretch, spoken: readonly Spoken[]): readonly Told[] {
  const found = new Map<Statement, { of: Spoken; rate?: Change; count?: Change; level?: Change }>();
  const byStatement = new Map(spoken.map((one) => [one.statement, one]));
  const changes = new Map<Statement, Spoken>();
  let last: Spoken | undefined;
  for (const one of spoken) {
    const { statement } = one;
    if (isGrowth(statement.clause) && statement.figure.measure !== 'percent') {
      const sign = signOf(statement.clause);
      if (last && sign && last.statement.sentence === statement.sentence && yearOnYear.test(statement.clause)) {
        const entry = found.get(last.statement) ?? { of: last };
        entry.count ??= { figure: statement.figure, sign, from: statement.figure.from, to: statement.figure.to };
        found.set(last.statement, entry);
        changes.set(statement, last);
      }
    } else if (counts(statement)) {
      if (!one.inside) last = one;
      const behind = text.slice(statement.figure.to, statement.figure.to + 16);
      const flat = /^[^。;\d]{0,12}/.exec(behind)?.[0] ?? '';
      const at = flat.search(level);
      if (at >= 0) {
        const from = statement.figure.to + flat.indexOf('平') - 1;
        found.set(statement, { of: one, level: { sign: 0, from, to: from + 2 } });
      }
    }
  }
  const rateOf = (rate: Rate): void => {
    const after = rate.after;
    const sign = signOf(rate.gap);
    if (!after || !sign || !yearOnYear.test(rate.gap) || rate.figure.measure !== 'percent') return;
    const of = changes.get(after) ?? byStatement.get(after);
    if (!of || !counts(of.statement)) return;
    const entry = found.get(of.statement) ?? { of };
    entry.rate ??= { figure: rate.figure, sign, from: rate.figure.from, to: rate.figure.to };
    found.set(of.statement, entry);
  };
  for (const rate of group.rates) rateOf(rate);
  return [...found.values()];
}

/** Last year's number as the sentence itself gives it: 去年33件. */
function statedBefore(of: Spoken, all: readonly Spoken[]): number | undefined {
  const near = all.find(
    ({ statement }) =>
      statement.sentence === of.statement.sentence &&
      statement !== of.statement &&
      /^[\s,(;]*(?:而|比|较)?(?:去年|上年|上一年)(?:度)?(?:同期)?(?:的|为|是|共)?$/.test(statement.clause),
  );
  return near?.statement.figure.value;
}

/** What the concept was last year, in whichever reading the number of this year has. */
function before({ report, lastYear }: Subject, concept: Concept | undefined, now: number): number | undefined {
  if (!lastYear || !concept || concept.scope) return undefined;
  if (meantBy(report, concept)?.value === now || !concept.or) return meantBy(lastYear, concept)?.value;
  return meantBy(report, concept, concept.or)?.value === now
    ? meantBy(lastYear, concept, concept.or)?.value
    : undefined;
}

const words = (sign: Sign | 0): string => (sign === 0 ? '持平' : sign > 0 ? '增长' : '下降');

/** 同比增长x%, 增加n件, 持平 against last year's number, and against one another: `narrative/growth`. */
export function checkGrowth(subject: Subject | undefined, stretch: Stretch): readonly Finding[] {
  const all = spokenIn(stretch);
  const told = toldIn(stretch, all);
  const order = new Map(all.map((one, index) => [one, index]));
  return told.flatMap(({ of, rate, count, level: flat }): readonly Finding[] => {
    const { figure } = of.statement;
    const now = figure.value;
    if (figure.vague || figure.tolerance > 0) return [];
    const concept = subject ? conceptOf(of) : undefined;
    const then =
      (subject ? before(subject, concept, now) : undefined) ??
      statedBefore(of, all.slice(Math.max(0, (order.get(of) ?? 0) - 6), (order.get(of) ?? 0) + 7));
    const name = concept?.name ?? nameOf(of.own);
    const made = (change: Change, reported: string, was: number): readonly Finding[] => {
      const counted = now === was ? '持平' : `${now > was ? '增加' : '减少'}${Math.abs(now - was)}`;
      // 增加3件 is answered by a number, 增长25% by a percentage.
      const computed =
        (/^[增减]/.test(reported) && !reported.endsWith('%') && counted) ||
        (growth(String(was), String(now)) ?? counted);
      const wrongWay = change.sign !== 0 && Math.sign(now - was) !== change.sign;
      return [
        finding(
          'narrative/growth',
          stretch.place(change.from, change.to),
          { name, before: was, now, computed, reported },
          { say: wrongWay ? 'sign' : 'default', values: { reported, computed } },
        ),
      ];
    };
    if (then !== undefined) {
      if (flat) return then === now ? [] : made(flat, '持平', then);
      if (count?.figure && (now - then) * count.sign !== count.figure.value)
        return made(count, `${count.sign > 0 ? '增加' : '减少'}${count.figure.decimal}`, then);
      if (!rate?.figure || then === 0) return [];
      return fits(now, then, rate) ? [] : made(rate, `${words(rate.sign)}${rate.figure.decimal}%`, then);
    }
    if (!count?.figure || !rate?.figure) return [];
    const was = now - count.sign * count.figure.value;
    if (was <= 0 || count.sign !== rate.sign || fits(now, was, rate)) return [];
    return [
      finding(
        'narrative/growth',
        stretch.place(rate.from, rate.to),
        {
          now,
          change: `${count.sign > 0 ? '增加' : '减少'}${count.figure.decimal}`,
          computed: growth(String(was), String(now)) ?? '',
          reported: `${words(rate.sign)}${rate.figure.decimal}%`,
        },
        { say: 'inner' },
      ),
    ];
  });
}

const fits = (now: number, then: number, { figure, sign }: Change): boolean => {
  if (!figure) return true;
  if (figure.vague) return Math.sign(now - then) === sign;
  const change = { ...figure, decimal: String(Math.abs(now - then)), value: Math.abs(now - then) };
  return Math.sign(now - then) === sign && isShareOf(change, [then], figure);
};
