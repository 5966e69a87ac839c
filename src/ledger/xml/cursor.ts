import { decodeText } from './text.ts';

/** What {@link ByteCursor.attribute} came upon. */
export const tagPart = { odd: 0, attribute: 1, open: 2, empty: 3 } as const;
export type TagPart = (typeof tagPart)[keyof typeof tagPart];

const isSpace = (byte: number | undefined): boolean => byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;

const isName = (byte: number | undefined): boolean =>
  byte !== undefined &&
  ((byte >= 0x61 && byte <= 0x7a) ||
    (byte >= 0x41 && byte <= 0x5a) ||
    (byte >= 0x30 && byte <= 0x3a) ||
    byte === 0x5f ||
    byte === 0x2d ||
    byte === 0x2e);

/**
 * Walks over XML as bytes, in the dialect that spreadsheet programs write: no comments, no CDATA, no instructions, double
 * quotes, no references in attributes. Everything else is `odd`, and the caller turns to the full parser.
 */
export class ByteCursor {
  bytes: Buffer = Buffer.alloc(0);
  at = 0;
  /** The attribute's name and value that were found last, or the text. */
  nameStart = 0;
  nameEnd = 0;
  start = 0;
  end = 0;
  /** Whether the text holds what must be decoded: references, carriage returns. */
  private coded = false;

  /** Whether these bytes stand here. */
  stands(text: Uint8Array): boolean {
    const { bytes, at } = this;
    for (let index = 0; index < text.length; index += 1) if (bytes[at + index] !== text[index]) return false;
    return true;
  }

  /** Passes these bytes; false where they do not stand here. */
  pass(text: Uint8Array): boolean {
    if (!this.stands(text)) return false;
    this.at += text.length;
    return true;
  }

  skipSpace(): void {
    while (isSpace(this.bytes[this.at])) this.at += 1;
  }

  /** Passes a name. */
  name(): void {
    this.nameStart = this.at;
    while (isName(this.bytes[this.at])) this.at += 1;
    this.nameEnd = this.at;
  }

  /** The next attribute of a tag, or its end. */
  attribute(): TagPart {
    const { bytes } = this;
    let at = this.at;
    let byte = bytes[at];
    const spaced = isSpace(byte);
    while (isSpace(byte)) byte = bytes[++at];
    if (byte === 0x3e) {
      this.at = at + 1;
      return tagPart.open;
    }
    if (byte === 0x2f && bytes[at + 1] === 0x3e) {
      this.at = at + 2;
      return tagPart.empty;
    }
    if (!spaced) return tagPart.odd;
    this.nameStart = at;
    while (isName(byte)) byte = bytes[++at];
    this.nameEnd = at;
    if (byte !== 0x3d || bytes[at + 1] !== 0x22 || at === this.nameStart) return tagPart.odd;
    at += 2;
    this.start = at;
    for (byte = bytes[at]; byte !== 0x22; byte = bytes[++at])
      if (byte === undefined || byte < 0x20 || byte === 0x26 || byte === 0x3c) return tagPart.odd;
    this.end = at;
    this.at = at + 1;
    return tagPart.attribute;
  }

  /** Passes the attributes up to the end of the tag. */
  restOfTag(): TagPart {
    let part = this.attribute();
    while (part === tagPart.attribute) part = this.attribute();
    return part;
  }

  /** Passes text up to the next tag; false where there is none. */
  text(): boolean {
    const { bytes } = this;
    let at = this.at;
    this.start = at;
    this.coded = false;
    for (let byte = bytes[at]; byte !== 0x3c; byte = bytes[++at]) {
      if (byte === undefined || (byte === 0x3e && bytes[at - 1] === 0x5d)) return false;
      if (byte === 0x26 || byte === 0x0d) this.coded = true;
    }
    this.end = at;
    this.at = at;
    return true;
  }

  /** Whether the text is as plain as its bytes. */
  get plain(): boolean {
    return !this.coded;
  }

  /** The text that was passed last; undefined where it cannot be decoded. */
  decoded(): string | undefined {
    const raw = this.bytes.toString('utf8', this.start, this.end);
    return this.coded ? decodeText(raw) : raw;
  }

  /** The attribute's value or the text as a whole number; -1 where it is none. */
  integer(): number {
    const { bytes, start, end } = this;
    if (end === start || end - start > 9) return -1;
    let value = 0;
    for (let at = start; at < end; at += 1) {
      const digit = (bytes[at] ?? 0) - 0x30;
      if (digit < 0 || digit > 9) return -1;
      value = value * 10 + digit;
    }
    return value;
  }
}
