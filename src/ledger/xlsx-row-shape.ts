import { limits } from './workbook-limits.ts';
import { columnOfLetters } from './xlsx-row.ts';

/** A cell that is a whole number, a shared string or blank. */
const plainCell = /<c r="([A-Z]{1,3})\d{1,7}"( s="(\d{1,9})")?( t="s")?(?:\/>|><v>\d{1,9}<\/v><\/c>)/g;
const rowEnd = '</row>';
const mostCells = 40;

/** A cell that rows of one shape have: its column from 0, its style (-1 for none), and whether it refers to a shared string. */
export interface ShapeCell {
  readonly column: number;
  readonly style: number;
  readonly shared: boolean;
}

/** How the rows of a table are written one like the other, so that each is taken in at one stroke. */
export interface RowShape {
  /** Matches the cells of such a row, also with some blank or left out, and its end; a group for the digits of each. */
  readonly pattern: RegExp;
  readonly cells: readonly ShapeCell[];
}

/** The shape of a row whose cells are written so, up to and with its end tag; undefined where they hold anything else. */
export function shapeOf(written: string): RowShape | undefined {
  const cells: ShapeCell[] = [];
  let pattern = '';
  let length = rowEnd.length;
  for (const [whole, letters = '', attribute = '', style, type = ''] of written.matchAll(plainCell)) {
    const column = columnOfLetters(letters);
    const ordered = column > (cells.at(-1)?.column ?? -1) && column < limits.columns;
    if (!ordered || cells.length === mostCells) return undefined;
    cells.push({ column, style: style === undefined ? -1 : Number(style), shared: type !== '' });
    pattern += `(?:<c r="${letters}\\d{1,7}"${attribute}(?:/>|${type}><v>(\\d{1,9})</v></c>))?`;
    length += whole.length;
  }
  if (cells.length === 0 || length !== written.length) return undefined;
  return { pattern: new RegExp(`${pattern}${rowEnd}`, 'y'), cells };
}
