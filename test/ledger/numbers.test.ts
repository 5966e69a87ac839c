import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Numbers } from '../../src/ledger/numbers.ts';

const number = fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 });

describe('a long list of numbers', () => {
  it('is what a list is', () => {
    fc.assert(
      fc.property(fc.array(number, { maxLength: 300 }), fc.array(fc.tuple(fc.nat(299), number)), (pushed, changed) => {
        const numbers = new Numbers();
        const list = [...pushed];
        for (const [at, value] of pushed.entries()) if (numbers.push(value) !== at) return false;
        for (const [at, value] of changed) {
          numbers.set(at, value);
          if (at < list.length) list[at] = value;
        }
        return numbers.length === list.length && list.every((value, at) => numbers.get(at) === value);
      }),
    );
  });

  it('of a million', () => {
    const numbers = new Numbers();
    for (let at = 0; at < 1_000_000; at += 1) numbers.push(at * 2);
    expect([0, 15, 16, 47, 48, 65_535, 524_271, 524_272, 999_999].map((at) => numbers.get(at))).toEqual([
      0, 30, 32, 94, 96, 131_070, 1_048_542, 1_048_544, 1_999_998,
    ]);
  });
});
