import type { CellPlace } from '../finding.ts';

/** Letters of a column counted from 0: A, Z, AA. */
export function columnName(column: number): string {
  let name = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  return name;
}

/** Name of a cell: column from 0, row from 1. */
export const cellName = (column: number, row: number): string => `${columnName(column)}${row}`;

/** The cells counted in one number, as runs of consecutive rows: a million rows of one name are three numbers. */
export class Runs {
  /** The runs that have ended: column, first row and last row of each. */
  private ended = new Int32Array(24);
  private filled = 0;
  private column = -1;
  private from = 0;
  private to = 0;

  /** Notes a row of a column, by the number that {@link Ranges.column} gave it. */
  add(column: number, row: number): void {
    if (column === this.column && row === this.to + 1) {
      this.to = row;
      return;
    }
    if (this.column >= 0) this.end();
    this.column = column;
    this.from = row;
    this.to = row;
  }

  private end(): void {
    let { ended } = this;
    const at = this.filled;
    if (at === ended.length) {
      ended = new Int32Array(at * 2);
      ended.set(this.ended);
      this.ended = ended;
    }
    ended[at] = this.column;
    ended[at + 1] = this.from;
    ended[at + 2] = this.to;
    this.filled = at + 3;
  }

  *[Symbol.iterator](): Generator<readonly [column: number, from: number, to: number]> {
    for (let at = 0; at < this.filled; at += 3) {
      const [column = 0, from = 0, to = 0] = this.ended.subarray(at, at + 3);
      yield [column, from, to];
    }
    if (this.column >= 0) yield [this.column, this.from, this.to];
  }
}

/** The rows behind every number of a ledger, by the number's name. */
export class Ranges {
  private readonly columns: { readonly sheet: string; readonly column: number }[] = [];
  /** The numbers of a sheet's columns by column. */
  private readonly ids = new Map<string, number[]>();
  private sheet: string | undefined;
  private latest: number[] = [];
  private readonly runs = new Map<string, Runs>();
  private readonly file: string;

  constructor(file: string) {
    this.file = file;
  }

  /** Where the cells counted in a number are noted. */
  of(name: string): Runs {
    let runs = this.runs.get(name);
    if (!runs) {
      runs = new Runs();
      this.runs.set(name, runs);
    }
    return runs;
  }

  /** The number of a sheet's column. */
  column(sheet: string, column: number): number {
    if (this.sheet !== sheet) {
      this.sheet = sheet;
      this.latest = this.ids.get(sheet) ?? [];
      this.ids.set(sheet, this.latest);
    }
    const known = this.latest[column];
    if (known !== undefined) return known;
    const id = this.columns.push({ sheet, column }) - 1;
    this.latest[column] = id;
    return id;
  }

  /** The cell of a row in a column, by the number that {@link column} gave it. */
  place(id: number, row: number, last = row): CellPlace {
    const { sheet, column } = this.columns[id] ?? { sheet: '', column: 0 };
    const from = cellName(column, row);
    return { file: this.file, sheet, cell: last === row ? from : `${from}:${cellName(column, last)}` };
  }

  /** The cells that were counted, as ranges in the order they were read. */
  where(name: string): readonly CellPlace[] {
    const runs = this.runs.get(name);
    if (!runs) return [];
    return [...runs].map(([id, from, to]) => this.place(id, from, to));
  }
}
