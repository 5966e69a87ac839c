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

/** The known name that is most like a given one, the first of equals; undefined where none is at all like it. */
export function nearest(name: string, names: readonly string[]): string | undefined {
  const given = [...name.slice(0, 200)];
  let best: { readonly name: string; readonly cost: number } | undefined;
  for (const candidate of names) {
    const letters = [...candidate];
    const shared = letters.filter((letter) => given.includes(letter)).length;
    const within = name.length > 1 && (candidate.includes(name) || name.includes(candidate));
    const cost = within ? Math.abs(letters.length - given.length) / 4 : distance(given, letters);
    const near = within || (shared > 0 && cost <= Math.max(letters.length, given.length) * 0.6);
    if (near && (!best || cost < best.cost)) best = { name: candidate, cost };
  }
  return best?.name;
}
