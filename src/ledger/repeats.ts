import { ItemIndex, keyText } from './item-index.ts';
import type { Reading } from './reading.ts';
import { Records } from './records.ts';
import { Remembered } from './remembered.ts';
import type { BodyRow, Value } from './row.ts';
import { quoted, sameText } from './spelling.ts';

const madeAlike = (text: string): string => keyText(sameText(text));

/** Finds the rows that say again what an earlier one said: a request, a case or a document that was entered twice. */
export class Repeats {
  private readonly reading: Reading;
  private readonly say: 'request' | 'case' | 'document';
  private readonly index = new ItemIndex();
  private readonly alike = new Remembered<string>();
  /** The column and the row of each that was met first. */
  private readonly first = new Records();

  constructor(reading: Reading, say: Repeats['say']) {
    this.reading = reading;
    this.say = say;
  }

  /**
   * Reports a row that was met before: `named` is the cell that it is known by, its number or title, and `others` is what
   * else must be the same, for numbers begin anew each month. A row without such a cell of its own is passed over.
   */
  look(row: BodyRow, named: Value | undefined, others: readonly string[]): void {
    if (!named || named.text === '' || !named.own) return;
    const { found, ranges } = this.reading;
    const key = [named.text, ...others].map((text) => this.alike.of(text, madeAlike)).join('\u0001');
    const { item, fresh } = this.index.add(key);
    if (fresh) {
      this.first.add(ranges.column(row.sheet.name, named.column), row.number, 0, 0);
      return;
    }
    if (found.isFull('ledger/duplicate')) {
      found.count('ledger/duplicate', named.at);
      return;
    }
    const firstRow = this.first.get(item, 1);
    const before = ranges.place(this.first.get(item, 0), firstRow);
    found.say(
      'ledger/duplicate',
      named.at,
      { name: quoted(named.text), row: row.number, firstRow },
      { say: this.say, notes: [{ say: 'first', args: { cell: before.cell }, at: before }] },
    );
  }
}
