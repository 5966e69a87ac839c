import type { Args, Note } from '../finding.ts';
import type { Form } from '../forms/form.ts';
import { cellKey, type Leaf, leaves } from '../forms/walk.ts';
import type { Equation, Term } from './equations.ts';

/** The name of a line as a clerk knows it: the keys from its group down. */
export const lineName = (leaf: Leaf): string => leaf.path.join(' · ');

/** What a cell is called by its place in the table. */
export interface Names {
  readonly line: string;
  readonly column: string;
}

/** What each cell is called, by its key. */
export function cellNames(form: Form): ReadonlyMap<string, Names> {
  const names = new Map<string, Names>();
  for (const leaf of leaves(form))
    for (const column of leaf.block.columns)
      names.set(cellKey(form, leaf.path, column), { line: lineName(leaf), column: column.key });
  return names;
}

/** Whether the cells of one side differ in their line, and in their column: that is what tells them apart. */
const differences = (names: ReadonlyMap<string, Names>, side: readonly Term[]) => ({
  lines: new Set(side.map((term) => names.get(term.key)?.line)).size > 1,
  columns: new Set(side.map((term) => names.get(term.key)?.column)).size > 1,
});

const termName = (
  names: ReadonlyMap<string, Names>,
  term: Term,
  { lines, columns }: ReturnType<typeof differences>,
) => {
  const { line, column } = names.get(term.key) ?? { line: '', column: '' };
  // The only column of an extension table has no name.
  if (column === '') return line;
  return lines && columns ? `${line} · ${column}` : lines ? line : column;
};

const sumText = (names: ReadonlyMap<string, Names>, equation: Equation, sign: 1 | -1): string => {
  const side = equation.terms.filter((term) => term.sign === sign);
  const shown = side.filter((term) => term.value !== 0 || side.length <= 4);
  const by = differences(names, side);
  const parts = (shown.length > 0 ? shown : side.slice(0, 1)).map(
    (term) => `${termName(names, term, by)}${term.value}`,
  );
  return parts.join(' + ');
};

/** The sum of the cells on one side. */
export const sideSum = (equation: Equation, sign: 1 | -1): number =>
  equation.terms.filter((term) => term.sign === sign).reduce((sum, term) => sum + term.value, 0);

/** One line below a finding: both sides of the equation with their sums. */
export function spelled(names: ReadonlyMap<string, Names>, equation: Equation): Note {
  const args: Args = {
    of: equation.of || (names.get(equation.anchor)?.line ?? ''),
    left: sumText(names, equation, 1),
    right: sumText(names, equation, -1),
    leftSum: sideSum(equation, 1),
    rightSum: sideSum(equation, -1),
  };
  return { say: 'equation', args };
}

/** Blank parts that are named; what is beyond is counted. */
const mostNamed = 6;

/** A note that names the parts of sums that are blank and so count as 0; none where every part has a number. */
export function blankParts(
  names: ReadonlyMap<string, Names>,
  equations: readonly Equation[],
  isBlank: (key: string) => boolean,
): readonly Note[] {
  const found = new Set(
    equations.flatMap(({ terms }) => {
      const by = differences(names, terms);
      return terms.filter(({ key }) => isBlank(key)).map((term) => termName(names, term, by));
    }),
  );
  return blankNotes([...found]);
}

/** The note that names blank parts; none where there are none. */
export function blankNotes(blanks: readonly string[]): readonly Note[] {
  if (blanks.length === 0) return [];
  const args = { names: blanks.slice(0, mostNamed).join('、'), count: blanks.length };
  return [{ say: blanks.length > mostNamed ? 'blanks' : 'blank', args }];
}
