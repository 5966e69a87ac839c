import { readFileSync, writeFileSync } from 'node:fs';
import { read, utils } from '@e965/xlsx';
import { describe, expect, test } from 'vitest';
import { ledgers } from '../fixtures/ledgers.ts';

const folder = new URL('../fixtures/', import.meta.url);
const made = await ledgers();

if (process.env.ANNREP_WRITE_FIXTURES === '1')
  for (const [path, bytes] of made) writeFileSync(new URL(path, folder), bytes);

describe('the committed ledgers', () => {
  test.each([...made.keys()])('%s is what fixtures/ledgers.ts makes, to the byte', (path) => {
    const committed = readFileSync(new URL(path, folder));
    expect(Buffer.compare(committed, made.get(path) ?? Buffer.alloc(0))).toBe(0);
  });
});

/** The rows of the sample year as SheetJS, not our reader, sees them. */
function lutingRows(): readonly (readonly unknown[])[] {
  const workbook = read(readFileSync(new URL('luting-2020/2020-台账.xlsx', folder)), { cellDates: true });
  const sheet = workbook.Sheets.主动公开;
  if (!sheet) throw new Error('no sheet 主动公开');
  return utils.sheet_to_json<unknown[]>(sheet, { header: 1, raw: false, dateNF: 'yyyy-mm-dd' }).slice(2);
}

describe('the ledger of the real year 2020', () => {
  const rows = lutingRows();
  const through = (channel: string) => rows.filter((row) => String(row[5]).split('、').includes(channel));

  test('holds the numbers of the published extension table', () => {
    expect(rows.length).toBe(315);
    expect(through('政府网站').length).toBe(175);
    expect(through('政务微博').length).toBe(12);
    expect(through('政务微信').length).toBe(238);
  });

  test('holds the published categories of the website, 145 in all, and 30 that the list forgot', () => {
    const counts: Record<string, number> = {};
    for (const row of through('政府网站')) counts[String(row[3])] = (counts[String(row[3])] ?? 0) + 1;
    expect(counts).toEqual({
      工作信息: 76,
      公告公示: 24,
      法规公文: 4,
      重点项目: 1,
      规划总结: 5,
      应急管理: 5,
      人事信息: 14,
      财政信息: 3,
      政府决策: 1,
      其他应公开的: 12,
      社会监督: 30,
    });
  });

  test('names each item once, marks it as a sample and dates it in the year', () => {
    expect(new Set(rows.map((row) => row[1])).size).toBe(315);
    expect(rows.every((row) => String(row[1]).includes('示例'))).toBe(true);
    expect(rows.every((row) => /^2020-\d\d-\d\d$/.test(String(row[4])))).toBe(true);
  });
});
