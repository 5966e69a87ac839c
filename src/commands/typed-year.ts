const digits = '〇一二三四五六七八九';

/** The year of an answer such as `2025`, `2025年度` or `二〇二五年`; undefined for anything else. */
export function yearIn(answer: string): number | undefined {
  const plain = answer
    .replace(/[零○Oo]/g, '〇')
    .replace(/[〇一二三四五六七八九]/g, (digit) => String(digits.indexOf(digit)))
    .replace(/年度?$/, '')
    .trim();
  return /^20\d\d$/.test(plain) ? Number(plain) : undefined;
}
