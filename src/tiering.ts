/** Versions of V8, by their first number, that are known to take these settings: those of Node 22 to 26. */
const known: readonly number[] = [12, 13, 14];

/**
 * For a check tells V8 to wait with compiling anew what it sees run often: functions after 2,000 calls instead of 400,
 * patterns after 20 instead of one. The check of one report ends before that pays, and compiling takes memory and time
 * from it even on other cores; a long ledger or many reports come to 2,000 calls soon all the same. Left alone on Node 20,
 * whose V8 compiles once less, and on versions to come, which may not know the settings and would say so on the screen.
 * @returns whether it was told so: what V8 compiled before it takes only under the same settings
 */
export function compileLate(): boolean {
  if (!process.argv.includes('check') || !known.includes(Number.parseInt(process.versions.v8, 10))) return false;
  const { setFlagsFromString } = require('node:v8') as typeof import('node:v8');
  setFlagsFromString('--invocation-count-for-maglev=2000');
  setFlagsFromString('--regexp-tier-up-ticks=20');
  return true;
}
