const digits = new Map([...'零一二三四五六七八九'].map((digit, value) => [digit, value]));
digits.set('〇', 0);
digits.set('两', 2);

const small = new Map([
  ['十', 10],
  ['百', 100],
  ['千', 1000],
]);
const large = new Map([
  ['万', 10_000],
  ['亿', 100_000_000],
]);

/** 一百七十五 → 175, 二〇二〇 → 2020, 三万二 → 32000; undefined where the characters make no number. */
export function chineseNumber(text: string): number | undefined {
  if (text === '') return undefined;
  if ([...text].every((character) => digits.has(character))) {
    if (text.length > 1 && text.includes('两')) return undefined;
    return Number([...text].map((character) => digits.get(character)).join(''));
  }
  let total = 0;
  let section = 0;
  let digit: number | undefined;
  let lastUnit = 1;
  for (const character of text) {
    const value = digits.get(character);
    const tens = small.get(character);
    const wide = large.get(character);
    if (value !== undefined) {
      if (digit !== undefined && digit !== 0) return undefined;
      digit = value;
      if (value === 0) lastUnit = 1;
    } else if (tens !== undefined) {
      if (digit === undefined && tens !== 10) return undefined;
      section += (digit ?? 1) * tens;
      digit = undefined;
      lastUnit = tens;
    } else if (wide !== undefined) {
      section += digit ?? 0;
      if (section === 0) return undefined;
      total = (total + section) * wide;
      section = 0;
      digit = undefined;
      lastUnit = wide;
    } else return undefined;
  }
  const rest = digit === undefined ? 0 : digit * (lastUnit > 10 ? lastUnit / 10 : 1);
  const value = total + section + rest;
  return Number.isSafeInteger(value) ? value : undefined;
}

/** The places behind the point of a decimal as typed. */
export const decimalsOf = (decimal: string): number =>
  decimal.includes('.') ? (decimal.split('.')[1]?.length ?? 0) : 0;

/** A decimal as typed times 1, 10,000 …: exact, as text without needless zeros; `13.6` × 4 places → `136000`. */
export function shifted(decimal: string, places: number): string {
  // Most numbers are whole and stay so.
  if (places === 0 && String(Number(decimal)) === decimal) return decimal;
  const [whole = '0', fraction = ''] = decimal.split('.');
  const padded = fraction.padEnd(places, '0');
  const moved = `${whole}${padded.slice(0, places)}`.replace(/^0+(?=\d)/, '');
  const rest = padded.slice(places).replace(/0+$/, '');
  return rest === '' ? moved : `${moved}.${rest}`;
}
