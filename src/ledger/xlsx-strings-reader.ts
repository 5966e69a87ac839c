import { LedgerUnreadable } from './ledger.ts';
import { limits } from './workbook-limits.ts';
import type { SharedStrings } from './xlsx-strings.ts';
import { RichTextHandler, scanRichText } from './xlsx-text.ts';
import { cellText } from './xlsx-value.ts';
import type { Attributes, ElementHandler } from './xml/elements.ts';
import type { ItemReader, Reached } from './xml/items.ts';
import { matchAt, skipSpace } from './xml/scan.ts';

/** A string without runs, with the note on pronunciation that Chinese editions of Excel put behind each. */
const plain = /<si><t(?: xml:space="preserve")?>([^<>&\r]*)<\/t>(<phoneticPr(?: \w+="\w*"){0,9}\/>)?<\/si>/y;

/** A part up to this size is taken apart at one stroke where all its strings are plain. */
const small = 2 ** 20;

const preserved = '<t xml:space="preserve">';
const pronounced = /<\/t><phoneticPr(?: \w+="\w*"){0,9}\/><\/si>/g;

/** What no plain string holds, looked for one by one: a pattern for a long text is compiled at once, for all it takes. */
const oddities = ['<', '>', '&', '\r', '_x'];

/** The strings of a whole small table without runs and references; undefined where it is another. */
function plainTexts(bytes: Buffer): readonly string[] | undefined {
  let xml = bytes.toString('utf8');
  if (xml.includes(preserved)) xml = xml.replaceAll(preserved, '<t>');
  if (xml.includes('<phoneticPr')) xml = xml.replaceAll(pronounced, '</t></si>');
  const end = xml.indexOf('</t></si></sst>');
  if (!xml.startsWith('<si><t>') || end < 0) return undefined;
  const texts = xml.slice('<si><t>'.length, end).split('</t></si><si><t>');
  const all = texts.join('\n');
  const odd = oddities.some((mark) => all.includes(mark)) || texts.some((text) => text.length > limits.text);
  return odd ? undefined : texts;
}

/** Reads the table of shared strings (ECMA-376 18.4.9), and hands anything unusual over to the full parser. */
export class StringsReader implements ItemReader {
  readonly root = 'sst';
  readonly container = 'sst';
  readonly item = 'si';
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

  scan(bytes: Buffer, end: number): Reached {
    const texts = bytes.length <= small && this.strings.isEmpty ? plainTexts(bytes) : undefined;
    if (texts) {
      this.strings.take(texts);
      this.position = bytes.length;
      return 'end';
    }
    const text = bytes.toString('latin1', 0, end);
    for (let at = 0; ; ) {
      const found = matchAt(plain, text, at);
      if (found && this.keep(found[1] ?? '')) {
        at = plain.lastIndex;
        continue;
      }
      this.position = skipSpace(text, at);
      if (this.position >= end) return 'more';
      if (this.position > at) at = this.position;
      else if (text.startsWith('<si>', at)) {
        const close = text.indexOf('</si>', at);
        const written = close < 0 ? undefined : scanRichText(text.slice(at + 4, close));
        if (written === undefined) return 'odd';
        this.strings.add(cellText(written));
        at = close + 5;
      } else if (text.startsWith('<si/>', at)) {
        this.strings.add('');
        at += 5;
      } else return text.startsWith('</sst>', at) ? 'end' : 'odd';
    }
  }

  /** Keeps a string as its bytes stand; false where they must be decoded. */
  private keep(written: string): boolean {
    if (written.length > limits.text || written.includes('_x')) return false;
    this.strings.addBytes(written);
    return true;
  }
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
