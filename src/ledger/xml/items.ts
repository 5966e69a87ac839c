import { LedgerUnreadable } from '../ledger.ts';
import { limits } from '../workbook-limits.ts';
import { type Attributes, type ElementHandler, scanElements, withoutDeclaration } from './elements.ts';
import { readStrictly } from './strict.ts';

/** How far a scanner came: all that was whole, the container's end, or something outside its dialect. */
export type Reached = 'more' | 'end' | 'odd';

/** A long part: a container of many small items (`sheetData` of `row`, `sst` of `si`). */
export interface ItemReader {
  readonly root: string;
  readonly container: string;
  readonly item: string;
  /** Where the scanner came to stand: at an item's beginning. */
  readonly at: number;
  /** Reads items quickly up to `end`, all of them whole; an item that turns out odd leaves no trace. */
  scan(bytes: Buffer, end: number): Reached;
  /** A handler for the full parser that goes on where the scanner stopped; it is told of everything above the items again. */
  strict(): ElementHandler;
}

/** What may stand before the container in the common dialect: `<cols>` of all columns is less. */
const longestHead = 2 * 2 ** 20;

const namespaces = [
  'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
  'http://purl.oclc.org/ooxml/spreadsheetml/main',
];

/** The length of the head, up to and with the container's start tag; 0 where the part is not of the common dialect, undefined where more is needed. */
function commonHead(bytes: Buffer, reader: ItemReader): number | undefined {
  const start = bytes.indexOf(`<${reader.container}`);
  const end = start < 0 ? -1 : bytes.indexOf('>', start) + 1;
  if (end <= 0) return bytes.length > longestHead ? 0 : undefined;
  const xml = withoutDeclaration(bytes.toString('utf8', 0, end));
  const opened: string[] = [];
  let namespace: string | undefined;
  const open = (name: string, attributes: Attributes): void => {
    if (opened.length === 0) namespace = attributes.xmlns;
    opened.push(name);
  };
  if (xml === undefined || !scanElements(xml, { open })) return 0;
  const common =
    opened[0] === reader.root && opened.at(-1) === reader.container && namespaces.includes(namespace ?? '');
  return common && bytes[end - 2] !== 0x2f ? end : 0;
}

async function readRest(chunks: AsyncIterator<Buffer>, reader: ItemReader, head: Buffer, held: Buffer): Promise<void> {
  const strict = await readStrictly(reader.strict());
  strict.write(head);
  strict.write(held);
  for (let next = await chunks.next(); !next.done; next = await chunks.next()) strict.write(next.value);
  strict.end();
}

/**
 * Reads a long part as it is inflated: with the scanner as long as the part keeps to the common dialect, from the first
 * odd item on with the full parser. Throws `damaged` where the part ends too early or is not XML, `too-large` for an item without end.
 */
export async function readItems(source: AsyncIterable<Buffer>, reader: ItemReader): Promise<void> {
  const chunks = source[Symbol.asyncIterator]();
  try {
    await readChunks(chunks, reader);
  } finally {
    await chunks.return?.();
  }
}

async function readChunks(chunks: AsyncIterator<Buffer>, reader: ItemReader): Promise<void> {
  let head: Buffer | undefined;
  let held: Buffer = Buffer.alloc(0);
  let reached: Reached = 'more';
  for (let next = await chunks.next(); ; next = await chunks.next()) {
    if (reached === 'end') {
      if (next.done) return;
      continue;
    }
    if (!next.done) held = held.length === 0 ? next.value : Buffer.concat([held, next.value]);
    if (!head) {
      const length = commonHead(held, reader) ?? (next.done ? 0 : undefined);
      if (length === undefined) continue;
      if (length === 0) return await readRest(chunks, reader, Buffer.alloc(0), held);
      head = Buffer.from(held.subarray(0, length));
      held = held.subarray(length);
    }
    // An item's start tag cannot stand inside an item of this dialect: everything before the last one is whole.
    let end = next.done ? held.length : held.lastIndexOf(`<${reader.item}`);
    if (end <= 0) end = held.includes(`</${reader.container}`) ? held.length : 0;
    if (end > 0) {
      reached = reader.scan(held, end);
      held = held.subarray(reader.at);
    }
    if (reached === 'odd') return await readRest(chunks, reader, head, held);
    if (held.length > limits.item && reached === 'more')
      throw new LedgerUnreadable('too-large', `xlsx: ${reader.item}`);
    if (next.done) {
      if (reached === 'end') return;
      throw new LedgerUnreadable('damaged', `xlsx: ${reader.container}`);
    }
  }
}
