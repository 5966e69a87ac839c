import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { catalogue } from '../src/finding.ts';

const folder = new URL('../fixtures/err/', import.meta.url);
const names = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
const codeOf = (name: string): string => name.replace(/\..*$/, '').replace('-', '/');

/** No single report shows these: one is off unless asked for, the other is about what `build` writes. */
const elsewhere = ['structure/length', 'output/font'];

describe('the mistakes', () => {
  test.each(names)('%s is named for a code', (name) => {
    expect(Object.keys(catalogue)).toContain(codeOf(name));
  });

  test('show every code of the catalogue', () => {
    const shown = new Set([...names.map(codeOf), ...elsewhere]);
    expect(Object.keys(catalogue).filter((code) => !shown.has(code))).toEqual([]);
  });

  test('say in their second line what is wrong', () => {
    const mute = names.filter((name) => {
      const bytes = readFileSync(new URL(name, folder));
      return (
        !name.startsWith('yaml-encoding') && bytes.length > 0 && !/\n# 错处：.+。\r?\n/.test(bytes.toString('utf8'))
      );
    });
    expect(mute).toEqual([]);
  });
});
