import { readdirSync } from 'node:fs';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { Place } from './place.ts';

let place: Place;
beforeEach(() => {
  place = new Place();
});
afterEach(() => place.remove());

const words = ['build', '--html', '2020.yaml'];

it('a build that is killed at any moment leaves whole files, earlier or new, and the next run clears up', async () => {
  expect(place.run(words).status).toBe(0);
  const earlier = place.outputs();
  expect(earlier.size).toBe(3);
  place.edit((text) => text.replace('2021-01-25', '2021-01-26'));
  const whole = place.run([...words, '-o', 'new']);
  expect(whole.status).toBe(0);
  const fresh = place.outputs(place.path('new'));
  expect([...fresh.keys()]).toEqual([...earlier.keys()]);
  for (const [name, digest] of fresh) expect(digest).not.toBe(earlier.get(name));

  const kills = 30;
  const ends: (number | string)[] = [];
  for (let at = 0; at < kills; at += 1) {
    ends.push(await place.kill(words, ((at + 0.5) / kills) * whole.milliseconds * 1.1));
    const there = place.outputs();
    for (const [name, digest] of there) {
      if (!/^\.annrep-.*\.(?:tmp|old)$/.test(name))
        expect([earlier.get(name), fresh.get(name)], `${name} after kill ${at}`).toContain(digest);
    }
    for (const name of earlier.keys()) expect(there.has(name)).toBe(true);
  }
  expect(ends.filter((end) => end === 'SIGKILL').length).toBeGreaterThan(kills / 2);
  expect(ends.filter((end) => end !== 'SIGKILL' && end !== 0)).toEqual([]);

  expect(place.run(words).status).toBe(0);
  expect(readdirSync(place.folder).filter((name) => name.startsWith('.'))).toEqual([]);
  for (const [name, digest] of fresh) expect(place.outputs().get(name)).toBe(digest);
});
