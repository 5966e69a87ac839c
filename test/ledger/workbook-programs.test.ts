import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { utils, write } from '@e965/xlsx';
import ExcelJS from 'exceljs';
import { afterAll, describe, expect, it } from 'vitest';
import { python } from '../tools.ts';
import { makePackage, sheetXml } from './make-package.ts';
import { cellsOf, oracle, ours, readAll } from './workbook-reading.ts';

const folder = mkdtempSync(join(tmpdir(), 'annrep-workbook-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The cells of every sheet by openpyxl, in our words. */
const byOpenpyxl = (bytes: Uint8Array): { name: string; cells: string[] }[] => {
  const file = join(folder, 'book.xlsx');
  writeFileSync(file, bytes);
  return JSON.parse(
    python(
      `
import json, sys, datetime, openpyxl, warnings
warnings.simplefilter('ignore')
def say(c):
    v = c.value
    if isinstance(v, bool): return f'boolean {str(v).upper()}'
    if isinstance(v, (datetime.datetime, datetime.date)): return f'date {str(v)[:10]}'
    if isinstance(v, (int, float)): return f'number {v!r}'.removesuffix('.0')
    return f"{'error' if c.data_type == 'e' else 'text'} {v}"
book = openpyxl.load_workbook(sys.argv[1], data_only=True)
print(json.dumps([{'name': s.title, 'cells': [f'{c.coordinate} {say(c)}' for r in s.iter_rows() for c in r if c.value is not None and c.value != '']} for s in book.worksheets]))
`,
      file,
    ),
  );
};

async function byExcelJs(): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('主动公开');
  sheet.addRow(['2020年台账']);
  sheet.mergeCells('A1:F1');
  sheet.addRow(['序号', '标题', '公开日期', '金额', '是否解读', '计算']);
  for (let index = 1; index <= 400; index += 1) {
    const row = sheet.addRow([
      index,
      `第${index}号通知 <公开> & "解读"`,
      new Date(Date.UTC(2020, 0, index)),
      index / 7,
      index % 2 === 0,
      { formula: `A${index + 2}*2`, result: index * 2 },
    ]);
    row.getCell(3).numFmt = index % 2 === 0 ? 'yyyy"年"m"月"d"日"' : 'yyyy/m/d h:mm';
    if (index % 50 === 0) row.hidden = true;
    if (index % 60 === 0)
      row.getCell(2).value = { richText: [{ text: '富' }, { font: { bold: true }, text: '文本\n二行' }] };
    if (index % 70 === 0) row.getCell(2).value = { text: '链接标题', hyperlink: 'https://example.gov.cn/' };
    if (index % 80 === 0) row.getCell(2).value = { error: '#N/A' };
    if (index % 90 === 0) row.getCell(2).value = '00123';
    if (index % 100 === 0) row.getCell(2).note = '批注';
  }
  book.addWorksheet('隐藏', { state: 'hidden' }).addRow(['a']);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

function bySheetJs(sharedStrings: boolean): Uint8Array {
  const sheet = utils.aoa_to_sheet(
    [
      ['标题', '公开日期', '数量'],
      ...Array.from({ length: 300 }, (_value, index) => [
        ` 通知${index} `,
        new Date(Date.UTC(2020, 1, index)),
        index * 1.1,
      ]),
    ],
    { UTC: true, cellDates: true },
  );
  const book = utils.book_new(sheet, '清单');
  return new Uint8Array(write(book, { type: 'array', bookType: 'xlsx', bookSST: sharedStrings }));
}

describe('workbooks of other programs are read as SheetJS and openpyxl read them', () => {
  it('by exceljs', async () => {
    const bytes = await byExcelJs();
    const sheets = await readAll(bytes);
    const read = ours(sheets);
    expect(read[0]?.cells.length).toBe(1 + 6 * 401);
    expect(read).toEqual(byOpenpyxl(bytes));
    // A merged range has one value: SheetJS leaves the others out as we do.
    expect(read).toEqual(oracle(bytes));
    expect(sheets.map(({ hidden }) => hidden)).toEqual([false, true]);
    expect(sheets[0]?.merges).toEqual([{ top: 1, left: 0, bottom: 1, right: 5 }]);
    expect(sheets[0]?.rows.filter(({ hidden }) => hidden).map(({ number }) => number)).toEqual([
      52, 102, 152, 202, 252, 302, 352, 402,
    ]);
  });

  it.each([true, false])('by SheetJS, shared strings: %s', async (shared) => {
    const bytes = bySheetJs(shared);
    const read = ours(await readAll(bytes));
    expect(read[0]?.cells.length).toBe(903);
    expect(read).toEqual(oracle(bytes));
    expect(read).toEqual(byOpenpyxl(bytes));
  });

  it('by openpyxl', async () => {
    const file = join(folder, 'made.xlsx');
    python(
      `
import sys, datetime, openpyxl
book = openpyxl.Workbook()
s = book.active
s.title = '台账'
s.append(['标题', '日期', '数', '公式'])
for i in range(200):
    s.append([f'第{i}号', datetime.date(2019, 12, 1) + datetime.timedelta(days=i), i * 0.3, f'=C{i + 2}*2'])
    s.cell(row=i + 2, column=2).number_format = 'yyyy-mm-dd'
s.merge_cells('A5:A9')
s.row_dimensions[7].hidden = True
book.save(sys.argv[1])
`,
      file,
    );
    const bytes = readFileSync(file);
    const sheets = await readAll(bytes);
    expect(ours(sheets)).toEqual(byOpenpyxl(bytes));
    expect(ours(sheets)).toEqual(oracle(bytes));
    expect(sheets[0]?.merges).toEqual([{ top: 5, left: 0, bottom: 9, right: 0 }]);
    expect(cellsOf(sheets[0]).filter((cell) => cell.includes('uncalculated')).length).toBe(200);
  });
});

describe('what exceljs reads wrong', () => {
  it('Chinese date formats, ISO dates, prefixes, CDATA and cells with comments', async () => {
    const rows = `<row r="1"><c r="A1" s="1"><v>43835</v></c><c r="B1" s="2"><v>43835</v></c><c r="C1" t="d"><v>2020-01-05T00:00:00Z</v></c><c r="D1" t="inlineStr"><is><t><![CDATA[甲]]></t></is></c><c r="E1" t="inlineStr"><!-- --><is><t>乙</t></is></c></row>`;
    const [sheet] = await readAll(makePackage({ sheets: [sheetXml(rows)], formats: [31, 57] }));
    expect(cellsOf(sheet)).toEqual([
      'A1 date 2020-01-05',
      'B1 date 2020-01-05',
      'C1 date 2020-01-05',
      'D1 text 甲',
      'E1 text 乙',
    ]);
  });

  it('no character is lost however the stream is cut', async () => {
    // More than is inflated at once, so that it comes in pieces: three bytes a character never fall together with them.
    const count = 90_000;
    const rows = Array.from(
      { length: count },
      (_row, index) =>
        `<row r="${index + 1}"><c r="A${index + 1}" t="inlineStr"><is><t>${'县'.repeat(1 + (index % 40))}</t></is></c></row>`,
    );
    const bytes = makePackage({ sheets: [sheetXml(rows.join(''))] });
    const sheets = await readAll(bytes);
    expect(sheets[0]?.rows.length).toBe(count);
    expect(sheets[0]?.rows.every(({ number, cells }) => cells[0]?.text === '县'.repeat(1 + ((number - 1) % 40)))).toBe(
      true,
    );
  });
});
