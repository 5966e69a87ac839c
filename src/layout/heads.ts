import type { Head } from '../forms/form.ts';
import { cell } from './cells.ts';
import type { GridCell } from './grid.ts';

/** The heads without heads of their own, from left to right: each stands over one column or line. */
export const headLeaves = (heads: readonly Head[]): readonly Head[] =>
  heads.flatMap((head) => (head.heads ? headLeaves(head.heads) : [head]));

/** How many rows the heads take. */
export const headDepth = (heads: readonly Head[]): number =>
  heads.reduce((deepest, head) => Math.max(deepest, 1 + (head.heads ? headDepth(head.heads) : 0)), 0);

/** How undermost heads are set: the columns each spans, and the cells that stand under one; without them it reaches down. */
export interface Under {
  readonly width: number;
  readonly cells?: (head: Head) => readonly GridCell[];
}

/** `depth` rows of heads. Cells under a head are as high as is left of those rows. */
export function headRows(heads: readonly Head[], depth: number, under: Under): GridCell[][] {
  const rows: GridCell[][] = Array.from({ length: depth }, () => []);
  const visit = (head: Head, level: number): void => {
    const columnSpan = under.width * (head.heads ? headLeaves(head.heads).length : 1);
    const rowSpan = head.heads || under.cells ? 1 : depth - level;
    rows[level]?.push(cell(head.label, 'head', { columnSpan, rowSpan, scope: columnSpan > 1 ? 'colgroup' : 'col' }));
    for (const inner of head.heads ?? []) visit(inner, level + 1);
    if (!head.heads)
      for (const one of under.cells?.(head) ?? []) rows[level + 1]?.push({ ...one, rowSpan: depth - level - 1 });
  };
  for (const head of heads) visit(head, 0);
  return rows;
}
