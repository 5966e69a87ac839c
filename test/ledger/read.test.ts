import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { editionOfYear } from '../../src/forms/editions.ts';
import { readLedger } from '../../src/ledger/read.ts';

const file = new URL('../../fixtures/luting-2020/2020-台账.xlsx', import.meta.url);

test('the ledger of the real year, from its file', async () => {
  const bytes = readFileSync(file);
  const shares: number[] = [];
  const ledger = await readLedger(
    { size: bytes.length, read: (offset, length) => bytes.subarray(offset, offset + length) },
    { file: '2020-台账.xlsx', year: 2020, edition: editionOfYear(2020), progress: (share) => shares.push(share) },
  );
  expect(ledger.findings).toEqual([]);
  expect(ledger.items.total).toBe(315);
  expect(Object.fromEntries(ledger.items.channels)).toEqual({ 政府网站: 175, 政务微博: 12, 政务微信: 238 });
  expect(ledger.items.months.reduce((sum, month) => sum + month, 0)).toBe(315);
  // The parts that the report lists for the website, and 社会监督, which it forgot.
  const published = {
    工作信息: 76,
    公告公示: 24,
    法规公文: 4,
    重点项目: 1,
    规划总结: 5,
    应急管理: 5,
    人事信息: 14,
    财政信息: 3,
    政府决策: 1,
  };
  for (const [category, count] of Object.entries(published))
    expect(ledger.items.categoryInChannel(category, '政府网站'), category).toBe(count);
  expect(ledger.entries?.length).toBe(315);
  expect(ledger.where('总数')).toEqual([{ file: '2020-台账.xlsx', sheet: '主动公开', cell: 'B3:B317' }]);
  expect(shares.every((share) => share >= 0 && share <= 1)).toBe(true);
});
