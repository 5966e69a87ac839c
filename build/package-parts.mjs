// What the package holds beside the program: types and licences.
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';

/**
 * The types of the public API: what the compiler writes for src/index.ts and the files it leads to. They need no other
 * package, and neither Node's types.
 */
export async function types(out) {
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

/** The licences of everything that is bundled: the libraries by their folders. */
export async function notices(out, libraries) {
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
