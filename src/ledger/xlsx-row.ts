import { LedgerUnreadable } from './ledger.ts';
import type { SheetCell, SheetRow } from './workbook.ts';
import { limits } from './workbook-limits.ts';

/** Puts rows together from what a parser comes upon: numbers that are left out, order, limits. */
export class RowBuilder {
  private readonly give: (row: SheetRow) => void;
  private cells: SheetCell[] = [];
  private number = 0;
  private before = 0;
  private column = -1;
  private hidden = false;
  private ordered = true;

  constructor(give: (row: SheetRow) => void) {
    this.give = give;
  }

  /**
   * Begins a row; `number` -1 where the file gives none. Throws `too-large` below the last row a sheet can have, and `damaged`
   * where it is not below the row before it: a header that comes last would stand over no row, and no program shows a row twice.
   */
  start(number: number, hidden: boolean): void {
    if (number >= 1 && number <= this.number) throw new LedgerUnreadable('damaged', 'xlsx: order of rows');
    this.before = this.number;
    this.number = number < 1 ? this.number + 1 : number;
    if (this.number > limits.rows) throw new LedgerUnreadable('too-large', 'xlsx: rows');
    this.hidden = hidden;
    this.cells = [];
    this.column = -1;
    this.ordered = true;
  }

  /** The column of the next cell; `column` -1 where the file gives none. Throws `too-large` right of the last column a sheet can have. */
  next(column: number): number {
    const found = column < 0 ? this.column + 1 : column;
    if (found >= limits.columns) throw new LedgerUnreadable('too-large', 'xlsx: columns');
    if (found <= this.column) this.ordered = false;
    this.column = found;
    return found;
  }

  add(cell: SheetCell): void {
    if (this.cells.length >= limits.columns) throw new LedgerUnreadable('too-large', 'xlsx: columns');
    this.cells.push(cell);
  }

  /** Forgets the row begun last. */
  abandon(): void {
    this.number = this.before;
  }

  /** Gives the row with these cells, which are in order and no two in one place. */
  endWith(cells: readonly SheetCell[]): void {
    if (cells.length > 0) this.give({ number: this.number, hidden: this.hidden, cells });
  }

  /** Gives the row, if it has a filled cell; of two cells in one place the later one counts. */
  end(): void {
    if (this.cells.length === 0) return;
    const cells = this.ordered
      ? this.cells
      : [...new Map(this.cells.map((cell) => [cell.column, cell])).values()].sort(
          (one, other) => one.column - other.column,
        );
    this.give({ number: this.number, hidden: this.hidden, cells });
  }
}

/** A whole number of at most nine digits; -1 for anything else. */
export const wholeNumber = (written: string | undefined): number =>
  written !== undefined && /^[0-9]{1,9}$/.test(written) ? Number(written) : -1;

/** Whether a row with these attributes does not show; one of no height is as good as hidden. */
export const isHidden = (hidden: string | undefined, height: string | undefined): boolean =>
  hidden?.[0] === '1' || hidden?.[0] === 't' || (height !== undefined && Number(height) === 0);

/** The column of its name in letters, from 0. */
export function columnOfLetters(letters: string): number {
  let column = 0;
  // The fifth bit alone makes a letter small or capital.
  for (let at = 0; at < letters.length; at += 1) column = column * 26 + (letters.charCodeAt(at) & 0x1f);
  return column - 1;
}

/** The column of a reference such as `AB12`, from 0; -1 where it is none. */
export function columnOf(reference: string): number {
  const letters = /^([A-Za-z]{1,3})[0-9]{1,7}$/.exec(reference)?.[1];
  return letters === undefined ? -1 : columnOfLetters(letters);
}
