import type { CellPlace } from '../finding.ts';
import { Numbers } from './numbers.ts';

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
  private readonly columns = new Numbers();
  private readonly first = new Numbers();
  private readonly last = new Numbers();

  /** Notes a row of a column, by the number that {@link Ranges.column} gave it. */
  add(column: number, row: number): void {
    const latest = this.columns.length - 1;
    if (latest >= 0 && this.columns.get(latest) === column && this.last.get(latest) === row - 1) {
      this.last.set(latest, row);
      return;
    }
    this.columns.push(column);
    this.first.push(row);
    this.last.push(row);
  }

  *[Symbol.iterator](): Generator<readonly [column: number, from: number, to: number]> {
    for (let at = 0; at < this.columns.length; at += 1)
      yield [this.columns.get(at), this.first.get(at), this.last.get(at)];
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
