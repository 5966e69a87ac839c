import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { breaksTheForm } from './arithmetic.ts';
import { changedLedgers, changedNumbers, changedOldLedgers, changedReports, changedTexts } from './properties.ts';

/** The same cases in every run, so that a change of the program alone can make one fail; `npm run soak` tries others. */
const seed = 20261129;

describe('whatever is changed, nothing crashes, hangs, or passes that is wrong', () => {
  it('reports', () => fc.assert(changedReports, { numRuns: 5000, seed }));
  it('numbers', () => fc.assert(changedNumbers, { numRuns: 1000, seed }));
  it('ledgers', () => fc.assert(changedLedgers, { numRuns: 1500, seed }));
  it('old ledgers', () => fc.assert(changedOldLedgers, { numRuns: 500, seed }));
  it('texts', () => fc.assert(changedTexts, { numRuns: 2000, seed }));
});

it('the oracle itself can tell right from wrong', () => {
  const right = readFileSync('fixtures/ok/department-2024.yaml', 'utf8');
  expect(breaksTheForm(right)).toBe(false);
  expect(breaksTheForm(right.replace(/(本年新收: +\[)(\d)/, '$17'))).toBe(true);
  expect(breaksTheForm(right.replace(/^依申请公开:/m, '依申请：'))).toBeUndefined();
});
