import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bounded, refused, Stranger } from './stranger.ts';

let stranger: Stranger;
beforeEach(() => {
  stranger = new Stranger();
});
afterEach(() => stranger.remove());

/** A report that is right with a ledger of items, each with a category and a channel of many. */
function withItems(count: number, categoryOf: (at: number) => string, channelOf: (at: number) => string): string {
  const rows = Array.from({ length: count }, (_, at) => `标题${at},${categoryOf(at)},2024-03-01,${channelOf(at)}\n`);
  stranger.put('l.csv', `标题,类别,公开日期,公开渠道\n${rows.join('')}`);
  return readFileSync('fixtures/ok/department-2024.yaml', 'utf8')
    .replace('成文日期', '台账: l.csv\n成文日期')
    .replace('公开政府信息6条', '公开政府信息{{台账.总数}}条');
}

describe('what is small and makes much', () => {
  it('a list of a thousand categories on every line', () => {
    const report = withItems(
      1000,
      (at) => `类别${at}${'长'.repeat(30)}`,
      () => '网站',
    );
    stranger.put('r.yaml', report.replace('（三）政', `${'{{台账.清单 类别}}\n  '.repeat(2000)}（三）政`));
    refused(stranger.run(['check', 'r.yaml']), /正文就太长了/);
  });

  it.each([
    [3000, 300],
    [9999, 500],
  ])('a ledger of %i categories and %i channels', (categories, channels) => {
    const report = withItems(
      categories,
      (at) => `类别${at}`,
      (at) => `渠道${at % channels}号`,
    );
    stranger.put('r.yaml', report);
    const ran = stranger.run(['build', 'r.yaml', '-o', 'out']);
    bounded(ran);
    expect([ran.status, ran.talk]).toEqual([0, expect.stringContaining('已生成')]);
  });

  it('values of ten thousand names that no ledger has, and lists of every channel', () => {
    const report = withItems(
      9999,
      (at) => `类${at}${'长'.repeat(20)}`,
      (at) => `渠${at % 500}`,
    );
    const of = (text: (at: number) => string): string =>
      report.replace('（三）政', `${Array.from({ length: 8000 }, (_, at) => text(at)).join('好')}\n  （三）政`);
    stranger.put(
      'r.yaml',
      of((at) => `{{台账.清单 类别 渠${at % 500}}}`),
    );
    refused(stranger.run(['check', 'r.yaml']), /正文就太长了/);
    stranger.put(
      'r.yaml',
      of((at) => `{{台账.类别.甲${at}}}`),
    );
    refused(stranger.run(['check', 'r.yaml']), /没有名为“台账.类别.甲99”的数/);
  });

  it('long names that are like ten thousand others', () => {
    const letters = [
      ...'的一是了我不人在他有这个上们来到时大地为子中你说生国年着就那和要她出也得里后自以会家可下而过天去能对小多然于心学',
    ];
    const long = (at: number, length: number): string =>
      Array.from({ length }, (_, place) => letters[(at * 31 + place * (7 + (at % 5))) % letters.length]).join('');
    const report = withItems(
      9999,
      (at) => long(at, 99),
      () => '网站',
    );
    const names = Array.from({ length: 100 }, (_, at) => `{{台账.类别.${long(at + 7, 180)}}}`).join('好');
    stranger.put('r.yaml', report.replace('（三）政', `${names}\n  （三）政`));
    refused(stranger.run(['check', 'r.yaml']), /没有名为“台账.类别/);
  });

  it('a local form of thousands of lines, and as many names that are nearly theirs', () => {
    const line = (at: number): string => `项目名称甲乙丙丁${at}`;
    const near = (at: number): string => `项且名称乙丙丁${at}`;
    const lines = Array.from({ length: 4000 }, (_, at) => `- {项目: ${line(at)}, 名称: 乙}\n`).join('');
    const report = readFileSync('fixtures/ok/department-2024.yaml', 'utf8');
    const wrong = Array.from({ length: 15_000 }, (_, at) => near(at));
    const withData = (data: string): string =>
      `${report}\n附加表:\n  - {表: f.yaml, 位置: 主动公开之前, 数据: {${data}}}\n`;
    stranger.put('f.yaml', `名称: 甲\n行:\n${lines}`);
    stranger.put('r.yaml', withData(wrong.map((name) => `${name}: 1`).join(', ')));
    refused(stranger.run(['check', 'r.yaml']), /相近的是“项目名称甲乙丙丁0”/);
    stranger.put('f.yaml', `名称: 甲\n行:\n${lines}关系:\n- {合计: ${line(0)}, 分项: [${wrong.join(', ')}]}\n`);
    stranger.put('r.yaml', withData(`${line(0)}: 1`));
    refused(stranger.run(['check', 'r.yaml']), /相近的是“项目名称甲乙丙丁0”/);
  });

  it('thousands of findings beside a table of thousands of lines, on the page and in a draft', () => {
    const lines = Array.from({ length: 4900 }, (_, at) => `- {项目: 项${at}, 名称: 乙}\n`).join('');
    stranger.put('f.yaml', `名称: 甲\n行:\n${lines}`);
    const text = '公开信息1条，其中甲1条，乙5条。'.repeat(29_000);
    const report = readFileSync('fixtures/ok/department-2024.yaml', 'utf8')
      .replace('依申请公开:\n', `依申请公开:\n  表前: |\n    ${text}\n`)
      .replace('[1, 1, 0, 0, 1, 0, 3]', '[1, 1, 0, 0, 1, 0, 4]');
    stranger.put('r.yaml', `${report}\n附加表:\n  - {表: f.yaml, 位置: 主动公开之前, 数据: {项1: 1}}\n`);
    bounded(stranger.run(['check', '--format', 'html', '-o', 'page.html', 'r.yaml']));
    const built = stranger.run(['build', '--draft', '--html', '-o', 'out', 'r.yaml']);
    bounded(built);
    const [page = ''] = readdirSync(stranger.path('out')).filter((name) => name.endsWith('.html'));
    const shown = readFileSync(stranger.path(`out/${page}`), 'utf8');
    expect(shown.match(/<li>(?:错误|警告|提示)　/g)).toHaveLength(5001);
    expect(shown).toContain('〔requests/row-total〕');
    expect(shown).toMatch(/另有\d+处没有列出/);
  });

  it('a paragraph a line, fifty thousand of them', () => {
    const report = readFileSync('fixtures/ok/department-2024.yaml', 'utf8');
    const paragraphs = (count: number): string =>
      report.replace('（三）政', `${'（一）1好1。a好1好\n  '.repeat(count)}（三）政`);
    stranger.put('r.yaml', paragraphs(14_000));
    bounded(stranger.run(['build', '--html', '-o', 'out', 'r.yaml']));
    stranger.put('r.yaml', paragraphs(50_000));
    refused(stranger.run(['build', '--html', '-o', 'out', 'r.yaml']), /行和标点太多/);
  });

  it('totals of a local form that are parts of one another by two ways', () => {
    const totals = ['{合计: A, 分项: [B]}', '{合计: B, 分项: [A]}', '{合计: A, 分项: [C]}', '{合计: D, 分项: [A, C]}'];
    const lines = ['A', 'B', 'C', 'D'].map((name) => `  - {项目: ${name}, 名称: ${name}, 单位: 条}\n`).join('');
    stranger.put('f.yaml', `名称: 甲\n行:\n${lines}关系:\n${totals.map((total) => `  - ${total}\n`).join('')}`);
    const report = readFileSync('fixtures/ok/department-2024.yaml', 'utf8');
    stranger.put('r.yaml', `${report}\n附加表:\n  - {表: f.yaml, 位置: 主动公开之前, 数据: {A: 1}}\n`);
    refused(stranger.run(['check', 'r.yaml']), /有它自己/);
  });

  it('a local form of two thousand lines that three thousand tables have', () => {
    const lines = Array.from({ length: 2000 }, (_, at) => `  - {项目: 项目${at}, 名称: 项目${at}, 单位: 条}\n`);
    stranger.put('f.yaml', `名称: 甲\n行:\n${lines.join('')}`);
    const report = readFileSync('fixtures/ok/department-2024.yaml', 'utf8');
    const table = '  - {表: f.yaml, 位置: 主动公开之前, 数据: {项目0: 1}}\n';
    stranger.put('r.yaml', `${report}\n附加表:\n${table.repeat(3000)}`);
    const line = report.split('\n').length + 3;
    refused(stranger.run(['check', 'r.yaml']), new RegExp(`^r\\.yaml:${line + 1}:.*超过了5000行.*\\[yaml/syntax\\]`));
    stranger.put('r.yaml', `${report}\n附加表:\n${table.repeat(2)}`);
    expect(stranger.run(['check', 'r.yaml']).status).toBe(0);
  });

  it('a picture that is shown two thousand times', () => {
    const picture = Buffer.alloc(7 * 2 ** 20);
    picture.write('\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x01\0\0\0\x01\0', 'latin1');
    stranger.put('p.png', picture);
    const report = readFileSync('fixtures/ok/department-2024.yaml', 'utf8');
    const [before = '', own = ''] = report.split(/(?=^其他事项: \|\n)/m);
    const paragraph = own.replace('其他事项: |\n', '').trim();
    const shown = (times: number): string =>
      `${before}其他事项:\n  - 段落: ${paragraph}\n${'  - 图片: {文件: p.png, 说明: 图}\n'.repeat(times)}`;
    stranger.put('r.yaml', shown(9));
    const built = stranger.run(['build', 'r.yaml', '--html', '-o', 'out']);
    bounded(built);
    expect([built.status, built.talk]).toEqual([0, expect.stringContaining('已生成')]);
    stranger.put('r.yaml', shown(2000));
    const many = stranger.run(['build', 'r.yaml', '--html', '-o', 'out']);
    bounded(many);
    expect([many.status, many.talk]).toEqual([2, expect.stringContaining('一共超过了64 MB')]);
  });
});

describe('what leads out of the folder', () => {
  it('a form that last year’s report names is no link to elsewhere', () => {
    mkdirSync(stranger.path('old'));
    mkdirSync(stranger.path('new'));
    const report = readFileSync('fixtures/ok/local-form.yaml', 'utf8').replaceAll('_with/附表.yaml', 'f.yaml');
    stranger.put('old/2024.yaml', report);
    symlinkSync('/etc/passwd', stranger.path('old/f.yaml'));
    const ran = stranger.run(['init', '2025', '--from', 'old/2024.yaml', '-o', 'new']);
    bounded(ran);
    expect(ran.talk + ran.out).not.toContain('root:');
    expect(() => readFileSync(stranger.path('new/f.yaml'))).toThrow();
  });

  it('an output that is a link is not written through', () => {
    writeFileSync(join(stranger.folder, 'victim'), 'precious');
    mkdirSync(stranger.path('out'));
    const name = '鹿亭乡人民政府2020年政府信息公开工作年度报告.docx';
    symlinkSync(join(stranger.folder, 'victim'), stranger.path(`out/${name}`));
    refused(stranger.run(['build', '2020.yaml', '-o', 'out']), /是一个链接/);
    expect(readFileSync(join(stranger.folder, 'victim'), 'utf8')).toBe('precious');
  });

  it('a root that is not there opens nothing', () => {
    mkdirSync(stranger.path('sub'));
    stranger.put('sub/r.yaml', stranger.report.replace(/^台账: .*/m, '台账: l.xlsx'));
    symlinkSync(stranger.path('2020-台账.xlsx'), stranger.path('sub/l.xlsx'));
    refused(stranger.run(['check', '--root', '/nowhere', 'sub/r.yaml']));
  });
});

it('a name of a file begins no line of its own in what is said of it', () => {
  mkdirSync(stranger.path('many'));
  const report = readFileSync('fixtures/err/requests-balance.yaml', 'utf8');
  stranger.put('many/a\n::error file=x::hacked\u202e\u001b[31m.yaml', report);
  stranger.put('many/b.yaml', report);
  const ran = stranger.run(['check', 'many']);
  bounded(ran);
  expect(ran.talk + ran.out).not.toMatch(/^::error/m);
  for (const character of ['\u202e', '\u001b']) expect(ran.talk + ran.out).not.toContain(character);
  expect(ran.talk).toContain('a<U+000A>::error');
});

it('a pattern longer than any name is no fault of the program', () => {
  refused(stranger.run(['check', '?%'.repeat(60_000)]));
});
