import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { decode } from '../../src/report/decode.ts';
import { bytes, read, sample } from './reading.ts';

const organ = (input: Uint8Array): string | undefined => read(input).report?.organ;

describe('bytes', () => {
  test('are read in the encodings that editors save', () => {
    const little = Buffer.from(`\ufeff${sample}`, 'utf16le');
    expect(organ(bytes(sample))).toBe('柳溪乡人民政府');
    expect(organ(bytes(`\ufeff${sample}`))).toBe('柳溪乡人民政府');
    expect(organ(little)).toBe('柳溪乡人民政府');
    expect(organ(Buffer.from(little).swap16())).toBe('柳溪乡人民政府');
    expect(organ(bytes(sample.replaceAll('\n', '\r\n')))).toBe('柳溪乡人民政府');
    expect(organ(readFileSync('fixtures/ok/gbk.yaml'))).toMatch(/[\u4e00-\u9fff]/);
  });

  test('that are GBK only by chance are not read', () => {
    const [first = 0] = bytes('乡');
    expect(decode(Uint8Array.from([...bytes(sample), first, first]))).toEqual({ fault: 'encoding' });
    expect(decode(Uint8Array.from([0xc4, 0xea, 0xb6, 0xc8, 0x3a, 0x20, 0x32]))).toEqual({ text: '年度: 2' });
    expect(decode(Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0x00, 0x10]))).toEqual({ fault: 'binary' });
  });
});
