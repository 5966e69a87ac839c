import type { Report } from '../../report/report.ts';
import type { Spoken } from './spoken.ts';

const summarising: readonly Report['level'][] = ['省级', '市级', '县级', '国务院部门'];

/** The reporting organ speaks of itself within a report on all its departments and places. */
const itself =
  /[省市县区](?:人民)?政府办(?:公[厅室])?|[省市县区]政府本级|(?:政府|机关|市|县|区|省|局)本级|本机关(?!不掌握)|本办|办公[厅室]|代表[^,。;]{0,6}政府/;
const verb = '(?:共|累计)?(?:受理|收到|办理|答复|新收|未收到|没有收到)';
const partly = new RegExp(
  `(?:各(?:乡镇|镇街|街道|县区|区县|部门|单位)|(?:所属|下属|直属|基层|乡镇|街道|县区)(?:部门|单位|机关)?)[^,。;]{0,6}${verb}`,
);
/** What every such phrase has; most sentences have none, and to compile the patterns is dearer than to run them. */
const mayBePartly = /各|[所下直]属|基层|乡镇|街道|县区/;
const mayBeOther = /[局委心队道镇乡](?:[共受收办答新未没]|累计)/;
const verbLast = new RegExp(`${verb}$`);
const other = new RegExp(`[\\u4e00-\\u9fff]{2,12}(?:局|委|分局|中心|大队|支队|街道|镇|乡)${verb}`);
const period =
  /上半年|下半年|季度|\d{1,2}[-—至到]\d{1,2}月|\d{1,2}月份|以来|历年|累计至|近[两三四五]年|[两三四五六七八九十]年来|[月日年季]均|平均|每[月日天周季]|一[天日]收/;
const population =
  /备案|立案|网上申请|现场|当面|信函|邮寄|邮件|平台|系统|网站|网络|热点|涉及|有关|关于|类申请|方面|征地|拆迁/;

const years =
  /(?<!(?:结转|转结|延)[至到入]?)20\d\d(?=\s{0,2}年)|(?<=^|[,;。:\n])\s{0,4}(?:去年|上一?年)(?!度?(?:同期)?(?:相比|[^,;。]{0,8}(?:结转|转结|遗留|顺延|转入)))|今年|本年/g;

/** 2023年结转4件 is what came over into 2024. */
const carriedOver = /^20\d\d\s{0,2}年度?(?:结转|转结|遗留)(?![至到])/;

/** Whether words up to a number tell of another year than the one reported on: 2019年共收到…, 去年收到…. */
export function isOfOtherYear(words: string, report: Report): boolean {
  const named = [...words.matchAll(years)]
    .filter(
      ({ index, 0: year }) => Number(year) !== report.year - 1 || !carriedOver.test(words.slice(index, index + 12)),
    )
    .map(([year]) => year.trim());
  const number = named.findLast((year) => /\d/.test(year));
  if (number !== undefined && Number(number) !== report.year) return true;
  return /^[去上]/.test(named.at(-1) ?? '');
}

/** Why words speak of another range than the whole report year and the whole organ; undefined where nothing says so. */
export function scopeOfWords(words: string, report: Report): string | undefined {
  if (isOfOtherYear(words, report)) return '另一年度的';
  if (period.test(words)) return '不是全年';
  if (summarising.includes(report.level) && itself.test(words)) return '本机关自己的，不是全部';
  if (/本级|代表/.test(words)) return '本级的，不是全部';
  if (mayBePartly.test(words) && partly.test(words)) return '下级或者所属单位的';
  const named = mayBeOther.test(words) ? other.exec(words)?.[0].replace(verbLast, '') : undefined;
  return named && !ownName(named, report.organ) ? '其他单位的' : undefined;
}

/** Why a number may speak of another range than the table. */
export function otherScope({ own, sentence, owner }: Spoken, report: Report): string | undefined {
  if (/去年|往年|同期/.test(own)) return '上年';
  const scope = scopeOfWords(sentence, report);
  if (scope) return scope;
  return population.test(own) && !owner ? '其中一部分' : undefined;
}

/** Whether the name before the verb is the reporting organ's own: 我局, its last words, or its full name. */
function ownName(named: string, organ: string): boolean {
  if (/[我本全]\S{0,2}$/.test(named)) return true;
  return organ.endsWith(named.slice(-3)) || organ.includes(named) || named.includes(organ);
}
