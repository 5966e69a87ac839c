import type { Note } from '../../finding.ts';
import type { Part } from './parts.ts';

/** Why a list may miss its total: a part too many, one counted twice, or a beginning that is all of it. */
export function explainSum(parts: readonly Part[], total: number): Note | undefined {
  const values = parts.map(({ statement }) => statement.figure.value);
  const sum = values.reduce((left, right) => left + right, 0);
  let running = 0;
  for (const [index, value] of values.entries()) {
    running += value;
    if (running === total && index > 0 && index < values.length - 1 && sum > total)
      return { say: 'first', args: { count: index + 1, total } };
  }
  const seen = new Map<string, number>();
  for (const { name, statement } of parts) {
    const { value } = statement.figure;
    if (name !== '' && seen.get(name) === value && sum - value === total)
      return { say: 'twice', args: { name, value, total } };
    seen.set(name, value);
  }
  const extra = parts.find(({ statement }) => statement.figure.value > 0 && sum - statement.figure.value === total);
  if (extra) return { say: 'without', args: { name: extra.name, total } };
  const missing = total - sum;
  const short = parts.find(({ statement }) => missing > 0 && tenfold(statement.figure.value, missing));
  if (short) return { say: 'digit', args: { name: short.name, value: short.statement.figure.value, total } };
  const swapped = parts.find(({ statement }) => exchanged(statement.figure.value, statement.figure.value + missing));
  if (swapped) {
    const { value } = swapped.statement.figure;
    return { say: 'swapped', args: { name: swapped.name, value, instead: value + missing, total } };
  }
  return undefined;
}

/** A nought left out: 12 for 120. */
const tenfold = (value: number, missing: number): boolean => value > 0 && value * 9 === missing;

/** Whether two neighbouring digits changed places: 67 for 76. */
export function exchanged(typed: number, meant: number): boolean {
  if (typed < 10 || meant < 10 || typed === meant) return false;
  const [left, right] = [String(typed), String(meant)];
  if (left.length !== right.length) return false;
  const differing = [...left].flatMap((digit, index) => (digit === right.charAt(index) ? [] : [index]));
  const [one = 0, two = 0] = differing;
  return (
    differing.length === 2 &&
    two === one + 1 &&
    left.charAt(one) === right.charAt(two) &&
    left.charAt(two) === right.charAt(one)
  );
}
