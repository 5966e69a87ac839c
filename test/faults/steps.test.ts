import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { endedWell, Place, type Ran } from './place.ts';

const hook = join(process.cwd(), 'test', 'faults', 'step-hook.cjs');

let place: Place;
let earlier: ReadonlyMap<string, string>;
let fresh: ReadonlyMap<string, string>;
beforeEach(() => {
  place = new Place();
  expect(place.run(['build', '2020.yaml']).status).toBe(0);
  earlier = place.outputs();
  place.edit((text) => text.replace('2021-01-25', '2021-01-26'));
  expect(place.run(['build', '2020.yaml', '-o', 'new']).status).toBe(0);
  fresh = place.outputs(place.path('new'));
});
afterEach(() => place.remove());

/** Builds; the given step of the file system in the folder is the last, or fails with a code. */
const build = (step: number, failure?: string): Ran =>
  place.run(
    ['build', '2020.yaml'],
    [
      'env',
      `STEP=${step}`,
      `FOLDER=${place.folder}`,
      ...(failure ? [`FAILURE=${failure}`] : []),
      `NODE_OPTIONS=--require=${hook}`,
    ],
  );

const stepsOf = ({ text }: Ran): number => Number(/@steps (\d+)/.exec(text)?.[1]);

/** Whether each output is one of the two whole ones. */
function areWhole(what: string): void {
  const there = place.outputs();
  for (const name of earlier.keys())
    expect([earlier.get(name), fresh.get(name)], `${name} after ${what}`).toContain(there.get(name));
}

const hidden = (): readonly string[] => readdirSync(place.folder).filter((name) => name.startsWith('.'));

it('killed at each single step of saving, both outputs are whole, and the next build clears up', () => {
  const whole = build(0);
  const steps = stepsOf(whole);
  expect(steps).toBeGreaterThan(12);
  expect(whole.text).toContain('@files 2');
  let left = 0;
  for (let step = 1; step <= steps; step += 1) {
    expect(build(step).status, `step ${step}`).toBeNull();
    areWhole(`step ${step}`);
    left += hidden().length > 0 ? 1 : 0;
  }
  expect(left).toBeGreaterThan(0);
  expect(build(0).status).toBe(0);
  expect(hidden()).toEqual([]);
  expect(place.outputs()).toEqual(fresh);
});

it.each(['ENOSPC', 'EACCES'])(
  'when a step fails with %s, both outputs are the earlier or both the new ones',
  (code) => {
    const places = new Set<string>();
    const kept = [...earlier.keys()].map((name) => [name, readFileSync(place.path(name))] as const);
    for (let step = 1; step < 40; step += 1) {
      const ran = build(step, code);
      expect(endedWell(ran), ran.text).toBe(true);
      const there = place.outputs();
      const which = JSON.stringify([...there]) === JSON.stringify([...earlier]) ? 'earlier' : 'new';
      if (which === 'new') expect(there).toEqual(fresh);
      expect(hidden()).toEqual([]);
      if (ran.status !== 0) expect([2, 'earlier']).toEqual([ran.status, which]);
      places.add(`${ran.status} ${which}`);
      if (which === 'new') for (const [name, bytes] of kept) writeFileSync(place.path(name), bytes);
      if (stepsOf(ran) < step) break;
    }
    expect([...places]).toEqual(expect.arrayContaining(['2 earlier', '0 new']));
  },
);
