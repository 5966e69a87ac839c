/** Versions of V8, by their first number, that are known to take these settings: those of Node 22 to 26. */
const known: readonly number[] = [12, 13, 14];

/**
 * Functions are compiled anew after 2,000 calls instead of 400, patterns after 100 instead of one; and what V8 first makes of
 * a pattern is not made smaller, which takes longer than a hundred calls win.
 */
const settings = [
  '--invocation-count-for-maglev=2000',
  '--regexp-tier-up-ticks=100',
  '--no-regexp-peephole-optimization',
] as const;

/** Loads what a check needs of Node: once V8 has other settings it no longer takes what Node has compiled of itself. */
function loadNode(): void {
  require('node:zlib');
  if (process.argv.includes('--quiet')) return;
  try {
    void process.stdout;
  } catch {
    // Whoever writes there is told.
  }
}

/**
 * For a check tells V8 to wait with compiling anew what it sees run often. The check of one report ends before that pays,
 * and compiling takes memory and time from it even on other cores; a long ledger or many reports come to 2,000 calls soon
 * all the same. Left alone on Node 20, whose V8 compiles once less, and on versions to come, which may not know the settings
 * and would say so on the screen.
 * @returns whether it was told so: what V8 compiled before it takes only under the same settings
 */
export function compileLate(): boolean {
  if (!process.argv.includes('check') || !known.includes(Number.parseInt(process.versions.v8, 10))) return false;
  loadNode();
  const { setFlagsFromString } = require('node:v8') as typeof import('node:v8');
  for (const setting of settings) setFlagsFromString(setting);
  return true;
}
