import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { fixtures, program } from './run.ts';

const docx = '鹿亭乡人民政府2020年政府信息公开工作年度报告.docx';

let folder = '';
let child: ChildProcess | undefined;
let text = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'annrep-watch-'));
  cpSync(join(fixtures, 'luting-2020-mended'), folder, { recursive: true });
  text = '';
  child = spawn(process.execPath, [program, 'build', '2020.yaml', '--watch'], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8');
    stream?.on('data', (part: string) => {
      text += part;
    });
  }
});
afterEach(() => {
  child?.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

/** Waits until this is said, and forgets it and what came before. */
async function said(sentence: string): Promise<void> {
  for (let time = 0; !text.includes(sentence); time += 1) {
    if (time > 400) throw new Error(`never said “${sentence}” but “${text}”`);
    await wait(50);
  }
  text = text.slice(text.indexOf(sentence) + sentence.length);
}

const report = (): string => join(folder, '2020.yaml');

it('builds again on each save, says what is new, and ends with Ctrl-C', async () => {
  await said('已生成');
  await said('正在守着“2020.yaml”');
  const right = readFileSync(report(), 'utf8');
  const first = readFileSync(join(folder, docx));

  writeFileSync(report(), right.replace('成文日期: 2021-01-25', '成文日期: 2021-01-26'));
  await said('已经按新的内容重新生成；检查的结果和上次一样');
  expect(readFileSync(join(folder, docx)).equals(first)).toBe(false);

  writeFileSync(report(), right.replace('级别: 乡镇', '级别: 乡'));
  await said('重新检查');
  await said('[shape/choice]');
  writeFileSync(report(), `${right.replace('级别: 乡镇', '级别: 乡')}\n`);
  await said('重新检查过，说的问题和上次一样');

  writeFileSync(report(), right);
  await said('已生成');
  expect(readFileSync(join(folder, docx)).equals(first)).toBe(true);

  child?.kill('SIGINT');
  const status = await new Promise((done) => child?.once('exit', done));
  expect(status).toBe(0);
  expect(text).toContain('不再守着文件');
  expect(text).not.toMatch(/\n\s+at /);
});

it('does not mind a file that is empty or gone for a moment, nor one half written', async () => {
  await said('正在守着');
  const right = readFileSync(report(), 'utf8');
  writeFileSync(report(), '');
  await wait(700);
  writeFileSync(`${report()}.new`, `${right}\n`);
  rmSync(report());
  await wait(700);
  renameSync(`${report()}.new`, report());
  await said('结果和上次一样');
  for (const share of [0.2, 0.5, 0.8, 1]) {
    writeFileSync(report(), right.slice(0, Math.floor(right.length * share)));
    await wait(60);
  }
  await said('结果和上次一样');
  expect(text).not.toContain('错误');
});

it('sees the ledger too, and a report that is gone for good', async () => {
  await said('正在守着');
  const ledger = join(folder, '2020-台账.xlsx');
  renameSync(ledger, `${ledger}.old`);
  await said('找不到台账');
  renameSync(`${ledger}.old`, ledger);
  await said('已生成');
  rmSync(report());
  await said('找不到报告“2020.yaml”');
});

it('waits for a document that is open in Word, and builds when it is closed', async () => {
  await said('正在守着');
  const lock = join(folder, `~$${docx.slice(2)}`);
  writeFileSync(lock, '');
  writeFileSync(report(), `${readFileSync(report(), 'utf8')}\n`);
  await said('请先关闭');
  rmSync(lock);
  await said('已生成');
  expect(text).not.toContain('请先关闭');
});
