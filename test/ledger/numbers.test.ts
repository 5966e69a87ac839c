import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Numbers } from '../../src/ledger/numbers.ts';
import { Ranges } from '../../src/ledger/ranges.ts';
import { Records } from '../../src/ledger/records.ts';

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

it('a long list of records is what a list of them is', () => {
  const record = fc.tuple(number, number, number, number);
  fc.assert(
    fc.property(
      fc.array(record, { minLength: 1, maxLength: 600, size: 'max' }),
      fc.array(fc.tuple(fc.nat(599), fc.nat(3), number)),
      (added, changed) => {
        const records = new Records();
        const list = added.map((each) => [...each]);
        for (const [at, each] of added.entries()) if (records.add(...each) !== at) return false;
        for (const [place, field, value] of changed) {
          const at = place % list.length;
          records.set(at, field, value);
          const kept = list[at];
          if (kept) kept[field] = value;
        }
        return list.every((each, at) => each.every((value, field) => records.get(at, field) === value));
      },
    ),
  );
});

it('rows noted one by one come back as runs, however many', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(2), fc.nat(2)), { maxLength: 200 }), (steps) => {
      const ranges = new Ranges('a.xlsx');
      const rows = ranges.of('总数');
      const expected: string[] = [];
      let row = 1;
      for (const [column, step] of steps) {
        row += step;
        rows.add(ranges.column('甲', column), row);
        expected.push(`${'ABC'[column]}${row}`);
      }
      const found = ranges.where('总数').flatMap(({ cell }) => {
        const [, letter = '', from = '', to = from] = /^([A-C])(\d+)(?::[A-C](\d+))?$/.exec(cell) ?? [];
        return Array.from({ length: Number(to) - Number(from) + 1 }, (_, at) => `${letter}${Number(from) + at}`);
      });
      expect(found).toEqual(expected);
    }),
  );
});
