import type { Relation } from '../forms/form.ts';

/** Why the totals of a form cannot be added up; the name of a sentence of `shape/choice`. */
export type TotalsFault = 'own-part' | 'repeated-part' | 'many-parts';

/** Numbers that a total comes to at most when each total among its parts is taken apart in turn. */
const mostParts = 2000;
/** Totals within totals. */
const deepest = 50;

/**
 * What is wrong with each relation of a form, in their order, undefined where nothing is: a total that is a part of
 * itself, be it through others, a part named twice, and totals that are taken apart into more numbers than any table has.
 */
export function totalsFaults(relations: readonly (Relation | undefined)[]): readonly (TotalsFault | undefined)[] {
  const parts = new Map<string, readonly string[]>();
  for (const relation of relations)
    if (relation?.kind === 'identity')
      for (const whole of relation.left) parts.set(whole, [...(parts.get(whole) ?? []), ...relation.right]);
  const sizes = new Map<string, number>();
  const size = (name: string, above: readonly string[]): number => {
    const known = sizes.get(name);
    if (known !== undefined) return known;
    const below = parts.get(name);
    if (!below) return 1;
    if (above.includes(name) || above.length > deepest) return Number.POSITIVE_INFINITY;
    let sum = 0;
    for (const part of below) if (sum <= mostParts) sum += size(part, [...above, name]);
    sizes.set(name, sum);
    return sum;
  };
  const isOwnPart = (whole: string): boolean => {
    const seen = new Set<string>();
    const waiting = [...(parts.get(whole) ?? [])];
    for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
      if (name === whole) return true;
      if (seen.has(name)) continue;
      seen.add(name);
      waiting.push(...(parts.get(name) ?? []));
    }
    return false;
  };
  return relations.map((relation) => {
    const [whole] = relation?.kind === 'identity' ? relation.left : [];
    if (relation?.kind !== 'identity' || whole === undefined) return undefined;
    if (new Set(relation.right).size < relation.right.length) return 'repeated-part';
    if (isOwnPart(whole)) return 'own-part';
    return size(whole, []) > mostParts ? 'many-parts' : undefined;
  });
}
