import type { Column, Form, Line } from '../forms/form.ts';
import { cellKey, leaves } from '../forms/walk.ts';
import type { Table } from '../report/report.ts';
import { cell, filling, type Laid, numberCell, numberWidth, type Sums, textWidth } from './cells.ts';
import type { GridCell } from './grid.ts';
import { headDepth, headLeaves, headRows } from './heads.ts';

/** Twips of the vertical label, of a group's label (seven characters of 9 points) and of a column of numbers. */
const gatherWidth = 420;
const groupWidth = 1366;
const columnWidth = 500;

/** Points of the numbers: small, so that the table stays on one page. */
const numberSize = 9.5;

const depthOf = (line: Line): number => 1 + Math.max(0, ...(line.lines ?? []).map(depthOf));

const leafCount = (line: Line): number =>
  line.lines ? line.lines.reduce((sum, inner) => sum + leafCount(inner), 0) : 1;

/** The lines that `gathers` holds together, as a range of indexes; empty where the form gathers none. */
function gathered(form: Form, lines: readonly Line[]): { readonly from: number; readonly to: number } {
  const from = lines.findIndex((line) => line.key === form.gathers?.from);
  const to = lines.findIndex((line) => line.key === form.gathers?.to);
  return from < 0 || to < from ? { from: -1, to: -2 } : { from, to };
}

/** The columns in the order of their heads; a column that no head names comes last. */
function headed(form: Form, columns: readonly Column[]): readonly Column[] {
  const order = headLeaves(form.heads ?? []).map((head) => head.of);
  const named = order.flatMap((key) => columns.find((column) => column.key === key) ?? []);
  return [...named, ...columns.filter((column) => !named.includes(column))];
}

function widthsOf(table: Table, columns: readonly Column[], labels: number, gathers: boolean): readonly number[] {
  const fixed = labels > 1 ? (gathers ? [gatherWidth] : []) : [];
  const groups = Array.from({ length: Math.max(0, labels - 1 - fixed.length) }, () => groupWidth);
  const numbers = columns.map((column) => {
    const texts = leaves(table.form).map(({ path }) => table.cells.get(cellKey(table.form, path, column))?.text ?? '');
    return Math.max(columnWidth, ...texts.map((text) => numberWidth(text, numberSize)));
  });
  const taken = [...fixed, ...groups, ...numbers].reduce((sum, width) => sum + width, 0);
  return filling([...fixed, ...groups, Math.max(groupWidth, textWidth - taken), ...numbers]);
}

/** Lines × columns under heads of several rows, with groups of lines (表三). */
export function layMatrix(table: Table, sums: Sums): Laid {
  const { form } = table;
  const lines = form.blocks.flatMap((block) => block.lines);
  const all = leaves(form);
  const columns = headed(form, form.blocks[0]?.columns ?? []);
  const range = gathered(form, lines);
  const inside = (index: number): boolean => index >= range.from && index <= range.to;
  const labels = Math.max(1, ...lines.map((line, index) => depthOf(line) + (inside(index) ? 1 : 0)));

  const heads = form.heads ?? columns.map((column) => ({ label: column.label, of: column.key }));
  const depth = headDepth(heads);
  const rows: GridCell[][] = headRows(heads, depth, { width: 1 });
  rows[0]?.unshift(cell(form.stub ?? '', 'head', { columnSpan: labels, rowSpan: depth, align: 'left' }));

  const printed = (line: Line, above: readonly string[], level: number): GridCell[][] => {
    const path = [...above, line.key];
    if (line.lines) {
      const under = line.lines.flatMap((inner) => printed(inner, path, level + 1));
      under[0]?.unshift(cell(line.label, 'label', { rowSpan: leafCount(line), align: 'left', scope: 'rowgroup' }));
      return under;
    }
    const leaf = all.find((one) => one.line === line);
    return [
      [
        cell(line.label, 'label', { columnSpan: labels - level, align: 'left', scope: 'row' }),
        ...(leaf ? columns.map((column) => numberCell(table, sums, leaf, column)) : []),
      ],
    ];
  };
  lines.forEach((line, index) => {
    const under = printed(line, [], inside(index) ? 1 : 0);
    if (index === range.from) {
      const rowSpan = lines.slice(range.from, range.to + 1).reduce((sum, one) => sum + leafCount(one), 0);
      under[0]?.unshift(cell(form.gathers?.label ?? '', 'label', { rowSpan, vertical: true, scope: 'rowgroup' }));
    }
    rows.push(...under);
  });
  return { rows, headRows: depth, widths: widthsOf(table, columns, labels, range.from >= 0) };
}
