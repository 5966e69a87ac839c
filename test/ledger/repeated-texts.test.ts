import { expect, it } from 'vitest';
import { inspectCell } from '../../src/checks/language/privacy.ts';
import { editionById } from '../../src/forms/editions.ts';
import type { Ledger } from '../../src/ledger/ledger.ts';
import { readLedger } from '../../src/ledger/read.ts';
import { fromBytes } from '../../src/ledger/source.ts';
import { makePackage, sheetXml } from './make-package.ts';

const rows = 40_000;
const limit = 15_000;

/** A workbook of a megabyte whose rows all name the same two texts. */
function ledgerOf(title: string, channel: string): Promise<Ledger> {
  const cell = (at: string, text: string): string => `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`;
  const body = Array.from(
    { length: rows },
    (_, at) => `<row><c t="s"><v>0</v></c>${cell(`B${at + 2}`, '2024-01-05')}<c t="s"><v>1</v></c></row>`,
  );
  const header = `<row r="1">${cell('A1', '标题')}${cell('B1', '公开日期')}${cell('C1', '公开渠道')}</row>`;
  const bytes = makePackage({
    sheets: [sheetXml(header + body.join(''))],
    strings: `<si><t>${title}</t></si><si><t>${channel}</t></si>`,
  });
  const edition = editionById('2021');
  if (!edition) throw new Error('no such edition');
  return readLedger(fromBytes(bytes), { file: 'a.xlsx', year: 2024, edition, inspect: inspectCell });
}

it.each([
  ['dashes', '-'.repeat(32_767)],
  ['full stops', '。'.repeat(32_767)],
  ['identity numbers', '11010519491231002X '.repeat(1_700)],
])(
  'a title of 32,767 characters in every row is looked at once: %s',
  async (_name, title) => {
    const { items } = await ledgerOf(title, '政府网站');
    expect([items.total, items.channels.get('政府网站')]).toEqual([1, 1]);
  },
  limit,
);

it(
  'a cell of 499 channels in every row is taken apart once',
  async () => {
    const channels = Array.from({ length: 499 }, (_, at) => `渠道${at}号`);
    const { items, findings } = await ledgerOf('通知', channels.join('、'));
    expect([items.total, items.channels.size]).toEqual([1, 499]);
    expect(findings.at(-1)).toMatchObject({ code: 'ledger/duplicate', say: 'more', args: { count: rows - 1 - 200 } });
  },
  limit,
);
