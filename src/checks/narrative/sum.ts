import { type Finding, finding, type Note, type Severity } from '../../finding.ts';
import { explainSum } from './explain.ts';
import type { LastYear } from './last-year.ts';
import type { PartList } from './lists.ts';
import type { Part } from './parts.ts';
import type { Stretch } from './stretch.ts';
import { channelNames, familyOf, isChannel, isOtherWay, isRest } from './words.ts';

/** A list as it is judged: the parts up to its end, their sum, and what they should make. */
interface Reading {
  readonly list: PartList;
  readonly parts: readonly Part[];
  readonly sum: number;
  readonly total: number;
}

interface Verdict {
  readonly severity: Severity;
  readonly say: string;
}

const countIn = ({ statement }: Part): number => statement.figure.value;
const sumOf = (parts: readonly Part[]): number => parts.reduce((sum, part) => sum + countIn(part), 0);

const totalOf = ({ owner, others }: PartList): number =>
  others.reduce((sum, { figure }) => sum + figure.value, owner?.figure.value ?? 0);

/** How far numbers in 万 may be from what they stand for. */
const slackOf = ({ owner, others, parts }: PartList): number =>
  [owner, ...others, ...parts.map(({ statement }) => statement)].reduce(
    (sum, statement) => sum + (statement?.figure.tolerance ?? 0),
    0,
  );

const isVague = ({ owner, others, parts }: PartList): boolean =>
  [owner, ...others, ...parts.map(({ statement }) => statement)].some((statement) => statement?.figure.vague);

const carried = /上年|上一年|去年|结转/;

/** Whether some reading makes the total: another end, without what was carried in, or several breakdowns in a row. */
function addsUp(list: PartList): boolean {
  const total = totalOf(list);
  const slack = slackOf(list);
  const makes = (parts: readonly Part[]): boolean => Math.abs(sumOf(parts) - total) <= slack;
  return list.ends.some((end) => {
    const parts = list.parts.slice(0, end);
    const fresh = parts.filter(({ label }) => !carried.test(label));
    return makes(parts) || (fresh.length > 1 && fresh.length < parts.length && makes(fresh)) || repeats(parts, total);
  });
}

/** 按方式6件、4件，按主体8件、2件: one breakdown behind the other, each of which makes the total. */
function repeats(parts: readonly Part[], total: number): boolean {
  let running = 0;
  let times = 0;
  for (const part of parts) {
    running += countIn(part);
    if (running > total) return false;
    if (running < total || total === 0) continue;
    times += 1;
    running = 0;
  }
  return times > 1 && running === 0;
}

const outcomesOfReview = ['维持', '纠正', '其他结果', '审结'];
const outcomesOfRequests = ['予以公开', '部分公开', '不予公开', '无法提供', '不予处理', '其他处理'];
const names = (parts: readonly Part[], wanted: readonly string[]): boolean =>
  wanted.every((name) => parts.some(({ label }) => label.includes(name)));

/** Whether the list says that it is all there is. */
function claimsWhole({ list, parts }: Reading): boolean {
  if (list.open || list.announcement === 'mainly') return false;
  const last = parts.at(-1);
  if (last && isRest(last.name)) return true;
  const shares = parts.filter(({ statement }) => statement.share).length;
  if (shares >= 2 && parts.length - shares <= 1) return true;
  if (list.announcement === 'whole' && parts.length > 1) return true;
  if (names(parts, outcomesOfReview)) return true;
  return names(parts, outcomesOfRequests) && /办结|答复|办理|处理/.test(list.owner?.clause ?? '');
}

function isOfChannels({ parts, list }: Reading): boolean {
  const through = parts.filter(({ label }) => isChannel(label)).length;
  const rest = parts.filter(({ label }) => isOtherWay(label)).length;
  return through + rest > 1 && (through + rest) * 2 > parts.length && !/申请/.test(list.owner?.clause ?? '');
}

/** How many parts from the first on make the total; 0 if none. */
function beginning(parts: readonly Part[], total: number): number {
  let running = 0;
  for (const [index, part] of parts.entries()) {
    running += countIn(part);
    if (running === total) return index + 1;
  }
  return 0;
}

/** Items go through several channels and count once: their sum may exceed the total, but hardly where the text parts it. */
function ofChannels(reading: Reading): Verdict | undefined {
  const { list, parts, sum, total } = reading;
  const last = parts.at(-1);
  const other = last !== undefined && (isOtherWay(last.label) || isRest(last.name));
  if (sum < total) return claimsWhole(reading) ? { severity: 'warning', say: 'channels-below' } : undefined;
  if (parts.some((part) => countIn(part) > total)) return { severity: 'warning', say: 'channel-above' };
  if (!list.direct || list.announcement === 'bracket') return undefined;
  const subject = channelNames(list.owner?.clause ?? '');
  const named = channelNames(parts.map(({ label }) => label).join(' '));
  const same = subject.size > 1 && [...named].every((name) => subject.has(name));
  if (other || same || beginning(parts, total) > 1) return { severity: 'warning', say: 'channels' };
  return { severity: 'notice', say: 'channels' };
}

/** Parts of another measure than the total, as 次 beside 条, may not be parts at all. */
function withoutEvents({ list, parts }: Reading): number {
  const unit = list.owner?.figure.unit;
  return sumOf(parts.filter(({ statement: { figure } }) => figure.measure !== 'event' || figure.unit === unit));
}

function above(reading: Reading): Verdict | undefined {
  const { list, parts, total } = reading;
  const about = familyOf(list.owner?.clause ?? '');
  const own = familyOf(parts.map(({ label }) => label).join(' '));
  if (about && own && about !== own && (about === 'review' || own === 'review' || own === 'response')) return undefined;
  if (withoutEvents(reading) <= total) return { severity: 'notice', say: 'above' };
  if (list.announcement === 'shares' && !claimsWhole(reading)) return undefined;
  // 涉及民生80条、涉及财政60条: one item may concern both.
  if (parts.every(({ label }) => /涉及|有关|关于|相关/.test(label))) return { severity: 'notice', say: 'above' };
  // 3件网上申请，且2件…，1件…: what the first part counts is counted once more by the others.
  if (beginning(parts, total) === 1) return { severity: 'notice', say: 'above' };
  if (parts.length === 1 && !list.direct) return undefined;
  const severity = list.direct || claimsWhole(reading) ? 'error' : 'warning';
  return { severity, say: 'above' };
}

function verdictOf(reading: Reading): Verdict | undefined {
  if (isOfChannels(reading)) return ofChannels(reading);
  if (reading.sum > reading.total) return above(reading);
  return claimsWhole(reading) ? { severity: 'error', say: 'default' } : undefined;
}

/** At most so many parts are told one by one. */
const shownParts = 40;

/** The parts of a list one by one with their sum. */
export function partsNote(parts: readonly Part[], sum: number): Note {
  const shown = parts.slice(0, shownParts).map((part) => `${part.name}${part.statement.figure.decimal}`);
  if (parts.length > shownParts) shown.push('…');
  return { say: 'parts', args: { parts: shown.join(' + '), sum } };
}

/**
 * A stated total against the parts that the text lists: `narrative/sum`. What is found depends on nothing but the text;
 * last year's numbers only explain it.
 */
export function checkSums({ lists, place }: Stretch, lastYear?: LastYear): readonly Finding[] {
  return lists.flatMap((list): readonly Finding[] => {
    const { owner } = list;
    if (!owner || list.cutOff || isVague(list) || addsUp(list)) return [];
    const parts = list.parts.slice(0, list.ends[0] ?? list.parts.length);
    const reading = { list, parts, sum: sumOf(parts), total: totalOf(list) };
    const verdict = verdictOf(reading);
    if (!verdict) return [];
    const { sum, total } = reading;
    const explained = explainSum(parts, total);
    const copied = lastYear?.(owner, parts);
    const unit = owner.figure.unit;
    const difference = sum - total;
    return [
      finding(
        'narrative/sum',
        place(owner.figure.from, owner.figure.to),
        { reported: total, computed: sum, difference: Math.abs(difference), unit },
        {
          severity: verdict.severity,
          say: list.others.length > 0 && verdict.say === 'default' ? 'together' : verdict.say,
          values: { reported: total, computed: sum, difference: total - sum },
          notes: [partsNote(parts, sum), ...(explained ? [explained] : []), ...(copied ? [copied] : [])],
        },
      ),
    ];
  });
}
