import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { ciPicture } from './ci-picture.ts';

const readme = readFileSync('README.md', 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'annrep-readme-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The code blocks of the README in a language. */
const blocks = (language: string): readonly string[] =>
  [...readme.matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, 'g'))].map((match) => match[1] ?? '');

describe('what the README says', () => {
  it('links to files that are there', () => {
    const linked = [...readme.matchAll(/\]\((?!https?:)([^)#]+)/g)].map((match) => match[1] ?? '');
    expect(linked.length).toBeGreaterThan(4);
    expect(linked.filter((path) => !existsSync(path))).toEqual([]);
  });

  it('its first command builds the sample (here without installing anew)', () => {
    const [command = ''] = blocks('sh');
    expect(command.trim().startsWith('npm ci && npm run build && node bin/annrep.js build ')).toBe(true);
    const [, , run = ''] = command.trim().split(' && ');
    const words = run.split(' ').slice(1);
    words[words.indexOf('-o') + 1] = folder;
    const { status } = spawnSync(process.execPath, words, { encoding: 'utf8' });
    expect(status).toBe(0);
    expect(
      readdirSync(folder)
        .map((name) => name.replace(/^.*\./, ''))
        .sort(),
    ).toEqual(['docx', 'xlsx']);
  });

  it('its second report is refused with exit status 1', () => {
    const [, check = ''] = blocks('sh');
    expect(spawnSync('sh', ['-c', check], { encoding: 'utf8' }).status).toBe(1);
  });

  it('its test command is the one CI runs', () => {
    const test = blocks('sh').find((block) => block.includes('npm test')) ?? '';
    expect(test.trim()).toBe('npm ci && npm test');
    const run = readFileSync('.ci/run', 'utf8');
    expect(run).toContain('npm ci');
    expect(run).toContain('npm test');
  });

  it('its picture of CI is drawn from what the program prints there', async () => {
    const command = parse(blocks('yaml')[1] ?? '').find((step: { run?: string }) => step.run)?.run;
    const words = String(command)
      .replace(/^npx annrep /, '')
      .split(' ');
    const place = join(mkdtempSync(join(folder, 'ci-')), 'report');
    cpSync('fixtures/luting-2020', place, { recursive: true });
    const ran = spawnSync(process.execPath, [join(process.cwd(), 'bin/annrep.js'), ...words], {
      cwd: place,
      encoding: 'utf8',
      env: { ...process.env, GITHUB_ACTIONS: 'true', NO_COLOR: '1' },
    });
    rmSync(dirname(place), { recursive: true });
    expect(ran.status).toBe(1);
    await expect(ciPicture(String(command), ran.stdout, ran.stderr.trim())).toMatchFileSnapshot('../docs/ci.svg');
  });

  it('its YAML is YAML, and its workflows run commands that exist', () => {
    const [report = '', workflow = '', gitlab = '', hook = ''] = blocks('yaml');
    expect(Object.keys(parse(report))).toContain('依申请公开');
    const commands = [
      parse(workflow).find((step: { run?: string }) => step.run)?.run,
      parse(gitlab).annrep.script,
      parse(hook).repos[0].hooks[0].entry,
    ];
    for (const command of commands) {
      const words = String(command)
        .replace(/^npx annrep /, '')
        .split(' ');
      const ran = spawnSync(process.execPath, [join(process.cwd(), 'bin/annrep.js'), ...words], {
        cwd: folder,
        encoding: 'utf8',
        env: { ...process.env, GITHUB_ACTIONS: 'true' },
      });
      expect(ran.stderr).toContain('没有找到');
      expect(ran.status).toBe(2);
    }
  });

  it('its pre-commit hook stops a commit of a report with an error', () => {
    const hook = parse(blocks('yaml')[3] ?? '').repos[0].hooks[0];
    expect(hook).toMatchObject({ language: 'system', pass_filenames: false });
    const git = (...words: string[]) => spawnSync('git', words, { cwd: join(folder, 'repo'), encoding: 'utf8' });
    execFileSync('git', ['init', '-q', join(folder, 'repo')]);
    const program = `${process.execPath} ${join(process.cwd(), 'bin/annrep.js')}`;
    const script = String(blocks('sh').find((block) => block.includes('.git/hooks/pre-commit')) ?? '').replaceAll(
      'npx annrep',
      program,
    );
    expect(spawnSync('sh', ['-c', script], { cwd: join(folder, 'repo') }).status).toBe(0);
    const commit = (): number | null => {
      git('add', '-A');
      return git('-c', 'user.name=a', '-c', 'user.email=a@b', 'commit', '-qm', 'x').status;
    };
    execFileSync('cp', ['fixtures/err/requests-balance.yaml', join(folder, 'repo', '2024.yaml')]);
    expect(commit()).not.toBe(0);
    execFileSync('cp', ['fixtures/ok/rows.yaml', join(folder, 'repo', '2024.yaml')]);
    expect(commit()).toBe(0);
  });
});
