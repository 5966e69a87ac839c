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
  readonly schema: Schema;
}

const isSchema = (value: unknown): value is Schema =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const schemaIn = (schema: Schema | undefined, key: string): Schema | undefined => {
  const inner = schema && Object.hasOwn(schema, key) ? schema[key] : undefined;
  return isSchema(inner) ? inner : undefined;
};

interface Resolved {
  readonly schema: Schema;
  readonly definition: string;
}

/** What schemas refer to, by the root that they were looked up in. */
const known = new WeakMap<Schema, WeakMap<Schema, Resolved>>();

/** The definition a schema refers to, with its name. */
function resolve(schema: Schema, root: Schema): Resolved {
  let ofRoot = known.get(root);
  if (!ofRoot) {
    ofRoot = new WeakMap();
    known.set(root, ofRoot);
  }
  const found = ofRoot.get(schema) ?? resolved(schema, root);
  ofRoot.set(schema, found);
  return found;
}

function resolved(schema: Schema, root: Schema): Resolved {
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

/** Every node that the schema knows, from the root down in the order of the file. */
export function walkSchema(root: Schema, schema: Schema, node: YamlNode): readonly Visited[] {
  const all: Visited[] = [];
  const visit = (asked: Schema, at: YamlNode, path: Path): void => {
    const { schema: own, definition } = resolve(asked, root);
    all.push({ node: at, path, definition, schema: own });
    if (at.kind === 'map')
      for (const { key, value } of at.entries) {
        const inner = propertyOf(own, key.text, at);
        if (inner) visit(inner, value, [...path, key.text]);
      }
    const items = at.kind === 'list' ? schemaIn(own, 'items') : undefined;
    if (at.kind === 'list' && items)
      for (let index = 0; index < at.items.length; index += 1) {
        const item = at.items[index];
        if (item) visit(items, item, [...path, index]);
      }
  };
  visit(schema, node, []);
  return all;
}

/** Keys that a mapping may have at a place; none where the schema does not know it. */
export const keysOf = (visited: Visited | undefined): readonly string[] =>
  Object.keys(schemaIn(visited?.schema, 'properties') ?? {});
