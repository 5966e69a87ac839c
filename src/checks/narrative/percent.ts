import { type Finding, finding, type Note } from '../../finding.ts';
import type { Figure } from './figures.ts';
import type { PartList } from './lists.ts';
import { decimalsOf } from './numerals.ts';
import type { Part } from './parts.ts';
import type { Stretch } from './stretch.ts';

const scaled = (figure: Figure, places: number): bigint => {
  const [whole = '0', fraction = ''] = figure.decimal.split('.');
  return BigInt(whole + fraction.padEnd(places, '0'));
};

/** Twice the distance between a part's true share and the printed one, in units of the last printed place times the total. */
function distance(part: bigint, total: bigint, share: Figure): bigint {
  const places = decimalsOf(share.decimal);
  const off = part * 10n ** BigInt(places + 2) - scaled(share, places) * total;
  return (off < 0n ? -off : off) * 2n;
}

/** part / total in per cent to so many decimals, rounded half up. */
function percentOf(part: bigint, total: bigint, places: number): string {
  const share = (part * 10n ** BigInt(places + 2) * 2n + total) / (total * 2n);
  const digits = String(share).padStart(places + 1, '0');
  return places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`.replace(/\.?0+$/, '');
}

const isWhole = (figure: Figure): boolean => /^\d{1,15}$/.test(figure.decimal);

/** Whether a printed share is its part of one of the totals, rounded to the places printed. */
const isShareOf = (part: Figure, totals: readonly number[], share: Figure): boolean =>
  !isWhole(part) ||
  totals.some((total) => {
    if (total <= 0) return part.value === 0;
    const of = BigInt(Math.round(total));
    return distance(BigInt(part.decimal), of, share) <= of;
  });

interface Wrong {
  readonly part: Part;
  readonly share: Figure;
}

function noteOf({ part, share }: Wrong, total: bigint): Note {
  const { decimal } = part.statement.figure;
  const computed = percentOf(BigInt(decimal), total, decimalsOf(share.decimal) || 1);
  return {
    say: 'share',
    args: { name: part.name, part: decimal, total: String(total), computed, reported: share.decimal },
  };
}

/** What kind of slip all wrong shares have in common. */
function slip(wrong: readonly Wrong[], total: bigint): Note | undefined {
  const off = (share: Figure, part: Figure, factor: bigint): boolean => {
    const places = decimalsOf(share.decimal);
    return scaled(share, places) === (BigInt(part.decimal) * 10n ** BigInt(places + 2)) / total / factor;
  };
  if (wrong.every(({ part, share }) => off(share, part.statement.figure, 1n))) return { say: 'cut', args: {} };
  const hundredth = (share: Figure, part: Figure): boolean =>
    share.value > 0 && Math.abs(part.value / Number(total) - share.value) <= 0.51 * 10 ** -decimalsOf(share.decimal);
  if (wrong.some(({ part, share }) => hundredth(share, part.statement.figure))) return { say: 'fraction', args: {} };
  return undefined;
}

/** 占x% of the parts of a list against its total: `narrative/percent`. */
function ofList(list: PartList, { place }: Stretch, earlier: readonly number[]): readonly Finding[] {
  const { owner, others } = list;
  if (!owner || owner.figure.vague || owner.figure.tolerance > 0) return [];
  const stated = owner.figure.value + others.reduce((sum, { figure }) => sum + figure.value, 0);
  const sum = list.parts.reduce((running, { statement }) => running + statement.figure.value, 0);
  const shared = list.parts.flatMap((part) => (part.statement.share ? [{ part, share: part.statement.share }] : []));
  const totals = [stated, owner.figure.value, sum, ...earlier];
  const wrong = shared.filter(
    ({ part: { statement }, share }) =>
      !statement.figure.vague &&
      !share.vague &&
      statement.figure.tolerance === 0 &&
      !isShareOf(statement.figure, totals, share),
  );
  const first = wrong[0];
  if (!first || stated <= 0) return [];
  const total = BigInt(stated);
  const places = Math.max(...shared.map(({ share }) => decimalsOf(share.decimal)));
  const hundred =
    shared.reduce((running, { share }) => running + scaled(share, places), 0n) === 10n ** BigInt(places + 2);
  // Where shares are made to fill a hundred, the last place of some is moved by one.
  const moved = wrong.every(
    ({ part, share }) => distance(BigInt(part.statement.figure.decimal), total, share) <= 3n * total,
  );
  if (hundred && moved && shared.length === list.parts.length) return [];
  const { figure } = first.part.statement;
  const computed = percentOf(BigInt(figure.decimal), total, decimalsOf(first.share.decimal) || 1);
  const common = slip(wrong, total);
  return [
    finding(
      'narrative/percent',
      place(first.share.from, first.share.to),
      {
        name: first.part.name,
        part: figure.decimal,
        total: stated,
        computed,
        reported: first.share.decimal,
        ...(wrong.length > 1 ? { count: wrong.length } : {}),
      },
      {
        say: wrong.length > 1 ? 'several' : 'default',
        values: { reported: first.share.decimal, computed },
        notes: [...wrong.slice(1, 20).map((one) => noteOf(one, total)), ...(common ? [common] : [])],
      },
    ),
  ];
}

/** Lists on either side whose totals a share may mean instead. */
const nearLists = 6;

/** Shares against parts and totals: rounded to the places printed, not cut off. */
export function checkPercent(stretch: Stretch): readonly Finding[] {
  return stretch.lists.flatMap((list, index) => {
    const { owner } = list;
    const near = stretch.lists
      .slice(Math.max(0, index - nearLists), index + nearLists)
      .flatMap(({ owner: other }) =>
        other && owner && other !== owner && other.line === owner.line && Math.abs(other.sentence - owner.sentence) <= 1
          ? [other.figure.value]
          : [],
      );
    return ofList(list, stretch, near);
  });
}
