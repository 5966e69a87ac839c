import { existsSync, readdirSync, renameSync, truncateSync } from 'node:fs';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { endedWell, Place } from './place.ts';

let place: Place;
beforeEach(() => {
  place = new Place();
});
afterEach(() => place.remove());

it('two builds at once into one folder, twenty times: whole files of one of them, both say how it went', async () => {
  const other = new Place();
  try {
    expect(place.run(['build', '2020.yaml']).status).toBe(0);
    const one = place.outputs();
    other.edit((text) => text.replace('2021-01-25', '2021-01-26'));
    expect(other.run(['build', '2020.yaml']).status).toBe(0);
    const two = other.outputs();
    for (let round = 0; round < 20; round += 1) {
      const both = await Promise.all([
        place.start(['build', '2020.yaml', '-o', 'both']),
        other.start(['build', '2020.yaml', '-o', place.path('both')]),
      ]);
      for (const ran of both) {
        expect(endedWell(ran), ran.text).toBe(true);
        expect([0, 2]).toContain(ran.status);
      }
      expect(both.some(({ status }) => status === 0)).toBe(true);
      const there = place.outputs(place.path('both'));
      expect([...there.keys()]).toEqual([...one.keys()]);
      for (const [name, digest] of there) expect([one.get(name), two.get(name)]).toContain(digest);
    }
  } finally {
    other.remove();
  }
});

it('a ledger that goes away, or shrinks, while it is read: the new outputs or the earlier, and a sentence', async () => {
  expect(place.run(['build', '2020.yaml']).status).toBe(0);
  const earlier = place.outputs();
  place.edit((text) => text.replace('2021-01-25', '2021-01-26'));
  const whole = place.run(['build', '2020.yaml', '-o', 'new']);
  const fresh = place.outputs(place.path('new'));
  const ledger = place.path('2020-台账.xlsx');
  for (let round = 0; round < 8; round += 1) {
    const running = place.start(['build', '2020.yaml']);
    await new Promise((done) => setTimeout(done, (whole.milliseconds * round) / 10));
    renameSync(ledger, `${ledger}.away`);
    const ran = await running;
    renameSync(`${ledger}.away`, ledger);
    expect(endedWell(ran), ran.text).toBe(true);
    expect([0, 2]).toContain(ran.status);
    const there = place.outputs();
    if (ran.status === 2) {
      expect(ran.text).toMatch(/台账/);
      expect([earlier, fresh]).toContainEqual(there);
    } else expect(there).toEqual(fresh);
  }
  for (const size of [15_000, 4_000, 1, 0]) {
    truncateSync(ledger, size);
    const ran = place.run(['build', '2020.yaml']);
    expect(endedWell(ran), ran.text).toBe(true);
    expect(ran.status).toBe(2);
    expect(ran.text).not.toContain('没有发现问题');
  }
  expect(readdirSync(place.folder).filter((name) => name.startsWith('.'))).toEqual([]);
  expect(existsSync(place.path('2020.yaml'))).toBe(true);
});
