import type { Console } from './console.ts';

/** A line that is rewritten in place on anything over a second. */
export interface Progress {
  show(line: () => string): void;
  clear(): void;
}

/** A progress line where somebody watches: on a terminal, not in CI, not with `--quiet`. */
export function progressOf(console: Console, quiet: boolean): Progress {
  if (quiet || !console.live) return { show: () => {}, clear: () => {} };
  const start = process.hrtime.bigint();
  let last = start;
  let shown = false;
  return {
    show(line) {
      const now = process.hrtime.bigint();
      if (now - start < 1_000_000_000n || now - last < 100_000_000n) return;
      last = now;
      shown = true;
      console.talk(`\r\u001b[K${line()}`);
    },
    clear() {
      if (shown) console.talk('\r\u001b[K');
      shown = false;
    },
  };
}
