import { basesIn, wordsOf, yearIn } from './bases.ts';
import type { Figure } from './figures.ts';
import { counts } from './parts.ts';
import type { Spoken } from './spoken.ts';
import { type Group, isYear, type Rate, type Statement } from './statements.ts';
import type { Stretch } from './stretch.ts';
import { isGrowth } from './words.ts';

const rising = /增[长加幅多]|上升|提高|增量|多[了出收]|多$|新增|增/;
const falling = /下降|减少|降低|降幅|少[了收]|少$|回落|减/;
const yearOnYear = /同比|[比较与](?:[上去前]|20\d\d)|上年|去年|增[长加幅]|下降|减少/;
const level = /持平|与[上去]年度?(?:相同|一样)/;

/** 同比有所下降, 较上年大幅增加: which way, and no number. */
const wordedChange =
  /(?:同比|(?:相?[比较]|[与同])(?:[上去]一?年|20\d\d\s?年)度?(?:同期)?(?:相[比较])?,?)(?:均?有(?:所|较大|一定)?(?:幅度)?|[略稍]有|明显|大幅度?|显著|持续|稳步|小幅)?的?(增[长加多]|上升|提高|下降|减少|降低|回落)(?:趋势|态势)?(?=[\s,;。)]|$)/;

/** What may stand between a number and its growth; anything else is another subject: 网站访问量同比增长. */
const joining =
  /同比|[比较与]|相[比较]|对比|上一?年|去年|20\d\d年|年(?!均)|度|同期|达到?|幅度?|大幅|明显|有所|增[长加幅多]|增量|上升|提高|下降|减少|降低|回落|总?数量?|总?量|[件条]数|[多少]收|[的了约为是共率略升降增减多少\s,;、()]/g;

/** A sign that a word of change has; 0 where nothing changed. */
export type Sign = 1 | -1 | 0;

/** A change that the text states of a number: in per cent, as a count, or none at all. */
export interface Change {
  readonly figure?: Figure;
  readonly sign: Sign;
  /** The year that it is measured from, where the text names it. */
  readonly since?: number;
  readonly from: number;
  readonly to: number;
}

/** A number of this year with what the text says of its change, and last year's number where the text gives it. */
export interface Told {
  readonly of: Spoken;
  readonly base?: Spoken;
  readonly rate?: Change;
  readonly count?: Change;
  readonly level?: Change;
}

/** A change of requests in all without their number: 申请数量同比下降20%. */
export interface Bare {
  readonly change: Change;
  readonly lead: string;
}

const signOf = (words: string): 1 | -1 | undefined => (falling.test(words) ? -1 : rising.test(words) ? 1 : undefined);

/** Whether words between a number and its change leave its subject as it is. */
function keepsSubject(words: string, own: string): boolean {
  const rest = words.replace(joining, '');
  return rest === '' || (rest.length > 1 && own.includes(rest));
}

const changed = (figure: Figure, sign: 1 | -1, words: string): Change => {
  const since = yearIn(words);
  return { figure, sign, from: figure.from, to: figure.to, ...(since === undefined ? {} : { since }) };
};

/** A change in words alone that stands behind a number. */
function wordedIn(text: string, at: number): { readonly change: Change; readonly before: string } | undefined {
  const next = text.slice(at, at + 40);
  // Behind most numbers there is no such word, and to compile the whole pattern takes longer than to look.
  if (!/增|升|降|减|提高|回落/.test(next)) return undefined;
  const behind = /^[^。;\d]{0,12}[^。;]{0,24}/.exec(next)?.[0] ?? '';
  const match = wordedChange.exec(behind);
  const sign = match && signOf(match[1] ?? '');
  if (!match || !sign) return undefined;
  const before = behind.slice(0, match.index);
  if (/\d/.test(before)) return undefined;
  const since = yearIn(match[0]);
  const from = at + match.index;
  const change: Change = { sign, from, to: from + match[0].length, ...(since === undefined ? {} : { since }) };
  return { change, before };
}

type Telling = { -readonly [key in keyof Told]: Told[key] };

/** The numbers of a stretch with the changes that are told of them. */
export function changesIn({ group, text, spoken }: Stretch): readonly Told[] {
  const found = new Map<Statement, Telling>();
  const entryOf = (of: Spoken): Telling => {
    const entry = found.get(of.statement) ?? { of };
    found.set(of.statement, entry);
    return entry;
  };
  const byStatement = new Map(spoken.map((one) => [one.statement, one]));
  const bases = basesIn(spoken);
  for (const [then, now] of bases) {
    const base = byStatement.get(then);
    if (base) entryOf(now).base ??= base;
  }
  const changes = new Map<Statement, Spoken>();
  const mayBeLevel = /持平|相同|一样/.test(text);
  let last: Spoken | undefined;
  for (const one of spoken) {
    const { statement } = one;
    const { figure } = statement;
    const base = bases.get(statement);
    if (base) {
      if (base.statement.figure.from < figure.from) last = base;
    } else if (isGrowth(statement.clause) && figure.measure !== 'percent') {
      const words = wordsOf(statement);
      const sign = signOf(words);
      const beside =
        last?.statement.inside?.statements.includes(statement) ||
        (!one.inside && last?.statement.sentence === statement.sentence);
      if (!last || !sign || !beside || !yearOnYear.test(words)) continue;
      if (figure.unit !== last.statement.figure.unit || !keepsSubject(words, last.own)) continue;
      entryOf(last).count ??= changed(figure, sign, words);
      changes.set(statement, last);
    } else if (counts(statement) || one.concept?.money) {
      if (!one.inside) last = one;
      const worded = wordedIn(text, figure.to);
      if (worded && keepsSubject(worded.before, one.own)) entryOf(one).level = worded.change;
      if (!mayBeLevel) continue;
      const behind = text.slice(figure.to, figure.to + 16);
      const flat = level.exec(/^[^。;\d]{0,12}/.exec(behind)?.[0] ?? '');
      if (!flat || !keepsSubject(behind.slice(0, flat.index), one.own)) continue;
      const from = figure.to + flat.index;
      entryOf(one).level = { sign: 0, from, to: from + flat[0].length };
    }
  }
  for (const [rate, anchor, words] of ratesBehind(group)) {
    const sign = signOf(words);
    if (!sign || !yearOnYear.test(words) || rate.figure.measure !== 'percent') continue;
    const now = bases.get(anchor);
    // 2021年240条，同比增长20%，2022年300条: the growth is that of 2021.
    if (now && now.statement.figure.from > anchor.figure.from) continue;
    const of = now ?? changes.get(anchor) ?? byStatement.get(anchor);
    if (!of || !(counts(of.statement) || of.concept?.money) || !keepsSubject(words, of.own)) continue;
    entryOf(of).rate ??= changed(rate.figure, sign, words);
  }
  return [...found.values()].filter(({ rate, count, level: flat }) => rate ?? count ?? flat);
}

/** The rates that stand directly behind a number, a year between them apart, with the words between. */
function* ratesBehind(group: Group): Generator<readonly [rate: Rate, anchor: Statement, words: string]> {
  let index = 0;
  let end = 0;
  for (const rate of group.rates) {
    const first = rate.figure.from;
    while ((group.statements[index]?.figure.from ?? first) < first) index += 1;
    const before = group.statements.slice(Math.max(0, index - 3), index);
    const anchor = before.findLast((statement) => !isYear(statement));
    const free = anchor && !anchor.share && end <= anchor.figure.to;
    end = rate.figure.to;
    if (!free || anchor.sentence !== rate.sentence) continue;
    const between = group.text.slice(anchor.figure.to - group.from, first - group.from);
    yield [rate, anchor, rate.after === anchor ? rate.gap : between];
  }
}

/** As far back as a paragraph is searched for what its applications are for. */
const furthestTopic = 300;

const ofRequests =
  /(?:^|[,;。:\n])\s*(?:(?:20\d\d\s?年度?|全年|本年度?|今年)[,]?)?(?:共?(?:收到|受理|接收|新收)的?)?(?:政府信息公开申请|依申请公开申请|依申请公开|信息公开申请|申请)(?:数量|总量|件数|总数|量)[^;。:\n]{0,24}$/;
/** 申请量同比有所下降, 申请数量与上年持平. */
const requestsInWords =
  /((?:政府信息公开申请|依申请公开申请|依申请公开|信息公开申请|(?<=[,;。:\n\s])申请)(?:数量|总量|件数|总数|量)[,]?)(?:(?:同比|[比较与](?:上年|去年|上一年)度?(?:同期)?(?:相比)?,?)(?:有所|略有|稍有|明显|大幅|显著|小幅)?|(?:有所|略有|明显|大幅))(增[长加]|上升|下降|减少|降低|回落|持平)(?=[\s,;。)]|$)/g;
const partOnly =
  /网上|网络|平台|信函|邮|当面|现场|自然人|公民|法人|企业|组织|许可|复议|诉讼|救助|补贴|登记|热线|类|涉及|其中|季度|月|半年|20\d\d(?=\s?年[^,;。]{0,8}相?比)/;

/** Changes of the requests in all that name no number of this year. */
export function bareChanges({ group, text }: Stretch): readonly Bare[] {
  const isOfRequests = (at: number): boolean => {
    const topic = /(?:^|\n)(?:[^\n]{0,30}\n)?[^\n]*$/.exec(text.slice(Math.max(0, at - furthestTopic), at));
    return /信息公开申请|依申请|申请公开/.test(topic?.[0] ?? '');
  };
  const made = (words: string, lead: string, figure: Figure): readonly Bare[] => {
    const sign = signOf(words);
    const match = ofRequests.exec(words);
    if (!sign || !match || !yearOnYear.test(match[0]) || partOnly.test(lead)) return [];
    if (!isOfRequests(figure.from)) return [];
    const rest = match[0].replace(/^[,;。:\n\s]*.*?(?:数量|总量|件数|总数|量)/, '');
    if (rest.replace(joining, '') !== '') return [];
    return [{ change: { figure, sign, from: figure.from, to: figure.to }, lead }];
  };
  const inWords = [...text.matchAll(requestsInWords)].flatMap((match): readonly Bare[] => {
    const [words, before = '', change = ''] = match;
    const near = text.slice(Math.max(0, match.index - furthestTopic), match.index + before.length);
    const lead = near.slice(Math.max(...['。', ';', '\n'].map((mark) => near.lastIndexOf(mark))) + 1);
    const from = match.index + before.length;
    const sign = change === '持平' ? 0 : signOf(change);
    if (sign === undefined || partOnly.test(lead) || !isOfRequests(from)) return [];
    return [{ change: { sign, from, to: match.index + words.length }, lead }];
  });
  return [
    ...inWords,
    ...group.rates.flatMap(({ figure, gap, lead }) => (figure.measure === 'percent' ? made(gap, lead, figure) : [])),
    ...group.statements.flatMap(({ figure, gap, lead }) => (figure.unit === '件' ? made(gap, lead, figure) : [])),
  ];
}
