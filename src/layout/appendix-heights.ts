import { type AppendixCell, textWidth } from './appendix-sheet.ts';

/** Lines that a text takes in a column of so many half-width characters at a size in points. */
function linesIn(text: string, width: number, size: number): number {
  // A column's width counts digits of 11 points, 7 pixels each; a half-width Chinese column is half the size.
  const room = Math.max(2, Math.floor((width * 7 - 4) / ((size * 2) / 3)));
  return text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(textWidth(line) / room)), 0);
}

/** Height in points of a row with so many lines. */
const heightOf = (lines: number, size: number): number => Math.min(409, Math.ceil(lines * size * 1.35 + 5));

/** Heights of rows in points that show every text whole, also those that span rows; a vertical label asks for a row a character. */
export function heightsOf(
  cells: readonly AppendixCell[],
  widths: readonly number[],
  size: number,
): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  const needed = cells.flatMap((cell) => {
    if (typeof cell.value !== 'string') return [{ cell, height: heightOf(1, size) }];
    const points = cell.look === 'title' ? 16 : size;
    const span = widths.slice(cell.column - 1, cell.column - 1 + (cell.columnSpan ?? 1)).reduce((sum, w) => sum + w, 0);
    const lines = cell.vertical ? cell.value.length : linesIn(cell.value, span - 2 * (cell.indent ?? 0), points);
    return [{ cell, height: heightOf(lines, points) }];
  });
  for (const { cell, height } of needed)
    if ((cell.rowSpan ?? 1) === 1) found.set(cell.row, Math.max(found.get(cell.row) ?? 0, height));
  for (const { cell, height } of needed) {
    const rows = Array.from({ length: cell.rowSpan ?? 1 }, (_, down) => cell.row + down);
    const missing = height - rows.reduce((sum, row) => sum + (found.get(row) ?? 0), 0);
    if (rows.length > 1 && missing > 0)
      for (const row of rows) found.set(row, Math.ceil((found.get(row) ?? 0) + missing / rows.length));
  }
  return found;
}

/** Heights of the rows from `from` on that need more than one line. */
export function bodyHeights(
  rows: readonly (readonly unknown[])[],
  from: number,
  widths: readonly number[],
  size: number,
): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  rows.forEach((row, down) => {
    const lines = row.map((value, at) => (typeof value === 'string' ? linesIn(value, widths[at] ?? 10, size) : 1));
    const most = lines.reduce((a, b) => Math.max(a, b), 1);
    if (most > 1) found.set(from + down, heightOf(most, size));
  });
  return found;
}
