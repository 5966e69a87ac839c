import type { Check } from '../subject.ts';
import { checkAspects } from './aspects.ts';
import { checkAssessment } from './assessment.ts';
import { checkFees } from './fees.ts';
import { checkHeadings } from './heading.ts';
import { checkLeftovers } from './leftover.ts';
import { checkNumbering } from './numbering.ts';
import { checkPlacement } from './placement.ts';
import { checkEmptySections, checkMissingSections } from './sections.ts';
import { checkTitle } from './title.ts';

export { checkLength } from './length.ts';

const checks: readonly Check[] = [
  checkMissingSections,
  checkEmptySections,
  checkTitle,
  checkHeadings,
  checkNumbering,
  checkAssessment,
  checkAspects,
  checkPlacement,
  checkFees,
  checkLeftovers,
];

/** The shape of the report; `checkLength` is apart because it runs only when asked for. */
export const checkStructure: Check = (subject) => checks.flatMap((check) => check(subject));
