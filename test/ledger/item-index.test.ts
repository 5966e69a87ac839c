import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ItemIndex } from '../../src/ledger/item-index.ts';

describe('items are numbered by their keys', () => {
  it('as a map of all keys would, below and above the number that is kept as text', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9000 }), fc.array(fc.nat(), { minLength: 1 }), (keys, again) => {
        const index = new ItemIndex();
        const numbers = new Map<string, number>();
        const met = [...Array.from({ length: keys }, (_, at) => at), ...again.map((at) => at % (keys * 2))];
        return met.every((at) => {
          const key = `关于第${at}项工作的通知`;
          const known = numbers.get(key);
          if (known === undefined) numbers.set(key, numbers.size);
          const { item, fresh } = index.add(key);
          return item === numbers.get(key) && fresh === (known === undefined);
        });
      }),
      { numRuns: 50 },
    );
  });

  it('keeps a hundred thousand apart', () => {
    const index = new ItemIndex();
    const first = Array.from({ length: 100_000 }, (_, at) => index.add(`${at}`).item);
    expect(first.every((item, at) => item === at)).toBe(true);
    const again = Array.from({ length: 100_000 }, (_, at) => index.add(`${at}`));
    expect(again.every(({ item, fresh }, at) => item === at && !fresh)).toBe(true);
  });
});
