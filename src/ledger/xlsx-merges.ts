import { LedgerUnreadable } from './ledger.ts';
import type { Merge } from './workbook.ts';
import { limits } from './workbook-limits.ts';
import { columnOfLetters } from './xlsx-row.ts';
import { type Attributes, type ElementHandler, scanElements } from './xml/elements.ts';
import { readStrictly } from './xml/strict.ts';

const endOfRows = '</sheetData>';
const noRows = '<sheetData/>';

/** Without bounds, which would make of it the longest pattern of all that read a workbook. */
const range = /^\$?([A-Za-z]+)\$?([0-9]+):\$?([A-Za-z]+)\$?([0-9]+)$/;
const longest = { letters: 3, digits: 7 } as const;

class MergesHandler implements ElementHandler {
  readonly merges: Merge[] = [];
  private readonly most: number;
  private begun: boolean;

  /** `begun`: what it is told of stands behind the rows. */
  constructor(most: number, begun: boolean) {
    this.most = most;
    this.begun = begun;
  }

  open(name: string, { ref }: Attributes): void {
    if (name === 'sheetData') {
      // The second half of a sheet in two would be read by some programs and not by others.
      if (this.begun) throw new LedgerUnreadable('damaged', 'xlsx: rows in two places');
      this.begun = true;
    }
    if (name !== 'mergeCell' || ref === undefined) return;
    const [, from = '', first = '', to = '', last = ''] = range.exec(ref) ?? [];
    if (from === '' || Math.max(from.length, to.length) > longest.letters) return;
    if (Math.max(first.length, last.length) > longest.digits) return;
    const [left, right] = [columnOfLetters(from), columnOfLetters(to)];
    const [top, bottom] = [Number(first), Number(last)];
    if (this.merges.length >= this.most) throw new LedgerUnreadable('too-large', 'xlsx: merges');
    this.merges.push({
      top: Math.min(top, bottom),
      left: Math.min(left, right),
      bottom: Math.max(top, bottom),
      right: Math.max(left, right),
    });
  }
}

/** Comments, CDATA and other markup that could hide the end of the rows. */
const holdsMarkup = (bytes: Buffer): boolean => bytes.includes('<!');

/** What follows the rows, if the sheet is of a dialect where that can be cut off; the whole sheet is passed to the end. */
async function cutTail(chunks: AsyncIterable<Buffer>): Promise<string | undefined> {
  const tail: Buffer[] = [];
  let length = 0;
  let found = false;
  let begun = false;
  let before: Buffer = Buffer.alloc(0);
  /** The place behind the end of the rows in these bytes, -1 where it is not there. */
  const endOf = (bytes: Buffer): number => {
    const mark = bytes.indexOf(endOfRows);
    if (mark >= 0) return mark + endOfRows.length;
    const none = begun ? -1 : bytes.indexOf(noRows);
    begun ||= bytes.includes('<row');
    return none < 0 ? -1 : none + noRows.length;
  };
  for await (const chunk of chunks) {
    // What lies across the border of two chunks: no mark is longer than what is kept of the first.
    const border = Buffer.concat([before, chunk.subarray(0, noRows.length)]);
    if (holdsMarkup(border) || holdsMarkup(chunk)) return undefined;
    let rest = chunk;
    if (!found) {
      const across = endOf(border);
      const end = across >= 0 ? across - before.length : endOf(chunk);
      if (end >= 0) found = true;
      rest = chunk.subarray(Math.max(0, end));
    }
    before = Buffer.concat([before, chunk.subarray(-noRows.length)]).subarray(-noRows.length);
    if (!found) continue;
    length += rest.length;
    if (length > limits.part) throw new LedgerUnreadable('too-large', 'xlsx: after the rows');
    tail.push(Buffer.from(rest));
  }
  return found ? Buffer.concat(tail).toString('utf8') : undefined;
}

/**
 * The merged ranges of a worksheet. They stand behind its rows but are wanted before them, so `open` is read once for them
 * alone (twice in an unusual dialect). Throws `damaged`, or `too-large` where there are more than `most`.
 */
export async function readMerges(open: () => AsyncIterable<Buffer>, most: number): Promise<readonly Merge[]> {
  const tail = await cutTail(open());
  if (tail !== undefined) {
    const quick = new MergesHandler(most, true);
    if (scanElements(tail, quick)) return quick.merges;
  }
  const handler = new MergesHandler(most, false);
  const reader = await readStrictly(handler);
  for await (const chunk of open()) reader.write(chunk);
  reader.end();
  return handler.merges;
}
