import { strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { cellsOf, readAll, refusal } from './workbook-reading.ts';

const row = (...cells: readonly string[]): string => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
const page = (rows: string): Uint8Array => strToU8(`<html><body><table>${rows}</table></body></html>`);
const cells = async (rows: string): Promise<readonly string[]> =>
  (await readAll(page(rows), 'a.xls')).flatMap((sheet) => cellsOf(sheet));

describe('a page with a table called .xls', () => {
  it.each([
    ['a table in a cell, and rows below it', row('甲', '<table><tr><td>附件</td></tr></table>') + row('乙')],
    ['a row that begins with something else', `${row('甲')}<tr><a name="b"></a><td>乙</td></tr>`],
    ['cells that are not closed', `${row('甲')}<tr><td>乙<td>2020-03-01</tr>`],
    ['cells without a row', `<td>甲</td>${row('乙')}`],
    ['cells behind the end of a row', `${row('甲')}<td>乙</td>`],
    ['a second table that does not end', `${row('甲')}</table><table>${row('乙')}</html><!-- `],
  ])('is refused rather than read in part: %s', async (_, rows) => {
    expect(await refusal(page(rows), 'a.xls')).toBe('damaged');
  });

  it('is read where tables only arrange it, with ends left out that can be, and comments', async () => {
    expect(await cells(`<tr><td><table>${row('甲', '乙')}</table></td></tr>`)).toEqual(['A2 text 甲', 'B2 text 乙']);
    expect(await cells(`<thead><tr> <th>甲</th>\n<th>乙<tr><td>丙</thead>`)).toEqual([
      'A1 text 甲',
      'B1 text 乙',
      'A2 text 丙',
    ]);
    expect(await cells(`<!-- ${row('旧')} -->${row('甲')}<!-- <td> -->`)).toEqual(['A1 text 甲']);
  });

  it('has its references read as characters, none as markup', async () => {
    expect(await cells(row('&#32593;&#x7AD9;&ldquo;&#49;&rdquo;', '&#60;b&#62; &lt;i&gt; &amp;#32593;'))).toEqual([
      'A1 text 网站“1”',
      'B1 text <b> <i> &#32593;',
    ]);
  });
});
