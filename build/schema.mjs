// What the build makes of the committed schema, so that no start pays for it.
import { readFile } from 'node:fs/promises';
import Ajv from 'ajv';
import standaloneCode from 'ajv/dist/standalone/index.js';

const committedSchema = async () => JSON.parse(await readFile('schema/report.schema.json', 'utf8'));

/** Names of the definitions that hold the reports of the editions, by edition. */
const definitionsOfEditions = ({ definitions }) =>
  new Map(Object.keys(definitions).flatMap((name) => (/^report-\d+$/.test(name) ? [[name.slice(7), name]] : [])));

/** The validator as code that ajv has compiled. */
export async function compiledValidator() {
  const schema = await committedSchema();
  const ajv = new Ajv({
    allErrors: true,
    strict: true,
    allowUnionTypes: true,
    strictRequired: false,
    ownProperties: true,
    // Parts of the schema are shared and the library's own sentences left out: that is a third of the code.
    inlineRefs: false,
    messages: false,
    code: { source: true, esm: true, lines: false },
  });
  ajv.addSchema(schema, 'report');
  const editions = [...definitionsOfEditions(schema)];
  const code = standaloneCode(
    ajv,
    Object.fromEntries(editions.map(([id, name]) => [`edition${id}`, `report#/definitions/${name}`])),
  );
  const imported = code.replace(
    /const (\w+) = require\("([^"]+)"\)\.default;?/g,
    (_, name, path) =>
      `import ${name}_module from "${path}.js"; const ${name} = ${name}_module.default ?? ${name}_module;`,
  );
  return `${imported}
const validators = { ${editions.map(([id]) => `edition${id}`).join(', ')} };
export function validateReport(editionId, value) {
  const validate = validators['edition' + editionId];
  return validate(value) ? [] : validate.errors;
}`;
}

/** The part of the committed schema that reports of each edition are walked through by, as JSON without descriptions. */
export async function schemasAhead() {
  const schema = await committedSchema();
  const written = {};
  for (const [id, name] of definitionsOfEditions(schema)) {
    const definitions = {};
    const take = (wanted) => {
      if (wanted in definitions) return;
      definitions[wanted] = schema.definitions[wanted];
      JSON.stringify(definitions[wanted], (key, value) => {
        if (key === '$ref') take(value.replace('#/definitions/', ''));
        return value;
      });
    };
    take(name);
    const withoutWords = (key, value) => (key === 'description' && typeof value === 'string' ? undefined : value);
    written[id] = JSON.stringify({ definitions }, withoutWords);
  }
  return `const written = ${JSON.stringify(written)};
const read = new Map();
export function schemaOf({ id }) {
  const schema = read.get(id) ?? JSON.parse(written[id]);
  read.set(id, schema);
  return schema;
}`;
}
