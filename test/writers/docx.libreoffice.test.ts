import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { outlineOf } from '../../src/layout/outline.ts';
import type { Report } from '../../src/report/report.ts';
import { writeDocx } from '../../src/writers/docx.ts';
import { city, sampleReport, standardStyle, text, township } from '../layout/sample-report.ts';
import { convert, pdfPages } from '../tools.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'annrep-docx-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function printed(name: string, report: Report, findings?: readonly string[]): Promise<string> {
  const file = join(folder, `${name}.docx`);
  writeFileSync(file, await writeDocx(outlineOf(report, new Map(), findings && { findings })));
  return convert(file, 'pdf', folder);
}

/** Every page's lines without the spaces that lay them out. */
const linesOf = (pdf: string): readonly (readonly string[])[] =>
  pdfPages(pdf).map((page) =>
    page
      .split('\n')
      .map((line) => line.replace(/\s/g, ''))
      .filter((line) => line !== ''),
  );

/** A text without punctuation, so that every line can be full. */
const characters = (count: number): string =>
  '天地玄黄宇宙洪荒日月盈昃辰宿列张'.repeat(Math.ceil(count / 16)).slice(0, count);

interface Word {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly page: number;
}

/** Words with their places in points, as pdftotext measures them. */
function words(pdf: string): readonly Word[] {
  const html = execFileSync('pdftotext', ['-bbox', pdf, '-'], { encoding: 'utf8' });
  return html
    .split('<page ')
    .slice(1)
    .flatMap((page, index) =>
      [...page.matchAll(/<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="[\d.]+">([^<]*)</g)].map(
        (match) => ({
          left: Number(match[1]),
          top: Number(match[2]),
          right: Number(match[3]),
          text: match[4] ?? '',
          page: index + 1,
        }),
      ),
    );
}

describe('LibreOffice lays out', () => {
  it.each(['gb2312', 'modern'] as const)('22 lines of 28 characters on a full page (%s)', async (fonts) => {
    const style = { ...standardStyle, fonts };
    const pages = linesOf(await printed('full', township({ preamble: text(characters(2400)), style })));
    const full = pages[1] ?? [];
    expect(full.at(-1)).toBe('—2—');
    expect(full.slice(0, -1).map((line) => line.length)).toEqual(Array.from({ length: 22 }, () => 28));
  });

  it('the first line two characters in, the text 156 mm wide, 37 mm from the top', async () => {
    const all = words(await printed('edges', township({ preamble: text(characters(2400)) })));
    const second = all.filter((word) => word.page === 2);
    expect(Math.min(...second.map((word) => word.left))).toBeCloseTo(1588 / 20, 0);
    const widest = Math.max(...second.map((word) => word.right));
    expect(widest).toBeLessThan((11906 - 1474) / 20 + 1);
    expect(widest).toBeGreaterThan((11906 - 1474) / 20 - 15.75);
    const first = all.find((word) => word.text.startsWith('天地') && word.page === 1);
    expect((first?.left ?? 0) - 1588 / 20).toBeCloseTo(31.5, 0);
    const title = all
      .filter((word) => word.page === 1 && /^鹿亭乡人民政府$|年度报告$/.test(word.text))
      .map((word) => word.top);
    expect((title[1] ?? 0) - (title[0] ?? 0)).toBeCloseTo(34, 0);
    // 22 lines of 28.9 points end above the lower margin; the 23rd would not.
    const tops = second.filter((word) => /^\p{Script=Han}/u.test(word.text)).map((word) => word.top);
    const pitch = (Math.max(...tops) - Math.min(...tops)) / 21;
    expect(pitch).toBeGreaterThan(28.85);
    expect(pitch).toBeLessThan(28.99);
  });

  it.each([
    ['edition 2019', township],
    ['edition 2021', city],
  ])('表三 whole on one page (%s)', async (_, report) => {
    const pages = linesOf(await printed('whole', report()));
    const page = pages.find((lines) => lines.includes('申请人情况')) ?? [];
    const joined = page.join('');
    for (const label of [
      '法人或其他组织',
      '（一）予以公开',
      '8.属于行政查询事项',
      '（七）总计',
      '四、结转下年度继续办理',
    ])
      expect(joined).toContain(label);
  });

  it('表四 under 表三 on the same page, where nothing stands between them', async () => {
    const pages = linesOf(await printed('both', city()));
    const page = pages.find((lines) => lines.some((line) => line.startsWith('三、收到和处理'))) ?? [];
    expect(page).toContain('四、政府信息公开行政复议、行政诉讼情况');
    expect(page.at(-2)).toBe('376971961217901611227567413051156');
  });

  it('numbers of five digits on one line, also where Times New Roman is missing', async () => {
    const all = words(await printed('digits', city())).map((word) => word.text);
    for (const number of ['13612', '14069', '13364', '13810']) expect(all).toContain(number);
  });

  it('表二 parted between its parts alone, and whole where there is room or little is left of a page', async () => {
    const parted: number[] = [];
    for (const count of [28, 560, 700]) {
      const pages = linesOf(await printed('parted', township({ preamble: text(characters(count)) })));
      const own = pages.filter((page) => page.some((line) => line.startsWith('第二十条第')));
      for (const page of own) expect(page.at(-2)).not.toMatch(/^第二十条第|^信息内容/);
      parted.push(own.length);
    }
    expect(parted).toEqual([1, 2, 1]);
  });

  it('no heading at the foot of a page, wherever the text ends', async () => {
    for (const count of [448, 476, 504]) {
      const pages = linesOf(await printed('foot', township({ preamble: text(characters(count)) })));
      for (const page of pages) expect(page.at(-2)).not.toMatch(/^[一二三四五六]、[^，]*情况$|^（二）依申请公开$/);
    }
  });

  it('numbers centred in their columns', async () => {
    const all = words(await printed('centred', city()));
    const column = all.filter((word) => ['2120', '3075', '103', '282', '941'].includes(word.text));
    const middles = column.map((word) => (word.left + word.right) / 2);
    expect(column.length).toBeGreaterThanOrEqual(4);
    expect(Math.max(...middles) - Math.min(...middles)).toBeLessThan(1);
  });

  it('no blank page, and the numbers of pages at the outer edges', async () => {
    const pdf = await printed('numbers', city());
    const pages = linesOf(pdf);
    for (const page of pages) expect(page.length).toBeGreaterThan(2);
    expect(pages.map((page) => page.at(-1))).toEqual(pages.map((_, index) => `—${index + 1}—`));
    const dashes = words(pdf).filter((word) => word.text === '—');
    const [one, two] = [1, 2].map((page) => dashes.filter((word) => word.page === page));
    expect(Math.max(...(one ?? []).map((word) => word.right))).toBeCloseTo((11906 - 1474 - 280) / 20, -0.5);
    expect(Math.min(...(two ?? []).map((word) => word.left))).toBeCloseTo((1588 + 280) / 20, -0.5);
  });

  it('date four characters from the edge, organ centred over it, and never parted from the text', async () => {
    for (const count of [280, 560]) {
      const report = township({ preamble: text(`${characters(300)}${characters(count)}`) });
      const pdf = await printed('signed', report);
      const last = linesOf(pdf).at(-1) ?? [];
      expect(last.slice(-3, -1)).toEqual(['鹿亭乡人民政府', '2021年1月25日']);
      expect(last.length).toBeGreaterThan(3);
    }
    const all = words(await printed('signed', township()));
    const last = Math.max(...all.map((word) => word.page));
    const organ = all.filter((word) => word.page === last && word.text.includes('鹿亭')).at(-1);
    const date = all.filter(
      (word) => word.page === last && word.top > (organ?.top ?? 0) + 10 && word.top < (organ?.top ?? 0) + 40,
    );
    const [left, right] = [Math.min(...date.map((word) => word.left)), Math.max(...date.map((word) => word.right))];
    expect((11906 - 1474) / 20 - right).toBeGreaterThan(56);
    expect((11906 - 1474) / 20 - right).toBeLessThan(70);
    expect(Math.abs(((organ?.left ?? 0) + (organ?.right ?? 0)) / 2 - (left + right) / 2)).toBeLessThan(6);
  });

  it('a name longer than a line signed on two, with the date whole under their middle', async () => {
    const organ = '伊犁哈萨克自治州察布查尔锡伯自治县人力资源和社会保障局（自治县公务员局）';
    const pages = linesOf(await printed('long-name', sampleReport(2024, organ, {}, {})));
    expect(pages.at(-1)?.slice(-4)).toEqual([
      '伊犁哈萨克自治州察布查尔锡伯自治县',
      '人力资源和社会保障局（自治县公务员局）',
      '2025年1月25日',
      `—${pages.length}—`,
    ]);
  });

  it('the findings of a draft on the last page', async () => {
    const pages = linesOf(await printed('draft', city(), ['第一条。', '第二条。']));
    expect(pages.at(-1)?.slice(0, 4)).toEqual(['草稿不得公布', '草稿附页：校验结果', '第一条。', '第二条。']);
    for (const page of pages) expect(page[0]).toBe('草稿不得公布');
  });
});
