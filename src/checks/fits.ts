import type { MapNode, YamlNode } from '../report/draft.ts';
import { scalarValue } from '../report/plain-value.ts';
import type { Schema } from '../report/schema.ts';
import type { Visited } from '../report/schema-walk.ts';

/** The value of a scalar; undefined for a mapping or a list. */
type Scalar = ReturnType<typeof scalarValue> | undefined;

const patterns = new Map<string, RegExp>();

function patternOf(source: string): RegExp {
  const pattern = patterns.get(source) ?? new RegExp(source, 'u');
  patterns.set(source, pattern);
  return pattern;
}

/** The name that JSON Schema has for what kind of value a node is. */
function typeOf(node: YamlNode, value: Scalar): string {
  if (node.kind === 'map') return 'object';
  if (node.kind === 'list') return 'array';
  if (value === null) return 'null';
  if (typeof value !== 'number') return typeof value;
  // A number beyond all bounds is none of JSON.
  return Number.isInteger(value) ? 'integer' : Number.isFinite(value) ? 'number' : '';
}

function isOfType(type: string, allowed: unknown): boolean {
  const names = Array.isArray(allowed) ? allowed : [allowed];
  return names.includes(type) || (type === 'integer' && names.includes('number'));
}

const isMember = (object: unknown, key: string): boolean =>
  typeof object === 'object' && object !== null && Object.hasOwn(object, key);

const has = ({ entries }: MapNode, name: unknown): boolean => entries.some(({ key }) => key.text === name);

/** Whether a node with this value keeps one rule of its schema, `word`; false where that is not looked into. */
function keeps(node: YamlNode, value: Scalar, schema: Schema, word: string): boolean {
  const rule = schema[word];
  const bound = Number(rule);
  switch (word) {
    case 'type':
      return isOfType(typeOf(node, value), rule);
    case 'enum':
      return Array.isArray(rule) && rule.includes(value);
    case 'pattern':
      return typeof value !== 'string' || patternOf(String(rule)).test(value);
    case 'minimum':
      return typeof value !== 'number' || value >= bound;
    case 'maximum':
      return typeof value !== 'number' || value <= bound;
    // Lengths count characters, of which each takes one unit or two; texts are long, and mostly it need not be known which.
    case 'minLength':
      return typeof value !== 'string' || value.length >= 2 * bound || [...value].length >= bound;
    case 'maxLength':
      return typeof value !== 'string' || value.length <= bound || [...value].length <= bound;
    case 'minItems':
      return node.kind !== 'list' || node.items.length >= bound;
    case 'maxItems':
      return node.kind !== 'list' || node.items.length <= bound;
    case 'minProperties':
      return node.kind !== 'map' || node.entries.length >= bound;
    case 'maxProperties':
      return node.kind !== 'map' || node.entries.length <= bound;
    case 'required':
      return node.kind !== 'map' || (Array.isArray(rule) && rule.every((name) => has(node, name)));
    case 'additionalProperties':
      return (
        rule !== false || node.kind !== 'map' || node.entries.every(({ key }) => isMember(schema.properties, key.text))
      );
    // Of several conditions the walk follows the first that speaks of a key.
    case 'allOf':
      return Array.isArray(rule) && rule.length === 1;
    // What they say of other nodes is looked at there.
    case 'properties':
    case 'items':
    case 'description':
      return true;
    default:
      return false;
  }
}

/**
 * Whether a node keeps what its schema says of it alone. Where all nodes of a report do, the validator has nothing to
 * say and need not be loaded; false means no more than that it has to be asked.
 */
export function fits({ node, schema }: Visited): boolean {
  const value = node.kind === 'scalar' ? scalarValue(node) : undefined;
  for (const word in schema) if (!keeps(node, value, schema, word)) return false;
  return true;
}
