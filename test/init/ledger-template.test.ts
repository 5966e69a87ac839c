import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { editionById } from '../../src/forms/editions.ts';
import { ledgerTemplate } from '../../src/layout/ledger-template.ts';
import type { Ledger } from '../../src/ledger/ledger.ts';
import { readLedger } from '../../src/ledger/read.ts';
import { fromBytes } from '../../src/ledger/source.ts';
import { writeLedgerTemplate } from '../../src/writers/xlsx-ledger-template.ts';
import { convert, python, validateFile } from '../tools.ts';

const editionOf = (id: string) => {
  const edition = editionById(id);
  if (!edition) throw new Error(id);
  return edition;
};

let folder: string;
let file: string;
let bytes: Uint8Array;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'annrep-init-ledger-'));
  file = join(folder, '2025-台账.xlsx');
  bytes = await writeLedgerTemplate(ledgerTemplate(2025, editionOf('2021'), '某某县档案局'));
  writeFileSync(file, bytes);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const readBack = (path: string, year = 2025, edition = '2021'): Promise<Ledger> =>
  readLedger(fromBytes(readFileSync(path)), { file: '台账.xlsx', year, edition: editionOf(edition) });

interface Validation {
  readonly range: string;
  readonly type: string;
  readonly style: string | null;
  readonly prompt: string | null;
  readonly error: string | null;
  /** Whether it refuses anything. */
  readonly shown: boolean;
  readonly formulas: readonly string[];
  /** What the list offers. */
  readonly choices: readonly string[];
}

interface Seen {
  readonly title: string;
  readonly header: readonly string[];
  readonly freeze: string | null;
  readonly filter: string | null;
  readonly paper: string;
  readonly orientation: string;
  readonly widths: readonly number[];
  readonly validations: readonly Validation[];
}

/** The sheets as openpyxl sees them, the drop-downs with what they offer. */
const seen = (path: string): readonly Seen[] =>
  JSON.parse(
    python(
      `import sys,json,openpyxl
from openpyxl.utils import get_column_letter
book=openpyxl.load_workbook(sys.argv[1])
def choices(f):
  if not f or '!' not in f: return f.strip('"').split(',') if f and f.startswith('"') else []
  sheet,cells=f.replace("'","").replace('$','').split('!')
  return [r[0].value for r in book[sheet][cells] if r[0].value]
out=[]
for s in book:
  out.append(dict(title=s.title,header=[c.value for c in s[1]],freeze=s.freeze_panes,filter=s.auto_filter.ref,paper=str(s.page_setup.paperSize),orientation=s.page_setup.orientation,
    widths=[s.column_dimensions[get_column_letter(i+1)].width for i in range(len(s[1]))],
    validations=[dict(range=str(v.sqref),type=v.type,style=v.errorStyle,prompt=v.prompt,error=v.error,shown=v.errorTitle is not None,formulas=[f for f in (v.formula1,v.formula2) if f],choices=choices(v.formula1) if v.type=='list' else []) for v in s.data_validations.dataValidation]))
print(json.dumps(out))`,
      path,
    ),
  );

/** Types rows into sheets through openpyxl, below the sample rows. */
const typed = (name: string, rows: Readonly<Record<string, readonly (readonly string[])[]>>): string => {
  const path = join(folder, name);
  python(
    `import sys,json,datetime,re,openpyxl
book=openpyxl.load_workbook(sys.argv[1])
for name,rows in json.loads(sys.argv[3]).items():
  for i,row in enumerate(rows):
    for j,value in enumerate(row):
      if value: book[name].cell(3+i,1+j).value=datetime.datetime.strptime(value,'%Y-%m-%d') if re.fullmatch(r'\\d{4}-\\d\\d-\\d\\d',value) else value
book.save(sys.argv[2])`,
    file,
    path,
    JSON.stringify(rows),
  );
  return path;
};

const sheet = (all: readonly Seen[], title: string): Seen => {
  const found = all.find((one) => one.title === title);
  if (!found) throw new Error(title);
  return found;
};
const choicesAt = (all: readonly Seen[], title: string, column: string): readonly string[] =>
  sheet(all, title).validations.find(({ range }) => range.startsWith(column))?.choices ?? [];

const serial = (date: string): string => String(Date.parse(`${date}T00:00:00Z`) / 86_400_000 + 25_569);

describe('the workbook', () => {
  it('is a valid Open XML file', async () => {
    expect(await validateFile(file)).toMatchObject({ ok: true, errors: [] });
  });

  it('is the same bytes each time', async () => {
    const again = await writeLedgerTemplate(ledgerTemplate(2025, editionOf('2021'), '某某县档案局'));
    expect(Buffer.from(again).equals(Buffer.from(bytes))).toBe(true);
  });

  it('has the sheets and headers of a ledger, frozen, filtered, for A4 landscape', () => {
    const all = seen(file);
    expect(all.map(({ title }) => title)).toEqual(['主动公开', '依申请公开', '复议诉讼', '规范性文件', '说明']);
    expect(sheet(all, '主动公开').header).toEqual([
      '序号',
      '标题',
      '文号',
      '类别',
      '公开日期',
      '公开渠道',
      '责任科室',
      '链接',
      '备注',
    ]);
    expect(sheet(all, '依申请公开').header).toEqual([
      '申请编号',
      '收到日期',
      '申请人类型',
      '办理结果',
      '办结日期',
      '备注',
    ]);
    expect(sheet(all, '复议诉讼').header).toEqual(['案号', '类型', '收到日期', '结果', '备注']);
    expect(sheet(all, '规范性文件').header).toEqual(['标题', '文号', '种类', '制发日期', '废止日期', '备注']);
    for (const one of all) expect([one.title, one.paper, one.orientation]).toEqual([one.title, '9', 'landscape']);
    for (const one of all.slice(0, 4)) {
      expect(one.freeze).toBe('A2');
      expect(one.filter).toMatch(/^A1:[E-I]5000$/);
      for (const width of one.widths) expect(width).toBeGreaterThan(5);
    }
  });

  it('offers what the forms name', () => {
    const all = seen(file);
    expect(choicesAt(all, '主动公开', 'F')).toEqual(['政府公报', '政府网站', '政务微博', '政务微信']);
    expect(choicesAt(all, '主动公开', 'D').length).toBeGreaterThan(4);
    expect(choicesAt(all, '依申请公开', 'C')).toEqual([
      '自然人',
      '商业企业',
      '科研机构',
      '社会公益组织',
      '法律服务机构',
      '其他',
    ]);
    // 国办公开办函〔2021〕30号: 2 + 8 + 3 + 5 + 3 outcomes.
    const outcomes = choicesAt(all, '依申请公开', 'D');
    expect(outcomes).toHaveLength(21);
    expect(outcomes.slice(0, 3)).toEqual(['（一）予以公开', '（二）部分公开', '（三）不予公开：1.属于国家秘密']);
    expect(outcomes.at(-1)).toBe('（六）其他处理：3.其他');
    expect(choicesAt(all, '复议诉讼', 'B')).toEqual(['行政复议', '未经复议直接起诉', '复议后起诉']);
    expect(choicesAt(all, '复议诉讼', 'D')).toEqual(['结果维持', '结果纠正', '其他结果', '尚未审结']);
    expect(choicesAt(all, '规范性文件', 'C')).toEqual(['规章', '行政规范性文件']);
  });

  it('refuses what cannot be counted and explains it, but leaves categories and channels free', () => {
    const all = seen(file);
    for (const one of all)
      for (const validation of one.validations) {
        expect(validation.prompt?.length ?? 0).toBeGreaterThan(5);
        expect(validation.prompt?.length ?? 0).toBeLessThanOrEqual(255);
        expect(validation.error?.length ?? 0).toBeLessThanOrEqual(225);
        expect(validation.range).toMatch(/^([A-I])2:\1(?:5000)$/);
        const free = one.title === '主动公开' && validation.type === 'list';
        expect([one.title, validation.range, validation.shown]).toEqual([one.title, validation.range, !free]);
        if (!free) expect(validation.error).toMatch(/“取消”/);
      }
    const dates = (title: string) =>
      sheet(all, title)
        .validations.filter(({ type }) => type === 'date')
        .map(({ formulas }) => formulas);
    expect(dates('主动公开')).toEqual([[serial('2025-01-01'), serial('2025-12-31')]]);
    expect(dates('依申请公开')).toEqual([
      [serial('2020-01-01'), serial('2025-12-31')],
      [serial('2025-01-01'), serial('2026-12-31')],
    ]);
    expect(dates('规范性文件')).toEqual([
      [serial('1949-10-01'), serial('2025-12-31')],
      [serial('1949-10-01'), serial('2026-12-31')],
    ]);
  });

  it('LibreOffice opens it and keeps its help', () => {
    const saved = seen(convert(file, 'xlsx', mkdtempSync(join(folder, 'saved-'))));
    const before = seen(file);
    expect(saved.map(({ title, header }) => [title, header])).toEqual(
      before.map(({ title, header }) => [title, header]),
    );
    for (const [at, one] of saved.entries())
      expect(one.validations.map(({ range, type }) => [range.split(':')[0], type]).sort()).toEqual(
        (before[at]?.validations ?? []).map(({ range, type }) => [range.split(':')[0], type]).sort(),
      );
    expect(choicesAt(saved, '依申请公开', 'D')).toEqual(choicesAt(before, '依申请公开', 'D'));
  });
});

describe('reading it back', () => {
  it('sample rows count for nothing, and nothing is found wrong', async () => {
    for (const [year, edition] of [
      [2025, '2021'],
      [2020, '2019'],
    ] as const) {
      const path = join(folder, `${year}.xlsx`);
      writeFileSync(path, await writeLedgerTemplate(ledgerTemplate(year, editionOf(edition), '')));
      const ledger = await readBack(path, year, edition);
      expect(ledger.findings).toEqual([]);
      expect(ledger.items.total).toBe(0);
      const counts = [ledger.requests, ledger.cases, ledger.documents].flatMap((map) => [...(map?.values() ?? [])]);
      expect(counts.filter((count) => count !== 0)).toEqual([]);
      expect(ledger.requests).toBeDefined();
      expect(ledger.cases).toBeDefined();
      expect(await validateFile(path)).toMatchObject({ ok: true });
    }
  });

  it('rows that are typed in are counted', async () => {
    const path = typed('typed.xlsx', {
      主动公开: [
        ['1', '开放日公告', '', '公告公示', '2025-01-10', '政府网站'],
        ['2', '年度预算', '', '财政信息', '2025-02-11', '政府网站、政务微信'],
        ['3', '查档指南', '某档〔2025〕3号', '公告公示', '2025-02-12', '政务微信'],
      ],
      依申请公开: [
        ['1', '2024-12-20', '自然人', '（一）予以公开', '2025-01-08'],
        ['2', '2025-03-01', '商业企业', '（四）无法提供：1.本机关不掌握相关政府信息', '2025-03-15'],
        ['3', '2025-12-29', '自然人', '', ''],
      ],
      复议诉讼: [
        ['某复1号', '行政复议', '2025-05-05', '结果纠正'],
        ['某诉1号', '复议后起诉', '2025-11-05', '尚未审结'],
      ],
      规范性文件: [
        ['旧办法', '', '行政规范性文件', '2018-04-01', '2025-06-30'],
        ['新办法', '', '行政规范性文件', '2025-06-30'],
      ],
    });
    const ledger = await readBack(path);
    expect(ledger.findings).toEqual([]);
    expect(ledger.items.total).toBe(3);
    expect(Object.fromEntries(ledger.items.channels)).toEqual({ 政府网站: 2, 政务微信: 2 });
    expect(Object.fromEntries(ledger.items.categories)).toEqual({ 公告公示: 2, 财政信息: 1 });
    const filled = (map: ReadonlyMap<string, number> | undefined) =>
      Object.fromEntries([...(map ?? [])].filter(([, count]) => count !== 0));
    expect(filled(ledger.requests)).toEqual({
      '上年结转.自然人': 1,
      '本年新收.商业企业': 1,
      '本年新收.自然人': 1,
      '予以公开.自然人': 1,
      '无法提供.本机关不掌握相关政府信息.商业企业': 1,
      '结转下年度.自然人': 1,
    });
    expect(filled(ledger.cases)).toEqual({ '行政复议.结果纠正': 1, '复议后起诉.尚未审结': 1 });
    expect(filled(ledger.documents)).toEqual({
      '行政规范性文件.本年废止件数': 1,
      '行政规范性文件.本年制发件数': 1,
      '行政规范性文件.现行有效件数': 1,
    });
  });

  it('every choice of the drop-downs is understood, each as a cell of its own', async () => {
    const all = seen(file);
    const outcomes = choicesAt(all, '依申请公开', 'D');
    const applicants = choicesAt(all, '依申请公开', 'C');
    const types = choicesAt(all, '复议诉讼', 'B');
    const results = choicesAt(all, '复议诉讼', 'D');
    const path = typed('choices.xlsx', {
      依申请公开: outcomes.flatMap((outcome) =>
        applicants.map((applicant) => ['', '2025-03-01', applicant, outcome, '2025-03-15']),
      ),
      复议诉讼: types.flatMap((type) => results.map((result) => ['', type, '2025-05-05', result])),
    });
    const ledger = await readBack(path);
    expect(ledger.findings).toEqual([]);
    const settled = [...(ledger.requests ?? [])].filter(([name, count]) => count > 0 && !name.startsWith('本年新收.'));
    expect(settled.map(([, count]) => count)).toEqual(outcomes.flatMap(() => applicants.map(() => 1)));
    expect([...(ledger.cases ?? [])].filter(([, count]) => count > 0)).toHaveLength(types.length * results.length);
  });
});
