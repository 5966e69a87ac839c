import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkTable } from '../../src/checks/sums.ts';
import type { Code, Severity } from '../../src/finding.ts';
import { channels } from '../../src/forms/channels.ts';
import type { Form } from '../../src/forms/form.ts';
import { requests2019 } from '../../src/forms/requests-2019.ts';
import { requests2021 } from '../../src/forms/requests-2021.ts';
import { review } from '../../src/forms/review.ts';
import { cellKey, leaves } from '../../src/forms/walk.ts';
import { rules as sentences } from '../../src/messages/index.ts';
import type { Cell, Table } from '../../src/report/report.ts';

/** Every form whose numbers are compared. */
const forms = [requests2019, requests2021, review, channels];

it('a finding that rests on several checks has its sentence under each of them, for one may be silenced', () => {
  let several = 0;
  fc.assert(
    fc.property(fc.constantFrom(...forms), fc.infiniteStream(fc.nat(39)), (form, numbers) => {
      const next = (): number => numbers.next().value ?? 0;
      // All zeros fit; a few ones do not.
      const values = new Map(
        leaves(form).flatMap(({ cells }) => cells.map(({ key }) => [key, next() === 0 ? 1 : 0] as const)),
      );
      const table = tableOf(form, values);
      const computed = new Map(
        [...table.cells].map(([key, cell]) => [key, next() < 9 ? { ...cell, origin: 'computed' as const } : cell]),
      );
      for (const made of [table, { ...table, cells: computed }])
        for (const { code, also = [], say } of checkTable(made)) {
          several += also.length;
          for (const one of [code, ...also]) expect(sentences[one].says).toHaveProperty(say);
        }
    }),
    { numRuns: 1000 },
  );
  expect(several).toBeGreaterThan(0);
});

/** A table whose cells are all typed; `place` makes the path the cell's key so that a finding can be told by it. */
function tableOf(form: Form, values: ReadonlyMap<string, number | null>): Table {
  const cells = new Map<string, Cell>();
  for (const leaf of leaves(form))
    for (const column of leaf.block.columns) {
      const key = cellKey(form, leaf.path, column);
      const value = values.get(key) ?? null;
      const at = { file: 'r.yaml', start: 0, end: 0, path: key.split('.') };
      cells.set(key, {
        key,
        kind: column.kind,
        value,
        text: value === null ? '' : String(value),
        origin: 'stated',
        at,
      });
    }
  return { form, cells, at: { file: 'r.yaml', start: 0, end: 0, path: [form.key] }, units: new Map() };
}

const applicants = ['自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他'];

/** A consistent table of requests made the way the form is explained, not the way the program computes. */
function requestsOf(form: Form, numbers: readonly number[], carried: readonly number[]): Map<string, number> {
  const values = new Map<string, number>();
  const outcomes = leaves(form).filter(
    ({ path }) => !['本年新收', '上年结转', '总计', '结转下年度'].includes(path[0] ?? ''),
  );
  const set = (line: string, column: string, value: number): void =>
    void values.set(`${form.key}.${line}.${column}`, value);
  const get = (line: string, column: string): number => values.get(`${form.key}.${line}.${column}`) ?? 0;
  let next = 0;
  for (const column of applicants) {
    let settled = 0;
    for (const { path } of outcomes) {
      const value = numbers[next++ % numbers.length] ?? 0;
      set(path.join('.'), column, value);
      settled += value;
    }
    const over = carried[next % carried.length] ?? 0;
    const before = Math.min(carried[(next + 1) % carried.length] ?? 0, settled + over);
    set('总计', column, settled);
    set('结转下年度', column, over);
    set('上年结转', column, before);
    set('本年新收', column, settled + over - before);
  }
  for (const { path } of leaves(form)) {
    const line = path.join('.');
    set(
      line,
      '总计',
      applicants.reduce((sum, column) => sum + get(line, column), 0),
    );
  }
  return values;
}

const small = fc.array(fc.nat(40), { minLength: 30, maxLength: 150 });

describe.each([
  ['2019', requests2019, 23 + 7 + 7],
  ['2021', requests2021, 25 + 7 + 7],
])('table 三 of edition %s', (_, form, sums) => {
  it(`is silent when all ${sums} sums fit`, () => {
    fc.assert(
      fc.property(small, small, (numbers, carried) => {
        expect(checkTable(tableOf(form, requestsOf(form, numbers, carried)))).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it('finds any one changed cell, at that cell, in one finding', () => {
    fc.assert(
      fc.property(
        small,
        small,
        fc.nat(1000),
        fc.integer({ min: -3, max: 9 }).filter(Boolean),
        (numbers, carried, at, by) => {
          const values = requestsOf(form, numbers, carried);
          const key = [...values.keys()][at % values.size] ?? '';
          values.set(key, (values.get(key) ?? 0) + by);
          const findings = checkTable(tableOf(form, values));
          expect(findings.map((found) => 'path' in found.at && found.at.path.join('.'))).toEqual([key]);
          expect(findings[0]?.values).toEqual({
            reported: values.get(key),
            computed: (values.get(key) ?? 0) - by,
            difference: by,
          });
        },
      ),
      { numRuns: 300 },
    );
  });

  it('two totals that are off against each other are two findings, each at its cell', () => {
    const values = requestsOf(form, [1, 0, 2, 3], [2, 1]);
    const add = (key: string, by: number): void => void values.set(key, (values.get(key) ?? 0) + by);
    add('依申请公开.总计.自然人', 1);
    add('依申请公开.总计.商业企业', -1);
    const findings = checkTable(tableOf(form, values));
    expect(findings.map((found) => 'path' in found.at && found.at.path.join('.'))).toEqual([
      '依申请公开.总计.自然人',
      '依申请公开.总计.商业企业',
    ]);
  });

  it('compares no blank total, and takes a blank number for 0', () => {
    const values: Map<string, number | null> = requestsOf(form, [1, 0, 2], [3]);
    values.set('依申请公开.予以公开.总计', null);
    values.set('依申请公开.总计.自然人', null);
    expect(checkTable(tableOf(form, values))).toEqual([]);
    const zeros: Map<string, number | null> = requestsOf(form, [0], [0]);
    zeros.set('依申请公开.予以公开.自然人', null);
    expect(checkTable(tableOf(form, zeros))).toEqual([]);
  });
});

it('the real table of a city of 2025 fits, and its 42 sums with table 四 are all tried', () => {
  const values = new Map<string, number>();
  const groups = {
    行政复议: [376, 97, 196, 121, 790],
    未经复议直接起诉: [16, 1, 12, 27, 56],
    复议后起诉: [74, 1, 30, 51, 156],
  };
  const columns = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'];
  for (const [group, numbers] of Object.entries(groups))
    numbers.forEach((value, at) => void values.set(`复议诉讼.${group}.${columns[at]}`, value));
  expect(checkTable(tableOf(review, values))).toEqual([]);
  for (const key of [...values.keys()]) {
    const found = checkTable(tableOf(review, new Map([...values, [key, (values.get(key) ?? 0) + 1]])));
    expect(found.map((one) => one.code)).toEqual(['review/total']);
  }
});

describe('table 主动公开渠道', () => {
  const found = (numbers: Record<string, number>) =>
    checkTable(
      tableOf(channels, new Map(Object.entries(numbers).map(([key, value]) => [`主动公开渠道.${key}`, value]))),
    );

  it('takes overlapping channels, as in the real report of 2020, and misses what was responded to', () => {
    const real = found({ 主动公开政府信息数: 315, 政府网站: 175, 政务微博: 12, 政务微信: 238, 微博微信回应事件: 24 });
    expect(real.map(({ code, say }) => [code, say])).toEqual([['channels/response', 'none']]);
  });

  it('a total below its largest channel, or above all channels together when all are there', () => {
    expect(found({ 主动公开政府信息数: 237, 政府网站: 175, 政务微信: 238 }).map(({ say }) => say)).toEqual(['below']);
    expect(
      found({ 主动公开政府信息数: 426, 政府公报: 0, 政府网站: 175, 政务微博: 12, 政务微信: 238 }).map(({ say }) => say),
    ).toEqual(['above']);
    expect(found({ 主动公开政府信息数: 426, 政府网站: 175, 政务微博: 12, 政务微信: 238 })).toEqual([]);
  });

  it('a part named by 其中 above its whole', () => {
    expect(found({ 新闻发布会: 1, 主要负责同志参加新闻发布会: 2, 回应热点舆情数: 1 }).map(({ code }) => code)).toEqual([
      'channels/of-which',
    ]);
  });
});

describe('a sum with missing parts says which', () => {
  const row = (line: string, numbers: readonly (number | null)[]): [string, number | null][] =>
    ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'].map((column, at) => [
      `复议诉讼.${line}.${column}`,
      numbers[at] ?? null,
    ]);
  const told = (form: Form, values: ReadonlyMap<string, number | null>) =>
    checkTable(tableOf(form, values)).map(({ code, say, notes }) => [
      code,
      say,
      ...notes.filter((note) => note.say.startsWith('blank')).map((note) => note.args),
    ]);

  it('a part of a line', () => {
    const zero = [0, 0, 0, 0, 0];
    const values = new Map([
      ...row('行政复议', [1, null, 0, null, 2]),
      ...row('未经复议直接起诉', [0, null, 0, 0, 0]),
      ...row('复议后起诉', zero),
    ]);
    expect(told(review, values)).toEqual([['review/total', 'default', { names: '结果纠正、尚未审结', count: 2 }]]);
  });

  it('a row of totals that is blank hides no balance that is broken', () => {
    const values: Map<string, number | null> = requestsOf(requests2021, [1, 2, 0, 3], [2, 1]);
    for (const key of values.keys()) if (key.startsWith('依申请公开.总计.')) values.set(key, null);
    expect(told(requests2021, values)).toEqual([]);
    values.set('依申请公开.予以公开.自然人', 90);
    values.set('依申请公开.予以公开.总计', (values.get('依申请公开.予以公开.总计') ?? 0) + 90 - 1);
    expect(told(requests2021, values).map(([code]) => code)).toContain('requests/balance');
  });

  it('a whole line, and a cell that is blank itself', () => {
    const values: Map<string, number | null> = requestsOf(requests2021, [1, 2, 0, 3], [2, 1]);
    const blank = [...values.keys()].filter((key) => key.startsWith('依申请公开.予以公开.'));
    for (const key of blank) values.set(key, null);
    const all = told(requests2021, values);
    expect(all.length).toBeGreaterThan(0);
    for (const [code, , note] of all)
      expect([code, note]).toEqual(['requests/settled', { names: '予以公开', count: 1 }]);

    const one: Map<string, number | null> = requestsOf(requests2021, [1, 2, 0, 3], [2, 1]);
    one.set('依申请公开.予以公开.自然人', null);
    expect(told(requests2021, one)).toEqual([['requests/row-total', 'blank']]);
  });

  it('more parts than anybody reads are counted', () => {
    const values: Map<string, number | null> = requestsOf(requests2021, [1], [0]);
    const outcomes = [...values.keys()].filter((key) => /不予公开.*\.自然人$/.test(key));
    for (const key of outcomes) values.set(key, null);
    values.set('依申请公开.本年新收.自然人', 99);
    const notes = checkTable(tableOf(requests2021, values)).flatMap((found) => found.notes);
    expect(notes).toContainEqual({
      say: 'blanks',
      args: { names: expect.stringContaining('、'), count: outcomes.length },
    });
  });
});

describe('a check that is turned off or mattered less of', () => {
  const values = requestsOf(requests2021, [1, 2, 0, 3], [2, 1]);
  values.set('依申请公开.予以公开.自然人', 90);
  const codes = (rules?: ReadonlyMap<Code, Severity | 'off'>) =>
    checkTable(tableOf(requests2021, values), rules).map(({ code }) => code);

  it('takes nothing with it that another check has to say', () => {
    expect(codes()).toEqual(['requests/row-total']);
    for (const other of ['off', 'notice'] as const)
      expect(codes(new Map([['requests/row-total', other]]))).toEqual(['requests/settled']);
    const both = new Map<Code, 'off'>([
      ['requests/row-total', 'off'],
      ['requests/settled', 'off'],
    ]);
    expect(codes(both)).toEqual([]);
  });
});
