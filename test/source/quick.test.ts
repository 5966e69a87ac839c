import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { quickTree } from '../../src/source/quick.ts';
import { strictTree } from '../../src/source/strict.ts';
import type { YamlNode } from '../../src/source/tree.ts';

const fixtures = readdirSync('fixtures', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.yaml') && !/(?:gbk|utf-16)/.test(file))
  .map((file) => [file, readFileSync(join('fixtures', file), 'utf8').replace(/^\ufeff/, '')] as const)
  .filter(([, text]) => text.length < 60_000);

/** Another parser of other authors is the judge: what the quick one reads, the strict one reads as the same. */
function expectSame(text: string): YamlNode | undefined {
  const quick = quickTree(text);
  if (quick) expect({ root: quick, faults: [] }).toEqual(strictTree(text));
  return quick;
}

describe('the quick parser', () => {
  test.each(fixtures)('reads %s as the strict one does, or leaves it alone', (file, text) => {
    const quick = expectSame(text);
    if (!file.startsWith('err')) expect(quick).toBeDefined();
  });

  test.each([
    ['a: 1\n- b\n'],
    ['a: "x\n'],
    ['a: [1, 2\n'],
    ['- a\n'],
    ['a\n'],
    [''],
    ['# nothing\n'],
    ['a: &x 1\nb: 2\n'],
    ['a: *x\n'],
    ['a: !!str 1\n'],
    ['a:\t1\n'],
    ['%YAML 1.2\n---\na: 1\n'],
    ['a: 1\n---\nb: 2\n'],
    ['? a\n: 1\n'],
    ['[a]: 1\n'],
    ['{a, b: 1}\n'],
    ['a:\n-\n- 1\n'],
    ['a: "x\\\n  y"\n'],
    ['a:\n# below\n  x\n'],
    ['a:\n- "x"b: 1\n'],
    [`${'a'.repeat(1100)}: 1\n`],
    [`a: ${'['.repeat(60)}${']'.repeat(60)}\n`],
  ])('leaves %j to the strict one', (text) => {
    expect(quickTree(text)).toBeUndefined();
  });

  test('knows where everything stands', () => {
    const text = 'a: 1 # one\nb:\n  - "x"\n  - {c: 2, d: }\ne: |\n  x\n\n\nf:\n';
    const slices: string[] = [];
    const visit = (node: YamlNode): void => {
      slices.push(text.slice(node.start, node.end));
      if (node.kind === 'list') node.items.forEach(visit);
      if (node.kind === 'map') for (const entry of node.entries) [entry.key, entry.value].forEach(visit);
    };
    const root = expectSame(text);
    if (root) visit(root);
    expect(slices.slice(1)).toEqual([
      'a',
      '1',
      'b',
      '- "x"\n  - {c: 2, d: }',
      '"x"',
      '{c: 2, d: }',
      'c',
      '2',
      'd',
      '',
      'e',
      '|\n  x',
      'f',
      '',
    ]);
  });

  test('never differs, whatever the text', () => {
    const pieces = `a|b: |a: | |  |- |-|#| # c|"|'|[|]|{|}|,|, |? |:|1|年|：|~|""|'x'|\u3000|\u2028|\u0085|\\`.split(
      '|',
    );
    const breaks = ['\n', '\n', '\n  ', '\n    ', '\r\n', '|\n', '>\n', '|-\n', '|+\n', '|2\n', '|\n \n  x\n'];
    const text = fc.array(fc.constantFrom(...pieces, ...breaks), { minLength: 1, maxLength: 14 });
    let read = 0;
    fc.assert(
      fc.property(fc.constantFrom('', 'a: ', 'a: '), text, (first, rest) => {
        if (expectSame(first + rest.join(''))) read += 1;
      }),
      { numRuns: 20_000 },
    );
    expect(read).toBeGreaterThan(1000);
  });

  test('never differs on reports that were changed anywhere', () => {
    const bits = [
      ' ',
      '  ',
      '\n',
      ':',
      ': ',
      '- ',
      '#',
      ' #c',
      '"',
      "'",
      '[',
      ']',
      '{',
      '}',
      ',',
      '|',
      '>',
      '? ',
      '\r\n',
    ];
    const change = fc.record({ at: fc.nat(), cut: fc.nat(3), put: fc.constantFrom('', ...bits) });
    let read = 0;
    fc.assert(
      fc.property(fc.constantFrom(...fixtures), fc.array(change, { maxLength: 3 }), ([, text], changes) => {
        let changed = text;
        for (const { at, cut, put } of changes) {
          const place = at % (changed.length + 1);
          changed = changed.slice(0, place) + put + changed.slice(place + cut);
        }
        if (expectSame(changed)) read += 1;
      }),
      { numRuns: 3000 },
    );
    expect(read).toBeGreaterThan(300);
  });

  test('takes time in proportion to the text, whatever is repeated in it', () => {
    const pieces = [
      'a',
      'a: ',
      '- ',
      '? ',
      ': ',
      '[',
      '{',
      ']',
      '}',
      ',',
      '[a: ',
      '{a: ',
      '"',
      "'",
      '#',
      '|\n',
      '\n',
      '\n  ',
    ];
    const piece = fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(fc.constantFrom('a: ', 'a: [', 'a: "', 'a:\n  - '), piece, (first, repeated) => {
        const one = repeated.join('');
        const text = first + one.repeat(Math.floor(60_000 / one.length));
        const start = process.hrtime.bigint();
        quickTree(text);
        expect(Number(process.hrtime.bigint() - start) / 1e6).toBeLessThan(2000);
      }),
      { numRuns: 400 },
    );
  });
});
