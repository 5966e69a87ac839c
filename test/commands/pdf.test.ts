import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { findOffice } from '../../src/commands/pdf.ts';
import { pdfPages } from '../tools.ts';
import { fixtures, program, run } from './run.ts';

let folder = '';
let temporary = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'annrep-pdf-test-'));
  temporary = join(folder, '临时 文件夹');
  mkdirSync(temporary);
  cpSync(join(fixtures, 'luting-2020-mended'), folder, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const title = '鹿亭乡人民政府2020年政府信息公开工作年度报告';
const build = (environment: Readonly<Record<string, string>>) =>
  run(['build', '2020.yaml', '--pdf'], folder, undefined, { TMPDIR: temporary, ...environment });

/** A program in place of LibreOffice. */
function office(script: string): string {
  const path = join(folder, 'soffice');
  writeFileSync(path, `#!/bin/sh\n${script}\n`);
  chmodSync(path, 0o755);
  return path;
}

it('LibreOffice makes the PDF beside the DOCX, with all of its text, and leaves nothing else', async () => {
  const ran = await build({});
  expect(ran).toMatchObject({ status: 0 });
  expect(ran.text).toContain(`已生成：${title}.pdf\n`);
  const text = pdfPages(join(folder, `${title}.pdf`))
    .join('\n')
    .replace(/\s/g, '');
  expect(text).toContain('六、其他需要报告的事项');
  expect(text).toContain('2021年1月25日');
  expect(readdirSync(temporary)).toEqual([]);
});

it('without an office program, or with one that fails, the rest is built with the same status and an earlier PDF stays', async () => {
  writeFileSync(join(folder, `${title}.pdf`), 'earlier');
  for (const [program, said] of [
    [join(folder, 'none'), '没有找到'],
    [office('exit 1'), '没有把 DOCX 转成 PDF'],
    [office('for last; do :; done; echo nonsense > "$(dirname "$last")/report.pdf"'), '没有把 DOCX 转成 PDF'],
  ] as const) {
    rmSync(join(folder, `${title}.docx`), { force: true });
    const ran = await build({ ANNREP_OFFICE: program });
    expect(ran.status).toBe(0);
    expect(ran.text).toContain(said);
    expect(existsSync(join(folder, `${title}.docx`))).toBe(true);
    expect(readFileSync(join(folder, `${title}.pdf`), 'utf8')).toBe('earlier');
    expect(readdirSync(temporary)).toEqual([]);
  }
});

it('clears up what a killed run left of a conversion, and nothing else', async () => {
  const gone = spawnSync(process.execPath, ['-e', '0']).pid;
  const names = [`annrep-pdf-${gone}-abc123`, `annrep-pdf-${process.ppid}-abc123`, 'annrep-pdf-mine'];
  for (const name of names) {
    mkdirSync(join(temporary, name));
    writeFileSync(join(temporary, name, 'report.docx'), 'a report');
  }
  expect((await build({ ANNREP_OFFICE: office('exit 1') })).status).toBe(0);
  expect(readdirSync(temporary).sort()).toEqual(names.slice(1).sort());
});

/** Whether a process is there and does more than wait to be cleared away. */
const lives = (pid: string): boolean => {
  const file = `/proc/${pid}/stat`;
  return existsSync(file) && !/\) Z /.test(readFileSync(file, 'latin1'));
};

it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
  '%s ends the office program and what it started, and leaves nothing of them',
  async (signal) => {
    const list = join(folder, 'pids');
    const path = office(
      `mkdir "$TMPDIR/profile" && touch "$TMPDIR/profile/settings" "$TMPDIR/rest.tmp"
sleep 600 & echo "$$ $!" > '${list}.new'; mv '${list}.new' '${list}'; wait`,
    );
    const child = spawn(process.execPath, [program, 'build', '2020.yaml', '--pdf'], {
      cwd: folder,
      env: { PATH: process.env.PATH, TMPDIR: temporary, ANNREP_OFFICE: path },
      stdio: 'ignore',
    });
    const ended = once(child, 'exit');
    await expect.poll(() => existsSync(list), { timeout: 30_000 }).toBe(true);
    const pids = readFileSync(list, 'utf8').trim().split(' ');
    expect(pids.map(lives)).toEqual([true, true]);
    child.kill(signal);
    expect(await ended).toEqual([null, signal]);
    await expect.poll(() => pids.map(lives), { timeout: 5000 }).toEqual([false, false]);
    expect(readdirSync(temporary)).toEqual([]);
    expect(existsSync(join(folder, `${title}.docx`))).toBe(false);
  },
);

it('is found on PATH, never in a folder that PATH names by halves', () => {
  const path = office('exit 0');
  expect(findOffice('linux', { PATH: `.:${folder}` })).toEqual({ name: 'LibreOffice', program: path });
  expect(findOffice('linux', { PATH: '.', ANNREP_OFFICE: '' })).toBeUndefined();
});
