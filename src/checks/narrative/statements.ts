import { type Figure, figuresOf } from './figures.ts';

/** A number with what is said of it: `收到申请` 12件, or `2件` 为网络申请. */
export interface Statement {
  readonly figure: Figure;
  /** Text between the number before and this one, brackets blanked; the whole beginning for the first. */
  readonly gap: string;
  /** The end of the gap that belongs to this number alone: from the last `，；。：` on. */
  readonly clause: string;
  /** Text behind the unit up to the next separator. */
  readonly tail: string;
  /** From the beginning of the sentence to the number, brackets blanked. */
  readonly lead: string;
  /** Count of sentences and of lines before it. */
  readonly sentence: number;
  readonly line: number;
  /** 占x%, as it stands behind the number. */
  readonly share: Figure | undefined;
  /** The bracket behind the number. */
  readonly inside: Group | undefined;
}

/** Whether a number is a year: 2021年 counts nothing. */
export const isYear = ({ figure: { unit, value } }: { readonly figure: Figure }): boolean =>
  unit.startsWith('年') && value > 1900 && value < 2100;

/** A share, rate or growth that is not the share of the number before it. */
export interface Rate {
  readonly figure: Figure;
  readonly gap: string;
  readonly lead: string;
  /** The statement before it, if there is one in its sentence. */
  readonly after: Statement | undefined;
  readonly sentence: number;
}

/** The numbers of a text or of a bracket on one level. */
export interface Group {
  readonly statements: readonly Statement[];
  readonly rates: readonly Rate[];
  /** Brackets that stand before a number and not behind one, with the statement that they lead to. */
  readonly before: readonly { readonly group: Group; readonly owner: Statement }[];
  /** The text with what stands in brackets blanked. */
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

const deepest = 6;
const sentenceEnd = /[。!?\n]/g;

interface Bracket {
  readonly from: number;
  readonly to: number;
}

/** The outermost brackets of a range, none of them across a line. */
function brackets(text: string, from: number, to: number): readonly Bracket[] {
  const found: Bracket[] = [];
  let open = 0;
  let start = text.indexOf('(', from);
  if (start < 0) return found;
  for (let at = start; at < to; at += 1) {
    const character = text.charAt(at);
    if (character === '\n') open = 0;
    else if (character === '(') {
      if (open === 0) start = at;
      open += 1;
    } else if (character === ')' && open > 0) {
      open -= 1;
      if (open === 0) found.push({ from: start, to: at + 1 });
    }
  }
  return found;
}

/** `门户网站(108条)、公开栏(35条)`: a bracket that holds nothing but the number of what stands before it, and no numbering. */
const holdsItsNumber = /^[\u4e00-\u9fff”》」 ]\((?:共|计|共计)?\s?[\d,. ]{1,12}[万余多]{0,2}\s?\S{0,2}\)$/;

const isOwnNumber = (text: string, { from, to }: Bracket): boolean => {
  // Most brackets begin with words.
  if (!/[共计\s\d,.]/.test(text.charAt(from + 1))) return false;
  return holdsItsNumber.test(text.slice(Math.max(0, from - 1), Math.min(to, from + 24)));
};

const isShare = (gap: string): boolean =>
  /^[\s,、(]*(?:约|均)?(?:占(?:比)?|比重|比例|所占)[^,。;、]{0,16}$/.test(gap) || /^[\s,、(]{0,3}$/.test(gap);

const separators = new Set(',;。:!?\n');

function lastSeparator(text: string): number {
  for (let at = text.length - 1; at >= 0; at -= 1) if (separators.has(text.charAt(at))) return at + 1;
  return 0;
}

const ends = new Set(',，、;。:!?()\n');

function tailAt(text: string, from: number): string {
  let end = from;
  while (end < text.length && end - from < 40 && !ends.has(text.charAt(end))) end += 1;
  return text.slice(from, end).trim();
}

/** A number whose share is still looked for. */
type Draft = { -readonly [key in keyof Statement]: Statement[key] };

/** The range with its brackets blanked; of a bracket that is not kept only the marks themselves. */
function blanked(
  text: string,
  from: number,
  to: number,
  spans: readonly Bracket[],
  kept: ReadonlySet<Bracket>,
): string {
  const parts: string[] = [];
  let at = from;
  for (const span of spans) {
    const inner = kept.has(span) ? ' '.repeat(span.to - span.from - 2) : text.slice(span.from + 1, span.to - 1);
    parts.push(text.slice(at, span.from), ' ', inner, ' ');
    at = span.to;
  }
  return [...parts, text.slice(at, to)].join('');
}

/** The figures outside all spans, and those within each. */
function shared(
  figures: readonly Figure[],
  spans: readonly Bracket[],
): { readonly own: readonly Figure[]; readonly held: readonly (readonly Figure[])[] } {
  const own: Figure[] = [];
  const held: Figure[][] = spans.map(() => []);
  let index = 0;
  for (const figure of figures) {
    while (index < spans.length && (spans[index]?.to ?? 0) <= figure.from) index += 1;
    const span = spans[index];
    if (span && figure.from > span.from) held[index]?.push(figure);
    else own.push(figure);
  }
  return { own, held };
}

const skipSpaces = (text: string, from: number): number => {
  let at = from;
  while (text.charAt(at) === ' ') at += 1;
  return at;
};

/** Longest text before a number that is looked at. */
const longestGap = 300;

/** Reads the numbers of a range: shares go to their numbers, brackets to the number they stand behind. */
function groupOf(text: string, figures: readonly Figure[], from: number, to: number, depth: number): Group {
  const spans = depth < deepest ? brackets(text, from, to) : [];
  const kept = spans.filter((span) => !isOwnNumber(text, span));
  const plain = blanked(text, from, to, spans, new Set(kept));
  const { own, held } = shared(figures, kept);
  const children = new Map(
    kept.map((span, index) => [span, groupOf(text, held[index] ?? [], span.from + 1, span.to - 1, depth + 1)] as const),
  );
  const byStart = new Map(kept.map((span) => [span.from, span]));
  const statements: Draft[] = [];
  const rates: Rate[] = [];
  /** Brackets without a number of their own: they may hold the share of what they stand behind. */
  const sharing = new Map<Draft, Group>();
  let end = from;
  let sentence = 0;
  let line = 0;
  let sentenceFrom = from;
  const sentenceEnds = plain.matchAll(sentenceEnd);
  let ended = sentenceEnds.next().value;
  for (const figure of own) {
    for (; ended && from + ended.index < figure.from; ended = sentenceEnds.next().value) {
      sentence += 1;
      sentenceFrom = from + ended.index + 1;
      if (ended[0] === '\n') line += 1;
    }
    const gap = plain.slice(Math.max(end, figure.from - longestGap) - from, figure.from - from);
    const lead = plain.slice(Math.max(sentenceFrom, figure.from - longestGap) - from, figure.from - from);
    const last = statements.at(-1);
    if (figure.measure === 'percent' || figure.measure === 'points') {
      if (last && !last.share && figure.measure === 'percent' && last.figure.to === end && isShare(gap))
        last.share = figure;
      else rates.push({ figure, gap, lead, after: last?.sentence === sentence ? last : undefined, sentence });
    } else {
      const span = byStart.get(skipSpaces(text, figure.to));
      const inside = span && children.get(span);
      const counted = inside && inside.statements.length > 0;
      const clause = gap.slice(lastSeparator(gap));
      const tail = tailAt(plain, figure.to - from);
      const statement: Draft = {
        figure,
        gap,
        clause,
        tail,
        lead,
        sentence,
        line,
        share: undefined,
        inside: counted ? inside : undefined,
      };
      statements.push(statement);
      if (inside && !counted) sharing.set(statement, inside);
      if (inside?.statements.every(isYear))
        for (const rate of inside.rates)
          rates.push({ figure: rate.figure, gap: rate.lead, lead, after: statement, sentence });
    }
    end = figure.to;
  }
  for (const [statement, { rates: inner }] of sharing)
    if (inner[0] && isShare(inner[0].gap)) statement.share ??= inner[0].figure;
  const attached = new Set(statements.map((statement) => statement.inside));
  let next = 0;
  const before = kept.flatMap((span) => {
    const group = children.get(span);
    while ((statements[next]?.figure.from ?? to) < span.to && next < statements.length) next += 1;
    const owner = statements[next];
    if (!group || !owner || attached.has(group) || group.statements.length === 0) return [];
    const between = plain.slice(span.to - from, Math.min(owner.figure.from, span.to + 40) - from);
    return between.length < 40 && !/[,;。:、\n]/.test(between) ? [{ group, owner }] : [];
  });
  return { statements, rates, before, text: plain, from, to };
}

/** The numbers of a readable text with what is said of them; `original` has the same offsets. */
export const statementsOf = (text: string, original: string): Group =>
  groupOf(text, figuresOf(text, original), 0, text.length, 0);
