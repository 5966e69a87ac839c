/** Whether a text is ideographs, digits and letters alone, as most labels are: there is nothing to make alike. */
export const isBare = (text: string): boolean => /^[\dA-Za-z\u4e00-\u9fff]*$/.test(text);

/** Whether a character is its own spelling: an ideograph, a digit or a letter. */
export const isOwn = (code: number): boolean =>
  (code >= 0x4e00 && code <= 0x9fff) ||
  (code >= 0x30 && code <= 0x39) ||
  (code >= 0x41 && code <= 0x5a) ||
  (code >= 0x61 && code <= 0x7a);

/** Text in one width without any space, those without width too: how labels, names and cells are compared. */
export const compact = (text: string): string =>
  isBare(text) ? text : text.normalize('NFKC').replace(/[\s\u00ad\u200b-\u200f\u2060]+/gu, '');

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

/** What takes the place of the characters of titles that are neither letters, digits nor ideographs; full-width ones are their narrow selves. */
const narrow = new Map([[' ', ''], ['\u3000', ''], ['\n', ''], ...Object.entries(equivalents)]);
for (let code = 0x21; code < 0x7f; code += 1) {
  const mark = String.fromCharCode(code);
  const plain = narrow.get(mark) ?? mark;
  narrow.set(mark, plain).set(String.fromCharCode(code + 0xfee0), plain);
}

/** {@link compact} with marks made alike. */
function alikeOf(text: string): string {
  let known = true;
  const alike = text.replace(/[^\dA-Za-z\u4e00-\u9fff]/g, (mark) => {
    const plain = narrow.get(mark);
    if (plain === undefined) known = false;
    return plain ?? '';
  });
  if (known) return alike;
  return compact(text).replace(/[、。【〔[「】〕\]」《〈》〉“”‘’—–―•・]/gu, (mark) => equivalents[mark] ?? mark);
}

/**
 * The form in which two titles or document numbers are the same although typed with other spaces, width or punctuation.
 * Marks are made alike, not dropped: 第1-2期 is not 第12期.
 */
export function sameText(text: string): string {
  const found = alikeOf(text);
  const alike = found.includes('--') ? found.replace(/-{2,}/gu, '-') : found;
  // Not by a pattern: one that looks for the end takes quadratic time on a cell full of dots.
  let end = alike.length;
  while (end > 0 && '.,;:'.includes(alike[end - 1] ?? '')) end -= 1;
  return alike.slice(0, end);
}

/** A header cell without spaces, required-field stars, final colons and notes in brackets. */
export function headerLabel(text: string): string {
  const start = text.slice(0, 200);
  if (isBare(start)) return start;
  const label = compact(start).replace(/[*:]/gu, '');
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
