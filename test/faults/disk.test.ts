import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { endedWell, Place } from './place.ts';

let place: Place;
beforeEach(() => {
  place = new Place();
});
afterEach(() => place.remove());

const build = ['build', '2020.yaml'];
const sizes = (): readonly number[] =>
  [...place.outputs().keys()].map((name) => statSync(place.path(name)).size).sort((a, b) => a - b);

/** Outputs as they were, nothing beside them, exit 2 and one sentence. */
function refused(earlier: ReadonlyMap<string, string>, ran: ReturnType<Place['run']>, says: RegExp): void {
  expect(endedWell(ran), ran.text).toBe(true);
  expect(ran.status).toBe(2);
  expect(ran.text).toMatch(says);
  expect(ran.text.trim().split('\n')).toHaveLength(1);
  expect(place.outputs()).toEqual(earlier);
}

describe('a disk that is full', () => {
  it('from the first byte, in the first file, and in the second', () => {
    expect(place.run(build).status).toBe(0);
    const earlier = place.outputs();
    const [small = 0, large = 0] = sizes();
    expect(small).toBeLessThan(large);
    place.edit((text) => text.replace('2021-01-25', '2021-01-26'));
    for (const limit of [1, small >> 1, small + 1, large - 1])
      refused(earlier, place.run(build, ['prlimit', `--fsize=${limit}`]), /磁盘已满/);
    expect(
      readdirSync(place.home, { recursive: true, encoding: 'utf8' }).filter((name) => /\.\d+$/.test(name)),
    ).toEqual([]);
    expect(place.run(build).status).toBe(0);
    expect(place.outputs()).not.toEqual(earlier);
  });

  it('as a file system of its own, where one may be mounted', () => {
    place.run(build);
    const [small = 0, large = 0] = sizes();
    const inside = place.path('disk');
    mkdirSync(inside);
    const size = Math.ceil((small + large) / 4096 / 2) * 4096;
    if (spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'none', inside]).status !== 0) {
      expect(process.getuid?.() === 0 && process.env.CI === undefined, 'root may mount').toBe(false);
      return;
    }
    try {
      const ran = place.run([...build, '-o', 'disk']);
      expect(ran.status).toBe(2);
      expect(ran.text).toContain('磁盘已满');
      expect(readdirSync(inside)).toEqual([]);
    } finally {
      spawnSync('umount', [inside]);
    }
  });

  it('behind the screen: told, and no success', () => {
    for (const words of ['explain', 'schema', 'check --format json 2020.yaml']) {
      const ran = place.run([], ['sh', '-c', `exec "$@" ${words} > /dev/full`, 'sh']);
      expect(endedWell(ran), ran.text).toBe(true);
      expect([words, ran.status]).toEqual([words, 2]);
      expect(ran.text).toContain('结果没有写完');
    }
    expect(place.run([], ['sh', '-c', 'exec "$@" check 2020.yaml 2> /dev/full', 'sh']).status).toBe(0);
    expect(place.run([], ['sh', '-c', 'exec "$@" check 2020.yaml >&- 2>&-', 'sh']).status).toBe(0);
  });

  it('a reader that leaves early does not hide that there are errors', () => {
    place.edit((text) => text.replace('采购项目数量: 37', '采购项目数量: -37'));
    const many = Array.from({ length: 50 }, () => '2020.yaml').join(' ./');
    const ran = place.run(
      [],
      ['bash', '-c', `set -o pipefail; "$@" check --format sarif ${many} | head -c 10 > /dev/null`, 'bash'],
    );
    expect(ran.status).toBe(1);
  });
});

describe('a target that cannot be written', () => {
  it('read-only, locked by an office program, a folder: told before the work, nothing changed', () => {
    expect(place.run(build).status).toBe(0);
    const [docx = '', xlsx = ''] = place.outputs().keys();
    const earlier = place.outputs();
    place.edit((text) => text.replace('2021-01-25', '2021-01-26'));
    chmodSync(place.path(xlsx), 0o444);
    refused(earlier, place.run(build), /只读文件/);
    chmodSync(place.path(xlsx), 0o644);
    for (const lock of [`~$${docx.slice(2)}`, `.~lock.${xlsx}#`]) {
      writeFileSync(place.path(lock), '');
      const ran = place.run(build);
      expect(ran.status).toBe(2);
      expect(ran.text).toContain('请先关闭');
      rmSync(place.path(lock));
      expect(place.outputs()).toEqual(earlier);
    }
    rmSync(place.path(docx));
    mkdirSync(place.path(docx));
    const ran = place.run(build);
    expect([ran.status, ran.text.includes('文件夹')]).toEqual([2, true]);
    expect(place.outputs().get(xlsx)).toBe(earlier.get(xlsx));
  });

  it('a folder that takes no files, for somebody who is not root', () => {
    const program = process.getuid?.() === 0 ? ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups'] : [];
    mkdirSync(place.path('locked'), { mode: 0o555 });
    chmodSync(place.folder, 0o755);
    const ran = place.run([...build, '-o', 'locked'], program);
    expect(endedWell(ran), ran.text).toBe(true);
    expect(ran.status).toBe(2);
    expect(ran.text).toMatch(/没有权限/);
    chmodSync(place.path('2020.yaml'), 0o200);
    const unread = place.run(['check', '2020.yaml'], program);
    expect([unread.status, endedWell(unread)]).toEqual([2, true]);
    expect(unread.text).not.toContain('份报告，没有发现问题');
    const inFolder = place.run(['check', '.'], program);
    expect([inFolder.status, endedWell(inFolder)]).toEqual([2, true]);
  });
});
