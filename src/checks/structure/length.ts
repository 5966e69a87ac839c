import { type Finding, finding } from '../../finding.ts';
import type { Subject } from '../subject.ts';
import { sectionOf, sectionText } from './text.ts';

const limit = 1000;

/** 一 is at most 1,000 characters long; runs only when it is asked for. */
export function checkLength({ report }: Subject): Finding[] {
  const section = sectionOf(report, '总体情况');
  const length = section ? [...sectionText(section).replace(/\s/g, '')].length : 0;
  if (!section || length <= limit) return [];
  return [
    finding(
      'structure/length',
      section.at,
      { length, limit, difference: length - limit },
      { values: { reported: length, computed: limit, difference: length - limit } },
    ),
  ];
}
