import { type Finding, finding } from '../../finding.ts';
import type { Figure } from './figures.ts';
import type { Spoken } from './spoken.ts';
import type { Stretch } from './stretch.ts';

const counted = /公开|发布|信息|申请|文件|收到|受理|答复|办结|推送|更新|解读|公文|公告|条$/;
/** As far back as it is looked for what is counted. */
const longestClause = 60;

const outer = /访问|阅读|点击|浏览|关注|粉丝|播放|转发|点赞|下载|人次|电话|热线|咨询/;

const isDue = ({ statement: { figure, clause, tail }, own }: Spoken): boolean =>
  figure.vague &&
  figure.measure === 'item' &&
  (counted.test(clause) || counted.test(own) || counted.test(tail)) &&
  !outer.test(clause);

/** 数百条, 百余条, 若干件, 公开信息多条: no number at all. */
const unnumbered =
  /(?:[数几上近逾成][十百千万]{1,2}[余多]?|(?<![\d一二三四五六七八九十百千万两数几])[十百千万]{1,2}[余多]|若干|(?<=信息|文件|申请|公文|解读|稿件|动态)多|\d+\+)\s?[条件篇份](?=$|[\s,;。:!?、)]|的|次|(?:政府|政务|各类|依)?(?:信息|申请|文件|公文|解读|政策))/g;

/** What each of these has before its unit; most texts have none. */
const mayBeUnnumbered = /[十百千万余多干+]\s?[条件篇份]/;

/** Where a number, with the words that soften it, begins and ends. */
function softened({ original }: Stretch, { from, to }: Figure): { readonly from: number; readonly to: number } {
  const before = /(?:[大约近逾超过]{1,2}|不少于|至少|大概|突破)\s?$/.exec(original.slice(Math.max(0, from - 4), from));
  const after = /^\s?(?:左右|以上|上下|之多)/.exec(original.slice(to, to + 4));
  return { from: from - (before?.[0].length ?? 0), to: to + (after?.[0].length ?? 0) };
}

/** 100余条, 多条, 约, 左右 where a count is due: `narrative/vague`. */
export function checkVague(stretch: Stretch): readonly Finding[] {
  const made = (from: number, to: number): Finding =>
    finding('narrative/vague', stretch.place(from, to), {
      text: stretch.original.slice(from, to).replace(/\s+/g, ''),
    });
  const { text, spoken } = stretch;
  const numbers = spoken.filter(isDue).map(({ statement: { figure } }) => softened(stretch, figure));
  // Both go through the text once, however many there are.
  const figures = spoken.map(({ statement }) => statement.figure).sort((one, other) => one.from - other.from);
  let next = 0;
  const words = (mayBeUnnumbered.test(text) ? [...text.matchAll(unnumbered)] : []).flatMap((match) => {
    const [from, to] = [match.index, match.index + match[0].length];
    while ((figures[next]?.to ?? to) <= from) next += 1;
    const known = (figures[next]?.from ?? to) < to;
    const clause = text.slice(Math.max(0, from - longestClause), from).replace(/^[\s\S]*[,;。:!?\n]/, '');
    return known || !counted.test(clause) || outer.test(clause) ? [] : [{ from, to }];
  });
  return [...numbers, ...words].map(({ from, to }) => made(from, to));
}
