import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const folder = 'fixtures/err';

it('the program as it is built says of each fixture what stands beside it', () => {
  const stems = readdirSync(folder)
    .flatMap((file) => (file.endsWith('.yaml') ? [file.replace(/\.yaml$/, '')] : []))
    .sort();
  const files = stems.map((stem) => `${folder}/${stem}.yaml`);
  const words = ['check', '--quiet', '--rule', 'structure/length=notice', ...files];
  const { stdout } = spawnSync(process.execPath, ['bin/annrep.js', ...words], { encoding: 'utf8' });
  const expected = stems.map((stem) => readFileSync(join(folder, `${stem}.out`), 'utf8'));
  expect(stdout.replaceAll(/fixtures\/(?:err|ok)\//g, '')).toBe(expected.join(''));
});
