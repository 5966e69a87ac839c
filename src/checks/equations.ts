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

/** The one change of this cell that mends every equation it stands in, if there is one. */
function mends(of: ReadonlyMap<Equation, number>): boolean {
  let change: number | undefined;
  for (const [equation, coefficient] of of) {
    if (coefficient === 0) continue;
    const needed = -residual(equation) / coefficient;
    if (needed === 0 || (change !== undefined && change !== needed)) return false;
    change = needed;
  }
  return change !== undefined;
}

/**
 * Names the fewest cells behind the violated equations. A cell is blamed when changing it alone would mend at least two
 * of them and break none; where several cells would do equally well, or none would, the equation speaks for itself.
 */
export function culprits(equations: readonly Equation[]): readonly Culprit[] {
  let open = equations.filter((equation) => residual(equation) !== 0);
  if (open.length === 0) return [];
  const cells = occurrences(equations);
  const found: Culprit[] = [];
  while (open.length > 0) {
    let best: Culprit = { equations: [] };
    let rivals = 0;
    for (const [cell, of] of cells) {
      const explained = [...of].filter(([, coefficient]) => coefficient !== 0).map(([equation]) => equation);
      if (explained.length < 2 || explained.length < best.equations.length) continue;
      if (!explained.every((equation) => open.includes(equation)) || !mends(of)) continue;
      if (explained.length > best.equations.length) {
        best = { cell, equations: explained };
        rivals = 1;
      } else if (explained.every((equation) => best.equations.includes(equation))) rivals += 1;
    }
    if (best.equations.length === 0) break;
    found.push(rivals === 1 ? best : { equations: best.equations });
    open = open.filter((equation) => !best.equations.includes(equation));
  }
  return [...found, ...open.map((equation) => ({ equations: [equation] }))];
}
