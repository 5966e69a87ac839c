import type { Check } from '../subject.ts';
import { checkAllNew, checkDisclosed, checkInForce, checkRegulations } from './disclosure.ts';
import { checkFeeUnit, checkProcessingFee, checkProcurement } from './money.ts';

const checks: readonly Check[] = [
  checkRegulations,
  checkInForce,
  checkAllNew,
  checkDisclosed,
  checkProcurement,
  checkFeeUnit,
  checkProcessingFee,
];

/** Numbers that can be written so but hardly are right. */
export const checkPlausible: Check = (subject) => checks.flatMap((check) => check(subject));
