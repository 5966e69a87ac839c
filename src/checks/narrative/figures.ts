import { chineseNumber, decimalsOf, shifted } from './numerals.ts';
import { type Measure, unitAt } from './units.ts';

/** A number of the text with its unit. */
export interface Figure {
  /** The value as a decimal without 万 and separators; `13.6万` is `136000`, `82.35%` is `82.35`. */
  readonly decimal: string;
  readonly value: number;
  /** How far the number may be from what it stands for: half a unit of its last place in `13.6万`, else 0. */
  readonly tolerance: number;
  readonly unit: string;
  readonly measure: Measure;
  /** 余, 多, 约, 近, 左右 … stand with it. */
  readonly vague: boolean;
  /** Where number and unit stand in the text, `to` exclusive. */
  readonly from: number;
  readonly to: number;
}

/** Whether a number says a count: `1.2万` that is rounded to 12000 or cut off to it. */
export const isSaidBy = ({ value, tolerance }: Figure, count: number | undefined): boolean =>
  count !== undefined && (count === value || Math.abs(count - value) < 2 * tolerance);

const places: Readonly<Record<string, number>> = { 百: 2, 千: 3, 万: 4, 亿: 8, 百万: 6, 千万: 7 };
const chinese = /[零〇一二两三四五六七八九十百千万亿]+/y;
const arabic = /\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d{1,3}(?: \d{3})+(?! ?\d)(?:\.\d+)?|\d+(?:\.\d+)?/y;
const scale = /\s{0,2}(?:[百千]?万|[百千亿])/y;
/** What may begin a softening or a scale; nearly every number stands directly before its unit. */
const loosening = /[\s余多来几百千万亿]/;
const share = /百分之\s{0,2}/y;

/** What makes a numeral a name: 第一项, 统一, 〔2021〕30号, 0517-8722. */
const nameBefore = /(?:第|国令|[-—–.@/〔[#A-Za-z\d])\s?$/;
const vagueBefore = /(?:[约近逾超]|超过|突破|不少于|至少|大概)\s?$/;
const vagueAfter = /^\s?(?:左右|以上|上下|之多|余|多(?![次个种家项渠形方元媒样]))/;

/** Whether the words around a number soften it; what stands beside most numbers cannot. */
const isSoftened = (before: string, after: string): boolean =>
  (/[约近逾超过破于少概]\s?$/.test(before) && vagueBefore.test(before)) ||
  (/^[\s左以上之余多]/.test(after) && vagueAfter.test(after));

const oddBefore = /[统唯单同逐任某每另万专归合划如]$/;

const longestNumber = 15;

interface Numeral {
  readonly decimal: string;
  readonly decimals: number;
  readonly end: number;
  readonly words: boolean;
}

function numeralAt(text: string, original: string, at: number): Numeral | undefined {
  arabic.lastIndex = at;
  let typed = arabic.exec(text)?.[0];
  if (typed !== undefined) {
    // After folding a full-width comma looks like a separator of thousands, which it never is.
    if (original.slice(at, at + typed.length).includes('，')) typed = /^\d+/.exec(typed)?.[0] ?? typed;
    const decimal = typed.replaceAll(',', '').replaceAll(' ', '');
    if (decimal.length > longestNumber) return { decimal: '', decimals: 0, end: at + typed.length, words: false };
    return { decimal, decimals: decimalsOf(decimal), end: at + typed.length, words: false };
  }
  chinese.lastIndex = at;
  const written = chinese.exec(text)?.[0];
  if (written === undefined) return undefined;
  const value = written.length > longestNumber ? undefined : chineseNumber(written);
  return { decimal: value === undefined ? '' : String(value), decimals: 0, end: at + written.length, words: true };
}

const skipSpaces = (text: string, at: number): number => {
  let end = at;
  while (end < at + 3 && text.charAt(end) === ' ') end += 1;
  return end;
};

/** The number that begins here, or where to read on if there is none. */
function figureAt(text: string, original: string, start: number): Figure | number {
  share.lastIndex = start;
  const hundredth = text.startsWith('百', start) ? share.exec(text)?.[0] : undefined;
  const at = start + (hundredth?.length ?? 0);
  const numeral = numeralAt(text, original, at);
  if (!numeral) return start + 1;
  let end = numeral.end;
  const before = text.slice(Math.max(0, start - 4), start);
  if (numeral.decimal === '' || nameBefore.test(before)) return end;
  if (numeral.words && oddBefore.test(before) && !hundredth) return end;
  // 几十件, 数十件 are not ten.
  if (numeral.words && /[几数]$/.test(before) && /^[十百千万]+$/.test(text.slice(at, end))) return end;
  if (hundredth) return made(text, start, end, numeral, 0, { unit: '%', measure: 'percent' }, before, false);
  let vague = false;
  const softened = (): void => {
    const more = /^\s?[余多来几](?=\s?(?:[百千万亿]|[^\s\d]))/.exec(text.slice(end, end + 4))?.[0];
    if (more === undefined || (numeral.words && /^\s?来/.test(more))) return;
    vague = true;
    end += more.length;
  };
  const loose = loosening.test(text.charAt(end));
  if (loose) softened();
  scale.lastIndex = end;
  const scaled = loose ? scale.exec(text)?.[0] : undefined;
  const unitOfMoney = scaled !== undefined && text.startsWith('元', end + scaled.length);
  const shift = scaled === undefined || unitOfMoney ? 0 : (places[scaled.trim()] ?? 0);
  if (shift > 0) {
    end += scaled?.length ?? 0;
    softened();
  }
  const spaced = skipSpaces(text, end);
  const unit = unitAt(text, spaced);
  if (numeral.words && !countsInWords(text, start, numeral, unit ? spaced + unit.unit.length : -1)) return numeral.end;
  if (!unit) {
    return made(text, start, end, numeral, shift, { unit: '', measure: 'none' }, before, vague);
  }
  return made(text, start, spaced + unit.unit.length, numeral, shift, unit, before, vague);
}

/** What the tables count, as it stands behind its number: 两件政府信息公开申请. */
const counted = /^的?(?:行政)?(?:(?:政府)?信息公开|依申请|申请(?![人表书材])|复议|诉讼|规范性文件|许可|处罚|强制)/;

/**
 * 四个意识 and 一件事 count nothing: a small number in words counts only where its clause ends behind the unit, or where what
 * the tables count stands there; 没有一件申请 counts nothing.
 */
function countsInWords(text: string, start: number, numeral: Numeral, end: number): boolean {
  if (end < 0) return false;
  if (Number(numeral.decimal) > 10 || /^\s?(?:[,，、;。:!?()\n]|$)/.test(text.slice(end, end + 2))) return true;
  if (!/[件份宗起]$/.test(text.slice(start, end)) || !counted.test(text.slice(end, end + 8))) return false;
  return (
    numeral.decimal !== '1' ||
    /(?<![未没无][^,。;]{0,8})(?:[收接]到|受理|[仅只共结])[了过]?$/.test(text.slice(Math.max(0, start - 12), start))
  );
}

function made(
  text: string,
  from: number,
  to: number,
  numeral: Numeral,
  shift: number,
  unit: { readonly unit: string; readonly measure: Measure },
  before: string,
  softened: boolean,
): Figure {
  const decimal = shifted(numeral.decimal, shift);
  const vague = softened || isSoftened(before, text.slice(to, to + 4));
  const tolerance = shift > numeral.decimals && shift > 0 ? 10 ** (shift - numeral.decimals) / 2 : 0;
  return { decimal, value: Number(decimal), tolerance, unit: unit.unit, measure: unit.measure, vague, from, to };
}

/** Unit missing: a number that stands where one is due and is neither a year nor the number of something. */
function standsAlone(text: string, figure: Figure): boolean {
  const before = text.slice(Math.max(0, figure.from - 8), figure.from).trimEnd();
  const after = text
    .slice(figure.to, figure.to + 3)
    .trimStart()
    .charAt(0);
  if (after === ')' && /[\u4e00-\u9fff”》」]\($/.test(before)) return figure.value < 1990 || figure.value > 2100;
  if (!/[,,。;、!?)\n]/.test(after) && after !== '') return false;
  if (figure.value >= 1990 && figure.value < 2100) return false;
  return /[\u4e00-\u9fff]$/.test(before) && !/(?:电话|邮编|传真|号|编码|热线|手机|码|第|截至|截止)$/.test(before);
}

/** All numbers of a text that count, measure or share something, in order; dates, articles and telephone numbers are none. */
export function figuresOf(text: string, original: string): readonly Figure[] {
  const found: Figure[] = [];
  const start = /[\d零〇一二两三四五六七八九十百千万亿]/g;
  for (let match = start.exec(text); match; match = start.exec(text)) {
    const figure = figureAt(text, original, match.index);
    if (typeof figure === 'number') {
      start.lastIndex = Math.max(figure, match.index + 1);
      continue;
    }
    start.lastIndex = Math.max(figure.to, match.index + 1);
    if (figure.measure !== 'none' || standsAlone(text, figure)) found.push(figure);
  }
  return found;
}
