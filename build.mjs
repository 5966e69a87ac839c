// Bundles src into dist: one CommonJS file that every start reads, and a file of its own for each part loaded when used.
import { createHash } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { compileAhead } from './build/compile-ahead.mjs';
import { notices, types } from './build/package-parts.mjs';
import { plugins } from './build/plugins.mjs';

const out = 'dist';
const chunks = new Map([
  ['commands-examine-worker', 'src/commands/examine-worker.ts'],
  ['ledger-legacy-process', 'src/ledger/legacy-process.ts'],
  ['ledger-legacy-watch', 'src/ledger/legacy-watch.ts'],
  ['writers-xlsx-worker', 'src/writers/xlsx-worker.ts'],
  ['program', 'src/cli.ts'],
  ['index', 'src/index.ts'],
]);

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

/** Libraries that a library has put into a file of its own: its bundler says above each where it stood. */
async function broughtIn(file) {
  const above = file.slice(0, file.indexOf('node_modules/'));
  const text = await readFile(file, 'utf8');
  return [...text.matchAll(/^\/\/ (node_modules\/(?:@[^/]+\/)?[^/]+)/gm)].map(([, folder]) => above + folder);
}

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
    plugins: plugins(chunks),
  });
  const [output] = Object.values(metafile.outputs);
  loads.set(
    name,
    output.imports.flatMap(({ path }) => /^\.\/(.+)\.js$/.exec(path)?.[1] ?? []),
  );
  for (const [file, { bytesInOutput }] of Object.entries(output.inputs)) {
    if (bytesInOutput === 0) continue;
    const library = /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0];
    if (library) for (const one of [library, ...(await broughtIn(file))]) libraries.add(one);
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

await rm(out, { recursive: true, force: true });
await mkdir(out, { recursive: true });
const typed = types(out);
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
await notices(out, libraries);
await typed;
await compileAhead(out);
