import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SheetRow } from '../../src/ledger/workbook.ts';
import { RowsReader } from '../../src/ledger/xlsx-rows.ts';
import { SharedStrings } from '../../src/ledger/xlsx-strings.ts';
import { StringsReader } from '../../src/ledger/xlsx-strings-reader.ts';
import { CellReader } from '../../src/ledger/xlsx-value.ts';
import { readElements, scanElements } from '../../src/ledger/xml/elements.ts';
import { type ItemReader, readItems } from '../../src/ledger/xml/items.ts';
import { mainNamespace, sheetXml } from './make-package.ts';
import { reference } from './workbook-reading.ts';

async function* piecesOf(xml: string, size: number): AsyncGenerator<Buffer> {
  const bytes = Buffer.from(xml);
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

/** Text as XML may write it: plain, by reference, in CDATA, beside comments. */
const text = fc
  .array(
    fc.oneof(
      {
        weight: 20,
        arbitrary: fc.constantFrom(
          '通知',
          '关于',
          'a',
          ' ',
          '2020',
          '_x',
          '_x000A_',
          '𠮷',
          '=1+1',
          '>',
          '"',
          "'",
          '\n',
          '县政府',
        ),
      },
      { weight: 4, arbitrary: fc.constantFrom('&amp;', '&lt;', '&#x4e2d;', '&#65;', '&quot;', '\r\n', '\r', '\t') },
      {
        weight: 1,
        arbitrary: fc.constantFrom(
          '<![CDATA[<t>]]>',
          '<!-- </t> -->',
          '<?x y?>',
          '<![CDATA[</row>]]>',
          '<!-- <row r="1"> -->',
        ),
      },
    ),
    { maxLength: 5 },
  )
  .map((parts) => parts.join(''));

const run = text.map(
  (inside) => `<r><rPr><sz val="11"/><rFont val="宋体"/></rPr><t xml:space="preserve">${inside}</t></r>`,
);
const richText = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .tuple(
        fc.constantFrom('', ' xml:space="preserve"'),
        fc.constantFrom('通知', '', ' 2020 ', '_x', '𠮷', '"\n'),
        fc.constantFrom('', '<phoneticPr fontId="1" type="noConversion"/>'),
      )
      .map(([kept, inside, note]) => `<t${kept}>${inside}</t>${note}`),
  },
  { weight: 6, arbitrary: text.map((inside) => `<t>${inside}</t>`) },
  { weight: 2, arbitrary: fc.array(run, { maxLength: 3 }).map((runs) => runs.join('')) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(text, text)
      .map(([base, above]) => `<t>${base}</t><rPh sb="0" eb="1"><t>${above}</t></rPh><phoneticPr fontId="1"/>`),
  },
  { weight: 1, arbitrary: fc.constantFrom('', '<t/>', '<t></t>', '<t xml:space="preserve"/>', ' <t>a</t>\n') },
);

const number = fc.oneof(
  fc.integer().map(String),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map(String),
  fc.constantFrom('', ' 1 ', '1E+17', '43835', 'x', '1e999'),
);
const value = number.map((inside) => (inside === '' ? '<v/>' : `<v>${inside}</v>`));
const formula = fc.oneof(
  { weight: 5, arbitrary: fc.constant('') },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '<f>A1*2</f>',
      '<f t="shared" si="0"/>',
      '<f t="shared" ref="A1:B2" si="1">"a"&amp;B1</f>',
      '<f><![CDATA[A1<2]]></f>',
      '<f></f>',
    ),
  },
);

interface Written {
  readonly type: string;
  readonly inside: string;
}
const content: fc.Arbitrary<Written> = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(formula, value).map(([before, after]) => ({ type: '', inside: before + after })) },
  {
    weight: 4,
    arbitrary: fc
      .tuple(formula, fc.nat(3))
      .map(([before, index]) => ({ type: 's', inside: `${before}<v>${index}</v>` })),
  },
  { weight: 4, arbitrary: richText.map((inside) => ({ type: 'inlineStr', inside: `<is>${inside}</is>` })) },
  { weight: 1, arbitrary: text.map((inside) => ({ type: 'str', inside: `<f>A1</f><v>${inside}</v>` })) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      { type: 'b', inside: '<v>1</v>' },
      { type: 'e', inside: '<v>#N/A</v>' },
      { type: 'd', inside: '<v>2020-01-05</v>' },
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      { type: '', inside: '' },
      { type: 's', inside: '' },
      { type: '', inside: '<f>1</f>' },
      { type: 'n', inside: '<extLst><ext uri="a"/></extLst><v>3</v>' },
    ),
  },
);

const cell = (row: number): fc.Arbitrary<string> =>
  fc
    .record({
      column: fc.option(fc.integer({ min: 0, max: 800 }), { freq: 4 }),
      style: fc.option(fc.nat(4)),
      content,
      quote: fc.constantFrom('"', '"', '"', '"', "'"),
      space: fc.constantFrom('', '', '', ' ', '\n  '),
    })
    .map(({ column, style, content: { type, inside }, quote, space }) => {
      const attributes = [
        ...(column === null ? [] : [['r', reference(row, column)]]),
        ...(style === null ? [] : [['s', String(style)]]),
        ...(type === '' ? [] : [['t', type]]),
      ].map(([name, given]) => ` ${name}=${quote}${given}${quote}`);
      return inside === ''
        ? `<c${attributes.join('')}/>`
        : `${space}<c${attributes.join('')}>${space}${inside}${space}</c>`;
    });

const rows = fc
  .array(
    fc.record({
      gap: fc.integer({ min: 1, max: 3 }),
      hidden: fc.constantFrom(
        '',
        '',
        ' hidden="1"',
        ' hidden="0"',
        ' hidden="true"',
        ' ht="0"',
        ' spans="1:8" ht="15.5" customHeight="1"',
      ),
      numbered: fc.boolean(),
    }),
    { maxLength: 6 },
  )
  .chain((list) => {
    let at = 0;
    return fc.tuple(
      ...list.map(({ gap, hidden, numbered }) => {
        at += gap;
        const here = at;
        return fc
          .tuple(fc.array(cell(here), { maxLength: 4 }), fc.constantFrom('', '', '', '\n', '<!-- row -->', '<?i?>'))
          .map(([cells, before]) => `${before}<row${numbered ? ` r="${here}"` : ''}${hidden}>${cells.join('')}</row>`);
      }),
    );
  })
  .map((list) => list.join(''));

/** How the cells of a table are written: nearly all like those above them, some blank, left out or of another kind. */
const tableCell = fc.oneof(
  { weight: 12, arbitrary: fc.constant('alike' as const) },
  { weight: 2, arbitrary: fc.constantFrom('blank' as const, 'left out' as const) },
  {
    weight: 1,
    arbitrary: fc.constantFrom('other style', 'other type', 'formula', 'decimal', 'long', 'nowhere', 'again', 'empty'),
  },
);

const table = fc
  .tuple(
    fc.uniqueArray(fc.nat(60), { minLength: 1, maxLength: 7 }).map((columns) => columns.sort((a, b) => a - b)),
    fc.array(fc.tuple(fc.nat(3), fc.boolean()), { minLength: 7, maxLength: 7 }),
  )
  .chain(([columns, kinds]) =>
    fc
      .array(fc.tuple(...columns.map(() => fc.tuple(tableCell, fc.nat(3)))), { minLength: 6, maxLength: 16 })
      .map((list) =>
        list
          .map((written, at) => {
            const cells = written.map(([how, number], index) => {
              const [style, shared] = kinds[index] ?? [0, false];
              const place = ` r="${reference(at + 1, columns[index] ?? 0)}"`;
              const look = style === 0 ? '' : ` s="${style}"`;
              const type = shared ? ' t="s"' : '';
              const filled = (attributes: string, value = `<v>${number}</v>`): string => `<c${attributes}>${value}</c>`;
              switch (how) {
                case 'blank':
                  return `<c${place}${look}/>`;
                case 'left out':
                  return '';
                case 'other style':
                  return filled(`${place} s="${(style + 1) % 4}"${type}`);
                case 'other type':
                  return filled(`${place}${look}${shared ? '' : ' t="s"'}`);
                case 'formula':
                  return filled(`${place}${look}${type}`, `<f>A1</f><v>${number}</v>`);
                case 'decimal':
                  return filled(`${place}${look}`, `<v>${number}.5</v>`);
                case 'long':
                  return filled(`${place}${look}`, `<v>${number}1234567890</v>`);
                case 'nowhere':
                  return filled(`${look}${type}`);
                case 'again':
                  return filled(`${place}${look}${type}`) + filled(`${place}${look}${type}`, '<v>2</v>');
                case 'empty':
                  return `<c${place}${look}${type}></c>`;
                default:
                  return filled(`${place}${look}${type}`);
              }
            });
            const hidden = (written[0]?.[1] ?? 0) === 3 ? ' hidden="1"' : '';
            return `<row r="${at + 1}"${hidden}>${cells.join('')}</row>`;
          })
          .join(''),
      ),
  );

const strings = new SharedStrings();
for (const each of ['甲', '', '乙 丙', '丁']) strings.add(each);
const cells = new CellReader(['number', 'date', 'time', 'number'], strings, false);

async function rowsOf(xml: string, size: number): Promise<readonly SheetRow[]> {
  const told: SheetRow[] = [];
  await readItems(piecesOf(xml, size), new RowsReader(cells, (row) => told.push(row)));
  return told;
}

/** A comment at the top keeps the scanner away from the first byte on. */
const strictly = (xml: string): string =>
  xml.replace('<sheetData>', '<!-- --><sheetData>').replace('<sst ', '<!-- --><sst ');

describe('the scanner reads what the full parser reads', () => {
  it.each([
    ['rows of any kind', rows],
    ['rows written one like the other, with some that are not', table],
  ])('%s, cut anywhere', async (_kind, inSheet) => {
    await fc.assert(
      fc.asyncProperty(inSheet, fc.integer({ min: 1, max: 400 }), async (inside, size) => {
        const xml = sheetXml(inside, '<rowBreaks count="1"><brk id="1"/></rowBreaks>');
        const expected = await rowsOf(strictly(xml), 1_000_000);
        expect(await rowsOf(xml, 1_000_000)).toEqual(expected);
        expect(await rowsOf(xml, size)).toEqual(expected);
      }),
      { numRuns: 1000 },
    );
  });

  it('shared strings, cut anywhere', async () => {
    const item = fc.oneof(
      { weight: 8, arbitrary: richText.map((inside) => `<si>${inside}</si>`) },
      { weight: 1, arbitrary: fc.constantFrom('<si/>', '\n', '<si ></si>') },
    );
    await fc.assert(
      fc.asyncProperty(fc.array(item, { maxLength: 8 }), fc.integer({ min: 1, max: 200 }), async (items, size) => {
        const xml = `<?xml version="1.0" encoding="UTF-8"?><sst xmlns="${mainNamespace}" count="9">${items.join('')}</sst>`;
        const read = async (from: string, pieces: number): Promise<readonly (string | undefined)[]> => {
          const table = new SharedStrings();
          await readItems(piecesOf(from, pieces), new StringsReader(table));
          return items.map((_item, index) => table.at(index));
        };
        const expected = await read(strictly(xml), 1_000_000);
        expect(await read(xml, 1_000_000)).toEqual(expected);
        expect(await read(xml, size)).toEqual(expected);
      }),
      { numRuns: 1000 },
    );
  });

  it('small parts', async () => {
    const word = fc.constantFrom('a', 'sheet', 'x:b', 'xf');
    const attributes = fc.array(
      fc.tuple(
        fc.constantFrom('r:id', 'name', 'val', 'xmlns:r'),
        fc.constantFrom('', '1', '甲 &amp; 乙', 'a\nb', '&#x4e2d;', "it's", '>'),
      ),
      { maxLength: 3 },
    );
    const element = fc.tuple(word, attributes).map(([name, list]) => {
      const written = [...new Map(list)].map(([key, given]) => ` ${key}="${given}"`).join('');
      return `<${name}${written}/>`;
    });
    await fc.assert(
      fc.asyncProperty(fc.array(element, { maxLength: 6 }), async (elements) => {
        const record = (): {
          told: string[];
          open(name: string, given: Readonly<Record<string, string | undefined>>): void;
          close(name: string): void;
        } => {
          const told: string[] = [];
          return {
            told,
            open: (name, given) => told.push(`${name} ${JSON.stringify(given)}`),
            close: (name) => told.push(`/${name}`),
          };
        };
        const xml = `<root>${elements.join('\n')}</root>`;
        const quick = record();
        expect(scanElements(xml, quick)).toBe(true);
        const strict = await readElements(Buffer.from(`<!-- -->${xml}`), record);
        expect(quick.told).toEqual(strict.told);
      }),
    );
  });

  it('a string whose note on pronunciation has more attributes than a pattern can hold', async () => {
    const note = `<phoneticPr${' a=""'.repeat(3_000_000)}/>`;
    const xml = `<sst xmlns="${mainNamespace}"><si><t>甲</t>${note}</si><si><t>乙</t></si></sst>`;
    // The attribute is there again and again, which is no XML.
    await expect(readItems(piecesOf(xml, 100_000_000), new StringsReader(new SharedStrings()))).rejects.toMatchObject({
      say: 'damaged',
    });
  });

  it.each([
    '<row r="1" r="5"/>',
    '<row spans="1:2" r="1" hidden="0" r="2"/>',
    '<row r="1"><c r="A1" r="B1"><v>1</v></c></row>',
    '<row r="1"><c t="s" r="A1" t="n"><v>1</v></c></row>',
  ])('a reference or type that stands there twice: %s', async (inside) => {
    const xml = sheetXml(inside, '');
    await expect(rowsOf(strictly(xml), 1_000_000)).rejects.toMatchObject({ say: 'damaged' });
    await expect(rowsOf(xml, 1_000_000)).rejects.toMatchObject({ say: 'damaged' });
  });

  it('and does read the common dialect itself', async () => {
    const reader: ItemReader = new RowsReader(cells, () => {});
    const inside =
      '<row r="1" spans="1:2"><c r="A1" s="1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t xml:space="preserve"> 甲 &amp; </t></is></c><c r="C1"><f>A1</f><v>1.5</v></c></row>\n<row r="2"/></sheetData>';
    expect(reader.scan(Buffer.from(inside), Buffer.byteLength(inside))).toBe('end');
  });
});
