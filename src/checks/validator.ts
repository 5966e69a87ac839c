import { Ajv } from 'ajv';
import { editionDefinition } from '../report/edition-definition.ts';
import { reportSchema } from '../report/schema.ts';

/** One way in which a value does not fit the schema. */
export interface Mismatch {
  /** JSON pointer to the value: `/主动公开/规章`. */
  readonly instancePath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
}

const ajv = new Ajv({
  allErrors: true,
  strict: true,
  allowUnionTypes: true,
  strictRequired: false,
  ownProperties: true,
});
ajv.addSchema(reportSchema(), 'report');

/** Compares a report as plain data with the schema of an edition. The build puts code compiled from the committed schema in place of this file. */
export function validateReport(editionId: string, value: unknown): readonly Mismatch[] {
  const validate = ajv.getSchema(`report#/definitions/${editionDefinition(editionId)}`);
  if (!validate) throw new Error(`no schema for edition ${editionId}`);
  return validate(value) ? [] : [...(validate.errors ?? [])];
}
