import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bounded, refused, Stranger } from './stranger.ts';

let stranger: Stranger;
beforeEach(() => {
  stranger = new Stranger();
});
afterEach(() => stranger.remove());

const check = ['check', '2020.yaml'];

describe('reports from a stranger', () => {
  it.each<[string, (report: string) => string]>([
    [
      'aliases that explode',
      (report) =>
        `${report}\na: &a [x,x,x,x,x,x,x,x]\n${'bcdefghi'
          .split('')
          .map((at, index) => `${at}: &${at} [${`*${'abcdefgh'[index]},`.repeat(9)}]`)
          .join('\n')}`,
    ],
    ['an alias of itself', (report) => report.replace('复议诉讼:', '复议诉讼: &a\n  x: *a\n#')],
    ['merge keys', (report) => `${report}\n<<: {年度: 2021}`],
    ['lists in lists', (report) => report.replace('依申请公开: 无', `依申请公开: ${'['.repeat(100_000)}`)],
    [
      'mappings in mappings',
      (report) => `${report}\n${Array.from({ length: 3000 }, (_, at) => `${' '.repeat(at)}k:`).join('\n')}`,
    ],
    ['fifty megabytes of text', (report) => `${report}\n  ${'全年主动公开政府信息。'.repeat(1_600_000)}`],
    [
      'fifty megabytes of brackets',
      (report) => report.replace('依申请公开: 无', `依申请公开: ${'[{'.repeat(25_000_000)}`),
    ],
    ['a tag that makes an object', (report) => report.replace('年度: 2020', "年度: !!js/function 'function(){}'")],
    ['a tag of Python', (report) => report.replace('年度: 2020', "年度: !!python/object/apply:os.system ['id']")],
    ['__proto__ as a key', (report) => `${report}\n__proto__: {年度: 2021}`],
    [
      '__proto__ within a table',
      (report) => report.replace('  政府集中采购:', '  __proto__: {采购项目数量: 1}\n  政府集中采购:'),
    ],
    ['constructor in place of a row', (report) => report.replace('政府集中采购:', 'constructor:')],
    ['hasOwnProperty as a table', (report) => report.replace('- 表: 主动公开渠道', '- 表: hasOwnProperty')],
    ['__proto__ in a value', (report) => report.replace('一是', '{{__proto__.constructor}}一是')],
    [
      'constructor in a value',
      (report) => report.replace('一是', '{{台账.constructor.name}}{{台账.渠道.__proto__}}一是'),
    ],
    ['1e999', (report) => report.replace('414922.3', '1e999')],
    ['.inf', (report) => report.replace('414922.3', '.inf')],
    ['NaN', (report) => report.replace('采购项目数量: 37', '采购项目数量: .nan')],
    [
      'a number of a thousand digits',
      (report) => report.replace('采购项目数量: 37', `采购项目数量: ${'9'.repeat(1000)}`),
    ],
    ['an amount of a thousand digits', (report) => report.replace('414922.3', `0.${'1'.repeat(1000)}`)],
    ['30 February', (report) => report.replace('成文日期: 2021-01-25', '成文日期: 2021-02-30')],
    ['a year 0', (report) => report.replace('年度: 2020', '年度: 0000')],
    ['a year -2020', (report) => report.replace('年度: 2020', '年度: -2020')],
    ['a zero byte', (report) => report.replace('一是', '一\0是')],
    ['half of UTF-16', (report) => `\ufeff${report}`.slice(0, 40).split('').join('\0')],
    ['an absolute ledger', (report) => report.replace(/^台账: .*/m, '台账: /etc/passwd')],
    ['a ledger two folders up', (report) => report.replace(/^台账: .*/m, '台账: ../../etc/passwd')],
    ['a ledger on a share', (report) => report.replace(/^台账: .*/m, "台账: '\\\\host\\share\\a.xlsx'")],
    ['a ledger on a drive', (report) => report.replace(/^台账: .*/m, "台账: 'C:\\a.xlsx'")],
    ['a ledger on the network', (report) => report.replace(/^台账: .*/m, '台账: http://127.0.0.1:1/a.xlsx')],
    [
      'a ledger with a zero byte in its name',
      (report) => report.replace(/^台账: .*/m, '台账: "2020-台账.xlsx\\0.png"'),
    ],
    ['a ledger whose name turns round', (report) => report.replace(/^台账: .*/m, '台账: "2020\\u202exslx.exe"')],
    ['a ledger with a name too long', (report) => report.replace(/^台账: .*/m, `台账: ${'长'.repeat(300)}.xlsx`)],
    ['a ledger below a file', (report) => report.replace(/^台账: .*/m, '台账: 2020.yaml/a.xlsx')],
    ['itself as the ledger', (report) => report.replace(/^台账: .*/m, '台账: 2020.yaml')],
    ['itself as last year’s report', (report) => report.replace('级别:', '上年: 2020.yaml\n级别:')],
    ['a device as last year’s report', (report) => report.replace('级别:', '上年: zero.yaml\n级别:')],
    ['a folder as the form of a table', (report) => report.replace('- 表: 主动公开渠道', '- 表: folder.yaml')],
    [
      'a device as a picture',
      (report) => `${report.replace('其他事项: |', '其他事项:\n  - 图片: {文件: zero.png, 说明: 图}\n  - 段落: |')}`,
    ],
  ])('%s', (_, make) => {
    mkdirSync(stranger.path('folder.yaml'));
    symlinkSync('/dev/zero', stranger.path('zero.yaml'));
    symlinkSync('/dev/zero', stranger.path('zero.png'));
    const text = make(stranger.report);
    expect(text).not.toBe(stranger.report);
    stranger.put('2020.yaml', text);
    const ran = stranger.run(['build', '2020.yaml']);
    refused(ran);
    expect(stranger.written()).toEqual([]);
    expect(ran.talk.length + ran.out.length).toBeLessThan(400_000);
  });

  it('files that never end or are none: a pipe, a device, a folder, links in a ring', () => {
    execFileSync('mkfifo', [stranger.path('pipe.yaml'), stranger.path('pipe.xlsx')]);
    mkdirSync(stranger.path('folder.xlsx'));
    symlinkSync('ring.xlsx', stranger.path('ring.xlsx'));
    symlinkSync('/dev/zero', stranger.path('zero.xlsx'));
    symlinkSync('/etc/passwd', stranger.path('passwd.xlsx'));
    for (const file of ['pipe.yaml', '/dev/zero', '/dev/random', '.', '2020.yaml/x']) {
      const words = file === '.' ? ['build', '.'] : ['check', file];
      const ran = stranger.run(words);
      refused(ran, /打不开|找不到/);
      expect(ran.status).toBe(2);
    }
    for (const name of ['pipe.xlsx', 'folder.xlsx', 'ring.xlsx', 'zero.xlsx', 'passwd.xlsx']) {
      stranger.change(/^台账: .*/m, `台账: ${name}`);
      for (const words of [check, ['check', '--root', '/', '2020.yaml'], ['build', '2020.yaml']]) {
        const ran = stranger.run(words);
        refused(ran, /台账/);
        expect(ran.status).toBe(2);
        expect(ran.out + ran.talk).not.toContain('root:');
      }
    }
    expect(stranger.run(['check', '--format', 'junit', '2020.yaml']).out).toMatch(/errors="1"/);
    expect(stranger.run(['check', '--format', 'json', '2020.yaml']).out).toMatch(/"unread":\["[^"]*台账/);
    expect(stranger.run(['check', '--format', 'sarif', '2020.yaml']).out).toMatch(/"executionSuccessful":false/);
    expect(stranger.run(['check', '--format', 'github', '2020.yaml']).out).toMatch(/^::error file=2020\.yaml::/);
  });

  it('a text of numbers as long as a report may be costs little', () => {
    stranger.change('一是', '1条，2件，'.repeat(60_000));
    bounded(stranger.run(check));
  });

  it('what cannot be seen is told of, wherever it is printed', () => {
    for (const [from, to] of [
      ['机关: 鹿亭乡人民政府', '机关: "鹿亭乡\\u202e人民政府"'],
      ['机关: 鹿亭乡人民政府', '机关: "鹿亭乡\\u200b人民政府"'],
      ['机关: 鹿亭乡人民政府', '机关: "鹿亭乡\\n人民政府"'],
      ['机关: 鹿亭乡人民政府', '机关: "鹿亭乡\\ud800人民政府"'],
      ['级别:', '标题: "鹿亭乡人民政府2020年政府信息公开工作年度报告\\u200f"\n级别:'],
      ['一是', '一\u2066是'],
      ['一是', '一\u0007是'],
      ['一是', '一\u001b[31m是'],
      ['一是', '一\u009b31m是'],
      ['一是', '一\uffff是'],
    ] as const) {
      stranger.change(from, to);
      const ran = stranger.run(check);
      bounded(ran);
      expect(ran.out, JSON.stringify(to)).toContain('[text/invisible]');
      expect([...ran.out].filter((character) => /[\p{Cc}\p{Cf}\p{Cs}]/u.test(character) && character !== '\n')).toEqual(
        [],
      );
    }
  });
});
