import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkShape } from '../../src/checks/shape.ts';
import { editionById, editionOfYear, editions } from '../../src/forms/editions.ts';
import { cellKey, leaves } from '../../src/forms/walk.ts';
import { checkReport, FileProblem, type Folder } from '../../src/index.ts';
import { ledgerTemplate } from '../../src/layout/ledger-template.ts';
import { type ReportTemplate, reportTemplate } from '../../src/layout/report-template.ts';
import { fromBytes } from '../../src/ledger/source.ts';
import { textOf, valueAt } from '../../src/report/draft.ts';
import { fillReport } from '../../src/report/fill.ts';
import { readReport } from '../../src/report/read.ts';
import { writeLedgerTemplate } from '../../src/writers/xlsx-ledger-template.ts';

const made = (year: number, more: Partial<ReportTemplate> = {}): string =>
  reportTemplate({
    year,
    edition: editionOfYear(year),
    organ: '某某市',
    file: `${year}.yaml`,
    ledger: `${year}-台账.xlsx`,
    schema: '.annrep/report.schema.json',
    ...more,
  });

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** The ledger of `init` beside the report, and nothing else. */
const besideOf = async (year: number): Promise<Folder> => {
  const ledger = await writeLedgerTemplate(ledgerTemplate(year, editionOfYear(year), '某某市'));
  const folder: Folder = {
    bytes: (path, purpose) => {
      throw new FileProblem('missing', path, purpose);
    },
    source: () => ({ ...fromBytes(ledger), close: () => {} }),
    beside: () => folder,
  };
  return folder;
};

const codesOf = async (text: string, year: number): Promise<readonly string[]> => {
  const { findings, failures } = await checkReport(bytesOf(text), `${year}.yaml`, await besideOf(year));
  expect(failures).toEqual([]);
  return findings.map(({ code }) => code);
};

/** Types behind a key that stands open, as a clerk does. */
const type = (text: string, indent: number, key: string, value: string): string => {
  const line = `\n${' '.repeat(indent)}${key}: \n`;
  if (text.split(line).length !== 2) throw new Error(`${key} stands ${text.split(line).length - 1} times`);
  return text.replace(line, `\n${' '.repeat(indent)}${key}: ${value}\n`);
};

/** Types numbers into the braces of a row, in their order. */
const typeInto = (text: string, key: string, values: readonly (number | string)[]): string => {
  const row = new RegExp(`\\n  ${key}: \\{[^}]*\\}\\n`).exec(text)?.[0] ?? '';
  const left = [...values];
  const filled = row.replace(/: (?=[,}])/g, () => `: ${left.shift()}`);
  if (row === '' || left.length > 0) throw new Error(`${key} takes other values`);
  return text.replace(row, filled);
};

/** 表三 of a city's report on 2025, line by line; six numbers and their total. */
const requests: readonly (readonly [string, number, readonly number[]])[] = [
  ['本年新收', 2, [13612, 252, 0, 45, 128, 32, 14069]],
  ['上年结转', 2, [535, 6, 0, 1, 18, 0, 560]],
  ['予以公开', 2, [5345, 129, 0, 41, 19, 14, 5548]],
  ['部分公开', 2, [2120, 39, 0, 1, 6, 2, 2168]],
  ['属于国家秘密', 4, [13, 0, 0, 0, 0, 0, 13]],
  ['其他法律行政法规禁止公开', 4, [30, 0, 0, 0, 0, 0, 30]],
  ['危及三安全一稳定', 4, [11, 0, 0, 0, 0, 0, 11]],
  ['保护第三方合法权益', 4, [49, 2, 0, 0, 0, 0, 51]],
  ['属于三类内部事务信息', 4, [103, 1, 0, 0, 0, 0, 104]],
  ['属于四类过程性信息', 4, [84, 1, 0, 0, 0, 0, 85]],
  ['属于行政执法案卷', 4, [282, 4, 0, 0, 0, 0, 286]],
  ['属于行政查询事项', 4, [147, 0, 0, 0, 1, 2, 150]],
  ['本机关不掌握相关政府信息', 4, [3075, 50, 0, 0, 89, 8, 3222]],
  ['没有现成信息需要另行制作', 4, [177, 3, 0, 0, 0, 0, 180]],
  ['补正后申请内容仍不明确', 4, [19, 0, 0, 0, 0, 0, 19]],
  ['信访举报投诉类申请', 4, [199, 1, 0, 0, 3, 0, 203]],
  ['重复申请', 4, [147, 1, 0, 0, 0, 0, 148]],
  ['要求提供公开出版物', 4, [0, 0, 0, 0, 0, 0, 0]],
  ['无正当理由大量反复申请', 4, [100, 1, 0, 0, 0, 0, 101]],
  ['要求行政机关确认或重新出具已获取信息', 4, [5, 0, 0, 0, 0, 0, 5]],
  ['申请人无正当理由逾期不补正', 4, [315, 3, 0, 0, 0, 0, 318]],
  ['申请人逾期未缴纳费用', 4, [202, 0, 0, 1, 0, 0, 203]],
  ['其他', 4, [941, 17, 0, 1, 3, 3, 965]],
  ['总计', 0, [13364, 252, 0, 44, 121, 29, 13810]],
  ['结转下年度', 2, [783, 6, 0, 2, 25, 3, 819]],
];

const reviews: readonly (readonly [string, readonly number[]])[] = [
  ['行政复议', [376, 97, 196, 121, 790]],
  ['未经复议直接起诉', [16, 1, 12, 27, 56]],
  ['复议后起诉', [74, 1, 30, 51, 156]],
];

describe('as it is written', () => {
  it.each([2019, 2020, 2021, 2025, 2099])(
    'the check of %i asks for what is open and for nothing else',
    async (year) => {
      const codes = await codesOf(made(year), year);
      expect([...new Set(codes)]).toEqual(['shape/unfilled']);
      // 级别, 成文日期 and the three tables; edition 2019 asks for the unit of an amount too.
      expect(codes).toHaveLength(year < 2021 ? 6 : 5);
    },
  );

  it('asks for the organ where none was given', async () => {
    const { draft } = readReport(bytesOf(made(2025, { organ: '' })), '2025.yaml');
    const found = draft ? checkShape(draft).map(({ args }) => args.of) : [];
    expect(found).toEqual(['机关', '级别', '成文日期', '主动公开', '依申请公开', '复议诉讼']);
  });

  it('begins with the schema for editors, and every key of every form stands in it', () => {
    for (const edition of editions) {
      const text = made(edition.firstYear, { edition });
      expect(text.split('\n')[0]).toBe('# yaml-language-server: $schema=.annrep/report.schema.json');
      const { draft } = readReport(bytesOf(text), 'x.yaml');
      for (const { key, form } of edition.sections) {
        expect(valueAt(draft?.root, key), key).toBeDefined();
        for (const { path } of form ? leaves(form) : []) {
          const node = path.reduce(
            (above: ReturnType<typeof valueAt>, step) => valueAt(above, step),
            valueAt(draft?.root, key),
          );
          expect(node !== undefined || path.join() === '总计', path.join()).toBe(true);
        }
      }
    }
  });

  it('names the edition only where the year does not', () => {
    expect(made(2025)).not.toMatch(/^格式:/m);
    const edition = editionById('2019');
    if (!edition) throw new Error('no edition 2019');
    expect(made(2021, { edition })).toMatch(/^格式: 2019$/m);
  });

  it('speaks of the processing fee from 2021 on', () => {
    expect(made(2020)).not.toContain('信息处理费');
    expect(made(2021)).toContain('信息处理费');
  });

  it('has the five aspects and the period, whatever is still open', () => {
    const text = made(2025);
    for (const aspect of [
      '（一）主动公开。',
      '（二）依申请公开。',
      '（三）政府信息管理。',
      '（四）政府信息公开平台建设。',
      '（五）监督保障。',
    ])
      expect(text).toContain(`\n  ${aspect}`);
    expect(text).toContain('自{{年度}}年1月1日起至{{年度}}年12月31日止');
  });

  it('takes any name of an organ as it is', () => {
    const name = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 30 })
      .map((text) => text.replace(/\p{C}/gu, '').trim());
    const tricky = fc.constantFrom(
      '2025',
      'true',
      '~',
      'null',
      '# 局',
      '局: 甲',
      '- 局',
      '"局"',
      "'局",
      '[局]',
      '{{年度}}局',
      '*局',
      '&局',
      '！局',
      '0x10',
      '局#',
      '1e3',
      '.5',
      '局 #a',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          name.filter((text) => text !== ''),
          tricky,
        ),
        (organ) => {
          const { draft, findings } = readReport(bytesOf(made(2025, { organ })), 'x.yaml');
          expect(findings).toEqual([]);
          expect(textOf(valueAt(draft?.root, '机关'))).toBe(organ);
        },
      ),
    );
  });
});

describe('filled by hand', () => {
  /** Everything but the words, as the city published it. */
  const filled = (): string => {
    let text = made(2025);
    text = type(text, 0, '级别', '市级');
    text = type(text, 0, '成文日期', '2026-03-20');
    text = typeInto(text, '规章', [3, 5, 74]);
    text = typeInto(text, '行政规范性文件', [564, 984, 4185]);
    text = typeInto(text, '行政许可', [11398889]);
    text = typeInto(text, '行政处罚', [6937489]);
    text = typeInto(text, '行政强制', [166105]);
    text = typeInto(text, '行政事业性收费', [316441]);
    for (const [key, indent, numbers] of requests)
      if (indent > 0) text = type(text, indent, key, `[${numbers.slice(0, 6).join(', ')}]`);
    for (const [key, numbers] of reviews) text = type(text, 2, key, `[${numbers.slice(0, 4).join(', ')}]`);
    return text;
  };

  it('gives the cells of the published report', () => {
    const { draft } = readReport(bytesOf(filled()), '2025.yaml');
    if (!draft) throw new Error('not read');
    expect(checkShape(draft)).toEqual([]);
    const { report } = fillReport(draft, { extensionForms: new Map() });
    const values = (key: string) => {
      const table = report.tables.get(key);
      if (!table) throw new Error(key);
      return leaves(table.form).map((leaf) =>
        leaf.block.columns.map((column) => table.cells.get(cellKey(table.form, leaf.path, column))?.value),
      );
    };
    expect(values('主动公开')).toEqual([[3, 5, 74], [564, 984, 4185], [11398889], [6937489], [166105], ['316441']]);
    expect(values('依申请公开')).toEqual(requests.map(([, , numbers]) => numbers));
    expect(values('复议诉讼')).toEqual(reviews.map(([, numbers]) => numbers));
  });

  it('then the check asks for words and, once, for the ledger, which contradicts none of the numbers', async () => {
    const codes = await codesOf(filled(), 2025);
    expect(codes).toContain('structure/leftover');
    expect(codes.filter((code) => /^(?:shape|value|requests|review|ledger|year|yaml)\//.test(code))).toEqual([
      'value/no-base',
    ]);
  });

  it('from the ledger alone only words are left to write', async () => {
    let text = made(2025).replace(/\n(依申请公开|复议诉讼):\n(?: .*\n)+/g, '\n$1: 按台账\n');
    text = type(type(text, 0, '级别', '部门'), 0, '成文日期', '2026-01-10');
    text = text
      .replace(/\n {2}(规章|行政规范性文件): \{.*\}\n/g, '\n  $1: 按台账\n')
      .replace(/\n {2}(规章|行政规范性文件): \{.*\}\n/g, '\n  $1: 按台账\n');
    for (const [key, value] of [
      ['行政许可', 1],
      ['行政处罚', 2],
      ['行政强制', 0],
      ['行政事业性收费', '1.5'],
    ] as const)
      text = typeInto(text, key, [value]);
    expect(new Set(await codesOf(text, 2025))).toEqual(new Set(['value/no-base', 'structure/leftover']));
    const written = text.replaceAll('（待填写）', '3');
    expect(await codesOf(written, 2025)).toEqual(['value/no-base']);
    expect(await codesOf(written.replace(/全年主动公开政府信息.*/, '全年没有主动公开政府信息。'), 2025)).toEqual([]);
  });

  it('rows that stay open are told, with how to leave them out; left out below their headings they are 0', async () => {
    let text = made(2025).replace(/\n(主动公开|复议诉讼):\n(?: .*\n)+/g, '\n$1: 无\n');
    text = type(type(text, 0, '级别', '部门'), 0, '成文日期', '2026-01-10');
    text = type(type(text, 2, '本年新收', '[2, 0, 0, 0, 0, 0]'), 2, '予以公开', '[2, 0, 0, 0, 0, 0]');
    const { findings } = await checkReport(bytesOf(text), '2025.yaml', await besideOf(2025));
    const blank = findings.filter(({ code }) => code === 'shape/blank-cell');
    expect(blank).toHaveLength(requests.length - 3);
    expect(new Set(blank.map(({ say, args }) => `${say} ${args.zeros} ${args.of}`))).toEqual(
      new Set(['row [0, 0, 0, 0, 0, 0] 依申请公开']),
    );
    const left = text
      .replace(/^ {2,4}[^\s#:]+: \n/gm, '')
      .replace('\n\n# 四、政府信息公开', '\n  其余为零: true\n\n# 四、政府信息公开');
    expect(left).toMatch(/ {2}不予公开:\n {2}无法提供:\n/);
    const codes = await codesOf(left, 2025);
    expect(new Set(codes)).toEqual(new Set(['value/no-base', 'structure/leftover']));
  });

  it('edition 2019 is filled the same way', async () => {
    let text = made(2020).replace(/\n(依申请公开|复议诉讼):\n(?: .*\n)+/g, '\n$1: 无\n');
    text = type(type(text, 0, '级别', '部门'), 0, '成文日期', '2021-01-10');
    for (const key of ['规章', '规范性文件']) text = typeInto(text, key, [0, 0, 0]);
    for (const key of ['行政许可', '其他对外管理服务事项', '行政处罚', '行政强制'])
      text = typeInto(text, key, [4, '-1', 7]);
    text = typeInto(text, '行政事业性收费', [0, 0]);
    text = typeInto(text, '政府集中采购', [2, '41.5', '万元']);
    expect(new Set(await codesOf(text, 2020))).toEqual(new Set(['value/no-base', 'structure/leftover']));
  });
});
