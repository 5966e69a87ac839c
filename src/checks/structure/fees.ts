import { type Finding, finding } from '../../finding.ts';
import type { Subject } from '../subject.ts';
import { sectionOf, sectionText } from './text.ts';

/** From 2021 on 六 says what was charged for processing information (国办函〔2020〕109号). */
export function checkFees({ report }: Subject): Finding[] {
  const section = sectionOf(report, '其他事项');
  const text = section ? sectionText(section) : '';
  if (report.year < 2021 || !section || text.trim() === '') return [];
  if (/处理费|(?:收取|收|缴纳|产生).{0,10}费|收费/.test(text)) return [];
  return [finding('structure/fees', section.at, { year: report.year })];
}
