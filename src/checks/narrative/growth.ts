import Big from 'big.js';
import { type Finding, finding } from '../../finding.ts';
import { growth } from '../../report/growth.ts';
import type { Subject } from '../subject.ts';
import { wordsOf, yearIn, yearOf } from './bases.ts';
import { type Bare, bareChanges, type Change, changesIn, type Told } from './changes.ts';
import type { Concept } from './concepts.ts';
import type { Figure } from './figures.ts';
import { meantBy } from './meant.ts';
import { amountOf, yuan } from './money.ts';
import { decimalsOf } from './numerals.ts';
import { scopeOfWords } from './scope.ts';
import type { Stretch } from './stretch.ts';
import { nameOf } from './words.ts';

/** What the concept was last year, in whichever reading the number of this year has. */
function before({ report, lastYear }: Subject, concept: Concept | undefined, now: number): number | undefined {
  if (!lastYear || !concept || concept.scope || concept.lines.includes('上年结转')) return undefined;
  if (meantBy(report, concept)?.value === now || !concept.or) return meantBy(lastYear, concept)?.value;
  return meantBy(report, concept, concept.or)?.value === now
    ? meantBy(lastYear, concept, concept.or)?.value
    : undefined;
}

/** What an amount was last year, in the unit of this year's number. */
function amountBefore({ lastYear }: Subject, concept: Concept, unit: string): number | undefined {
  const amount = lastYear && amountOf(lastYear, concept);
  const [only, ...others] = amount?.units ?? [];
  const perUnit = yuan[unit];
  if (!amount || only === undefined || others.length > 0 || perUnit === undefined) return undefined;
  return Number(new Big(amount.text).times(yuan[only] ?? 1).div(perUnit));
}

const inWords = ({ figure, sign }: Change): string => {
  if (sign === 0) return '持平';
  if (!figure) return sign > 0 ? '增长' : '下降';
  if (figure.measure === 'percent') return `${sign > 0 ? '增长' : '下降'}${figure.decimal}%`;
  return `${sign > 0 ? '增加' : '减少'}${figure.decimal}`;
};

/** The change from one number to the other in the words of the one that is stated: 增加3 is answered by a number. */
function answered({ figure }: Change, then: number, now: number): string {
  const counted = now === then ? '持平' : `${now > then ? '增加' : '减少'}${Math.abs(now - then)}`;
  return figure && figure.measure !== 'percent' ? counted : (growth(String(then), String(now)) ?? counted);
}

/** What a number may stand for: `13.6万` is anything that rounds to it, an exact number nothing but itself. */
interface Span {
  readonly low: number;
  readonly high: number;
}

const spanOf = ({ value, tolerance, measure, decimal }: Figure): Span => {
  const room = measure === 'money' ? 10 ** -decimalsOf(decimal) / 2 : tolerance;
  return { low: value - room, high: value + room };
};
const exactly = (value: number): Span => ({ low: value, high: value });

/** Far below the last place of any share that is printed; quotients are not exact. */
const hair = 1e-9;

/** Whether a change may be the one from `then` to `now`, to the places printed. */
function fits({ figure, sign }: Change, then: Span, now: Span): boolean {
  if (!figure) {
    if (sign === 0) return then.low <= now.high && now.low <= then.high;
    return sign > 0 ? now.high > then.low : now.low < then.high;
  }
  if (figure.vague) return sign > 0 ? now.high > then.low : now.low < then.high;
  const said = figure.value * sign;
  if (figure.measure !== 'percent')
    return said >= now.low - then.high - figure.tolerance && said <= now.high - then.low + figure.tolerance;
  if (then.low <= 0) return true;
  const half = 10 ** -decimalsOf(figure.decimal) / 2 + hair;
  return said >= (now.low / then.high - 1) * 100 - half && said <= (now.high / then.low - 1) * 100 + half;
}

/** A change that does not lead from last year's number to this year's. */
function wrongChange(change: Change, name: string, then: number, now: number, { place }: Stretch): Finding {
  const reported = inWords(change);
  const computed = answered(change, then, now);
  const wrongWay = change.sign !== 0 && Math.sign(now - then) !== change.sign;
  return finding(
    'narrative/growth',
    place(change.from, change.to),
    { name, before: then, now, computed, reported },
    { say: wrongWay ? 'sign' : 'default', values: { reported, computed } },
  );
}

/** A count and a percentage of the same change against one another; they need no other number. */
function againstEachOther(count: Change, rate: Change, figure: Figure, { place }: Stretch): readonly Finding[] {
  if (!count.figure || !rate.figure) return [];
  const now = figure.value;
  const said = { change: inWords(count), reported: inWords(rate) };
  const at = place(rate.from, rate.to);
  if (count.sign !== rate.sign)
    return count.figure.value > 0 ? [finding('narrative/growth', at, said, { say: 'ways' })] : [];
  const then = now - count.sign * count.figure.value;
  const room = figure.tolerance + count.figure.tolerance;
  if (then <= 0 || count.figure.vague || fits(rate, { low: then - room, high: then + room }, spanOf(figure))) return [];
  return [finding('narrative/growth', at, { ...said, now, computed: answered(rate, then, now) }, { say: 'inner' })];
}

function judged(subject: Subject | undefined, stretch: Stretch, told: Told): readonly Finding[] {
  const { of, base, rate, count, level } = told;
  const { figure } = of.statement;
  const now = figure.value;
  if (figure.vague) return [];
  const concept = subject ? of.concept : undefined;
  const since = base && yearIn(wordsOf(base.statement));
  // 较2019年的30件增加10件 says nothing of last year.
  const ofLastYear = since === undefined || since === (subject?.report.year ?? Number.NaN) - 1;
  const known =
    !subject || !ofLastYear
      ? undefined
      : concept?.money
        ? amountBefore(subject, concept, figure.unit)
        : before(subject, concept, now);
  const stated = base && !base.statement.figure.vague ? base.statement.figure : undefined;
  const name = concept?.name ?? (nameOf(of.own.replace(/^.*年度?,?|^共/, '')) || '本年数');
  const lastYears = (yearOf(of.statement) ?? subject?.report.year ?? Number.NaN) - 1;
  // 较2019年增长50% is not measured from last year.
  const changes = [level, count, rate]
    .filter((change) => change !== undefined)
    .filter(({ since }) => since === undefined || Number.isNaN(lastYears) || since === lastYears);
  const then = stated?.value ?? known;
  if (then === undefined || changes.length === 0)
    return count && rate ? againstEachOther(count, rate, figure, stretch) : [];
  if (stated && known !== undefined && Math.abs(stated.value - known) > stated.tolerance) {
    const args = { name, stated: stated.value, before: known };
    const values = { reported: stated.value, computed: known };
    return [finding('narrative/growth', stretch.place(stated.from, stated.to), args, { say: 'base', values })];
  }
  const span = stated ? spanOf(stated) : exactly(then);
  const wrong = changes.find((change) => !fits(change, span, spanOf(figure)));
  return wrong ? [wrongChange(wrong, name, then, now, stretch)] : [];
}

const received: readonly (readonly string[])[] = [['本年新收'], ['本年新收', '上年结转']];

/** 申请数量同比下降20% against the requests of both years, those carried in counted or not. */
function ofRequests({ report, lastYear }: Subject, stretch: Stretch, { change, lead }: Bare): readonly Finding[] {
  if (!lastYear || change.figure?.vague || scopeOfWords(lead, report)) return [];
  const concept: Concept = { table: '依申请公开', name: '本年新收', lines: ['本年新收'], columns: ['总计'] };
  const readings = received.flatMap((lines) => {
    const [now, then] = [meantBy(report, concept, lines)?.value, meantBy(lastYear, concept, lines)?.value];
    return now === undefined || then === undefined ? [] : [{ now, then }];
  });
  const [first] = readings;
  if (!first || readings.some(({ now, then }) => fits(change, exactly(then), exactly(now)))) return [];
  return [wrongChange(change, concept.name, first.then, first.now, stretch)];
}

/** 增长增长20%, 增长下降4%, 增长20%%: a word of growth before a value that brings its own, or a sign behind it. */
const doubled =
  /(?:增[长加]|上升|提高|下降|减少|降低)了?\s?(?:持平|(?:增长|下降)[\d.]{1,12}%%?)|(?:增长|下降)[\d.]{1,12}%%/g;

/** 同比增长x%, 增加n件, 持平 against last year's number, and against one another: `narrative/growth`. */
export function checkGrowth(subject: Subject | undefined, stretch: Stretch): readonly Finding[] {
  const { text, original, place } = stretch;
  if (!/[增升降减平多少]|提高|回落|相同|一样/.test(text)) return [];
  const told = changesIn(stretch);
  const read = new Set(told.flatMap(({ rate, count }) => [rate?.from, count?.from]));
  const bare = subject?.lastYear ? bareChanges(stretch).filter(({ change }) => !read.has(change.from)) : [];
  const twice = /持平|(?:增长|下降)[\d.]/.test(text) ? [...text.matchAll(doubled)] : [];
  // A number behind two words of growth is wrong once, whatever it should be.
  const spoilt = new Set(twice.map(({ index, 0: words }) => index + words.search(/\d|持平/)));
  const isWhole = (change: Change | undefined): boolean => change === undefined || !spoilt.has(change.from);
  return [
    ...twice.map(({ index, 0: { length } }) => {
      const said = { text: original.slice(index, index + length) };
      return finding('narrative/growth', place(index, index + length), said, { say: 'doubled' });
    }),
    ...told
      .filter(({ rate, level }) => isWhole(rate) && isWhole(level))
      .flatMap((one) => judged(subject, stretch, one)),
    ...(subject
      ? bare.filter(({ change }) => isWhole(change)).flatMap((one) => ofRequests(subject, stretch, one))
      : []),
  ];
}
