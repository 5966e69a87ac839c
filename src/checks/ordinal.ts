const digits = new Map([...'零一二三四五六七八九'].map((digit, value) => [digit, value]));

/** 一 to 九十九 as headings and lists number themselves, or undefined: `十二` → 12. */
export function ordinal(text: string): number | undefined {
  const match = /^([一二三四五六七八九])?(十)?([一二三四五六七八九])?$/.exec(text);
  if (!match || text === '') return undefined;
  const [, tens = '', ten, units = ''] = match;
  if (!ten) return tens && units ? undefined : digits.get(tens || units);
  return (tens ? (digits.get(tens) ?? 0) : 1) * 10 + (units ? (digits.get(units) ?? 0) : 0);
}

/** 1 to 99 in Chinese numerals: 12 → `十二`. */
export function ordinalText(value: number): string {
  const names = '零一二三四五六七八九';
  const tens = Math.trunc(value / 10);
  const units = value % 10;
  const tensText = tens === 0 ? '' : `${tens === 1 ? '' : names[tens]}十`;
  return tensText + (units > 0 || tens === 0 ? (names[units] ?? '') : '');
}
