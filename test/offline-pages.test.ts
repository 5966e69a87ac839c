import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Browser, sideways } from './browser.ts';
import { runInit } from './init/run.ts';
import { pageOf, toldOf } from './reporters/check-page.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let folder = '';
let browser: Browser;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'annrep-pages-'));
  browser = new Browser();
});
afterAll(async () => {
  await browser.end();
  rmSync(folder, { recursive: true, force: true });
});

/** What a page does wrong in a window of a width: faults, requests, what reaches out of it, barriers. */
async function faults(page: string, width: number): Promise<readonly unknown[]> {
  const opened = await browser.open(page, width);
  const wide = await opened.evaluate<number>(sideways);
  await opened.evaluate(`${axe}; undefined`);
  const found = await opened.evaluate<readonly string[]>(
    `axe.run({ resultTypes: ['violations'] }).then(({ violations }) => violations.map(({ id, nodes }) => id + ' ' + nodes[0].html.slice(0, 160)))`,
  );
  const all = [...opened.errors, ...opened.requests, ...(wide > 0 ? [`${wide} pixels too wide`] : []), ...found];
  await opened.close();
  return all;
}

for (const width of [1200, 375]) {
  it.each(['bin/使用说明.html', 'bin/常见问题.html'])(`%s reads well, ${width} pixels wide`, async (file) => {
    expect(await faults(readFileSync(file, 'utf8'), width)).toEqual([]);
  });

  it(`so does the check of a report as it was begun, ${width} pixels wide`, async () => {
    await runInit(['2025', '-o', join(folder, String(width))]);
    const told = await toldOf(join(folder, String(width), '2025.yaml'), 'zh');
    expect(told.findings.length).toBeGreaterThan(3);
    expect(await faults(pageOf([told], 'zh'), width)).toEqual([]);
  });
}
