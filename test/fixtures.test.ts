import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { examine } from '../src/commands/examine.ts';
import { type Code, catalogue } from '../src/finding.ts';
import { codes, documentation } from '../src/messages/documentation.ts';
import { rules } from '../src/messages/index.ts';
import { textReporter } from '../src/reporters/text.ts';
import type { ToldFile } from '../src/reporters/told.ts';

const folder = 'fixtures';
/** By what stands before the ending, so that the plain mistake comes before its variants: it is the example that is shown. */
const yamlIn = (name: string): readonly string[] =>
  readdirSync(join(folder, name))
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => file.replace(/\.yaml$/, ''))
    .sort()
    .map((stem) => `${stem}.yaml`);

/** What the program finds in a fixture; the folder is left out of the names so that the text does not depend on it. */
async function found(path: string): Promise<ToldFile> {
  const { told, failures } = await examine(path, { options: { rules: extra }, language: 'zh' });
  expect(failures).toEqual([]);
  return told;
}

/** Checks that run only where somebody asks for them. */
const extra = new Map<Code, 'notice'>([['structure/length', 'notice']]);

const withoutFolder = (text: string): string => text.replaceAll(/fixtures\/(?:err|ok)\//g, '');

const printed = (told: ToldFile): string => withoutFolder(textReporter({ language: 'zh', color: false }).file(told));

/** `requests-balance.column.yaml` is a fixture of `requests/balance`. */
const codeOf = (file: string): string => (file.split('.')[0] ?? '').replace('-', '/');

describe('reports without a mistake are silent', () => {
  it.each([...yamlIn('ok').map((file) => join('ok', file)), 'luting-2020-mended/2020.yaml', 'city-2025/2025.yaml'])(
    '%s',
    async (file) => {
      const told = await found(join(folder, file));
      expect(printed(told)).toBe('');
    },
  );
});

const examples = new Map<Code, string>();

describe('reports with one mistake', () => {
  it.each(yamlIn('err'))('%s', async (file) => {
    const told = await found(join(folder, 'err', file));
    const code = codeOf(file);
    expect(told.findings.map((one) => one.code)).toContain(code);
    expect(
      new Set(told.findings.filter((one) => one.severity !== 'notice' || one.code === code).map((one) => one.code)),
    ).toEqual(new Set([code]));
    const text = printed(told);
    if (!examples.has(code as Code)) examples.set(code as Code, text);
    await expect(text).toMatchFileSnapshot(join('..', folder, 'err', file.replace(/\.yaml$/, '.out')));
  });

  it('there is one for every check, and none for a check that is not there', () => {
    const files = yamlIn('err');
    expect(files.map(codeOf).filter((code) => !Object.hasOwn(catalogue, code))).toEqual([]);
    expect(codes.filter((code) => !files.includes(`${code.replace('/', '-')}.yaml`))).toEqual([]);
  });

  it('say in their second line what is wrong', () => {
    const mute = yamlIn('err').filter((file) => {
      const text = readFileSync(join(folder, 'err', file), 'utf8');
      return !file.startsWith('yaml-encoding') && text !== '' && !/\n# 错处：.+。\r?\n/.test(text);
    });
    expect(mute).toEqual([]);
  });

  it('the documentation of all checks is what the program says and prints', async () => {
    await expect(documentation(examples)).toMatchFileSnapshot('../schema/checks.md');
  });
});

const gaps = (template: string): readonly string[] =>
  [...template.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '').sort();

describe.each(codes)('%s', (code) => {
  const rule = rules[code];
  it('says the same in both languages', () => {
    for (const said of [
      rule.title,
      rule.clause,
      rule.help,
      ...Object.values(rule.says),
      ...Object.values(rule.notes ?? {}),
    ]) {
      expect(said.zh).toMatch(/\p{Script=Han}|\{/u);
      expect(new Set(gaps(said.zh))).toEqual(new Set(gaps(said.en)));
    }
  });
});

it('no sentence of a fixture has a gap left open', () => {
  for (const file of readdirSync(join(folder, 'err')).filter((name) => name.endsWith('.out')))
    expect(readFileSync(join(folder, 'err', file), 'utf8')).not.toContain('？处');
});
