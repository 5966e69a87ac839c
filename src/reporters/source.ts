/** What stands in a place, before it and behind it on its line. */
export interface Source {
  readonly before: string;
  readonly marked: string;
  readonly after: string;
}

/** Characters kept of each: more than is shown, and not a line as long as the report for each finding in it. */
const reach = 500;

/**
 * The source around a place in a text: the line is from offset `from` to `to`, the place from `start` to `end`, which may lie
 * on a later line.
 */
export function sourceAround(text: string, from: number, to: number, start: number, end: number): Source {
  const stop = Math.max(start, Math.min(end, to));
  return {
    before: text.slice(Math.max(from, start - reach), start),
    marked: text.slice(start, Math.min(stop, start + reach)),
    after: text.slice(stop, Math.min(to, stop + reach)),
  };
}
