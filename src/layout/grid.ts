import type { CellKey } from '../forms/walk.ts';

/** What a cell of a printed table is. */
export type Role = 'banner' | 'head' | 'label' | 'unit' | 'number';

/** A cell that is printed, with its spans; cells covered by a span do not appear. */
export interface GridCell {
  /** `\n` where the official print breaks the line. */
  readonly text: string;
  readonly role: Role;
  readonly columnSpan: number;
  readonly rowSpan: number;
  readonly align: 'left' | 'center';
  /** Written from top to bottom: 三、本年度办理结果. */
  readonly vertical?: boolean;
  /** Depth of a label in an extension table. */
  readonly indent?: number;
  /** The cell of the report that is printed here. */
  readonly key?: CellKey;
  /** How a number is to be written: counts and signed numbers whole, money with the decimals it was typed with. */
  readonly kind?: 'count' | 'signed' | 'money';
  /** This number is the sum of these cells (all of them in the same grid). */
  readonly sumOf?: readonly CellKey[];
  /** Unit printed behind the number. */
  readonly suffix?: string;
  /** For HTML: a heading of columns or of rows. */
  readonly scope?: 'col' | 'colgroup' | 'row' | 'rowgroup';
}

export interface GridRow {
  readonly cells: readonly GridCell[];
}

/** An identity to be shown as a live check: Σ left = Σ right. */
export interface GridCheck {
  /** The relation's code. */
  readonly code: string;
  /** `columns`: a check of one line, beside its row; `lines`: of one column, under it. */
  readonly across: 'columns' | 'lines';
  readonly left: readonly CellKey[];
  readonly right: readonly CellKey[];
}

/** A table as it is printed. */
export interface Grid {
  readonly kind: 'grid';
  /** 表二 …, or the extension table's name. */
  readonly name: string;
  /** Said to those who cannot see the table. */
  readonly caption: string;
  /** Title printed over the table; may be empty. */
  readonly title: string;
  /** Relative widths of the grid's columns; they add up to 8844 (twips of the text area of GB/T 9704). */
  readonly widths: readonly number[];
  /** How many rows repeat on the next page. */
  readonly headRows: number;
  readonly shaded: boolean;
  readonly rows: readonly GridRow[];
  readonly checks: readonly GridCheck[];
  /** Small type so that it stays on one page (表三). */
  readonly dense: boolean;
}

/** A grid cell with its coordinates, from 0. */
export interface PlacedCell {
  readonly row: number;
  readonly column: number;
  readonly cell: GridCell;
}

/** The coordinates of every cell of a grid, worked out from the spans as HTML does. */
export function placed(grid: Grid): readonly PlacedCell[] {
  const taken = new Set<string>();
  const found: PlacedCell[] = [];
  grid.rows.forEach((line, row) => {
    let column = 0;
    for (const cell of line.cells) {
      while (taken.has(`${row},${column}`)) column += 1;
      found.push({ row, column, cell });
      for (let down = 0; down < cell.rowSpan; down += 1)
        for (let right = 0; right < cell.columnSpan; right += 1) taken.add(`${row + down},${column + right}`);
    }
  });
  return found;
}
