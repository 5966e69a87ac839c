import { TextDecoder } from 'node:util';
import { knownCount } from './headers.ts';
import { LedgerUnreadable } from './ledger.ts';
import type { ByteSource, SheetCell, WorkbookVisitor } from './workbook.ts';
import { limits } from './workbook-limits.ts';
import { RowBuilder } from './xlsx-row.ts';

const chunkSize = 256 * 1024;

/** A quotation beyond was never closed: exports of whole articles stay below, and what follows would all be one value. */
const longestQuotation = 8 * limits.text;

/** Whether bytes are UTF-8; the last character may be cut off. */
function isUtf8(bytes: Uint8Array, whole: boolean): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: !whole });
    return true;
  } catch {
    return false;
  }
}

/**
 * How a text file is encoded: by its byte order mark, else UTF-8 where every byte is, else GB18030 (which holds GBK and
 * GB 2312), as Excel and WPS write it in China.
 */
function encodingOf(source: ByteSource): string {
  const head = source.read(0, 3);
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for (let at = 0; at < source.size; at += chunkSize) decoder.decode(source.read(at, chunkSize), { stream: true });
    decoder.decode();
    return 'utf-8';
  } catch {
    return 'gb18030';
  }
}

/** A text file, whole. */
export const decodedText = (source: ByteSource): string =>
  new TextDecoder(encodingOf(source)).decode(source.read(0, source.size));

/** Whether the beginning of a file can be text in one of the encodings read here. */
export function looksLikeText(head: Uint8Array, whole: boolean): boolean {
  if ((head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff))
    return head.length % 2 === 0 || !whole;
  if (head.some((byte) => byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d && byte !== 0x0c))
    return false;
  if (isUtf8(head, whole)) return true;
  const text = new TextDecoder('gb18030').decode(head, { stream: !whole });
  return !text.includes('\uFFFD');
}

/** Lines in which a header is looked for, and how much of each. */
const mostLines = 50;
const longestLine = 4000;

/** How many names of headers the line has that has most of them, if parted so. */
const headersBy = (separator: string, lines: readonly string[]): number =>
  lines.reduce((most, line) => {
    const fields = line.split(separator).map((field) => field.trim().replace(/^"(.*)"$/, '$1'));
    return Math.max(most, knownCount([...new Set(fields)]));
  }, 0);

/** How often each separator stands outside quotes. */
function separatorsIn(text: string): ReadonlyMap<string, number> {
  const counts = new Map([
    [',', 0],
    ['\t', 0],
    [';', 0],
  ]);
  let quoted = false;
  for (const character of text) {
    if (character === '"') quoted = !quoted;
    else if (!quoted) {
      const count = counts.get(character);
      if (count !== undefined) counts.set(character, count + 1);
    }
  }
  return counts;
}

/**
 * The separator: that of tab, comma and semicolon which parts a header, for channels and titles may hold more of another;
 * where there is none that is known, the one that stands most often in the first lines.
 */
function separatorOf(text: string): string {
  const lines = text.split('\n', mostLines).map((line) => line.slice(0, longestLine));
  let best = { separator: ',', headers: 0, count: 0 };
  for (const [separator, count] of separatorsIn(text)) {
    const found = headersBy(separator, lines);
    const headers = found > 1 ? found : 0;
    if (headers > best.headers || (headers === best.headers && count > best.count))
      best = { separator, headers, count };
  }
  return best.separator;
}

/** Parts text into fields and rows (RFC 4180, quotes inside unquoted fields kept), piece by piece. */
class FieldParser {
  private readonly separator: string;
  private readonly builder: RowBuilder;
  private field = '';
  private column = 0;
  private line = 1;
  private quoted = false;
  private closing = false;
  private begun = false;
  private cells: SheetCell[] = [];
  private held = 0;

  constructor(separator: string, builder: RowBuilder) {
    this.separator = separator;
    this.builder = builder;
  }

  take(text: string): void {
    const stop = new RegExp(`["\\n${this.separator === '\t' ? '\\t' : this.separator}]`, 'g');
    let from = 0;
    for (let found = stop.exec(text); found; found = stop.exec(text)) {
      this.append(text.slice(from, found.index));
      from = found.index + 1;
      this.mark(found[0]);
    }
    this.append(text.slice(from));
  }

  private append(part: string): void {
    if (part === '') return;
    this.held += part.length;
    if (this.held > limits.item) throw new LedgerUnreadable('too-large', 'csv: row');
    if (this.closing) {
      // Two lines that each begin with a quote and never close it: what stands between them would be one value.
      if (part.trim() !== '' && this.field.includes('\n')) throw new LedgerUnreadable('damaged', 'csv: quote');
      this.closing = this.quoted = false;
    }
    this.field += part;
    if (this.quoted && this.field.length > longestQuotation) throw new LedgerUnreadable('damaged', 'csv: quote');
    this.begun = true;
  }

  private mark(character: string): void {
    if (character === '"') {
      if (this.closing) {
        this.closing = false;
        this.append('"');
      } else if (this.quoted) this.closing = true;
      else if (this.begun) this.append('"');
      else this.begun = this.quoted = true;
    } else if (this.quoted && !this.closing) this.append(character);
    else {
      this.endField();
      if (character === '\n') this.endRow();
    }
  }

  private endField(): void {
    const text = this.field.slice(0, limits.text);
    if (this.column >= limits.columns) throw new LedgerUnreadable('too-large', 'csv: columns');
    if (text !== '') this.cells.push({ column: this.column, kind: 'text', text, formula: false });
    this.column += 1;
    this.field = '';
    this.quoted = this.closing = this.begun = false;
  }

  private endRow(): void {
    this.builder.start(this.line, false);
    for (const cell of this.cells) this.builder.add(cell);
    this.builder.end();
    this.line += 1;
    this.column = 0;
    this.cells = [];
    this.held = 0;
  }

  /** The end of the file; throws `damaged` where a quote is still open: what follows it would be one value. */
  end(): void {
    if (this.quoted && !this.closing) throw new LedgerUnreadable('damaged', 'csv: quote');
    if (this.begun || this.column > 0) {
      this.endField();
      this.endRow();
    }
  }
}

/**
 * Reads a text file of rows as one sheet named `name`; every value is text, as typed. Row numbers are those a spreadsheet
 * program would show: a line break inside quotes begins no row. Throws `too-large`.
 */
export function readCsv(
  source: ByteSource,
  name: string,
  visitor: WorkbookVisitor,
  progress: (share: number) => void = () => {},
): void {
  const decoder = new TextDecoder(encodingOf(source));
  let parser: FieldParser | undefined;
  let heldReturn = '';
  const wanted = visitor.sheet({ name, hidden: false, merges: [] });
  for (let at = 0; wanted && at < source.size; at += chunkSize) {
    const raw = heldReturn + decoder.decode(source.read(at, chunkSize), { stream: at + chunkSize < source.size });
    // A line end may be cut in two.
    heldReturn = raw.endsWith('\r') && at + chunkSize < source.size ? '\r' : '';
    const text = raw.slice(0, raw.length - heldReturn.length).replace(/\r\n?/g, '\n');
    parser ??= new FieldParser(separatorOf(text.slice(0, 65_536)), new RowBuilder((row) => visitor.row(row)));
    parser.take(text);
    progress(Math.min(1, (at + chunkSize) / source.size));
  }
  parser?.end();
  visitor.endSheet();
}
