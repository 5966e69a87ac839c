import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { output } from '../../src/messages/output.ts';
import { canSave, OutputFailure, saveAll } from '../../src/writers/save.ts';

const refusing = vi.hoisted(() => ({ path: '', code: '', step: '', undo: '' }));

// A disk that is full, or a file that another program holds, at the very step where it hurts.
vi.mock('node:fs', async (original) => {
  const real = await original<typeof import('node:fs')>();
  const fail = (): never => {
    throw Object.assign(new Error(refusing.code), { code: refusing.code });
  };
  return {
    ...real,
    renameSync: (from: string, to: string): void =>
      (refusing.step === 'rename' && to === refusing.path && from.endsWith('.tmp')) ||
      (refusing.undo !== '' && to === refusing.undo && from.endsWith('.old'))
        ? fail()
        : real.renameSync(from, to),
    rmSync: (...given: Parameters<typeof real.rmSync>): void =>
      refusing.step === 'remove' && /\.annrep-.*\.old$/.test(String(given[0])) && real.existsSync(given[0])
        ? fail()
        : real.rmSync(...given),
    writeFileSync: (...given: Parameters<typeof real.writeFileSync>): void =>
      refusing.step === 'write' && typeof given[0] === 'number' ? fail() : real.writeFileSync(...given),
  };
});

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'annrep-save-'));
});
afterEach(() => {
  Object.assign(refusing, { path: '', code: '', step: '', undo: '' });
  rmSync(folder, { recursive: true, force: true });
});

/** The sentence a step fails with. */
function failure(run: () => void): string {
  try {
    run();
  } catch (error) {
    if (error instanceof OutputFailure) return error.say;
    throw error;
  }
  return 'none';
}

const text = (path: string): string => readFileSync(path, 'utf8');

describe('saving', () => {
  it('writes all files, makes the folder, and leaves nothing else behind', () => {
    const [docx, xlsx] = [join(folder, '新建/年报', '报告.docx'), join(folder, '新建/年报', '报告.xlsx')];
    canSave([docx, xlsx]);
    expect(existsSync(join(folder, '新建'))).toBe(false);
    saveAll([
      { path: docx, bytes: bytes('一') },
      { path: xlsx, bytes: bytes('二') },
    ]);
    expect(readdirSync(join(folder, '新建/年报')).sort()).toEqual(['报告.docx', '报告.xlsx'].sort());
    expect([text(docx), text(xlsx)]).toEqual(['一', '二']);
  });

  it('where an undo fails too, tells what failed first, undoes the rest and keeps the copy', () => {
    const [one, two, three] = [join(folder, '1.docx'), join(folder, '2.docx'), join(folder, '3.docx')];
    for (const path of [one, two, three]) writeFileSync(path, 'old');
    Object.assign(refusing, { step: 'rename', code: 'EBUSY', path: three, undo: two });
    const save = () => saveAll([one, two, three].map((path) => ({ path, bytes: bytes('new') })));
    expect(failure(save)).toBe('output-locked');
    expect([text(one), text(three)]).toEqual(['old', 'old']);
    const [copy, ...more] = readdirSync(folder).filter((name) => name.startsWith('.annrep-'));
    expect([text(join(folder, copy ?? '')), more]).toEqual(['old', []]);
  });

  it('writes nothing where a link leads out of the folder, nor over a device', () => {
    const victim = join(folder, 'victim');
    writeFileSync(victim, 'precious');
    mkdirSync(join(folder, 'out', 'sub'), { recursive: true });
    const linked = join(folder, 'out', 'linked.docx');
    symlinkSync(victim, linked);
    symlinkSync('/dev/null', join(folder, 'out', 'device.docx'));
    symlinkSync(folder, join(folder, 'out', 'away'));
    for (const [path, within] of [
      [linked, undefined],
      [join(folder, 'out', 'device.docx'), undefined],
      [join(folder, 'out', 'away', 'new.docx'), join(folder, 'out')],
    ] as const) {
      expect(failure(() => saveAll([{ path, bytes: bytes('new') }], within))).toBe('output-outside');
      expect(readdirSync(folder).sort()).toEqual(['out', 'victim']);
    }
    expect(failure(() => canSave([linked]))).toBe('output-outside');
    // Two dots alone lead out, not a name that begins with them.
    expect(failure(() => canSave([join(folder, 'out', '..甲.docx')]))).toBe('none');
    expect(text(victim)).toBe('precious');
    expect(statSync('/dev/null').isFile()).toBe(false);
  });

  it('removes what stands under the names of its temporary files, and writes to nothing it leads to', () => {
    const victim = join(folder, 'victim');
    writeFileSync(victim, 'precious');
    const machine = createHash('sha256').update(hostname()).digest('hex').slice(0, 8);
    for (const at of [0, 1]) symlinkSync(victim, join(folder, `.annrep-${machine}-${process.pid}-${at}.tmp`));
    canSave([join(folder, 'a.docx')]);
    saveAll([{ path: join(folder, 'a.docx'), bytes: bytes('new') }]);
    expect([text(victim), text(join(folder, 'a.docx'))]).toEqual(['precious', 'new']);
    expect(readdirSync(folder).sort()).toEqual(['a.docx', 'victim']);
  });

  it('keeps the permissions of a file that it replaces, and writes through a link', () => {
    const real = join(folder, 'real.docx');
    writeFileSync(real, 'old');
    chmodSync(real, 0o640);
    symlinkSync(real, join(folder, 'link.docx'));
    saveAll([{ path: join(folder, 'link.docx'), bytes: bytes('new') }]);
    expect(text(real)).toBe('new');
    expect(statSync(real).mode & 0o777).toBe(0o640);
  });

  it.each(['write', 'rename'])('leaves earlier outputs whole when the %s of one fails', (step) => {
    const [docx, xlsx, fresh] = ['a.docx', 'a.xlsx', 'a.html'].map((name) => join(folder, name)) as [
      string,
      string,
      string,
    ];
    writeFileSync(docx, 'old docx');
    writeFileSync(xlsx, 'old xlsx');
    Object.assign(refusing, { path: xlsx, code: step === 'write' ? 'ENOSPC' : 'EIO', step });
    const targets = [docx, fresh, xlsx].map((path) => ({ path, bytes: bytes('new') }));
    expect(failure(() => saveAll(targets))).toBe(step === 'write' ? 'disk-full' : 'output-failed');
    refusing.step = '';
    expect(readdirSync(folder).sort()).toEqual(['a.docx', 'a.xlsx']);
    expect([text(docx), text(xlsx)]).toEqual(['old docx', 'old xlsx']);
  });

  it('says that a file is open when the system does not let it be replaced', () => {
    const docx = join(folder, 'a.docx');
    writeFileSync(docx, 'old');
    Object.assign(refusing, { path: docx, code: 'EBUSY', step: 'rename' });
    expect(failure(() => saveAll([{ path: docx, bytes: bytes('new') }]))).toBe('output-locked');
    expect(text(docx)).toBe('old');
  });

  it('removes what a killed run left, and nothing of a run that still goes on', () => {
    const gone = spawnSync(process.execPath, ['-e', '0']).pid;
    const machine = createHash('sha256').update(hostname()).digest('hex').slice(0, 8);
    const names = [
      `.annrep-${machine}-${gone}-1.tmp`,
      `.annrep-${machine}-${process.ppid}-1.tmp`,
      `.annrep-00000000-${gone}-1.tmp`,
      '.annrep-mine.tmp',
    ];
    for (const name of names) writeFileSync(join(folder, name), 'half');
    saveAll([{ path: join(folder, 'a.docx'), bytes: bytes('new') }]);
    expect(readdirSync(folder).sort()).toEqual([...names.slice(1), 'a.docx'].sort());
  });

  it('is done where its own temporary files cannot be removed, which a later run does', () => {
    const docx = join(folder, 'a.docx');
    writeFileSync(docx, 'old');
    Object.assign(refusing, { code: 'EBUSY', step: 'remove' });
    saveAll([{ path: docx, bytes: bytes('new') }]);
    expect(text(docx)).toBe('new');
    expect(readdirSync(folder)).toHaveLength(2);
    refusing.step = '';
    saveAll([{ path: docx, bytes: bytes('newer') }]);
    expect(readdirSync(folder)).toEqual(['a.docx']);
  });

  it('writes where what a killed run left cannot be removed', () => {
    const gone = spawnSync(process.execPath, ['-e', '0']).pid;
    const machine = createHash('sha256').update(hostname()).digest('hex').slice(0, 8);
    const left = `.annrep-${machine}-${gone}-1.tmp`;
    mkdirSync(join(folder, left));
    saveAll([{ path: join(folder, 'a.docx'), bytes: bytes('new') }]);
    expect(readdirSync(folder).sort()).toEqual([left, 'a.docx'].sort());
  });
});

describe('what stands in the way', () => {
  it.each([
    ['Word', '~$24年政府信息公开工作年度报告.docx', '2024年政府信息公开工作年度报告.docx'],
    ['Word, short name', '~$报告.docx', '报告.docx'],
    ['Excel', '~$2024年政府信息公开工作年度报告（附表）.xlsx', '2024年政府信息公开工作年度报告（附表）.xlsx'],
    ['WPS', '.~报告.docx', '报告.docx'],
    ['LibreOffice', '.~lock.报告.docx#', '报告.docx'],
  ])('a document open in %s', (_, lock, name) => {
    writeFileSync(join(folder, lock), '');
    expect(failure(() => canSave([join(folder, name)]))).toBe('output-locked');
    expect(failure(() => canSave([join(folder, `另一份${name}`)]))).toBe('none');
    expect(output['output-locked'].zh).toContain('请先关闭');
  });

  it('a read-only file, a folder of that name, a file where the folder should be, a name too long', () => {
    writeFileSync(join(folder, 'a.docx'), 'old', { mode: 0o444 });
    mkdirSync(join(folder, 'b.docx'));
    expect(failure(() => canSave([join(folder, 'a.docx')]))).toBe('output-read-only');
    expect(failure(() => canSave([join(folder, 'b.docx')]))).toBe('output-is-folder');
    expect(failure(() => canSave([join(folder, 'a.docx', 'c.docx')]))).toBe('folder-is-file');
    expect(failure(() => saveAll([{ path: join(folder, 'a.docx', 'c', 'd.docx'), bytes: bytes('') }]))).toBe(
      'folder-is-file',
    );
    expect(failure(() => canSave([join(folder, `${'长'.repeat(90)}.docx`)]))).toBe('name-too-long');
    expect(text(join(folder, 'a.docx'))).toBe('old');
  });

  it('a folder that takes no files', () => {
    const path = '/proc/annrep/a.docx';
    const noOther = /^(?:folder-unwritable|output-failed)$/;
    expect(failure(() => canSave([path]))).toMatch(noOther);
    expect(failure(() => saveAll([{ path, bytes: bytes('') }]))).toMatch(noOther);
  });

  it('below a file: names that file', () => {
    writeFileSync(join(folder, 'a.docx'), 'old');
    for (const path of [join(folder, 'a.docx', 'c.docx'), join(folder, 'a.docx', 'c', 'd.docx')])
      for (const save of [() => canSave([path]), () => saveAll([{ path, bytes: bytes('') }])])
        expect(save).toThrow(expect.objectContaining({ say: 'folder-is-file', path: join(folder, 'a.docx') }));
  });

  it('each has its sentence in both languages', () => {
    const says: readonly (keyof typeof output)[] = [
      'output-locked',
      'output-read-only',
      'output-is-folder',
      'folder-is-file',
      'folder-unwritable',
      'name-too-long',
      'disk-full',
      'output-failed',
    ];
    for (const say of says)
      expect([output[say].zh, output[say].en].every((sentence) => sentence.includes('{path}'))).toBe(true);
  });
});
