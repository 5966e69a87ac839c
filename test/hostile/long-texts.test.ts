import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { folderOf } from '../../src/commands/folder.ts';
import { checkReport } from '../../src/index.ts';
import { htmlReporter } from '../../src/reporters/html.ts';
import { tell } from '../../src/reporters/tell.ts';
import { textReporter } from '../../src/reporters/text.ts';
import { added, nothing } from '../../src/reporters/told.ts';

const file = 'fixtures/luting-2020-mended/2020.yaml';
const report = readFileSync(file, 'utf8');

/** UTF-16 units of the text on one line: of Chinese nearly half of what a report may have in all. */
const length = 300_000;
/** Seconds; a busy machine takes ten for forty thousand findings, and what grows with the square takes minutes. */
const most = 30;

/** A report with more signs that mean something in YAML is refused before it is read. */
const mostMarks = 50_000;

/** The words that checks look for, over and over on one line, alone and as they follow one another. */
it.each([
  '其中，',
  '1件',
  '，',
  '（',
  '2020年',
  '%',
  '1条，2件，',
  '全年公开信息1条，其中，甲1条。',
  '1件（其中2件（其中3件',
  '网站公开1条，微信公开2条，',
  '2020年1月1日至2020年12月31日',
  '。共《亿',
  '“',
  '行政复议均维持',
  '申请全部办结，',
  '行政复议零败诉',
  '未收到公开申请',
  '同比增长1%，',
  '占5%，',
  '十百',
  '分别为',
  '新收1件，上年结转1件，',
  '县财政局收到1件',
  '自2020年1月1日起至（1）本级',
  '13800138000，',
  '6222 0222 ',
  'a@b.c',
  '{{年度}}',
  '××',
  '甲　',
  '、约0件或主动公开',
  '没有行政许可、',
  '行政处罚、',
  '行政复议均无，',
  '申请均予以公开，',
  '收到1件申请、',
  '公开信息多条，信息1条，',
  '行政诉讼为0，',
  '申请量同比有所下降，',
  '收到申请5件同比有所下降，',
  '没有公民、法人或其他组织向我局提出',
  '2023年结转5件，',
])('%s, a hundred thousand times', async (unit) => {
  const marks = unit.replace(/[^!-/:-@[-`{-~]/g, '').length;
  const times = Math.ceil(Math.min(length / unit.length, mostMarks / marks));
  const text = report.replace('一是', () => unit.repeat(times));
  const bytes = new TextEncoder().encode(text);
  expect(bytes.length).toBeLessThan(2_000_000);
  const start = performance.now();
  const checked = await checkReport(bytes, file, folderOf(file, undefined));
  expect(checked.report).toBeDefined();
  // And all that is found on that one line is told.
  const findings = checked.findings.map((found) => tell(found, 'zh', checked.linesOf));
  const told = { file, findings, ignored: checked.ignored };
  const context = { language: 'zh', color: false } as const;
  for (const reporter of [textReporter(context), htmlReporter(context)])
    expect((reporter.file(told) + reporter.end(added(nothing, told))).length).toBeGreaterThanOrEqual(findings.length);
  expect((performance.now() - start) / 1000).toBeLessThan(most);
});
