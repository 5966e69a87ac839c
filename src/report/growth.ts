/** A decimal number in units of its last place: `12.30` is 1230 with two places. */
const scaled = (text: string, places: number): bigint => {
  const [whole = '0', fraction = ''] = text.replace('+', '').split('.');
  return BigInt(whole + fraction.padEnd(places, '0'));
};

const placesOf = (text: string): number => text.split('.')[1]?.length ?? 0;

const magnitude = (value: bigint): bigint => (value < 0n ? -value : value);

/**
 * `增长12.3%`, `下降4%` or `持平` from last year's number to this year's, rounded half up to one decimal,
 * or to as many as the first that is not zero; undefined where last year's was 0 and there is nothing to compare with.
 */
export function growth(before: string, now: string): string | undefined {
  const places = Math.max(placesOf(before), placesOf(now));
  const from = scaled(before, places);
  const to = scaled(now, places);
  if (from === 0n) return undefined;
  if (from === to) return '持平';
  const change = magnitude(to - from);
  const base = magnitude(from);
  let decimals = 1;
  let share = 0n;
  for (; ; decimals += 1) {
    share = (change * 100n * 10n ** BigInt(decimals) * 2n + base) / (base * 2n);
    if (share > 0n) break;
  }
  const digits = String(share).padStart(decimals + 1, '0');
  const percent = `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`.replace(/\.?0+$/, '');
  return `${to > from ? '增长' : '下降'}${percent}%`;
}
