import type { SheetRow } from './workbook.ts';
import { RowBuilder } from './xlsx-row.ts';
import { RowsHandler } from './xlsx-rows-strict.ts';
import { scanRichText } from './xlsx-text.ts';
import type { CellReader } from './xlsx-value.ts';
import { ByteCursor, tagPart } from './xml/cursor.ts';
import type { ItemReader, Reached } from './xml/items.ts';

const bytes = (text: string): Uint8Array => Buffer.from(text);
const [row, endRow, cell, endCell] = [bytes('<row'), bytes('</row>'), bytes('<c'), bytes('</c>')];
const [value, emptyValue, endValue] = [bytes('<v>'), bytes('<v/>'), bytes('</v>')];
const [formula, endFormula, inline, endInline] = [bytes('<f'), bytes('</f>'), bytes('<is>'), bytes('</is>')];
const endContainer = bytes('</sheetData>');
const [letterR, letterS, letterT] = [0x72, 0x73, 0x74];

/** A row of no height is as good as hidden. */
const isNoHeight = (height: string): boolean => Number(height) === 0;

/** Reads the rows of a worksheet as bytes (ECMA-376 18.3.1.73), and hands anything unusual over to the full parser. */
export class RowsReader implements ItemReader {
  readonly root = 'worksheet';
  readonly container = 'sheetData';
  readonly item = 'row';
  private readonly cursor = new ByteCursor();
  private readonly builder: RowBuilder;
  private readonly cells: CellReader;
  private position = 0;

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

  scan(given: Buffer, at: number, end: number): Reached {
    const { cursor } = this;
    cursor.bytes = given;
    cursor.at = at;
    for (;;) {
      cursor.skipSpace();
      this.position = cursor.at;
      if (cursor.at >= end) return 'more';
      if (!cursor.stands(row)) return cursor.stands(endContainer) ? 'end' : 'odd';
      if (!this.row()) return 'odd';
    }
  }

  private row(): boolean {
    const { cursor, builder } = this;
    cursor.at += row.length;
    let [number, hidden] = [-1, false];
    let part = cursor.attribute();
    for (; part === tagPart.attribute; part = cursor.attribute()) {
      const name = cursor.bytes[cursor.nameStart];
      const length = cursor.nameEnd - cursor.nameStart;
      if (length === 1 && name === letterR) number = cursor.integer();
      else if (length === 6 && name === 0x68 && cursor.bytes[cursor.nameStart + 1] === 0x69) {
        const first = cursor.bytes[cursor.start];
        hidden ||= first === 0x31 || first === letterT;
      } else if (length === 2 && name === 0x68)
        hidden ||= isNoHeight(cursor.bytes.toString('latin1', cursor.start, cursor.end));
    }
    if (part === tagPart.odd) return false;
    builder.start(number, hidden);
    if (part === tagPart.empty) return true;
    for (;;) {
      cursor.skipSpace();
      if (cursor.pass(endRow)) break;
      if (cursor.pass(cell) && this.cell()) continue;
      builder.abandon();
      return false;
    }
    builder.end();
    return true;
  }

  /** The column of the reference that was found as an attribute; -2 where it is odd. */
  private reference(): number {
    const { bytes: given, start, end } = this.cursor;
    let column = 0;
    let at = start;
    for (let byte = given[at] ?? 0; at < end && byte >= 0x41 && byte <= 0x5a; byte = given[++at] ?? 0)
      column = column * 26 + byte - 64;
    const letters = at - start;
    if (letters < 1 || letters > 3 || at === end || end - at > 7) return -2;
    for (; at < end; at += 1) if ((given[at] ?? 0) < 0x30 || (given[at] ?? 0) > 0x39) return -2;
    return column - 1;
  }

  private cell(): boolean {
    const { cursor, builder } = this;
    let [column, style, type] = [-1, 0, ''];
    let part = cursor.attribute();
    for (; part === tagPart.attribute; part = cursor.attribute()) {
      if (cursor.nameEnd - cursor.nameStart !== 1) continue;
      const name = cursor.bytes[cursor.nameStart];
      if (name === letterR) column = this.reference();
      else if (name === letterS) style = cursor.integer();
      else if (name === letterT)
        type =
          cursor.end - cursor.start === 1 && cursor.bytes[cursor.start] === letterS ? 's' : (cursor.decoded() ?? '');
    }
    if (part === tagPart.odd || column === -2) return false;
    column = builder.next(column);
    if (part === tagPart.empty) return true;
    return this.content(column, style, type);
  }

  private content(column: number, style: number, type: string): boolean {
    const { cursor, builder, cells } = this;
    let calculated = false;
    let [text, rich]: [string | undefined, string | undefined] = [undefined, undefined];
    for (;;) {
      cursor.skipSpace();
      if (cursor.pass(value)) {
        if (!cursor.text()) return false;
        const index = type === 's' && rich === undefined ? cursor.integer() : -1;
        if (index >= 0 && cursor.at + 9 < cursor.bytes.length && this.passShared()) {
          const shared = cells.shared(column, index, calculated);
          if (shared) builder.add(shared);
          return true;
        }
        const whole = type === '' ? cursor.integer() : -1;
        // Most numbers are short: their text is had without decoding bytes.
        text = whole > 0 && cursor.bytes[cursor.start] !== 0x30 ? String(whole) : cursor.decoded();
        if (text === undefined || !cursor.pass(endValue)) return false;
      } else if (cursor.pass(emptyValue)) text = '';
      else if (cursor.pass(formula)) {
        calculated = true;
        if (!this.formula()) return false;
      } else if (cursor.pass(inline)) {
        rich = scanRichText(cursor, endInline);
        if (rich === undefined) return false;
      } else if (cursor.pass(endCell)) break;
      else return false;
    }
    const found = cells.read({ column, type, style, formula: calculated, value: text, inline: rich });
    if (found) builder.add(found);
    return true;
  }

  /** Passes `</v></c>`. */
  private passShared(): boolean {
    const { cursor } = this;
    const from = cursor.at;
    if (cursor.pass(endValue) && cursor.pass(endCell)) return true;
    cursor.at = from;
    return false;
  }

  private formula(): boolean {
    const { cursor } = this;
    const part = cursor.restOfTag();
    if (part === tagPart.empty) return true;
    return (
      part === tagPart.open &&
      cursor.text() &&
      (cursor.plain || cursor.decoded() !== undefined) &&
      cursor.pass(endFormula)
    );
  }
}
