// Bundles src into dist: one CommonJS file that every start reads, and a file of its own for each part loaded when used.
import { execFile, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { promisify } from 'node:util';
import Ajv from 'ajv';
import standaloneCode from 'ajv/dist/standalone/index.js';
import { build } from 'esbuild';

const out = 'dist';
const chunks = new Map([
  ['commands-examine-worker', 'src/commands/examine-worker.ts'],
  ['ledger-legacy-process', 'src/ledger/legacy-process.ts'],
  ['ledger-legacy-watch', 'src/ledger/legacy-watch.ts'],
  ['writers-xlsx-worker', 'src/writers/xlsx-worker.ts'],
  ['program', 'src/cli.ts'],
  ['index', 'src/index.ts'],
]);

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
        : args.path.replace(/^@/, '').replaceAll('/', '-') || basename(file);
      if (!chunks.has(name)) chunks.set(name, file);
      return { path: `./${name}.js`, external: true };
    });
  },
};

const committedSchema = async () => JSON.parse(await readFile('schema/report.schema.json', 'utf8'));

/** Names of the definitions that hold the reports of the editions, by edition. */
const definitionsOfEditions = ({ definitions }) =>
  new Map(Object.keys(definitions).flatMap((name) => (/^report-\d+$/.test(name) ? [[name.slice(7), name]] : [])));

/** ajv compiles the committed schema here, once, so that no start pays for it. */
async function compiledValidator() {
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

/** The part of the committed schema that reports of each edition are walked through by, as JSON without descriptions. */
async function schemasAhead() {
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

const schemasPlugin = {
  name: 'schemas-ahead',
  setup(context) {
    context.onLoad({ filter: /src\/report\/edition-schema\.ts$/ }, async () => ({
      contents: await schemasAhead(),
      loader: 'js',
    }));
  },
};

/** The same yaml as ES modules, of which only the parts in use are bundled. */
const yamlAsModules = {
  name: 'yaml-as-modules',
  setup(context) {
    context.onResolve({ filter: /^yaml$/ }, () => ({ path: resolve('node_modules/yaml/browser/dist/index.js') }));
  },
};

/** What is loaded only for a report that is unusual or wrong, as most are not, and the function that is called there. */
const whenNeeded = new Map([
  ['source/strict', 'strictTree'],
  ['checks/validator', 'validateReport'],
]);

/** Makes files of their own of {@link whenNeeded}. */
const whenNeededPlugin = {
  name: 'when-needed',
  setup(context) {
    context.onResolve({ filter: /\/(?:source\/strict|validator)\.ts$/ }, ({ kind, path, resolveDir }) => {
      const file = relative(resolve('src'), resolve(resolveDir, path)).replace(/\.ts$/, '').replaceAll('\\', '/');
      if (kind === 'entry-point' || !whenNeeded.has(file)) return undefined;
      const name = file.replaceAll('/', '-');
      chunks.set(name, `src/${file}.ts`);
      return { path: name, namespace: 'when-needed', pluginData: whenNeeded.get(file) };
    });
    context.onLoad({ filter: /./, namespace: 'when-needed' }, ({ path, pluginData: called }) => ({
      contents: `export const ${called} = (...given) => require('./${path}.js').${called}(...given);`,
    }));
    context.onResolve({ filter: /./, namespace: 'when-needed' }, ({ path }) => ({ path, external: true }));
  },
};

/** Of the quick YAML parser its events: the schemas and the writing of YAML, in the same file, are set up at every start. */
const eventsAlone = {
  name: 'events-alone',
  setup(context) {
    const kept = /^src\/(?:common\/(?:snippet|exception)|parser\/(?:events|parser_scalar|parser))\.ts$/;
    context.onLoad({ filter: /js-yaml\/dist\/js-yaml\.mjs$/ }, async ({ path }) => {
      const regions = (await readFile(path, 'utf8')).split(/^\/\/#region (.*)$/m);
      const code = regions.filter((_, at) => at % 2 === 0 && kept.test(regions[at - 1] ?? ''));
      const names = 'COLLECTION_STYLE, EVENT_ID, SCALAR_STYLE, getScalarValue, parseEvents';
      return { contents: `${code.join('')}export { ${names} };` };
    });
  },
};

/** Whether colours are wanted is told to chalk: what it would find out itself loads half of Node. */
const colorsAreTold = {
  name: 'colors-are-told',
  setup(context) {
    context.onResolve({ filter: /^#supports-color$/ }, () => ({ path: 'supports-color', namespace: 'told' }));
    context.onLoad({ filter: /./, namespace: 'told' }, () => ({
      contents: 'export default { stdout: false, stderr: false };',
    }));
  },
};

/** Of the library for workbooks what writes one: it never reads here, and its streams and CSV are half of what it loads. */
const writesAlone = {
  name: 'writes-alone',
  setup(context) {
    const instead = (filter, contents) =>
      context.onLoad({ filter }, ({ path }) => ({ contents, resolveDir: dirname(path) }));
    instead(/exceljs\/lib\/exceljs\.nodejs\.js$/, "module.exports = { Workbook: require('./doc/workbook') };");
    instead(/exceljs\/lib\/csv\/csv\.js$/, 'module.exports = class {};');
  },
};

/** Libraries that would cost every start more than everything else together. */
const heavy = /node_modules\/(ajv|commander|docx|exceljs|@e965\/xlsx|saxes|tinyglobby|yaml)\//;
/** What every `check` loads. */
const hot = ['program', 'commands-check', 'ledger-read'];

const digest = createHash('sha256');
const libraries = new Set();
/** The files that each file loads when they are needed. */
const loads = new Map();

/** Every character outside ASCII by its number: such a file is read and held as bytes, which is a tenth of a start. */
const inAscii = (text) =>
  text.replace(/[^\t\n\r -~]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** Bundles one entry and everything it imports into one file. */
async function bundle(name, entry, define = {}) {
  const { metafile, outputFiles } = await build({
    entryPoints: { [name]: entry },
    outdir: out,
    bundle: true,
    platform: 'node',
    target: 'node20.19',
    format: 'cjs',
    charset: 'utf8',
    supported: { 'dynamic-import': false },
    legalComments: 'none',
    // Half as much to read at every start; a fault is told with its place, which this build of the version gives again.
    minify: true,
    // What SheetJS says to itself would stand between the sentences for the clerk.
    drop: name === 'e965-xlsx' ? ['console'] : [],
    define: { 'import.meta.url': '__filename', ...define },
    metafile: true,
    write: false,
    logLevel: 'warning',
    plugins: [
      splitDynamicImports,
      whenNeededPlugin,
      yamlAsModules,
      eventsAlone,
      colorsAreTold,
      writesAlone,
      validatorPlugin,
      schemasPlugin,
    ],
  });
  const [output] = Object.values(metafile.outputs);
  loads.set(
    name,
    output.imports.flatMap(({ path }) => /^\.\/(.+)\.js$/.exec(path)?.[1] ?? []),
  );
  for (const [file, { bytesInOutput }] of Object.entries(output.inputs)) {
    if (bytesInOutput === 0) continue;
    const library = /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0];
    if (library) libraries.add(library);
    if (hot.includes(name) && heavy.test(file))
      throw new Error(`${file} has come into ${name}.js, which every check loads`);
  }
  for (const { path, text } of outputFiles) {
    const contents = inAscii(text);
    digest.update(contents);
    await writeFile(path, contents);
  }
}

/** Names of a file and of all that it leads to. */
function reached(name, found = new Set()) {
  if (found.has(name)) return found;
  found.add(name);
  for (const next of loads.get(name) ?? []) reached(next, found);
  return found;
}

/**
 * Files that only the program loads are written as the function its loader makes of any file: to put one around
 * a text of this length copies it twice at every start.
 */
async function asFunctions() {
  const modules = reached('index');
  for (const name of [...chunks.keys()].filter((one) => !modules.has(one))) {
    const path = join(out, `${name}.js`);
    const text = await readFile(path, 'utf8');
    await writeFile(path, `(function (exports, require, module, __filename, __dirname) {${text}\n})`);
  }
}

/** Lets the program run and puts what V8 compiled of it beside it, so that with the same Node even the first start is fast. */
async function compileAhead() {
  const folder = await mkdtemp(join(tmpdir(), 'annrep-'));
  const env = { ...process.env, XDG_CACHE_HOME: folder, LOCALAPPDATA: folder };
  const sample = 'fixtures/luting-2020-mended/2020.yaml';
  // What runs here need not be compiled at any start: both editions, a ledger, last year's report, findings, and threads.
  // One report a process, as most starts are: what V8 keeps of a process that has checked several takes a twentieth longer
  // to start from. Of a file no more starts are kept than src/loader.ts says.
  const reports = [
    sample,
    'fixtures/city-2025/2025.yaml',
    'fixtures/ok/last-year.yaml',
    'fixtures/luting-2020/2020.yaml',
  ];
  const many = Array.from({ length: 250 }, (_, at) => join(folder, `${at}.yaml`));
  for (const path of many) await cp(reports[1], path);
  for (const words of [
    ...reports.map((report) => ['check', '--quiet', report]),
    ['check', '--quiet', ...many],
    ['build', '--quiet', sample, '-o', join(folder, 'out')],
  ]) {
    const { status, signal, error, stderr } = spawnSync(process.execPath, ['bin/annrep.js', ...words], { env });
    // 1 says that a sample has faults, on the other stream; or that Node itself came to nothing, and that on this one.
    if (status !== 0 && (status !== 1 || stderr.length > 0))
      throw new Error(`annrep ${words.join(' ')} ended with ${error ?? signal ?? `status ${status}`}:\n${stderr}`);
  }
  await mkdir(join(out, 'compiled'));
  for (const name of await readdir(join(folder, 'annrep')))
    await cp(join(folder, 'annrep', name), join(out, 'compiled', name.replace(/\.\d+$/, '')));
  await rm(folder, { recursive: true });
}

/**
 * The types of the public API: what the compiler writes for src/index.ts and the files it leads to. They need no other
 * package, and neither Node's types.
 */
async function types() {
  const folder = await mkdtemp(join(tmpdir(), 'annrep-'));
  const options = {
    noEmit: false,
    declaration: true,
    emitDeclarationOnly: true,
    rootDir: resolve('src'),
    outDir: folder,
    typeRoots: [resolve('node_modules/@types')],
  };
  const project = join(folder, 'tsconfig.json');
  const config = { extends: resolve('tsconfig.json'), compilerOptions: options, files: [resolve('src/index.ts')] };
  await writeFile(project, JSON.stringify({ ...config, include: [] }));
  await promisify(execFile)(process.execPath, ['node_modules/typescript/bin/tsc', '--project', project]);
  const wanted = new Set(['index.d.ts']);
  for (const file of wanted) {
    const text = await readFile(join(folder, file), 'utf8');
    const written = text.replace(/(?<=\b(?:from |import\()['"])([^'"]+)(?=['"])/g, (name) => {
      if (!name.startsWith('./') && !name.startsWith('../')) throw new Error(`the types in ${file} need ${name}`);
      wanted.add(join(dirname(file), name.replace(/\.ts$/, '.d.ts')));
      return name.replace(/\.ts$/, '.js');
    });
    await mkdir(dirname(join(out, 'types', file)), { recursive: true });
    await writeFile(join(out, 'types', file), written);
  }
  await rm(folder, { recursive: true });
}

/** The licences of everything that is bundled. */
async function notices() {
  const parts = [];
  for (const folder of [...libraries].sort()) {
    const { name, version, license } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
    const file = (await readdir(folder)).find((entry) => /^(licen[sc]e|copying)/i.test(entry));
    const text = file
      ? await readFile(join(folder, file), 'utf8')
      : 'The package holds no file with the text of its licence.';
    parts.push(`${name} ${version} (${license})\n\n${text.trim()}\n`);
  }
  await writeFile(join(out, 'THIRD_PARTY_NOTICES.txt'), parts.join(`\n${'-'.repeat(80)}\n\n`));
}

await rm(out, { recursive: true, force: true });
await mkdir(out, { recursive: true });
const typed = types();
const done = new Set();
while (done.size < chunks.size) {
  for (const [name, entry] of [...chunks]) {
    if (done.has(name)) continue;
    done.add(name);
    await bundle(name, entry);
  }
}
await asFunctions();
const thisBuild = { BUILD: JSON.stringify(digest.copy().digest('hex').slice(0, 16)) };
await bundle('cli', 'src/start.ts', thisBuild);
await bundle('thread', 'src/thread.ts', thisBuild);
await writeFile(join(out, 'package.json'), '{"type":"commonjs"}\n');
await notices();
await typed;
await compileAhead();
