import { mkdirSync, symlinkSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { python } from '../tools.ts';
import { bounded, refused, Stranger } from './stranger.ts';

let stranger: Stranger;
beforeEach(() => {
  stranger = new Stranger();
});
afterEach(() => stranger.remove());

const form = `名称: 分类
标题: 分类统计表
行:
  - {项目: 总数, 名称: 总数, 单位: 条}
  - {项目: 甲, 名称: 其中：甲, 单位: 条}
关系:
  - {其中: 甲, 属于: 总数}
`;

/** The right report with a table of a local form at its end. */
const withForm = (data: string): string =>
  `${stranger.report.replace(/^附加表:[\s\S]*/m, '').replaceAll(/\{\{主动公开渠道[^}]*\}\}/g, '24')}\n附加表:\n  - 表: 附表.yaml\n    位置: 主动公开之后\n    数据: ${data}\n`;

describe('a local form from a stranger', () => {
  const rows = (count: number): string =>
    Array.from({ length: count }, (_, at) => `  - {项目: 行${at}, 名称: 行${at}, 单位: 条}`).join('\n');

  it.each<[string, string]>([
    [
      'aliases that explode',
      `a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a]\nc: [*b,*b,*b,*b,*b,*b,*b]\n${form}`,
    ],
    ['lists in lists', form.replace('关系:', `关系: ${'['.repeat(100_000)}`)],
    ['fifty megabytes', `${form}\n# ${'长'.repeat(17_000_000)}`],
    ['nothing', ''],
    ['a zero byte', form.replace('分类统计表', '分类\0统计表')],
    ['a list in place of the form', '- 1\n- 2\n'],
    ['__proto__ as a key', `${form}__proto__: {名称: 乙}\n`],
    ['__proto__ as a line', form.replaceAll('甲', '__proto__')],
    ['constructor as a relation', form.replace('其中: 甲, 属于: 总数', 'constructor: 甲, 属于: 总数')],
    ['a total that is its own part', form.replace('{其中: 甲, 属于: 总数}', '{合计: 总数, 分项: [总数]}')],
    [
      'totals that cross one another sixty times',
      `名称: 分类\n标题: 表\n行:\n${rows(62)}\n关系:\n${Array.from({ length: 60 }, (_, at) => `  - {合计: 行${at}, 分项: [行${at + 1}, 行${at + 2}]}`).join('\n')}\n`,
    ],
    ['totals in a ring', `${form}  - {合计: 总数, 分项: [甲]}\n  - {合计: 甲, 分项: [总数]}\n`],
    ['a part of what is its part', `${form}  - {其中: 总数, 属于: 甲}\n`],
    ['lines named twice', form.replace('项目: 甲', '项目: 总数')],
    ['a line indented a billion times', form.replace('单位: 条}\n关系', '单位: 条, 缩进: 1000000000}\n关系')],
    ['an indentation below nothing', form.replace('单位: 条}\n关系', '单位: 条, 缩进: -1}\n关系')],
    ['a count of the prototype', form.replace('单位: 条}\n关系', '单位: 条, 台账: 类别.__proto__.constructor}\n关系')],
    ['a hundred thousand lines', form.replace('关系:', `${rows(100_000)}\n关系:`)],
    ['a total of fifty thousand parts', `${form}  - {合计: 总数, 分项: [${'甲, '.repeat(50_000)}甲]}\n`],
    ['a name of a megabyte', form.replace('名称: 分类', `名称: ${'长'.repeat(350_000)}`)],
  ])('%s', (_, text) => {
    stranger.put('附表.yaml', text);
    stranger.put('2020.yaml', withForm('{总数: 5, 甲: 7}'));
    const ran = stranger.run(['build', '2020.yaml']);
    refused(ran);
    expect(stranger.written()).toEqual([]);
    expect(ran.talk.length + ran.out.length).toBeLessThan(200_000);
  });

  it('what would run on opening is text in the table', () => {
    const run = ["=cmd|'/c calc'!A1", '=HYPERLINK("http://127.0.0.1/")', '@SUM(1)', '+1+1'];
    const lines = run.map((text, at) => `  - {项目: 行${at}, 名称: ${JSON.stringify(text)}, 单位: "=1+1"}`).join('\n');
    const text = form
      .replace('标题: 分类统计表', '标题: "=1+1<script>alert(1)</script>"')
      .replace('关系:', `${lines}\n关系:`);
    stranger.put('附表.yaml', text.replace('名称: 分类', '名称: "=2+2"'));
    stranger.put('2020.yaml', withForm('{总数: 5, 甲: 3, 行0: 1, 行1: 1, 行2: 1, 行3: 1}'));
    const ran = stranger.run(['build', '--html', '2020.yaml']);
    bounded(ran);
    const files = stranger.written();
    expect(files, ran.out + ran.talk).toHaveLength(3);
    const formulas = python(
      `import sys, openpyxl
book = openpyxl.load_workbook(sys.argv[1])
print([c.value for s in book for r in s.iter_rows() for c in r if c.data_type == 'f' and any(x in str(c.value) for x in ['cmd', 'HYPERLINK("http', '1+1', '2+2'])])`,
      stranger.path(files.find((name) => name.endsWith('.xlsx')) ?? ''),
    );
    expect(formulas.trim()).toBe('[]');
  });
});

describe('last year’s report from a stranger', () => {
  const lastYear = (): string =>
    stranger.report
      .replace('年度: 2020', '年度: 2019')
      .replace('成文日期: 2021', '成文日期: 2020')
      .replace(/^台账: .*\n/m, '');
  const naming = (): void => stranger.change('级别:', '上年: 2019.yaml\n级别:');

  it.each<[string, (report: string) => string]>([
    ['nothing', () => ''],
    ['fifty megabytes', (report) => report + ' '.repeat(50_000_000)],
    ['lists in lists', (report) => report.replace('依申请公开: 无', `依申请公开: ${'['.repeat(100_000)}`)],
    ['aliases', (report) => `${report}\na: &a [x]\nb: *a\n`],
    ['this year’s report under another name', () => stranger.report],
    ['the year after', (report) => report.replace('年度: 2019', '年度: 2021')],
    ['a ledger that leads out', (report) => report.replace('级别:', '台账: ../../etc/passwd\n级别:')],
    ['a ledger that is a device', (report) => report.replace('级别:', '台账: 2020-zero.xlsx\n级别:')],
  ])('%s', (_, make) => {
    symlinkSync('/dev/zero', stranger.path('2020-zero.xlsx'));
    stranger.put('2019.yaml', make(lastYear()));
    naming();
    const ran = stranger.run(['build', '2020.yaml']);
    refused(ran);
    expect(stranger.written()).toEqual([]);
  });

  it('a ring of years ends', () => {
    stranger.put('2019.yaml', lastYear().replace('级别:', '上年: 2020.yaml\n级别:'));
    naming();
    const ran = stranger.run(['check', '2020.yaml', '2019.yaml']);
    bounded(ran);
    expect(ran.out.match(/: 错误: .*/g)).toEqual([expect.stringContaining('没有拿它对照')]);
  });

  it('a link to it that leads out, or round in a ring, is not followed; with --root it is', () => {
    mkdirSync(stranger.path('../far/deep'), { recursive: true });
    mkdirSync(stranger.path('own'));
    stranger.put('../far/deep/2019.yaml', lastYear());
    stranger.put('own/2020-台账.xlsx', '');
    symlinkSync('ring.yaml', stranger.path('ring.yaml'));
    symlinkSync('../../far/deep/2019.yaml', stranger.path('own/2019.yaml'));
    stranger.put(
      'own/2020.yaml',
      stranger.report.replace('级别:', '上年: 2019.yaml\n级别:').replace(/^台账: .*\n/m, ''),
    );
    const outside = stranger.run(['check', 'own/2020.yaml']);
    refused(outside, /不在本报告的文件夹/);
    expect(outside.status).toBe(2);
    expect(stranger.run(['check', '--root', '..', 'own/2020.yaml']).talk).not.toContain('不在本报告的文件夹');
    stranger.change('级别:', '上年: ring.yaml\n级别:');
    expect(stranger.run(['check', '2020.yaml']).status).toBe(2);
  });
});

describe('comments that silence from a stranger', () => {
  it.each<[string, string]>([
    ['a pattern', '# annrep-ignore (a+)+$/.*: 因为'],
    ['a code without end', `# annrep-ignore ${'narrative/'.repeat(50_000)}: 因为`],
    ['a reason without end', `# annrep-ignore narrative/sum: ${'因为'.repeat(200_000)}`],
    ['the prototype', '# annrep-ignore __proto__/constructor: 因为'],
    ['everything', '# annrep-ignore */*: 因为'],
    ['colons', `# annrep-ignore narrative/sum${':'.repeat(40_000)}`],
    ['spaces', `# annrep-ignore${' '.repeat(400_000)}narrative/sum`],
    ['signs that turn round', '# annrep-ignore narrative/sum: \u202e因为\u202c'],
  ])('%s: silences nothing, and is told', (_, comment) => {
    stranger.put(
      '2020.yaml',
      stranger.report
        .replace('采购项目数量: 37', '采购项目数量: -37')
        .replace('主动公开:\n', `${comment}\n主动公开:\n`),
    );
    const ran = stranger.run(['check', '2020.yaml']);
    bounded(ran);
    expect(ran.status).toBe(1);
    expect(ran.out).toContain('[shape/negative]');
    expect(ran.out.length).toBeLessThan(20_000);
    expect([...ran.out].filter((character) => /[\p{Cc}\p{Cf}]/u.test(character) && character !== '\n')).toEqual([]);
  });
});
