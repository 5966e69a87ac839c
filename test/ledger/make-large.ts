import { closeSync, openSync, writeSync } from 'node:fs';
import { strToU8, Zip, ZipDeflate } from 'fflate';

const offices = ['办公室', '党政综合科', '财务审计科', '社会事务科', '综合治理科'];
const categories = ['工作信息', '公告公示', '政策文件', '财政信息', '人事信息', '应急管理'];
const channels = ['政府网站', '政务微信', '政务微博', '政府网站、政务微信'];

const pick = (list: readonly string[], index: number): string => list[index % list.length] ?? '';

/** The eight cells of a row: texts, and a serial date at index 4. */
const rowTexts = (index: number): readonly string[] => [
  String(index + 1),
  `关于做好第${index + 1}项重点工作信息公开与解读回应的通知（测试）`,
  `测政办〔2020〕${index % 977}号`,
  pick(categories, index),
  String(43831 + (index % 366)),
  pick(channels, index),
  pick(offices, index),
  index % 3 === 0 ? '已在公开栏同步张贴' : '无',
];

const isNumber = (column: number): boolean => column === 0 || column === 4;

const contentTypes =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageRelations = 'http://schemas.openxmlformats.org/package/2006/relationships';
const parts = {
  '[Content_Types].xml': contentTypes,
  '_rels/.rels': `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="${packageRelations}"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="主动公开" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="${packageRelations}"><Relationship Id="rId1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${relations}/styles" Target="styles.xml"/><Relationship Id="rId3" Type="${relations}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
  'xl/styles.xml': `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><styleSheet xmlns="${main}"><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>`,
};

function* rowsOf(count: number, cell: (text: string, column: number, reference: string) => string): Generator<string> {
  for (let index = 0; index < count; index += 1) {
    const cells = rowTexts(index).map((text, column) => {
      const reference = `${String.fromCharCode(65 + column)}${index + 1}`;
      return isNumber(column)
        ? `<c r="${reference}"${column === 4 ? ' s="1"' : ''}><v>${text}</v></c>`
        : cell(text, column, reference);
    });
    yield `<row r="${index + 1}" spans="1:8">${cells.join('')}</row>`;
  }
}

/** Writes a ledger of `count` rows and eight columns to `path`, strings shared or inline, without ever holding it whole. */
export function makeLarge(path: string, count: number, strings: 'shared' | 'inline'): void {
  const file = openSync(path, 'w');
  const zip = new Zip((error, bytes) => {
    if (error) throw error;
    writeSync(file, bytes);
  });
  const add = (name: string, pieces: Iterable<string>): void => {
    const entry = new ZipDeflate(name, { level: 1 });
    zip.add(entry);
    let held: string[] = [];
    for (const piece of pieces) {
      held.push(piece);
      if (held.length === 1000) {
        entry.push(strToU8(held.join('')));
        held = [];
      }
    }
    entry.push(strToU8(held.join('')), true);
  };
  for (const [name, text] of Object.entries(parts)) add(name, [text]);
  const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
  // A string of its own for each title, one for each of the other values.
  const known = new Map<string, number>();
  const indexOf = (text: string, column: number, row: number): number => {
    if (column === 1) return row;
    const found = known.get(text) ?? count + known.size;
    known.set(text, found);
    return found;
  };
  const cell =
    strings === 'inline'
      ? (text: string, _column: number, reference: string) =>
          `<c r="${reference}" t="inlineStr"><is><t>${text}</t></is></c>`
      : (text: string, column: number, reference: string) =>
          `<c r="${reference}" t="s"><v>${indexOf(text, column, Number(reference.slice(1)) - 1)}</v></c>`;
  add(
    'xl/worksheets/sheet1.xml',
    (function* () {
      yield `${head}<worksheet xmlns="${main}"><dimension ref="A1:H${count}"/><sheetData>`;
      yield* rowsOf(count, cell);
      yield '</sheetData></worksheet>';
    })(),
  );
  add(
    'xl/sharedStrings.xml',
    (function* () {
      yield `${head}<sst xmlns="${main}">`;
      if (strings === 'shared')
        for (let index = 0; index < count; index += 1) yield `<si><t>${rowTexts(index)[1]}</t></si>`;
      for (const text of known.keys()) yield `<si><t>${text}</t></si>`;
      yield '</sst>';
    })(),
  );
  zip.end();
  closeSync(file);
}
