const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Whether XML allows the character, written as a number, at all. */
const isCharacter = (code: number): boolean =>
  code === 9 ||
  code === 10 ||
  code === 13 ||
  (code >= 0x20 && code <= 0xd7ff) ||
  (code >= 0xe000 && code <= 0xfffd) ||
  (code >= 0x10000 && code <= 0x10ffff);

/**
 * Text as it stands between XML tags, without CDATA: line ends become `\n` and references the characters they mean;
 * undefined where a reference is not one of XML's own.
 */
export function decodeText(raw: string): string | undefined {
  const text = raw.includes('\r') ? raw.replace(/\r\n?/g, '\n') : raw;
  if (!text.includes('&')) return text;
  let known = true;
  const decoded = text.replace(
    /&(?:#x([0-9A-Fa-f]{1,6});|#([0-9]{1,7});|([a-z]{2,4});)?/g,
    (_whole, hex, decimal, name) => {
      const code = hex !== undefined ? Number.parseInt(hex, 16) : Number.parseInt(decimal, 10);
      const character = name !== undefined ? named[name] : isCharacter(code) ? String.fromCodePoint(code) : undefined;
      if (character === undefined) known = false;
      return character ?? '';
    },
  );
  return known ? decoded : undefined;
}

/** The value of an attribute as it stands between its quotes; undefined where a reference is not one of XML's own. */
export const decodeAttribute = (raw: string): string | undefined => {
  const broken = raw.includes('\n') || raw.includes('\r') || raw.includes('\t');
  const text = broken ? raw.replace(/\r\n?|[\n\t]/g, ' ') : raw;
  return text.includes('&') ? decodeText(text) : text;
};
