import { type Finding, finding } from '../../finding.ts';
import type { Body } from '../../report/report.ts';
import { halfWidthDigits, sentencePlace, sentencesOf, withoutCitations } from '../sentences.ts';
import type { Subject } from '../subject.ts';
import { announcesPeriod } from './period.ts';
import { westernYear } from './written-date.ts';

/** Words that show that another year is meant: comparison, history, law, assessment, what was left over. */
const meant =
  /(?<!占|百分)比(?!例|重|率)|较(?![好多大强高为快])|相较|同期|同比|以来|增长|下降|(?:减少|增加|提高)了?\s?\d|上年|去年|往年|年底|年末|年初|截至|截止|之前|以前|首次|历年|历史|累积|存量|成立|组建|挂牌|机构改革|修订|施行|正式实施|印发的|出台的|制定的|颁布|结转|转入|遗留|遗漏|存在的?.{0,6}问题|整改|考核|考评|测评|评估|评议|评选|评比|荣获|获评|获得|评为|年度报告|年报|自.{0,4}年|从.{0,4}年|决定书|案件|一案|列入|入选|纳入|确定为|试点|建成|上线|开通|启用/;

/** What a report says of the year it reports on. */
const reporting =
  /^度?[，,、\s]{0,2}(?:全年|共|累计|(?:主动公开|收到|新收|受理|办理|发布|制发|公开|更新|新增)(?!的)|未收到|没有收到|未发生|没有发生|无|我[镇乡街县市区局办委院厅部中]|本[镇乡街县市区局办委院厅部机单级]|全[镇乡街县市区局省]|各级|政府信息公开)/;

/** Words after which a year is only what something else is about. */
const about = /(?:其中|对|将|把|含|包括|涉及|针对|关于|与|和|以|按|据|照|为|了|于|公开|发布)\s?$/;

/** The whole of an earlier year as the time of a sentence. */
const wholeYear = /^\s{0,4}[自从]?(20\d\d)年1月1日起?[至到—-](?:20\d\d年)?12月31日/;

/** Up to the end of an earlier year: what was so then is told as if it were so now. */
const upToYear = /截[至止]到?\s?(20\d\d)年12月31日[，,]/;

/** 二〇二三年. */
const chineseYear = /二[〇○零][〇○零一二三四五六七八九]{2}(?=\s{0,2}年)/g;

/** What a report plans for the year to come; 将…纳入 speaks of what was done. */
const planning =
  /^(?:度)?[，,]?[^，,。；]{0,14}[，,]?[^，,。；]{0,6}将(?:从|进一步|继续|重点|着力|切实|按照|坚持|持续|不断|严格|认真|以下|做好|抓好|采取|努力)/;

interface Stray {
  readonly from: number;
  readonly said: number;
}

/** Whether a text can name a year at all; most sentences name none. */
const namesYear = ({ text }: { readonly text: string }): boolean => /[2２][0０]|二[〇○零]/.test(text);

function lastYears(text: string, year: number): Stray | undefined {
  const whole = text.includes('年1月1日') ? Number(wholeYear.exec(text)?.[1]) : Number.NaN;
  if (whole < year) return { from: text.indexOf(String(whole)), said: whole };
  const upTo = text.includes(String(year)) ? null : upToYear.exec(text);
  if (upTo && Number(upTo[1]) === year - 1 && !/结转|上年|去年/.test(text))
    return { from: upTo.index + upTo[0].indexOf('20'), said: year - 1 };
  if (text.includes(String(year)) || meant.test(text) || announcesPeriod(text)) return undefined;
  for (const match of text.matchAll(/(?<!\d)(20\d\d)\s{0,2}年(?!\d)/g)) {
    const said = Number(match[1]);
    if (said >= year || said < year - 4) continue;
    const after = text.slice(match.index + match[0].length, match.index + match[0].length + 40);
    const before = text.slice(Math.max(0, match.index - 24), match.index);
    const opens = /(?:^|[。；，,：:）)])[^。；，,：:]{0,20}$/.test(before);
    if (opens && !about.test(before) && reporting.test(after)) return { from: match.index, said };
  }
  return undefined;
}

function lastYearsPlan(text: string, year: number): Stray | undefined {
  if (!text.includes('将')) return undefined;
  const opening =
    /^\s{0,4}(?:[（(][一二三四五六七八九十][）)]|下一步[，,]?|针对[^，。]{0,12}[，,])?(20\d\d)\s{0,2}年/.exec(text);
  if (!opening || Number(opening[1]) > year || Number(opening[1]) < year - 4) return undefined;
  if (!planning.test(text.slice(opening[0].length, opening[0].length + 48))) return undefined;
  return { from: opening[0].search(/20\d\d/), said: Number(opening[1]) };
}

function announcedReport(text: string, year: number): Stray | undefined {
  if (text.includes(String(year))) return undefined;
  const match = /(?<!\d)(20\d\d)\s{0,2}年度?(?:政府)?信息公开(?:工作)?(?:年度)?(?:报告|年报|情况)/.exec(text);
  const said = Number(match?.[1]);
  return match && said < year ? { from: match.index, said } : undefined;
}

/** What is found in the sentences of a text, each as it says something itself, in half-width digits. */
const inSentences = (
  bodies: readonly Body[],
  year: number,
  look: (text: string) => readonly [stray: Stray, say: string] | undefined,
): readonly Finding[] =>
  bodies.flatMap((body) => {
    if (body.kind !== 'passage' || !namesYear(body)) return [];
    return sentencesOf(body)
      .filter(namesYear)
      .flatMap((sentence) => {
        const said = halfWidthDigits(withoutCitations(sentence.text)).replace(chineseYear, westernYear);
        const found = /20\d\d/.test(said) ? look(said) : undefined;
        if (!found) return [];
        const [stray, say] = found;
        const at = sentencePlace(sentence, stray.from, stray.from + 5);
        return [finding('year/stray', at, { said: stray.said, year, next: year + 1 }, { say })];
      });
  });

/**
 * A sentence of an earlier report left in: what that year brought, told as if it were this one, or its plan for this year.
 * Comparisons, history, cited documents and plans for the next year are none.
 */
export function checkStray({ report }: Subject): Finding[] {
  const { year } = report;
  const preamble = inSentences(report.preamble, year, (text) => {
    const stray = announcedReport(text, year);
    return stray && [stray, 'report'];
  });
  const sections = report.sections.flatMap(({ key, before, after }) =>
    inSentences([...before, ...after], year, (text) => {
      const plan = key === '问题与改进' ? lastYearsPlan(text, year) : undefined;
      if (plan) return [plan, 'plan'];
      const stray = lastYears(text, year);
      return stray && [stray, 'default'];
    }),
  );
  return [...preamble, ...sections];
}
