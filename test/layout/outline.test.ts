import { describe, expect, it } from 'vitest';
import { channels } from '../../src/forms/channels.ts';
import { type Outline, outlineOf, writtenDate } from '../../src/layout/outline.ts';
import { pictureSize } from '../../src/layout/picture.ts';
import { titleLines } from '../../src/layout/title.ts';
import type { Picture, Report } from '../../src/report/report.ts';
import { city, sampleReport, standardStyle, tableWith, text, township } from './sample-report.ts';

/** One word a block, so that the order of the document can be read at a glance. */
const order = (outline: Outline): readonly string[] =>
  outline.blocks.map((block) =>
    block.kind === 'grid' ? `[${block.name}]` : block.kind === 'picture' ? `<${block.file}>` : block.text,
  );

const none = new Map<string, Uint8Array>();

/** The head of a PNG of 640 × 480 pixels, and of a JPEG of 300 × 200 with a table and a comment before its frame. */
const png = new Uint8Array([137, 80, 78, 71, 13, 10, 26, 10, 0, 0, 0, 13, 73, 72, 68, 82, 0, 0, 2, 128, 0, 0, 1, 224]);
const jpeg = new Uint8Array([
  0xff, 0xd8, 0xff, 0xfe, 0, 4, 1, 2, 0xff, 0xc4, 0, 3, 0, 0xff, 0xff, 0xc2, 0, 11, 8, 0, 200, 1, 44, 1, 1, 0x11, 0,
]);

describe('outlineOf', () => {
  it('prints preamble, the six numbered sections and their tables in order', () => {
    expect(order(outlineOf(city(), none)).filter((one) => /^[一二三四五六]、|^\[/.test(one))).toEqual([
      '一、总体情况',
      '二、主动公开政府信息情况',
      '[表二]',
      '三、收到和处理政府信息公开申请情况',
      '[表三]',
      '四、政府信息公开行政复议、行政诉讼情况',
      '[表四]',
      '五、存在的主要问题及改进情况',
      '六、其他需要报告的事项',
    ]);
  });

  it('sets an extension table before or after the table of its section, text around both', () => {
    const withText = (report: Report): Report => ({
      ...report,
      sections: report.sections.map((section) =>
        section.key === '依申请公开' ? { ...section, before: text('表前。'), after: text('表后。') } : section,
      ),
    });
    const at = (after: boolean) => ({ position: { section: '依申请公开' as const, after } });
    const extensions = [tableWith(channels, {}, null, at(true)), tableWith(channels, {}, null, at(false))];
    const printed = order(outlineOf(withText(township({ extensions })), none));
    const from = printed.indexOf('三、收到和处理政府信息公开申请情况');
    expect(printed.slice(from + 1, from + 6)).toEqual([
      '表前。',
      '[主动公开渠道]',
      '[表三]',
      '[主动公开渠道]',
      '表后。',
    ]);
  });

  it('sets an extension table of a section without a table around its text', () => {
    const at = (after: boolean) => ({ position: { section: '其他事项' as const, after } });
    const extensions = [tableWith(channels, {}, null, at(false)), tableWith(channels, {}, null, at(true))];
    const printed = order(outlineOf(township({ extensions }), none));
    expect(printed.slice(-4)).toEqual([
      '六、其他需要报告的事项',
      '[主动公开渠道]',
      '没有其他需要报告的事项。',
      '[主动公开渠道]',
    ]);
  });

  it('parts a run-in heading from its paragraph after the first 。', () => {
    const { blocks } = outlineOf(township(), none);
    expect(blocks).toContainEqual({
      kind: 'heading',
      level: 2,
      text: '（一）主动公开。',
      rest: '通过门户网站公开信息，内容包括‘三公’经费、办事指南等。',
    });
    expect(blocks).toContainEqual({ kind: 'heading', level: 2, text: '（二）依申请公开', rest: '' });
  });

  it('prints the heading that the report asks for', () => {
    const report = sampleReport(2020, '甲乡人民政府', {}, {});
    const sections = report.sections.map((one) => (one.key === '问题与改进' ? { ...one, heading: '问题及措施' } : one));
    expect(order(outlineOf({ ...report, sections }, none))).toContain('五、问题及措施');
  });

  it('shows pictures, and says which one it could not show', () => {
    const at = { file: 'report.yaml', start: 0, end: 0, path: [] };
    const picture = (file: string): Picture => ({ kind: 'picture', file, caption: '专栏', at });
    const preamble = [picture('a.png'), picture('b.png'), picture('c.png')];
    const bytes = new Map([
      ['a.png', png],
      ['b.png', new Uint8Array([1, 2, 3])],
    ]);
    const { blocks } = outlineOf(sampleReport(2020, '甲乡人民政府', {}, {}, { preamble }), bytes);
    expect(blocks[0]).toEqual({
      kind: 'picture',
      file: 'a.png',
      bytes: png,
      format: 'png',
      width: 640,
      height: 480,
      caption: '专栏',
    });
    expect(blocks[1]).toEqual({ kind: 'paragraph', text: '（图片“b.png”无法显示）' });
    expect(blocks[2]).toEqual({ kind: 'paragraph', text: '（图片“c.png”无法显示）' });
  });

  it('signs with organ and date, and keeps the findings of a draft', () => {
    const outline = outlineOf(township(), none, { findings: ['一'] });
    expect([outline.organ, outline.date, outline.signedOn]).toEqual(['鹿亭乡人民政府', '2021年1月25日', '2021-01-25']);
    expect(outline.draft).toEqual({ findings: ['一'] });
    expect(outlineOf(township(), none).draft).toBeUndefined();
  });
});

it.each([
  ['2021-01-05', '2021年1月5日'],
  ['2026-12-31', '2026年12月31日'],
])('writtenDate %s', (date, written) => expect(writtenDate(date)).toBe(written));

describe('a name longer than a line', () => {
  const organ = '伊犁哈萨克自治州察布查尔锡伯自治县人力资源和社会保障局（自治县公务员局）';

  it('is signed on lines that split no word', () => {
    const { signature } = outlineOf(sampleReport(2024, organ, {}, {}), none);
    expect(signature).toEqual(['伊犁哈萨克自治州察布查尔锡伯自治县', '人力资源和社会保障局（自治县公务员局）']);
  });

  it('has fewer characters a line where the margins are wider', () => {
    const style = { ...standardStyle, margins: [37, 35, 50, 50] } as const;
    for (const line of outlineOf(sampleReport(2024, organ, {}, {}, { style }), none).signature)
      expect(line.length).toBeLessThanOrEqual(18);
  });
});

describe('titleLines', () => {
  it('keeps rare characters whole in a name without any joint', () => {
    const rare = `甲${'𠮷'.repeat(30)}`;
    const lines = titleLines(`${rare}2024年政府信息公开工作年度报告`, rare);
    expect(lines.slice(0, 2)).toEqual([`甲${'𠮷'.repeat(19)}`, '𠮷'.repeat(11)]);
  });

  it.each([
    ['鹿亭乡人民政府', 2020, ['鹿亭乡人民政府', '2020年政府信息公开工作年度报告']],
    ['某局', 2024, ['某局2024年政府信息公开工作年度报告']],
    [
      '新疆维吾尔自治区伊犁哈萨克自治州察布查尔锡伯自治县人民政府',
      2024,
      ['新疆维吾尔自治区伊犁哈萨克自治州', '察布查尔锡伯自治县人民政府', '2024年政府信息公开工作年度报告'],
    ],
    [
      '浙江省宁波市余姚市鹿亭乡人民政府党政综合办公室',
      2020,
      ['浙江省宁波市余姚市鹿亭乡', '人民政府党政综合办公室', '2020年政府信息公开工作年度报告'],
    ],
  ])('%s', (organ, year, lines) => {
    expect(titleLines(`${organ}${year}年政府信息公开工作年度报告`, organ)).toEqual(lines);
  });

  it('never splits a word of a title of the clerk’s own', () => {
    const lines = titleLines('关于2020年度鹿亭乡贯彻落实政府信息公开条例有关工作情况的年度报告', '鹿亭乡人民政府');
    expect(lines.join('')).toBe('关于2020年度鹿亭乡贯彻落实政府信息公开条例有关工作情况的年度报告');
    expect(lines.length).toBe(2);
    for (const word of ['政府信息公开', '年度报告', '鹿亭乡'])
      expect(lines.some((line) => line.includes(word))).toBe(true);
  });

  it('loses nothing of a title without any joint', () => {
    const long = '甲'.repeat(70);
    expect(titleLines(long, '乙').join('')).toBe(long);
    for (const line of titleLines(long, '乙')) expect(line.length).toBeLessThanOrEqual(20);
  });
});

describe('pictureSize', () => {
  it('reads the heads of PNG and JPEG', () => {
    expect(pictureSize(png)).toEqual({ format: 'png', width: 640, height: 480 });
    expect(pictureSize(jpeg)).toEqual({ format: 'jpg', width: 300, height: 200 });
  });

  it('knows no other picture, nor one cut short', () => {
    for (let length = 0; length < png.length; length += 1) expect(pictureSize(png.subarray(0, length))).toBeUndefined();
    for (let length = 0; length < 20; length += 1) expect(pictureSize(jpeg.subarray(0, length))).toBeUndefined();
    expect(pictureSize(new TextEncoder().encode('<svg/>'))).toBeUndefined();
  });
});
