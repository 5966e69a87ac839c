import { type Finding, finding } from '../../finding.ts';
import { type Passage, passagePlace, passages } from '../../report/report.ts';
import type { Subject } from '../subject.ts';
import { addresses } from './addresses.ts';

interface Slip {
  readonly from: number;
  readonly to: number;
}

const chinese = /[\u3400-\u9fff\uf900-\ufaff]/;
const chineseMark = /[、。，；：？！“”‘’（）《》〈〉【】〔〕「」％０-９]/;
const isChinese = (character: string): boolean => chinese.test(character) || chineseMark.test(character);

/** The nearest character that is no space, forwards or backwards; empty at the edge of the text. */
function neighbour(text: string, index: number, step: 1 | -1): string {
  let at = index + step;
  while (text.charAt(at) === ' ') at += step;
  return text.charAt(at);
}

const fullWidth: Readonly<Record<string, string>> = { ',': '，', ';': '；', ':': '：', '(': '（', ')': '）' };

/** Brackets of either width belong together, so that a wrong width is not said to be unpaired as well. */
const pairs: Readonly<Record<string, string>> = { '”': '“', '）': '（', ')': '（', '》': '《' };
const openers = new Set(['“', '（', '(', '《']);

interface Brackets {
  readonly halfWidth: readonly Slip[];
  readonly unpaired: readonly Slip[];
}

/** Every bracket with its partner; `1）` at the head of an item has none and needs none. */
function brackets(text: string): Brackets {
  const open: { readonly kind: string; readonly at: number }[] = [];
  const halfWidth: Slip[] = [];
  const unpaired: Slip[] = [];
  const half = (at: number): void => void (text.charAt(at) < '\u0100' && halfWidth.push({ from: at, to: at + 1 }));
  // Prefix count of Chinese characters: whether a half-width bracket holds any is answered at once, however deep they nest.
  const counted = new Uint32Array(/[()]/.test(text) ? text.length + 1 : 0);
  for (let at = 0; at + 1 < counted.length; at += 1)
    counted[at + 1] = (counted[at] ?? 0) + (chinese.test(text.charAt(at)) ? 1 : 0);
  const holdsChinese = (from: number, to: number): boolean => (counted[to] ?? 0) > (counted[from] ?? 0);
  const depth = new Map<string, number>();
  const deepen = (kind: string, by: number): void => void depth.set(kind, (depth.get(kind) ?? 0) + by);
  for (const { index: at, 0: character } of text.matchAll(/[“”（）()《》]/g)) {
    if (openers.has(character)) {
      const kind = character === '(' ? '（' : character;
      open.push({ kind, at });
      deepen(kind, 1);
      continue;
    }
    const kind = pairs[character];
    if (kind === undefined) continue;
    if ((depth.get(kind) ?? 0) === 0) {
      const itemNumber = /(?:^|[\s，,。；;：:、])(?:\d{1,2}|[一二三四五六七八九十]{1,2}|[a-zA-Z])$/.test(
        text.slice(Math.max(0, at - 4), at),
      );
      if (!itemNumber) unpaired.push({ from: at, to: at + 1 });
      continue;
    }
    for (let top = open.pop(); top; top = open.pop()) {
      deepen(top.kind, -1);
      if (top.kind === kind) {
        if (kind === '（' && holdsChinese(top.at + 1, at)) {
          half(top.at);
          half(at);
        }
        break;
      }
      unpaired.push({ from: top.at, to: top.at + 1 });
    }
  }
  for (const { at } of open) unpaired.push({ from: at, to: at + 1 });
  return { halfWidth, unpaired: unpaired.sort((one, other) => one.from - other.from) };
}

/** Half-width `,;:` with Chinese on both sides, or at the end of a Chinese paragraph. */
function halfWidthMarks(text: string): readonly Slip[] {
  const found: Slip[] = [];
  for (const match of text.matchAll(/[,;:]/g)) {
    const before = neighbour(text, match.index, -1);
    const after = neighbour(text, match.index, 1);
    if (!isChinese(before) || !(after === '' || isChinese(after))) continue;
    if (chinese.test(before) || chinese.test(after)) found.push({ from: match.index, to: match.index + 1 });
  }
  return found;
}

/** Two marks in a row that cannot both be meant. */
const doubledMarks = (text: string): readonly Slip[] =>
  [...text.matchAll(/[，。、；：]\s{0,2}[，。、；：](?:[，。、；：]){0,8}/g)]
    .filter((match) => match[0] !== '。。。' && match[0] !== '。。。。。。')
    .map((match) => ({ from: match.index, to: match.index + match[0].length }));

function inPassage(passage: Passage): Finding[] {
  const text = /:\/\/|@|[Ww]{3}\./.test(passage.text)
    ? passage.text.replace(addresses, (address) => 'a'.repeat(address.length))
    : passage.text;
  const { halfWidth, unpaired } = brackets(text);
  const half = [...halfWidthMarks(text), ...halfWidth].sort((one, other) => one.from - other.from);
  const kinds = [
    { say: 'half-width', slips: half },
    { say: 'doubled', slips: doubledMarks(text) },
    { say: 'unpaired', slips: unpaired },
  ];
  return kinds.flatMap(({ say, slips }) => {
    const first = slips[0];
    if (!first) return [];
    const mark = text.slice(first.from, first.to);
    const args = { mark, right: fullWidth[mark] ?? '', count: slips.length };
    return [finding('text/punctuation', passagePlace(passage, first.from, first.to), args, { say })];
  });
}

/** Punctuation of Chinese text (GB/T 15834): one finding for each kind of slip in a paragraph, at the first. */
export const checkPunctuation = ({ report }: Subject): Finding[] => [...passages(report)].flatMap(inPassage);
