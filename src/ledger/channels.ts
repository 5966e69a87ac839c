import { Remembered } from './remembered.ts';
import { compact, filled, isBare } from './spelling.ts';

/** A channel beyond these is no channel: another column was taken for one. */
export const mostChannels = 500;

/** The one table of channels: our name and what offices write for it. */
const table: Readonly<Record<string, readonly string[]>> = {
  政府公报: ['公报'],
  政府网站: ['门户网站', '网站', '政府门户网站', '官网', '官方网站', '政务网站', '政府信息公开网', '信息公开网'],
  政务微博: ['微博', '新浪微博', '官方微博', '微博公众号'],
  政务微信: ['微信', '微信公众号', '公众号', '官方微信', '政务微信公众号', '微信公众平台', '微信平台'],
};

/** Endings that name the channel whatever site or account stands before them: 余姚市政府门户网站. */
const endings: readonly (readonly [string, string])[] = [
  ['政府网站', '政府网站'],
  ['门户网站', '政府网站'],
  ['政务微博', '政务微博'],
  ['官方微博', '政务微博'],
  ['微信公众号', '政务微信'],
  ['政务微信', '政务微信'],
  ['官方微信', '政务微信'],
];

/** Further channels by which a column of ticks is known; they keep their own names. */
const others = [
  '公告栏',
  '公示栏',
  '公开栏',
  '宣传栏',
  '政务公开栏',
  '村务公开栏',
  '新闻发布会',
  '报纸',
  '报刊',
  '广播',
  '电视',
  '广播电视',
  '大喇叭',
  '电子屏',
  '电子显示屏',
  '档案馆',
  '图书馆',
  '查阅点',
  '查阅场所',
  '政务服务中心',
  '便民服务中心',
  '客户端',
  '政务客户端',
  '抖音',
  '今日头条',
  '头条号',
  '短信',
  '新媒体',
] as const;

const names = new Map<string, string>();
for (const [name, aliases] of Object.entries(table)) for (const alias of [name, ...aliases]) names.set(alias, name);

const known = new Set<string>([...names.keys(), ...others]);

const bare = (text: string): string =>
  isBare(text)
    ? text
    : compact(text)
        .replace(/\([^()]*\)/gu, '')
        .replace(/["'“”‘’《》]/gu, '');

/** The name a channel is counted under; one that the table does not hold keeps its own. */
export function channelName(text: string): string {
  const own = bare(text.slice(0, 100));
  const listed = names.get(own);
  if (listed !== undefined) return listed;
  return endings.find(([ending]) => own.endsWith(ending))?.[1] ?? (own === '' ? compact(text.slice(0, 100)) : own);
}

/** The channel that a header or a sheet's name means; undefined where it means none. */
export function channelNamed(label: string): string | undefined {
  const own = bare(label.slice(0, 60));
  if (means(own)) return channelName(own);
  const short = withoutVerbs(own);
  return means(short) ? channelName(short) : undefined;
}

const means = (label: string): boolean =>
  known.has(label) || (label.length <= 20 && endings.some(([ending]) => label.endsWith(ending)));

const verbs = new Set(['公开', '发布', '渠道', '刊登', '信息']);

/** A label without what stands around a channel in a question: 是否在政府网站公开. */
function withoutVerbs(label: string): string {
  let start = label.startsWith('是否') ? 2 : 0;
  if (label.startsWith('在', start)) start += 1;
  else if (label.startsWith('通过', start)) start += 2;
  let end = label.length;
  while (end - 2 >= start && verbs.has(label.slice(end - 2, end))) end -= 2;
  return label.slice(start, end);
}

/** What was split lately: a ledger names the same few channels again and again. */
const split = new Map<string, readonly string[]>();
const mostSplit = 1000;
const splitLong = new Remembered<readonly string[]>();

/** The channels named in one cell, each once, parted by 、；/，a line break or what else offices put between them. */
export function splitChannels(text: string): readonly string[] {
  if (text === '') return [];
  if (text.length > 60) return splitLong.of(text, splitCell);
  const known = split.get(text);
  if (known) return known;
  const channels = splitCell(text);
  if (split.size < mostSplit) split.set(text, channels);
  return channels;
}

/** Names of one cell that are read: one more than a ledger may have channels, so that too many are still told of. */
const mostNamed = mostChannels + 1;

function splitCell(text: string): readonly string[] {
  const plain = filled(text).normalize('NFKC');
  if (plain === '') return [];
  const parts = plain.includes('://') ? [plain] : plain.split(/[、;/,\n\r|+&。]/u);
  const found = new Set<string>();
  for (const part of parts) {
    if (found.size >= mostNamed) break;
    const name = filled(part);
    if (name === '') continue;
    const pieces = known.has(bare(name)) ? [name] : name.split(/[\s和及与]+/u).filter((piece) => piece !== '');
    const separate = pieces.length > 1 && pieces.every((piece) => known.has(bare(piece)));
    for (const piece of separate ? pieces : [name]) found.add(channelName(piece));
  }
  return [...found];
}

const crosses = new Set(['', '否', '无', 'x', '-', '/', '○', '〇', '◯', '□', '☐', 'n', 'no', 'n/a', 'na', 'false']);
/** What says no whatever stands behind it: ×（未发）, and a nought however it is written. */
const crossed = /^(?:[未不没否无×╳✕✖✗✘❌❎]|0(?:\.0+)?$)/u;

/** Whether a cell of a column of ticks says yes: √ ✓ ☑ 是 1 ● or anything that does not say no. */
export function isTicked(text: string): boolean {
  const mark = compact(filled(text).slice(0, 20)).toLowerCase();
  return !crosses.has(mark) && !crossed.test(mark);
}

/** 公开方式 as the way of disclosure, not the channel: the rest of the text, and whether it is disclosed on one's own initiative. */
export function disclosureMode(text: string): { readonly rest: string; readonly own: boolean } {
  const plain = compact(text.slice(0, 100));
  const match = /^(主动公开|主动|依申请公开|依申请|不予公开|免予公开|不公开|全文公开|全部公开|部分公开)(.*)$/su.exec(
    plain,
  );
  if (!match) return { rest: plain === '' ? '' : text, own: true };
  const rest = (match[2] ?? '').replace(/^[-:,;/、()]+|[()]+$/gu, '');
  return { rest, own: !/^[依不免]/u.test(match[1] ?? '') };
}
