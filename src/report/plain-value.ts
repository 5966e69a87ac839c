import type { ScalarNode, YamlNode } from '../source.ts';
import { isBlank } from './draft.ts';

/** A number that can be read in one way only. */
const number = /^[+-]?(?:0|[1-9]\d*)(?:\.\d+)?$/;

/**
 * A scalar as data for the schema. Only plain numbers become numbers and only `true` and `false` truth values:
 * `012`, `0x10`, `1e3`, `yes` and everything in quotes stay text, so that none is read as something else.
 */
export function scalarValue(node: ScalarNode): string | number | boolean | null {
  if (isBlank(node)) return null;
  if (node.writing !== 'plain') return node.text;
  if (number.test(node.text)) return Number(node.text);
  if (node.text === 'true' || node.text === 'false') return node.text === 'true';
  return node.text;
}

/**
 * The tree as data for the schema, see {@link scalarValue}.
 * Objects have no prototype: a key such as `__proto__` is a key like any other.
 */
export function plainValue(node: YamlNode): unknown {
  if (node.kind === 'list') return node.items.map(plainValue);
  if (node.kind === 'scalar') return scalarValue(node);
  const value: Record<string, unknown> = Object.create(null);
  for (const entry of node.entries) value[entry.key.text] ??= plainValue(entry.value);
  return value;
}
