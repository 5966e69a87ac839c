import { type ByteCursor, tagPart } from './xml/cursor.ts';
import type { Attributes, ElementHandler } from './xml/elements.ts';

const bytes = (text: string): Uint8Array => Buffer.from(text);
const [endText, phonetic, endPhonetic] = [bytes('</t>'), bytes('rPh'), bytes('</rPh>')];

const isNamed = (cursor: ByteCursor, name: Uint8Array): boolean => {
  if (cursor.nameEnd - cursor.nameStart !== name.length) return false;
  for (let at = 0; at < name.length; at += 1) if (cursor.bytes[cursor.nameStart + at] !== name[at]) return false;
  return true;
};

const isT = (cursor: ByteCursor): boolean =>
  cursor.nameEnd - cursor.nameStart === 1 && cursor.bytes[cursor.nameStart] === 0x74;

/**
 * The text of a shared or inline string from behind its start tag, its end tag passed: the runs of rich text joined,
 * how to pronounce it (`rPh`) left out. Undefined where it is odd.
 */
export function scanRichText(cursor: ByteCursor, endTag: Uint8Array): string | undefined {
  let text = '';
  let skipping = false;
  for (;;) {
    cursor.skipSpace();
    if (cursor.pass(endTag)) return text;
    if (skipping && cursor.pass(endPhonetic)) {
      skipping = false;
      continue;
    }
    if (cursor.bytes[cursor.at] !== 0x3c) return undefined;
    cursor.at += 1;
    const closing = cursor.bytes[cursor.at] === 0x2f;
    if (closing) cursor.at += 1;
    cursor.name();
    if (cursor.nameEnd === cursor.nameStart) return undefined;
    if (closing) {
      if (cursor.bytes[cursor.at] !== 0x3e) return undefined;
      cursor.at += 1;
      continue;
    }
    const [isText, isPhonetic] = [isT(cursor), isNamed(cursor, phonetic)];
    const part = cursor.restOfTag();
    if (part === tagPart.odd || (isPhonetic && skipping)) return undefined;
    if (part === tagPart.empty) continue;
    if (isPhonetic) skipping = true;
    if (!isText) continue;
    if (!cursor.text()) return undefined;
    const decoded = skipping ? '' : cursor.decoded();
    if (decoded === undefined || !cursor.pass(endText)) return undefined;
    text += decoded;
  }
}

/** The same by the events of the full parser, from behind the string's start tag on. */
export class RichTextHandler implements ElementHandler {
  private phonetic = 0;
  private inText = false;
  value = '';

  open(name: string, _attributes: Attributes): void {
    if (name === 'rPh') this.phonetic += 1;
    this.inText = name === 't' && this.phonetic === 0;
  }

  text(text: string): void {
    if (this.inText) this.value += text;
  }

  close(name: string): void {
    if (name === 'rPh') this.phonetic -= 1;
    this.inText = false;
  }
}
