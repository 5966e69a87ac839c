import type { TextPlace } from '../finding.ts';
import type { Kind } from '../forms/form.ts';
import type { CellKey } from '../forms/walk.ts';
import type { YamlNode } from '../source.ts';
import { scalarOf } from './draft.ts';
import type { Cell } from './report.ts';

/** The largest count: sums of a whole table stay whole numbers that a machine can hold. */
export const largestCount = 999_999_999_999;

const forms: Readonly<Record<Kind, RegExp>> = {
  count: /^(?:0|[1-9]\d{0,11})$/,
  signed: /^(?:0|[+-]?[1-9]\d{0,11})$/,
  money: /^(?:0|[1-9]\d{0,11})(?:\.\d{1,12})?$/,
};

/** Whether a text is a number of this kind, written in the one way that cannot be read as another. */
export const isNumber = (kind: Kind, text: string): boolean => forms[kind].test(text);

/** The cell that a value in the file makes; a blank, or what is no number, has no value. */
export function typedCell(key: CellKey, kind: Kind, node: YamlNode | undefined, at: TextPlace): Cell {
  const scalar = scalarOf(node);
  const text = scalar?.writing === 'plain' && isNumber(kind, scalar.text) ? scalar.text : undefined;
  if (text === undefined) return { key, kind, value: null, text: '', origin: 'stated', at };
  return { key, kind, value: kind === 'money' ? text : Number(text), text, origin: 'stated', at };
}

/** A number that follows from others or from 无 and the like. */
export const derivedCell = (
  key: CellKey,
  kind: Kind,
  value: number | null,
  origin: Cell['origin'],
  at: TextPlace,
): Cell => ({
  key,
  kind,
  value: value !== null && kind === 'money' ? String(value) : value,
  text: value === null ? '' : String(value),
  origin,
  at,
});
