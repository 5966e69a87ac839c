import { type Finding, finding } from '../../finding.ts';
import type { Spoken } from './spoken.ts';
import type { Stretch } from './stretch.ts';

const counted = /公开|发布|信息|申请|文件|收到|受理|答复|办结|推送|更新|解读|公文|公告|条$/;
const outer = /访问|阅读|点击|浏览|关注|粉丝|播放|转发|点赞|下载|人次|电话|热线|咨询/;

const isDue = ({ statement: { figure, clause, tail }, own }: Spoken): boolean =>
  figure.vague &&
  figure.measure === 'item' &&
  (counted.test(clause) || counted.test(own) || counted.test(tail)) &&
  !outer.test(clause);

/** 100余条, 多条, 约, 左右 where a count is due: `narrative/vague`. */
export function checkVague(stretch: Stretch): readonly Finding[] {
  return stretch.spoken.filter(isDue).map(({ statement: { figure } }) => {
    const before = /[大约近逾超过]{1,2}\s?$/.exec(stretch.original.slice(Math.max(0, figure.from - 3), figure.from));
    const from = figure.from - (before?.[0].length ?? 0);
    return finding('narrative/vague', stretch.place(from, figure.to), {
      text: stretch.original.slice(from, figure.to).replace(/\s+/g, ''),
    });
  });
}
