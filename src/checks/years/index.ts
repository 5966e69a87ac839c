import type { Check } from '../subject.ts';
import { checkBasis } from './basis.ts';
import { checkCarry } from './carry.ts';
import { checkCopy } from './copy.ts';
import { checkEdition } from './edition.ts';
import { checkPending } from './pending.ts';
import { checkPeriod } from './period.ts';
import { checkSigned } from './signed.ts';
import { checkStray } from './stray.ts';

const checks: readonly Check[] = [
  checkCarry,
  checkPending,
  checkEdition,
  checkPeriod,
  checkStray,
  checkBasis,
  checkCopy,
  checkSigned,
];

/** Everything that must fit the report year and the year before it. */
export const checkYears: Check = (subject) => checks.flatMap((check) => check(subject));
