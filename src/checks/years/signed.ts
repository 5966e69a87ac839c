import { type Finding, finding } from '../../finding.ts';
import type { Subject } from '../subject.ts';

/** 成文日期 lies after the year it reports on and not after the day of publication (条例 art. 49). */
export function checkSigned({ report }: Subject): Finding[] {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(report.signedOn)) return [];
  const say =
    report.signedOn <= `${report.year}-12-31` ? 'early' : report.signedOn > report.deadline ? 'late' : undefined;
  if (say === undefined) return [];
  const args = { signed: report.signedOn, year: report.year, deadline: report.deadline };
  return [finding('date/signed', report.place(['成文日期'], 'value'), args, { say })];
}
