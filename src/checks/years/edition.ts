import { type Finding, finding } from '../../finding.ts';
import { editionOfYear } from '../../forms/editions.ts';
import type { Subject } from '../subject.ts';

/** The edition of the forms fits the report year; a year for which the edition was still optional gives a warning. */
export function checkEdition({ report }: Subject): Finding[] {
  const fitting = editionOfYear(report.year);
  if (report.year < fitting.firstYear)
    return [
      finding(
        'year/edition',
        report.place(['年度'], 'value'),
        { year: report.year, first: fitting.firstYear },
        { say: 'before' },
      ),
    ];
  if (report.edition.id === fitting.id) return [];
  const args = { year: report.year, used: report.edition.id, fitting: fitting.id, circular: fitting.circular };
  const at = report.place(['格式'], 'value');
  return [finding('year/edition', at, args, { severity: report.year < fitting.bindingFrom ? 'warning' : 'error' })];
}
