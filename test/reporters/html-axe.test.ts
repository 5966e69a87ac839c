import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { outlineOf } from '../../src/layout/outline.ts';
import { writeHtml } from '../../src/writers/html.ts';
import { Browser } from '../browser.ts';
import { city, township } from '../layout/sample-report.ts';
import { pageOf, toldOf } from './check-page.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let browser: Browser;
beforeAll(() => {
  browser = new Browser();
});
afterAll(() => browser.end());

/** What axe finds against WCAG 2.2 AA and good practice, one line each. */
async function barriers(page: string | Uint8Array, width: number): Promise<readonly string[]> {
  const opened = await browser.open(page, width);
  await opened.evaluate(`${axe}; undefined`);
  const found = await opened.evaluate<readonly string[]>(
    `axe.run({ resultTypes: ['violations'] }).then(({ violations }) => violations.map(({ id, impact, nodes }) => id + ' ' + impact + ' ' + nodes.map((one) => one.html.slice(0, 160)).slice(0, 3).join(' ')))`,
  );
  await opened.close();
  return found;
}

const checkPage = async (language: 'zh' | 'en', ...files: readonly string[]): Promise<string> =>
  pageOf(await Promise.all(files.map((file) => toldOf(file, language))), language);

const faulty = [
  'fixtures/luting-2020/2020.yaml',
  'fixtures/hongze-2023/2023.yaml',
  'fixtures/err/requests-row-total.leaf.yaml',
  'fixtures/err/privacy-id-number.ledger.yaml',
];

it('a page with barriers does not pass', async () => {
  const page = '<!DOCTYPE html><title>x</title><p style="color: #ccc">看不清的字</p><img src="data:,">';
  expect((await barriers(page, 1200)).map((one) => one.split(' ')[0])).toEqual(
    expect.arrayContaining(['color-contrast', 'html-has-lang', 'image-alt']),
  );
});

it.each([1200, 375])('the page to be published has no barriers, %i pixels wide', async (width) => {
  expect(await barriers(writeHtml(outlineOf(city(), new Map())), width)).toEqual([]);
  expect(await barriers(writeHtml(outlineOf(township(), new Map(), { findings: ['错误　甲'] })), width)).toEqual([]);
});

it.each([1200, 375])('the page for the clerk has no barriers, %i pixels wide', async (width) => {
  expect(await barriers(await checkPage('zh', ...faulty), width)).toEqual([]);
  expect(await barriers(await checkPage('en', 'fixtures/hongze-2023/2023.yaml'), width)).toEqual([]);
  expect(await barriers(await checkPage('zh', 'fixtures/ok/with-ledger.yaml'), width)).toEqual([]);
});
