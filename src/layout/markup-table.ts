import { type Grid, type GridCell, type PlacedCell, placed } from './grid.ts';
import { type Content, html, type Markup } from './markup.ts';

/** What a page puts into the cell of a number instead of the number alone. */
export interface Dressing {
  readonly className: string;
  readonly content: Content;
}

/** How a page sets a grid. */
export interface TableSetting {
  /** Begins the ids of the table; letters and digits, one table only. */
  readonly id: string;
  /** Shown over the table, or only said to those who cannot see it. */
  readonly caption: 'shown' | 'said';
  readonly dress?: (cell: GridCell) => Dressing | undefined;
}

/** Columns from which a table is wider than a telephone. */
export const wideFrom = 7;

/** Deepest indent of a label that is set off. */
const deepest = 6;

const cellId = (id: string, { row, column }: PlacedCell): string => `${id}-${row}-${column}`;

/** Text with the line breaks of the official print. */
const broken = (text: string): Content =>
  text.split('\n').flatMap((line, at) => (at > 0 ? [html`<br>`, line] : [line]));

const covers = ({ column, cell }: PlacedCell, at: number): boolean => column <= at && at < column + cell.columnSpan;

/**
 * The headings of a number: its labels, and over it the nearest rows of headings up to the next number, so that in 表二
 * each part has its own.
 */
function headingsOf(
  number: PlacedCell,
  cells: readonly PlacedCell[],
  headed: ReadonlySet<number>,
): readonly PlacedCell[] {
  let last = number.row;
  while (last > 0 && !headed.has(last - 1)) last -= 1;
  let first = last;
  while (first > 0 && headed.has(first - 1)) first -= 1;
  return cells.filter((one) => {
    if (!one.cell.scope) return false;
    if (one.cell.role === 'label')
      return one.row <= number.row && number.row < one.row + one.cell.rowSpan && one.column < number.column;
    return one.row >= first && one.row < last && covers(one, number.column);
  });
}

/** Rows without numbers and labels: heads and banners. */
const headedRows = (grid: Grid): ReadonlySet<number> =>
  new Set(
    grid.rows.flatMap(({ cells }, row) =>
      cells.every(({ role }) => role === 'head' || role === 'banner') ? [row] : [],
    ),
  );

const spans = ({ columnSpan, rowSpan }: GridCell): Content => [
  columnSpan > 1 ? html` colspan="${columnSpan}"` : undefined,
  rowSpan > 1 ? html` rowspan="${rowSpan}"` : undefined,
];

function cellMarkup(one: PlacedCell, headings: readonly PlacedCell[], { id, dress }: TableSetting): Markup {
  const { cell } = one;
  const dressed = cell.key === undefined ? undefined : dress?.(cell);
  const text = broken(cell.text === '' ? '' : `${cell.text}${cell.suffix ?? ''}`);
  const names = [
    cell.role,
    ...(cell.align === 'left' ? ['left'] : []),
    ...(cell.indent ? [`indent${Math.min(cell.indent, deepest)}`] : []),
    ...(dressed ? [dressed.className] : []),
  ];
  const content = dressed?.content ?? (cell.vertical ? html`<span class="vertical">${text}</span>` : text);
  const own = html` id="${cellId(id, one)}" class="${names.join(' ')}"`;
  if (cell.scope) return html`<th${own} scope="${cell.scope}"${spans(cell)}>${content}</th>`;
  const headers =
    headings.length > 0 ? html` headers="${headings.map((head) => cellId(id, head)).join(' ')}"` : undefined;
  return html`<td${own}${headers}${spans(cell)}>${content}</td>`;
}

/** The columns, grouped as the uppermost heads group them. */
function columnGroups(grid: Grid): Content {
  let column = 0;
  return (grid.rows[0]?.cells ?? []).map(({ columnSpan }) => {
    const columns = Array.from({ length: columnSpan }, () => {
      column += 1;
      return html`<col class="k${column}">`;
    });
    return html`<colgroup>${columns}</colgroup>`;
  });
}

/** A grid as a table in a region of its own, which is scrolled where the page is too narrow for it. */
export function tableMarkup(grid: Grid, setting: TableSetting): Markup {
  const { id, caption } = setting;
  const cells = placed(grid);
  const headed = headedRows(grid);
  const rowMarkup = (row: number): Markup =>
    html`<tr>${cells
      .filter((one) => one.row === row)
      .map((one) =>
        cellMarkup(one, one.cell.role === 'number' ? headingsOf(one, cells, headed) : [], setting),
      )}</tr>\n`;
  const rows = grid.rows.map((_, row) => rowMarkup(row));
  const names = [
    'form',
    ...(grid.dense ? ['dense'] : []),
    ...(grid.shaded ? ['shaded'] : []),
    ...(grid.widths.length >= wideFrom ? ['wide'] : []),
  ];
  const head = rows.slice(0, grid.headRows);
  return html`<div class="region" role="region" aria-labelledby="${id}-caption" tabindex="0">
<table id="${id}" class="${names.join(' ')}">
<caption><span id="${id}-caption" class="${caption}">${grid.caption}</span></caption>
${columnGroups(grid)}
${head.length > 0 ? html`<thead>\n${head}</thead>\n` : undefined}<tbody>
${rows.slice(grid.headRows)}</tbody>
</table>
</div>
`;
}

/** The address of a number's cell in a page, by its key. */
export function cellAddresses(grid: Grid, id: string): ReadonlyMap<string, string> {
  return new Map(placed(grid).flatMap((one) => (one.cell.key === undefined ? [] : [[one.cell.key, cellId(id, one)]])));
}

/** The widths of a grid's columns as a style sheet. */
export function columnStyle(grid: Grid, id: string): string {
  const total = grid.widths.reduce((sum, width) => sum + width, 0);
  return grid.widths
    .map((width, at) => `#${id} .k${at + 1} { width: ${Math.round((width * 10_000) / total) / 100}%; }`)
    .join('\n');
}

/** What every page says of its tables. */
export const tableStyle = `
.region { position: relative; overflow-x: auto; max-width: 100%; }
.region:focus-visible { outline: 3px solid #1f5fa8; outline-offset: 2px; }
.form { width: 100%; border-collapse: collapse; table-layout: fixed; background: #fff; color: #000; line-height: 1.4; font-size: 0.9375rem; }
.form.wide { min-width: 46rem; }
.form.dense { font-size: 0.875rem; }
.form caption { padding: 0 0 0.5rem; font-weight: bold; }
.form th, .form td { border: 1px solid #4a4a4a; padding: 0.35em 0.4em; text-align: center; vertical-align: middle; font-weight: normal; overflow-wrap: anywhere; }
.form th.head { text-wrap: balance; }
.form .left { text-align: left; }
.form .banner, .form th.head { font-weight: bold; }
.form.shaded .banner { background: #c6d9f1; }
.form .number { font-variant-numeric: tabular-nums; }
.form.dense .label, .form.wide th { padding: 0.3em 0.2em; }
.form.wide .number { padding: 0.3em 0.1em; font-size: 0.8125rem; white-space: nowrap; }
.form .vertical { display: inline-block; writing-mode: vertical-rl; letter-spacing: 0.1em; text-orientation: upright; }
${Array.from({ length: deepest }, (_, at) => `.form .indent${at + 1} { padding-left: ${at + 1.4}em; }`).join('\n')}
.said, .unseen { position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.form caption:has(.said) { padding: 0; }
`;
