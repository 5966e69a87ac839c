import {
  AlignmentType,
  BorderStyle,
  HeightRule,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextDirection,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import { type Grid, type GridCell, type PlacedCell, placed } from '../layout/grid.ts';
import type { Measures } from './docx-measures.ts';
import { paragraphStyles } from './docx-styles.ts';
import { run } from './docx-text.ts';

/** The light blue of the banners in the official template of 2021. */
const bannerFill = 'C6D9F1';

const line = { style: BorderStyle.SINGLE, size: 4, color: '000000' } as const;
const borders = { top: line, bottom: line, left: line, right: line, insideHorizontal: line, insideVertical: line };

/** Sizes in half points and twips: a dense grid (表三) takes small type and tight rows so that it stays on one page. */
const plain = { label: 21, number: 21, row: 440, margin: 60 } as const;
const dense = { label: 18, number: 19, row: 312, margin: 36 } as const;
type Density = typeof plain | typeof dense;

const densityOf = (grid: Grid): Density => (grid.dense ? dense : plain);

/** The grid's widths as whole twips that fill the text area. */
function widthsOf(grid: Grid, textWidth: number): readonly number[] {
  const total = grid.widths.reduce((sum, width) => sum + width, 0);
  let done = 0;
  return grid.widths.map((width) => {
    const from = Math.round((textWidth * done) / total);
    done += width;
    return Math.round((textWidth * done) / total) - from;
  });
}

const printed = (cell: GridCell): string => (cell.text === '' ? '' : `${cell.text}${cell.suffix ?? ''}`);

/** Half-width characters of a text on its widest line. */
const columnsOf = (text: string): number =>
  [...text].reduce((sum, one) => sum + ((one.codePointAt(0) ?? 0) < 0x250 ? 1 : 2), 0);

/** Height of a cell in twips, as far as its text can tell. */
function heightOf(cell: GridCell, width: number, density: Density): number {
  const em = density.label * 10;
  const room = Math.max(2, Math.floor((2 * (width - 2 * density.margin - (cell.indent ?? 0) * em)) / em));
  const lines = printed(cell)
    .split('\n')
    .reduce((sum, text) => sum + Math.max(1, Math.ceil(columnsOf(text) / room)), 0);
  return Math.max(density.row, Math.ceil(lines * em * 1.35));
}

/** Whether the grid is lower than a page, with room for the heading over it. */
function fitsPage(cells: readonly PlacedCell[], grid: Grid, widths: readonly number[], measures: Measures): boolean {
  const heights = grid.rows.map((_, row) =>
    Math.max(
      0,
      ...cells
        .filter((one) => one.row === row && one.cell.rowSpan === 1)
        .map(({ cell, column }) =>
          heightOf(
            cell,
            widths.slice(column, column + cell.columnSpan).reduce((sum, width) => sum + width, 0),
            densityOf(grid),
          ),
        ),
    ),
  );
  return heights.reduce((sum, height) => sum + height, 0) < measures.textHeight - 2 * measures.line;
}

function cellOf({ cell, column }: PlacedCell, grid: Grid, widths: readonly number[], keepNext: boolean): TableCell {
  const density = densityOf(grid);
  const size = cell.role === 'number' ? density.number : density.label;
  const banner = cell.role === 'banner';
  const lines = printed(cell).split('\n');
  return new TableCell({
    columnSpan: cell.columnSpan,
    rowSpan: cell.rowSpan,
    width: {
      size: widths.slice(column, column + cell.columnSpan).reduce((sum, width) => sum + width, 0),
      type: WidthType.DXA,
    },
    verticalAlign: VerticalAlignTable.CENTER,
    ...(cell.vertical ? { textDirection: TextDirection.TOP_TO_BOTTOM_RIGHT_TO_LEFT } : {}),
    ...(banner && grid.shaded ? { shading: { type: ShadingType.CLEAR, color: 'auto', fill: bannerFill } } : {}),
    children: [
      new Paragraph({
        style: paragraphStyles.cell,
        alignment: cell.align === 'left' ? AlignmentType.LEFT : AlignmentType.CENTER,
        ...(keepNext ? { keepNext } : {}),
        ...(cell.indent ? { indent: { left: cell.indent * density.label * 10 } } : {}),
        children: lines.map((text, index) => run(text, { size, ...(index > 0 ? { break: 1 } : {}) })),
      }),
    ],
  });
}

/** A grid as a table of the text's full width; `keepNext` on its rows holds it on one page where a page can hold it. */
export function tableOf(grid: Grid, measures: Measures): Table {
  const density = densityOf(grid);
  const widths = widthsOf(grid, measures.textWidth);
  const cells = placed(grid);
  const together = fitsPage(cells, grid, widths, measures);
  const last = grid.rows.length - 1;
  return new Table({
    width: { size: measures.textWidth, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.CENTER,
    borders,
    margins: { left: density.margin, right: density.margin, top: 0, bottom: 0, marginUnitType: WidthType.DXA },
    rows: grid.rows.map((_, row) => {
      const keepNext = row < last && (together || row < Math.max(1, grid.headRows));
      return new TableRow({
        cantSplit: true,
        tableHeader: row < grid.headRows,
        height: { value: density.row, rule: HeightRule.ATLEAST },
        children: cells.filter((one) => one.row === row).map((one) => cellOf(one, grid, widths, keepNext)),
      });
    }),
  });
}
