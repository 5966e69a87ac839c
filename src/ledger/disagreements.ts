import type { Args, CellPlace } from '../finding.ts';
import type { Reading } from './reading.ts';
import type { BodyRow } from './row.ts';
import { quoted } from './spelling.ts';

/** What a row says of an item, what an earlier row said, and where that row stands. */
interface Said {
  readonly now: string | number;
  readonly first: string | number;
  readonly at: CellPlace;
  readonly row: number;
}

/** What later rows of one item say of it otherwise than its first row, which counts. */
export class Disagreements {
  private readonly reading: Reading;
  /** The same information often stands in two columns of a site: one example, and how many rows there are. */
  private categories:
    | { count: number; readonly at: CellPlace; readonly args: Args; readonly first: CellPlace }
    | undefined;

  constructor(reading: Reading) {
    this.reading = reading;
  }

  /** A row with another 数量. */
  quantity(row: BodyRow, said: () => Said): void {
    const { found } = this.reading;
    const at = row.place(row.get('quantity')?.column ?? 0);
    if (found.isFull('ledger/duplicate')) {
      found.count('ledger/duplicate', at);
      return;
    }
    const { at: first, ...args } = said();
    const notes = [{ say: 'first', args: { title: '', cell: first.cell }, at: first }];
    found.say('ledger/duplicate', at, argsOf(row, args), { say: 'quantity', notes });
  }

  /** A row with another 类别. */
  category(row: BodyRow, said: () => Said): void {
    if (this.categories) {
      this.categories.count += 1;
      return;
    }
    const { at: first, ...args } = said();
    const at = row.place(row.get('category')?.column ?? 0);
    this.categories = { count: 1, at, args: argsOf(row, args), first };
  }

  /** Tells of the categories, once all rows have been read. */
  finish(): void {
    if (!this.categories) return;
    const { at, args, first, count } = this.categories;
    const notes = [{ say: 'first', args: { title: '', cell: first.cell }, at: first }];
    this.reading.found.say('ledger/duplicate', at, { ...args, count }, { say: 'category', severity: 'notice', notes });
  }
}

const argsOf = (row: BodyRow, { now, first, row: firstRow }: Omit<Said, 'at'>): Args => ({
  title: quoted(row.title?.text ?? ''),
  row: row.number,
  firstRow,
  now: typeof now === 'string' ? quoted(now) : now,
  first: typeof first === 'string' ? quoted(first) : first,
});
