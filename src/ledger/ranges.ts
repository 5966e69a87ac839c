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

/** Three numbers a run: column of a sheet, first and last row. */
const fields = 3;

/** Runs of consecutive rows in a column, so that a million rows of one name are three numbers. */
class Runs {
  private numbers = new Uint32Array(fields * 4);
  private used = 0;

  add(column: number, row: number): void {
    const last = this.used - fields;
    if (last >= 0 && this.numbers[last] === column && this.numbers[last + 2] === row - 1) {
      this.numbers[last + 2] = row;
      return;
    }
    if (this.used === this.numbers.length) {
      const grown = new Uint32Array(this.numbers.length * 2);
      grown.set(this.numbers);
      this.numbers = grown;
    }
    this.numbers.set([column, row, row], this.used);
    this.used += fields;
  }

  *[Symbol.iterator](): Generator<readonly [column: number, from: number, to: number]> {
    for (let at = 0; at < this.used; at += fields)
      yield [this.numbers[at] ?? 0, this.numbers[at + 1] ?? 0, this.numbers[at + 2] ?? 0];
  }
}

/** The rows behind every number of a ledger, by the number's name. */
export class Ranges {
  private readonly columns: { readonly sheet: string; readonly column: number }[] = [];
  private readonly ids = new Map<string, Map<number, number>>();
  private readonly runs = new Map<string, Runs>();
  private readonly file: string;

  constructor(file: string) {
    this.file = file;
  }

  /** Notes that a cell is counted in a number. */
  add(name: string, sheet: string, column: number, row: number): void {
    let runs = this.runs.get(name);
    if (!runs) {
      runs = new Runs();
      this.runs.set(name, runs);
    }
    runs.add(this.id(sheet, column), row);
  }

  /** The cells that were counted, as ranges in the order they were read. */
  where(name: string): readonly CellPlace[] {
    const runs = this.runs.get(name);
    if (!runs) return [];
    return [...runs].map(([id, from, to]) => {
      const { sheet, column } = this.columns[id] ?? { sheet: '', column: 0 };
      const cell = from === to ? cellName(column, from) : `${cellName(column, from)}:${cellName(column, to)}`;
      return { file: this.file, sheet, cell };
    });
  }

  private id(sheet: string, column: number): number {
    let ids = this.ids.get(sheet);
    if (!ids) {
      ids = new Map();
      this.ids.set(sheet, ids);
    }
    let id = ids.get(column);
    if (id === undefined) {
      id = this.columns.push({ sheet, column }) - 1;
      ids.set(column, id);
    }
    return id;
  }
}
