import { describe, expect, it } from 'vitest';
import { zipOf } from './make-package.ts';
import { cellsOf, readAll } from './workbook-reading.ts';

/** A spreadsheet of OpenDocument written by hand, from what stands inside its body. */
const ods = (inside: string): Uint8Array =>
  zipOf({
    mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
    'content.xml': `<?xml version="1.0"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:xlink="http://www.w3.org/1999/xlink"><office:body><office:spreadsheet>${inside}</office:spreadsheet></office:body></office:document-content>`,
  });

const cell = (text: string, within = ''): string =>
  `<table:table-cell office:value-type="string">${within}<text:p>${text}</text:p></table:table-cell>`;
const table = (name: string, cells: string, before = ''): string =>
  `<table:table table:name="${name}">${before}<table:table-row>${cells}</table:table-row></table:table>`;

describe('a spreadsheet of OpenDocument', () => {
  it('text boxes and shapes lie over its cells', async () => {
    const box = '<draw:frame><draw:text-box><text:p>已核对</text:p></draw:text-box></draw:frame>';
    const shape = '<draw:g><draw:custom-shape><text:p>章</text:p></draw:custom-shape></draw:g>';
    const [sheet] = await readAll(
      ods(table('台账', `<table:table-cell>${box}</table:table-cell>${cell('甲', shape)}${cell('乙')}`)),
      'a.ods',
    );
    expect(cellsOf(sheet)).toEqual(['B1 text 甲', 'C1 text 乙']);
  });

  it('what it keeps of other files is no sheet of its own', async () => {
    const source = '<table:table-source xlink:href="2019.ods" table:table-name="Sheet1"/>';
    const sheets = await readAll(
      ods(
        `${table('台账', cell('甲'))}${table('连着的', cell('丙'), source)}${table("'file:///D:/2019.ods'#$Sheet1", cell('乙'), source)}<table:dde-links><table:dde-link><office:dde-source/>${table('', cell('丁'))}</table:dde-link></table:dde-links>`,
      ),
      'a.ods',
    );
    expect(sheets.map((sheet) => [sheet.name, ...cellsOf(sheet)])).toEqual([
      ['台账', 'A1 text 甲'],
      ['连着的', 'A1 text 丙'],
    ]);
  });
});
