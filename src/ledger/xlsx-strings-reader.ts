import { LedgerUnreadable } from './ledger.ts';
import { limits } from './workbook-limits.ts';
import type { SharedStrings } from './xlsx-strings.ts';
import { RichTextHandler, scanRichText } from './xlsx-text.ts';
import { cellText } from './xlsx-value.ts';
import { ByteCursor } from './xml/cursor.ts';
import type { Attributes, ElementHandler } from './xml/elements.ts';
import type { ItemReader, Reached } from './xml/items.ts';

const bytes = (text: string): Uint8Array => Buffer.from(text);
const [item, emptyItem, endItem, endContainer] = [bytes('<si>'), bytes('<si/>'), bytes('</si>'), bytes('</sst>')];
const [plainText, endPlainText] = [bytes('<t>'), bytes('</t></si>')];

/** Reads the table of shared strings (ECMA-376 18.4.9) as bytes, and hands anything unusual over to the full parser. */
export class StringsReader implements ItemReader {
  readonly root = 'sst';
  readonly container = 'sst';
  readonly item = 'si';
  private readonly cursor = new ByteCursor();
  private readonly strings: SharedStrings;
  private position = 0;

  constructor(strings: SharedStrings) {
    this.strings = strings;
  }

  get at(): number {
    return this.position;
  }

  strict(): ElementHandler {
    return new StringsHandler(this.strings);
  }

  scan(given: Buffer, at: number, end: number): Reached {
    const { cursor, strings } = this;
    cursor.bytes = given;
    cursor.at = at;
    for (;;) {
      cursor.skipSpace();
      this.position = cursor.at;
      if (cursor.at >= end) return 'more';
      if (cursor.pass(item)) {
        if (this.plain()) continue;
        const text = scanRichText(cursor, endItem);
        if (text === undefined) return 'odd';
        strings.add(cellText(text));
      } else if (cursor.pass(emptyItem)) strings.add('');
      else return cursor.stands(endContainer) ? 'end' : 'odd';
    }
  }

  /** Passes a string that can be kept as it stands. */
  private plain(): boolean {
    const { cursor } = this;
    const from = cursor.at;
    if (cursor.pass(plainText) && cursor.text() && cursor.plain) {
      const { start, end } = cursor;
      if (end - start <= limits.text && !hasEscape(cursor.bytes, start, end) && cursor.pass(endPlainText)) {
        this.strings.addBytes(cursor.bytes, start, end);
        return true;
      }
    }
    cursor.at = from;
    return false;
  }
}

function hasEscape(given: Buffer, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) if (given[at] === 0x5f && given[at + 1] === 0x78) return true;
  return false;
}

class StringsHandler implements ElementHandler {
  private readonly strings: SharedStrings;
  private depth = 0;
  private current: RichTextHandler | undefined;

  constructor(strings: SharedStrings) {
    this.strings = strings;
  }

  open(name: string, attributes: Attributes): void {
    this.depth += 1;
    if (this.depth === 1 && name !== 'sst') throw new LedgerUnreadable('damaged', `xlsx: <${name}>`);
    if (this.depth === 2 && name === 'si') this.current = new RichTextHandler();
    else this.current?.open(name, attributes);
  }

  text(text: string): void {
    this.current?.text(text);
    if (this.current && this.current.value.length > limits.item)
      throw new LedgerUnreadable('too-large', 'xlsx: shared string');
  }

  close(name: string): void {
    if (this.depth === 2 && this.current) {
      this.strings.add(cellText(this.current.value));
      this.current = undefined;
    } else this.current?.close(name);
    this.depth -= 1;
  }
}
