// Bundles src into dist: one CommonJS file that every start reads, and a file of its own for each part loaded when used.
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, join, relative } from 'node:path';
import Ajv from 'ajv';
import standaloneCode from 'ajv/dist/standalone/index.js';
import { build } from 'esbuild';

const out = 'dist';
const chunks = new Map([['cli', 'src/cli.ts'], ['index', 'src/index.ts']]);

/** A dynamic import becomes a file of its own; CommonJS has no other splitting. */
const splitDynamicImports = {
  name: 'split-dynamic-imports',
  setup(context) {
    context.onResolve({ filter: /./ }, async (args) => {
      if (args.kind !== 'dynamic-import' || args.pluginData === 'resolving') return undefined;
      const { path } = await context.resolve(args.path, {
        kind: 'dynamic-import',
        resolveDir: args.resolveDir,
        importer: args.importer,
        pluginData: 'resolving',
      });
      if (path.startsWith('node:') || !path.startsWith('/')) return { path, external: true };
      const file = relative(process.cwd(), path);
      const name = file.startsWith('src/')
        ? file.slice(4).replace(/\.ts$/, '').replaceAll('/', '-')
        : (args.path.replace(/^@/, '').replaceAll('/', '-') || basename(file));
      if (!chunks.has(name)) chunks.set(name, file);
      return { path: `./${name}.js`, external: true };
    });
  },
};

/** ajv compiles the committed schema here, once, so that no start pays for it. */
async function compiledValidator() {
  const schema = JSON.parse(await readFile('schema/report.schema.json', 'utf8'));
  const ajv = new Ajv({
    allErrors: true,
    strict: true,
    allowUnionTypes: true,
    strictRequired: false,
    ownProperties: true,
    code: { source: true, esm: true, lines: false },
  });
  ajv.addSchema(schema, 'report');
  const editions = Object.keys(schema.definitions).flatMap((name) => /^report-(\d+)$/.exec(name)?.[1] ?? []);
  const code = standaloneCode(
    ajv,
    Object.fromEntries(editions.map((id) => [`edition${id}`, `report#/definitions/report-${id}`])),
  );
  const imported = code.replace(
    /const (\w+) = require\("([^"]+)"\)\.default;?/g,
    (_, name, path) => `import ${name}_module from "${path}.js"; const ${name} = ${name}_module.default ?? ${name}_module;`,
  );
  return `${imported}
const validators = { ${editions.map((id) => `edition${id}`).join(', ')} };
export function validateReport(editionId, value) {
  const validate = validators['edition' + editionId];
  return validate(value) ? [] : validate.errors;
}`;
}

const validatorPlugin = {
  name: 'compiled-validator',
  setup(context) {
    context.onLoad({ filter: /src\/checks\/validator\.ts$/ }, async () => ({
      contents: await compiledValidator(),
      loader: 'js',
      resolveDir: process.cwd(),
    }));
  },
};

await rm(out, { recursive: true, force: true });
await mkdir(out, { recursive: true });
const done = new Set();
const inputs = new Set();
while (done.size < chunks.size) {
  for (const [name, entry] of [...chunks]) {
    if (done.has(name)) continue;
    done.add(name);
    const result = await build({
      entryPoints: { [name]: entry },
      outdir: out,
      bundle: true,
      platform: 'node',
      target: 'node20.19',
      format: 'cjs',
      charset: 'utf8',
      supported: { 'dynamic-import': false },
      legalComments: 'none',
      define: { 'import.meta.url': '__filename' },
      metafile: true,
      logLevel: 'warning',
      plugins: [splitDynamicImports, validatorPlugin],
    });
    for (const input of Object.keys(result.metafile.inputs)) inputs.add(input);
  }
}
await writeFile(join(out, 'package.json'), '{"type":"commonjs"}\n');
