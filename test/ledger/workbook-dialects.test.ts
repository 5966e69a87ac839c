import { describe, expect, it } from 'vitest';
import { mainNamespace, makePackage, packageFiles, sheetXml, zipOf } from './make-package.ts';
import { cellsOf, oracle, ours, readAll } from './workbook-reading.ts';

/** Rows in one dialect and what they hold. */
const dialects: readonly (readonly [string, string, readonly string[]])[] = [
  ['inline strings', '<row r="1"><c r="A1" t="inlineStr"><is><t>通知</t></is></c></row>', ['A1 text 通知']],
  [
    'rich inline strings',
    '<row r="1"><c r="A1" t="inlineStr"><is><r><rPr><b/><sz val="11"/></rPr><t>通</t></r><r><t xml:space="preserve"> 知 </t></r></is></c></row>',
    ['A1 text 通 知 '],
  ],
  [
    'no references',
    '<row><c><v>1</v></c><c/><c t="inlineStr"><is><t>b</t></is></c></row><row><c><v>2</v></c></row>',
    ['A1 number 1', 'C1 text b', 'A2 number 2'],
  ],
  [
    'a row number left out after a given one',
    '<row r="4"><c r="A4"><v>1</v></c></row><row><c><v>2</v></c></row>',
    ['A4 number 1', 'A5 number 2'],
  ],
  [
    'a reference left out after a given one',
    '<row r="1"><c r="C1"><v>1</v></c><c><v>2</v></c></row>',
    ['C1 number 1', 'D1 number 2'],
  ],
  [
    'cells out of order',
    '<row r="1"><c r="C1"><v>3</v></c><c r="A1"><v>1</v></c></row>',
    ['A1 number 1', 'C1 number 3'],
  ],
  ['far columns', '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>', ['XFD1048576 number 1']],
  [
    'CDATA',
    '<row r="1"><c r="A1" t="inlineStr"><is><t><![CDATA[<关于> & ]]>的</t></is></c></row>',
    ['A1 text <关于> & 的'],
  ],
  [
    'CDATA that looks like the end',
    '<row r="1"><c r="A1" t="inlineStr"><is><t><![CDATA[</t></is></c></row></sheetData>]]></t></is></c></row><row r="2"><c r="A2"><v>2</v></c></row>',
    ['A1 text </t></is></c></row></sheetData>', 'A2 number 2'],
  ],
  [
    'comments between and inside cells',
    '<!-- <row r="1"> --><row r="1"><!-- x --><c r="A1"><v>1<!-- y -->2</v></c></row>',
    ['A1 number 12'],
  ],
  ['instructions', '<?mso x?><row r="1"><c r="A1"><v>1</v></c></row>', ['A1 number 1']],
  [
    'references to characters',
    '<row r="1"><c r="A1" t="inlineStr"><is><t>&lt;a&gt; &amp;amp; &#x4E2D;&#22269; &quot;&apos;</t></is></c></row>',
    ['A1 text <a> &amp; 中国 "\''],
  ],
  [
    'escaped control characters',
    '<row r="1"><c r="A1" t="inlineStr"><is><t>一_x000A_二_x005F_x000D_</t></is></c></row>',
    ['A1 text 一\n二_x000D_'],
  ],
  [
    'line ends in text',
    '<row r="1"><c r="A1" t="inlineStr"><is><t>一\r\n二\r三\n四</t></is></c></row>',
    ['A1 text 一\n二\n三\n四'],
  ],
  ['single quotes', "<row r='1'><c r='A1' t='inlineStr'><is><t>甲</t></is></c></row>", ['A1 text 甲']],
  ['white space between', '\n <row r="1" >\n  <c r="A1" >\n <v>1</v>\n </c >\n </row >\n', ['A1 number 1']],
  [
    'booleans',
    '<row r="1"><c r="A1" t="b"><v>1</v></c><c r="B1" t="b"><v>0</v></c></row>',
    ['A1 boolean TRUE', 'B1 boolean FALSE'],
  ],
  [
    'errors',
    '<row r="1"><c r="A1" t="e"><v>#N/A</v></c><c r="B1" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>',
    ['A1 error #N/A', 'B1 error #DIV/0!'],
  ],
  [
    'texts of formulas',
    '<row r="1"><c r="A1" t="str"><f>A2&amp;"x"</f><v>甲x</v></c><c r="B1" t="str"><f>""</f><v></v></c></row>',
    ['A1 text 甲x'],
  ],
  [
    'ISO dates',
    '<row r="1"><c r="A1" t="d"><v>2020-01-05T00:00:00</v></c><c r="B1" t="d"><v>2020-12-31</v></c></row>',
    ['A1 date 2020-01-05', 'B1 date 2020-12-31'],
  ],
  ['surrogates', '<row r="1"><c r="A1" t="inlineStr"><is><t>𠮷&#x20BB7;</t></is></c></row>', ['A1 text 𠮷𠮷']],
  [
    'empty rows and styled cells',
    '<row r="1"/><row r="2" ht="15"></row><row r="3"><c r="A3" s="0"/><c r="B3"><v></v></c></row>',
    [],
  ],
  [
    'foreign attributes',
    '<row r="1" spans="1:2" x14ac:dyDescent="0.2" xmlns:x14ac="urn:x"><c r="A1" s="0" cm="1"><v>7</v></c></row>',
    ['A1 number 7'],
  ],
  [
    'unknown elements in a cell',
    '<row r="1"><c r="A1"><v>7</v><extLst><ext uri="x"><v>8</v></ext></extLst></c></row>',
    ['A1 number 7'],
  ],
];

describe('dialects of a sheet', () => {
  it.each(dialects)('%s', async (_name, rows, expected) => {
    const bytes = makePackage({ sheets: [sheetXml(rows)] });
    const sheets = await readAll(bytes);
    expect(cellsOf(sheets[0])).toEqual(expected);
  });

  // What SheetJS itself reads otherwise: markup inside values, line ends, characters beyond the basic plane by number.
  const misread = [
    'CDATA that looks like the end',
    'comments between and inside cells',
    'line ends in text',
    'surrogates',
  ];
  it.each(dialects.filter(([name]) => !misread.includes(name)))('%s, as SheetJS reads it', async (_name, rows) => {
    const bytes = makePackage({ sheets: [sheetXml(rows)] });
    expect(ours(await readAll(bytes))).toEqual(oracle(bytes));
  });

  it('prefixed XML', async () => {
    const prefixed = (xml: string): string =>
      xml.replace(/<(\/?)(?=[a-z])/gi, '<$1x:').replace(' xmlns="', ' xmlns:x="');
    const sheet = prefixed(
      sheetXml(
        '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>43835</v></c></row>',
        '<mergeCells count="1"><mergeCell ref="A1:B1"/></mergeCells>',
      ).replace(/^<\?.*\?>\n/, ''),
    );
    const files = packageFiles({ sheets: [sheet], strings: '', formats: [14] });
    for (const part of ['xl/workbook.xml', 'xl/styles.xml', 'xl/sharedStrings.xml']) {
      const xml = (files[part] ?? '').replace(/^<\?.*?\?>/, '').replace('</sst>', '<si><t>甲</t></si></sst>');
      files[part] = prefixed(xml);
    }
    const sheets = await readAll(zipOf(files));
    expect(cellsOf(sheets[0])).toEqual(['A1 text 甲', 'B1 date 2020-01-05']);
    expect(sheets[0]?.merges).toEqual([{ top: 1, left: 0, bottom: 1, right: 1 }]);
  });

  it('strict Office Open XML', async () => {
    const files = packageFiles({
      sheets: [sheetXml('<row r="1"><c r="A1" s="1" t="d"><v>2020-01-05</v></c><c r="B1" t="s"><v>0</v></c></row>')],
      strings: '<si><t>甲</t></si>',
      formats: [14],
    });
    const strict = Object.fromEntries(
      Object.entries(files).map(([name, xml]) => [
        name,
        xml
          .replaceAll(mainNamespace, 'http://purl.oclc.org/ooxml/spreadsheetml/main')
          .replaceAll(
            'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
            'http://purl.oclc.org/ooxml/officeDocument/relationships',
          ),
      ]),
    );
    expect(cellsOf((await readAll(zipOf(strict)))[0])).toEqual(['A1 date 2020-01-05', 'B1 text 甲']);
  });

  it('UTF-16 parts, with a byte order mark', async () => {
    const files: Record<string, string | Uint8Array> = packageFiles({
      sheets: [sheetXml('<row r="1"><c r="A1" t="inlineStr"><is><t>甲</t></is></c></row>')],
    });
    const xml = String(files['xl/worksheets/sheet1.xml']).replace('UTF-8', 'UTF-16');
    files['xl/worksheets/sheet1.xml'] = Buffer.from(`\uFEFF${xml}`, 'utf16le');
    expect(cellsOf((await readAll(zipOf(files)))[0])).toEqual(['A1 text 甲']);
  });

  it('UTF-8 parts with a byte order mark', async () => {
    const files = packageFiles({
      sheets: [
        sheetXml('<row r="1"><c r="A1" t="s"><v>0</v></c></row>', '<mergeCells><mergeCell ref="A1:B1"/></mergeCells>'),
      ],
      strings: '<si><t>甲</t></si>',
    });
    const marked = Object.fromEntries(Object.entries(files).map(([name, xml]) => [name, `\uFEFF${xml}`]));
    const [sheet] = await readAll(zipOf(marked));
    expect(cellsOf(sheet)).toEqual(['A1 text 甲']);
    expect(sheet?.merges.length).toBe(1);
  });

  it('targets with backslashes and percent signs', async () => {
    const files = packageFiles({ sheets: [sheetXml('<row r="1"><c r="A1"><v>1</v></c></row>')] });
    files['xl/_rels/workbook.xml.rels'] = String(files['xl/_rels/workbook.xml.rels']).replace(
      'worksheets/sheet1.xml',
      '\\xl\\worksheets\\%E8%A1%A8.xml',
    );
    files['xl/worksheets/表.xml'] = String(files['xl/worksheets/sheet1.xml']);
    expect(cellsOf((await readAll(zipOf(files)))[0])).toEqual(['A1 number 1']);
  });

  it('absolute targets, odd part names and a workbook in another place', async () => {
    const files = packageFiles({ sheets: [sheetXml('<row r="1"><c r="A1"><v>1</v></c></row>')] });
    const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
    const moved: Record<string, string> = {
      '_rels/.rels': String(files['_rels/.rels']).replace('xl/workbook.xml', '/book/Main.xml'),
      'book/main.xml': String(files['xl/workbook.xml']),
      'book/_rels/main.xml.rels': `<Relationships xmlns="x"><Relationship Id="rId1" Type="${relations}/worksheet" Target="/data/../Sheets/一.xml"/></Relationships>`,
      'Sheets\\一.xml': String(files['xl/worksheets/sheet1.xml']),
    };
    expect(cellsOf((await readAll(zipOf(moved)))[0])).toEqual(['A1 number 1']);
  });
});

describe('shared strings', () => {
  const strings: readonly (readonly [string, string])[] = [
    ['<si><t>通知</t></si>', '通知'],
    ['<si><t xml:space="preserve">  两边  </t></si>', '  两边  '],
    ['<si><r><rPr><b/><rFont val="宋体"/></rPr><t>关于</t></r><r><t>公开</t></r></si>', '关于公开'],
    [
      '<si><t>东京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh><phoneticPr fontId="1" type="noConversion"/></si>',
      '东京',
    ],
    ['<si><t>一&#10;二_x000D_&amp;</t></si>', '一\n二\r&'],
    ['<si/>', ''],
    ['<si><t/></si>', ''],
    ['<si><t>a<!-- - -->b</t></si>', 'ab'],
    ['<si><t><![CDATA[<si>]]></t></si>', '<si>'],
    ['<si><t>末</t></si>', '末'],
  ];

  it.each([strings.length, 7])('the first %i in one table', async (count) => {
    const rows = strings
      .slice(0, count)
      .map((_string, index) => `<row r="${index + 1}"><c r="A${index + 1}" t="s"><v>${index}</v></c></row>`);
    const bytes = makePackage({
      sheets: [sheetXml(rows.join(''))],
      strings: strings
        .slice(0, count)
        .map(([xml]) => xml)
        .join(''),
    });
    const expected = strings
      .slice(0, count)
      .flatMap(([, text], index) => (text === '' ? [] : [`A${index + 1} text ${text}`]));
    expect(cellsOf((await readAll(bytes))[0])).toEqual(expected);
  });
});

describe('what is told of a sheet beside its cells', () => {
  it('hidden rows, hidden sheets, merges before the first row, sheets in the order of the workbook', async () => {
    const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
    const row = (number: number, attributes: string): string =>
      `<row r="${number}"${attributes}><c r="A${number}"><v>${number}</v></c></row>`;
    const bytes = makePackage({
      sheets: [
        sheetXml(
          row(1, '') +
            row(2, ' hidden="1"') +
            row(3, ' hidden="true"') +
            row(4, ' hidden="0"') +
            row(5, ' ht="0" customHeight="1"'),
        ),
        sheetXml('', '<mergeCells count="2"><mergeCell ref="A1:C2"/><mergeCell ref="$D$5:B3"/></mergeCells>'),
      ],
      parts: {
        'xl/workbook.xml': `<workbook xmlns="${mainNamespace}" xmlns:r="${relations}"><sheets><sheet name="后 &amp; 先" sheetId="7" state="veryHidden" r:id="rId2"/><sheet name="先" sheetId="3" state="visible" r:id="rId1"/></sheets></workbook>`,
      },
    });
    const sheets = await readAll(bytes);
    expect(sheets.map(({ name, hidden, merges }) => ({ name, hidden, merges }))).toEqual([
      {
        name: '后 & 先',
        hidden: true,
        merges: [
          { top: 1, left: 0, bottom: 2, right: 2 },
          { top: 3, left: 1, bottom: 5, right: 3 },
        ],
      },
      { name: '先', hidden: false, merges: [] },
    ]);
    expect(sheets[1]?.rows.map(({ hidden }) => hidden)).toEqual([false, true, true, false, true]);
  });

  it('whether a value is a formula’s, and whether it was ever calculated', async () => {
    const rows =
      '<row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1"><f>1+1</f></c><c r="C1"><f>1</f><v/></c><c r="D1" t="str"><f>"a"</f></c><c r="E1"><f t="shared" si="0"/><v>3</v></c><c r="F1"><v>4</v></c></row>';
    for (const odd of ['', '<!-- -->']) {
      const [sheet] = await readAll(makePackage({ sheets: [sheetXml(odd + rows)] }));
      expect(sheet?.rows[0]?.cells.map(({ kind, formula }) => [kind, formula])).toEqual([
        ['number', true],
        ['uncalculated', true],
        ['uncalculated', true],
        ['uncalculated', true],
        ['number', true],
        ['number', false],
      ]);
    }
  });

  it('charts are no sheets', async () => {
    const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
    const files = packageFiles({ sheets: [sheetXml('<row r="1"><c r="A1"><v>1</v></c></row>'), '<chartsheet/>'] });
    files['xl/_rels/workbook.xml.rels'] = String(files['xl/_rels/workbook.xml.rels']).replace(
      `${relations}/worksheet" Target="worksheets/sheet2.xml"`,
      `${relations}/chartsheet" Target="worksheets/sheet2.xml"`,
    );
    expect((await readAll(zipOf(files))).map(({ name }) => name)).toEqual(['表1']);
  });
});
