import {
  AlignmentType,
  BorderStyle,
  HeightRule,
  LineRuleType,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextDirection,
  VerticalAlignTable,
  VerticalMergeType,
  WidthType,
} from 'docx';
import { filling } from '../layout/cells.ts';
import { type Grid, type GridCell, type PlacedCell, placed } from '../layout/grid.ts';
import type { Faces } from './docx-fonts.ts';
import type { Measures } from './docx-measures.ts';
import { paragraphStyles } from './docx-styles.ts';
import { run } from './docx-text.ts';

/** The light blue of the banners in the official template of 2021. */
const bannerFill = 'C6D9F1';

const line = { style: BorderStyle.SINGLE, size: 4, color: '000000' } as const;
const borders = { top: line, bottom: line, left: line, right: line, insideHorizontal: line, insideVertical: line };

/**
 * Sizes in half points and lengths in twips. A dense grid (表三) takes small type and tight rows, so that it stays on
 * one page and leaves room for 表四 under it. Lines are exact: the height must not hang on the face that is at hand.
 */
const plain = { label: 21, number: 21, line: 270, row: 390, margin: 56, padding: 24 } as const;
const dense = { label: 18, number: 19, line: 224, row: 292, margin: 40, padding: 16 } as const;
/** Numbers may come nearer to the lines than words, so that long ones are not broken. */
const numberMargins = { left: 20, right: 20, marginUnitType: WidthType.DXA } as const;

type Density = typeof plain | typeof dense;

const densityOf = (grid: Grid): Density => (grid.dense ? dense : plain);

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
  return Math.max(density.row, lines * density.line + 2 * density.padding);
}

/** Heights of the rows in twips, as far as the cells that span no other row can tell. */
const heightsOf = (cells: readonly PlacedCell[], grid: Grid, widths: readonly number[]): readonly number[] =>
  grid.rows.map((_, row) =>
    Math.max(
      0,
      ...cells
        .filter((one) => one.row === row && one.cell.rowSpan === 1)
        .map(({ cell, column }) => heightOf(cell, spanned(widths, column, cell.columnSpan), densityOf(grid))),
    ),
  );

/**
 * Which rows stay on one page with the next. 表三 stays whole where a page can hold it. Any other table does so up to a
 * quarter of a page, so that with its heading not much more than that is ever left empty before it; from there on it may
 * part between the parts of 表二, else between any rows but the last two.
 */
function keptWithNext(heights: readonly number[], grid: Grid, { textHeight, line }: Measures): readonly boolean[] {
  const last = grid.rows.length - 1;
  const isBanner = (row: number): boolean => grid.rows[row]?.cells[0]?.role === 'banner';
  const inParts = grid.rows.some((_, row) => isBanner(row));
  const mayPart = (row: number): boolean => (inParts ? isBanner(row + 1) : row >= grid.headRows && row < last - 1);
  const whole = grid.dense && heights.reduce((sum, height) => sum + height, 0) < textHeight - 2 * line;
  let done = 0;
  return heights.map((height, row) => {
    done += height;
    return row < last && (whole || done < textHeight / 4 || !mayPart(row));
  });
}

/** Twips of the columns that a cell covers. */
const spanned = (widths: readonly number[], column: number, span: number): number =>
  widths.slice(column, column + span).reduce((sum, width) => sum + width, 0);

/** A row's part of a printed cell: where a cell spans rows, the rows after its first only carry it on. */
interface RowPart extends PlacedCell {
  readonly carriedOn: boolean;
}

/** The parts of every row from left to right. */
function partsOf(grid: Grid, cells: readonly PlacedCell[]): readonly (readonly RowPart[])[] {
  const parts: RowPart[][] = grid.rows.map(() => []);
  for (const one of cells)
    for (let down = 0; down < one.cell.rowSpan; down += 1) parts[one.row + down]?.push({ ...one, carriedOn: down > 0 });
  return parts.map((row) => row.sort((a, b) => a.column - b.column));
}

/** What the cells of a table have in common. */
interface TableLook {
  readonly density: Density;
  readonly faces: Faces;
  readonly widths: readonly number[];
  readonly shaded: boolean;
}

/** Banners and heads stand out in the face of headings; the note in the label block of 表三 is no head to read at a glance. */
const isEmphasised = (cell: GridCell): boolean =>
  cell.role === 'banner' || (cell.role === 'head' && cell.align === 'center');

function paragraphOf({ cell, carriedOn }: RowPart, { density, faces }: TableLook, keepNext: boolean): Paragraph {
  const eastAsia = isEmphasised(cell) ? { eastAsia: faces.heading1 } : {};
  const size = cell.role === 'number' ? density.number : cell.vertical ? plain.label : density.label;
  const lines = carriedOn ? [] : printed(cell).split('\n');
  return new Paragraph({
    style: paragraphStyles.cell,
    spacing: { line: density.line, lineRule: LineRuleType.EXACT },
    alignment: cell.align === 'left' ? AlignmentType.LEFT : AlignmentType.CENTER,
    // Also where a cell is only carried on: a row stays with the next by its first paragraph.
    ...(keepNext ? { keepNext } : {}),
    ...(cell.indent ? { indent: { left: cell.indent * density.label * 10 } } : {}),
    children: lines.map((text, index) => run(text, { size, ...eastAsia, ...(index > 0 ? { break: 1 } : {}) })),
  });
}

function cellOf(part: RowPart, look: TableLook, keepNext: boolean): TableCell {
  const { cell, column, carriedOn } = part;
  const shaded = cell.role === 'banner' && look.shaded;
  return new TableCell({
    columnSpan: cell.columnSpan,
    ...(cell.rowSpan > 1 ? { verticalMerge: carriedOn ? VerticalMergeType.CONTINUE : VerticalMergeType.RESTART } : {}),
    width: { size: spanned(look.widths, column, cell.columnSpan), type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.CENTER,
    ...(cell.role === 'number' ? { margins: numberMargins } : {}),
    ...(cell.vertical ? { textDirection: TextDirection.TOP_TO_BOTTOM_RIGHT_TO_LEFT } : {}),
    ...(shaded ? { shading: { type: ShadingType.CLEAR, color: 'auto', fill: bannerFill } } : {}),
    children: [paragraphOf(part, look, keepNext)],
  });
}

/** A grid as a table of the text's full width. */
export function tableOf(grid: Grid, measures: Measures, faces: Faces): Table {
  const density = densityOf(grid);
  const widths = filling(grid.widths, measures.textWidth);
  const look: TableLook = { density, faces, widths, shaded: grid.shaded };
  const cells = placed(grid);
  const parts = partsOf(grid, cells);
  const kept = keptWithNext(heightsOf(cells, grid, widths), grid, measures);
  return new Table({
    width: { size: measures.textWidth, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.CENTER,
    borders,
    margins: {
      left: density.margin,
      right: density.margin,
      top: density.padding,
      bottom: density.padding,
      marginUnitType: WidthType.DXA,
    },
    rows: parts.map(
      (row, index) =>
        new TableRow({
          cantSplit: true,
          ...(index < grid.headRows ? { tableHeader: true } : {}),
          height: { value: density.row, rule: HeightRule.ATLEAST },
          children: row.map((part) => cellOf(part, look, kept[index] ?? false)),
        }),
    ),
  });
}
