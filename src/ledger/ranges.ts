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

/** The cells counted in one number, as runs of consecutive rows: a million rows of one name are three numbers. */
export class Runs {
  private numbers = new Uint32Array(fields * 4);
  private used = 0;

  /** Notes a row of a column, by the number that {@link Ranges.column} gave it. */
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
    this.numbers[this.used] = column;
    this.numbers[this.used + 1] = row;
    this.numbers[this.used + 2] = row;
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
  private latest: { readonly sheet: string; readonly ids: Map<number, number> } | undefined;
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
    if (this.latest?.sheet !== sheet) {
      const ids = this.ids.get(sheet) ?? new Map<number, number>();
      this.ids.set(sheet, ids);
      this.latest = { sheet, ids };
    }
    const { ids } = this.latest;
    let id = ids.get(column);
    if (id === undefined) {
      id = this.columns.push({ sheet, column }) - 1;
      ids.set(column, id);
    }
    return id;
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
}
