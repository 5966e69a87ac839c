import { utils, write } from '@e965/xlsx';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { packageFiles, sheetXml } from './make-package.ts';
import { refusal } from './workbook-reading.ts';

describe('flipped bytes', () => {
  const table = utils.aoa_to_sheet([
    ['标题', '数量'],
    ...Array.from({ length: 40 }, (_row, index) => [`第${index}号通知`, index]),
  ]);
  const book = utils.book_new(table, '清单');
  const formats = ['xlsx', 'biff8', 'ods'] as const;

  it.each(formats)('%s: read or refused, never a crash', async (bookType) => {
    const bytes = new Uint8Array(write(book, { type: 'array', bookType }));
    let seed = 20_201;
    const next = (below: number): number => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      return Math.floor((seed / 2_147_483_648) * below);
    };
    const said = new Map<string, number>();
    for (let round = 0; round < 400; round += 1) {
      const broken = Uint8Array.from(bytes);
      for (let flips = 1 + next(4); flips > 0; flips -= 1) broken[next(broken.length)] = next(256);
      const say = await refusal(broken, bookType === 'biff8' ? 'a.xls' : `a.${bookType}`);
      said.set(say, (said.get(say) ?? 0) + 1);
    }
    expect(said.get('damaged') ?? 0).toBeGreaterThan(10);
  });

  it('of the XML itself, packed whole: read or refused', async () => {
    const sheet = Buffer.from(
      sheetXml(
        '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>甲乙</t></is></c></row>'.repeat(5),
        '<mergeCells><mergeCell ref="A1:B1"/></mergeCells>',
      ),
    );
    const files: Record<string, string | Uint8Array> = packageFiles({
      sheets: [''],
      strings: '<si><r><t>a</t></r></si>',
    });
    for (let at = 100; at < sheet.length; at += 3)
      for (const byte of [0x3c, 0x3e, 0x22, 0x2f, 0x26, 0x21, 0, 0xff]) {
        const broken = Uint8Array.from(sheet);
        broken[at] = byte;
        files['xl/worksheets/sheet1.xml'] = broken;
        await refusal(
          zipSync(
            Object.fromEntries(
              Object.entries(files).map(([name, given]) => [name, typeof given === 'string' ? strToU8(given) : given]),
            ),
            { level: 0 },
          ),
        );
      }
  });
});
