import { execFileSync, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { publintOf } from './tools.ts';

const folder = mkdtempSync(join(tmpdir(), 'annrep-package-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const environment = { PATH: process.env.PATH, HOME: join(folder, 'home') };
const installed = join(folder, 'node_modules', 'annrep');

beforeAll(() => {
  mkdirSync(environment.HOME);
  execFileSync('npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', folder], {
    env: environment,
    stdio: 'ignore',
  });
  const archive = readdirSync(folder).find((name) => name.endsWith('.tgz')) ?? '';
  writeFileSync(join(folder, 'package.json'), '{"private": true}');
  execFileSync('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--offline', `./${archive}`], {
    cwd: folder,
    env: environment,
    stdio: 'ignore',
  });
});

const manifest = (): Record<string, unknown> => JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'));

function annrep(...words: readonly string[]): {
  readonly status: number | null;
  readonly out: string;
  readonly talk: string;
} {
  const { status, stdout, stderr } = spawnSync(join(folder, 'node_modules', '.bin', 'annrep'), words, {
    cwd: folder,
    encoding: 'utf8',
    env: environment,
  });
  return { status, out: stdout, talk: stderr };
}

describe('the package as it is installed', () => {
  it('brings nothing else and runs nothing when it is installed', () => {
    expect(readdirSync(join(folder, 'node_modules')).filter((name) => !name.startsWith('.'))).toEqual(['annrep']);
    const { dependencies, optionalDependencies, peerDependencies, bundleDependencies, scripts } = manifest();
    expect([dependencies, optionalDependencies, peerDependencies, bundleDependencies]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    for (const name of ['preinstall', 'install', 'postinstall', 'prepare', 'prepublish'])
      expect(Object.keys((scripts ?? {}) as object)).not.toContain(name);
  });

  it('holds what it needs, and no source, test, fixture, dot file or machine’s path', () => {
    const files = readdirSync(installed, { recursive: true, encoding: 'utf8' })
      .map((file) => file.replaceAll('\\', '/'))
      .filter((file) => statSync(join(installed, file)).isFile());
    for (const name of [
      'LICENSE',
      'README.md',
      'CHANGELOG.md',
      'bin/annrep.js',
      'dist/index.js',
      'dist/THIRD_PARTY_NOTICES.txt',
      'schema/report.schema.json',
      'schema/findings.schema.json',
    ])
      expect(files).toContain(name);
    expect(
      files.filter((file) =>
        /(?:^|\/)(?:test|fixtures|src|node_modules|\.[^/]+)(?:\/|$)|\.(?:ts|map|tgz)$/.test(
          file.replace(/\.d\.ts$/, ''),
        ),
      ),
    ).toEqual([]);
    const size = files.reduce((total, file) => total + statSync(join(installed, file)).size, 0);
    expect(size).toBeLessThan(20_000_000);
    expect(files.some((name) => name.startsWith('dist/compiled/'))).toBe(true);
    for (const file of files) expect(readFileSync(join(installed, file)).includes(process.cwd()), file).toBe(false);
  });

  it('names the licence of every library in it, those too that another one brings in its own files', () => {
    const text = readFileSync(join(installed, 'dist', 'THIRD_PARTY_NOTICES.txt'), 'utf8');
    for (const name of ['docx', 'exceljs', 'js-yaml', 'yaml', 'fflate', 'nanoid', 'tinyglobby', 'commander', 'chalk'])
      expect(text).toMatch(new RegExp(`^${name} \\d`, 'm'));
  });

  it('every file that the manifest names is there, and the program begins as one', () => {
    const { main, exports, bin, files, types, engines } = manifest() as {
      main: string;
      exports: Record<string, string | Record<string, string>>;
      bin: Record<string, string>;
      files: string[];
      types?: string;
      engines: { node: string };
    };
    const named = [main, ...Object.values(bin), ...files, ...(types ? [types] : [])];
    for (const target of Object.values(exports))
      named.push(
        ...(typeof target === 'string' ? [target] : Object.values(target)).filter((name) => !name.includes('*')),
      );
    for (const name of named) expect(existsSync(join(installed, name)), name).toBe(true);
    expect(readFileSync(join(installed, bin.annrep ?? ''), 'utf8')).toMatch(/^#!\/usr\/bin\/env node\n/);
    expect(statSync(join(installed, bin.annrep ?? '')).mode & 0o111).not.toBe(0);
    expect(engines.node).toBe('>=20.19');
  });

  it('checks, builds, explains, prints the schema, and begins a year', () => {
    cpSync(join('fixtures', 'luting-2020-mended'), join(folder, 'report'), { recursive: true });
    expect(annrep('check', 'report')).toEqual({ status: 0, out: '', talk: '1份报告，没有发现问题\n' });
    expect(annrep('build', '--html', 'report/2020.yaml').status).toBe(0);
    expect(
      readdirSync(join(folder, 'report')).filter((name) => /^鹿亭.*\.(?:docx|xlsx|html)$/.test(name)),
    ).toHaveLength(3);
    expect(annrep('explain', 'requests/balance').out).toContain('第一项加第二项之和');
    expect(JSON.parse(annrep('schema').out)).toEqual(JSON.parse(readFileSync('schema/report.schema.json', 'utf8')));
    expect(annrep('init', '--organ', '示例县档案局', '2026').status).toBe(0);
    expect(annrep('check', '2026.yaml').status).toBe(1);
    expect(annrep('--version').out.trim()).toContain(String(manifest().version));
  });

  it('is well formed as publint sees it', () => {
    const archive = readdirSync(folder).find((name) => name.endsWith('.tgz')) ?? '';
    expect(publintOf(join(folder, archive))).toBe('');
  });

  describe('its types, for somebody who has nothing else installed', () => {
    const uses = `
      import { checkReport, editionOfYear, FileProblem, fromFile, reportSchema } from 'annrep';
      import type { Checked, CheckOptions, Finding, Folder, Report, Severity } from 'annrep';
      const folder: Folder = {
        bytes: (path, purpose) => { throw new FileProblem('missing', path, purpose); },
        source: (path) => fromFile(path),
        beside: () => folder,
      };
      const options: CheckOptions = { rules: new Map([['narrative/sum', 'off'] as const]), foldersUp: 1 };
      export async function errors(bytes: Uint8Array): Promise<readonly string[]> {
        const checked: Checked = await checkReport(bytes, '2020.yaml', folder, options);
        const report: Report | undefined = checked.report;
        const severity: Severity = 'error';
        const { starts } = checked.linesOf('2020.yaml') ?? { starts: [] };
        const place = (found: Finding): string => ('start' in found.at ? String(found.at.start + starts.length) : found.at.file);
        return [report?.organ ?? '', ...checked.findings.filter((one) => one.severity === severity).map(place)];
      }
      export const schema: object = reportSchema(editionOfYear(2020));`;
    const wrong = `
      import { checkReport, type Finding } from 'annrep';
      // @ts-expect-error The text has to be bytes.
      export const text = checkReport('年度: 2020', 'a.yaml', undefined!);
      // @ts-expect-error There is no such check.
      export const code: Finding['code'] = 'requests/unknown';`;

    it.each([
      ['node16', 'node16', 'commonjs'],
      ['node16', 'node16', 'module'],
      ['nodenext', 'nodenext', 'module'],
      ['bundler', 'preserve', 'module'],
      ['bundler', 'es2022', 'commonjs'],
    ])('found by %s, compiled as %s in a package of type %s', (moduleResolution, module, type) => {
      const project = join(folder, `types-${moduleResolution}-${module}-${type}`);
      mkdirSync(project);
      writeFileSync(join(project, 'package.json'), JSON.stringify({ type }));
      writeFileSync(join(project, 'uses.ts'), uses);
      writeFileSync(join(project, 'wrong.ts'), wrong);
      const compilerOptions = {
        ...{ module, moduleResolution, target: 'es2022', lib: ['es2022'], types: [], strict: true },
        ...{ skipLibCheck: false, noEmit: true, exactOptionalPropertyTypes: true },
      };
      writeFileSync(join(project, 'tsconfig.json'), JSON.stringify({ compilerOptions }));
      const tsc = join(process.cwd(), 'node_modules', 'typescript', 'bin', 'tsc');
      const { status, stdout } = spawnSync(process.execPath, [tsc, '--project', project], { encoding: 'utf8' });
      expect([status, stdout]).toEqual([0, '']);
    });
  });

  it('answers require and import', () => {
    const script = `
      const annrep = require('annrep');
      const nowhere = { bytes() { throw new annrep.FileProblem('missing', '', 'ledger'); }, source() { this.bytes(); }, beside: () => nowhere };
      annrep.checkReport(Buffer.from('年度: 2020'), 'a.yaml', nowhere).then(({ findings }) => {
        process.stdout.write(JSON.stringify([findings.length > 0, typeof annrep.reportSchema, require('annrep/schema/report.schema.json').$schema, require('annrep/package.json').name]));
      });`;
    const told = execFileSync(process.execPath, ['-e', script], { cwd: folder, encoding: 'utf8' });
    expect(JSON.parse(told)).toEqual([true, expect.any(String), expect.stringContaining('json-schema.org'), 'annrep']);
    const module = `import { checkReport } from 'annrep'; process.stdout.write(typeof checkReport);`;
    expect(
      execFileSync(process.execPath, ['--input-type=module', '-e', module], { cwd: folder, encoding: 'utf8' }),
    ).toBe('function');
    expect(() =>
      execFileSync(process.execPath, ['-e', "require('annrep/dist/program.js')"], { cwd: folder, stdio: 'ignore' }),
    ).toThrow();
  });
});
