/** How a list of parts is announced: 其中 claims nothing, 分别为 and 包括 claim to be all, 主要包括 claims not to be. */
export type Announcement = 'among' | 'whole' | 'mainly';

/** The word that announces a list; `to` is where the first part begins. */
export interface Marker {
  readonly announcement: Announcement;
  readonly to: number;
  /** What stands between the total and the word. */
  readonly lead: string;
}

const words =
  /其中(?:[,:]?(?:包[括含]|含))?|主要(?:包[括含]|[是为有]|涉及|涵盖)?|具体(?:包[括含]|[为是有]|如下|情况(?:如下)?)|包括(?:但不限于)?|包含|分别[为是有]?|分为|(?<=[,;:。\s]|^)由|(?<=^|[,;。:、])\s?含|(?:信息|申请|[件条]|事项|公开|答复|办结)的?中(?![国央心华小共级等])|[在从按][^,。;:]{1,14}(?:方面|来?看|[划区]?分|统计|分类)(?=[,:])|(?<=^|[,;。])中(?=[,:])/g;

/** Every announcement has one of these; most gaps have none. */
const announcing = /主要|具体|包[括含]|分[别为]|[由含在从按]|(?:^|[其息请件条项开复结的,;。])中/;

const announcementOf = (word: string, lead: string): Announcement => {
  if (/^主要/.test(word)) return 'mainly';
  if (/^其中|不限于/.test(word)) return 'among';
  // 微信和微博分别发布 shares its numbers out to what stands before it: it opens no list.
  if (/^(?:具体|包括|分为|由|分别)/.test(word)) return /主要$/.test(lead) ? 'mainly' : 'whole';
  return 'among';
};

const parallel = (before: string): boolean => !/(?:^|[,;:。、]|其中|方面)\s?$/.test(before);

/** The announcement in the text between two numbers, if there is one. */
export function markerIn(gap: string): Marker | undefined {
  const sentence =
    Math.max(gap.lastIndexOf('。'), gap.lastIndexOf('\n'), gap.lastIndexOf('!'), gap.lastIndexOf('?')) + 1;
  const text = gap.slice(sentence);
  if (!announcing.test(text)) return undefined;
  // Most gaps have no other announcement than 其中.
  const alone = !announcing.test(text.replaceAll('其中', ''));
  const found = [...text.matchAll(alone ? /其中/g : words)].filter(
    (match) => !match[0].startsWith('分别') || match[0].length > 2 || !parallel(text.slice(0, match.index)),
  );
  const among = found.findLastIndex((match) => match[0].startsWith('其中'));
  const relevant = among < 0 ? found : found.slice(among);
  const [first, last] = [relevant[0], relevant.at(-1)];
  if (!first || !last) return undefined;
  const to = last.index + last[0].length;
  const after = text.slice(to);
  // 主要包括概况、动态等，…：the list ended before any number came.
  if (
    after.includes(';') ||
    /等[^,;]{0,8},/.test(after) ||
    (first !== last && text.slice(first.index, to).includes(';'))
  )
    return undefined;
  const kinds = relevant.map((match) => announcementOf(match[0], text.slice(0, match.index)));
  const announcement = kinds.includes('mainly') ? 'mainly' : kinds.includes('whole') ? 'whole' : 'among';
  return { announcement, to: sentence + to, lead: gap.slice(0, sentence + first.index) };
}
