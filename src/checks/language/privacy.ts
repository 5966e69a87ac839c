import { type CellPlace, type Finding, finding } from '../../finding.ts';
import { passagePlace, passages } from '../../report/report.ts';
import { daysOf } from '../calendar.ts';
import { halfWidthDigits } from '../sentences.ts';
import type { Subject } from '../subject.ts';
import { addresses } from './addresses.ts';

/** Something personal in a text: offsets in UTF-16 units, `end` exclusive, and the number with its middle hidden. */
export interface PersonalNumber {
  readonly code: 'privacy/id-number' | 'privacy/mobile' | 'privacy/bank-card';
  readonly start: number;
  readonly end: number;
  readonly masked: string;
}

const provinces = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83'.split(' '),
);

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** Whether 18 characters are a resident identity number: region, date of birth and check character (GB 11643-1999, MOD 11-2). */
export function isIdentityNumber(number: string): boolean {
  if (!/^\d{17}[\dX]$/.test(number) || !provinces.has(number.slice(0, 2))) return false;
  const year = Number(number.slice(6, 10));
  const month = Number(number.slice(10, 12));
  const day = Number(number.slice(12, 14));
  if (year < 1880 || year > 2099 || month < 1 || month > 12 || day < 1 || day > daysOf(year, month)) return false;
  const sum = weights.reduce((total, weight, index) => total + weight * Number(number[index]), 0);
  return '10X98765432'.charAt(sum % 11) === number.charAt(17);
}

/** Whether the digits pass the Luhn check (GB/T 17552, ISO/IEC 7812-1). */
export function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let index = 0; index < digits.length; index += 1) {
    const digit = Number(digits[digits.length - 1 - index]);
    const doubled = digit * 2;
    sum += index % 2 === 0 ? digit : doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

/** Issuers' leading digits with the lengths their cards have: UnionPay, old ICBC, Visa, Mastercard, JCB. */
const isBankCard = (digits: string): boolean =>
  /^(?:62\d{14,17}|9558\d{15}|4\d{15}|5[1-5]\d{14}|35(?:2[89]|[3-8]\d)\d{12})$/.test(digits) &&
  !/^(\d)\1+$/.test(digits.slice(4)) &&
  passesLuhn(digits);

/** Numbers of things, which hold long digits that belong to nobody. */
const numbered =
  /(?:编号|文号|文书号|案号|索引号|索取号|流水号|订单号|受理号|合同号|信用代码|项目代码|条形码)[：:为是\s]*$/;

interface KindOfNumber {
  readonly code: PersonalNumber['code'];
  readonly pattern: RegExp;
  readonly accepts: (digits: string) => boolean;
  /** How many leading characters a masked number shows. */
  readonly head: number;
}

const kinds: readonly KindOfNumber[] = [
  {
    code: 'privacy/id-number',
    pattern: /(?<![\dA-Za-z])\d{6}[ -]?\d{8}[ -]?\d{3}[\dX](?![\dA-Za-z])/gi,
    accepts: isIdentityNumber,
    head: 3,
  },
  {
    code: 'privacy/bank-card',
    pattern:
      /(?<![\dA-Za-z.-])(?:\d{16,19}|\d{4}(?:[ -]\d{4}){3}(?:[ -]\d{1,3})?|\d{6} \d{10,13})(?![\dA-Za-z])(?!\s?[元件条万亿人次个份篇吨米平])/g,
    accepts: isBankCard,
    head: 4,
  },
  {
    code: 'privacy/mobile',
    pattern:
      /(?<![\dA-Za-z.-])(?:\+?86[ -]?)?1[3-9]\d(?:\d{8}|[ -]\d{4}[ -]\d{4})(?![\dA-Za-z])(?![.-]\d)(?!\s?[元件条万亿人次个份篇吨米平])/g,
    accepts: () => true,
    head: 3,
  },
];

const mask = (text: string, head: number): string =>
  text.slice(0, head) + '*'.repeat(Math.max(0, text.length - head - 4)) + text.slice(-4);

/** Shared by the many texts that hold nothing personal. */
const nothing: readonly never[] = [];

/** Identity numbers, bank cards and mobile numbers in a text, in order; takes any text, e.g. a cell of the ledger. */
export function inspectText(text: string): readonly PersonalNumber[] {
  // The shortest of these numbers, a mobile one, has eleven digits.
  if (!/(?:[\d０-９][ 　-]?){11}/.test(text)) return nothing;
  let plain = halfWidthDigits(text)
    .replace(/[Ｘｘ]/g, 'X')
    .replace(addresses, (address) => ' '.repeat(address.length));
  const found: PersonalNumber[] = [];
  for (const { code, pattern, accepts, head } of kinds)
    plain = plain.replace(pattern, (written: string, start: number, whole: string) => {
      const digits = written.replace(/[ -]/g, '').toUpperCase();
      const thing = code !== 'privacy/id-number' && numbered.test(whole.slice(Math.max(0, start - 12), start));
      if (thing || !accepts(digits)) return written;
      found.push({ code, start, end: start + written.length, masked: mask(written, head) });
      // What has been told as one kind of number is not looked at again as another.
      return '#'.repeat(written.length);
    });
  return found.sort((one, other) => one.start - other.start);
}

/** The findings for one cell of the ledger, one for each kind of number in it. */
export function inspectCell(text: string, place: () => CellPlace): readonly Finding[] {
  const found = inspectText(text);
  if (found.length === 0) return nothing;
  const seen = new Set<string>();
  return found.flatMap(({ code, masked }) => {
    if (seen.has(code)) return [];
    seen.add(code);
    return [finding(code, place(), { number: masked }, { say: 'ledger' })];
  });
}

const contact = /联系|电话|咨询|手机|热线|地址|邮编/;

/** Numbers of persons in the text; the office's own contact line in 引言 may carry a mobile number. */
export function checkPrivacy({ report }: Subject): Finding[] {
  const preamble = new Set<unknown>(report.preamble);
  return [...passages(report)].flatMap((passage) =>
    inspectText(passage.text)
      .filter(({ code }) => code !== 'privacy/mobile' || !preamble.has(passage) || !contact.test(passage.text))
      .map(({ code, start, end, masked }) => finding(code, passagePlace(passage, start, end), { number: masked })),
  );
}
