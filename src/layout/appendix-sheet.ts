import type { CalendarDate } from '../report/report.ts';

/** What a cell is, from which the writer takes fonts, borders and colours. */
export type Look =
  | 'title'
  | 'note'
  | 'banner'
  | 'shaded-banner'
  | 'head'
  | 'label'
  | 'number'
  | 'text'
  | 'link'
  | 'boxed-link'
  | 'check-head'
  | 'reported'
  | 'check'
  | 'error'
  | 'warning';

/** A formula in A1 notation without `=`, with the value that a program which does not calculate shows. */
export interface Formula {
  readonly formula: string;
  readonly cached: number | string;
}

/** A text is always a text, whatever it begins with. */
export type Value = string | number | Formula | { readonly date: CalendarDate };

/** A cell of another sheet, or of this one. */
export interface Link {
  readonly sheet: string;
  readonly cell: string;
}

/** A cell with its coordinates, from 1; a cell without a value is blank but has its look. */
export interface AppendixCell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan?: number;
  readonly columnSpan?: number;
  readonly value?: Value;
  readonly look: Look;
  readonly align?: 'left' | 'center' | 'right';
  readonly vertical?: boolean;
  readonly indent?: number;
  /** Number format of Excel; the writer's own where absent. */
  readonly format?: string;
  readonly link?: Link;
}

/** Many rows of one shape under each other: the items of a ledger. */
export interface Body {
  /** The first row, from 1. */
  readonly from: number;
  readonly columns: readonly { readonly align: 'left' | 'center'; readonly format?: string }[];
  readonly rows: readonly (readonly (Value | undefined)[])[];
}

/** A rectangle of cells, inclusive, from 1. */
export interface Area {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** A sheet of the appendix, ready to be written. */
export interface AppendixSheet {
  readonly name: string;
  /** Widths of the columns in half-width characters. */
  readonly widths: readonly number[];
  /** Heights of rows in points, by row from 1; absent: the program's own. */
  readonly heights: ReadonlyMap<number, number>;
  readonly cells: readonly AppendixCell[];
  readonly body?: Body;
  /** Points of the type in the cells. */
  readonly size: number;
  readonly landscape: boolean;
  /** Printed on one page, made smaller where it would run over a little. */
  readonly onePage?: boolean;
  /** Rows above and columns left of this point stay in sight. */
  readonly freeze: { readonly rows: number; readonly columns: number };
  /** Rows that are printed again on every page. */
  readonly repeat?: { readonly from: number; readonly to: number };
  readonly filter?: Area;
  /** Check cells: a number in them is a difference and is shown in red. */
  readonly checks: readonly Area[];
}

/** A name for a cell, for formulas of the reader's own. */
export interface DefinedName {
  readonly name: string;
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

/** The letters of a column, from 1: A, B, … AA. */
export function letters(column: number): string {
  let text = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26))
    text = String.fromCharCode(65 + ((rest - 1) % 26)) + text;
  return text;
}

/** `D17`. */
export const address = (row: number, column: number): string => `${letters(column)}${row}`;

/** `$D$17`. */
export const fixed = (row: number, column: number): string => `$${letters(column)}$${row}`;

/** `D5:F5`, or `D5` where it is one cell. */
export const areaAddress = (area: Area): string => {
  const [from, to] = [address(area.top, area.left), address(area.bottom, area.right)];
  return from === to ? from : `${from}:${to}`;
};

/** A sheet's name as formulas write it. */
export const quoted = (sheet: string): string => `'${sheet.replaceAll("'", "''")}'`;

/** Half-width characters that a text takes on its longest line; everything beyond Latin counts two. */
export function textWidth(text: string): number {
  let widest = 0;
  for (const line of text.split('\n')) {
    let width = 0;
    for (const character of line) width += (character.codePointAt(0) ?? 0) < 0x250 ? 1 : 2;
    widest = Math.max(widest, width);
  }
  return widest;
}
