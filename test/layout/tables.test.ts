import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { channels } from '../../src/forms/channels.ts';
import { disclosure2019 } from '../../src/forms/disclosure-2019.ts';
import { disclosure2021 } from '../../src/forms/disclosure-2021.ts';
import type { Form, Line } from '../../src/forms/form.ts';
import { requests2019 } from '../../src/forms/requests-2019.ts';
import { requests2021 } from '../../src/forms/requests-2021.ts';
import { review } from '../../src/forms/review.ts';
import { type Grid, placed } from '../../src/layout/grid.ts';
import { gridOf } from '../../src/layout/tables.ts';
import { counting } from './sample-tables.ts';

const forms: readonly Form[] = [disclosure2019, disclosure2021, requests2019, requests2021, review, channels];

/** `text row span × column span` of every cell, row by row: what a reader sees of the form. */
const shapeOf = (grid: Grid): readonly string[] =>
  grid.rows.map((row) =>
    row.cells
      .map(({ text, role, rowSpan, columnSpan }) => {
        const spans = rowSpan * columnSpan > 1 ? `[${rowSpan}×${columnSpan}]` : '';
        return (role === 'number' ? '·' : text.replace('\n', '⏎')) + spans;
      })
      .join(' | '),
  );

/** Every coordinate of the grid and how often a cell covers it. */
function coverage(grid: Grid): readonly number[] {
  const width = grid.widths.length;
  const covered = Array.from({ length: grid.rows.length * width }, () => 0);
  for (const { row, column, cell } of placed(grid))
    for (let down = 0; down < cell.rowSpan; down += 1)
      for (let right = 0; right < cell.columnSpan; right += 1) {
        const index = (row + down) * width + column + right;
        expect(column + right).toBeLessThan(width);
        covered[index] = (covered[index] ?? 0) + 1;
      }
  return covered;
}

function expectWhole(grid: Grid): void {
  expect(coverage(grid)).toEqual(Array.from({ length: grid.rows.length * grid.widths.length }, () => 1));
  expect(grid.widths.reduce((sum, width) => sum + width, 0)).toBe(8844);
  for (const width of grid.widths) expect(width).toBeGreaterThan(300);
}

describe('the printed forms', () => {
  it.each(forms.map((form) => [form.name, form] as const))('%s covers its rectangle, each cell once', (_, form) => {
    expectWhole(gridOf(counting(form), {}));
  });

  it.each(forms.map((form) => [form.name, form] as const))('%s prints every cell of the report once', (_, form) => {
    const table = counting(form);
    const printed = placed(gridOf(table, {})).flatMap(({ cell }) => (cell.key ? [[cell.key, cell.text]] : []));
    expect(new Map(printed as [string, string][])).toEqual(
      new Map([...table.cells].map(([key, cell]) => [key, cell.text])),
    );
    expect(printed).toHaveLength(table.cells.size);
  });

  it('表二 of edition 2019', () => {
    expect(shapeOf(gridOf(counting(disclosure2019), {}))).toEqual([
      '第二十条第（一）项[1×4]',
      '信息内容 | 本年新⏎制作数量 | 本年新⏎公开数量 | 对外公开总数量',
      '规章 | · | · | ·',
      '规范性文件 | · | · | ·',
      '第二十条第（五）项[1×4]',
      '信息内容 | 上一年项目数量 | 本年增/减 | 处理决定数量',
      '行政许可 | · | · | ·',
      '其他对外管理服务事项 | · | · | ·',
      '第二十条第（六）项[1×4]',
      '信息内容 | 上一年项目数量 | 本年增/减 | 处理决定数量',
      '行政处罚 | · | · | ·',
      '行政强制 | · | · | ·',
      '第二十条第（八）项[1×4]',
      '信息内容 | 上一年项目数量 | 本年增/减[1×2]',
      '行政事业性收费 | · | ·[1×2]',
      '第二十条第（九）项[1×4]',
      '信息内容 | 采购项目数量 | 采购总金额[1×2]',
      '政府集中采购 | · | ·[1×2]',
    ]);
  });

  it('表二 of edition 2021', () => {
    expect(shapeOf(gridOf(counting(disclosure2021), {}))).toEqual([
      '第二十条第（一）项[1×4]',
      '信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数',
      '规章 | · | · | ·',
      '行政规范性文件 | · | · | ·',
      '第二十条第（五）项[1×4]',
      '信息内容 | 本年处理决定数量[1×3]',
      '行政许可 | ·[1×3]',
      '第二十条第（六）项[1×4]',
      '信息内容 | 本年处理决定数量[1×3]',
      '行政处罚 | ·[1×3]',
      '行政强制 | ·[1×3]',
      '第二十条第（八）项[1×4]',
      '信息内容 | 本年收费金额（单位：万元）[1×3]',
      '行政事业性收费 | ·[1×3]',
    ]);
  });

  it('表三 of edition 2019: （六） is one line over two label columns', () => {
    const numbers = ' | · | · | · | · | · | · | ·';
    expect(shapeOf(gridOf(counting(requests2019), {}))).toEqual([
      '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）[3×3] | 申请人情况[1×7]',
      '自然人[2×1] | 法人或其他组织[1×5] | 总计[2×1]',
      '商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他',
      `一、本年新收政府信息公开申请数量[1×3]${numbers}`,
      `二、上年结转政府信息公开申请数量[1×3]${numbers}`,
      `三、本年度办理结果[20×1] | （一）予以公开[1×2]${numbers}`,
      `（二）部分公开（区分处理的，只计这一情形，不计其他情形）[1×2]${numbers}`,
      `（三）不予公开[8×1] | 1.属于国家秘密${numbers}`,
      `2.其他法律行政法规禁止公开${numbers}`,
      `3.危及“三安全一稳定”${numbers}`,
      `4.保护第三方合法权益${numbers}`,
      `5.属于三类内部事务信息${numbers}`,
      `6.属于四类过程性信息${numbers}`,
      `7.属于行政执法案卷${numbers}`,
      `8.属于行政查询事项${numbers}`,
      `（四）无法提供[3×1] | 1.本机关不掌握相关政府信息${numbers}`,
      `2.没有现成信息需要另行制作${numbers}`,
      `3.补正后申请内容仍不明确${numbers}`,
      `（五）不予处理[5×1] | 1.信访举报投诉类申请${numbers}`,
      `2.重复申请${numbers}`,
      `3.要求提供公开出版物${numbers}`,
      `4.无正当理由大量反复申请${numbers}`,
      `5.要求行政机关确认或重新出具已获取信息${numbers}`,
      `（六）其他处理[1×2]${numbers}`,
      `（七）总计[1×2]${numbers}`,
      `四、结转下年度继续办理[1×3]${numbers}`,
    ]);
  });

  it('表三 of edition 2021: （六） has three lines', () => {
    const shape = shapeOf(gridOf(counting(requests2021), {}));
    const numbers = ' | · | · | · | · | · | · | ·';
    expect(shape).toHaveLength(28);
    expect(shape[5]).toBe(`三、本年度办理结果[22×1] | （一）予以公开[1×2]${numbers}`);
    expect(shape.slice(23)).toEqual([
      `（六）其他处理[3×1] | 1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请${numbers}`,
      `2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请${numbers}`,
      `3.其他${numbers}`,
      `（七）总计[1×2]${numbers}`,
      `四、结转下年度继续办理[1×3]${numbers}`,
    ]);
  });

  it('表四', () => {
    expect(shapeOf(gridOf(counting(review), {}))).toEqual([
      '行政复议[1×5] | 行政诉讼[1×10]',
      '结果维持[2×1] | 结果纠正[2×1] | 其他结果[2×1] | 尚未审结[2×1] | 总计[2×1] | 未经复议直接起诉[1×5] | 复议后起诉[1×5]',
      Array.from({ length: 2 }, () => '结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计').join(' | '),
      Array.from({ length: 15 }, () => '·').join(' | '),
    ]);
  });

  it('an extension table: label, unit, number', () => {
    const shape = shapeOf(gridOf(counting(channels), {}));
    expect(shape[0]).toBe('统　计　指　标 | 单位 | 统计数');
    expect(shape[1]).toBe('（一）主动公开政府信息数⏎（不同渠道和方式公开相同信息计1条） | 条 | ·');
    expect(shape[2]).toBe('（二）通过不同渠道和方式公开政府信息的情况 | —— | ·');
    expect(shape).toHaveLength(15);
  });

  it('names the unit of an amount only where the report names one', () => {
    const amount = (units: ReadonlyMap<string, string>) =>
      placed(gridOf(counting(disclosure2019, units), {})).filter(({ cell }) => cell.kind === 'money')[0]?.cell.suffix;
    expect(amount(new Map())).toBeUndefined();
    expect(amount(new Map([['政府集中采购', '万元']]))).toBe('万元');
  });

  it('shades banners as the edition has it unless the style says otherwise', () => {
    const shaded = (form: Form, shading?: boolean) =>
      gridOf(counting(form), shading === undefined ? {} : { shading }).shaded;
    expect([shaded(disclosure2019), shaded(disclosure2021)]).toEqual([false, true]);
    expect([shaded(disclosure2019, true), shaded(disclosure2021, false)]).toEqual([true, false]);
  });
});

describe('totals and checks', () => {
  it('表三: a check a line, and two a column', () => {
    for (const [form, lines] of [
      [requests2019, 23],
      [requests2021, 25],
    ] as const) {
      const { checks } = gridOf(counting(form), {});
      const count = (code: string) => checks.filter((check) => check.code === code).length;
      expect([count('requests/row-total'), count('requests/settled'), count('requests/balance')]).toEqual([
        lines,
        7,
        7,
      ]);
    }
  });

  it('表三: the parts of a total are the cells that the form adds', () => {
    const sums = new Map(placed(gridOf(counting(requests2021), {})).map(({ cell }) => [cell.key, cell.sumOf]));
    expect(sums.get('依申请公开.本年新收.总计')).toEqual(
      ['自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他'].map(
        (key) => `依申请公开.本年新收.${key}`,
      ),
    );
    expect(sums.get('依申请公开.总计.自然人')).toHaveLength(21);
    expect(sums.get('依申请公开.总计.自然人')).toContain('依申请公开.其他处理.其他.自然人');
    expect(sums.get('依申请公开.本年新收.自然人')).toBeUndefined();
    expect(sums.get('依申请公开.结转下年度.自然人')).toBeUndefined();
  });

  it('表四: each of the three groups has its total, litigation as a whole has none', () => {
    const grid = gridOf(counting(review), {});
    expect(grid.checks.map(({ left }) => left)).toEqual(
      ['行政复议', '未经复议直接起诉', '复议后起诉'].map((line) => [`复议诉讼.${line}.总计`]),
    );
    expect(placed(grid).filter(({ cell }) => cell.sumOf)).toHaveLength(3);
  });
});

const key = fc.stringMatching(/^[甲乙丙丁戊己庚辛壬癸]{1,6}$/);
const line = fc.letrec<{ line: Line }>((tie) => ({
  line: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.record({
      key,
      label: fc.string({ maxLength: 30 }),
      unit: fc.constantFrom('条', '次'),
      indent: fc.nat({ max: 3 }),
    }),
    fc.record({ key: fc.constant(''), label: fc.string({ maxLength: 12 }), unit: fc.constant('——') }),
    fc.record({
      key,
      label: fc.string({ maxLength: 12 }),
      lines: fc.array(tie('line'), { minLength: 1, maxLength: 4 }),
    }),
  ),
})).line;
const column = (name: string) => ({ key: name, id: name, label: name, kind: 'count' as const });

/** Keys of a level are made different, as the reader of forms demands. */
const distinct = (lines: readonly Line[]): readonly Line[] =>
  lines.map((one, index) => ({
    ...one,
    ...(one.key ? { key: `${one.key}${index}` } : {}),
    ...(one.lines ? { lines: distinct(one.lines) } : {}),
  }));

const local = (arrangement: Form['arrangement'], lines: readonly Line[], columns: readonly string[]): Form => ({
  key: '附表',
  id: 'local',
  name: '附表',
  title: '',
  arrangement,
  blocks: [{ banner: '甲', stub: '项目', columns: columns.map(column), lines: distinct(lines) }],
  relations: [],
});

describe('forms nobody has seen yet', () => {
  it('a local list covers its rectangle and prints its cells', () => {
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 8 }), (lines) => {
        const table = counting(local('list', lines, ['']));
        const grid = gridOf(table, {});
        expectWhole(grid);
        expect(placed(grid).filter(({ cell }) => cell.key)).toHaveLength(table.cells.size);
      }),
    );
  });

  it('a matrix of any depth covers its rectangle', () => {
    const carries = (one: Line): Line[] =>
      one.lines
        ? [{ ...one, lines: one.lines.flatMap(carries) }].filter((group) => group.lines.length > 0)
        : one.key
          ? [one]
          : [];
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 6 }), fc.nat(), fc.nat(), (some, from, to) => {
        const lines = distinct(some.flatMap(carries));
        fc.pre(lines.length > 0);
        const [first, last] = [from % lines.length, to % lines.length].sort((a, b) => a - b);
        const gathers = { label: '三', from: lines[first ?? 0]?.key ?? '', to: lines[last ?? 0]?.key ?? '' };
        const form = {
          ...local('matrix', [], ['甲', '乙']),
          blocks: [{ columns: ['甲', '乙'].map(column), lines }],
          gathers,
        };
        expect(new Set(coverage(gridOf(counting(form), {})))).toEqual(new Set([1]));
      }),
    );
  });

  it.each(['blocks', 'band'] as const)('%s of any lines covers its rectangle', (arrangement) => {
    fc.assert(
      fc.property(fc.array(key, { minLength: 1, maxLength: 4 }), fc.integer({ min: 1, max: 3 }), (keys, count) => {
        const lines = keys.map((name) => ({ key: name, label: name }));
        const form = local(arrangement, lines, ['一', '二', '三'].slice(0, count));
        expect(new Set(coverage(gridOf(counting(form), {})))).toEqual(new Set([1]));
      }),
    );
  });

  it('long numbers take their width from the labels, not from each other', () => {
    const table = counting(requests2021);
    const cells = new Map([...table.cells].map(([at, cell]) => [at, { ...cell, text: '123456789' }]));
    const { widths } = gridOf({ ...table, cells }, {});
    expect(widths.reduce((sum, width) => sum + width, 0)).toBe(8844);
    for (const width of widths.slice(3)) expect(width).toBeGreaterThan(700);
  });
});
