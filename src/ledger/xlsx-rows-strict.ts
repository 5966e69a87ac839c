import { LedgerUnreadable } from './ledger.ts';
import { limits } from './workbook-limits.ts';
import { columnOf, isHidden, type RowBuilder, wholeNumber } from './xlsx-row.ts';
import { RichTextHandler } from './xlsx-text.ts';
import type { CellReader } from './xlsx-value.ts';
import type { Attributes, ElementHandler } from './xml/elements.ts';

const way = ['worksheet', 'sheetData', 'row', 'c'];

/** Reads the rows of a worksheet by the events of a full parser; gives the same rows as the scanner. */
export class RowsHandler implements ElementHandler {
  private readonly cells: CellReader;
  private readonly builder: RowBuilder;
  private readonly path: string[] = [];
  /** How many elements, from the root, are those on the way to a cell. */
  private onWay = 0;
  private column = 0;
  private style = 0;
  private type = '';
  private formula = false;
  private value: string | undefined;
  private inline: RichTextHandler | undefined;
  private inlineDepth = 0;
  private held = 0;

  constructor(cells: CellReader, builder: RowBuilder) {
    this.cells = cells;
    this.builder = builder;
  }

  open(name: string, attributes: Attributes): void {
    this.path.push(name);
    const depth = this.path.length;
    if (this.onWay === depth - 1 && way[depth - 1] === name) {
      this.onWay = depth;
      if (depth === 3) this.startRow(attributes);
      if (depth === 4) this.startCell(attributes);
    } else if (depth === 1) throw new LedgerUnreadable('damaged', `xlsx: <${name}>`);
    else if (this.onWay === 4 && depth === 5) this.startContent(name);
    else this.inline?.open(name, attributes);
  }

  private startRow(attributes: Attributes): void {
    this.held = 0;
    this.builder.start(wholeNumber(attributes.r), isHidden(attributes.hidden, attributes.ht));
  }

  private startCell({ r, s, t }: Attributes): void {
    this.column = this.builder.next(r === undefined ? -1 : columnOf(r));
    this.style = wholeNumber(s);
    this.type = t ?? '';
    this.formula = false;
    this.value = undefined;
    this.inline = undefined;
  }

  private startContent(name: string): void {
    if (name === 'v') this.value = '';
    if (name === 'f') this.formula = true;
    if (name === 'is') {
      this.inline = new RichTextHandler();
      this.inlineDepth = this.path.length;
    }
  }

  text(text: string): void {
    if (this.onWay !== 4) return;
    this.held += text.length;
    if (this.held > limits.item) throw new LedgerUnreadable('too-large', 'xlsx: row');
    if (this.path.length === 5 && this.path[4] === 'v') this.value = (this.value ?? '') + text;
    else if (this.path.length > this.inlineDepth) this.inline?.text(text);
  }

  close(name: string): void {
    const depth = this.path.length;
    if (this.onWay === depth) {
      if (depth === 4) this.endCell();
      if (depth === 3) this.builder.end();
      this.onWay -= 1;
    } else if (this.inline && depth > this.inlineDepth) this.inline.close(name);
    this.path.pop();
  }

  private endCell(): void {
    const { column, type, style, formula, value } = this;
    const found = this.cells.read(column, type, style, formula, value, this.inline?.value);
    if (found) this.builder.add(found);
    this.inline = undefined;
  }
}
