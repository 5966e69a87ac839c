import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { folderOf } from '../../src/commands/folder.ts';
import { checkReport } from '../../src/index.ts';
import { runInit } from './run.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'annrep-init-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const at = (...steps: string[]): string => join(folder, ...steps);
const text = (...steps: string[]): string => readFileSync(at(...steps), 'utf8');
const value = (...steps: string[]) => parse(text(...steps));

/** A report on 2020 with everything that the next one takes over. */
const before2021 = `年度: 2020
机关: 某某乡人民政府
级别: 乡镇
成文日期: 2021-01-20
版式: {字体: modern, 页码: 居中}   # 县里要求
章节标题:
  问题与改进: 存在的问题和改进措施

引言: |
  本报告根据《中华人民共和国政府信息公开条例》编制，统计期限自2020年1月1日起至2020年12月31日止。有疑问的，联系本乡党政办公室（地址：某某路1号，电话：00000000）。

总体情况: |
  2020年的情况。

主动公开:
  规章: {本年新制作数量: 0, 本年新公开数量: 0, 对外公开总数量: 0}
  规范性文件: {本年新制作数量: 0, 本年新公开数量: 0, 对外公开总数量: 0}
  行政许可: {上一年项目数量: 12, 本年增/减: -3, 处理决定数量: 5}
  其他对外管理服务事项: {上一年项目数量: 7, 本年增/减: 2, 处理决定数量: 1}
  行政处罚: {上一年项目数量: 1, 本年增/减: 0, 处理决定数量: 0}
  行政强制: {上一年项目数量: 0, 本年增/减: 0, 处理决定数量: 0}
  行政事业性收费: {上一年项目数量: 3, 本年增/减: -1}
  政府集中采购: {采购项目数量: 2, 采购总金额: 41.5, 单位: 万元}

依申请公开:
  本年新收: [6, 2, 0, 0, 0, 0]
  予以公开: [4, 0, 0, 0, 0, 0]
  结转下年度: [2, 2, 0, 0, 0, 0]
  其余为零: true

复议诉讼: 无

问题与改进: |
  有问题。

其他事项: |
  没有。

附加表:
  - 表: 主动公开渠道
    位置: 主动公开之后
    数据: {主动公开政府信息数: 31, 政府网站: 31, 政务微信: 7}
`;

describe('a new report and ledger', () => {
  it('writes both, and what editors need, and says what to do next', async () => {
    const { status, said } = await runInit(['2025', '-o', at('报告 2025'), '--organ', '某某县档案局']);
    expect(status).toBe(0);
    expect(readdirSync(at('报告 2025')).sort()).toEqual(['.annrep', '2025-台账.xlsx', '2025.yaml']);
    expect(said).toContain(`已生成：${at('报告 2025', '2025.yaml')}`);
    expect(said).toContain(`已生成：${at('报告 2025', '2025-台账.xlsx')}`);
    expect(said).toContain(`annrep check "${at('报告 2025', '2025.yaml')}"`);
    expect(value('报告 2025', '2025.yaml')).toMatchObject({ 年度: 2025, 机关: '某某县档案局', 台账: '2025-台账.xlsx' });
  });

  it('points editors at a schema beside the report, which accepts a filled report', async () => {
    await runInit(['2025', '-o', folder]);
    const [line = ''] = text('2025.yaml').split('\n');
    const schema = JSON.parse(text(line.replace('# yaml-language-server: $schema=', '')));
    const ajv = new Ajv({ strict: false, allErrors: true });
    const validate = ajv.compile(schema);
    expect(validate(parse(readFileSync('fixtures/city-2025/2025.yaml', 'utf8')))).toBe(true);
    expect(validate(value('2025.yaml'))).toBe(false);
    const missing = new Set((validate.errors ?? []).map(({ instancePath }) => instancePath));
    expect(missing).toContain('/级别');
    expect(missing).toContain('/成文日期');
  });

  it('is the same bytes in every folder', async () => {
    await runInit(['2025', '-o', at('a')]);
    await runInit(['2025', '-o', at('b')]);
    for (const name of ['2025.yaml', '2025-台账.xlsx', '.annrep/report.schema.json'])
      expect(readFileSync(at('a', name)).equals(readFileSync(at('b', name)))).toBe(true);
  });

  it('speaks English where asked', async () => {
    const { said } = await runInit(['2025', '-o', folder], 'en');
    expect(said).toContain('written: ');
    expect(said).not.toMatch(/下一步|已生成/);
  });

  it('is silent where asked', async () => {
    expect(await runInit(['2025', '-o', folder, '--quiet'])).toEqual({ status: 0, said: '' });
  });
});

describe('what is there stays', () => {
  it.each(['2025.yaml', '2025-台账.xlsx'])('with %s there nothing is written', async (name) => {
    writeFileSync(at(name), 'mine');
    const { status, said } = await runInit(['2025', '-o', folder]);
    expect(status).toBe(2);
    expect(said).toContain(`“${at(name)}”已经有了`);
    expect(readdirSync(folder)).toEqual([name]);
    expect(text(name)).toBe('mine');
  });

  it('a link that leads nowhere is there too', async () => {
    symlinkSync(at('gone.yaml'), at('2025.yaml'));
    expect((await runInit(['2025', '-o', folder])).status).toBe(2);
    expect(readdirSync(folder)).toEqual(['2025.yaml']);
  });

  it('a second year goes into the same folder', async () => {
    await runInit(['2024', '-o', folder]);
    const { status } = await runInit(['2025', '-o', folder]);
    expect(status).toBe(0);
    expect(readdirSync(folder).sort()).toEqual([
      '.annrep',
      '2024-台账.xlsx',
      '2024.yaml',
      '2025-台账.xlsx',
      '2025.yaml',
    ]);
  });

  it('nothing is left where the folder cannot be made', async () => {
    writeFileSync(at('file'), '');
    const { status, said } = await runInit(['2025', '-o', at('file')]);
    expect(status).toBe(2);
    expect(said).toContain('不是文件夹');
    expect(readdirSync(folder)).toEqual(['file']);
  });
});

describe('what cannot be done is said', () => {
  it.each([
    [['20'], '不是年份'],
    [['二〇二五'], '不是年份'],
    [['２０２５'], '不是年份'],
    [['1999'], '不是年份'],
    [['2018'], '2019年度'],
    [['2025', '--edition', '2014'], '格式版本'],
    [['2025', '--organ', ''], '--organ'],
    [['2025', '--organ', '某局\n机关'], '--organ'],
    [['2025', '--organ', '局'.repeat(201)], '--organ'],
    [['2025', '--from', '/nowhere/2024.yaml'], '找不到报告'],
  ])('%j', async (words, sentence) => {
    const { status, said } = await runInit([...words, '-o', folder]);
    expect(status).toBe(2);
    expect(said).toContain(sentence);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('a last year that is another year', async () => {
    writeFileSync(at('2020.yaml'), before2021);
    const { status, said } = await runInit(['2023', '-o', folder, '--from', at('2020.yaml')]);
    expect(status).toBe(2);
    expect(said).toMatch(/2020年度的报告.*2022年度/);
    expect(readdirSync(folder)).toEqual(['2020.yaml']);
  });

  it.each([
    ['a table', before2021.replace('复议诉讼: 无', '复议诉讼: 有')],
    ['no YAML', '年度：2020\n机关：某某'],
    ['nothing', ''],
    ['bytes', '\u0000\u0001'],
  ])('a last year that cannot be read: %s', async (_, broken) => {
    writeFileSync(at('2020.yaml'), broken);
    const { status, said } = await runInit(['2021', '-o', folder, '--from', at('2020.yaml')]);
    expect(status).toBe(2);
    expect(said).toContain(`annrep check ${at('2020.yaml')}`);
    expect(readdirSync(folder)).toEqual(['2020.yaml']);
  });
});

describe('from last year', () => {
  const from = async (year = '2021', ...more: string[]) => {
    writeFileSync(at('2020.yaml'), before2021);
    return await runInit([year, '-o', folder, '--from', at('2020.yaml'), ...more]);
  };

  it('takes over what does not change, and leaves every other number open', async () => {
    const { status, said } = await from();
    expect(status).toBe(0);
    expect(said).toContain('已从');
    const report = value('2021.yaml');
    expect(report).toMatchObject({
      年度: 2021,
      机关: '某某乡人民政府',
      级别: '乡镇',
      上年: '2020.yaml',
      台账: '2021-台账.xlsx',
      成文日期: null,
      版式: { 字体: 'modern', 页码: '居中' },
      章节标题: { 问题与改进: '存在的问题和改进措施' },
      附加表: [
        {
          表: '主动公开渠道',
          位置: '主动公开之后',
          数据: { 主动公开政府信息数: null, 政府网站: null, 政务微信: null },
        },
      ],
    });
    expect(text('2021.yaml')).toContain('# 县里要求');
    expect(report.引言).toContain('联系本乡党政办公室（地址：某某路1号，电话：00000000）。');
    expect(report.引言).not.toContain('2020年');
    expect(report.依申请公开.上年结转).toEqual([2, 2, 0, 0, 0, 0, 4]);
    const open = JSON.stringify({
      ...report.依申请公开,
      上年结转: null,
      主动公开: report.主动公开,
      复议诉讼: report.复议诉讼,
    });
    expect(open.replace(/"[^"]*"/g, '')).not.toMatch(/\d/);
  });

  it('the check of it asks for what is open, and the carried numbers agree with last year', async () => {
    await from();
    const check = async () => {
      const file = at('2021.yaml');
      return await checkReport(readFileSync(file), file, folderOf(file, undefined));
    };
    const first = await check();
    expect(first.failures).toEqual([]);
    expect([...new Set(first.findings.map(({ code }) => code))]).toEqual(['shape/unfilled']);
    writeFileSync(
      at('2021.yaml'),
      text('2021.yaml')
        .replace('成文日期: ', '成文日期: 2022-01-10')
        .replace(/\n主动公开:\n(?: .*\n)+/, '\n主动公开: 无\n')
        .replace(/\n复议诉讼:\n(?: .*\n)+/, '\n复议诉讼: 无\n'),
    );
    const { report, findings } = await check();
    expect(report?.tables.get('依申请公开')?.cells.get('依申请公开.上年结转.总计')?.value).toBe(4);
    expect(
      findings.filter(({ code }) => /^(?:carry|shape\/(?!blank-cell)|yaml|structure\/placement)/.test(code)),
    ).toEqual([]);
  });

  it('edition 2019: last year’s number of items and its change make the next one', async () => {
    const last = before2021
      .replace('年度: 2020', '年度: 2019')
      .replaceAll('2020年', '2019年')
      .replace('2021-01-20', '2020-01-20');
    writeFileSync(at('2019.yaml'), last);
    expect((await runInit(['2020', '-o', folder, '--from', at('2019.yaml')])).status).toBe(0);
    const { 主动公开: table } = value('2020.yaml');
    expect(table).toMatchObject({
      行政许可: { 上一年项目数量: 9, '本年增/减': null, 处理决定数量: null },
      其他对外管理服务事项: { 上一年项目数量: 9 },
      行政处罚: { 上一年项目数量: 1 },
      行政强制: { 上一年项目数量: 0 },
      行政事业性收费: { 上一年项目数量: 2, '本年增/减': null },
      政府集中采购: { 采购项目数量: null, 采购总金额: null, 单位: null },
      规章: { 本年新制作数量: null },
    });
  });

  it('--organ wins over the name of last year', async () => {
    await from('2021', '--organ', '某某镇人民政府');
    expect(value('2021.yaml').机关).toBe('某某镇人民政府');
  });

  it('says so where last year’s report has errors', async () => {
    writeFileSync(at('2020.yaml'), before2021.replace('[4, 0, 0, 0, 0, 0]', '[5, 0, 0, 0, 0, 0]'));
    const { status, said } = await runInit(['2021', '-o', folder, '--from', at('2020.yaml')]);
    expect(status).toBe(0);
    expect(said).toContain('要核对');
  });

  it('names a report one folder up or beside, and asks to copy one from elsewhere', async () => {
    writeFileSync(at('2020.yaml'), before2021);
    mkdirSync(at('二〇'));
    writeFileSync(at('二〇', '2020.yaml'), before2021);
    await runInit(['2021', '-o', at('up'), '--from', at('2020.yaml')]);
    expect(value('up', '2021.yaml').上年).toBe('../2020.yaml');
    await runInit(['2021', '-o', at('beside'), '--from', at('二〇', '2020.yaml')]);
    expect(value('beside', '2021.yaml').上年).toBe('../二〇/2020.yaml');
    const { said } = await runInit(['2021', '-o', at('a', 'b', 'c'), '--from', at('2020.yaml')]);
    expect(value('a', 'b', 'c', '2021.yaml').上年).toBe('2020.yaml');
    expect(said).toContain('复制到“2021.yaml”旁边');
  });

  it('reads the real year and what its ledger counts', async () => {
    const { status } = await runInit(['2021', '-o', folder, '--from', 'fixtures/luting-2020-mended/2020.yaml']);
    expect(status).toBe(0);
    const report = value('2021.yaml');
    expect(report.机关).toBe('鹿亭乡人民政府');
    expect(report.依申请公开.上年结转).toEqual([0, 0, 0, 0, 0, 0, 0]);
    expect(report.附加表).toHaveLength(1);
    // Its 引言 says where the report can be read, but not whom to ask.
    expect(report.引言).toMatch(/下载。\n.*电话：（待填写）/);
  });

  describe('with a table of the locality', () => {
    const form = '名称: 本地统计\n标题: 本地统计表\n行:\n  - {项目: 查阅点, 名称: 查阅点, 单位: 个}\n';
    const last = before2021.replace(
      /附加表:[\s\S]*$/,
      '附加表:\n  - 表: 本地/附表1.yaml\n    位置: 主动公开之后\n    数据: {查阅点: 2}\n',
    );
    beforeEach(() => {
      mkdirSync(at('去年', '本地'), { recursive: true });
      writeFileSync(at('去年', '2020.yaml'), last);
      writeFileSync(at('去年', '本地', '附表1.yaml'), form);
    });
    const begin = (where: string) => runInit(['2021', '-o', at(where), '--from', at('去年', '2020.yaml')]);

    it('brings the file that defines it, which the new report reads', async () => {
      const { status, said } = await begin('今年');
      expect(status).toBe(0);
      expect(said).toContain(`样式文件也复制来了：${at('今年', '本地/附表1.yaml')}`);
      expect(text('今年', '本地', '附表1.yaml')).toBe(form);
      const file = at('今年', '2021.yaml');
      const { findings, failures } = await checkReport(readFileSync(file), file, folderOf(file, undefined));
      expect(failures).toEqual([]);
      expect([...new Set(findings.map(({ code }) => code))]).toEqual(['shape/unfilled']);
    });

    it('leaves it where both years share a folder', async () => {
      const { said } = await begin('去年');
      expect(said).not.toContain('样式文件');
      expect(text('去年', '本地', '附表1.yaml')).toBe(form);
    });

    it('replaces no other file of that name', async () => {
      mkdirSync(at('今年', '本地'), { recursive: true });
      writeFileSync(at('今年', '本地', '附表1.yaml'), 'mine');
      const { status, said } = await begin('今年');
      expect(status).toBe(0);
      expect(said).toMatch(/附表1\.yaml”已经有了，和上年用的不一样，没有覆盖/);
      expect(text('今年', '本地', '附表1.yaml')).toBe('mine');
    });

    it('says what to bring where last year’s file is lost', async () => {
      rmSync(at('去年', '本地', '附表1.yaml'));
      const { status, said } = await begin('今年');
      expect(status).toBe(0);
      expect(said).toMatch(/样式文件“本地\/附表1\.yaml”没有复制来.*把它放到新报告旁边/);
    });
  });

  it('writes nothing where its ledger is lost, and says what to put back', async () => {
    const counted = before2021
      .replace(/数据: \{.*\}/, '数据: 按台账')
      .replace('引言:', '台账: 2020-台账.xlsx\n\n引言:');
    writeFileSync(at('2020.yaml'), counted);
    const { status, said } = await runInit(['2021', '-o', folder, '--from', at('2020.yaml')]);
    expect(status).toBe(2);
    expect(said).toMatch(/找不到台账“2020-台账\.xlsx”.*\n上年的报告“.*2020\.yaml”要用到它.*放回上年报告的文件夹/);
    expect(readdirSync(folder)).toEqual(['2020.yaml']);
  });
});
