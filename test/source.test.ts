import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { linesOf, positionAt } from '../src/lines.ts';
import { parseTree, type YamlNode } from '../src/source.ts';

describe('positions', () => {
  test('count lines and UTF-16 units from 1', () => {
    const lines = linesOf('年度: 2020\r\n机关: 𠀀乡\n\n末');
    expect(positionAt(lines, 0)).toEqual({ line: 1, column: 1 });
    expect(positionAt(lines, lines.text.indexOf('机'))).toEqual({ line: 2, column: 1 });
    expect(positionAt(lines, lines.text.indexOf('乡'))).toEqual({ line: 2, column: 7 });
    expect(positionAt(lines, lines.text.indexOf('末'))).toEqual({ line: 4, column: 1 });
    expect(positionAt(lines, 999)).toEqual({ line: 4, column: 2 });
    expect(positionAt(lines, -1)).toEqual({ line: 1, column: 1 });
  });

  test('agree with counting line breaks', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', '年', '\n', '\r\n')), fc.nat(200), (parts, offset) => {
        const text = parts.join('');
        const before = text.slice(0, offset).split('\n');
        const expected = { line: before.length, column: (before.at(-1) ?? '').length + 1 };
        expect(positionAt(linesOf(text), offset)).toEqual(expected);
      }),
    );
  });
});

describe('the tree', () => {
  const scalars = (node: YamlNode): readonly string[] => {
    if (node.kind === 'scalar') return [`${node.writing} ${node.text}`];
    if (node.kind === 'list') return node.items.flatMap(scalars);
    return node.entries.flatMap(({ key, value }) => [...scalars(key), ...scalars(value)]);
  };

  test('keeps scalars as they were typed', () => {
    const { root } = parseTree(
      'a: 012\nb: yes\nc: 1_000\nd: 0x10\ne: ~\nf:\ng: "1"\nh: \'2\'\ni: |\n  x\nj: 2020-01-01\n',
    );
    expect(root && scalars(root)).toEqual([
      'plain a',
      'plain 012',
      'plain b',
      'plain yes',
      'plain c',
      'plain 1_000',
      'plain d',
      'plain 0x10',
      'plain e',
      'plain ~',
      'plain f',
      'empty ',
      'plain g',
      'double 1',
      'plain h',
      'single 2',
      'plain i',
      'literal x\n',
      'plain j',
      'plain 2020-01-01',
    ]);
  });

  test('keeps a repeated key twice', () => {
    const { root } = parseTree('a: 1\na: 2\n');
    expect(root?.kind === 'map' && root.entries.map(({ key }) => key.start)).toEqual([0, 5]);
  });

  test.each([
    ['an alias', 'a: &x 1\nb: *x\n', 'ALIAS'],
    ['a mapping as key', '? [a]\n: 1\n', 'COMPLEX_KEY'],
    ['a known tag', 'a: !!set {x}\n', 'TAG_RESOLVE_FAILED'],
    ['an unknown tag', 'a: !x y\n', 'TAG_RESOLVE_FAILED'],
    ['deep nesting', '['.repeat(300), 'TOO_DEEP'],
    ['very many lines', 'a: 1\n'.repeat(40_000), 'TOO_MUCH'],
  ])('refuses %s', (_, text, code) => {
    const { root, faults } = parseTree(text);
    expect(root).toBeUndefined();
    expect(faults.map((fault) => fault.code)).toContain(code);
  });

  test('points at the whole of a tag and at nothing else', () => {
    for (const [text, tag] of [
      ['a: !!str 5\n', '!!str'],
      ['a: !x y\n', '!x'],
    ] as const) {
      const fault = parseTree(text).faults.find(({ code }) => code === 'TAG_RESOLVE_FAILED');
      expect(fault && text.slice(fault.start, fault.end)).toBe(tag);
    }
  });
});
