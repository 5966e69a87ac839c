import type { CellFormulaValue } from 'exceljs';
import type { Value } from '../layout/appendix-sheet.ts';
import { writable } from './ooxml.ts';

/** Most characters that Excel keeps in a cell. */
const most = 32_767;

/** A text as a cell can hold it: no characters that XML forbids, no accidental `_x0041_` escape, not too long. */
export function cellText(text: string): string {
  const clean = writable(text.replace(/\r\n?/g, '\n')).replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
  return clean.length <= most ? clean : `${clean.slice(0, most - 1).replace(/\p{Cs}$/u, '')}…`;
}

/** Days since 30 December 1899, as spreadsheets count; undefined for a day before 1 March 1900, which they count differently. */
export function serialOf(date: string): number | undefined {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const serial = Date.UTC(year, month - 1, day) / 86_400_000 + 25_569;
  return Number.isInteger(serial) && serial >= 61 ? serial : undefined;
}

/** A value as exceljs takes it: a text stays a text, a date becomes its serial number. */
export function excelValue(value: Value): string | number | CellFormulaValue {
  if (typeof value === 'string') return cellText(value);
  if (typeof value === 'number') return value;
  if ('date' in value) return serialOf(value.date) ?? value.date;
  return { formula: value.formula, result: value.cached } as CellFormulaValue;
}
