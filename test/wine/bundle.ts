import { execFileSync, spawnSync } from 'node:child_process';
import {
  closeSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';

const title = '鹿亭乡人民政府2020年政府信息公开工作年度报告';
const environment = {
  ...process.env,
  WINEPREFIX: join(homedir(), '.cache', 'annrep-test', 'wine'),
  WINEDEBUG: '-all',
  LC_ALL: 'C.UTF-8',
};

let around = '';
let bundle = '';

/** Debian's Wine, where it is missing, and a Windows 10 in a folder of its own. */
function installWine(): void {
  if (!existsSync('/usr/bin/wine')) {
    const root = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
    for (const words of [['update'], ['install', '-y', '--no-install-recommends', 'wine', 'wine64', 'unzip']]) {
      const [program = 'apt-get', ...rest] = [...root, 'apt-get', '-qq', ...words];
      execFileSync(program, rest, { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
    }
  }
  const quiet = { stdio: 'ignore', env: environment } as const;
  mkdirSync(environment.WINEPREFIX, { recursive: true });
  execFileSync('wine', ['wineboot', '-i'], quiet);
  execFileSync('wine', ['reg', 'add', 'HKCU\\Software\\Wine', '/v', 'Version', '/d', 'win10', '/f'], quiet);
}

beforeAll(() => {
  installWine();
  around = mkdtempSync(join(tmpdir(), 'annrep-wine-'));
  execFileSync(process.execPath, ['bundle.mjs', '--platform', 'win-x64', '--out', around], { stdio: 'ignore' });
  const folder = join(around, '信息公开 年报（整包）');
  mkdirSync(folder);
  const zip = join(around, readdirSync(around).find((name) => name.endsWith('.zip')) ?? '');
  execFileSync('unzip', ['-q', zip, '-d', folder], { env: environment });
  bundle = join(folder, readdirSync(folder)[0] ?? '');
});
afterAll(() => {
  spawnSync('wineserver', ['-k'], { env: environment, stdio: 'ignore' });
  rmSync(around, { recursive: true, force: true });
});

const windows = (path: string): string => `Z:${path.replaceAll('/', '\\')}`;

/** Runs the wrapper as a double-click does; Node under Wine writes into a file, not into a pipe. */
function doubleClick(
  words: readonly string[],
  typed: string,
): { readonly status: number | null; readonly text: string } {
  const [input, output] = [join(around, 'typed.txt'), join(around, 'said.txt')];
  writeFileSync(input, typed);
  const [from, to] = [openSync(input, 'r'), openSync(output, 'w')];
  try {
    const { status } = spawnSync('wine', [windows(join(bundle, '年度报告.cmd')), ...words], {
      cwd: around,
      stdio: [from, to, to],
      env: environment,
      timeout: 240_000,
    });
    return { status, text: readFileSync(output, 'utf8') };
  } finally {
    closeSync(from);
    closeSync(to);
  }
}

it('builds the sample dropped on the wrapper, in folders with Chinese characters and spaces', () => {
  const folder = join(around, '本年 报告');
  cpSync(join(bundle, '样例'), folder, { recursive: true });
  const ran = doubleClick([windows(join(folder, '2020.yaml'))], '\r\n');
  expect(ran.text).toContain(`已生成：${windows(join(folder, title))}.docx`);
  expect(ran.status).toBe(0);
  expect(readdirSync(folder).sort()).toEqual(
    ['2020-台账.xlsx', '2020.yaml', `${title}.docx`, `${title}.html`, `${title}（附表）.xlsx`].sort(),
  );
});

it('passes on that something is wrong, and shows the page', () => {
  const folder = join(around, '有错 的报告');
  cpSync(join('fixtures', 'luting-2020'), folder, { recursive: true });
  const ran = doubleClick([windows(join(folder, '2020.yaml'))], '\r\n\r\n');
  expect(ran.status).toBe(1);
  expect(readFileSync(join(folder, '2020（校验结果）.html'), 'utf8')).toContain('相差30');
});

it('begins a report beside itself where nothing is dropped', () => {
  const ran = doubleClick([], '2024\r\n\r\n\r\n');
  expect(ran.text).toContain('2024-台账.xlsx');
  expect(ran.text).toContain('3. 再双击本程序');
  expect(ran.text).not.toContain('annrep check');
  expect(ran.status).toBe(0);
  expect(existsSync(join(bundle, '2024.yaml'))).toBe(true);
});

it('says in Chinese that Node is missing', () => {
  renameSync(join(bundle, 'node'), join(bundle, 'away'));
  const ran = doubleClick([], '\r\n');
  expect(ran.text).toContain('没有找到可用的 Node.js');
  expect(ran.status).toBe(2);
});
