/** The bytes of a file, read where they are needed: from memory or from an open file. */
export interface ByteSource {
  readonly size: number;
  /** `length` bytes from `offset`, fewer at the end of the file. */
  read(offset: number, length: number): Uint8Array;
}

/** One filled cell of a sheet. */
export interface SheetCell {
  /** From 0 (A). */
  readonly column: number;
  /** `uncalculated`: a formula without a cached value. */
  readonly kind: 'text' | 'number' | 'date' | 'boolean' | 'error' | 'uncalculated';
  /** The cell as text: rich text joined, a number as written in the file, a date as `2020-01-05`, `#N/A`, `TRUE`. */
  readonly text: string;
  /** Whether the value is a formula's. */
  readonly formula: boolean;
}

/** One row; rows without a filled cell are left out. */
export interface SheetRow {
  /** From 1. */
  readonly number: number;
  /** Hidden by hand or by a filter. */
  readonly hidden: boolean;
  readonly cells: readonly SheetCell[];
}

/** A merged range, all bounds inclusive; rows from 1, columns from 0. */
export interface Merge {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** What is known of a sheet before its rows. */
export interface SheetHead {
  readonly name: string;
  readonly hidden: boolean;
  /** Complete before the first row is given. */
  readonly merges: readonly Merge[];
  /** Serial numbers that no format shows as dates count from 1904 here. */
  readonly from1904?: boolean;
}

/** Takes a workbook as it is read, sheet by sheet and row by row. */
export interface WorkbookVisitor {
  /** False: the sheet's rows are not wanted. */
  sheet(head: SheetHead): boolean;
  row(row: SheetRow): void;
  endSheet(): void;
}
