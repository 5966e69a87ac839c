import type { Path } from '../finding.ts';
import type { YamlNode } from '../source.ts';
import { textOf, valueAt } from './draft.ts';
import type { Schema } from './schema.ts';

/** A node of a file and what the schema says of it. */
export interface Visited {
  readonly node: YamlNode;
  readonly path: Path;
  /** Name of the definition that the value has to fit (`count`, `date`, `body` …); empty where it has none of its own. */
  readonly definition: string;
  /** Keys that a mapping may have here. */
  readonly keys: readonly string[];
}

const isSchema = (value: unknown): value is Schema =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const schemaIn = (schema: Schema | undefined, key: string): Schema | undefined => {
  const inner = schema && Object.hasOwn(schema, key) ? schema[key] : undefined;
  return isSchema(inner) ? inner : undefined;
};

/** The definition a schema refers to, with its name. */
function resolve(schema: Schema, root: Schema): { readonly schema: Schema; readonly definition: string } {
  const definition = typeof schema.$ref === 'string' ? schema.$ref.replace('#/definitions/', '') : '';
  const target = definition ? schemaIn(schemaIn(root, 'definitions'), definition) : schema;
  return { schema: target ?? {}, definition };
}

/** The schema of a key, where it depends on another key (`if` … `then`) that of the branch that fits. */
function propertyOf(schema: Schema, key: string, node: YamlNode): Schema | undefined {
  for (const rule of Array.isArray(schema.allOf) ? schema.allOf.filter(isSchema) : []) {
    const conditions = schemaIn(schemaIn(rule, 'if'), 'properties') ?? {};
    const holds = Object.keys(conditions).every(
      (name) => schemaIn(conditions, name)?.const === textOf(valueAt(node, name)),
    );
    const found = schemaIn(schemaIn(schemaIn(rule, holds ? 'then' : 'else'), 'properties'), key);
    if (found) return found;
  }
  return schemaIn(schemaIn(schema, 'properties'), key) ?? schemaIn(schema, 'additionalProperties');
}

/** Visits every node that the schema knows, from the root down in the order of the file. */
export function* walkSchema(root: Schema, schema: Schema, node: YamlNode, path: Path = []): Generator<Visited> {
  const { schema: own, definition } = resolve(schema, root);
  yield {
    node,
    path,
    definition,
    get keys() {
      return Object.keys(schemaIn(own, 'properties') ?? {});
    },
  };
  if (node.kind === 'map') {
    for (const { key, value } of node.entries) {
      const inner = propertyOf(own, key.text, node);
      if (inner) yield* walkSchema(root, inner, value, [...path, key.text]);
    }
  }
  const items = schemaIn(own, 'items');
  if (node.kind === 'list' && items) {
    for (const [index, item] of node.items.entries()) yield* walkSchema(root, items, item, [...path, index]);
  }
}
