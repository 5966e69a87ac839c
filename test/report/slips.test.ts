import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { bytes, read, sample, shown } from './reading.ts';

type Expected = readonly [code: string, at: string, found: string, names: string];

/** One change to the sample and the one finding it makes: code, line and column, the marked text, what the sentence names. */
const cases: readonly (readonly [name: string, before: string, after: string, ...Expected])[] = [
  [
    'a unit',
    '规章:                {本年新制作数量: 0',
    '规章:                {本年新制作数量: 12 件',
    'shape/number',
    '16:32',
    '12 件',
    '12 件',
  ],
  ['full-width digits', '处理决定数量: 40', '处理决定数量: １２', 'shape/number', '18:52', '１２', '１２'],
  ['a comma in a number of a row', '[6, 1, 0,', '[1,024, 1, 0,', 'shape/number', '26:10', '1,024', '1,024'],
  [
    'a comma in a list of seven',
    '[6, 1, 0, 0, 0, 0, 7]',
    '[1,024,0,0,0,0,7]',
    'shape/number',
    '26:10',
    '1,024',
    '1,024',
  ],
  [
    'a comma that makes seven of six',
    '[6, 1, 0, 0, 0, 0, 7]',
    '[1,234, 5, 0, 0, 0, 7]',
    'shape/number',
    '26:10',
    '1,234',
    '1,234',
  ],
  ['a comma in a mapping', '处理决定数量: 40', '处理决定数量: 1,024', 'shape/number', '18:52', '1,024', '1,024'],
  [
    'a comma left out of a mapping',
    '规章:                {本年新制作数量: 0, ',
    '规章:                {本年新制作数量: 0 ',
    'yaml/syntax',
    '16:32',
    '0 本年新公开数量',
    '中间少了逗号',
  ],
  [
    'Chinese commas in a mapping',
    '规章:                {本年新制作数量: 0, ',
    '规章:                {本年新制作数量: 0，',
    'yaml/syntax',
    '16:32',
    '0，本年新公开数量',
    '中文标点',
  ],
  [
    'no space behind a colon in braces',
    '{本年新制作数量: 0, ',
    '{本年新制作数量:0, ',
    'yaml/syntax',
    '16:23',
    '本年新制作数量:0',
    '“本年新制作数量:”后面没有空格',
  ],
  [
    'no colon in braces',
    '{本年新制作数量: 0, ',
    '{本年新制作数量 0, ',
    'yaml/syntax',
    '16:23',
    '本年新制作数量 0',
    '“本年新制作数量”后面少了英文冒号',
  ],
  ['a leading zero', '处理决定数量: 40', '处理决定数量: 012', 'shape/number', '18:52', '012', '012'],
  ['hexadecimal', '处理决定数量: 40', '处理决定数量: 0x10', 'shape/number', '18:52', '0x10', '0x10'],
  ['scientific notation', '处理决定数量: 40', '处理决定数量: 1e3', 'shape/number', '18:52', '1e3', '1e3'],
  ['Chinese numerals', '处理决定数量: 40', '处理决定数量: 十二', 'shape/number', '18:52', '十二', '十二'],
  ['a hyphen', '处理决定数量: 40', '处理决定数量: -', 'shape/number', '18:52', '-', '-'],
  ['a hyphen in a list', '[6, 1, 0,', '[-, 1, 0,', 'shape/number', '26:10', '-', '-'],
  ['a slash', '处理决定数量: 40', '处理决定数量: /', 'shape/number', '18:52', '/', '/'],
  ['a dash', '处理决定数量: 40', '处理决定数量: —', 'shape/number', '18:52', '—', '—'],
  ['yes', '处理决定数量: 40', '处理决定数量: yes', 'shape/number', '18:52', 'yes', 'yes'],
  ['a quoted number', '处理决定数量: 40', '处理决定数量: "40"', 'shape/number', '18:52', '"40"', '40'],
  ['decimals', '处理决定数量: 40', '处理决定数量: 40.5', 'shape/number', '18:52', '40.5', '40.5'],
  ['decimals that are zero', '处理决定数量: 40', '处理决定数量: 40.0', 'shape/number', '18:52', '40.0', '40.0'],
  ['a plus', '处理决定数量: 40', '处理决定数量: +40', 'shape/number', '18:52', '+40', '+40'],
  [
    'too large',
    '处理决定数量: 40',
    '处理决定数量: 9007199254740993',
    'shape/number',
    '18:52',
    '9007199254740993',
    '9007199254740993',
  ],
  ['a negative count', '处理决定数量: 40', '处理决定数量: -40', 'shape/negative', '18:52', '-40', '-40'],
  ['a negative amount', '1200.50', '-1200.50', 'shape/negative', '23:38', '-1200.50', '-1200.50'],
  ['an amount with commas', '1200.50', '"1,200.50"', 'shape/number', '23:38', '"1,200.50"', '1,200.50'],
  ['an amount with a unit', '1200.50', '1200.50万元', 'shape/number', '23:38', '1200.50万元', '1200.50万元'],
  ['a year with 年', '年度: 2020', '年度: 2020年', 'shape/number', '1:5', '2020年', '2020年'],
  ['a tab', '  规章:', '\t规章:', 'yaml/syntax', '16:1', '\t', 'Tab'],
  ['a full-width colon', '机关: 柳溪乡人民政府', '机关：柳溪乡人民政府', 'yaml/syntax', '2:1', '机关', '机关'],
  ['a full-width colon in the first line', '年度: 2020', '年度：2020', 'yaml/syntax', '1:1', '年度', '年度'],
  ['a full-width colon in braces', '{自然人: 1}', '{自然人：1}', 'yaml/syntax', '27:10', '自然人：1', '自然人'],
  [
    'a full-width comma in a list',
    '[5, 1, 0, 0, 0, 0]',
    '[5，1，0，0，0，0]',
    'yaml/syntax',
    '28:10',
    '5，1，0，0，0，0',
    '5，1',
  ],
  ['curly quotes around a key', '机关: ', '“机关”: ', 'yaml/syntax', '2:1', '“机关”', '机关'],
  ['no space after the colon', '机关: 柳溪乡', '机关:柳溪乡', 'yaml/syntax', '2:1', '机关:', '机关:'],
  ['pasted from Word at column 0', '  一是更新', '　　一是更新', 'yaml/syntax', '40:1', '　　', '全角空格'],
  [
    'pasted deeper than the rest',
    '  一年来柳溪乡',
    '      一年来柳溪乡',
    'yaml/syntax',
    '12:3',
    '（一）抓学习。办了三期培训班。',
    '缩进',
  ],
  [
    'text at column 0',
    '  一是更新不够及时。',
    '一是更新不够及时。',
    'yaml/syntax',
    '40:1',
    '一是更新不够及时。',
    '一是更新不够及时',
  ],
  [
    'a value that begins with braces',
    '其他事项: 无其他',
    '其他事项: {{年度}}年无其他',
    'yaml/syntax',
    '42:7',
    '{{年度}}',
    '{{年度}}',
  ],
  [
    'braces alone',
    '其他事项: 无其他需要报告的事项。',
    '其他事项: {{年度}}',
    'yaml/syntax',
    '42:7',
    '{{年度}}',
    '{{年度}}',
  ],
  ['an open bracket', '[6, 1, 0, 0, 0, 0, 7]', '[6, 1, 0, 0, 0, 0, 7', 'yaml/syntax', '26:9', '[', '['],
  [
    'an open quotation mark',
    '其他事项: 无其他需要报告的事项。',
    '其他事项: "无其他需要报告的事项。',
    'yaml/syntax',
    '42:7',
    '"',
    '"',
  ],
  ['another level', '级别: 乡镇', '级别: 乡', 'shape/choice', '3:5', '乡', '乡镇'],
  ['a department of a county', '级别: 乡镇', '级别: 县直部门', 'shape/choice', '3:5', '县直部门', '相近的是“部门”'],
  [
    'another edition',
    '成文日期: 2021-01-20',
    '成文日期: 2021-01-20\n格式: 2020',
    'shape/choice',
    '5:5',
    '2020',
    '2019',
  ],
  ['not true', '其余为零: true', '其余为零: yes', 'shape/choice', '32:9', 'yes', 'yes'],
  ['an impossible day', '2021-01-20', '2021-02-30', 'shape/date', '4:7', '2021-02-30', '2021年2月没有30日'],
  ['a Chinese date', '2021-01-20', '2021年1月25日', 'shape/date', '4:7', '2021年1月25日', '2021-01-25'],
  ['a date with slashes', '2021-01-20', '2021/1/25', 'shape/date', '4:7', '2021/1/25', '2021-01-25'],
  ['no date', '2021-01-20', '明天', 'shape/date', '4:7', '明天', '明天'],
  [
    'an absolute path',
    '级别: 乡镇',
    '级别: 乡镇\n台账: D:\\台账.xlsx',
    'shape/path',
    '4:5',
    'D:\\台账.xlsx',
    '台账.xlsx',
  ],
  [
    'a path above the folder',
    '级别: 乡镇',
    '级别: 乡镇\n台账: a/../../台账.xlsx',
    'shape/path',
    '4:5',
    'a/../../台账.xlsx',
    '台账.xlsx',
  ],
  [
    'an address',
    '级别: 乡镇',
    '级别: 乡镇\n台账: https://example.com/a.xlsx',
    'shape/path',
    '4:5',
    'https://example.com/a.xlsx',
    'https://example.com/a.xlsx',
  ],
  ['an unknown key', '级别: 乡镇', '级别: 乡镇\n标提: 某报告', 'shape/unknown-key', '4:1', '标提', '标题'],
  [
    'a row of the other edition',
    '规范性文件: ',
    '行政规范性文件: ',
    'shape/unknown-key',
    '17:3',
    '行政规范性文件',
    '规范性文件',
  ],
  ['an unknown column', '{自然人: 1}', '{自然入: 1}', 'shape/unknown-key', '27:10', '自然入', '自然人'],
  ['a missing key', '级别: 乡镇\n', '', 'shape/missing-key', '1:1', '年度', '级别'],
  ['missing rows', '  其余为零: true\n', '', 'shape/missing-key', '25:1', '依申请公开', '部分公开'],
  [
    'missing columns',
    '{上一年项目数量: 5, 本年增/减: -1, 处理决定数量: 40}',
    '{处理决定数量: 40}',
    'shape/missing-key',
    '18:3',
    '行政许可',
    '上一年项目数量、本年增/减',
  ],
  [
    'a repeated key',
    '机关: 柳溪乡人民政府',
    '机关: 柳溪乡人民政府\n机关: 柳溪乡',
    'yaml/duplicate-key',
    '3:1',
    '机关',
    '机关',
  ],
  ['five numbers', '[6, 1, 0, 0, 0, 0, 7]', '[6, 1, 0, 0, 7]', 'shape/row-length', '26:9', '[6, 1, 0, 0, 7]', '5'],
  [
    'eight numbers',
    '[6, 1, 0, 0, 0, 0, 7]',
    '[6, 1, 0, 0, 0, 0, 0, 7]',
    'shape/row-length',
    '26:9',
    '[6, 1, 0, 0, 0, 0, 0, 7]',
    '8',
  ],
  ['no organ', '机关: 柳溪乡人民政府', '机关:', 'shape/unfilled', '2:1', '机关', '机关'],
  ['no text', '  一是更新不够及时。\n', '', 'shape/unfilled', '39:1', '问题与改进', '问题与改进'],
  ['a number for text', '其他事项: 无其他需要报告的事项。', '其他事项: 5', 'shape/type', '42:7', '5', '5'],
  [
    'a whole table from the ledger',
    '  行政许可:            {上一年项目数量: 5, 本年增/减: -1, 处理决定数量: 40}',
    '  行政许可: 按台账',
    'shape/choice',
    '18:9',
    '按台账',
    '行政许可',
  ],
  ['an unknown value', '{{年度}}年1月', '{{年份}}年1月', 'value/unknown', '7:16', '{{年份}}', '年份'],
  [
    'an unknown cell',
    '{{年度}}年1月',
    '{{依申请公开.本年新受.总计}}年1月',
    'value/unknown',
    '7:16',
    '{{依申请公开.本年新受.总计}}',
    '依申请公开.本年新收.总计',
  ],
  [
    'a value without ledger',
    '{{年度}}年1月',
    '{{台账.总数}}年1月',
    'value/no-base',
    '7:16',
    '{{台账.总数}}',
    '台账.总数',
  ],
  ['an alias', '机关: 柳溪乡', '机关: *柳溪乡', 'yaml/alias', '2:5', '*柳溪乡人民政府', '*柳溪乡人民政府'],
  ['an anchor', '机关: 柳溪乡', '机关: &a 柳溪乡', 'yaml/alias', '2:5', '&a 柳溪乡人民政府', '&a'],
  ['a tag', '机关: 柳溪乡', '机关: !!js/function 柳溪乡', 'yaml/syntax', '2:5', '!!js/function', '!!js/function'],
  ['two documents', '机关: ', '---\n机关: ', 'yaml/syntax', '2:1', '---', '---'],
  [
    'no reason',
    '机关: ',
    '# annrep-ignore year/basis\n机关: ',
    'ignore/no-reason',
    '2:1',
    '# annrep-ignore year/basis',
    'year/basis',
  ],
  ['nothing silenced', '机关: ', '# annrep-ignore\n机关: ', 'ignore/no-reason', '2:1', '# annrep-ignore', '哪一项'],
];

describe('a slip', () => {
  test('the sample has none', () => {
    expect(read(sample).findings).toEqual([]);
  });

  test.each(cases)('%s', (_, before, after, code, at, found, names) => {
    expect(sample).toContain(before);
    const { findings, text } = read(sample.replace(before, after));
    const all = findings.map((finding) => shown(text, finding));
    expect(all.map((one) => [one.code, one.at, one.found])).toEqual([[code, at, found]]);
    expect(all[0]?.zh).toContain(names);
    expect(all[0]?.help).not.toBe('');
    expect(all[0]?.en).not.toMatch(/undefined|missing \{/);
  });

  test('a key that is repeated has a note at the first', () => {
    const { findings, text } = read(sample.replace('级别: 乡镇', '级别: 乡镇\n级别: 县级'));
    const note = findings[0]?.notes[0]?.at;
    expect(note && 'start' in note && text.slice(0, note.start).split('\n').length).toBe(3);
  });

  test('a report by the forms of another edition is one mistake, whatever its rows hold', () => {
    const city = readFileSync('fixtures/city-2025/2025.yaml', 'utf8').replace('年度: 2025', '年度: 2020');
    const { findings } = read(city);
    expect(findings.map(({ code, say }) => [code, say])).toEqual([['year/edition', 'table']]);
  });

  test.each([
    ['依申请公开', '见台账', '或者写“无”“按台账”，写的是“见台账”'],
    ['主动公开', '见附件', '或者写“无”，写的是“见附件”'],
  ])('a word in place of the table %s: 按台账 is offered where the ledger counts it', (key, word, said) => {
    const city = readFileSync('fixtures/city-2025/2025.yaml', 'utf8');
    const { findings, text } = read(
      city.replace(new RegExp(`^${key}:\\n(?:[ #].*\\n|\\n)+`, 'm'), `${key}: ${word}\n\n`),
    );
    expect(findings.map((one) => shown(text, one).zh)).toEqual([expect.stringContaining(said)]);
  });

  test('a row without its columns is told their names', () => {
    const city = readFileSync('fixtures/city-2025/2025.yaml', 'utf8');
    const { findings, text } = read(city.replace(/行政许可: +\{[^}]*\}/, '行政许可: 15'));
    expect(findings.map((one) => shown(text, one).help)).toEqual([expect.stringContaining('{本年处理决定数量: 数}')]);
  });

  test('a paragraph with a colon that is not indented is no entry', () => {
    const city = readFileSync('fixtures/city-2025/2025.yaml', 'utf8');
    const { findings } = read(city.replace(/^问题与改进: \|\n/m, '问题与改进: |\n  有。\n存在的问题：公开不够细。\n'));
    expect(findings.map(({ code, say }) => [code, say])).toEqual([['yaml/syntax', 'unindented']]);
  });

  test('a report without its year is told of that alone', () => {
    const city = readFileSync('fixtures/city-2025/2025.yaml', 'utf8').replace('年度: 2025\n', '');
    expect(read(city).findings.map(({ code, args }) => [code, args.names])).toEqual([['shape/missing-key', '年度']]);
  });

  test('blank cells are one warning a row', () => {
    const { findings, text } = read(
      sample
        .replace('[6, 1, 0, 0, 0, 0, 7]', '[6, 1, ~, null, 0, 0, 7]')
        .replace('  行政复议: [1, 0, 0, 0, 1]', '  行政复议:'),
    );
    expect(findings.map((finding) => [shown(text, finding).code, shown(text, finding).at, finding.severity])).toEqual([
      ['shape/blank-cell', '26:16', 'warning'],
      ['shape/blank-cell', '35:3', 'warning'],
    ]);
    expect(findings[0] && shown(text, findings[0]).zh).toContain('科研机构、社会公益组织');
  });
});

describe('a file that is no report', () => {
  test.each<[string, Uint8Array, string, string]>([
    ['nothing', new Uint8Array(), 'yaml/syntax', 'empty'],
    ['spaces', bytes('  \n\n'), 'yaml/syntax', 'empty'],
    ['comments', bytes('# 报告\n# 待写\n'), 'yaml/syntax', 'empty'],
    ['a list', bytes('- 年度: 2020\n'), 'yaml/syntax', 'list'],
    ['a sentence', bytes('今年的报告还没有写\n'), 'yaml/syntax', 'sentence'],
    ['zero bytes', bytes('年度: 2020\0\n'), 'yaml/encoding', 'binary'],
    ['a workbook', Uint8Array.from([0x50, 0x4b, 3, 4, 20, 0, 0, 0]), 'yaml/encoding', 'office'],
    ['50 MB', new Uint8Array(50_000_000).fill(0x61), 'yaml/syntax', 'too-large'],
    ['half a character', Uint8Array.from([...bytes(sample), 0xe5, 0xb9]), 'yaml/encoding', 'encoding'],
  ])('%s is one finding', (_, input, code, say) => {
    expect(read(input).findings.map((finding) => [finding.code, finding.say])).toEqual([[code, say]]);
  });
});
