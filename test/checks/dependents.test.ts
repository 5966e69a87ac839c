import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { checkReport, FileProblem, type Folder } from '../../src/index.ts';

const nowhere: Folder = {
  bytes: (path, purpose) => {
    throw new FileProblem('missing', path, purpose);
  },
  source: (path, purpose) => {
    throw new FileProblem('missing', path, purpose);
  },
  beside: () => nowhere,
};

/** A report whose text takes three numbers from a table in which one cell is wrong. */
const text = readFileSync('fixtures/ok/rows.yaml', 'utf8')
  .replace(
    /^ {2}（二）依申请公开。.*$/m,
    '  （二）依申请公开。新收{{依申请公开.本年新收.总计}}件，无法提供{{依申请公开.无法提供.总计}}件，复议{{复议诉讼.行政复议.总计}}件。',
  )
  .replace('[1, 1, 0, 0, 1, 0]', '[1, 1, 0, 0, 1, 0, 9]');

it('a value in the text that rests on a wrong total is told with the finding, the others are not', async () => {
  const { findings } = await checkReport(new TextEncoder().encode(text), 'r.yaml', nowhere);
  const [found, ...rest] = findings.filter(({ severity }) => severity === 'error');
  expect(rest).toEqual([]);
  expect(found?.code).toBe('requests/row-total');
  const used = found?.notes.filter(({ say }) => say === 'used') ?? [];
  expect(used.map(({ args, at }) => [args.name, at && 'start' in at && text.slice(at.start, at.end)])).toEqual([
    ['依申请公开.本年新收.总计', '{{依申请公开.本年新收.总计}}'],
  ]);
});
