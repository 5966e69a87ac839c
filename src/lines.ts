/** A text and the offset at which each of its lines begins. */
export interface Lines {
  readonly text: string;
  readonly starts: readonly number[];
}

/** Finds where the lines of a text begin. */
export function linesOf(text: string): Lines {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return { text, starts };
}

/** Line and column of an offset, both from 1, the column in UTF-16 units; offsets outside the text are moved to its ends. */
export function positionAt(lines: Lines, offset: number): { readonly line: number; readonly column: number } {
  const at = Math.min(Math.max(offset, 0), lines.text.length);
  let low = 0;
  let high = lines.starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((lines.starts[middle] ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: at - (lines.starts[low] ?? 0) + 1 };
}
