import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { repack } from '../../src/writers/ooxml.ts';

const options = { title: '甲<乙>"丙"&丁', author: '鹿亭乡人民政府', created: '2021-01-25' };

const parts = (order: readonly string[]): Record<string, Uint8Array> => {
  const all: Record<string, string> = {
    'word/document.xml': '<w>\u0001甲\u000b乙&amp;\ufffe</w>',
    'docProps/core.xml': '<x>2026</x>',
    '_rels/.rels': '<r/>',
    '[Content_Types].xml': '<t/>',
    'word/media/a.png': '\u0000\u0001',
  };
  return Object.fromEntries(order.map((path) => [path, strToU8(all[path] ?? '', path.endsWith('.png'))]));
};
const one = ['word/document.xml', 'docProps/core.xml', '_rels/.rels', '[Content_Types].xml', 'word/media/a.png'];

const text = (zip: Uint8Array, path: string): string => strFromU8(unzipSync(zip)[path] ?? new Uint8Array());

describe('repack', () => {
  it('gives the same bytes whatever the order and the dates of the parts', () => {
    const first = repack(zipSync(parts(one), { mtime: '2021-01-25T08:00:00' }), options);
    const second = repack(zipSync(parts([...one].reverse()), { mtime: '2026-11-24T23:59:58', level: 0 }), options);
    expect(second).toEqual(first);
    expect(Object.keys(unzipSync(first))).toEqual([
      '[Content_Types].xml',
      '_rels/.rels',
      'docProps/core.xml',
      'word/document.xml',
      'word/media/a.png',
    ]);
  });

  it('dates every entry alike: 1980-01-01, noon, as MS-DOS writes it', () => {
    const zip = repack(zipSync(parts(one)), options);
    const view = new DataView(zip.buffer, zip.byteOffset);
    expect([view.getUint32(0, true), view.getUint16(10, true), view.getUint16(12, true)]).toEqual([
      0x04034b50,
      12 << 11,
      (1 << 5) | 1,
    ]);
  });

  it('says title, author, date and language', () => {
    const core = text(repack(zipSync(parts(one)), options), 'docProps/core.xml');
    expect(core).toContain('<dc:title>甲&lt;乙&gt;&quot;丙&quot;&amp;丁</dc:title>');
    expect(core).toContain('<dc:creator>鹿亭乡人民政府</dc:creator>');
    expect(core).toContain('<dcterms:created xsi:type="dcterms:W3CDTF">2021-01-25T00:00:00Z</dcterms:created>');
    expect(core).toContain('<dc:language>zh-CN</dc:language>');
    expect(core).not.toContain('2026');
  });

  it('drops what XML cannot carry from XML, and nothing from other parts', () => {
    const zip = repack(zipSync(parts(one)), { ...options, rewrite: (_, xml) => xml.replace('甲', '甲\u0000\ud800') });
    const xml = text(zip, 'word/document.xml');
    expect(xml).toBe('<w>甲\ufffd乙&amp;</w>');
    expect(() => new SaxesParser().write(xml).close()).not.toThrow();
    expect(unzipSync(zip)['word/media/a.png']).toEqual(new Uint8Array([0, 1]));
  });

  it('rewrites parts by name', () => {
    const seen: string[] = [];
    repack(zipSync(parts(one)), {
      ...options,
      rewrite: (path, xml) => {
        seen.push(path);
        return xml;
      },
    });
    expect(seen).toEqual(['[Content_Types].xml', '_rels/.rels', 'word/document.xml']);
  });
});
