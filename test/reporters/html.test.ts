import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkPageOf } from '../../src/reporters/html.ts';
import { sourceAround } from '../../src/reporters/source.ts';
import type { Told, ToldFile } from '../../src/reporters/told.ts';
import { Browser, type Opened, sideways, tables } from '../browser.ts';
import { madeItem, madeLedger } from '../layout/made-ledger.ts';
import { pdfPages } from '../tools.ts';
import { pageOf, toldOf } from './check-page.ts';

let browser: Browser;
let folder: string;
beforeAll(() => {
  browser = new Browser();
  folder = mkdtempSync(join(tmpdir(), 'annrep-check-page-'));
});
afterAll(async () => {
  await browser.end();
  rmSync(folder, { recursive: true, force: true });
});

/** Looks at a page; whatever it shows, it asks for nothing and says no error. */
async function opened<T>(page: string, look: (page: Opened) => Promise<T>, width = 1200): Promise<T> {
  const shown = await browser.open(page, width);
  const value = await look(shown);
  expect(shown.errors).toEqual([]);
  expect(shown.requests).toEqual([]);
  await shown.close();
  return value;
}

const texts = (selector: string): string =>
  `[...document.querySelectorAll(${JSON.stringify(selector)})].map((one) => one.innerText.trim().replace(/\\s+/g, ' '))`;

/** Links inside the page that lead nowhere, and ids that are not unique. */
const brokenLinks = `(() => {
  const ids = [...document.querySelectorAll('[id]')].map((one) => one.id);
  return [
    ...[...document.querySelectorAll('a[href]')].map((one) => one.getAttribute('href')).filter((to) => !to.startsWith('#') || !document.getElementById(to.slice(1))),
    ...ids.filter((id, at) => ids.indexOf(id) !== at),
    ...[...document.querySelectorAll('td[headers]')].flatMap((one) => one.headers.split(' ')).filter((id) => !document.getElementById(id)),
  ];
})()`;

const hongze = 'fixtures/hongze-2023/2023.yaml';
const luting = 'fixtures/luting-2020/2020.yaml';

describe('the page for the clerk', () => {
  it('says the counts first, then each section with its findings in the order of the report', async () => {
    const files = [await toldOf(luting), await toldOf(hongze)];
    const count = (severity: string): number =>
      files.flatMap((file) => file.findings).filter((told) => told.severity === severity).length;
    const found = await opened(pageOf(files), async (page) => ({
      tiles: await page.evaluate<string[]>(texts('header .tiles strong')),
      reports: await page.evaluate<string[]>(texts('.reports a')),
      groups: await page.evaluate<string[]>(texts('#r1 h3')),
      messages: await page.evaluate<string[]>(
        `[...document.querySelectorAll('.finding h4')].map((one) => one.lastChild.textContent.trim())`,
      ),
      broken: await page.evaluate<string[]>(brokenLinks),
    }));
    expect(found.tiles).toEqual([`错误${count('error')}处`, `警告${count('warning')}处`, `提示${count('notice')}处`]);
    expect(found.reports).toEqual([
      '鹿亭乡人民政府2020年政府信息公开工作年度报告',
      '淮安市洪泽区人民政府2023年政府信息公开工作年度报告',
    ]);
    expect(found.groups.map((group) => group.replace(/ .*/, ''))).toEqual([
      '引言',
      '一、总体情况',
      '二、主动公开政府信息情况',
      '三、依申请公开政府信息情况',
      '四、因政府信息公开申请行政复议、提起行政诉讼情况',
      '五、政府信息公开工作存在的主要问题及改进措施',
      '附加表',
      '台账',
    ]);
    expect([...found.messages].sort()).toEqual(
      files.flatMap((file) => file.findings.map((told) => told.message)).sort(),
    );
    expect(found.broken).toEqual([]);
  });

  it('marks the wrong numbers in the form, leads there and back, and says what they should have been', async () => {
    const found = await opened(pageOf([await toldOf(hongze)]), async (page) => ({
      numbers: (await page.evaluate<string[][][]>(tables)).map((rows) =>
        rows.at(-1)?.map((text) => text.split(/\s/)[0]),
      ),
      bad: await page.evaluate<string[]>(texts('td.bad')),
      parts: await page.evaluate<string[]>(texts('td.part')),
      back: await page.evaluate<string>(
        `document.querySelector(document.querySelector('td.bad a').getAttribute('href') + ' h4').innerText`,
      ),
      there: await page.evaluate<boolean>(
        `[...document.querySelectorAll('.foot a')].every((one) => document.querySelector(one.getAttribute('href')).matches('td.bad'))`,
      ),
      outline: await page.evaluate<string>(`getComputedStyle(document.querySelector('td.bad')).outlineStyle`),
      dashed: await page.evaluate<string>(`getComputedStyle(document.querySelector('td.part')).outlineStyle`),
      caption: await page.evaluate<string[]>(texts('.marked caption')),
    }));
    expect(found.numbers).toEqual([['10', '1', '0', '0', '0', '0', '0', '0', '0', '0', '5', '0', '0', '0', '0']]);
    expect(found.bad).toEqual(['0 ×2 错误，见第2条 算得11', '0 ×3 错误，见第3条 算得5']);
    expect(found.parts).toEqual(['10', '1', '0', '0', '5', '0', '0', '0']);
    expect(found.back).toContain('表四“行政复议”总计填的是0，四种结果相加是11，相差11');
    expect([found.there, found.outline, found.dashed]).toEqual([true, 'solid', 'dashed']);
    expect(found.caption[0]).toContain('表四');
  });

  it('shows the line with the place marked, or the workbook with sheet and cell', async () => {
    const file = join(folder, 'long.yaml');
    writeFileSync(file, '年度: 2020\n');
    const long = `${'甲'.repeat(300)}乙丙丁${'戊'.repeat(300)}`;
    const told = (await toldOf(hongze)).findings[0];
    if (!told) throw new Error('the fixture has findings');
    const at = { file: 'x.yaml', line: 7, column: 301, endLine: 7, endColumn: 304, path: [] };
    const until = (end: number) => ({ ...at, source: sourceAround(long, 0, long.length, 300, end) });
    const cell = { file: '台账.xlsx', sheet: '主动公开', cell: 'D17' };
    const findings: Told[] = [
      {
        ...told,
        at: until(303),
        notes: [{ message: '见', at: { ...at, line: 2, source: { before: 'a', marked: 'b', after: '\tc' } } }],
      },
      { ...told, at: until(1000) },
      { ...told, at: until(300) },
      { ...told, at: cell },
    ];
    const found = await opened(pageOf([{ file: 'x.yaml', findings, ignored: 0 }]), async (page) => ({
      marks: await page.evaluate<string[]>(texts('mark')),
      code: await page.evaluate<string[]>(texts('pre code')),
      margins: await page.evaluate<string[]>(texts('pre .margin')),
      places: await page.evaluate<string[]>(texts('p.place')),
    }));
    expect(found.marks).toEqual(['乙丙丁', 'b', `乙丙丁${'戊'.repeat(157)}……`, '']);
    expect(found.code[0]).toBe(`……${'甲'.repeat(40)}乙丙丁${'戊'.repeat(60)}……`);
    expect(found.code[1]).toBe('ab c');
    expect(found.margins.slice(0, 2)).toEqual(['7', '2']);
    expect(found.places).toEqual([
      'x.yaml 第7行',
      'x.yaml 第7行',
      'x.yaml 第7行',
      '台账.xlsx 工作表“主动公开”，单元格D17',
    ]);
  });

  it('marks this year’s numbers only, though last year’s report has the same cells', async () => {
    const { page, findings } = await toldOf('fixtures/err/carry-requests.yaml');
    expect(findings[0]?.notes.some(({ at }) => at && at.file !== findings[0]?.at.file)).toBe(true);
    const marks = page?.groups.flatMap(({ tables: marked }) => marked.flatMap((table) => table.marks)) ?? [];
    expect(marks).toEqual([
      { key: '依申请公开.上年结转.总计', finding: 0, part: false },
      { key: '依申请公开.上年结转.自然人', finding: 0, part: true },
    ]);
  });

  it('puts what is wrong in the ledger into a group of its own, over the drawing', async () => {
    const told = await toldOf('fixtures/err/privacy-id-number.ledger.yaml');
    const found = await opened(pageOf([told]), async (page) => [
      await page.evaluate<string[]>(texts('h3')),
      await page.evaluate<string>(`document.querySelector('.group .place').innerText`),
      await page.evaluate<boolean>(`document.querySelector('.group').contains(document.querySelector('svg.months'))`),
    ]);
    expect(found).toEqual([['台账 1处'], expect.stringContaining('单元格'), true]);
  });

  it('ten thousand findings take seconds, not minutes', async () => {
    const [told] = (await toldOf('fixtures/err/privacy-id-number.ledger.yaml')).findings;
    if (!told) throw new Error('the fixture has findings');
    const { page: _, ...plain } = await toldOf(hongze);
    const findings = Array.from({ length: 10_000 }, () => told);
    const page = pageOf([{ ...plain, findings, page: checkPageOf({ file: plain.file, findings }) }]);
    expect(page.match(/class="finding /g)).toHaveLength(10_000);
  }, 10_000);

  it('counts what was silenced, says what could not be read, and is glad of a clean report', async () => {
    const clean: ToldFile = { file: 'a.yaml', findings: [], ignored: 2 };
    const unread: ToldFile = { file: 'b.yaml', findings: [], ignored: 0, unread: ['台账打不开'] };
    const text = await opened(pageOf([clean, unread]), (page) => page.evaluate<string>('document.body.innerText'));
    expect(text).toContain('另有2处按报告里写明的理由略过');
    expect(text).toContain('没有发现问题。');
    expect(text).toContain('台账打不开');
    expect(text.match(/没有发现问题。/g)).toHaveLength(2);
    expect(text).toMatch(/b\.yaml\s+有文件没有读成/);
    const missing = await toldOf(join(folder, 'nowhere.yaml'));
    expect(pageOf([missing])).toContain('nowhere.yaml');
    expect(missing.unread).toHaveLength(1);
  });

  it('a text that is no report yet is shown all the same', async () => {
    const told = await toldOf('fixtures/err/yaml-syntax.yaml');
    expect(told.findings).not.toEqual([]);
    const found = await opened(pageOf([told]), async (page) => [
      await page.evaluate<string[]>(texts('h3')),
      await page.evaluate<string[]>(texts('.finding .badge')),
    ]);
    expect(found).toEqual([['基本信息 1处'], ['× 错误']]);
  });

  it('speaks English, and leaves the labels of the forms Chinese', async () => {
    const found = await opened(pageOf([await toldOf(hongze, 'en')], 'en'), async (page) => ({
      language: await page.evaluate<string>('document.documentElement.lang'),
      tiles: await page.evaluate<string[]>(texts('header .tiles strong')),
      table: await page.evaluate<string>(`document.querySelector('table.form').closest('[lang]').lang`),
      labels: await page.evaluate<string>(`document.querySelector('table.form').innerText`),
    }));
    expect([found.language, found.table]).toEqual(['en', 'zh-CN']);
    expect(found.tiles).toEqual(['errors: 2', 'warnings: 1', 'notices: 0']);
    expect(found.labels).toContain('未经复议直接起诉');
  });

  it('a telephone never scrolls the page sideways', async () => {
    const files = [
      await toldOf(luting),
      await toldOf(hongze),
      await toldOf('fixtures/err/requests-row-total.leaf.yaml'),
    ];
    const long: ToldFile = { file: `${'x'.repeat(300)}.yaml`, findings: files[0]?.findings ?? [], ignored: 0 };
    expect(await opened(pageOf([...files, long]), (page) => page.evaluate<number>(sideways), 375)).toBe(0);
  });

  it('prints, the marks with it', async () => {
    const file = join(folder, 'page.pdf');
    writeFileSync(file, await opened(pageOf([await toldOf(hongze)]), (page) => page.pdf()));
    const text = pdfPages(file).join('').replace(/\s/g, '');
    expect(text).toContain('×3');
    expect(text).not.toContain('可以左右滑动');
    expect(text).toContain('四种结果相加是11');
  });

  it('is the same from run to run and from thread to thread', async () => {
    const told = await toldOf(luting);
    expect(pageOf([structuredClone(told)])).toBe(pageOf([await toldOf(luting)]));
  });
});

describe('the ledger drawn', () => {
  const items = [
    ...Array.from({ length: 5 }, (_, at) =>
      madeItem({ title: `甲${at}`, date: '2024-01-05', channels: ['政府网站', '政务微信'] }),
    ),
    madeItem({ title: '乙', date: '2024-12-31', category: '<b>公告</b>', quantity: 3 }),
    madeItem({ title: '丙', date: '', category: '' }),
  ];
  const drawn = (entries = items): ToldFile => ({
    file: 'a.yaml',
    findings: [],
    ignored: 0,
    page: checkPageOf({ file: 'a.yaml', ledger: madeLedger(entries), findings: [] }),
  });

  it('by month, channel and category, the bars as long as the counts, and all of it in words', async () => {
    const found = await opened(pageOf([drawn()]), async (page) => ({
      label: await page.evaluate<string>(`document.querySelector('svg.months').getAttribute('aria-label')`),
      heights: await page.evaluate<number[]>(
        `[...document.querySelectorAll('svg.months rect')].map((one) => Number(one.getAttribute('height')))`,
      ),
      tallies: await page.evaluate<string[]>(texts('.tallies tbody tr')),
      widths: await page.evaluate<number[]>(
        `[...document.querySelectorAll('.tallies rect')].map((one) => Number(one.getAttribute('width')))`,
      ),
      remarks: await page.evaluate<string[]>(texts('.remark')),
      total: await page.evaluate<string>(`document.querySelector('.charts').innerText`),
    }));
    expect(found.label).toMatch(/^1月5条，2月0条，.*12月3条$/);
    const [january = 0, february, ...others] = found.heights;
    expect(february).toBe(0);
    expect(others.at(-1)).toBeCloseTo((january * 3) / 5, 0);
    expect(found.tallies).toEqual(['政府网站 9', '政务微信 5', '工作信息 5', '<b>公告</b> 3']);
    expect(found.widths).toEqual([100, 55.6, 100, 60]);
    expect(found.remarks.join()).toContain('另有1条没有可用的日期');
    expect(found.remarks.join()).toContain('另有1条没有填类别');
    expect(found.total).toContain('登记本年度信息9条');
  });

  it('an empty ledger and one of a thousand categories are drawn too', async () => {
    const many = Array.from({ length: 1000 }, (_, at) => madeItem({ title: `${at}`, category: `类${at}`.repeat(40) }));
    const page = pageOf([drawn([]), drawn(many)]);
    expect(page.length).toBeLessThan(60_000);
    expect(await opened(page, (shown) => shown.evaluate<number>(sideways), 375)).toBe(0);
    expect(page).toContain('另有976个数量更少的没有列出');
  });
});

describe('text of strangers', () => {
  it('makes no element and no attribute, whatever it is', async () => {
    const template = (await toldOf(hongze)).findings[0];
    if (!template) throw new Error('the fixture has findings');
    const made = (words: readonly string[]): ToldFile => ({
      file: words[0] ?? '',
      ignored: 0,
      unread: words,
      findings: words.map((word) => ({
        ...template,
        message: word,
        help: word,
        clause: word,
        values: { reported: word, computed: word },
        at: {
          file: word,
          line: 1,
          column: 1,
          endLine: 1,
          endColumn: 2,
          path: [word],
          source: { before: '', marked: 'x', after: word },
        },
        notes: [{ message: word, at: { file: word, sheet: word, cell: word } }],
      })),
    });
    const shape = `JSON.stringify([...document.querySelectorAll('*')].map((one) => [one.tagName, ...one.getAttributeNames()]))`;
    const strange = [
      '</pre></code></title></style><script>window.hit = 1</script><img src=x onerror=window.hit=1>',
      `" onload="window.hit=1" '`,
      '<!--',
      ']]>',
      '&lt;b&gt;&#60;',
      'javascript:alert(1)',
      '\u202e\u2066\u200f\u0000\u0008\ud800',
      ...fc.sample(fc.string({ unit: 'binary', minLength: 1, maxLength: 60 }), { numRuns: 60, seed: 7 }),
    ];
    const plain = strange.map(() => 'word');
    const [expected, found, hit] = await opened(pageOf([made(plain)]), async (page) => [
      await page.evaluate<string>(shape),
      ...(await opened(pageOf([made(strange)]), async (other) => [
        await other.evaluate<string>(shape),
        await other.evaluate<string>('String(window.hit)'),
      ])),
    ]);
    expect(found).toBe(expected);
    expect(hit).toBe('undefined');
    expect(pageOf([made(['&lt;b&gt;&#60;'])])).toContain('&amp;lt;b&amp;gt;&amp;#60;');
    expect(pageOf([made(strange)])).not.toMatch(/(?![\n\t])\p{Cc}|[\u202a-\u202e\u2066-\u2069]/u);
  });
});
