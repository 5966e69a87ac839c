import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isTextPlace } from '../../src/finding.ts';
import { passages } from '../../src/report/report.ts';
import { bytes, read, sample, shown } from './reading.ts';

const timed = (text: string): { readonly seconds: number; readonly codes: readonly string[] } => {
  const before = performance.now();
  const { findings, text: decoded } = read(text);
  for (const finding of findings) shown(decoded, finding);
  return { seconds: (performance.now() - before) / 1000, codes: findings.map(({ code }) => code) };
};

describe('hostile files', () => {
  test.each([
    ['brackets', '['.repeat(500_000)],
    ['braces', '{a: '.repeat(300_000)],
    ['dashes', `${'- '.repeat(500_000)}a`],
    ['deep mappings', Array.from({ length: 1000 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n')],
    ['aliases', `a: &a [x, x]\n${Array.from({ length: 30 }, (_, n) => `b${n}: &b${n} [*a, *a]`).join('\n')}`],
    ['anchors', '&a '.repeat(100_000)],
    ['keys', Array.from({ length: 50_000 }, (_, n) => `k${n}: 1`).join('\n')],
    ['repeated keys', '年度: 2020\n'.repeat(50_000)],
    ['one long key', `${'年'.repeat(600_000)}: 1`],
    ['one long line', `年度: ${'9'.repeat(1_500_000)}`],
    ['placeholders', `${sample}\n标题: "${'{{年度}}'.repeat(100_000)}"`],
    ['unknown placeholders', sample.replace('一是更新', '{{某某.某某}}'.repeat(20_000))],
    ['open placeholders', sample.replace('一是更新', '{{'.repeat(400_000))],
    ['ignore comments', sample.replace('年度:', `${'# annrep-ignore a/b: c\n'.repeat(40_000)}年度:`)],
    ['full-width spaces', sample.replace('一是更新', `1${'　'.repeat(600_000)}`)],
    ['spaces', `年度:${' '.repeat(1_500_000)}2020`],
    ['tabs', '\t'.repeat(1_500_000)],
    ['quotes', `年度: "${'\\u4e00'.repeat(200_000)}`],
    ['colons', '：'.repeat(600_000)],
    ['commas', `年度: [${','.repeat(300_000)}]`],
    ['tags', `年度: ${'!a '.repeat(300_000)}`],
    ['documents', '---\n'.repeat(100_000)],
    ['half a colon', `${'甲 '.repeat(200_000)}：`],
    ['keys below the limit', Array.from({ length: 25_000 }, (_, n) => `k${n}: 1`).join('\n')],
    ['repeated keys below the limit', '年度: 2020\n'.repeat(20_000)],
    ['unknown placeholders below the limit', sample.replace('一是更新', '{{某某某}}'.repeat(2000))],
    ['placeholders below the limit', sample.replace('一是更新', '{{年度}}'.repeat(10_000))],
    ['ignore comments below the limit', sample.replace('年度:', `${'# annrep-ignore a/b: c\n'.repeat(9000)}年度:`)],
    ['a list below the limit', `年度: [${'1, '.repeat(50_000)}1]`],
    ['a long list', `年度: [${'1, '.repeat(200_000)}1]`],
  ])('%s are answered soon and in few sentences', (_, text) => {
    const { seconds, codes } = timed(text);
    expect(seconds).toBeLessThan(8);
    expect(codes.length).toBeLessThanOrEqual(100);
  });

  test('names of the prototype are names like any other', () => {
    for (const key of ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'prototype']) {
      const { findings } = read(`${key}: {年度: 2020}\n${sample}`);
      expect(findings.map(({ code, args }) => [code, args.found])).toEqual([['shape/unknown-key', key]]);
    }
    expect(Object.hasOwn(Object.prototype, '年度')).toBe(false);
  });

  test('any change of bytes gives a report or findings inside the file, never an exception', () => {
    const whole = bytes(sample);
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            at: fc.nat(whole.length - 1),
            cut: fc.nat(30),
            put: fc.oneof(
              fc.constantFrom(
                '\t',
                '：',
                '　',
                '"',
                "'",
                '[',
                '{',
                '-',
                '#',
                ':',
                '|',
                '\n',
                '\r',
                '&a ',
                '*a',
                '!',
                '{{',
                '“',
                ',',
                '0',
                '\0',
                ' ',
              ),
              fc.string({ maxLength: 3 }),
            ),
          }),
          { minLength: 1, maxLength: 4 },
        ),
        (changes) => {
          let text = sample;
          for (const { at, cut, put } of changes) text = text.slice(0, at) + put + text.slice(at + cut);
          inside(bytes(text));
        },
      ),
      { numRuns: 600 },
    );
    fc.assert(
      fc.property(
        fc.array(fc.record({ at: fc.nat(whole.length - 1), byte: fc.nat(255) }), { minLength: 1, maxLength: 5 }),
        (changes) => {
          const changed = Uint8Array.from(whole);
          for (const { at, byte } of changes) changed[at] = byte;
          inside(changed);
        },
      ),
      { numRuns: 200 },
    );
  });
});

function inside(input: Uint8Array): void {
  const { report, findings, text } = read(input);
  for (const finding of findings) {
    for (const at of [finding.at, ...finding.notes.flatMap((note) => (note.at ? [note.at] : []))]) {
      if (!isTextPlace(at)) throw new Error(`no place: ${finding.code}`);
      expect(at.start).toBeGreaterThanOrEqual(0);
      expect(at.end).toBeGreaterThanOrEqual(at.start);
      expect(at.end).toBeLessThanOrEqual(text.length);
    }
    const { zh, en, help } = shown(text, finding);
    expect(`${zh}${en}${help}`).not.toContain('missing {');
  }
  if (!report) {
    expect(findings.length).toBeGreaterThan(0);
    return;
  }
  for (const { text: printed, pieces } of passages(report)) {
    for (const { at, length, start, end } of pieces) {
      if (length === end - start) expect(text.slice(start, end)).toBe(printed.slice(at, at + length));
    }
  }
}
