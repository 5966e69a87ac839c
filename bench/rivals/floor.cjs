// The least that any program of this kind does: a YAML parser and a schema, none of our checks.
const { readdirSync, readFileSync } = require('node:fs');
const { join } = require('node:path');
const Ajv = require('ajv').default;
const { parse } = require('yaml');

const validate = new Ajv({ allErrors: true, strict: false }).compile(
  JSON.parse(readFileSync('schema/report.schema.json', 'utf8')),
);
let wrong = 0;
for (const name of readdirSync(process.argv[2]))
  if (!validate(parse(readFileSync(join(process.argv[2], name), 'utf8'), { intAsBigInt: false }))) wrong += 1;
process.stdout.write(`${wrong}\n`);
