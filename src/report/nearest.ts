/** Number of single insertions, deletions and replacements between two texts. */
function distance(a: readonly string[], b: readonly string[]): number {
  let row = b.map((_, index) => index + 1);
  for (const [i, left] of a.entries()) {
    let corner = i;
    let previous = i + 1;
    row = row.map((above, j) => {
      const cost = Math.min(above + 1, previous + 1, corner + (left === b[j] ? 0 : 1));
      corner = above;
      previous = cost;
      return cost;
    });
  }
  return row.at(-1) ?? a.length;
}

/** Pairs of letters that are compared for one name: enough for ten thousand names, not for as many that are long. */
const mostCompared = 2_000_000;

/** The known name that is most like a given one, the first of equals; undefined where none is at all like it. */
export function nearest(name: string, names: readonly string[]): string | undefined {
  const short = name.slice(0, 200);
  const given = [...short];
  const own = new Set(given);
  let compared = 0;
  let best: { readonly name: string; readonly cost: number } | undefined;
  for (const candidate of names) {
    const letters = [...candidate];
    const within = short.length > 1 && (candidate.includes(short) || short.includes(candidate));
    const apart = Math.abs(letters.length - given.length);
    const far = Math.max(letters.length, given.length) * 0.6;
    if (!within) {
      // So much longer or shorter, or without a letter in common, that it is not like the name whatever else it says.
      if (apart > far || (best && apart >= best.cost) || !letters.some((letter) => own.has(letter))) continue;
      compared += letters.length * given.length;
      if (compared > mostCompared) continue;
    }
    const cost = within ? apart / 4 : distance(given, letters);
    const near = within || cost <= far;
    if (near && (!best || cost < best.cost)) best = { name: candidate, cost };
  }
  return best?.name;
}
