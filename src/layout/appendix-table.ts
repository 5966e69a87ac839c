import type { CellKey } from '../forms/walk.ts';
import { formatOf, isFormula, typedValue, worked } from './appendix-amounts.ts';
import { besideGrid, type CheckPart, type Standing, sumFormula, underGrid } from './appendix-checks.ts';
import { heightsOf } from './appendix-heights.ts';
import { type AppendixCell, type AppendixSheet, type DefinedName, textWidth } from './appendix-sheet.ts';
import { type Grid, type GridCheck, type PlacedCell, placed } from './grid.ts';

/** Points of the type in a table. */
const size = 10.5;

/** Half-width characters over the width of an upright page, and of one on its side for many columns. */
const upright = 88;
const onItsSide = 130;

/** The grid starts under the title and the line that names organ and year. */
const firstRow = 3;

/** A table on a sheet of its own, with where its cells stand. */
export interface TableSheet {
  readonly sheet: AppendixSheet;
  readonly names: readonly DefinedName[];
  /** Address parts of the cells of the report. */
  readonly cells: ReadonlyMap<CellKey, { readonly row: number; readonly column: number }>;
}

const looks = { banner: 'banner', head: 'head', label: 'label', unit: 'head', number: 'number' } as const;

function cellOf(standing: Standing, { row, column, cell }: PlacedCell): AppendixCell {
  const value =
    cell.role !== 'number' ? cell.text : isFormula(cell) ? sumFormula(standing, cell.sumOf ?? []) : typedValue(cell);
  return {
    row: standing.rowOf(row),
    column: column + 1,
    ...(cell.rowSpan > 1 ? { rowSpan: cell.rowSpan } : {}),
    ...(cell.columnSpan > 1 ? { columnSpan: cell.columnSpan } : {}),
    ...(value === undefined || value === '' ? {} : { value }),
    look: cell.role === 'banner' && standing.grid.shaded ? 'shaded-banner' : looks[cell.role],
    align: cell.align,
    ...(cell.vertical ? { vertical: true } : {}),
    ...(cell.indent ? { indent: cell.indent } : {}),
    ...(cell.role === 'number' ? { format: typeof value === 'string' ? '@' : formatOf(cell) } : {}),
  };
}

/** The printed proportions, but no column so narrow that a heading of six characters breaks. */
function columnWidths(grid: Grid, cells: readonly PlacedCell[], fullWidth: number): readonly number[] {
  const total = grid.widths.reduce((sum, width) => sum + width, 0);
  return grid.widths.map((width, column) => {
    const heads = cells.filter((one) => one.column === column && one.cell.role === 'head' && one.cell.columnSpan === 1);
    const longest = Math.max(0, ...heads.map((one) => Math.min(12, textWidth(one.cell.text))));
    return Math.max((width / total) * fullWidth, longest + 1);
  });
}

/** Checks of lines stand beside the grid unless one row has several of them (表四). */
function sides(grid: Grid, cells: ReadonlyMap<CellKey, PlacedCell>): { beside: GridCheck[]; under: GridCheck[] } {
  const rowOf = (check: GridCheck): number => cells.get(check.left[0] ?? '')?.row ?? -1;
  const ofLines = grid.checks.filter((check) => check.across === 'columns');
  const crowded = new Set(ofLines.map(rowOf)).size < ofLines.length;
  return {
    beside: crowded ? [] : ofLines,
    under: crowded ? [...grid.checks] : grid.checks.filter((check) => check.across === 'lines'),
  };
}

const nameable = (key: CellKey): string => key.replace(/[^\p{L}\p{N}]+/gu, '_');

/** What the sheets of one appendix have in common. */
export interface TableContext {
  /** Name of the sheet. */
  readonly name: string;
  readonly title: string;
  /** Organ and year. */
  readonly subtitle: string;
  /** The sheet that lists the others. */
  readonly contents: string;
}

/** How many of the last columns are as wide as a text together; one stays for what stands before it. */
function lastColumns(widths: readonly number[], needed: number): number {
  let [count, wide] = [1, widths.at(-1) ?? 0];
  while (wide < needed && count < widths.length - 1) {
    count += 1;
    wide += widths.at(-count) ?? 0;
  }
  return count;
}

/** Text of the link to the sheet that lists the others. */
const back = '返回目录';

/** The sheet of a table: as printed, totals as live formulas, checks beside and under it. */
export function tableSheet(grid: Grid, context: TableContext): TableSheet {
  const all = placed(grid);
  const byKey = new Map(all.flatMap((one) => (one.cell.key === undefined ? [] : [[one.cell.key, one] as const])));
  const gridCells = new Map([...byKey].map(([key, one]) => [key, one.cell]));
  const standing: Standing = { grid, cells: byKey, rowOf: (row) => row + firstRow, amount: worked(gridCells) };
  const columns = grid.widths.length;
  const landscape = columns > 12;
  const { beside, under } = sides(grid, byKey);
  const next = firstRow + grid.rows.length;
  const parts: readonly CheckPart[] = [besideGrid(standing, beside, columns + 2), underGrid(standing, under, next + 1)];
  const hasBeside = (parts[0]?.cells.length ?? 0) > 0;
  const widths = [...columnWidths(grid, all, landscape ? onItsSide : upright), ...(hasBeside ? [1.5, 8, 8] : [])];
  const linked = lastColumns(widths.slice(0, columns), textWidth(back) + 1);
  const table = all.map((one) => cellOf(standing, one));
  const cells: readonly AppendixCell[] = [
    { row: 1, column: 1, columnSpan: columns, value: context.title, look: 'title' },
    { row: 2, column: 1, columnSpan: columns - linked, value: context.subtitle, look: 'note' },
    {
      row: 2,
      column: columns - linked + 1,
      columnSpan: linked,
      value: back,
      look: 'link',
      align: 'right',
      link: { sheet: context.contents, cell: 'A1' },
    },
    ...table,
    ...parts.flatMap((part) => part.cells),
  ];
  const firstNumber = Math.min(...all.filter((one) => one.cell.role === 'number').map((one) => one.column));
  return {
    sheet: {
      name: context.name,
      widths,
      heights: heightsOf(cells, widths, size),
      cells,
      size,
      landscape,
      freeze: { rows: firstRow - 1 + grid.headRows, columns: Number.isFinite(firstNumber) ? firstNumber : 0 },
      ...(grid.headRows > 0 ? { repeat: { from: firstRow, to: firstRow - 1 + grid.headRows } } : {}),
      checks: parts.flatMap((part) => part.areas),
    },
    names: [...byKey].flatMap(([key, one]) =>
      one.cell.sumOf?.length
        ? [{ name: nameable(key), sheet: context.name, row: standing.rowOf(one.row), column: one.column + 1 }]
        : [],
    ),
    cells: new Map([...byKey].map(([key, one]) => [key, { row: standing.rowOf(one.row), column: one.column + 1 }])),
  };
}
