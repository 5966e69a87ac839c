import { mkdirSync, readdirSync, readFileSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { endedWell, Place } from './place.ts';

const hook = join(process.cwd(), 'test', 'faults', 'step-hook.cjs');

let place: Place;
beforeEach(() => {
  place = new Place();
});
afterEach(() => place.remove());

const check = ['check', '--format', 'json', '-o', 'result.json', '2020.yaml'];
const result = (): string => readFileSync(place.path('result.json'), 'utf8');
const hidden = (): readonly string[] => readdirSync(place.folder).filter((name) => name.startsWith('.'));

it('the result of a check in a file: killed at each step of saving it, or on a full disk, the earlier or the new one', () => {
  expect(place.run(check).status).toBe(0);
  const earlier = result();
  place.edit((text) => text.replace('采购项目数量: 37', '采购项目数量: -37'));
  expect(place.run([...check.slice(0, 4), 'new.json', '2020.yaml']).status).toBe(1);
  const fresh = readFileSync(place.path('new.json'), 'utf8');
  expect(fresh).not.toBe(earlier);

  const full = place.run(check, ['prlimit', '--fsize=10']);
  expect([full.status, endedWell(full), result()]).toEqual([2, true, earlier]);
  expect(full.text).toContain('磁盘已满');

  let kills = 0;
  for (let step = 1; ; step += 1) {
    const words = ['env', `STEP=${step}`, `FOLDER=${place.folder}`, `NODE_OPTIONS=--require=${hook}`];
    const { status } = place.run(check, words);
    expect([earlier, fresh]).toContain(result());
    if (status !== null) break;
    kills += 1;
  }
  expect(kills).toBeGreaterThan(6);
  expect([result(), hidden()]).toEqual([fresh, []]);
});

it('a result goes through a pipe or into a device as it comes, and into a folder that is not there yet', () => {
  for (const words of [
    '-o /dev/stdout 2020.yaml | cat',
    '-o >(cat) 2020.yaml | cat',
    '-o new/a.json 2020.yaml; cat new/a.json',
  ])
    expect(place.run([], ['bash', '-c', `"$@" check --format json ${words}`, 'bash']).text).toContain('"version": 1');
  mkdirSync(place.path('folder'));
  const ran = place.run([...check.slice(0, 4), 'folder', '2020.yaml']);
  expect([ran.status, ran.text.includes('是一个文件夹')]).toEqual([2, true]);
  const device = place.run([...check.slice(0, 4), '/dev/full', '2020.yaml']);
  expect([device.status, device.text.includes('磁盘已满')]).toEqual([2, true]);
});

it('nothing that a report names is ever written over', () => {
  const name = '鹿亭乡人民政府2020年政府信息公开工作年度报告（附表）.xlsx';
  renameSync(place.path('2020-台账.xlsx'), place.path(name));
  writeFileSync(place.path('a.docx'), 'a letter');
  const ledger = readFileSync(place.path(name));
  place.edit((text) => text.replace(/^台账: .*/m, `台账: ${name}`));
  for (const words of [
    ['build', '2020.yaml'],
    ['build', '--draft', '2020.yaml', '-o', `../${place.folder.split('/').at(-1)}`],
    [...check.slice(0, 4), name, '2020.yaml'],
    [...check.slice(0, 4), '2020.yaml', '2020.yaml'],
    [...check.slice(0, 4), 'a.docx', '2020.yaml'],
  ]) {
    const ran = place.run(words);
    expect(ran.status === 2 || words.includes('--draft'), ran.text).toBe(true);
    expect(readFileSync(place.path(name)).equals(ledger)).toBe(true);
  }
  expect(readFileSync(place.path('a.docx'), 'utf8')).toBe('a letter');
  symlinkSync(name, place.path('link.xlsx'));
  place.edit((text) => text.replace(/^台账: .*/m, '台账: link.xlsx'));
  expect(place.run(['build', '2020.yaml']).status).toBe(2);
  expect(readFileSync(place.path(name)).equals(ledger)).toBe(true);
  symlinkSync('2020.yaml', place.path('r.json'));
  writeFileSync(place.path('ledger.dat'), ledger);
  writeFileSync(place.path('ledger.xlsm'), ledger);
  for (const [result, named] of [
    ['r.json', 'ledger.xlsm'],
    ['ledger.dat', 'ledger.dat'],
    ['ledger.xlsm', 'ledger.xlsm'],
  ] as const) {
    place.edit((text) => text.replace(/^台账: .*/m, `台账: "./${named}"`));
    const before = readFileSync(place.path('2020.yaml'));
    const ran = place.run([...check.slice(0, 4), result, '2020.yaml']);
    expect([ran.status, ran.text.includes('会把它盖掉')]).toEqual([2, true]);
    expect(readFileSync(place.path('2020.yaml')).equals(before)).toBe(true);
    expect(readFileSync(place.path(named)).equals(ledger)).toBe(true);
  }
});
