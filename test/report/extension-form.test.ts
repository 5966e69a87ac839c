import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { readExtensionForm } from '../../src/report/extension-form.ts';
import { extensionFormSchema } from '../../src/report/extension-form-schema.ts';
import { bytes, read, sample, shown } from './reading.ts';

const form = `名称: 平台建设
标题: 政务公开平台建设情况
行:
  - {名称: 一、平台总数, 项目: 平台总数, 单位: 个, 台账: 总数}
  - {名称: 其中, 单位: ——}
  - {名称: 1.网站, 项目: 网站, 单位: 个, 缩进: 1, 台账: 渠道.政府网站}
  - {名称: 2.微信, 项目: 微信, 单位: 个, 缩进: 1}
  - {名称: 其中：专栏, 项目: 专栏, 单位: 个, 缩进: 2}
关系:
  - {合计: 平台总数, 分项: [网站, 微信]}
  - {其中: 专栏, 属于: 网站}
  - {总数: 平台总数, 渠道: [网站, 微信]}
`;

const validate = new Ajv({ strict: true, allowUnionTypes: true, strictRequired: false }).compile(extensionFormSchema);

const readForm = (text: string) => readExtensionForm(bytes(text), '附表.yaml');

describe('a table of a locality', () => {
  test('becomes a form', () => {
    const { form: read, findings } = readForm(form);
    expect(findings).toEqual([]);
    expect(read).toMatchObject({ key: '平台建设', title: '政务公开平台建设情况', arrangement: 'list' });
    expect(read?.blocks[0]?.lines[2]).toEqual({
      key: '网站',
      label: '1.网站',
      unit: '个',
      indent: 1,
      counts: '台账.渠道.政府网站',
    });
    expect(read?.blocks[0]?.lines[1]).toEqual({ key: '', label: '其中', unit: '——', indent: 0 });
    expect(read?.relations).toEqual([
      { kind: 'identity', code: 'extension/total', across: 'lines', left: ['平台总数'], right: ['网站', '微信'] },
      { kind: 'at-most', code: 'channels/of-which', part: '专栏', whole: '网站' },
      { kind: 'bounds', code: 'channels/bounds', total: '平台总数', channels: ['网站', '微信'] },
    ]);
    expect(validate(parse(form))).toBe(true);
  });

  test('is filled from the report, its total computed', () => {
    const { form: local } = readForm(form);
    if (!local) throw new Error('no form');
    const text = sample
      .replace('表: 主动公开渠道', '表: 附表.yaml')
      .replace(/数据: \{.*\}/, '数据: {网站: 2, 微信: 3}');
    const { report, findings } = read(text, { extensionForms: new Map([['附表.yaml', local]]) });
    expect(findings).toEqual([]);
    const cells = report?.extensions[0]?.cells;
    expect(['平台总数', '网站', '微信', '专栏'].map((key) => cells?.get(`平台建设.${key}`)?.value)).toEqual([
      5,
      2,
      3,
      null,
    ]);
    const unknown = read(text.replace('微信: 3', '微博: 3'), { extensionForms: new Map([['附表.yaml', local]]) });
    expect(unknown.findings.map(({ code, args }) => [code, args.found, args.nearest])).toEqual([
      ['shape/unknown-key', '微博', '微信'],
    ]);
    const decimal = read(text.replace('微信: 3', '微信: 3.5'), { extensionForms: new Map([['附表.yaml', local]]) });
    expect(decimal.findings.map(({ code, say }) => [code, say])).toEqual([['shape/number', 'decimal']]);
  });

  test.each([
    ['no name', '名称: 平台建设\n', '', 'shape/missing-key', '1:1'],
    ['no lines', /行:\n(?: .*\n)+/, '行:\n', 'shape/unfilled', '3:1'],
    ['an unknown key', '标题:', '标提:', 'shape/unknown-key', '2:1'],
    ['an unknown key of a line', '缩进: 1}', '缩近: 1}', 'shape/unknown-key', '7:31'],
    ['a relation with an unknown line', '属于: 网站', '属于: 网占', 'shape/unknown-key', '11:18'],
    ['a repeated line', '项目: 微信', '项目: 网站', 'yaml/duplicate-key', '7:20'],
    ['an indent too deep', '缩进: 2', '缩进: 9', 'shape/choice', '8:36'],
    ['an unknown count', '台账: 总数', '台账: 条数', 'shape/choice', '4:39'],
  ] as const)('%s is one finding', (_, before, after, code, at) => {
    const text = form.replace(before, after);
    const { form: read, findings } = readForm(text);
    expect(read).toBeUndefined();
    expect(findings.map((finding) => [finding.code, shown(text, finding).at]).slice(0, 1)).toEqual([[code, at]]);
    expect(validate(parse(text)) && !['a relation with an unknown line', 'a repeated line'].includes(_)).toBe(false);
  });
});
