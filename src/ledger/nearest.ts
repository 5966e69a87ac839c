/** Longer texts are no slip of a label, and the distance takes quadratic time. */
const longest = 40;

/** The number of characters to insert, delete or replace to make one text the other. */
export function editDistance(from: string, to: string): number {
  const source = [...from];
  const target = [...to];
  let previous = target.map((_, index) => index + 1);
  previous.unshift(0);
  for (const [row, character] of source.entries()) {
    const current = [row + 1];
    for (const [column, other] of target.entries())
      current.push(
        Math.min(
          (previous[column + 1] ?? 0) + 1,
          (current[column] ?? 0) + 1,
          (previous[column] ?? 0) + (character === other ? 0 : 1),
        ),
      );
    previous = current;
  }
  return previous[target.length] ?? 0;
}

/** How like two texts are, 0 to 1; a text that the other contains is an abbreviation of it. */
function likeness(text: string, candidate: string): number {
  const longer = Math.max([...text].length, [...candidate].length);
  const share = 1 - editDistance(text, candidate.slice(0, longest)) / longer;
  return text.length >= 3 && candidate.includes(text) ? Math.max(share, 0.75) : share;
}

/** The candidate nearest to a text, the first of equals; undefined where none is like it by half. */
export function nearest(text: string, candidates: Iterable<string>): string | undefined {
  if (text === '' || text.length > longest) return undefined;
  let best: { readonly candidate: string; readonly share: number } | undefined;
  for (const candidate of candidates) {
    const share = likeness(text, candidate);
    // Half of a short label alike says something only where it is the first half.
    const near = share > 0.5 || (share === 0.5 && candidate[0] === text[0]);
    if (near && share > (best?.share ?? 0)) best = { candidate, share };
  }
  return best?.candidate;
}
