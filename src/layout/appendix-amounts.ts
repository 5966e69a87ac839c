import type { CellKey } from '../forms/walk.ts';
import type { Value } from './appendix-sheet.ts';
import type { GridCell } from './grid.ts';

/** A decimal number as typed that a spreadsheet can hold without loss: at most 15 digits. */
const decimal = /^([+-]?)(\d+)(?:\.(\d+))?$/;

/** An exact decimal: `units` / 10^`decimals`. */
export interface Amount {
  readonly units: bigint;
  readonly decimals: number;
}

/** What was typed as an exact decimal; undefined for a blank, for other text and for more digits than a cell can hold. */
export function amountOf(text: string): Amount | undefined {
  const match = decimal.exec(text);
  if (!match) return undefined;
  const [, sign = '', whole = '', fraction = ''] = match;
  if ((whole + fraction).replace(/^0+/, '').length > 15) return undefined;
  const units = BigInt(whole + fraction);
  return { units: sign === '-' ? -units : units, decimals: fraction.length };
}

const scaled = (amount: Amount, decimals: number): bigint => amount.units * 10n ** BigInt(decimals - amount.decimals);

/** Σ of exact decimals. */
export function sumOf(amounts: readonly Amount[]): Amount {
  const decimals = Math.max(0, ...amounts.map((amount) => amount.decimals));
  return { decimals, units: amounts.reduce((sum, amount) => sum + scaled(amount, decimals), 0n) };
}

/** a − b. */
export const minus = (a: Amount, b: Amount): Amount => sumOf([a, { units: -b.units, decimals: b.decimals }]);

/** The nearest number of the spreadsheet. */
export const numberOf = (amount: Amount): number => {
  const digits = (amount.units < 0n ? -amount.units : amount.units).toString().padStart(amount.decimals + 1, '0');
  const whole = digits.slice(0, digits.length - amount.decimals);
  return Number(`${amount.units < 0n ? '-' : ''}${whole}.${digits.slice(digits.length - amount.decimals)}`);
};

/** The number format that shows a number with the decimals, the sign and the unit it was typed with. */
export function formatOf(cell: GridCell): string {
  const match = decimal.exec(cell.text);
  const fraction = match?.[3] ?? '';
  const digits = fraction ? `0.${'0'.repeat(fraction.length)}` : '0';
  const unit = cell.suffix ? `"${cell.suffix.replaceAll('"', '')}"` : '';
  return match?.[1] === '+' ? `+${digits}${unit};-${digits}${unit};${digits}${unit}` : `${digits}${unit}`;
}

/** What stands in a cell of numbers that is no formula: the number, or the text where it cannot be a number. */
export function typedValue(cell: GridCell): Value | undefined {
  if (cell.text === '') return undefined;
  const amount = amountOf(cell.text);
  return amount ? numberOf(amount) : `${cell.text}${cell.suffix ?? ''}`;
}

/** Values of a grid's cells as formulas work them out: a total from its parts, everything else as typed, a blank as nothing. */
export function worked(cells: ReadonlyMap<CellKey, GridCell>): (key: CellKey) => Amount {
  const known = new Map<CellKey, Amount>();
  const work = (key: CellKey): Amount => {
    const before = known.get(key);
    if (before) return before;
    const cell = cells.get(key);
    const amount = (cell && (isFormula(cell) ? sumOf(cell.sumOf?.map(work) ?? []) : amountOf(cell.text))) ?? {
      units: 0n,
      decimals: 0,
    };
    known.set(key, amount);
    return amount;
  };
  return work;
}

/** Whether a total is written as a live formula: it has parts, and it was not left blank. */
export const isFormula = (cell: GridCell): boolean =>
  (cell.sumOf?.length ?? 0) > 0 && amountOf(cell.text) !== undefined;
