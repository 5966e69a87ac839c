import type { Border, Fill, Font, Style } from 'exceljs';
import type { AppendixCell, Look } from '../layout/appendix-sheet.ts';

const song = '宋体';
const hei = '黑体';

const line: Partial<Border> = { style: 'thin', color: { argb: 'FF000000' } };
const faint: Partial<Border> = { style: 'hair', color: { argb: 'FF808080' } };
const box = (border: Partial<Border>): Style['border'] =>
  ({ top: border, left: border, bottom: border, right: border }) as Style['border'];
const paint = (argb: string): Fill => ({ type: 'pattern', pattern: 'solid', fgColor: { argb } });

interface Dress {
  readonly font: Partial<Font>;
  readonly border?: Style['border'];
  readonly fill?: Fill;
  readonly align: 'left' | 'center' | 'right';
}

/** Light blue of the banner rows in the official template of 2021. */
const blue = paint('FFC6D9F1');
const grey = paint('FFF2F2F2');

const dresses: Readonly<Record<Look, Dress>> = {
  title: { font: { name: hei, size: 16 }, align: 'center' },
  note: { font: { name: song, color: { argb: 'FF404040' } }, align: 'left' },
  banner: { font: { name: song }, border: box(line), align: 'left' },
  'shaded-banner': { font: { name: song }, border: box(line), fill: blue, align: 'left' },
  head: { font: { name: song }, border: box(line), align: 'center' },
  label: { font: { name: song }, border: box(line), align: 'left' },
  number: { font: { name: song }, border: box(line), align: 'center' },
  text: { font: { name: song }, border: box(line), align: 'left' },
  link: { font: { name: song, underline: true, color: { argb: 'FF0563C1' } }, align: 'left' },
  'boxed-link': {
    font: { name: song, underline: true, color: { argb: 'FF0563C1' } },
    border: box(line),
    align: 'center',
  },
  'check-head': { font: { name: song, color: { argb: 'FF595959' } }, border: box(faint), fill: grey, align: 'center' },
  reported: { font: { name: song, color: { argb: 'FF595959' } }, border: box(faint), align: 'center' },
  check: { font: { name: song, color: { argb: 'FF00803C' } }, border: box(faint), align: 'center' },
  error: { font: { name: song, bold: true, color: { argb: 'FFC00000' } }, border: box(line), align: 'center' },
  warning: { font: { name: song, color: { argb: 'FF9C5700' } }, border: box(line), align: 'center' },
};

/** How a check that shows a difference looks. */
export const differing: Partial<Style> = {
  font: { bold: true, color: { argb: 'FFFFFFFF' } },
  fill: { type: 'pattern', pattern: 'solid', bgColor: { argb: 'FFC00000' } },
};

/** Numbers are made smaller rather than shown as ####. */
const numeric: ReadonlySet<Look> = new Set(['number', 'reported', 'check']);

/** The exceljs style of a cell on a sheet with type of `size` points. */
export function styleOf(cell: Omit<AppendixCell, 'row' | 'column'>, size: number): Partial<Style> {
  const dress = dresses[cell.look];
  // A title in one cell runs over its empty neighbours, and so does a link that is no cell of a table.
  const overflows = cell.look === 'title' && cell.columnSpan === undefined;
  return {
    font: { size, ...dress.font },
    ...(dress.border ? { border: dress.border } : {}),
    ...(dress.fill ? { fill: dress.fill } : {}),
    ...(cell.format ? { numFmt: cell.format } : {}),
    alignment: {
      horizontal: cell.align ?? dress.align,
      vertical: 'middle',
      ...(numeric.has(cell.look) ? { shrinkToFit: true } : { wrapText: cell.look !== 'link' && !overflows }),
      ...(cell.indent ? { indent: cell.indent } : {}),
      ...(cell.vertical ? { textRotation: 'vertical' as const } : {}),
    },
  };
}
