import type { Edition } from '../forms/form.ts';
import { reportSchema, type Schema } from './schema.ts';

const made = new Map<string, Schema>();

/**
 * The JSON Schema by which reports of an edition are walked through. The build puts the committed schema, without what
 * is for people, in place of this file: to derive it from the forms takes longer than to read it.
 */
export function schemaOf(edition: Edition): Schema {
  const schema = made.get(edition.id) ?? reportSchema(edition);
  made.set(edition.id, schema);
  return schema;
}
