import type { SheetCell, SheetRow } from './workbook.ts';
import { columnOfLetters, isHidden, RowBuilder, wholeNumber } from './xlsx-row.ts';
import { type RowShape, shapeOf } from './xlsx-row-shape.ts';
import { RowsHandler } from './xlsx-rows-strict.ts';
import { scanRichText } from './xlsx-text.ts';
import type { CellReader } from './xlsx-value.ts';
import type { ItemReader, Reached } from './xml/items.ts';
import { attributeOf, attributes, matchAt, skipSpace, space, textOf } from './xml/scan.ts';

const row = new RegExp(`<row(?: r="(\\d{1,9})")?(${attributes})${space}(/?)>`, 'y');
/** A cell as nearly all are: its attributes in the order of the standard, and a value of ASCII or none; with it the end of its row. */
const plainCell =
  /<c(?: r="([A-Z]{1,3})\d{1,7}")?(?: s="(\d{1,9})")?(?: t="([A-Za-z]{1,9})")?(?:\/>|>(?:<v>(?:(\d{1,9})|([^<>&\r\x80-\xff]*))<\/v>)?<\/c>)(<\/row>)?/y;
const cell = new RegExp(`<c(${attributes})${space}(/?)>`, 'y');
const value = /<v>([^<]*)<\/v>|<v\/>/y;
const formula = new RegExp(`<f${attributes}${space}(?:/>|>([^<]*)</f>)`, 'y');

/** A reference, style or type that stands there twice, which is no XML: the full parser refuses it. */
const twice = /\s([rst])=".*\s\1="/s;

/** Rows of a table alternate between few shapes, and the first rows show them; those of titles and header come but once. */
const mostShapes = 4;
const headings = 3;
const mostLooked = 16;

const styleOf = (digits: string | undefined): number => (digits === undefined ? -1 : Number(digits));

/** Reads the rows of a worksheet (ECMA-376 18.3.1.73), and hands anything unusual over to the full parser. */
export class RowsReader implements ItemReader {
  readonly root = 'worksheet';
  readonly container = 'sheetData';
  readonly item = 'row';
  private readonly builder: RowBuilder;
  private readonly cells: CellReader;
  private text = '';
  private position = 0;
  /** Shapes of rows met before, the latest first, and how many rows were looked at for one. */
  private readonly shapes: RowShape[] = [];
  private looked = 0;

  constructor(cells: CellReader, give: (row: SheetRow) => void) {
    this.cells = cells;
    this.builder = new RowBuilder(give);
  }

  get at(): number {
    return this.position;
  }

  strict(): RowsHandler {
    return new RowsHandler(this.cells, this.builder);
  }

  scan(bytes: Buffer, end: number): Reached {
    this.text = bytes.toString('latin1', 0, end);
    for (let at = 0; ; ) {
      this.position = skipSpace(this.text, at);
      if (this.position >= end) return 'more';
      const found = matchAt(row, this.text, this.position);
      if (!found) return this.text.startsWith('</sheetData>', this.position) ? 'end' : 'odd';
      const number = found[1];
      const rest = found[2] ?? '';
      if (rest.includes(' r="') && (number !== undefined || twice.test(rest))) return 'odd';
      const hidden = rest.includes('h') && isHidden(attributeOf(rest, 'hidden'), attributeOf(rest, 'ht'));
      this.builder.start(number === undefined ? wholeNumber(attributeOf(rest, 'r')) : Number(number), hidden);
      at = found[3] === '/' ? row.lastIndex : this.row(row.lastIndex);
      if (at < 0) {
        this.builder.abandon();
        return 'odd';
      }
    }
  }

  /** Reads the cells of a row; gives where it ends, -1 where it is odd. */
  private row(start: number): number {
    for (let at = 0; at < this.shapes.length; at += 1) {
      const shape = this.shapes[at];
      const found = shape && matchAt(shape.pattern, this.text, start);
      if (found) return this.shaped(shape, found);
    }
    const end = this.cellByCell(start);
    if (end > 0 && this.shapes.length < mostShapes && this.looked < mostLooked) {
      this.looked += 1;
      if (this.looked <= headings) return end;
      const shape = shapeOf(this.text.slice(start, end));
      if (shape) this.shapes.unshift(shape);
    }
    return end;
  }

  /** Takes in the cells of a row that is written like one before; gives where it ends. */
  private shaped({ pattern, cells: expected }: RowShape, found: RegExpExecArray): number {
    const { cells } = this;
    const held: SheetCell[] = [];
    for (let at = 0; at < expected.length; at += 1) {
      const digits = found[at + 1];
      const cell = expected[at];
      if (digits === undefined || cell === undefined) continue;
      const { column } = cell;
      const read = cell.shared ? cells.shared(column, Number(digits), false) : cells.whole(column, digits, cell.style);
      if (read) held.push(read);
    }
    this.builder.endWith(held);
    return pattern.lastIndex;
  }

  private cellByCell(start: number): number {
    const { text, builder, cells } = this;
    for (let at = start; ; ) {
      plainCell.lastIndex = at;
      const found = plainCell.exec(text);
      if (found) {
        // By index: taking a list apart goes through its iterator, which costs more than the rest before code is warm.
        const letters = found[1];
        const type = found[3];
        const digits = found[4];
        const value = digits ?? found[5];
        const column = builder.next(letters === undefined ? -1 : columnOfLetters(letters));
        let held: SheetCell | undefined;
        if (digits !== undefined && type === 's') held = cells.shared(column, Number(digits), false);
        else if (digits !== undefined && type === undefined) held = cells.whole(column, digits, styleOf(found[2]));
        else if (value !== undefined) held = cells.read(column, type ?? '', styleOf(found[2]), false, value, undefined);
        if (held) builder.add(held);
        at = plainCell.lastIndex;
        if (found[6] === undefined) continue;
        builder.end();
        return at;
      }
      at = skipSpace(text, at);
      if (text.startsWith('</row>', at)) {
        builder.end();
        return at + 6;
      }
      at = this.cell(at);
      if (at < 0) return -1;
    }
  }

  /** Reads a cell of any other kind; gives where it ends, -1 where it is odd. */
  private cell(start: number): number {
    const found = matchAt(cell, this.text, start);
    if (!found) return -1;
    const [, written = '', empty] = found;
    if (twice.test(written)) return -1;
    const reference = attributeOf(written, 'r');
    const letters = reference === undefined ? undefined : /^([A-Z]{1,3})\d{1,7}$/.exec(reference)?.[1];
    if (reference !== undefined && letters === undefined) return -1;
    const column = this.builder.next(letters === undefined ? -1 : columnOfLetters(letters));
    if (empty === '/') return cell.lastIndex;
    return this.content(
      cell.lastIndex,
      column,
      wholeNumber(attributeOf(written, 's')),
      attributeOf(written, 't') ?? '',
    );
  }

  private content(start: number, column: number, style: number, type: string): number {
    const { text, builder, cells } = this;
    let calculated = false;
    let [written, rich]: [string | undefined, string | undefined] = [undefined, undefined];
    for (let at = skipSpace(text, start); ; at = skipSpace(text, at)) {
      let found: RegExpExecArray | null;
      if (text.startsWith('</c>', at)) {
        const held = cells.read(column, type, style, calculated, written, rich);
        if (held) builder.add(held);
        return at + 4;
      }
      found = matchAt(value, text, at);
      if (found) {
        written = textOf(found[1] ?? '');
        if (written === undefined) return -1;
        at = value.lastIndex;
        continue;
      }
      found = matchAt(formula, text, at);
      if (found) {
        if (textOf(found[1] ?? '') === undefined) return -1;
        calculated = true;
        at = formula.lastIndex;
        continue;
      }
      const close = text.startsWith('<is>', at) ? text.indexOf('</is>', at) : -1;
      rich = close < 0 ? undefined : scanRichText(text.slice(at + 4, close));
      if (rich === undefined) return -1;
      at = close + 5;
    }
  }
}
