import { CFB, utils, write } from '@e965/xlsx';
import { strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { cellsOf, readAll, refusal } from './workbook-reading.ts';

type Rows = readonly (readonly (string | number)[])[];

/** The records of a workbook's stream: type and content. */
type Stream = { readonly type: number; readonly data: Buffer }[];

function recordsOf(stream: Buffer): Stream {
  const records: Stream = [];
  for (let at = 0; at + 4 <= stream.length; ) {
    const length = stream.readUInt16LE(at + 2);
    records.push({ type: stream.readUInt16LE(at), data: stream.subarray(at + 4, at + 4 + length) });
    at += 4 + length;
  }
  return records;
}

function streamOf(records: Stream): Buffer {
  return Buffer.concat(
    records.flatMap(({ type, data }) => {
      const head = Buffer.alloc(4);
      head.writeUInt16LE(type, 0);
      head.writeUInt16LE(data.length, 2);
      return [head, data];
    }),
  );
}

/** An .xls of these sheets, its records changed. */
function oldWorkbook(
  sheets: Readonly<Record<string, Rows>>,
  change: (records: Stream) => void = () => {},
  bookType: 'biff8' | 'biff5' = 'biff8',
): Uint8Array {
  const book = utils.book_new();
  for (const [name, rows] of Object.entries(sheets))
    utils.book_append_sheet(book, utils.aoa_to_sheet(rows.map((row) => [...row])), name);
  const file = CFB.read(new Uint8Array(write(book, { type: 'array', bookType })), { type: 'array' });
  const stream = CFB.find(file, bookType === 'biff8' ? '/Workbook' : '/Book');
  const records = recordsOf(Buffer.from(stream.content));
  change(records);
  stream.content = streamOf(records);
  stream.size = stream.content.length;
  return new Uint8Array(CFB.write(file, { type: 'buffer' }));
}

describe('an old workbook', () => {
  it('with two sheets of one name is refused: the library would give one of them twice', async () => {
    const sheets = { aaaa: [['甲']], bbbb: [['乙']] };
    const same = oldWorkbook(sheets, (records) => {
      for (const { data } of records) {
        const at = data.indexOf(Buffer.from('bbbb', 'utf16le'));
        if (at >= 0) data.write('aaaa', at, 'utf16le');
      }
    });
    expect(await refusal(oldWorkbook(sheets), 'a.xls')).toBe('read');
    expect(await refusal(same, 'a.xls')).toBe('damaged');
    const sheet = (text: string): string =>
      `<Worksheet ss:Name="a"><Table><Row><Cell><Data ss:Type="String">${text}</Data></Cell></Row></Table></Worksheet>`;
    const xml = `<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">${sheet('甲')}${sheet('乙')}</Workbook>`;
    expect(await refusal(strToU8(xml), 'a.xls')).toBe('damaged');
  });

  it.each([
    ['by XOR', [0, 0, 1, 2, 3, 4]],
    ['by RC4', [1, 0, 1, 0, 1, 0, ...Array(48).fill(7)]],
    ['by CryptoAPI', [1, 0, 4, 0, 2, 0, 12, 0, 0, 0, ...Array(190).fill(7)]],
  ])('that is encrypted %s asks for the password to be taken off', async (_, header) => {
    const bytes = oldWorkbook({ 台账: [['甲']] }, (records) => {
      records.splice(1, 0, { type: 0x2f, data: Buffer.from(header) });
    });
    expect(await refusal(bytes, 'a.xls')).toBe('password');
  });

  it('with a formula that is yet to be calculated says so, as programs leave it that cannot calculate', async () => {
    const formula = (column: number, flags: number, value: number): Stream[number] => {
      const data = Buffer.alloc(25);
      data.writeUInt16LE(column, 2);
      data.writeDoubleLE(value, 6);
      data.writeUInt16LE(flags, 14);
      data.writeUInt16LE(3, 20);
      data.set([0x1e, 5, 0], 22);
      return { type: 6, data };
    };
    const bytes = oldWorkbook({ 台账: [['甲']] }, (records) => {
      const first = records.findIndex(({ type }) => type === 0x204);
      records.splice(first + 1, 0, formula(1, 2, 0), formula(2, 2, 5), formula(3, 0, 0), formula(4, 1, 0));
    });
    expect(cellsOf((await readAll(bytes, 'a.xls'))[0])).toEqual([
      'A1 text 甲',
      'B1 uncalculated ',
      'C1 number 5',
      'D1 number 0',
      'E1 number 0',
    ]);
  });

  it('of Excel 95 in GBK is read, its sheets’ names too', async () => {
    // As many letters as there are bytes: 标题, 丂, 台账.
    const gbk = { AAAA: 'b1eacce2', BB: '8140', CCCC: 'cca8d5cb' };
    const bytes = oldWorkbook(
      { CCCC: [['AAAA', 'BB', 'ascii', 5]] },
      (records) => {
        for (const { type, data } of records) {
          if (type === 0x42) data.writeUInt16LE(936, 0);
          for (const [letters, hex] of Object.entries(gbk)) {
            const at = data.indexOf(letters, 0, 'latin1');
            if (at >= 0) data.set(Buffer.from(hex, 'hex'), at);
          }
        }
      },
      'biff5',
    );
    const [sheet] = await readAll(bytes, 'a.xls');
    expect([sheet?.name, ...cellsOf(sheet)]).toEqual([
      '台账',
      'A1 text 标题',
      'B1 text 丂',
      'C1 text ascii',
      'D1 number 5',
    ]);
  });
});
