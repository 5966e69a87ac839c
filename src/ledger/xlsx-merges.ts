import { LedgerUnreadable } from './ledger.ts';
import type { Merge } from './workbook.ts';
import { limits } from './workbook-limits.ts';
import { columnOf } from './xlsx-row.ts';
import { type Attributes, type ElementHandler, scanElements } from './xml/elements.ts';
import { readStrictly } from './xml/strict.ts';

const endOfRows = '</sheetData>';
const noRows = '<sheetData/>';

class MergesHandler implements ElementHandler {
  readonly merges: Merge[] = [];

  open(name: string, { ref }: Attributes): void {
    if (name !== 'mergeCell' || ref === undefined) return;
    const [, from = '', to = ''] = /^\$?([A-Za-z]+\$?[0-9]+):\$?([A-Za-z]+\$?[0-9]+)$/.exec(ref) ?? [];
    const corner = (reference: string): { row: number; column: number } => {
      const plain = reference.replace('$', '');
      return { row: Number(/[0-9]+$/.exec(plain)?.[0] ?? 0), column: columnOf(plain) };
    };
    const [one, other] = [corner(from), corner(to)];
    if (one.column < 0 || other.column < 0) return;
    if (this.merges.length >= limits.merges) throw new LedgerUnreadable('too-large', 'xlsx: merges');
    this.merges.push({
      top: Math.min(one.row, other.row),
      left: Math.min(one.column, other.column),
      bottom: Math.max(one.row, other.row),
      right: Math.max(one.column, other.column),
    });
  }
}

const holdsMarkup = (bytes: Buffer): boolean => {
  for (let at = bytes.indexOf(0x21); at >= 0; at = bytes.indexOf(0x21, at + 1)) if (bytes[at - 1] === 0x3c) return true;
  return false;
};

/** What follows the rows, if the sheet is of a dialect where that can be cut off; the whole sheet is passed to the end. */
async function cutTail(chunks: AsyncIterable<Buffer>): Promise<string | undefined> {
  const tail: Buffer[] = [];
  let length = 0;
  let found = false;
  let held = Buffer.alloc(0);
  let begun = false;
  for await (const chunk of chunks) {
    let bytes: Buffer = held.length === 0 ? chunk : Buffer.concat([held, chunk]);
    if (holdsMarkup(bytes)) return undefined;
    if (!found) {
      const mark = bytes.indexOf(endOfRows);
      const none = mark < 0 && !begun ? bytes.indexOf(noRows) : -1;
      begun ||= bytes.includes('<row');
      found = mark >= 0 || none >= 0;
      held = found ? Buffer.alloc(0) : Buffer.from(bytes.subarray(-endOfRows.length));
      if (!found) continue;
      bytes = bytes.subarray(mark >= 0 ? mark + endOfRows.length : none + noRows.length);
    } else held = Buffer.alloc(0);
    length += bytes.length;
    if (length > limits.part) throw new LedgerUnreadable('too-large', 'xlsx: after the rows');
    tail.push(Buffer.from(bytes));
  }
  return found ? Buffer.concat(tail).toString('utf8') : undefined;
}

/**
 * The merged ranges of a worksheet. They stand behind its rows but are wanted before them, so `open` is read once for them
 * alone (twice in an unusual dialect). Throws `damaged` or `too-large`.
 */
export async function readMerges(open: () => AsyncIterable<Buffer>): Promise<readonly Merge[]> {
  const tail = await cutTail(open());
  if (tail !== undefined) {
    const quick = new MergesHandler();
    if (scanElements(tail, quick)) return quick.merges;
  }
  const handler = new MergesHandler();
  const reader = await readStrictly(handler);
  for await (const chunk of open()) reader.write(chunk);
  reader.end();
  return handler.merges;
}
