import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lutingItems } from '../../fixtures/luting-items.ts';
import { convert, python } from '../tools.ts';
import { entries, typeRows, withValues } from '../typing.ts';

const program = resolve('bin/annrep.js');
const { ANNREP_LANG: _, GITHUB_ACTIONS: __, ...environment } = process.env;

let around = '';
beforeAll(() => {
  around = mkdtempSync(join(tmpdir(), 'annrep-filled-'));
});
afterAll(() => rmSync(around, { recursive: true, force: true }));

function annrep(folder: string, ...words: string[]): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...words], {
    cwd: folder,
    encoding: 'utf8',
    env: environment,
  });
  expect([status, stdout]).toEqual([0, '']);
  return stderr;
}

type Tables = readonly (readonly (readonly string[])[])[];

/** Every cell of every table of the one DOCX in a folder as python-docx reads it; a merged cell stands in each place. */
function tablesIn(folder: string): Tables {
  const [name = '', ...more] = readdirSync(folder).filter((file) => file.endsWith('.docx'));
  expect(more).toEqual([]);
  return JSON.parse(
    python(
      'import sys,json,docx\nprint(json.dumps([[[c.text for c in r.cells] for r in t.rows] for t in docx.Document(sys.argv[1]).tables]))',
      join(folder, name),
    ),
  );
}

/** The tables of a finished fixture, built elsewhere. */
function tablesOf(fixture: string, file: string): Tables {
  const folder = join(around, fixture);
  cpSync(join('fixtures', fixture), folder, { recursive: true });
  annrep(folder, 'build', file);
  return tablesIn(folder);
}

/** Takes the mark of a comment off the lines that begin with one of the words. */
const uncommented = (text: string, pattern: RegExp): string => text.replace(pattern, (line) => line.replace('# ', ''));

const words = `引言: |
  本年报按照《中华人民共和国政府信息公开条例》第五十条的要求编制，数据的统计期限自{{年度}}年1月1日起至{{年度}}年12月31日止。
问题与改进: |
  存在的主要问题：公开不够及时。
  改进情况：修订信息公开目录，逐项明确公开时限。
其他事项: |
  {{年度}}年没有收取政府信息公开信息处理费，没有其他需要报告的事项。
`;

describe('a township fills in 2020, edition 2019, as it was published', () => {
  let folder = '';
  let made: Tables = [];
  beforeAll(() => {
    folder = join(around, '鹿亭乡 2020');
    mkdirSync(folder);
    annrep(folder, 'init', '2020', '--organ', '鹿亭乡人民政府');
    const ledger = join(folder, '2020-台账.xlsx');
    const { header, rows } = lutingItems();
    const typed = rows.map((row) =>
      row.map((cell) => (typeof cell !== 'object' ? cell : 'date' in cell ? cell.date : '')),
    );
    typeRows(ledger, '主动公开', header, typed);
    // Saved by an office program, as a clerk does.
    const saved = join(around, 'saved');
    mkdirSync(saved);
    renameSync(convert(ledger, 'xlsx', saved), ledger);
    const file = join(folder, '2020.yaml');
    const report = uncommented(
      readFileSync(file, 'utf8'),
      /^# (?:附加表:| {2}- 表: 主动公开渠道| {4}(?:位置|数据): .*)$/gm,
    );
    writeFileSync(
      file,
      withValues(
        report,
        `级别: 乡镇
成文日期: 2021-01-25
总体情况: |
  （一）主动公开。全年主动公开政府信息{{台账.总数}}条，通过政府网站公开{{台账.渠道.政府网站}}条，其中{{台账.清单 类别 政府网站}}。
  （二）依申请公开。全年没有收到政府信息公开申请，没有因政府信息公开引起的行政复议和行政诉讼。
  （三）政府信息管理。发布一条，登记一条。
  （四）政府信息公开平台建设。按照统一的目录调整栏目。
  （五）监督保障。工作考核均为合格以上；社会评议满意；没有发生责任追究的情形；全年组织业务培训2次。
主动公开:
  规章: {本年新制作数量: 0, 本年新公开数量: 0, 对外公开总数量: 0}
  规范性文件: {本年新制作数量: 0, 本年新公开数量: 0, 对外公开总数量: 0}
  行政许可: {上一年项目数量: 0, 本年增/减: 0, 处理决定数量: 0}
  其他对外管理服务事项: {上一年项目数量: 0, 本年增/减: 0, 处理决定数量: 0}
  行政处罚: {上一年项目数量: 0, 本年增/减: 0, 处理决定数量: 0}
  行政强制: {上一年项目数量: 0, 本年增/减: 0, 处理决定数量: 0}
  行政事业性收费: {上一年项目数量: 0, 本年增/减: 0}
  政府集中采购: {采购项目数量: 37, 采购总金额: 414922.3, 单位: 元}
依申请公开: 按台账
复议诉讼: 无
附加表:
  - 表: 主动公开渠道
    位置: 主动公开之后
    数据:
      主动公开政府信息数: 315
      政府网站: 175
      政务微博: 12
      政务微信: 238
      回应热点舆情数: 24
      微博微信回应事件: 24
${words}`,
      ),
    );
    annrep(folder, 'check');
    annrep(folder, 'build', '2020.yaml');
    made = tablesIn(folder);
  });

  it('gives every cell of the finished report', () => {
    expect(made).toEqual(tablesOf('luting-2020-mended', '2020.yaml'));
  });

  it('has the published figures in the tables of its kind', () => {
    const [disclosure = [], channels = [], requests = [], reviews = [], ...more] = made;
    expect(more).toEqual([]);
    expect(disclosure.filter((row) => row.includes('37')).map((row) => [row[0], row.at(-1)])).toEqual([
      ['政府集中采购', expect.stringContaining('414922.3')],
    ]);
    const numbers = channels.flatMap((row) => (/^\d+$/.test(row.at(-1) ?? '') ? [row.at(-1)] : []));
    expect(numbers).toEqual(['315', '175', '12', '238', '24', '24']);
    const typed = requests.flatMap((row) => row.slice(-7)).filter((text) => /^\d+$/.test(text));
    expect(typed).toEqual(Array.from({ length: 23 * 7 }, () => '0'));
    expect(reviews.at(-1)).toEqual(Array.from({ length: 15 }, () => '0'));
  });
});

describe('a city types its published figures of 2025 and leaves the ledger as it came', () => {
  it('gives every cell of the finished report, and no sheet of the ledger says otherwise', () => {
    const folder = join(around, '某市 2025');
    mkdirSync(folder);
    annrep(folder, 'init', '2025', '--organ', '示例市人民政府');
    const file = join(folder, '2025.yaml');
    const typed = entries(readFileSync('fixtures/city-2025/2025.yaml', 'utf8'));
    const taken = new Set([
      '级别',
      '成文日期',
      '引言',
      '总体情况',
      '主动公开',
      '依申请公开',
      '复议诉讼',
      '问题与改进',
      '其他事项',
    ]);
    const snippet = typed.flatMap(([name, all]) => (taken.has(name) ? [all] : [])).join('');
    writeFileSync(file, withValues(readFileSync(file, 'utf8'), snippet));
    annrep(folder, 'check');
    annrep(folder, 'build', '2025.yaml');
    expect(tablesIn(folder)).toEqual(tablesOf('city-2025', '2025.yaml'));
  });
});

describe('a small office keeps every sentence of the new report', () => {
  it.each([
    [
      'one category',
      [
        ['示例甲', '公告公示', '2025-03-12', '政府网站、政务微信'],
        ['示例乙', '公告公示', '2025-06-03', '政务微信'],
      ],
    ],
    ['one item', [['示例甲', '公告公示', '2025-03-12', '政府网站、政务微信、政务微博']]],
    [
      'one channel',
      [
        ['示例甲', '公告公示', '2025-03-12', '政府网站'],
        ['示例乙', '财政信息', '2025-06-03', '政府网站'],
      ],
    ],
    [
      'others',
      [
        ['示例甲', '其他', '2025-03-12', '政府网站、微信'],
        ['示例乙', '财政信息', '2025-06-03', '政务微信、政府公报'],
      ],
    ],
  ])('with %s in the ledger nothing is found', (name, rows) => {
    const folder = join(around, name);
    mkdirSync(folder);
    annrep(folder, 'init', '2025', '--organ', '示例县档案局');
    typeRows(join(folder, '2025-台账.xlsx'), '主动公开', ['标题', '类别', '公开日期', '公开渠道'], rows);
    const file = join(folder, '2025.yaml');
    const report = withValues(
      readFileSync(file, 'utf8'),
      `级别: 部门
成文日期: 2026-01-15
主动公开: 无
依申请公开: 按台账
复议诉讼: 无
${words}`,
    );
    writeFileSync(file, report.replaceAll('（待填写）', '由办公室负责，全年参加业务培训2次。'));
    expect(annrep(folder, 'check')).toBe('1份报告，没有发现问题\n');
  });
});
