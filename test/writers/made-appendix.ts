import { channels } from '../../src/forms/channels.ts';
import { cellKey, leaves } from '../../src/forms/walk.ts';
import { type Appendix, type AppendixInput, appendixOf } from '../../src/layout/appendix.ts';
import { gridOf } from '../../src/layout/tables.ts';
import type { Report } from '../../src/report/report.ts';
import { type Made, madeReport, madeTable } from '../checks/made-report.ts';

/** A report with the extension table of channels, all of whose cells may be named. */
export function reportOf(made: Made = {}): Report {
  const position = { section: '依申请公开', after: false } as const;
  return madeReport({ ...made, extensions: [madeTable(channels, 'report.yaml', { ...made, blank: true }, position)] });
}

/** The appendix of a report. */
export const appendixFor = (report: Report, more: Partial<AppendixInput> = {}): Appendix =>
  appendixOf({
    report,
    grids: [...report.tables.values(), ...report.extensions].map((table) => gridOf(table, report.style)),
    findings: [],
    ...more,
  });

/** Numbers for 表三 and 表四 from `next`, the totals worked out as the form says: row, （七）, third part against first. */
export function consistentCells(year: number, next: () => number): Record<string, number> {
  const cells: Record<string, number> = {};
  for (const { form } of madeReport({ year }).tables.values()) {
    if (form.arrangement === 'blocks') continue;
    for (const leaf of leaves(form)) {
      const [line = ''] = leaf.path;
      const parts = leaf.block.columns.filter((column) => column.key !== '总计');
      for (const column of parts) {
        const key = cellKey(form, leaf.path, column);
        const before = ['本年新收', '上年结转', '结转下年度'].includes(line);
        if (form.arrangement === 'band' || (line !== '总计' && !before)) cells[key] = next();
      }
    }
    if (form.arrangement === 'matrix')
      for (const { key } of leaves(form)[0]?.block.columns.filter((column) => column.key !== '总计') ?? []) {
        const settled = Object.entries(cells)
          .filter(([name]) => name.startsWith('依申请公开.') && name.split('.').at(-1) === key)
          .reduce((sum, [, value]) => sum + value, 0);
        const [carriedIn, carriedOver] = [next(), next()];
        cells[`依申请公开.总计.${key}`] = settled;
        cells[`依申请公开.上年结转.${key}`] = carriedIn;
        cells[`依申请公开.结转下年度.${key}`] = carriedOver + carriedIn;
        cells[`依申请公开.本年新收.${key}`] = settled + carriedOver;
      }
    for (const leaf of leaves(form)) {
      const row = leaf.block.columns.filter((column) => column.key !== '总计');
      cells[[form.key, ...leaf.path, '总计'].join('.')] = row.reduce(
        (sum, column) => sum + (cells[cellKey(form, leaf.path, column)] ?? 0),
        0,
      );
    }
  }
  return cells;
}
