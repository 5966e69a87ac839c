import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { CFB, utils, write } from '@e965/xlsx';
import { strToU8 } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { zipOf } from '../ledger/make-package.ts';
import { bounded, most, refused, Stranger } from './stranger.ts';

let stranger: Stranger;
beforeEach(() => {
  stranger = new Stranger();
});
afterEach(() => stranger.remove());

const headers = ['标题', '类别', '公开日期', '公开渠道'];
const item = ['关于修路的通知', '工作信息', '2020-03-01', '政府网站'];

/** A spreadsheet of 2003 in XML, as some systems export it under the name .xls. */
const xml2003 = (rows: string, columns = ''): string => {
  const row = headers.map((text) => `<Cell><Data ss:Type="String">${text}</Data></Cell>`).join('');
  return `<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="s"><Table>${columns}<Row>${row}</Row>${rows}</Table></Worksheet></Workbook>`;
};
const cell = (attributes: string): string => `<Row><Cell ${attributes}><Data ss:Type="String">a</Data></Cell></Row>`;

const html = (rows: string): string =>
  `<html><body><table><tr>${headers.map((text) => `<td>${text}</td>`).join('')}</tr>${rows}</table></body></html>`;

const workbook = (rows: readonly (readonly string[])[]): Uint8Array => {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows.map((row) => [...row])), '主动公开');
  return new Uint8Array(write(book, { type: 'array', bookType: 'biff8' }));
};

/** An .xls with records put before the end of its only sheet, or behind it. */
function withRecords(record: Buffer, count: number, at = -4): Uint8Array {
  const file = CFB.read(workbook([headers, item]), { type: 'array' });
  const stream = CFB.find(file, '/Workbook');
  const content = Buffer.from(stream.content);
  stream.content = Buffer.concat([content.subarray(0, at), ...Array(count).fill(record), content.subarray(at)]);
  stream.size = stream.content.length;
  return new Uint8Array(CFB.write(file, { type: 'buffer' }));
}

const merges = (): Buffer => {
  const record = Buffer.alloc(4 + 2 + 1027 * 8, 1);
  for (const [at, value] of [0xe5, 2 + 1027 * 8, 1027].entries()) record.writeUInt16LE(value, at * 2);
  return record;
};

/** A formula whose record ends where its length should stand, on which SheetJS alone never comes to an end. */
const cutFormula = (): Buffer => Buffer.from([0x06, 0, 20, 0, ...Array(20).fill(0)]);

/** An .xls whose directory names sixty more streams that all are its sheets: read one by one, a few megabytes would fill any memory. */
function sharedStreams(): Uint8Array {
  const file = CFB.read(
    workbook([headers, ...Array.from({ length: 2000 }, (_, at) => [`${item[0]}${at}`, ...item.slice(1)])]),
    {
      type: 'array',
    },
  );
  const names = Array.from({ length: 60 }, (_, at) => `Other${String(at).padStart(2, '0')}`);
  for (const name of names) CFB.utils.cfb_add(file, `/${name}`, Buffer.alloc(5000));
  const written = Buffer.from(CFB.write(file, { type: 'buffer' }) as Uint8Array);
  const entry = (name: string): number => written.indexOf(Buffer.from(`${name}\0`, 'utf16le'));
  const sheets = written.subarray(entry('Workbook') + 116, entry('Workbook') + 124);
  for (const name of names) sheets.copy(written, entry(name) + 116);
  return new Uint8Array(written);
}

const odsNames = ['office', 'table', 'text']
  .map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .join(' ');
const odsCell = (text: string): string =>
  `<table:table-cell office:value-type="string"><text:p>${text}</text:p></table:table-cell>`;
const ods = (rows: string, doctype = ''): Uint8Array =>
  zipOf({
    mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
    'content.xml': `<?xml version="1.0"?>${doctype}<office:document-content ${odsNames}><office:body><office:spreadsheet><table:table table:name="a"><table:table-row>${headers.map(odsCell).join('')}</table:table-row>${rows}</table:table></office:spreadsheet></office:body></office:document-content>`,
  });
const odsRow = (cells: string, attributes = ''): string => `<table:table-row ${attributes}>${cells}</table:table-row>`;

const csv = (rows: string): string => `${headers.join(',')}\n${rows}`;

const cut = (bytes: Uint8Array): Uint8Array => bytes.slice(0, bytes.length >> 1);

/** A file with some of its bytes changed; the same number always changes the same ones. */
function flipped(bytes: Uint8Array, seed: number): Uint8Array {
  const changed = Uint8Array.from(bytes);
  let state = seed;
  for (let time = 0; time < 5 + seed * 5; time += 1) {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    changed[512 + (state % (changed.length - 512))] = state >> 16;
  }
  return changed;
}

const old = workbook([headers, ...Array.from({ length: 50 }, () => item)]);

describe('ledgers in older formats from a stranger', () => {
  it.each<[string, string, () => string | Uint8Array]>([
    ['a row four billion down', 'a.xls', () => xml2003(cell('').replace('<Row', '<Row ss:Index="4000000000"'))],
    ['a cell four hundred million to the right', 'a.xls', () => xml2003(cell('ss:Index="400000000"'))],
    [
      'a cell merged over everything',
      'a.xls',
      () => xml2003(cell('ss:MergeAcross="99999999" ss:MergeDown="99999999"')),
    ],
    ['a column that stands for a billion', 'a.xls', () => xml2003('', '<Column ss:Span="1e9"/>')],
    [
      'columns that stand for a billion together',
      'a.xls',
      () => xml2003('', '<Column ss:Span="16000"/>'.repeat(70_000)),
    ],
    [
      'a column four billion to the right',
      'a.xls',
      () => xml2003('', '<Column ss:Index="4e9"/><Column ss:Width="50"/>'),
    ],
    ['attributes without end', 'a.xls', () => xml2003(`<Row><Cell ${'a="b" '.repeat(2_000_000)}>`)],
    [
      'cells that span others by the hundred thousand',
      'a.xls',
      () => html('<tr><td rowspan=2>a</td></tr>'.repeat(100_000)),
    ],
    ['tables by the hundred thousand', 'a.xls', () => html('</table><table><tr><td>a</td></tr>'.repeat(200_000))],
    ['merged cells by the million', 'a.xls', () => withRecords(merges(), 1800)],
    ['an .xls of 20 MB', 'a.xls', () => withRecords(merges(), 2500)],
    ['a formula that is cut off', 'a.xls', () => withRecords(cutFormula(), 1)],
    ['streams that share their bytes', 'a.xls', sharedStreams],
    ['half an .xls', 'a.xls', () => cut(old)],
    ['half an .et', 'a.et', () => cut(old)],
    ['a sheet that unpacks to 200 MB', 'a.ods', () => ods(' '.repeat(200 << 20))],
    ['texts that unpack to 170 MB', 'a.ods', () => ods(odsRow(odsCell('长'.repeat(30_000))).repeat(2000))],
    ['rows in rows', 'a.ods', () => ods('<table:table-row>'.repeat(500_000))],
    [
      'an entity that is a file',
      'a.ods',
      () => ods(odsRow(odsCell('&p;')), '<!DOCTYPE x [<!ENTITY p SYSTEM "file:///etc/passwd">]>'),
    ],
    [
      'a cell repeated over the whole sheet',
      'a.ods',
      () =>
        ods(
          odsRow(
            odsCell('a').replace('<table:table-cell', '<table:table-cell table:number-columns-repeated="16384"'),
            'table:number-rows-repeated="1048570"',
          ),
        ),
    ],
    ['a line of 50 MB', 'a.csv', () => csv('a'.repeat(50_000_000))],
    ['twenty million columns', 'a.csv', () => csv(','.repeat(20_000_000))],
    ['a quotation that never ends', 'a.csv', () => csv(`"${'a\n'.repeat(10_000_000)}`)],
    ['more rows than a sheet has', 'a.csv', () => csv('a,b,2020-01-01,网站\n'.repeat(1_100_000))],
    ['zero bytes', 'a.csv', () => csv('a,b\0,2020-01-01,c\n')],
  ])('%s (%s)', (_, name, make) => {
    const content = make();
    stranger.put(name, typeof content === 'string' ? strToU8(content) : content);
    stranger.change(/^台账: .*/m, `台账: ${name}`);
    const ran = stranger.run(['build', '2020.yaml']);
    refused(ran, /台账/);
    expect(ran.status).toBe(2);
    expect(ran.out + ran.talk).not.toContain('root:');
    expect(stranger.written()).toEqual([]);
  });

  it.each<[string, string, () => string | Uint8Array]>([
    [
      'a cell merged over the whole sheet',
      'a.xls',
      () => xml2003(cell('ss:MergeAcross="16000" ss:MergeDown="1000000"')),
    ],
    [
      'entities',
      'a.xls',
      () => xml2003(cell('')).replace('?>', '?><!DOCTYPE x [<!ENTITY b "bb">]>').replace('>a<', '>&b;<'),
    ],
    ['tags that are not closed', 'a.xls', () => xml2003('<Row><Cell '.repeat(500_000))],
    ['rows in rows', 'a.xls', () => xml2003('<Row>'.repeat(500_000))],
    ['a cell that is a billion wide', 'a.xls', () => html('<tr><td colspan="1000000000">a</td><td>b</td></tr>')],
    [
      'a cell that is a billion high',
      'a.xls',
      () => html('<tr><td rowspan="1000000000">a</td></tr><tr><td>c</td></tr>'),
    ],
    ['tables in tables', 'a.xls', () => html('<table><tr><td>'.repeat(300_000))],
    ['a row of half a million cells', 'a.xls', () => html(`<tr>${'<td>a</td>'.repeat(500_000)}</tr>`)],
    ['comments that are not closed', 'a.xls', () => html('<!--'.repeat(2_000_000))],
    ['names of the prototype', 'a.xls', () => html('<tr><td>__proto__</td><td>constructor</td></tr>')],
    [
      'a row repeated a billion times',
      'a.ods',
      () => ods(odsRow(odsCell('a'), 'table:number-rows-repeated="1000000000"')),
    ],
    ['spaces without end', 'a.ods', () => ods(odsRow(odsCell('<text:s text:c="1000000000"/>'.repeat(10_000))))],
    ['formulas as text', 'a.csv', () => csv('"=cmd|\'/c calc\'!A1",@SUM(1),2020-01-01,=1+1\n')],
    ['quotation marks alone', 'a.csv', () => csv('"'.repeat(10_000_000))],
    ...Array.from({ length: 8 }, (_, seed): [string, string, () => Uint8Array] => [
      `changed bytes ${seed}`,
      'a.xls',
      () => flipped(old, seed),
    ]),
    ['changed bytes', 'a.et', () => flipped(old, 3)],
  ])('%s (%s): bounded, and no word in another language', (_, name, make) => {
    const content = make();
    stranger.put(name, typeof content === 'string' ? strToU8(content) : content);
    stranger.change(/^台账: .*/m, `台账: ${name}`);
    const ran = stranger.run(['check', '2020.yaml']);
    bounded(ran);
    expect(ran.talk).not.toMatch(/[A-Za-z]+ [A-Za-z]+ [A-Za-z]+/);
  });
});

it('reads past what an older version left behind the last sheet', () => {
  stranger.put('a.xls', withRecords(cutFormula(), 1, Number.MAX_SAFE_INTEGER));
  stranger.change(/^台账: .*/m, '台账: a.xls');
  const ran = stranger.run(['check', '2020.yaml']);
  bounded(ran);
  expect(ran.talk).not.toContain('a.xls');
  expect(ran.out).toContain('台账里');
});

describe('what SheetJS would never come to an end with', () => {
  it.each([
    ['time', /台账“a\.xls”读了两分钟还没有读完，已经停下/],
    ['pieces', /台账“a\.xls”展开以后太大/],
    ['lumps', /台账“a\.xls”展开以后太大/],
  ] as const)('is given up when it takes too much: %s', (what, sentence) => {
    stranger.put('a.xls', old);
    stranger.change(/^台账: .*/m, '台账: a.xls');
    const ran = stranger.run(['build', '2020.yaml'], { hooks: ['stuck-hook.cjs'], STUCK: what });
    expect(ran.talk).toMatch(sentence);
    expect(ran.status).toBe(2);
    expect(ran.out + ran.talk).not.toMatch(/FATAL|heap|0x/);
    expect(ran.seconds).toBeLessThan(most.seconds);
    expect(stranger.written()).toEqual([]);
  });

  it('does not go on when the program is killed', async () => {
    stranger.put('a.xls', old);
    stranger.change(/^台账: .*/m, '台账: a.xls');
    const program = spawn(process.execPath, [stranger.program, 'check', '2020.yaml'], {
      cwd: stranger.path(''),
      env: { ...stranger.environment(['stuck-hook.cjs']), STUCK: 'for ever' },
      stdio: 'ignore',
    });
    const childOf = (pid: number | undefined): string =>
      readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim();
    await expect.poll(() => childOf(program.pid), { timeout: 10_000 }).not.toBe('');
    const child = childOf(program.pid);
    // By now it has been sent the workbook, and hears nothing any more.
    const busy = (): number => Number(readFileSync(`/proc/${child}/stat`, 'utf8').split(' ')[13]);
    await expect.poll(busy, { timeout: 10_000 }).toBeGreaterThan(50);
    program.kill('SIGKILL');
    await expect.poll(() => existsSync(`/proc/${child}`), { timeout: 10_000 }).toBe(false);
  });
});
