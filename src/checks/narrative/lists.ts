import { type Announcement, type Marker, markerIn } from './markers.ts';
import { candidatesFor, ownerOf } from './owner.ts';
import { counts, endsOf, type Part, runFrom, sumTo } from './parts.ts';
import type { Group, Statement } from './statements.ts';
import { isOpen, isRest } from './words.ts';

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
