/** Patterns are compiled anew after 100 uses instead of one; and what V8 first makes of one is not made smaller, which takes longer. */
const ofPatterns = ['--regexp-tier-up-ticks=100', '--no-regexp-peephole-optimization'] as const;

/** Functions are compiled anew by the second compiler, which Node 20 does not have, after 2,000 calls instead of 400. */
const ofFunctions = ['--invocation-count-for-maglev=2000'] as const;

/** Versions of V8, by their first number, that are known to take these settings: those of Node 20 to 26. */
const known = new Map<number, readonly string[]>([
  [11, ofPatterns],
  [12, [...ofPatterns, ...ofFunctions]],
  [13, [...ofPatterns, ...ofFunctions]],
  [14, [...ofPatterns, ...ofFunctions]],
]);

/** Opens what a check writes to: once V8 has other settings it no longer takes what Node has compiled of itself. */
function openScreen(): void {
  if (process.argv.includes('--quiet')) return;
  try {
    void process.stdout;
  } catch {
    // Whoever writes there is told.
  }
}

/**
 * For a check tells V8 to wait with compiling anew what it sees run often. The check of one report ends before that pays,
 * and compiling takes memory and time from it even on other cores; a long ledger or many reports come to as many calls soon
 * all the same. Left alone on versions to come, which may not know the settings and would say so on the screen.
 * @returns whether it was told so: what V8 compiled before it takes only under the same settings
 */
export function compileLate(): boolean {
  const settings = known.get(Number.parseInt(process.versions.v8, 10));
  if (!settings || !process.argv.includes('check')) return false;
  openScreen();
  const { setFlagsFromString } = require('node:v8') as typeof import('node:v8');
  setFlagsFromString(settings.join(' '));
  return true;
}
