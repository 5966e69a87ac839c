import { CFB } from '@e965/xlsx';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { LedgerUnreadable } from '../../src/ledger/ledger.ts';
import { readWorkbook } from '../../src/ledger/open.ts';
import { fromBytes } from '../../src/ledger/source.ts';
import { makePackage, packageFiles, sheetXml, zipOf } from './make-package.ts';
import { cellsOf, readAll, refusal } from './workbook-reading.ts';

const small = makePackage({
  sheets: [
    sheetXml(
      '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"><v>1</v></c></row>',
      '<mergeCells><mergeCell ref="A1:B1"/></mergeCells>',
    ),
  ],
  strings: '<si><t>甲</t></si>',
});

function compound(...streams: readonly string[]): Uint8Array {
  const file = CFB.utils.cfb_new();
  for (const name of streams) CFB.utils.cfb_add(file, `/${name}`, new Uint8Array(5000));
  return new Uint8Array(CFB.write(file, { type: 'buffer' }) as Uint8Array);
}

/** Our bytes with some of them replaced, found by what stands before them. */
function patched(
  bytes: Uint8Array,
  signature: number,
  offset: number,
  change: (view: DataView, at: number) => void,
): Uint8Array {
  const copy = Uint8Array.from(bytes);
  const view = new DataView(copy.buffer);
  for (let at = 0; at + 4 <= copy.length; at += 1)
    if (view.getUint32(at, true) === signature) change(view, at + offset);
  return copy;
}

const local = 0x04034b50;
const central = 0x02014b50;

describe('files that are no ledger', () => {
  it.each<[string, Uint8Array, string, LedgerUnreadable['say']]>([
    ['a workbook with a password', compound('EncryptedPackage', 'EncryptionInfo'), 'a.xlsx', 'password'],
    ['an old Word document', compound('WordDocument', '1Table'), 'a.xls', 'word-document'],
    ['another compound file', compound('Contents'), 'a.xls', 'not-a-workbook'],
    ['a broken compound file', compound('Workbook').slice(0, 600), 'a.xls', 'damaged'],
    [
      'a compound file without anything in it',
      Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
      'a.xls',
      'damaged',
    ],
    ['an .xls of zeros', compound('Workbook'), 'a.xls', 'damaged'],
    [
      'a Word document',
      zipOf({ '[Content_Types].xml': '<Types/>', 'word/document.xml': '<w:document/>' }),
      'a.xlsx',
      'word-document',
    ],
    [
      'a text of OpenDocument',
      zipOf({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '<a/>' }),
      'a.ods',
      'word-document',
    ],
    [
      'a spreadsheet of OpenDocument with a password',
      zipOf({
        mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
        'content.xml': 'x',
        'META-INF/manifest.xml': '<m><encryption-data/></m>',
      }),
      'a.ods',
      'password',
    ],
    [
      'a spreadsheet of OpenDocument without content',
      zipOf({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet' }),
      'a.ods',
      'damaged',
    ],
    ['a rich text file', strToU8('{\\rtf1 a}'), 'a.xls', 'word-document'],
    ['a page in one file', strToU8('MIME-Version: 1.0\r\nX-Document-Type: Workbook\r\n'), 'a.xls', 'not-a-workbook'],
    ['another zip file', zipOf({ 'a.txt': 'a' }), 'a.xlsx', 'not-a-workbook'],
    ['a zip file with nothing in it', zipSync({}), 'a.xlsx', 'not-a-workbook'],
    ['a picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13]), 'a.csv', 'not-a-workbook'],
    ['a PDF', strToU8('%PDF-1.7\n%âãÏÓ\n1 0 obj'), 'a.xlsx', 'not-a-workbook'],
    ['text called .xlsx', strToU8('标题,公开日期\n'), 'a.xlsx', 'not-a-workbook'],
    ['nothing at all', new Uint8Array(), 'a.xlsx', 'not-a-workbook'],
    [
      'a zip file that encrypts its entries',
      patched(
        patched(small, central, 8, (view, at) => view.setUint16(at, 1, true)),
        local,
        6,
        (view, at) => view.setUint16(at, 1, true),
      ),
      'a.xlsx',
      'password',
    ],
    [
      'a way of packing that nobody uses',
      patched(small, central, 10, (view, at) => view.setUint16(at, 12, true)),
      'a.xlsx',
      'damaged',
    ],
    ['a wrong checksum', patched(small, central, 16, (view, at) => view.setUint32(at, 1, true)), 'a.xlsx', 'damaged'],
    [
      'a size that is too small',
      patched(small, central, 24, (view, at) => view.setUint32(at, 9, true)),
      'a.xlsx',
      'damaged',
    ],
    [
      'an offset beyond the end',
      patched(small, central, 42, (view, at) => view.setUint32(at, 1 << 30, true)),
      'a.xlsx',
      'damaged',
    ],
    ...[
      [
        'a row above the one before it',
        '<row r="2"><c r="A2"><v>2</v></c></row><row r="1"><c r="A1"><v>1</v></c></row>',
      ],
      ['two rows in one place', '<row r="2"><c r="A2"><v>2</v></c></row><row r="2"><c r="A2"><v>1</v></c></row>'],
      ['a row where the one without number stands', '<row r="2"/><row><c><v>1</v></c></row><row r="3"/>'],
      ['rows in two places', '<row r="1"/></sheetData><sheetData><row r="2"/>'],
      ['the same in another dialect', '<!-- --><row r="1"/></sheetData><sheetData><row r="2"/>'],
    ].map(
      ([name = '', rows = '']) =>
        [name, makePackage({ sheets: [sheetXml(rows)] }), 'a.xlsx', 'damaged'] as [
          string,
          Uint8Array,
          string,
          LedgerUnreadable['say'],
        ],
    ),
  ])('%s', async (_name, bytes, name, say) => {
    expect(await refusal(bytes, name)).toBe(say);
  });

  it('is damaged where a part stands there twice and says something else', async () => {
    const files = packageFiles({ sheets: [sheetXml('<row r="1"><c r="A1"><v>1</v></c></row>')] });
    const again = (text: string): Uint8Array => zipOf({ ...files, 'xl/worksheets/SHEET1.xml': text });
    expect(await refusal(again(sheetXml('<row r="1"><c r="A1"><v>2</v></c></row>')))).toBe('damaged');
    expect(await refusal(again(files['xl/worksheets/sheet1.xml'] ?? ''))).toBe('read');
  });

  it('is damaged wherever it is cut off', async () => {
    for (let length = 4; length < small.length; length += 37)
      expect(await refusal(small.slice(0, length))).toBe('damaged');
  });

  it('is read with bytes before it, and with names that lead elsewhere', async () => {
    const moved = new Uint8Array(small.length + 100);
    moved.set(small, 100);
    moved.set(small.slice(0, 4), 0);
    expect(cellsOf((await readAll(moved))[0])).toEqual(['A1 text 甲', 'B1 number 1']);
    const files = packageFiles({
      sheets: [sheetXml('<row><c><v>1</v></c></row>')],
      parts: { '../../etc/passwd': 'x', '/absolute': 'y' },
    });
    expect(cellsOf((await readAll(zipOf(files)))[0])).toEqual(['A1 number 1']);
  });
});

const ofRows = (rows: string, after = ''): Uint8Array => makePackage({ sheets: [sheetXml(rows, after)] });

describe('XML from strangers', () => {
  const bomb = '<!DOCTYPE worksheet [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>';
  const plain = sheetXml('<row r="1"><c r="A1" t="inlineStr"><is><t>x</t></is></c></row>');

  it.each<[string, Uint8Array, LedgerUnreadable['say']]>([
    [
      'entities of its own',
      makePackage({ sheets: [plain.replace('<worksheet', `${bomb}<worksheet`).replace('>x<', '>&b;<')] }),
      'damaged',
    ],
    [
      'an external entity',
      makePackage({ sheets: [plain.replace('<worksheet', '<!DOCTYPE a SYSTEM "file:///etc/passwd"><worksheet')] }),
      'damaged',
    ],
    [
      'a DOCTYPE in the list of sheets',
      makePackage({ sheets: [plain], parts: { 'xl/workbook.xml': `${bomb}<workbook/>` } }),
      'damaged',
    ],
    ['an unknown reference', ofRows('<row><c t="inlineStr"><is><t>&nbsp;</t></is></c></row>'), 'damaged'],
    ['a reference to no character', ofRows('<row><c t="inlineStr"><is><t>&#0;</t></is></c></row>'), 'damaged'],
    ['rows without an end', makePackage({ sheets: [plain.slice(0, -20)] }), 'damaged'],
    ['tags that do not close', ofRows('<row><c><v>1</c></row>'), 'damaged'],
    [
      'an inline string that closes in the next cell',
      ofRows('<row><c t="inlineStr"><is><t>a</t></c><c t="inlineStr"><is><t>b</t></is></c></row>'),
      'damaged',
    ],
    ['a run that does not close', makePackage({ sheets: [plain], strings: '<si><r><t>a</t></si>' }), 'damaged'],
    ['an empty part', makePackage({ sheets: [''] }), 'damaged'],
    ['another document in place of a sheet', makePackage({ sheets: ['<html><body/></html>'] }), 'damaged'],
    ['a shared string that is not there', ofRows('<row><c t="s"><v>3</v></c></row>'), 'damaged'],
    [
      'a sheet that is not there',
      makePackage({ sheets: [plain], parts: { 'xl/worksheets/sheet1.xml': undefined } }),
      'damaged',
    ],
    [
      'a sheet that leads nowhere',
      makePackage({ sheets: [plain], parts: { 'xl/_rels/workbook.xml.rels': '<Relationships/>' } }),
      'damaged',
    ],
    ['elements deep in one another', ofRows(`<row><c>${'<a>'.repeat(100_000)}`), 'too-large'],
    ['a comment that is much too long', ofRows(`<!--${'x'.repeat(20_000_000)}-->`), 'too-large'],
    [
      'a row that is much too long',
      ofRows(`<row>${'<c><v>1</v></c>'.repeat(16_384)}${' '.repeat(17_000_000)}</row>`),
      'too-large',
    ],
    [
      'a text that is much too long',
      ofRows(`<row><c t="inlineStr"><is><t>${'y'.repeat(18_000_000)}</t></is></c></row>`),
      'too-large',
    ],
    [
      'a text that is much too long, in CDATA',
      ofRows(`<row><c t="inlineStr"><is><t>${`<![CDATA[${'y'.repeat(60_000)}]]>`.repeat(300)}</t></is></c></row>`),
      'too-large',
    ],
    [
      'a shared string that is much too long',
      makePackage({ sheets: [plain], strings: `<si>${'<r><t>zzzzzzzzzzzzzzzz</t></r>'.repeat(700_000)}</si>` }),
      'too-large',
    ],
    ['a column too far', ofRows('<row r="1"><c r="XFE1"><v>1</v></c></row>'), 'too-large'],
    ['cells without end', ofRows(`<row>${'<c><v>1</v></c>'.repeat(16_385)}</row>`), 'too-large'],
    ['cells without end in one place', ofRows(`<row>${'<c r="A1"><v>1</v></c>'.repeat(16_385)}</row>`), 'too-large'],
    ['a row too far', ofRows('<row r="1048577"><c><v>1</v></c></row>'), 'too-large'],
    [
      'millions of merges',
      ofRows('', `<mergeCells>${'<mergeCell ref="A1:B2"/>'.repeat(600_000)}</mergeCells>`),
      'too-large',
    ],
  ])('%s', async (_name, bytes, say) => {
    expect(await refusal(bytes)).toBe(say);
  });

  it('names that objects have of themselves are names like others', async () => {
    const rows = '<row r="1" __proto__="x" constructor="y"><c r="A1" __proto__="1"><v>1</v></c></row>';
    for (const odd of ['', '<!-- -->'])
      expect(cellsOf((await readAll(ofRows(odd + rows)))[0])).toEqual(['A1 number 1']);
  });

  it('text beyond what a cell can hold is cut', async () => {
    const long = '字'.repeat(40_000);
    const bytes = makePackage({
      sheets: [sheetXml(`<row><c t="inlineStr"><is><t>${long}</t></is></c><c t="s"><v>0</v></c></row>`)],
      strings: `<si><t>${long}</t></si>`,
    });
    expect((await readAll(bytes))[0]?.rows[0]?.cells.map(({ text }) => text.length)).toEqual([32_767, 32_767]);
  });
});

describe('files that unpack to too much', () => {
  it.each(['xl/worksheets/sheet1.xml', 'xl/sharedStrings.xml', 'xl/styles.xml', 'xl/workbook.xml'])(
    '%s',
    async (part) => {
      const files = packageFiles({ sheets: [sheetXml('')], strings: '' });
      const xml = String(files[part]).replace(
        /(<(?:sheetData|sst|styleSheet|workbook)[^>]*>)/,
        `$1${' '.repeat(90_000_000)}`,
      );
      expect(await refusal(zipOf({ ...files, [part]: xml }))).toBe('too-large');
    },
  );

  it('more entries than any workbook has', async () => {
    const files: Record<string, string> = packageFiles({ sheets: [sheetXml('')] });
    for (let index = 0; index < 21_000; index += 1) files[`a${index}`] = '';
    expect(await refusal(zipOf(files))).toBe('too-large');
  });
});

it('rows that are not wanted are not told, and a sheet is ended all the same', async () => {
  const told: string[] = [];
  const shares: number[] = [];
  const bytes = makePackage({
    sheets: [sheetXml('<row><c><v>1</v></c></row>'), sheetXml('<row><c><v>2</v></c></row>')],
  });
  await readWorkbook(
    fromBytes(bytes),
    '台账.xlsx',
    {
      sheet(head) {
        told.push(head.name);
        return head.name === '表2';
      },
      row: (row) => told.push(row.cells.map(({ text }) => text).join()),
      endSheet: () => told.push('end'),
    },
    { progress: (share) => shares.push(share) },
  );
  expect(told).toEqual(['表1', 'end', '表2', '2', 'end']);
  expect(shares.at(-1)).toBe(1);
  expect([...shares].sort((one, other) => one - other)).toEqual(shares);
});
