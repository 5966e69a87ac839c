import { type Announcement, type Marker, markerIn } from './markers.ts';
import type { Group, Statement } from './statements.ts';
import { familyOf, isGrowth, isOpen, isRest, isVisit, nameOf } from './words.ts';

/** One part of a list with its name. */
export interface Part {
  readonly statement: Statement;
  readonly name: string;
  /** Its own words, marks included. */
  readonly label: string;
}

/** A total and its parts as the text lists them. */
export interface PartList {
  /** `bracket` stands in brackets behind its total; `shares` has no word that opens it, only 占x% on its parts. */
  readonly announcement: Announcement | 'bracket' | 'shares';
  /** The stated total; missing where the text names none. */
  readonly owner?: Statement;
  /** Further numbers that the parts may split together with the total: 上年结转1件. */
  readonly others: readonly Statement[];
  /** Whether nothing but the opening word stands between total and parts. */
  readonly direct: boolean;
  readonly parts: readonly Part[];
  /** Counts of parts behind which the list may end, the most likely first. */
  readonly ends: readonly number[];
  /** 等, 主要 … somewhere in the list or behind it. */
  readonly open: boolean;
  /** A part follows that has no number. */
  readonly cutOff: boolean;
}

const longestList = 200;
const furthestTotal = 12;

const starts =
  /上年|结转|同时|此外|另外|另有|还有|截至|截止|今年|全年|本年|年内|年度|累计|合计|总计|\d年|收到|接收|开展|召开|举办|参加|参与|组织|制作|新建|开设|接待|解决|办理\d|编制|关停|我[局委办镇乡街县市区厅院]|共(?!有|享|产|青|资源|文化|服务)/;
const otherMatter = /结转|办结|复议|诉讼|起诉|受理|收到/;
const verbs =
  /收到|受理|召开|举办|开展|组织|制作|通过|我[局委办镇乡街县市区厅院]|全[年市县区镇乡]|本[年级局]|共[公发收有受主]|截至|公开了|发布了/;

/** Whether a number can be a part or a total at all. */
export const counts = ({ figure, clause }: Statement): boolean =>
  (figure.measure === 'item' || figure.measure === 'event' || figure.measure === 'none') &&
  !isGrowth(clause) &&
  !isVisit(clause);

const numbered = /^\s*(?:\(?\d{1,2}[).、]|[①-⑳]|[一二三四五六七八九十]{1,2}是)/;
const afterSentence = (gap: string): string => gap.slice(Math.max(gap.lastIndexOf('。'), gap.lastIndexOf('\n')) + 1);

const labelOf = (statement: Statement, from = 0): string => {
  const label = statement.gap.slice(from).trim();
  return nameOf(label) === '' ? statement.tail : label;
};

const partOf = (statement: Statement, from = 0): Part => {
  const label = labelOf(statement, from);
  return { statement, label, name: nameOf(label) };
};

const sharesTo = (parts: readonly Part[]): number =>
  parts.reduce((sum, { statement }) => sum + (statement.share?.value ?? 0), 0);

/** Whether the list goes on past a sentence's end: numbered parts, parts with shares, or bare names. */
function goesOn(statement: Statement, parts: readonly Part[], opened: string): 'firmly' | 'perhaps' | undefined {
  const text = afterSentence(statement.gap);
  const first = parts[0];
  if (!first) return undefined;
  const numbers = numbered.test(opened) && numbered.test(text);
  if (numbers) return 'firmly';
  if (/\n/.test(statement.gap) && !/[:;,、]\s*\n\s*[^\n]*$/.test(statement.gap)) return undefined;
  if (statement.share && parts.every(({ statement }) => statement.share))
    return sharesTo(parts) < 99 ? 'firmly' : undefined;
  if (starts.test(text) || verbs.test(text) || markerIn(statement.gap)) return undefined;
  const name = nameOf(text);
  return name.length > 0 && name.length <= 14 && first.statement.figure.unit === statement.figure.unit
    ? 'perhaps'
    : undefined;
}

interface Run {
  readonly parts: Part[];
  /** Where the list may end before its last part, in order. */
  readonly soft: number[];
  readonly next: number;
  readonly text: string;
}

/** Collects the parts from a statement on, up to where they surely end. */
function runFrom(statements: readonly Statement[], from: number, marker: Marker | undefined): Run {
  const parts: Part[] = [];
  const soft: number[] = [];
  const texts: string[] = [];
  let semicolons = false;
  let opened = '';
  let at = from;
  for (; at < statements.length && parts.length < longestList; at += 1) {
    const statement = statements[at];
    if (!statement) break;
    const first = at === from;
    const gap = first ? statement.gap.slice(marker?.to ?? 0) : statement.gap;
    if (first) opened = gap.replace(/^[\s:,]+/, '');
    else {
      if (/[。!?\n]/.test(gap)) {
        const onward = goesOn(statement, parts, opened);
        if (!onward) break;
        if (onward === 'perhaps') soft.push(parts.length);
      }
      if (markerIn(gap)) break;
      if (gap.includes(';')) {
        if (otherMatter.test(statement.clause) && !parts.some(({ label }) => otherMatter.test(label))) break;
        if (!semicolons && parts.length > 1) soft.push(parts.length);
        if (parts.length <= 1) semicolons = true;
      }
    }
    if (!counts(statement)) {
      if (!first && !isGrowth(statement.clause)) soft.push(parts.length);
      continue;
    }
    const own = first ? gap : afterSentence(gap);
    const last = parts.at(-1);
    if (last && (starts.test(own) || (isRest(last.name) && /公开|发布|推送|通过/.test(own)))) soft.push(parts.length);
    parts.push(partOf(statement, first ? (marker?.to ?? 0) : 0));
    texts.push(first ? own.slice(own.lastIndexOf('…') + 1) : own, statement.tail);
  }
  return {
    parts,
    soft: [...new Set(soft)].filter((end) => end > 0 && end < parts.length),
    next: at,
    text: texts.join(' '),
  };
}

/** Where the list ends: behind 其他…, else before the first place where something else may begin. */
function endsOf(run: Run): readonly number[] {
  const all = [...run.soft, run.parts.length];
  const resting = all.filter((end) => isRest(run.parts[end - 1]?.name ?? ''));
  return [...new Set([...resting, ...all])];
}

const sumTo = (parts: readonly Part[], end: number): number =>
  parts.slice(0, end).reduce((sum, { statement }) => sum + statement.figure.value, 0);

const carriesOver = /结转|转结|上年|上一年|去年|顺延/;

const totalGiven = (statement: Statement): boolean => counts(statement) && !/另|此外/.test(statement.clause);

/** The earlier numbers that the parts may belong to, the nearest first. */
function candidatesFor(statements: readonly Statement[], at: number, lists: readonly PartList[]): readonly Statement[] {
  const here = statements[at];
  if (!here) return [];
  // A list has a part at least, so that no earlier one reaches this far.
  const near = lists.slice(-furthestTotal);
  const owners = new Map(
    near.flatMap((list) => (list.owner ? list.parts.map(({ statement }) => [statement, list.owner] as const) : [])),
  );
  const found: Statement[] = [];
  for (let index = at - 1; index >= 0 && at - index <= furthestTotal; index -= 1) {
    const earlier = statements[index];
    if (!earlier || here.sentence - earlier.sentence > 3) break;
    if (earlier.line !== here.line && !/[:;,]\s*\n/.test(statements[index + 1]?.gap ?? '')) break;
    if (totalGiven(earlier)) found.push(earlier);
    const owner = owners.get(earlier);
    if (owner && !found.includes(owner)) found.push(owner);
  }
  return found;
}

interface Owned {
  readonly owner?: Statement;
  readonly others: readonly Statement[];
}

/** 收到9件，上年结转1件，其中…: the parts split both. */
function together(candidates: readonly Statement[]): Owned | undefined {
  const [near, next] = candidates;
  if (!near || !next || !carriesOver.test(near.clause)) return undefined;
  return { owner: next, others: [near] };
}

/** 建议30件、提案20件，其中…: numbers set side by side are split together. */
function abreast(candidates: readonly Statement[]): Owned | undefined {
  const [near, ...earlier] = candidates;
  if (!near || !/^\s?[、和及与]/.test(near.gap)) return undefined;
  const others: Statement[] = [near];
  for (const one of earlier) {
    others.push(one);
    if (!/^\s?[、和及与]/.test(one.gap)) break;
  }
  const owner = others.pop();
  return owner && others.length > 0 ? { owner, others } : undefined;
}

const fits = (owned: Owned, run: Run, ends: readonly number[]): boolean => {
  const total =
    (owned.owner?.figure.value ?? Number.NaN) + owned.others.reduce((sum, one) => sum + one.figure.value, 0);
  return ends.some((end) => sumTo(run.parts, end) === total);
};

const sharesFit = (owner: Statement, parts: readonly Part[]): number =>
  parts.filter(({ statement: { figure, share } }) => {
    if (!share || owner.figure.value === 0) return false;
    const exact = (figure.value / owner.figure.value) * 100;
    const unit = 10 ** -(share.decimal.split('.')[1]?.length ?? 0);
    return Math.abs(exact - share.value) <= Math.max(unit, exact * 0.02);
  }).length;

/** The total that a list belongs to: the one it makes, else the nearest of its own subject that can hold it. */
function ownerOf(candidates: readonly Statement[], run: Run, ends: readonly number[]): Owned {
  const nearest = candidates[0];
  if (!nearest) return { others: [] };
  const near = candidates.filter(
    (candidate) => nearest.sentence - candidate.sentence <= 1 || candidate.figure.value >= nearest.figure.value,
  );
  const both = together(candidates);
  const row = abreast(candidates);
  const readings: Owned[] = [
    ...(both ? [both] : []),
    ...near.map((owner) => ({ owner, others: [] })),
    ...(row ? [row] : []),
  ];
  const exact = readings.find((reading) => fits(reading, run, ends));
  if (exact) return exact;
  if (both) return both;
  const end = ends[0] ?? run.parts.length;
  const parts = run.parts.slice(0, end);
  const best = near.reduce<{ owner: Statement; count: number } | undefined>((found, owner) => {
    const count = sharesFit(owner, parts);
    return count * 2 > parts.length && count > (found?.count ?? 0) ? { owner, count } : found;
  }, undefined);
  if (best) return { owner: best.owner, others: [] };
  const family = familyOf(parts.map(({ label }) => label).join(' '));
  const largest = Math.max(...parts.map(({ statement }) => statement.figure.value));
  const holds = (candidate: Statement): boolean => {
    const own = familyOf(candidate.clause) ?? familyOf(candidate.lead);
    if ((family === 'review' || own === 'review') && family !== own && family !== undefined) return false;
    if (family === 'requests' && own === 'disclosure' && !/申请/.test(candidate.lead)) return false;
    return candidate.figure.value >= largest;
  };
  const holding = near.find(holds);
  if (!holding && row) return { others: [] };
  return { owner: holding ?? nearest, others: [] };
}

function listFrom(
  statements: readonly Statement[],
  at: number,
  marker: Marker | undefined,
  lists: readonly PartList[],
  text: string,
  from: number,
): { readonly list: PartList; readonly next: number } | undefined {
  const run = runFrom(statements, at, marker);
  const here = statements[at];
  if (run.parts.length === 0 || !here) return undefined;
  const ends = endsOf(run);
  const lead = marker?.lead.trim() ?? '';
  // 共主动公开条，其中：the number of the total is lost.
  const lost =
    /[^\d\s万余多来][条件篇份宗项][,:;]?$/.test(lead) &&
    /(?:公开|发布|信息|申请|收到|共|数)[条件篇份宗项][,:;]?$/.test(lead);
  const owned = lost ? { others: [] } : ownerOf(candidatesFor(statements, at, lists), run, ends);
  const previous = statements[at - 1];
  const behindTotal = previous?.share?.to ?? previous?.figure.to ?? from;
  const opening = here.figure.from - here.gap.length + (marker?.lead.length ?? 0);
  const between = text.slice(behindTotal - from, Math.max(behindTotal, opening) - from);
  const direct = owned.owner === previous && /^\S{0,4}[\s,;:。(]*$/.test(between.trim());
  const last = run.parts.at(-1)?.statement;
  const behind = last ? text.slice(last.figure.to - from, last.figure.to - from + 60) : '';
  return {
    next: run.next,
    list: {
      announcement: marker?.announcement ?? 'shares',
      ...owned,
      direct,
      parts: run.parts,
      ends,
      open: isOpen(run.text) || /^[^,;。!?\n]{0,2}等/.test(behind),
      cutOff: run.text.includes('…') || missingPart(behind),
    },
  };
}

/** `。公告栏：在镇内…` behind a list of channels, or a text that breaks off in the middle of a part. */
const missingPart = (behind: string): boolean =>
  /^[^。;\n]{0,40}[。;]\s*[\u4e00-\u9fff、]{2,12}:/.test(behind) ||
  /^[,，、][\u4e00-\u9fff“”]{1,20}$/.test(behind.trimEnd());

/** A run of numbers that all carry their share, though no word opens it. */
const opensShares = (statements: readonly Statement[], at: number): boolean => {
  const [one, two] = [statements[at], statements[at + 1]];
  return Boolean(one?.share && two?.share && counts(one) && counts(two) && !/[。\n]/.test(two.gap));
};

/** A list inside a list takes the parts that make its own total and hands the others back to the list around it. */
function nested(outer: PartList, inner: PartList): readonly [PartList, PartList] | undefined {
  const parent = outer.parts.at(-1);
  if (!parent || !inner.owner || inner.parts.length < 2) return undefined;
  const room = (outer.owner?.figure.value ?? 0) + outer.others.reduce((sum, one) => sum + one.figure.value, 0);
  const used = sumTo(outer.parts, outer.parts.length);
  const all = sumTo(inner.parts, inner.parts.length);
  for (let count = 1; count < inner.parts.length; count += 1) {
    const own = sumTo(inner.parts, count);
    const back = inner.parts.slice(count);
    const makesItsOwn = own === parent.statement.figure.value;
    const fillsOuter = outer.owner !== undefined && used + all - own === room && own <= parent.statement.figure.value;
    const resting =
      outer.announcement === 'whole' || isRest(back.at(-1)?.name ?? '') || all > parent.statement.figure.value;
    if (!makesItsOwn && !(fillsOuter && resting)) continue;
    const parts = [...outer.parts, ...back];
    return [
      { ...outer, parts, ends: [parts.length], open: outer.open || inner.open, cutOff: inner.cutOff },
      { ...inner, owner: parent.statement, others: [], parts: inner.parts.slice(0, count), ends: [count] },
    ];
  }
  return undefined;
}

/** The lists of parts of a text, those in brackets included, in the order in which they begin. */
export function listsOf(group: Group, owner?: Statement): readonly PartList[] {
  const lists: PartList[] = [];
  const { statements } = group;
  for (let at = 0; at < statements.length; ) {
    const here = statements[at];
    const marker = here && markerIn(here.gap);
    const bracket = at === 0 && owner !== undefined;
    const made =
      here && (marker || (bracket && statements.length > 1) || opensShares(statements, at))
        ? listFrom(statements, at, marker, lists, group.text, group.from)
        : undefined;
    if (!made) {
      at += 1;
      continue;
    }
    const list: PartList =
      bracket && !made.list.owner
        ? { ...made.list, owner, direct: true, announcement: marker?.announcement ?? 'bracket' }
        : made.list;
    const outer = lists.at(-1);
    const touches = outer?.parts.at(-1)?.statement === statements[at - 1] && !/[。;\n]/.test(here?.gap ?? '。');
    const split = outer && touches ? nested(outer, list) : undefined;
    if (split) lists.splice(-1, 1, ...split);
    else lists.push(list);
    at = Math.max(made.next, at + 1);
  }
  const within = statements.flatMap((statement) => (statement.inside ? listsOf(statement.inside, statement) : []));
  const leading = group.before.flatMap((one) => listsOf(one.group, one.owner));
  return [...lists, ...within, ...leading];
}
