import type { CellKey } from '../forms/walk.ts';
import { type Amount, amountOf, formatOf, minus, numberOf, sumOf, typedValue } from './appendix-amounts.ts';
import { type AppendixCell, type Area, address, type Formula } from './appendix-sheet.ts';
import type { Grid, GridCheck, PlacedCell } from './grid.ts';

/** A grid on its sheet: where a cell of the report stands and what it is worth. */
export interface Standing {
  readonly grid: Grid;
  readonly cells: ReadonlyMap<CellKey, PlacedCell>;
  /** Row of the sheet of a row of the grid. */
  readonly rowOf: (row: number) => number;
  readonly amount: (key: CellKey) => Amount;
}

/** What the sheet's row of a relation is called. */
const relations: Readonly<Record<string, string>> = {
  'requests/row-total': '总计＝各类申请人之和',
  'requests/settled': '（七）总计＝（一）至（六）之和',
  'requests/balance': '第一项＋第二项＝第三项＋第四项',
  'review/total': '总计＝各项之和',
};

const relationName = (check: GridCheck): string => relations[check.code] ?? '合计＝各项之和';

/** Sheet coordinates of a cell of the report, from 1. */
const at = (standing: Standing, key: CellKey): { readonly row: number; readonly column: number } | undefined => {
  const cell = standing.cells.get(key);
  return cell && { row: standing.rowOf(cell.row), column: cell.column + 1 };
};

/** `D5:I5,K5`: the cells as a list of ranges, in the order of the sheet. */
export function rangesOf(standing: Standing, keys: readonly CellKey[]): string {
  const points = keys.flatMap((key) => at(standing, key) ?? []);
  const oneColumn = points.every((point) => point.column === points[0]?.column);
  points.sort((a, b) => (oneColumn ? a.row - b.row : a.row - b.row || a.column - b.column));
  const runs: { from: (typeof points)[number]; to: (typeof points)[number] }[] = [];
  for (const point of points) {
    const last = runs.at(-1);
    const follows = oneColumn
      ? last?.to.row === point.row - 1
      : last?.to.row === point.row && last.to.column === point.column - 1;
    if (last && follows) last.to = point;
    else runs.push({ from: point, to: point });
  }
  return runs
    .map(({ from, to }) => {
      const [first, end] = [address(from.row, from.column), address(to.row, to.column)];
      return first === end ? first : `${first}:${end}`;
    })
    .join(',');
}

/** `SUM(…)`, rounded to the decimals of its parts where they have any: floating point must not add a difference. */
export function sumFormula(standing: Standing, keys: readonly CellKey[]): Formula {
  const amount = sumOf(keys.map(standing.amount));
  const sum = `SUM(${rangesOf(standing, keys)})`;
  return { formula: amount.decimals > 0 ? `ROUND(${sum},${amount.decimals})` : sum, cached: numberOf(amount) };
}

/** ✓ where two sums agree, else what the left one has more. */
function comparison(left: string, right: string, difference: Amount): Formula {
  const apart = `${left}-${right}`;
  const formula =
    difference.decimals > 0
      ? `IF(ROUND(${apart},${difference.decimals})=0,"✓",ROUND(${apart},${difference.decimals}))`
      : `IF(${left}=${right},"✓",${apart})`;
  return { formula, cached: difference.units === 0n ? '✓' : numberOf(difference) };
}

/** The total that a check is about, where it is a live formula: then the number as reported is what is compared. */
function reportedTotal(standing: Standing, check: GridCheck): PlacedCell | undefined {
  const [key, ...more] = check.left;
  const total = key === undefined ? undefined : standing.cells.get(key);
  return more.length === 0 && total && (total.cell.sumOf?.length ?? 0) > 0 ? total : undefined;
}

interface Point {
  readonly row: number;
  readonly column: number;
}

/** The check of an identity and, before it, the total as reported where there is a single one. */
function verdicts(standing: Standing, check: GridCheck, reportedAt: Point, checkAt: Point): readonly AppendixCell[] {
  const right = sumFormula(standing, check.right);
  const sumRight = sumOf(check.right.map(standing.amount));
  const total = reportedTotal(standing, check);
  if (!total) {
    const left = sumFormula(standing, check.left);
    const difference = minus(sumOf(check.left.map(standing.amount)), sumRight);
    return [{ ...checkAt, look: 'check', value: comparison(left.formula, right.formula, difference) }];
  }
  const value = typedValue(total.cell);
  const amount = amountOf(total.cell.text);
  const reported: AppendixCell = {
    ...reportedAt,
    look: 'reported',
    format: formatOf(total.cell),
    ...(value === undefined ? {} : { value }),
  };
  const name = address(reportedAt.row, reportedAt.column);
  const compared = comparison(name, right.formula, minus(amount ?? sumRight, sumRight));
  // A total that was left blank is compared with nothing.
  const formula = `IF(ISNUMBER(${name}),${compared.formula},"—")`;
  return [reported, { ...checkAt, look: 'check', value: { formula, cached: amount ? compared.cached : '—' } }];
}

/** What the checks add to a sheet. */
export interface CheckPart {
  readonly cells: readonly AppendixCell[];
  readonly areas: readonly Area[];
}

/** The checks of lines, in two columns beside the grid. */
export function besideGrid(standing: Standing, checks: readonly GridCheck[], column: number): CheckPart {
  const cells: AppendixCell[] = [];
  const rows: number[] = [];
  for (const check of checks) {
    const point = at(standing, check.left[0] ?? '');
    if (!point) continue;
    cells.push(...verdicts(standing, check, { row: point.row, column }, { row: point.row, column: column + 1 }));
    rows.push(point.row);
  }
  if (rows.length === 0) return { cells: [], areas: [] };
  const head = { row: standing.rowOf(0), rowSpan: Math.max(1, standing.grid.headRows), look: 'check-head' } as const;
  cells.push({ ...head, column, value: '报告数' }, { ...head, column: column + 1, value: '校核' });
  const area = { top: Math.min(...rows), bottom: Math.max(...rows), left: column + 1, right: column + 1 };
  return { cells, areas: [area] };
}

/** Checks that stand in the same rows under the grid: those of one relation about one line. */
function grouped(standing: Standing, checks: readonly GridCheck[]): readonly (readonly GridCheck[])[] {
  const groups = new Map<string, GridCheck[]>();
  for (const check of checks) {
    const name = `${check.code} ${at(standing, check.left[0] ?? '')?.row ?? 0}`;
    groups.set(name, [...(groups.get(name) ?? []), check]);
  }
  return [...groups.values()];
}

/** The checks of columns, in rows from `top` under the grid; a label stands in the columns left of each check that are free. */
export function underGrid(standing: Standing, checks: readonly GridCheck[], top: number): CheckPart {
  const cells: AppendixCell[] = [];
  const areas: Area[] = [];
  let row = top;
  for (const group of grouped(standing, checks)) {
    const withReported = group.some((check) => reportedTotal(standing, check));
    const checkRow = withReported ? row + 1 : row;
    let free = 1;
    const columns: number[] = [];
    for (const check of [...group].sort((a, b) => columnOf(standing, a) - columnOf(standing, b))) {
      const column = columnOf(standing, check);
      if (column === 0) continue;
      const label = { column: free, columnSpan: column - free, look: 'check-head' } as const;
      if (column > free) {
        if (withReported) cells.push({ ...label, row, value: '报告数' });
        cells.push({ ...label, row: checkRow, value: `校核：${relationName(check)}` });
      }
      cells.push(...verdicts(standing, check, { row, column }, { row: checkRow, column }));
      columns.push(column);
      free = column + 1;
    }
    if (columns.length > 0)
      areas.push({ top: checkRow, bottom: checkRow, left: Math.min(...columns), right: Math.max(...columns) });
    row = checkRow + 1;
  }
  return { cells, areas };
}

const columnOf = (standing: Standing, check: GridCheck): number => at(standing, check.left[0] ?? '')?.column ?? 0;
