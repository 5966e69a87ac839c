import { decimalsOf } from './numerals.ts';
import { counts, type Part, type Run, sumTo } from './parts.ts';
import type { Statement } from './statements.ts';
import { familyOf } from './words.ts';

const furthestTotal = 12;
const carriesOver = /结转|转结|上年|上一年|去年|顺延/;

const totalGiven = (statement: Statement): boolean => counts(statement) && !/另|此外/.test(statement.clause);

/** A list that was read before: its parts lead to its total. */
interface Listed {
  readonly owner?: Statement;
  readonly parts: readonly Part[];
}

/** The earlier numbers that the parts may belong to, the nearest first. */
export function candidatesFor(
  statements: readonly Statement[],
  at: number,
  lists: readonly Listed[],
): readonly Statement[] {
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

/** The total of a list, with further numbers that the parts split together with it. */
export interface Owned {
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
    const unit = 10 ** -decimalsOf(share.decimal);
    return Math.abs(exact - share.value) <= Math.max(unit, exact * 0.02);
  }).length;

/** The total that a list belongs to: the one it makes, else the nearest of its own subject that can hold it. */
export function ownerOf(candidates: readonly Statement[], run: Run, ends: readonly number[]): Owned {
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
  // Where none can hold the parts, a total is likelier meant than one of its own parts.
  const fullest = near.reduce((best, one) => (one.figure.value > best.figure.value ? one : best), nearest);
  return { owner: holding ?? fullest, others: [] };
}
