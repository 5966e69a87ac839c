import { zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makePackage, packageFiles, sheetXml, zipOf } from '../ledger/make-package.ts';
import { python } from '../tools.ts';
import { bounded, refused, Stranger } from './stranger.ts';

let stranger: Stranger;
beforeEach(() => {
  stranger = new Stranger();
});
afterEach(() => stranger.remove());

const cell = (text: string): string => `<c t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`;
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const row = (...texts: readonly string[]): string => `<row>${texts.map((text) => cell(escaped(text))).join('')}</row>`;
const header = row('标题', '类别', '公开日期', '公开渠道');
const items = header + row('关于修路的通知', '工作信息', '2020-03-01', '政府网站');

const wide = (channel: string, rows: string): Uint8Array =>
  makePackage({ sheets: [sheetXml(row('标题', '公开日期', ...Array(400).fill(channel)) + rows.repeat(200_000))] });

/** A spreadsheet of OpenDocument whose sheets are given as their rows. */
const ods = (...sheets: readonly string[]): Uint8Array =>
  zipOf({
    mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
    'content.xml': `<?xml version="1.0"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet>${sheets.map((rows) => `<table:table>${rows}</table:table>`).join('')}</office:spreadsheet></office:body></office:document-content>`,
  });
const odsRow = (texts: readonly string[], times = 1): string =>
  `<table:table-row table:number-rows-repeated="${times}">${texts.map((text) => `<table:table-cell office:value-type="string"><text:p>${text}</text:p></table:table-cell>`).join('')}</table:table-row>`;
const odsHeader = odsRow(['标题', '类别', '公开日期', '公开渠道']);

const bomb = (part: string, megabytes: number): Uint8Array => {
  const files = packageFiles({ sheets: [sheetXml(items)], strings: '<si><t>a</t></si>' });
  return zipOf({
    ...files,
    [part]: `${files[part] ?? ''}`.replace(/<(sheetData|sst)[^>]*>/, (tag) => tag + ' '.repeat(megabytes << 20)),
  });
};

const entities = (xml: string): string =>
  xml.replace(
    /\?>/,
    `?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">${'bcdefghij'
      .split('')
      .map((name, at) => `<!ENTITY ${name} "${`&${'abcdefghi'[at]};`.repeat(10)}">`)
      .join('')}<!ENTITY passwd SYSTEM "file:///etc/passwd">]>`,
  );

describe('ledgers from a stranger', () => {
  it.each<[string, () => Uint8Array]>([
    ['a zip that unpacks to 200 MB', () => bomb('xl/worksheets/sheet1.xml', 200)],
    ['strings that unpack to 200 MB', () => bomb('xl/sharedStrings.xml', 200)],
    [
      'a thousand sheets that are one part',
      () => {
        const files = packageFiles({ sheets: [sheetXml(header + '<row><c><v>1</v></c></row>'.repeat(100_000))] });
        const [names = '', parts = ''] = ['xl/workbook.xml', 'xl/_rels/workbook.xml.rels'].map(
          (part) => `${files[part]}`,
        );
        const again = (xml: string, from: RegExp, made: (found: string, at: number) => string): string =>
          xml.replace(from, (found) => Array.from({ length: 1000 }, (__, at) => made(found, at)).join(''));
        return zipOf({
          ...files,
          'xl/workbook.xml': again(names, /<sheet [^>]*>/, (found, at) =>
            found.replace(/name="[^"]*"/, `name="${at}"`).replace(/rId\d+/, `rId${at + 100}`),
          ),
          'xl/_rels/workbook.xml.rels': again(parts, /<Relationship [^>]*sheet1\.xml"[^>]*>/, (found, at) =>
            found.replace(/rId\d+/, `rId${at + 100}`),
          ),
        });
      },
    ],
    [
      'one row of OpenDocument twenty million times',
      () => ods(...Array(20).fill(odsHeader + odsRow(['通知'], 1_000_000))),
    ],
    [
      'a row of six thousand channels a million times',
      () => {
        const channels = Array.from({ length: 6000 }, (__, at) => `渠${at}`).join('、');
        return ods(odsHeader + odsRow(['通知', '类', '2020-03-01', channels], 1_000_000));
      },
    ],
    ['a zip in a zip', () => zipOf({ 'a.xlsx': bomb('xl/sharedStrings.xml', 50) })],
    [
      'entries whose names lead out',
      () => zipSync({ '../../evil.xml': new Uint8Array(5), '/etc/evil': new Uint8Array(5) }),
    ],
    ['entities that explode', () => makePackage({ sheets: [entities(sheetXml(items)).replace('工作信息', '&j;')] })],
    [
      'an entity that is a file',
      () => makePackage({ sheets: [entities(sheetXml(items)).replace('工作信息', '&passwd;')] }),
    ],
    [
      '16,385 columns',
      () => makePackage({ sheets: [sheetXml(`${items}<row>${'<c><v>1</v></c>'.repeat(16_385)}</row>`)] }),
    ],
    [
      'two million merged cells',
      () =>
        makePackage({
          sheets: [sheetXml(items, `<mergeCells>${'<mergeCell ref="A1:B2"/>'.repeat(2_000_000)}</mergeCells>`)],
        }),
    ],
    [
      'a shared string of 60 MB',
      () => makePackage({ sheets: [sheetXml(items)], strings: `<si><t>${'长'.repeat(20_000_000)}</t></si>` }),
    ],
    [
      'rows beyond the last',
      () => makePackage({ sheets: [sheetXml(`${items}<row r="99999999999"><c><v>1</v></c></row>`)] }),
    ],
    ['elements in elements', () => makePackage({ sheets: [sheetXml(`${items}<row>${'<c>'.repeat(500_000)}</row>`)] })],
    ['nothing but zeros', () => new Uint8Array(5_000_000)],
    ['an empty file', () => new Uint8Array(0)],
    ['an empty zip', () => zipSync({})],
    ['a program', () => Uint8Array.from([0x7f, 0x45, 0x4c, 0x46, ...new Uint8Array(5000)])],
  ])('%s', (_, make) => {
    stranger.put('2020-台账.xlsx', make());
    const ran = stranger.run(['build', '2020.yaml']);
    refused(ran);
    expect(ran.out + ran.talk).not.toContain('root:');
    expect(stranger.written()).toEqual([]);
  });

  it.each<[string, () => Uint8Array]>([
    [
      'two hundred thousand different short strings',
      () =>
        makePackage({
          sheets: [sheetXml(items)],
          strings: Array.from({ length: 200_000 }, (_, at) => `<si><t>第${at}号</t></si>`).join(''),
        }),
    ],
    [
      'a thousand merged cells over everything',
      () =>
        makePackage({
          sheets: [
            sheetXml(
              items,
              `<mergeCells>${Array.from({ length: 1000 }, (_, at) => `<mergeCell ref="A${at * 1000 + 3}:XFD${at * 1000 + 1002}"/>`).join('')}</mergeCells>`,
            ),
          ],
        }),
    ],
    [
      'links to other workbooks and addresses',
      () =>
        makePackage({
          sheets: [sheetXml(items, '<hyperlinks><hyperlink ref="A2" r:id="rId9"/></hyperlinks>')],
          parts: {
            'xl/worksheets/_rels/sheet1.xml.rels':
              '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="file:///etc/passwd" TargetMode="External"/></Relationships>',
            'xl/externalLinks/externalLink1.xml':
              '<externalLink xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><ddeLink ddeService="cmd" ddeTopic="/c calc"/></externalLink>',
          },
        }),
    ],
    [
      'a category a row, fifty thousand of them',
      () =>
        makePackage({
          sheets: [
            sheetXml(
              header +
                Array.from({ length: 50_000 }, (_, at) => row(`通知${at}`, `类${at}`, '2020-03-01', `渠${at}`)).join(
                  '',
                ),
            ),
          ],
        }),
    ],
    [
      'thirty channels in each of thousands of cells',
      () =>
        makePackage({
          sheets: [
            sheetXml(
              header +
                Array.from({ length: 3000 }, (_, at) =>
                  row(
                    `通知${at}`,
                    '工作信息',
                    '2020-03-01',
                    Array.from({ length: 30 }, (__, n) => `渠${at % 50}${n}`).join('、'),
                  ),
                ).join(''),
            ),
          ],
        }),
    ],
    [
      'two hundred thousand rows with an error below three hundred columns of channels',
      () => wide('公开渠道', `<row>${cell('标')}${cell('2020-03-01')}<c t="e"><v>#N/A</v></c></row>`),
    ],
    [
      'two hundred thousand requests, cases and documents of one number of thirty thousand letters',
      () => {
        const long = '<c t="s"><v>0</v></c>';
        const sheet = (...texts: readonly string[]): string =>
          sheetXml(
            row(...texts) +
              `<row>${cell('2020-02-01')}${cell('自然人')}${cell('予以公开')}${long}</row>`.repeat(200_000),
          );
        return makePackage({
          sheets: [
            sheetXml(items),
            sheet('收到日期', '申请人类型', '办理结果', '申请编号'),
            sheet('收到日期', '类型', '结果', '案号'),
            sheet('制发日期', '种类', '文号', '标题'),
          ],
          strings: `<si><t>${'〔2020〕第'.repeat(5000)}</t></si>`,
        });
      },
    ],
    [
      'two hundred thousand rows below three hundred columns of ticks',
      () => wide('政府网站', `<row>${cell('标')}${cell('2020-03-01')}</row>`),
    ],
  ])('%s: bounded', (_, make) => {
    stranger.put('2020-台账.xlsx', make());
    bounded(stranger.run(['check', '--quiet', '2020.yaml']));
  });
});

const dangerous = [
  "=cmd|'/c calc'!A1",
  '=HYPERLINK("http://127.0.0.1/"&A1,"点我")',
  "+cmd|' /C notepad'!'A1'",
  '-2+3',
  '@SUM(1+1)',
  '=1+1',
  '\t=1+1',
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '"]]>&<w:instrText>DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe</w:instrText>',
  'javascript:alert(1)',
  '{{机关}}',
  '_x000D__x003D_1+1',
  '\u202e表附',
];

it('what would run on opening is text in every output, and the outputs are sound', () => {
  const rows = dangerous.map((text) => row(text, text, '2020-03-01', text)).join('');
  stranger.put('2020-台账.xlsx', makePackage({ sheets: [sheetXml(header + rows)] }));
  const text = stranger.report;
  const hostile = `${text.replace('机关: 鹿亭乡人民政府', '机关: "=1+1<script>alert(1)</script>"').replace('级别:', `标题: "=cmd|'/c calc'!A1"\n级别:`)}\n`;
  stranger.put(
    '2020.yaml',
    hostile.replace(
      '总体情况: |\n',
      `总体情况: |\n${dangerous
        .slice(0, 11)
        .map((line) => `  ${line.trim()}\n`)
        .join('')}`,
    ),
  );
  const ran = stranger.run(['build', '--draft', '--html', '2020.yaml']);
  bounded(ran);
  const files = stranger.written();
  expect(files, ran.out + ran.talk).toHaveLength(3);
  const of = (extension: string): string => stranger.path(files.find((name) => name.endsWith(extension)) ?? '');
  const told = JSON.parse(
    python(
      `
import sys, json, zipfile, re, openpyxl, docx
from xml.dom import minidom
book = openpyxl.load_workbook(sys.argv[1])
names = {s.title: [[c.value for c in r] for r in s.iter_rows()] for s in book}
formulas = [c.value for s in book for r in s.iter_rows() for c in r if c.data_type == 'f']
links = [c.hyperlink.target for s in book for r in s.iter_rows() for c in r if c.hyperlink and c.hyperlink.target]
parts = {}
for path in sys.argv[1:3]:
    for name in zipfile.ZipFile(path).namelist():
        data = zipfile.ZipFile(path).read(name)
        if name.endswith(('.xml', '.rels')): minidom.parseString(data)
        parts[path[-4:] + name] = data.decode('utf8', 'replace')
items = [str(v) for rows in names.values() for r in rows for v in r if v is not None]
word = docx.Document(sys.argv[2])
print(json.dumps({'items': items, 'formulas': formulas, 'links': links,
  'external': [n for n, t in parts.items() if 'TargetMode="External"' in t],
  'fields': re.findall('<w:instrText[^>]*>([^<]*)', parts['docxword/document.xml']),
  'paragraphs': [p.text for p in word.paragraphs]}))`,
      of('.xlsx'),
      of('.docx'),
    ),
  ) as {
    items: string[];
    formulas: string[];
    links: string[];
    external: string[];
    fields: string[];
    paragraphs: string[];
  };
  for (const title of dangerous.slice(0, 12)) expect(told.items.map((item) => item.trim())).toContain(title.trim());
  for (const formula of told.formulas) expect(formula).not.toMatch(/cmd|HYPERLINK|calc|alert|127\.0/i);
  expect(told.links).toEqual([]);
  expect(told.external).toEqual([]);
  expect(told.fields.filter((field) => /DDE|INCLUDE|HYPERLINK/i.test(field))).toEqual([]);
  expect(told.paragraphs.join('\n')).toContain("=cmd|'/c calc'!A1");
  const page = python('import sys; print(open(sys.argv[1], encoding="utf8").read())', of('.html'));
  expect(page).not.toMatch(/<script>alert|<img src=x|href="javascript:/i);
  expect(page).toContain('&lt;script&gt;');
});
