import type { Identity } from '../forms/form.ts';

/** A cell in an equation with the side it stands on. */
export interface Term {
  readonly key: string;
  readonly sign: 1 | -1;
  readonly value: number;
}

/** Σ sign × value = 0, for one line or column (`of`); `anchor` is the cell a violation is reported at. */
export interface Equation {
  readonly code: Identity['code'];
  readonly of: string;
  readonly anchor: string;
  readonly terms: readonly Term[];
}

/** What explains one or more violated equations: one cell, or without a cell the equation's own anchor. */
export interface Culprit {
  readonly cell?: string;
  readonly equations: readonly Equation[];
}

/** By how much an equation is off. */
export const residual = (equation: Equation): number =>
  equation.terms.reduce((sum, term) => sum + term.sign * term.value, 0);

/** By cell: the equations it stands in and its coefficient there (0 where it stands on both sides). */
function occurrences(equations: readonly Equation[]): ReadonlyMap<string, ReadonlyMap<Equation, number>> {
  const found = new Map<string, Map<Equation, number>>();
  for (const equation of equations)
    for (const term of equation.terms) {
      const of = found.get(term.key) ?? new Map<Equation, number>();
      of.set(equation, (of.get(equation) ?? 0) + term.sign);
      found.set(term.key, of);
    }
  return found;
}

/** Whether one change of a cell mends all of these equations; `coefficients` are the cell's own in them. */
function mends(coefficients: ReadonlyMap<Equation, number>, equations: readonly Equation[]): boolean {
  const changes = equations.map((equation) => -residual(equation) / (coefficients.get(equation) ?? 1));
  return changes.every((change) => change !== 0 && change === changes[0]);
}

/** The cell that explains most of the open equations; `strict`: changing it may break no other. */
function likeliest(
  cells: ReadonlyMap<string, ReadonlyMap<Equation, number>>,
  open: readonly Equation[],
  strict: boolean,
): Culprit | undefined {
  let best: Culprit | undefined;
  let rivals = 0;
  for (const [cell, coefficients] of cells) {
    const all = [...coefficients].filter(([, coefficient]) => coefficient !== 0).map(([equation]) => equation);
    const explained = all.filter((equation) => open.includes(equation));
    if (explained.length < 2 || (strict && explained.length < all.length) || !mends(coefficients, explained)) continue;
    if (!best || explained.length > best.equations.length) {
      best = { cell, equations: explained };
      rivals = 1;
    } else if (explained.length === best.equations.length) {
      const { equations } = best;
      if (explained.every((equation) => equations.includes(equation))) rivals += 1;
    }
  }
  return best && rivals > 1 ? { equations: best.equations } : best;
}

/**
 * Names the fewest cells behind the violated equations. A cell is blamed when changing it alone would mend at least two
 * of them: first where that breaks none, then where it breaks one that two wrong cells together had kept. Where several
 * cells would do equally well, or none would, the equation speaks for itself.
 */
export function culprits(equations: readonly Equation[]): readonly Culprit[] {
  let open = equations.filter((equation) => residual(equation) !== 0);
  if (open.length === 0) return [];
  const cells = occurrences(equations);
  const found: Culprit[] = [];
  for (const strict of [true, false])
    for (let next = likeliest(cells, open, strict); next; next = likeliest(cells, open, strict)) {
      const { equations: explained } = next;
      found.push(next);
      open = open.filter((equation) => !explained.includes(equation));
    }
  return [...found, ...open.map((equation) => ({ equations: [equation] }))];
}
