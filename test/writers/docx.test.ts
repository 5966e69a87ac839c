import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import mammoth from 'mammoth';
import { SaxesParser } from 'saxes';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { outlineOf } from '../../src/layout/outline.ts';
import type { Picture, Report } from '../../src/report/report.ts';
import { writeDocx } from '../../src/writers/docx.ts';
import { city, cityRequests, sampleReport, standardStyle, text, township } from '../layout/sample-report.ts';
import { python, validateFile } from '../tools.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'annrep-docx-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const none = new Map<string, Uint8Array>();

/** A grey PNG of one pixel. */
const png = new Uint8Array(
  Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==', 'base64'),
);

const write = (report: Report, findings?: readonly string[], pictures = none): Promise<Uint8Array> =>
  writeDocx(outlineOf(report, pictures, findings && { findings }));

const part = (docx: Uint8Array, path: string): string => strFromU8(unzipSync(docx)[path] ?? new Uint8Array());

const saved = (name: string, docx: Uint8Array): string => {
  const file = join(folder, name);
  writeFileSync(file, docx);
  return file;
};

const picture: Picture = {
  kind: 'picture',
  file: 'a.png',
  caption: '公开专栏',
  at: { file: 'report.yaml', start: 0, end: 0, path: [] },
};
const illustrated = (): Report => city({ preamble: [...text('甲。'), picture, ...text('乙。')] });
const shown = new Map([['a.png', png]]);

/** The rows of every table as python-docx reads them: a cell that spans others is repeated in their places. */
const tablesOf = (docx: Uint8Array): string[][][] =>
  JSON.parse(
    python(
      'import sys,json,docx; print(json.dumps([[[c.text for c in r.cells] for r in t.rows] for t in docx.Document(sys.argv[1]).tables]))',
      saved('tables.docx', docx),
    ),
  );

describe('what other programs read', () => {
  it('every cell of 表二, 表三 and 表四 as it stands in the report', async () => {
    const [disclosure = [], requests = [], review = []] = tablesOf(await write(city()));
    expect(disclosure.map((row) => row.join('|'))).toEqual([
      Array.from({ length: 4 }, () => '第二十条第（一）项').join('|'),
      '信息内容|本年制发件数|本年废止件数|现行有效件数',
      '规章|3|5|74',
      '行政规范性文件|564|984|4185',
      Array.from({ length: 4 }, () => '第二十条第（五）项').join('|'),
      '信息内容|本年处理决定数量|本年处理决定数量|本年处理决定数量',
      '行政许可|11398889|11398889|11398889',
      Array.from({ length: 4 }, () => '第二十条第（六）项').join('|'),
      '信息内容|本年处理决定数量|本年处理决定数量|本年处理决定数量',
      '行政处罚|6937489|6937489|6937489',
      '行政强制|166105|166105|166105',
      Array.from({ length: 4 }, () => '第二十条第（八）项').join('|'),
      `信息内容|${Array.from({ length: 3 }, () => '本年收费金额（单位：万元）').join('|')}`,
      '行政事业性收费|316441.457379|316441.457379|316441.457379',
    ]);
    expect(requests.slice(3).map((row) => row.slice(3).map(Number))).toEqual(Object.values(cityRequests));
    expect(requests.slice(5, 27).map((row) => row[0])).toEqual(Array.from({ length: 22 }, () => '三、本年度办理结果'));
    expect(requests.slice(7, 15).map((row) => row[1])).toEqual(Array.from({ length: 8 }, () => '（三）不予公开'));
    expect(requests[2]?.slice(3)).toEqual([
      '自然人',
      '商业企业',
      '科研机构',
      '社会公益组织',
      '法律服务机构',
      '其他',
      '总计',
    ]);
    expect(review.at(-1)).toEqual('376 97 196 121 790 16 1 12 27 56 74 1 30 51 156'.split(' '));
  });

  it('the unit behind the amount of edition 2019, line breaks as printed, blanks blank', async () => {
    const [disclosure = [], channels = [], requests = []] = tablesOf(await write(township()));
    expect(disclosure.at(-1)).toEqual(['政府集中采购', '37', '414922.3元', '414922.3元']);
    expect(disclosure[1]).toEqual(['信息内容', '本年新\n制作数量', '本年新\n公开数量', '对外公开总数量']);
    expect(channels.map((row) => row[2])).toEqual([
      '统计数',
      '315',
      '',
      '',
      '175',
      '12',
      '238',
      '',
      '',
      '',
      '',
      '',
      '',
      '',
      '24',
    ]);
    expect(requests).toHaveLength(26);
    expect(requests[23]?.slice(0, 3)).toEqual(['三、本年度办理结果', '（六）其他处理', '（六）其他处理']);
  });

  it('the merges and repeated heads, read by mammoth', async () => {
    const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(await write(city())) });
    const [, requests = '', review = ''] = value
      .split('<table>')
      .slice(1)
      .map((one) => one.split('</table>')[0]);
    expect(requests.match(/^<thead>(<tr>.*?<\/tr>){3}<\/thead>/)).not.toBeNull();
    expect(requests).toContain('<td rowspan="22"><p>三、本年度办理结果</p></td>');
    expect(requests).toMatch(/<th colspan="3" rowspan="3"><p>（本列数据的勾稽关系为/);
    expect(review).toMatch(/<th colspan="5"><p>行政复议<\/p><\/th><th colspan="10"><p>行政诉讼<\/p><\/th>/);
    expect(review.match(/<th rowspan="2">/g)).toHaveLength(5);
  });

  it('headings by their built-in names, body text, title and properties, read by python-docx', async () => {
    const read = JSON.parse(
      python(
        `import sys,json,docx
d=docx.Document(sys.argv[1]); p=d.core_properties
print(json.dumps([[[x.style.name,x.text] for x in d.paragraphs],[p.title,p.author,p.created.isoformat(),p.language]]))`,
        saved('read.docx', await write(township())),
      ),
    ) as [[string, string][], string[]];
    const [paragraphs, properties] = read;
    expect(properties.slice(0, 2)).toEqual(['鹿亭乡人民政府2020年政府信息公开工作年度报告', '鹿亭乡人民政府']);
    expect(properties[2]).toMatch(/^2021-01-25T00:00:00/);
    expect(properties[3]).toBe('zh-CN');
    expect(paragraphs[0]).toEqual(['Title', '鹿亭乡人民政府\n2020年政府信息公开工作年度报告']);
    const styled = (name: string) => paragraphs.filter(([style]) => style === name).map(([, words]) => words);
    expect(styled('Heading 1')).toEqual([
      '一、总体情况',
      '二、主动公开政府信息情况',
      '三、收到和处理政府信息公开申请情况',
      '四、政府信息公开行政复议、行政诉讼情况',
      '五、存在的主要问题及改进情况',
      '六、其他需要报告的事项',
    ]);
    expect(styled('Heading 2')).toEqual(['（二）依申请公开']);
    expect(styled('Body Text')).toContain('（一）主动公开。通过门户网站公开信息，内容包括‘三公’经费、办事指南等。');
    expect(styled('Body Text')).toContain('（1）答复。按期答复申请人；');
    expect(paragraphs.slice(-2)).toEqual([
      ['Signature', '鹿亭乡人民政府'],
      ['Date', '2021年1月25日'],
    ]);
  });

  it.each([
    ['edition 2019', () => write(township())],
    ['edition 2021', () => write(city())],
    ['a draft with a picture', () => write(illustrated(), ['甲', '乙\n丙'], shown)],
    ['other style', () => write(city({ style: { ...standardStyle, fonts: 'founder', pageNumber: '居中' } }))],
    ['no text at all', () => write(sampleReport(2021, '甲', {}, {}, { preamble: [] }))],
    [
      'what XML cannot carry',
      () => write(city({ preamble: text('甲\u0000\u0008\ud800<&>"\ufffe乙\u2028丙') }), ['\u0001']),
    ],
  ])('the Open XML validator finds nothing: %s', async (_, make) => {
    expect(await validateFile(saved('valid.docx', await make()))).toMatchObject({ ok: true, errors: [] });
  });
});

describe('page and type of GB/T 9704-2012', () => {
  it('A4, margins, grid of lines', async () => {
    const xml = part(await write(city()), 'word/document.xml');
    expect(xml).toMatch(/<w:pgSz w:w="11906" w:h="16838"/);
    expect(xml).toMatch(/<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1588"/);
    expect(xml).toContain('<w:docGrid w:type="lines" w:linePitch="579"/>');
  });

  it('other margins and line height where the report asks for them; tables fill the text', async () => {
    const style = { ...standardStyle, margins: [30, 30, 30, 30] as const, lineSpacing: 28 };
    const docx = await write(city({ style }));
    const xml = part(docx, 'word/document.xml');
    expect(xml).toMatch(/<w:pgMar w:top="1701" w:right="1701" w:bottom="1701" w:left="1701"/);
    expect(part(docx, 'word/styles.xml')).toContain('w:line="560" w:lineRule="exact"');
    for (const grid of xml.match(/<w:tblGrid>.*?<\/w:tblGrid>/g) ?? [])
      expect([...grid.matchAll(/w:w="(\d+)"/g)].reduce((sum, match) => sum + Number(match[1]), 0)).toBe(8504);
  });

  it('body: 16 points less 0.25, exactly 28.9 points, two characters in', async () => {
    const styles = part(await write(city()), 'word/styles.xml');
    expect(styles).toContain('<w:spacing w:before="0" w:after="0" w:line="578" w:lineRule="exact"/>');
    expect(styles).toContain('<w:ind w:firstLineChars="200" w:firstLine="630"/>');
    expect(styles).toMatch(
      /<w:rPrDefault>.*<w:spacing w:val="-5"\/><w:sz w:val="32"\/>.*<w:lang w:val="en-US" w:eastAsia="zh-CN"/,
    );
    expect(styles).toMatch(
      /w:styleId="Title">.*?<w:ind [^>]*w:firstLineChars="0" w:firstLine="0"\/><w:jc w:val="center"\/>/,
    );
  });

  it.each([
    ['gb2312', ['方正小标宋简体', '仿宋_GB2312', '黑体', '楷体_GB2312', '宋体']],
    ['modern', ['方正小标宋简体', '仿宋', '黑体', '楷体', '宋体']],
    ['founder', ['方正小标宋_GBK', '方正仿宋_GBK', '方正黑体_GBK', '方正楷体_GBK', '方正书宋_GBK']],
  ] as const)('the faces of %s stand in the styles and, with stand-ins, in the font table', async (fonts, faces) => {
    const docx = await write(city({ style: { ...standardStyle, fonts } }));
    const styles = part(docx, 'word/styles.xml');
    const used = new Set(
      [...styles.matchAll(/w:eastAsia="([^"]+)"/g)].map((match) => match[1]).filter((one) => one !== 'zh-CN'),
    );
    expect(used).toEqual(new Set([...faces, '宋体']));
    const table = part(docx, 'word/fontTable.xml');
    for (const face of used) expect(table).toMatch(new RegExp(`<w:font w:name="${face}"><w:altName w:val="[^"]+"/>`));
    expect(new Set(styles.match(/w:ascii="[^"]+"/g))).toContain('w:ascii="Times New Roman"');
  });

  it('stand-ins of the default faces in the order of the standard’s offices', async () => {
    const table = part(await write(city()), 'word/fontTable.xml');
    expect(table).toContain('<w:font w:name="仿宋_GB2312"><w:altName w:val="仿宋,FangSong,STFangsong"/>');
    expect(table).toMatch(/<w:font w:name="楷体_GB2312"><w:altName w:val="楷体,KaiTi/);
    expect(table).toContain('<w:font w:name="方正小标宋简体"><w:altName w:val="方正小标宋_GBK,华文中宋,宋体"/>');
  });

  it('every run with text takes the Chinese face for “ ” ‘ ’ — …, and no theme sets another', async () => {
    const docx = await write(city(), ['“甲”']);
    for (const path of ['word/document.xml', 'word/footer1.xml', 'word/header1.xml'])
      for (const run of part(docx, path).match(/<w:r>.*?<\/w:r>/g) ?? []) expect(run).toContain('w:hint="eastAsia"');
    expect(Object.keys(unzipSync(docx)).filter((path) => path.includes('theme'))).toEqual([]);
    expect(part(docx, '[Content_Types].xml') + part(docx, 'word/_rels/document.xml.rels')).not.toContain('theme');
  });

  it('a run-in heading takes its face, the rest is body text', async () => {
    const xml = part(await write(township()), 'word/document.xml');
    expect(xml).toMatch(
      /<w:rStyle w:val="Heading2Char"\/>(?:(?!<\/w:r>).)*（一）主动公开。<\/w:t><\/w:r><w:r><w:rPr><w:rFonts w:hint="eastAsia"\/><\/w:rPr><w:t[^>]*>通过门户网站/,
    );
  });

  it('page numbers at the outer edge, or centred', async () => {
    const footers = async (pageNumber: '双面' | '居中') => {
      const docx = await write(city({ style: { ...standardStyle, pageNumber } }));
      const paths = Object.keys(unzipSync(docx)).filter((path) => /word\/footer\d\.xml/.test(path));
      return paths.map((path) => part(docx, path).match(/<w:jc w:val="(\w+)"/)?.[1]);
    };
    expect(await footers('双面')).toEqual(['right', 'left']);
    expect(await footers('居中')).toEqual(['center']);
  });
});

describe('tables', () => {
  it('fixed layout, full width, columns that add up, rows whole, heads repeated, thin lines, off the grid', async () => {
    const docx = await write(city());
    const tables = part(docx, 'word/document.xml').match(/<w:tbl>.*?<\/w:tbl>/g) ?? [];
    expect(tables).toHaveLength(3);
    for (const table of tables) {
      expect(table).toContain('<w:tblW w:type="dxa" w:w="8844"/>');
      expect(table).toContain('<w:tblLayout w:type="fixed"/>');
      const columns = [...table.matchAll(/<w:gridCol w:w="(\d+)"/g)].map((match) => Number(match[1]));
      expect(columns.reduce((sum, width) => sum + width, 0)).toBe(8844);
      expect(table.match(/<w:cantSplit\/>/g)).toHaveLength(table.match(/<w:tr>/g)?.length ?? -1);
      expect(table).toMatch(/<w:insideV w:val="single" w:color="000000" w:sz="4"\/>/);
    }
    expect(tables.map((table) => table.match(/<w:tblHeader\/>/g)?.length ?? 0)).toEqual([0, 3, 3]);
    expect(part(docx, 'word/styles.xml')).toMatch(/w:styleId="TableText">.*?<w:snapToGrid w:val="0"\/>/);
  });

  it('says what each table and picture is', async () => {
    const xml = part(await write(illustrated(), undefined, shown), 'word/document.xml');
    expect([...xml.matchAll(/<w:tblCaption w:val="([^"]+)"/g)].map((match) => match[1])).toEqual([
      '表二　主动公开政府信息情况',
      '表三　收到和处理政府信息公开申请情况',
      '表四　政府信息公开行政复议、行政诉讼情况',
    ]);
    expect(xml).toMatch(/<wp:docPr [^>]*descr="公开专栏"/);
  });

  it('shades banners in edition 2021, not in 2019, and as the report asks', async () => {
    const shaded = async (report: Report) =>
      part(await write(report), 'word/document.xml').match(/w:fill="C6D9F1"/g)?.length ?? 0;
    expect(await shaded(city())).toBe(4);
    expect(await shaded(township())).toBe(0);
    expect(await shaded(city({ style: { ...standardStyle, shading: false } }))).toBe(0);
    expect(await shaded(township({ style: { ...standardStyle, shading: true } }))).toBe(5);
  });
});

describe('drafts', () => {
  it('are marked in the header and over the title, with their findings at the end', async () => {
    const docx = await write(city(), ['总计应为14069。']);
    expect(part(docx, 'word/header1.xml')).toContain('草稿');
    const words = part(docx, 'word/document.xml').replace(/<[^>]+>/g, '');
    expect(words).toMatch(/^【草　稿】示例市人民政府/);
    expect(words).toMatch(/2026年1月25日草稿附页：校验结果总计应为14069。$/);
  });

  it('are not what is built without findings asked for', async () => {
    const docx = await write(city());
    expect(Object.keys(unzipSync(docx)).filter((path) => path.includes('header'))).toEqual([]);
    expect(part(docx, 'word/document.xml')).not.toContain('草');
  });
});

describe('same report, same bytes', () => {
  it('again in the same process, after other documents with pictures', async () => {
    const first = await write(illustrated(), ['甲'], shown);
    await write(illustrated(), undefined, shown);
    expect(await write(illustrated(), ['甲'], shown)).toEqual(first);
  });

  it('at any hour of any year', async () => {
    const first = await write(city());
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2031-07-01T23:59:59') });
    try {
      expect(await write(city())).toEqual(first);
    } finally {
      vi.useRealTimers();
    }
  });

  it('every part is XML that another parser reads', async () => {
    const docx = await write(city({ preamble: text('甲\u0000\ud800<&>"\u000b乙') }), ['\u0002']);
    for (const [path, bytes] of Object.entries(unzipSync(docx)))
      if (/\.(?:xml|rels)$/.test(path)) expect(() => new SaxesParser().write(strFromU8(bytes)).close()).not.toThrow();
    expect(part(docx, 'word/document.xml')).toContain('甲\ufffd&lt;&amp;&gt;');
  });
});
