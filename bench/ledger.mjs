// Writes ledgers of any length as a stream: the file is never held whole.
import { closeSync, openSync, writeSync } from 'node:fs';
import { strToU8, Zip, ZipDeflate } from 'fflate';

const header = ['序号', '标题', '文号', '类别', '公开日期', '公开渠道', '责任科室', '备注'];
const categories = ['工作信息', '公告公示', '政策文件', '财政信息', '人事信息', '应急管理'];
const channels = ['政府网站', '政务微信', '政务微博', '政府网站、政务微信'];
const offices = ['办公室', '综合科', '财务科', '社会事务科', '综合治理科'];
const fixed = [...header, ...categories, ...channels, ...offices];
const [firstCategory, firstChannel] = [header.length, header.length + categories.length];
const firstOffice = firstChannel + channels.length;

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageRelations = 'http://schemas.openxmlformats.org/package/2006/relationships';
const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const override = (part, type) => `<Override PartName="/xl/${part}.xml" ContentType="${types}.${type}+xml"/>`;
const relation = (id, type, target) => `<Relationship Id="${id}" Type="${relations}/${type}" Target="${target}"/>`;
const parts = {
  '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${override('workbook', 'sheet.main')}${override('worksheets/sheet1', 'worksheet')}${override('styles', 'styles')}${override('sharedStrings', 'sharedStrings')}</Types>`,
  '_rels/.rels': `<Relationships xmlns="${packageRelations}">${relation('rId1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
  'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="主动公开" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${packageRelations}">${relation('rId1', 'worksheet', 'worksheets/sheet1.xml')}${relation('rId2', 'styles', 'styles.xml')}${relation('rId3', 'sharedStrings', 'sharedStrings.xml')}</Relationships>`,
  'xl/styles.xml': `<styleSheet xmlns="${main}"><fonts count="1"><font><sz val="11"/><name val="宋体"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>`,
};

function* rows(count) {
  const text = (column, row, index) => `<c r="${column}${row}" t="s"><v>${index}</v></c>`;
  yield `<row r="1">${header.map((_, at) => text(String.fromCharCode(65 + at), 1, at)).join('')}</row>`;
  for (let at = 0; at < count; at += 1) {
    const row = at + 2;
    const own = fixed.length + at * 2;
    yield `<row r="${row}"><c r="A${row}"><v>${at + 1}</v></c>${text('B', row, own)}${text('C', row, own + 1)}${text('D', row, firstCategory + (at % categories.length))}<c r="E${row}" s="1"><v>${45292 + (at % 366)}</v></c>${text('F', row, firstChannel + (at % channels.length))}${text('G', row, firstOffice + (at % offices.length))}</row>`;
  }
}

function* strings(count) {
  for (const text of fixed) yield `<si><t>${text}</t></si>`;
  for (let at = 0; at < count; at += 1)
    yield `<si><t>关于第${at + 1}项工作信息公开与解读回应的通知（样例）</t></si><si><t>样例〔2024〕${at + 1}号</t></si>`;
}

function* within(before, pieces, after) {
  yield before;
  yield* pieces;
  yield after;
}

/** Writes a ledger of `count` items with shared strings, as Excel does. */
export function writeLedger(path, count) {
  const file = openSync(path, 'w');
  const zip = new Zip((error, bytes) => {
    if (error) throw error;
    writeSync(file, bytes);
  });
  const add = (name, pieces) => {
    const entry = new ZipDeflate(name, { level: 6 });
    zip.add(entry);
    let held = declaration;
    for (const piece of pieces) {
      held += piece;
      if (held.length < 1 << 16) continue;
      entry.push(strToU8(held));
      held = '';
    }
    entry.push(strToU8(held), true);
  };
  for (const [name, text] of Object.entries(parts)) add(name, [text]);
  add(
    'xl/worksheets/sheet1.xml',
    within(`<worksheet xmlns="${main}"><sheetData>`, rows(count), '</sheetData></worksheet>'),
  );
  add('xl/sharedStrings.xml', within(`<sst xmlns="${main}">`, strings(count), '</sst>'));
  zip.end();
  closeSync(file);
}
