// How the bundler takes the sources and the libraries apart: what every start loads, what is loaded when used, what is left out.
import { readFile } from 'node:fs/promises';
import { basename, dirname, relative, resolve } from 'node:path';
import { compiledValidator, schemasAhead } from './schema.mjs';

/** A dynamic import becomes a file of its own; CommonJS has no other splitting. */
const splitDynamicImports = (chunks) => ({
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
});

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
const whenNeededPlugin = (chunks) => ({
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
});

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

/** All of them; what is to be a file of its own is added to `chunks`, its source by its name. */
export const plugins = (chunks) => [
  splitDynamicImports(chunks),
  whenNeededPlugin(chunks),
  yamlAsModules,
  eventsAlone,
  colorsAreTold,
  writesAlone,
  validatorPlugin,
  schemasPlugin,
];
