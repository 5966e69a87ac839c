import { heightsOf } from './appendix-heights.ts';
import { type AppendixCell, type AppendixSheet, areaAddress, type Formula, quoted } from './appendix-sheet.ts';

/** The sheet that lists the others. */
export const contentsSheet = '目录';

/** A line of the list. */
export interface Entry {
  readonly sheet: AppendixSheet;
  readonly what: string;
}

/** What stands over the list. */
export interface Heading {
  readonly title: string;
  readonly organ: string;
  readonly year: number;
  readonly signedOn: string;
  readonly circular: string;
  readonly draft: boolean;
  /** Said under the list. */
  readonly notes: readonly string[];
}

const firstRow = 8;
const widths = [10, 26, 48, 10];
const size = 10.5;

/** How many check cells of a sheet show a difference: ✓ or their number, by formula. */
function verdict(sheet: AppendixSheet): Formula | undefined {
  if (sheet.checks.length === 0) return undefined;
  const count = sheet.checks
    .map((area) => `SUMPRODUCT(ISNUMBER(${quoted(sheet.name)}!${areaAddress(area)})*1)`)
    .join('+');
  const inside = (row: number, column: number): boolean =>
    sheet.checks.some((area) => row >= area.top && row <= area.bottom && column >= area.left && column <= area.right);
  const wrong = sheet.cells.filter(
    (cell) =>
      inside(cell.row, cell.column) &&
      typeof cell.value === 'object' &&
      'cached' in cell.value &&
      typeof cell.value.cached === 'number',
  ).length;
  return { formula: `IF(${count}=0,"✓",${count})`, cached: wrong === 0 ? '✓' : wrong };
}

/** The first sheet: title, organ, year, and the other sheets with links and the state of their checks. */
export function contentsOf(heading: Heading, entries: readonly Entry[]): AppendixSheet {
  const facts: readonly (readonly [string, string | { date: string }])[] = [
    ['报告机关', heading.organ],
    ['报告年度', `${heading.year}年`],
    ['成文日期', { date: heading.signedOn }],
    ['报告格式', heading.circular],
  ];
  const cells: AppendixCell[] = [
    {
      row: 1,
      column: 1,
      columnSpan: 4,
      value: `${heading.title}（附表）${heading.draft ? '（草稿）' : ''}`,
      look: 'title',
    },
    ...facts.flatMap(([name, value], at): AppendixCell[] => [
      { row: at + 2, column: 1, value: name, look: 'note' },
      {
        row: at + 2,
        column: 2,
        columnSpan: 3,
        value,
        look: 'note',
        align: 'left',
        format: typeof value === 'string' ? '@' : 'yyyy"年"m"月"d"日"',
      },
    ]),
    ...['序号', '工作表', '内容', '校核'].map(
      (value, at): AppendixCell => ({ row: firstRow - 1, column: at + 1, value, look: 'head' }),
    ),
  ];
  entries.forEach(({ sheet, what }, at) => {
    const row = firstRow + at;
    const value = verdict(sheet);
    cells.push(
      { row, column: 1, value: at + 1, look: 'text', align: 'center', format: '0' },
      { row, column: 2, value: sheet.name, look: 'boxed-link', align: 'left', link: { sheet: sheet.name, cell: 'A1' } },
      { row, column: 3, value: what, look: 'text', align: 'left' },
      value ? { row, column: 4, value, look: 'check' } : { row, column: 4, value: '—', look: 'text', align: 'center' },
    );
  });
  const end = firstRow + entries.length;
  const notes = [
    '校核一栏：✓ 表示表内各项勾稽关系都相符；红色数字是不相符的处数，点工作表名称查看。',
    '表中合计都是公式，改动任何一个数，合计和校核随即变化。“报告数”是报告里的数，供对照。',
    ...heading.notes,
  ];
  notes.forEach((value, at) => {
    cells.push({ row: end + 1 + at, column: 1, columnSpan: 4, value, look: 'note', align: 'left' });
  });
  return {
    name: contentsSheet,
    widths,
    heights: heightsOf(cells, widths, size),
    cells,
    size,
    landscape: false,
    freeze: { rows: 0, columns: 0 },
    checks: [{ top: firstRow, bottom: Math.max(firstRow, end - 1), left: 4, right: 4 }],
  };
}
