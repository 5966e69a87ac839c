import { type Finding, finding } from '../../finding.ts';
import { passages } from '../../report/report.ts';
import { halfWidthDigits, type Sentence, sentencePlace, sentencesOf, withoutCitations } from '../sentences.ts';
import type { Subject } from '../subject.ts';
import { type WrittenDate, writtenDates } from './written-date.ts';

const announced =
  /统计[^，。；]{0,6}(?:[期时年]限|时[间段]|区间|周期|期间|日期|范围)|(?:数据|报告)(?:的|统计|起止){0,4}(?:[期时]限|时段|区间|周期)|起止时间|(?:年报|报告)[^，。；]{0,8}数据[^，。；]{0,4}(?=[自从])/;

/** Every announcement has one of these; most sentences have none. */
const announcing = /统计|数据|报告|起止|年报/;

const joined =
  /^\s*(?:\d{1,2}时|零时)?(?:[（(]含[^（）()]{0,4}[）)])?(?:[算计]?起|开始)?(?:计算)?\s*[，,]?\s*(?:截?至|到|截止到?|[—–－～~-]{1,3})\s*$/;

/** Whether words between two dates make them the ends of one period; nearly always they are these. */
const isJoint = (words: string): boolean => words === '起至' || words === '至' || joined.test(words);

/** Whether a text says how long the figures of the report run. */
export const announcesPeriod = (text: string): boolean => announced.test(text);

const isDay = (date: WrittenDate, year: number, month: number, day: number): boolean =>
  date.year === String(year) && date.month === month && (date.day === 0 || date.day === day);

/** A date without a year takes the one before it; a period that names none means the report year. */
const withYear = (date: WrittenDate, year: string): WrittenDate => (date.year === '' ? { ...date, year } : date);

function range(sentence: Sentence, year: number, from: WrittenDate, to: WrittenDate): Finding[] {
  const first = withYear(from, String(year));
  const last = withYear(to, first.year);
  const startFits = isDay(first, year, 1, 1);
  const endFits = isDay(last, year, 12, 31);
  if (startFits && endFits) return [];
  const start = startFits ? last.from : first.from;
  const end = endFits ? first.to : last.to;
  const say = startFits ? 'end' : endFits ? 'start' : 'range';
  const args = { written: sentence.text.slice(start, end).trim(), year };
  return [finding('year/period', sentencePlace(sentence, start, end), args, { say })];
}

function single(sentence: Sentence, year: number, date: WrittenDate): Finding[] {
  const before = sentence.text.slice(0, date.from);
  const starts = /[自从]\s*$/.test(before) || /^\s*起/.test(sentence.text.slice(date.to));
  const fits = starts ? isDay(date, year, 1, 1) : isDay(date, year, 12, 31);
  if (fits || date.year === '') return [];
  const args = { written: sentence.text.slice(date.from, date.to).trim(), year };
  return [finding('year/period', sentencePlace(sentence, date.from, date.to), args, { say: starts ? 'start' : 'end' })];
}

function inSentence(sentence: Sentence, year: number): Finding[] {
  if (!announcing.test(sentence.text) || !/[\d０-９月]/.test(sentence.text)) return [];
  const text = halfWidthDigits(withoutCitations(sentence.text));
  const trigger = announced.exec(text);
  if (!trigger) return [];
  const dates = writtenDates(text).map((date) =>
    date.year === ''
      ? { ...date, year: /(\d{4})\s?年度?\s?$/.exec(text.slice(0, date.from).slice(-8))?.[1] ?? '' }
      : date,
  );
  const ranges = dates.flatMap((date, index) => {
    const next = dates[index + 1];
    return next && isJoint(text.slice(date.to, next.from)) ? [{ first: date, last: next }] : [];
  });
  const stated = ranges.find(({ first }) => first.from >= trigger.index) ?? ranges[0];
  if (stated) return range(sentence, year, stated.first, stated.last);
  const after = dates.find((date) => date.from >= trigger.index);
  if (after) return single(sentence, year, after);
  const end = trigger.index + trigger[0].length;
  const whole = /^[为是：:\s]{0,3}(\d{4})年/.exec(text.slice(end, end + 12));
  if (!whole || whole[1] === String(year)) return [];
  const from = end + whole[0].length - 5;
  const args = { written: text.slice(from, from + 5), year };
  return [finding('year/period', sentencePlace(sentence, from, from + 5), args, { say: 'range' })];
}

/** The period that the text states for its figures is 1 January to 31 December of the report year. */
export function checkPeriod({ report }: Subject): Finding[] {
  return [...passages(report)].flatMap((passage) =>
    announcing.test(passage.text)
      ? sentencesOf(passage, '。！？').flatMap((sentence) => inSentence(sentence, report.year))
      : [],
  );
}
