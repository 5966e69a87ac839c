/** Text in one width without any space: how labels, names and cells are compared. */
export const compact = (text: string): string => text.normalize('NFKC').replace(/\s+/gu, '');

const equivalents: Readonly<Record<string, string>> = {
  '、': ',',
  '。': '.',
  '【': '(',
  '〔': '(',
  '[': '(',
  '「': '(',
  '】': ')',
  '〕': ')',
  ']': ')',
  '」': ')',
  '《': '<',
  '〈': '<',
  '》': '>',
  '〉': '>',
  '“': '"',
  '”': '"',
  '‘': "'",
  '’': "'",
  '—': '-',
  '–': '-',
  '―': '-',
  '•': '·',
  '・': '·',
};

/**
 * The form in which two titles or document numbers are the same although typed with other spaces, width or punctuation.
 * Marks are made alike, not dropped: 第1-2期 is not 第12期.
 */
export function sameText(text: string): string {
  const alike = compact(text)
    .replace(/[、。【〔[「】〕\]」《〈》〉“”‘’—–―•・]/gu, (mark) => equivalents[mark] ?? mark)
    .replace(/-{2,}/gu, '-');
  // Not by a pattern: one that looks for the end takes quadratic time on a cell full of dots.
  let end = alike.length;
  while (end > 0 && '.,;:'.includes(alike[end - 1] ?? '')) end -= 1;
  return alike.slice(0, end);
}

/** A header cell without spaces, required-field stars, final colons and notes in brackets. */
export function headerLabel(text: string): string {
  const label = compact(text.slice(0, 200)).replace(/[*:]/gu, '');
  const bare = label.replace(/\([^()]*\)/gu, '');
  return bare === '' ? label : bare;
}

/** Marks that offices write into a cell to say that there is nothing. */
const nothing = new Set(['无', '暂无', '-', '--', '—', '——', '/', '\\', '／', '空']);

/** A cell's text trimmed, empty where it only says that there is nothing. */
export function filled(text: string): string {
  const trimmed = text.trim();
  return trimmed.length <= 3 && nothing.has(trimmed) ? '' : trimmed;
}

/** Text of strangers as it is quoted in a sentence: on one line and not longer than 40 characters. */
export function quoted(text: string): string {
  const line = text.slice(0, 200).replace(/\s+/gu, ' ').trim();
  const characters = [...line];
  return characters.length > 40 ? `${characters.slice(0, 39).join('')}…` : line;
}
