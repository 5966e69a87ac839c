import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { outlineOf } from '../../src/layout/outline.ts';
import type { Picture, Report } from '../../src/report/report.ts';
import { writeHtml } from '../../src/writers/html.ts';
import { Browser, type Opened, sideways, tables } from '../browser.ts';
import { city, cityRequests, sampleReport, standardStyle, text, township } from '../layout/sample-report.ts';
import { pdfPages } from '../tools.ts';

let browser: Browser;
let folder: string;
beforeAll(() => {
  browser = new Browser();
  folder = mkdtempSync(join(tmpdir(), 'annrep-html-'));
});
afterAll(async () => {
  await browser.end();
  rmSync(folder, { recursive: true, force: true });
});

const none = new Map<string, Uint8Array>();

const png = new Uint8Array(
  Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==', 'base64'),
);

const picture = (file: string, caption: string): Picture => ({
  kind: 'picture',
  file,
  caption,
  at: { file: 'report.yaml', start: 0, end: 0, path: [] },
});

const write = (report: Report, findings?: readonly string[], pictures = none): Uint8Array =>
  writeHtml(outlineOf(report, pictures, findings && { findings }));

const opened = async <T>(page: Uint8Array, width: number, look: (page: Opened) => Promise<T>): Promise<T> => {
  const shown = await browser.open(page, width);
  const value = await look(shown);
  expect(shown.errors).toEqual([]);
  expect(shown.requests).toEqual([]);
  await shown.close();
  return value;
};

const texts = (selector: string): string =>
  `[...document.querySelectorAll(${JSON.stringify(selector)})].map((one) => one.innerText.trim())`;

describe('the page as a browser reads it', () => {
  it('every cell of 表二, 表三 and 表四 as it stands in the report', async () => {
    const [disclosure = [], requests = [], review = []] = await opened(write(city()), 1200, (page) =>
      page.evaluate<string[][][]>(tables),
    );
    expect(disclosure.map((row) => row.join('|'))).toEqual([
      '第二十条第（一）项|第二十条第（一）项|第二十条第（一）项|第二十条第（一）项',
      '信息内容|本年制发件数|本年废止件数|现行有效件数',
      '规章|3|5|74',
      '行政规范性文件|564|984|4185',
      '第二十条第（五）项|第二十条第（五）项|第二十条第（五）项|第二十条第（五）项',
      '信息内容|本年处理决定数量|本年处理决定数量|本年处理决定数量',
      '行政许可|11398889|11398889|11398889',
      '第二十条第（六）项|第二十条第（六）项|第二十条第（六）项|第二十条第（六）项',
      '信息内容|本年处理决定数量|本年处理决定数量|本年处理决定数量',
      '行政处罚|6937489|6937489|6937489',
      '行政强制|166105|166105|166105',
      '第二十条第（八）项|第二十条第（八）项|第二十条第（八）项|第二十条第（八）项',
      '信息内容|本年收费金额（单位：万元）|本年收费金额（单位：万元）|本年收费金额（单位：万元）',
      '行政事业性收费|316441.457379|316441.457379|316441.457379',
    ]);
    expect(requests.slice(3).map((row) => row.slice(3).map(Number))).toEqual(Object.values(cityRequests));
    expect(requests.slice(5, 27).map((row) => row[0]?.replaceAll('\n', ''))).toEqual(
      Array.from({ length: 22 }, () => '三、本年度办理结果'),
    );
    expect(requests[8]?.slice(1, 3)).toEqual(['（三）不予公开', '2.其他法律行政法规禁止公开']);
    expect(review.at(-1)).toEqual('376 97 196 121 790 16 1 12 27 56 74 1 30 51 156'.split(' '));
  });

  it('blanks blank, the unit behind the amount, line breaks as printed', async () => {
    const [disclosure = [], channels = []] = await opened(write(township()), 1200, (page) =>
      page.evaluate<string[][][]>(tables),
    );
    expect(disclosure.at(-1)).toEqual(['政府集中采购', '37', '414922.3元', '414922.3元']);
    expect(disclosure[1]?.[1]).toBe('本年新\n制作数量');
    expect(channels.map((row) => row[2])).toEqual([
      '统计数',
      '315',
      '',
      '',
      '175',
      '12',
      '238',
      '',
      '',
      '',
      '',
      '',
      '',
      '',
      '24',
    ]);
  });

  it('the headings of a number, by which it is read aloud', async () => {
    const headings = (label: string, value: string): string => `(() => {
      const row = [...document.querySelectorAll('table.form tr')].find((one) => one.innerText.includes(${JSON.stringify(label)}));
      const cell = [...row.cells].find((one) => one.innerText === ${JSON.stringify(value)});
      return cell.headers.split(' ').map((id) => document.getElementById(id)).map((head) => [head.tagName, head.scope, head.innerText.replace(/\\s/g, '')].join(' '));
    })()`;
    const found = await opened(write(city()), 1200, async (page) => [
      await page.evaluate<string[]>(headings('（一）予以公开', '129')),
      await page.evaluate<string[]>(headings('行政规范性文件', '984')),
    ]);
    expect(found).toEqual([
      [
        'TH colgroup 申请人情况',
        'TH colgroup 法人或其他组织',
        'TH col 商业企业',
        'TH rowgroup 三、本年度办理结果',
        'TH row （一）予以公开',
      ],
      ['TH colgroup 第二十条第（一）项', 'TH col 本年废止件数', 'TH row 行政规范性文件'],
    ]);
  });

  it('headings in order with no level left out, captions, title, signature and date', async () => {
    const report = city({
      sections: city().sections.map((section, at) =>
        at === 0
          ? { ...section, before: text('1.办理。按期办理。\n（一）公开\n1.渠道\n（1）栏目\n（2）逐条登记；') }
          : section,
      ),
    });
    const found = await opened(write(report), 1200, async (page) => ({
      headings: await page.evaluate<string[]>(
        `[...document.querySelectorAll('h1,h2,h3,h4,h5')].map((one) => one.tagName + ' ' + one.textContent)`,
      ),
      captions: await page.evaluate<string[]>(texts('caption')),
      title: await page.evaluate<string>('document.title'),
      language: await page.evaluate<string>('document.documentElement.lang'),
      signature: await page.evaluate<string>(`document.querySelector('.signature').innerText`),
      date: await page.evaluate<string>(`document.querySelector('time').dateTime`),
      contents: await page.evaluate<string[]>(texts('nav a')),
    }));
    expect(found.headings.slice(0, 6)).toEqual([
      'H1 示例市人民政府2025年政府信息公开工作年度报告',
      'H2 一、总体情况',
      'H3 1.办理。',
      'H3 （一）公开',
      'H4 1.渠道',
      'H5 （1）栏目',
    ]);
    expect(found.headings.filter((heading) => heading.startsWith('H2'))).toHaveLength(6);
    expect(found.headings.join()).not.toContain('逐条登记');
    expect(found.captions).toHaveLength(3);
    expect(found.captions[1]).toContain('表三');
    expect(found.contents).toHaveLength(6);
    expect([found.title, found.language, found.date]).toEqual([
      '示例市人民政府2025年政府信息公开工作年度报告',
      'zh-CN',
      '2026-01-25',
    ]);
    expect(found.signature.split(/\n+/)).toEqual(['示例市人民政府', '2026年1月25日']);
  });

  it('a telephone scrolls the wide tables, and never the page', async () => {
    for (const report of [city(), township()]) {
      const [page, wide, focusable] = await opened(write(report), 375, async (shown) => [
        await shown.evaluate<number>(sideways),
        await shown.evaluate<number>(
          `[...document.querySelectorAll('.region')].filter((one) => one.scrollWidth > one.clientWidth).length`,
        ),
        await shown.evaluate<boolean>(
          `[...document.querySelectorAll('.region')].every((one) => one.tabIndex === 0 && document.getElementById(one.getAttribute('aria-labelledby')))`,
        ),
      ]);
      expect([page, wide, focusable]).toEqual([0, 2, true]);
    }
  });

  it('no number is broken over two lines, on screens and on paper', async () => {
    const lines = `[...document.querySelectorAll('td.number')].filter((one) => one.getClientRects().length && (() => {
      const range = document.createRange();
      range.selectNodeContents(one);
      return new Set([...range.getClientRects()].map((line) => Math.round(line.top))).size > 1;
    })()).map((one) => one.innerText)`;
    for (const width of [375, 1200]) {
      const [broken, cells] = await opened(write(city()), width, async (page) => [
        await page.evaluate<string[]>(lines),
        await page.evaluate<number>(`document.querySelectorAll('td.number').length`),
      ]);
      expect(broken).toEqual([]);
      expect(cells).toBe(10 + 25 * 7 + 15);
    }
  });

  it('prints to A4 with numbered pages, 表三 on one of them', async () => {
    const file = join(folder, 'page.pdf');
    writeFileSync(file, await opened(write(city()), 1200, (page) => page.pdf()));
    const pages = pdfPages(file);
    expect(pages[0]).toContain('年度报告');
    pages.forEach((page, at) => {
      expect(page.replace(/\s/g, '')).toMatch(new RegExp(`[—–-]${at + 1}[—–-]$`));
    });
    const requests = pages.filter((page) => page.includes('13612') || page.includes('结转下年度继续办理'));
    expect(requests).toHaveLength(1);
    expect(pages.join('')).not.toContain('可以左右滑动');
    for (const number of ['13612', '14069', '13810', '316441.457379']) expect(pages.join('')).toContain(number);
  });
});

describe('drafts, pictures, bytes', () => {
  it('a draft says so in title, over the text and for search engines, with its findings', async () => {
    const findings = ['错误　2020.yaml 第9行　分项之和为145条〔narrative/sum〕', '提示　<b>x</b>'];
    const found = await opened(write(township(), findings), 1200, async (page) => [
      await page.evaluate<string>('document.title'),
      await page.evaluate<string>(`document.querySelector('.draft').innerText`),
      await page.evaluate<string>(`document.querySelector('meta[name=robots]').content`),
      await page.evaluate<string[]>(texts('.findings li')),
    ]);
    expect(found).toEqual([
      '鹿亭乡人民政府2020年政府信息公开工作年度报告（草稿）',
      '草　稿　不得公布',
      'noindex',
      findings,
    ]);
    expect(new TextDecoder().decode(write(township()))).not.toContain('草');
  });

  it('a picture stands in the page itself, with its words', async () => {
    const report = city({ preamble: [picture('a.png', '公开专栏'), picture('b.png', '')] });
    const found = await opened(
      write(
        report,
        undefined,
        new Map([
          ['a.png', png],
          ['b.png', png],
        ]),
      ),
      1200,
      (page) => page.evaluate(`[...document.images].map((one) => [one.naturalWidth, one.alt, one.src.slice(0, 22)])`),
    );
    expect(found).toEqual([
      [1, '公开专栏', 'data:image/png;base64,'],
      [1, 'b.png', 'data:image/png;base64,'],
    ]);
  });

  it('the same report gives the same bytes', () => {
    expect(write(city(), ['甲'])).toEqual(write(city(), ['甲']));
  });

  it('another style moves margins, lines and page number', () => {
    const style = {
      ...standardStyle,
      fonts: 'modern',
      pageNumber: '居中',
      margins: [30, 30, 25, 25],
      lineSpacing: 28,
    } as const;
    const page = new TextDecoder().decode(write(city({ style })));
    expect(page).toContain('@page { size: A4; margin: 30mm 25mm 30mm 25mm; }');
    expect(page).toContain('16pt/28pt');
    expect(page).toContain('@bottom-center');
    expect(page).not.toContain('@bottom-right');
  });
});

describe('text of strangers', () => {
  const hostile = `</title></style><script>window.hit = 1</script><img src=x onerror="window.hit = 2">" onload="window.hit = 3" '`;

  it('is text wherever it stands, and nothing of it runs or is fetched', async () => {
    const report = sampleReport(
      2024,
      hostile,
      { 总体情况: text(`${hostile}\n（一）${hostile}\n（二）短。${hostile}`) },
      {},
      { preamble: [picture('a.png', hostile), picture('http://127.0.0.1:9/x.png', '')], title: hostile },
    );
    const found = await opened(write(report, [hostile], new Map([['a.png', png]])), 1200, async (page) => ({
      hit: await page.evaluate<unknown>('String(window.hit)'),
      title: await page.evaluate<string>('document.title'),
      strange: await page.evaluate<number>(
        `document.querySelectorAll('script, iframe, object, form, main style, [onerror], [onload]').length`,
      ),
      images: await page.evaluate<string[]>(`[...document.images].map((one) => one.alt)`),
      heading: await page.evaluate<string>(`document.querySelector('h1').textContent`),
    }));
    expect(found).toEqual({
      hit: 'undefined',
      title: `${hostile}（草稿）`,
      strange: 0,
      images: [hostile],
      heading: hostile,
    });
  });

  it('links to the web, to nothing else', async () => {
    const line =
      '详见http://www.example.gov.cn/a?b=1&c=2。也见https://example.gov.cn/，不是javascript:alert(1)、data:text/html,x、ftp://x.cn/和HTTPS。';
    const report = sampleReport(2024, '某局', { 总体情况: text(line) }, {});
    const found = await opened(write(report), 1200, async (page) => [
      await page.evaluate(`[...document.querySelectorAll('p a')].map((one) => one.getAttribute('href'))`),
      await page.evaluate(
        `[...document.querySelectorAll('p')].some((one) => one.textContent === ${JSON.stringify(line)})`,
      ),
    ]);
    expect(found).toEqual([['http://www.example.gov.cn/a?b=1&c=2', 'https://example.gov.cn/'], true]);
  });

  it('shows control and direction marks by their number', () => {
    const report = sampleReport(2024, '某局', { 总体情况: text('共\u202e321\u0007件\u0000') }, {});
    expect(new TextDecoder().decode(write(report))).toContain('共〔U+202E〕321〔U+0007〕件〔U+0000〕');
  });

  it('a policy lets in the one style sheet by its digest, and no script', async () => {
    const policy = await opened(write(city()), 1200, (page) =>
      page.evaluate<string>(`document.querySelector('meta[http-equiv=Content-Security-Policy]').content`),
    );
    expect(policy).toMatch(
      /^default-src 'none'; style-src 'sha256-[\w+/]{43}='; img-src data:; base-uri 'none'; form-action 'none'$/,
    );
    const blocked = await browser.open(
      new TextDecoder().decode(write(city())).replace('</main>', '<script>window.hit = 1</script></main>'),
    );
    expect(await blocked.evaluate('String(window.hit)')).toBe('undefined');
    expect(blocked.errors.join()).toContain('Content Security Policy');
    await blocked.close();
  });
});
