import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { address } from '../../src/layout/appendix-sheet.ts';
import type { Item } from '../../src/ledger/ledger.ts';
import { writeXlsx } from '../../src/writers/xlsx.ts';
import { madeItem, madeLedger } from '../layout/made-ledger.ts';
import { convert, python, validateFile } from '../tools.ts';
import { appendixFor, consistentCells, reportOf } from './made-appendix.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'annrep-xlsx-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Cells = Record<string, Record<string, string | number>>;

/** Every filled cell as openpyxl reads it: cached values, or with `formulas` what stands in the cell. */
const read = (file: string, formulas = false): Cells =>
  JSON.parse(
    python(
      `import sys,json,openpyxl,datetime
book=openpyxl.load_workbook(sys.argv[1],data_only=sys.argv[2]=='0')
# what SpreadsheetML writes _x005F_ is an underscore; openpyxl leaves it as it is
show=lambda v: v.strftime('%Y-%m-%d') if isinstance(v,datetime.datetime) else v.replace('_x005F_','_') if isinstance(v,str) else v
print(json.dumps({s.title:{c.coordinate:show(c.value) for r in s.iter_rows() for c in r if c.value is not None} for s in book}))`,
      file,
      formulas ? '1' : '0',
    ),
  );

const write = async (name: string, ...given: Parameters<typeof appendixFor>): Promise<string> => {
  const file = join(folder, name);
  writeFileSync(file, await writeXlsx(appendixFor(...given)));
  return file;
};

/** The same file after LibreOffice has worked out every formula anew. */
const recalculated = (file: string): Cells => {
  const out = mkdtempSync(join(folder, 'again-'));
  return read(convert(file, 'xlsx', out));
};

const hostile = [
  '=1+1',
  '+cmd|1',
  '-5',
  '@SUM(A1)',
  '00012345678901234567',
  '_x0041_',
  ' 首尾空格 ',
  '<b>&"\'',
  '\u0001坏\uD800',
  '*',
  '>5',
  '~',
  '',
];
const hostileItems: readonly Item[] = hostile.flatMap((text, at) => [
  madeItem({
    title: text,
    category: text,
    documentNumber: text,
    remark: text,
    date: `2024-${String((at % 12) + 1).padStart(2, '0')}-28`,
  }),
  madeItem({
    title: `第${at}条`,
    category: at % 2 ? 'Abc' : 'abc',
    channels: at % 3 ? ['政务微信', '政府网站'] : [],
    quantity: at + 1,
    date: at % 5 ? '2024-12-31' : '',
  }),
]);

const moneyCells = { '主动公开.行政事业性收费.本年收费金额': '190.457370', '主动公开渠道.政府网站': 12 };

describe.each([2020, 2024])('the appendix of %i', (year) => {
  const cells = {
    ...consistentCells(year, () => 7),
    ...(year === 2024 ? moneyCells : { '主动公开.政府集中采购.采购总金额': '414922.30' }),
  };
  const given = [
    reportOf({
      year,
      cells,
      organ: '某县&某乡人民政府',
      title: `${year}年某县&某乡年报`,
      units: { 政府集中采购: '元' },
    }),
    { ledger: madeLedger(hostileItems) },
  ] as const;

  it('is valid, the same from run to run, and unprotected', async () => {
    const file = await write(`valid-${year}.xlsx`, ...given);
    expect((await validateFile(file)).errors).toEqual([]);
    expect(Buffer.from(await writeXlsx(appendixFor(...given))).equals(readFileSync(file))).toBe(true);
    const parts = unzipSync(readFileSync(file));
    const text = Object.values(parts)
      .map((part) => Buffer.from(part).toString('utf8'))
      .join('\n');
    expect(text).toContain(`<oddHeader>&amp;R&amp;9 ${year}年`);
    expect(text).not.toMatch(/sheetProtection|TargetMode="External"|workbookProtection/);
  });

  it('holds exactly the values that LibreOffice works out', async () => {
    const file = await write(`again-${year}.xlsx`, ...given);
    expect(recalculated(file)).toEqual(read(file));
  });
});

describe('texts of strangers', () => {
  it('stay texts, whatever they begin with', async () => {
    const file = await write('hostile.xlsx', reportOf({ year: 2024 }), {
      ledger: madeLedger(hostileItems),
      findings: hostile.map((text) => ({
        severity: '提示',
        sentence: text,
        code: 'text/spaces',
        place: text,
        help: text,
      })),
    });
    const formulas = read(file, true);
    const items = Object.values(formulas.信息条目 ?? {});
    for (const text of [
      '=1+1',
      '+cmd|1',
      '-5',
      '@SUM(A1)',
      '00012345678901234567',
      ' 首尾空格 ',
      '<b>&"\'',
      '坏\ufffd',
    ])
      expect(items).toContain(text);
    const kinds = python(
      `import sys,openpyxl
book=openpyxl.load_workbook(sys.argv[1])
print(sorted({c.data_type for n in ('信息条目','校验结果') for r in book[n].iter_rows() for c in r}), [c.data_type for c in book['信息条目'][4]][:5], book['信息条目']['E4'].number_format, book['信息条目']['E4'].is_date)`,
      file,
    );
    expect(kinds).not.toContain("'f'");
    expect(kinds).toContain('yyyy-mm-dd True');
  });
});

describe('a changed number', () => {
  it('turns the checks of its row, of its column and of the balance, and the list of sheets', async () => {
    const report = reportOf({ year: 2024, cells: consistentCells(2024, () => 3) });
    const appendix = appendixFor(report);
    const file = await write('changed.xlsx', report);
    const before = read(file).表三 ?? {};
    expect(Object.values(before).filter((value) => value === '✓')).toHaveLength(25 + 7 + 7);
    const sheet = appendix.sheets.find((one) => one.name === '表三');
    const [beside, settled, balance] = sheet?.checks ?? [];
    expect([beside, settled, balance].every(Boolean)).toBe(true);
    const changed = join(folder, 'changed-by-hand.xlsx');
    python(
      `import sys,openpyxl
book=openpyxl.load_workbook(sys.argv[1]); book['表三']['D8']=book['表三']['D8'].value+2; book.save(sys.argv[2])`,
      file,
      changed,
    );
    const after = recalculated(changed);
    const differing = Object.entries(after.表三 ?? {}).filter(([cell, value]) => before[cell] === '✓' && value !== '✓');
    expect(Object.fromEntries(differing)).toEqual({
      [address(8, beside?.left ?? 0)]: -2,
      [address(29, beside?.left ?? 0)]: -2,
      [address(settled?.top ?? 0, 4)]: -2,
      [address(settled?.top ?? 0, 10)]: -2,
      [address(balance?.top ?? 0, 4)]: -2,
      [address(balance?.top ?? 0, 10)]: -2,
    });
    expect(Object.values(after.目录 ?? {})).toContain(6);
  });
});

describe('any report and ledger', () => {
  const text = fc.oneof(fc.constantFrom(...hostile, 'a', 'A', '其他'), fc.string({ unit: 'grapheme', maxLength: 12 }));
  const item = fc.record({
    title: text,
    category: text,
    channels: fc.uniqueArray(fc.constantFrom('政府网站', '政务微信', '公示栏', '*'), { maxLength: 3 }),
    date: fc.constantFrom('2024-01-01', '2024-12-31', '2024-02-29', ''),
    quantity: fc.integer({ min: 1, max: 9 }),
  });

  it('is recalculated to what is cached', async () => {
    const samples = fc.sample(
      fc.record({
        year: fc.constantFrom(2019, 2020, 2021, 2025),
        numbers: fc.array(fc.option(fc.nat({ max: 99_999 }), { freq: 9 }), { minLength: 200, maxLength: 200 }),
        items: fc.array(item, { maxLength: 40 }),
      }),
      { numRuns: 3, seed: 20240131 },
    );
    for (const [at, { year, numbers, items }] of samples.entries()) {
      const names = Object.keys(consistentCells(year, () => 0));
      const cells = Object.fromEntries(names.map((name, index) => [name, numbers[index] ?? null]));
      const file = await write(`any-${at}.xlsx`, reportOf({ year, cells }), {
        ledger: madeLedger(items.map(madeItem)),
      });
      expect((await validateFile(file)).errors).toEqual([]);
      expect(recalculated(file)).toEqual(read(file));
    }
  });
});

describe('a ledger of more than 50,000 items', () => {
  it('is counted, not listed, and the sheet says so', async () => {
    const items = [madeItem({ quantity: 50_001 }), madeItem({ category: '', quantity: 4, date: '' })];
    const file = await write('many.xlsx', reportOf(), { ledger: madeLedger(items, false) });
    const cells = recalculated(file);
    expect(Object.values(cells.信息条目 ?? {}).join()).toContain('共50005条信息，超过50000条，本表不逐条列出');
    expect(cells.台账汇总).toMatchObject({
      A6: '工作信息',
      B6: 50_001,
      C6: 50_001,
      A7: '（未填类别）',
      C7: 4,
      C8: 50_005,
      C10: '✓',
    });
    expect(cells).toEqual(read(file));
  });
});
