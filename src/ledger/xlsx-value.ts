import { LedgerUnreadable } from './ledger.ts';
import type { SheetCell } from './workbook.ts';
import { limits } from './workbook-limits.ts';
import { dateOfSerial, WholeDates } from './xlsx-dates.ts';
import type { SharedStrings } from './xlsx-strings.ts';
import type { Styles } from './xlsx-styles.ts';

/** `_x000D_` and its kind stand for characters that XML cannot hold (ECMA-376 22.9.2.19); what is above a cell's limit is cut. */
export function cellText(text: string): string {
  const plain = text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_whole, code) => String.fromCharCode(Number.parseInt(code, 16)))
    : text;
  return plain.length > limits.text ? plain.slice(0, limits.text) : plain;
}

/** The shortest decimal number that is this double, without an exponent; integers as written, however long. */
export function decimalText(written: string): string | undefined {
  if (/^(?:0|-?[1-9][0-9]*)$/.test(written)) return written;
  if (!/^[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[Ee][+-]?[0-9]+)?$/.test(written)) return undefined;
  const value = Number(written);
  if (!Number.isFinite(value)) return undefined;
  const [, sign = '', whole = '', fraction = '', power] =
    /^(-?)([0-9]+)(?:\.([0-9]+))?(?:e([+-][0-9]+))?$/.exec(String(value)) ?? [];
  if (power === undefined) return `${value === 0 ? '' : sign}${whole}${fraction && `.${fraction}`}`;
  const shift = Number(power);
  if (shift > 0) return sign + whole + fraction.padEnd(shift, '0');
  return `${sign}0.${'0'.repeat(-shift - 1)}${whole}${fraction}`;
}

/** Reads cells as values, by the workbook's styles and shared strings. */
export class CellReader {
  private readonly styles: Styles;
  private readonly strings: SharedStrings;
  private readonly from1904: boolean;
  private readonly dates: WholeDates;

  constructor(styles: Styles, strings: SharedStrings, from1904: boolean) {
    this.styles = styles;
    this.strings = strings;
    this.from1904 = from1904;
    this.dates = new WholeDates(from1904);
  }

  /**
   * The value of a cell as it stands in the file, undefined for a blank one: the attributes `t` (empty where there is none) and
   * `s`, whether it has a formula, the text of `v` and that of `is`. Throws `damaged` where a shared string is not there.
   */
  read(
    column: number,
    type: string,
    style: number,
    formula: boolean,
    value: string | undefined,
    inline: string | undefined,
  ): SheetCell | undefined {
    if (inline !== undefined && (type === 'inlineStr' || value === undefined))
      return textCell(column, cellText(inline), formula);
    if (value === undefined) return formula ? { column, kind: 'uncalculated', text: '', formula } : undefined;
    switch (type) {
      case 's':
        return this.shared(column, /^[0-9]{1,9}$/.test(value.trim()) ? Number(value) : -1, formula);
      case 'str':
      case 'inlineStr':
        return textCell(column, cellText(value), formula);
      default:
        return this.scalar(column, type, style, formula, value.trim());
    }
  }

  /** The cell that holds a shared string. */
  shared(column: number, index: number, formula: boolean): SheetCell | undefined {
    const text = this.strings.at(index);
    if (text === undefined) throw new LedgerUnreadable('damaged', 'xlsx: shared string');
    return text === '' ? undefined : { column, kind: 'text', text, formula };
  }

  /** The cell that holds a whole number of at most nine digits: a number, or a date by its style. */
  whole(column: number, digits: string, style: number): SheetCell | undefined {
    const shown = this.styles[style] ?? 'number';
    const date = shown === 'date' ? this.dates.of(Number(digits)) : undefined;
    if (date !== undefined) return { column, kind: 'date', text: date, formula: false };
    if (shown === 'number' && digits.charCodeAt(0) !== 0x30)
      return { column, kind: 'number', text: digits, formula: false };
    return this.scalar(column, '', style, false, digits);
  }

  private scalar(column: number, type: string, style: number, formula: boolean, value: string): SheetCell | undefined {
    if (value === '') return formula ? { column, kind: 'uncalculated', text: '', formula } : undefined;
    if (type === 'b')
      return { column, kind: 'boolean', text: value === '1' || value === 'true' ? 'TRUE' : 'FALSE', formula };
    if (type === 'e') return { column, kind: 'error', text: value, formula };
    if (type === 'd') {
      const date = /^([0-9]{4}-[0-9]{2}-[0-9]{2})(?:T|$)/.exec(value)?.[1];
      return date === undefined ? textCell(column, value, formula) : { column, kind: 'date', text: date, formula };
    }
    const text = decimalText(value);
    if (text === undefined) return textCell(column, value, formula);
    const shown = this.styles[style] ?? 'number';
    const date = shown === 'number' ? undefined : dateOfSerial(Number(value), shown, this.from1904);
    return date === undefined
      ? { column, kind: 'number', text, formula }
      : { column, kind: 'date', text: date, formula };
  }
}

const textCell = (column: number, text: string, formula: boolean): SheetCell | undefined =>
  text === '' ? undefined : { column, kind: 'text', text, formula };
