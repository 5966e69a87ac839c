import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { folderOf } from '../../src/commands/folder.ts';
import {
  checkChanged,
  checkWithLedger,
  checkWithOldLedger,
  examineAny,
  mutateLedger,
  oldLedgers,
  rightReports,
  writeAny,
} from './fuzzing.ts';
import { mutate, mutation } from './mutations.ts';

const texts = rightReports.map((file) => readFileSync(file, 'utf8'));

/** Reports that are right with one to four changes; one in forty that passes is written. */
export const changedReports = fc.asyncProperty(
  fc.nat(rightReports.length - 1),
  fc.array(mutation, { minLength: 1, maxLength: 4 }),
  fc.nat(39),
  async (which, steps, write) => {
    const checked = await checkChanged(mutate(texts[which] ?? '', steps), rightReports[which] ?? '');
    if (write === 0) await writeAny(checked);
  },
);

const number = fc.record({ do: fc.constant('number' as const), at: fc.nat(10_000), to: fc.nat(60).map(String) });
const row = fc.record({
  do: fc.constant('row' as const),
  at: fc.nat(10_000),
  column: fc.nat(5),
  by: fc.integer({ min: 1, max: 40 }),
});

/** Reports in which a number is another, or rows whose own totals hold: the sums of the form are all that matters. */
export const changedNumbers = fc.asyncProperty(
  fc.constantFrom(1, 2),
  fc.oneof(fc.tuple(number), fc.array(row, { minLength: 1, maxLength: 3 })),
  async (which, steps) => {
    await checkChanged(mutate(texts[which] ?? '', steps), rightReports[which] ?? '');
  },
);

/** Ledgers with changes of their bytes, or of the XML in them. */
export const changedLedgers = fc.asyncProperty(
  fc.array(
    fc.record({
      part: fc.oneof(fc.constant(0), fc.nat(12)),
      at: fc.nat(1_000_000),
      put: fc.oneof(
        fc.constantFrom(
          '<',
          '>',
          '"',
          '&',
          '/',
          '&#x0;',
          '<!--',
          ']]>',
          '<row>',
          '</c>',
          '99999999999',
          '-1',
          'A1:XFD1048576',
          '政务微信',
          '2024-02-30',
          '=',
        ),
        fc.string({ maxLength: 4 }),
      ),
      cut: fc.nat(12),
    }),
    { minLength: 1, maxLength: 3 },
  ),
  async (steps) => {
    await checkWithLedger(mutateLedger(steps));
  },
);

/** Ledgers in older formats with changes of their bytes. */
export const changedOldLedgers = fc.asyncProperty(
  fc.nat(oldLedgers.length - 1),
  fc.array(fc.record({ at: fc.nat(1_000_000), byte: fc.nat(255) }), { minLength: 1, maxLength: 12 }),
  checkWithOldLedger,
);

const words = fc.constantFrom(
  '全年',
  '共',
  '公开',
  '政府信息',
  '其中',
  '其中，',
  '，',
  '。',
  '；',
  '、',
  '：',
  '网站',
  '微博',
  '微信',
  '公报',
  '其他',
  '占',
  '%',
  '.5%',
  '同比增长',
  '下降',
  '持平',
  '受理',
  '申请',
  '新收',
  '上年结转',
  '予以公开',
  '行政复议',
  '行政诉讼',
  '维持',
  '条',
  '件',
  '万元',
  '1',
  '25',
  '１２',
  '三',
  '十二',
  '百余',
  '约',
  '1.5万',
  '99999999999999999999',
  '（',
  '）',
  '“',
  '《',
  '分别为',
  '包括',
  '等',
  '主要',
  '2019年',
  '2024年1月1日',
  '一、',
  '（一）',
  '1.',
  '{{年度}}',
  '{{依申请公开.本年新收.总计}}',
  '{{',
  '\u200b',
);

/** Any text that could be a report's, made of the words the checks look for. */
export const changedTexts = fc.asyncProperty(
  fc.array(fc.oneof({ weight: 9, arbitrary: words }, { weight: 1, arbitrary: fc.string({ maxLength: 5 }) }), {
    maxLength: 120,
  }),
  async (parts) => {
    const line = parts.join('').replace(/[\n\r]/g, '');
    const text = (texts[1] ?? '').replace('总体情况: |\n', () => `总体情况: |\n  文${line}\n`);
    await examineAny(new TextEncoder().encode(text), rightReports[1] ?? '', folderOf(rightReports[1] ?? '', undefined));
  },
);
