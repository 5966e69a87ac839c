import { describe, expect, it } from 'vitest';
import { python } from '../tools.ts';
import { cellsOf, readAll, refusal } from './workbook-reading.ts';

const lines = '标题,公开日期,渠道\n关于“三公”经费的通知,2020-1-5,政府网站\n';
const expected = [
  'A1 text 标题',
  'B1 text 公开日期',
  'C1 text 渠道',
  'A2 text 关于“三公”经费的通知',
  'B2 text 2020-1-5',
  'C2 text 政府网站',
];

/** Text in an encoding, by Python: no other program here writes them all. */
const encoded = (text: string, encoding: string): Uint8Array =>
  Buffer.from(
    python('import sys, base64; print(base64.b64encode(sys.argv[1].encode(sys.argv[2])).decode())', text, encoding),
    'base64',
  );

describe('text files', () => {
  it.each(['utf-8', 'utf-8-sig', 'utf-16', 'utf-16-be-bom', 'gbk', 'gb18030'])('in %s', async (encoding) => {
    const bytes = encoding === 'utf-16-be-bom' ? encoded(`\uFEFF${lines}`, 'utf-16-be') : encoded(lines, encoding);
    const sheets = await readAll(bytes, '报送/2020-台账.csv');
    expect(cellsOf(sheets[0])).toEqual(expected);
    expect(sheets.map(({ name, hidden, merges }) => ({ name, hidden, merges }))).toEqual([
      { name: '2020-台账', hidden: false, merges: [] },
    ]);
  });

  it('characters that only GB18030 has', async () => {
    expect(cellsOf((await readAll(encoded('𠮷,㐂\n镕,喆', 'gb18030'), 'a.csv'))[0])).toEqual([
      'A1 text 𠮷',
      'B1 text 㐂',
      'A2 text 镕',
      'B2 text 喆',
    ]);
  });

  it.each([
    ['commas', 'a,b\nc,d', ['A1 text a', 'B1 text b', 'A2 text c', 'B2 text d']],
    ['semicolons', 'a;b,c\nd;e;f', ['A1 text a', 'B1 text b,c', 'A2 text d', 'B2 text e', 'C2 text f']],
    ['tabs', 'a\tb,c;d\r\ne\tf\r\n', ['A1 text a', 'B1 text b,c;d', 'A2 text e', 'B2 text f']],
    ['quotes', '"a,b","c""d",e"f\n"",x', ['A1 text a,b', 'B1 text c"d', 'C1 text e"f', 'B2 text x']],
    ['line breaks inside quotes', '"a\r\nb",c\r\nd', ['A1 text a\nb', 'B1 text c', 'A2 text d']],
    ['text after a closing quote', '"a"b,c', ['A1 text ab', 'B1 text c']],
    ['empty lines and fields', 'a\n\n,,b\n\n', ['A1 text a', 'C3 text b']],
    ['old line ends', 'a,b\rc,d', ['A1 text a', 'B1 text b', 'A2 text c', 'B2 text d']],
    [
      'separators inside quotes of the header',
      '"a;b;c;d",x\ny,z',
      ['A1 text a;b;c;d', 'B1 text x', 'A2 text y', 'B2 text z'],
    ],
    ['numbers and formulas, which stay text', '007,1E3,=1+1', ['A1 text 007', 'B1 text 1E3', 'C1 text =1+1']],
    ['one field', 'a', ['A1 text a']],
    ['nothing', '', []],
  ])('%s', async (_name, text, cells) => {
    expect(cellsOf((await readAll(Buffer.from(text), 'a.csv'))[0])).toEqual(cells);
  });

  it('is cut nowhere wrong, however long', async () => {
    const rows = Array.from({ length: 60_000 }, (_row, index) => `${'字'.repeat(index % 7)}甲,"乙\r\n${index}"\r\n`);
    const [sheet] = await readAll(
      encoded('标,题\r\n', 'gbk').length > 0 ? Buffer.from(rows.join('')) : new Uint8Array(),
      'a.csv',
    );
    expect(sheet?.rows.length).toBe(60_000);
    expect(
      sheet?.rows.every(
        ({ number, cells }) =>
          cells[0]?.text === `${'字'.repeat((number - 1) % 7)}甲` && cells[1]?.text === `乙\n${number - 1}`,
      ),
    ).toBe(true);
  });

  it.each([
    [
      'channels parted by semicolons',
      '标题,公开日期,公开渠道\n',
      '甲,2020-1-5,网站;微博;微信;公报\n',
      'C2 text 网站;微博;微信;公报',
    ],
    ['titles with commas', '说明,说明,说明,说明\n"标题"\t公开日期\n', '甲,乙,丙\t2020-1-5\n', 'A3 text 甲,乙,丙'],
  ])('is parted as its header is: %s', async (_name, header, line, cell) => {
    const [sheet] = await readAll(Buffer.from(header + line.repeat(20)), 'a.csv');
    expect(cellsOf(sheet)).toContain(cell);
  });

  it('a quote that never closes is said, not swallowed', async () => {
    expect(await refusal(Buffer.from('a,b\n"c,d\ne,f\n'), 'a.csv')).toBe('damaged');
  });

  it('nor are the lines between two quotes that never close', async () => {
    const lines = '"关于甲,2020-1-5\n乙,2020-1-6\n"关于丙,2020-1-7\n';
    expect(await refusal(Buffer.from(`标题,日期\n${lines}`), 'a.csv')).toBe('damaged');
    const text = 'a,"b\n""c""" ,d\n"e"f,g\n';
    expect(cellsOf((await readAll(Buffer.from(text), 'a.csv'))[0])).toEqual([
      'A1 text a',
      'B1 text b\n"c" ',
      'C1 text d',
      'A2 text ef',
      'B2 text g',
    ]);
  });

  it('is said soon, even where the file goes on for long or a quote stands at its end', async () => {
    const lines = 'c,2020-1-5\n'.repeat(50_000);
    expect(await refusal(Buffer.from(`a,b\n"c,d\n${lines}","\n`), 'a.csv')).toBe('damaged');
    const long = '字'.repeat(200_000);
    expect(
      (await readAll(Buffer.from(`a,"${long}",b\n`), 'a.csv'))[0]?.rows[0]?.cells.map(({ text }) => text.length),
    ).toEqual([1, 32_767, 1]);
  });

  it('text called .xls, as some systems export it', async () => {
    expect(cellsOf((await readAll(encoded('标题\t日期\n通知\t2020-1-5', 'gbk'), 'a.xls'))[0])).toEqual([
      'A1 text 标题',
      'B1 text 日期',
      'A2 text 通知',
      'B2 text 2020-1-5',
    ]);
  });

  it('an HTML table called .xls', async () => {
    const html =
      '<html><head><meta charset="utf-8"></head><body><table><tr><th>标题</th><th>数</th></tr><tr><td>通知</td><td>007</td></tr></table></body></html>';
    expect(cellsOf((await readAll(Buffer.from(html), 'a.xls'))[0])).toEqual([
      'A1 text 标题',
      'B1 text 数',
      'A2 text 通知',
      'B2 text 007',
    ]);
    expect(cellsOf((await readAll(encoded(html.replace('utf-8', 'gb2312'), 'gbk'), 'a.xls'))[0])).toEqual([
      'A1 text 标题',
      'B1 text 数',
      'A2 text 通知',
      'B2 text 007',
    ]);
  });

  it.each(['UTC', 'Asia/Shanghai', 'America/Los_Angeles'])(
    'an XML table of Excel 2003 called .xls, in the time zone %s',
    async (zone) => {
      const xml = `<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Styles><Style ss:ID="d"><NumberFormat ss:Format="Short Date"/></Style></Styles><Worksheet ss:Name="台账"><Table><Row><Cell><Data ss:Type="String">标题</Data></Cell><Cell ss:StyleID="d"><Data ss:Type="DateTime">2020-01-05T00:00:00.000</Data></Cell><Cell><Data ss:Type="Number">3.5</Data></Cell></Row></Table></Worksheet></Workbook>`;
      const before = process.env.TZ;
      process.env.TZ = zone;
      try {
        expect(cellsOf((await readAll(Buffer.from(xml), 'a.xls'))[0])).toEqual([
          'A1 text 标题',
          'B1 date 2020-01-05',
          'C1 number 3.5',
        ]);
      } finally {
        if (before === undefined) delete process.env.TZ;
        else process.env.TZ = before;
      }
    },
  );

  it.each(['a.csv', 'a.txt', 'a.tsv', 'A.CSV'])('the name %s is that of a text file', async (name) => {
    expect(await refusal(Buffer.from('a'), name)).toBe('read');
  });

  it('bytes that are no text are refused', async () => {
    expect(await refusal(Uint8Array.from([0, 1, 2, 3, 255]), 'a.csv')).toBe('not-a-workbook');
  });
});
