import type { CellKey } from '../forms/walk.ts';
import { heightsOf } from './appendix-heights.ts';
import type { AppendixCell, AppendixSheet, Link, Look } from './appendix-sheet.ts';

/** The sheet of findings. */
export const findingsSheet = '校验结果';

/** A finding as it is told, with the table cell it is about. */
export interface AppendixFinding {
  /** 错误, 警告 or 提示, or the English word. */
  readonly severity: string;
  readonly sentence: string;
  readonly code: string;
  /** Where in the report or the ledger: `2020.yaml 第31行`, `2020-台账.xlsx 主动公开!D17`. */
  readonly place: string;
  /** What to do. */
  readonly help: string;
  readonly key?: CellKey;
}

const looks: Readonly<Record<string, Look>> = { 错误: 'error', error: 'error', 警告: 'warning', warning: 'warning' };

const headRow = 3;
const heads = ['序号', '级别', '发现的问题', '怎么办', '位置', '表格单元格', '检查项目'] as const;
const widths = [6, 8, 52, 40, 22, 16, 22];
const size = 10;

/** Every finding, a row each; `linkOf` gives the cell of a table's sheet that a finding is about. */
export function findingSheet(
  findings: readonly AppendixFinding[],
  linkOf: (key: CellKey) => Link | undefined,
): AppendixSheet {
  const cells: AppendixCell[] = [
    { row: 1, column: 1, columnSpan: heads.length, value: findingsSheet, look: 'title' },
    { row: 2, column: 1, columnSpan: 2, value: '返回目录', look: 'link', link: { sheet: '目录', cell: 'A1' } },
    ...heads.map((value, at): AppendixCell => ({ row: headRow, column: at + 1, value, look: 'head' })),
  ];
  findings.forEach((finding, at) => {
    const row = headRow + 1 + at;
    const link = finding.key === undefined ? undefined : linkOf(finding.key);
    const look = looks[finding.severity] ?? 'text';
    const plain = (column: number, value: string): AppendixCell => ({
      row,
      column,
      look: 'text',
      align: 'left',
      format: '@',
      ...(value === '' ? {} : { value }),
    });
    cells.push(
      { row, column: 1, value: at + 1, look: 'text', align: 'center', format: '0' },
      { row, column: 2, value: finding.severity, look, align: 'center' },
      plain(3, finding.sentence),
      plain(4, finding.help),
      plain(5, finding.place),
      link ? { row, column: 6, value: `${link.sheet} ${link.cell}`, look: 'boxed-link', link } : plain(6, ''),
      plain(7, finding.code),
    );
  });
  if (findings.length === 0)
    cells.push({
      row: headRow + 1,
      column: 1,
      columnSpan: heads.length,
      value: '没有发现问题。',
      look: 'text',
      align: 'left',
    });
  return {
    name: findingsSheet,
    widths,
    heights: heightsOf(cells, widths, size),
    cells,
    size,
    landscape: true,
    freeze: { rows: headRow, columns: 0 },
    repeat: { from: headRow, to: headRow },
    ...(findings.length > 0
      ? { filter: { top: headRow, left: 1, bottom: headRow + findings.length, right: heads.length } }
      : {}),
    checks: [],
  };
}
