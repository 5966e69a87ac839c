import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkLanguage, inspectCell, inspectText } from '../../src/checks/language/index.ts';
import { isIdentityNumber, passesLuhn } from '../../src/checks/language/privacy.ts';
import { madeReport, pointedAt } from './made-report.ts';

const find = (text: string) => checkLanguage({ report: madeReport({ text: { 问题与改进: text } }) });

const brief = (text: string) => find(text).map(({ code, say, at }) => `${code} ${say} ${pointedAt(text, at)}`);

describe('punctuation', () => {
  it.each([
    ['重视不够;导致内容较少。', ['half-width ;']],
    ['公开信息9条,其中,网站5条,微信4条。', ['half-width ,']],
    ['包括(含往年)的信息。', ['half-width (']],
    ['包括（含往年)的信息。', ['half-width )']],
    ['及时公开，，接受监督。', ['doubled ，，']],
    ['及时公开。，接受监督。', ['doubled 。，']],
    ['落实“先审后发。', ['unpaired “']],
    ['落实先审后发”制度。', ['unpaired ”']],
    ['依据《条例编制。', ['unpaired 《']],
    ['公开信息9条（含往年。', ['unpaired （']],
    ['工作重点是:提高质量。', ['half-width :']],
  ])('%s', (text, expected) => {
    expect(brief(text)).toEqual(expected.map((words) => `text/punctuation ${words}`));
  });

  it.each([
    ['会议于9:00召开，比例为1:2，共1,024条。'],
    ['网址http://www.example.gov.cn/a?b=1:2,3;（政务公开）。'],
    ['电子邮箱：office@example.gov.cn。'],
    ['使用Word(2016)和HTML(5)编辑。'],
    ['落实“三审”和《条例》（以下简称“《条例》”）的要求……'],
    ['工作分三步：1）摸底；2）整改；3）总结。'],
    ['公开——监督——改进。'],
    ['咨询电话：0571-12345678，邮编：310000。'],
  ])('%s is right', (text) => {
    expect(brief(text)).toEqual([]);
  });

  it('counts all slips of a kind in a paragraph in one finding', () => {
    expect(find('甲,乙,丙(丁)。').map((one) => one.args.count)).toEqual([4]);
  });
});

describe('width and spaces', () => {
  it.each([
    ['公开信息１２条。', ['text/digits default １２']],
    ['公开信息12条。', []],
    ['公开 信息。', ['text/spaces default  ']],
    ['公开　　信息。', ['text/spaces default 　　']],
    ['公开 12 条 PDF 文件。', []],
    ['联系人：王　芳，张晓明。', []],
  ])('%s', (text, expected) => {
    expect(brief(text)).toEqual(expected);
  });
});

/** The check character of GB 11643 by its congruence: Σ aᵢ·2^(18−i) ≡ 1 (mod 11), worked with powers instead of a table of weights. */
function completed(seventeen: string): string {
  let sum = 0n;
  for (let index = 0; index < 17; index += 1) sum += BigInt(seventeen.charAt(index)) * 2n ** BigInt(17 - index);
  const last = (((1n - sum) % 11n) + 11n) % 11n;
  return seventeen + (last === 10n ? 'X' : String(last));
}

describe('numbers of persons', () => {
  // 11010519491231002X and 440524188001010014 are the examples printed in GB 11643-1999.
  it.each([
    ['公民11010519491231002X申请。', 'privacy/id-number', '11010519491231002X'],
    ['公民440524188001010014申请。', 'privacy/id-number', '440524188001010014'],
    ['公民11010519491231002x申请。', 'privacy/id-number', '11010519491231002x'],
    ['公民１１０１０５１９４９１２３１００２Ｘ申请。', 'privacy/id-number', '１１０１０５１９４９１２３１００２Ｘ'],
    ['公民110105 19491231 002X申请。', 'privacy/id-number', '110105 19491231 002X'],
    ['电话13800001234。', 'privacy/mobile', '13800001234'],
    ['电话138-0000-1234。', 'privacy/mobile', '138-0000-1234'],
    ['电话+86 13800001234。', 'privacy/mobile', '+86 13800001234'],
    ['汇入6222020200001234567。', '', ''],
    ['公民110105194912310021申请。', '', ''],
    ['公民110105194913310026申请。', '', ''],
    ['编号20201380000123400。', '', ''],
    ['索引号：13800001234。', '', ''],
    ['投资15800000000元。', '', ''],
    ['网址http://www.example.cn/13800001234/。', '', ''],
    ['信用代码11330281002973912K。', '', ''],
  ])('%s', (text, code, words) => {
    const found = find(text).filter((one) => one.code.startsWith('privacy/'));
    expect(found.map((one) => `${one.code} ${pointedAt(text, one.at)}`)).toEqual(
      code === '' ? [] : [`${code} ${words}`],
    );
    for (const one of found) expect(one.args.number).toContain('***');
  });

  // 4111 1111 1111 1111 and 5555 5555 5555 4444 are the test numbers that payment processors publish.
  it.each([['5555555555554444'], ['5555 5555 5555 4444'], ['4012888888881881'], ['3566002020360505']])(
    'card %s',
    (number) => {
      expect(find(`汇入${number}账户。`).map((one) => one.code)).toContain('privacy/bank-card');
    },
  );

  it('finds every number with the right check character and none with a wrong one', () => {
    const birth = fc.date({ min: new Date('1930-01-01'), max: new Date('2020-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(birth, fc.integer({ min: 0, max: 999 }), fc.integer({ min: 1, max: 10 }), (date, order, shift) => {
        const right = completed(
          `330281${date.toISOString().slice(0, 10).replaceAll('-', '')}${String(order).padStart(3, '0')}`,
        );
        expect(isIdentityNumber(right)).toBe(true);
        const characters = '0123456789X';
        const last = characters.indexOf(right.charAt(17));
        expect(isIdentityNumber(right.slice(0, 17) + characters.charAt((last + shift) % 11))).toBe(false);
      }),
    );
  });

  it('knows Luhn: of the ten last digits exactly one passes', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{15,18}$/), (head) => {
        expect([...'0123456789'].filter((digit) => passesLuhn(head + digit))).toHaveLength(1);
      }),
    );
  });

  it('lets the office’s contact line in 引言 carry a mobile number, but no identity number', () => {
    const preamble = '联系电话：13800001234。';
    expect(checkLanguage({ report: madeReport({ preamble }) })).toEqual([]);
    const wrong = '联系人身份证11010519491231002X，电话13800001234。';
    expect(checkLanguage({ report: madeReport({ preamble: wrong }) }).map((one) => one.code)).toEqual([
      'privacy/id-number',
    ]);
  });

  it('inspects a cell of the ledger, one finding a kind', () => {
    const place = { file: 'a.xlsx', sheet: '主动公开', cell: 'D17' };
    const found = inspectCell('13800001234、13900005678；11010519491231002X', () => place);
    expect(found.map((one) => [one.code, one.say, one.at])).toEqual([
      ['privacy/mobile', 'ledger', place],
      ['privacy/id-number', 'ledger', place],
    ]);
    expect(inspectCell('关于公布2020年预算的通知', () => place)).toEqual([]);
  });
});

describe('hostile text', () => {
  it.each([
    ['（'.repeat(100000)],
    ['“（《'.repeat(40000) + '》'.repeat(40000)],
    ['a'.repeat(200000)],
    ['1'.repeat(200000)],
    ['11010519491231002X '.repeat(10000)],
    [' '.repeat(200000)],
    [', '.repeat(100000)],
    ['www.'.repeat(50000)],
    ['甲 '.repeat(80000)],
  ])('takes time that grows with its length (%#)', (text) => {
    const start = performance.now();
    find(text);
    inspectText(text);
    expect(performance.now() - start).toBeLessThan(3000);
  });
});
