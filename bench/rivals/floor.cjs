// The least that any program of this kind does: a YAML parser and a schema, none of our checks. Usage: floor.cjs yaml|js-yaml FOLDER
const { readdirSync, readFileSync } = require('node:fs');
const { join } = require('node:path');
const Ajv = require('ajv').default;

const [, , name, folder] = process.argv;
const { load, parse = load } = require(name);
const validate = new Ajv({ allErrors: true, strict: false }).compile(
  JSON.parse(readFileSync('schema/report.schema.json', 'utf8')),
);
let wrong = 0;
for (const file of readdirSync(folder)) if (!validate(parse(readFileSync(join(folder, file), 'utf8')))) wrong += 1;
process.stdout.write(`${wrong}\n`);
