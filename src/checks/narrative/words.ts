/** Words that make a number a change, not a count: 同比增加5条, 较上年减少2件; 新增 is a count. */
const growth =
  /同比|环比|(?<!新)增[长加幅]|增量|减少|下降|降低|上升|提高|[比较与](?:[上去前往]|20\d\d)|[上去]年同期|[多少]了/;
const visits =
  /访问|阅读|点击|浏览|关注|粉丝|播放|转发量|点赞|下载|订阅|用户|受众|观看|人数|曝光|被[^,。;]{0,12}(?:采用|录用|转载|刊发|刊登|报道)/;
const rest = /^其[他它余]/;

/** Labels of the forms that begin with 其他 and are no remainder. */
const named = /^其[他它](?:对外管理服务|结果|处理|法律行政法规|行政机关)/;
const otherWays = /其[他它余](?:公开)?(?:方式|渠道|途径|形式|平台|载体|媒体|媒介)/;
const channels =
  /网站|门户|官网|网上|线上|微博|微信|公众号|公报|公告栏|公示栏|公开栏|宣传栏|查阅|报刊|报纸|广播|电视|新闻发布会|新媒体|客户端|A[Pp]{2}|app|抖音|快手|视频号|头条|平台|媒体|显示屏|微平台|两微|专栏|微门户|短信|刊物|简报/;
const families = {
  review: /复议|诉讼|起诉|应诉|败诉/,
  response: /留言|来信|信箱|热线|咨询|提案|议案|投诉|来访|诉求|征集|访谈|舆情|工单|交办/,
  requests: /申请|受理|答复|办结|结转|信函|当面|邮寄/,
  disclosure: /公开|发布|信息|公示|更新|推送|发文|文件/,
} as const;

/** What a number is about, as far as its words tell. */
export type Family = keyof typeof families;

export const isGrowth = (text: string): boolean => growth.test(text);
export const isVisit = (text: string): boolean => visits.test(text);
export const isRest = (label: string): boolean => rest.test(label) && !named.test(label);
export const isOtherWay = (label: string): boolean => otherWays.test(label);
export const isChannel = (label: string): boolean => channels.test(label) && !/申请/.test(label);

export const familyOf = (text: string): Family | undefined =>
  (Object.keys(families) as Family[]).find((family) => families[family].test(text));

/** The names of channels in a text, each by the word that stands for it. */
export function channelNames(text: string): ReadonlySet<string> {
  const names = new Set<string>();
  if (/网站|门户|官网|网上/.test(text)) names.add('网站');
  if (/微博/.test(text)) names.add('微博');
  if (/微信|公众号/.test(text)) names.add('微信');
  if (/公报/.test(text)) names.add('公报');
  if (/[公宣]\S栏|查阅/.test(text)) names.add('公开栏');
  if (/报刊|报纸|广播|电视|媒体/.test(text)) names.add('媒体');
  return names;
}

/** 等, 主要, 大部分: the list does not say that it is all. */
export const isOpen = (text: string): boolean =>
  /主要(?!负责)|大部分|部分(?!公开|门|规章)|(?:例|比)如|不限于/.test(text) ||
  /(?<![高中初平同均不优劣一二三四特])等(?![级候待次额同分于])/.test(text);

/** A part's name as it is shown: without numbering, marks and connecting words around it. */
export function nameOf(text: string): string {
  const trimmed = text
    .replace(/\s+/g, '')
    .replace(/^[,;。:、·!?)]*(?:\(?\d{1,2}\)|\d{1,2}[.、]|[①-⑳]|[一二三四五六七八九十]{1,2}是)?/, '')
    .replace(/^(?:以及|[另还]有|及其|[以和与及并有]|各类?|其中)[,:]?/, '')
    .replace(/(?:[合总累]计|分别|数量|[共计约近逾达为是有数的:,])+$/, '');
  return trimmed.length > 24 ? `…${trimmed.slice(-20)}` : trimmed;
}
