import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate';

/** What a package says of itself, and what is to be changed in its parts. */
export interface Repacking {
  readonly title: string;
  readonly author: string;
  /** `2021-01-25`. */
  readonly created: string;
  /** Gives a part's XML as it is to be written; parts are named as in the zip, `word/document.xml`. */
  readonly rewrite?: (path: string, xml: string) => string;
  /** Parts to leave out; what names them is for `rewrite` to mend. */
  readonly without?: readonly string[];
}

/** Control characters, most of which XML 1.0 cannot carry; lone halves of a pair become U+FFFD when they are encoded. */
const unwritable = /(?![\t\n\r])\p{Cc}|[\ufffe\uffff]/gu;

/** Text without control characters and without what XML cannot carry. */
export const writable = (text: string): string => text.replace(unwritable, '');

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text as it stands in an element or a quoted attribute. */
export const escapeXml = (text: string): string =>
  writable(text).replace(/[&<>"]/g, (character) => entities[character] ?? character);

const coreProperties = ({ title, author, created }: Repacking): string =>
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
  '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"' +
  ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"' +
  ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
  `<dc:title>${escapeXml(title)}</dc:title><dc:creator>${escapeXml(author)}</dc:creator>` +
  `<cp:lastModifiedBy>${escapeXml(author)}</cp:lastModifiedBy>` +
  `<dcterms:created xsi:type="dcterms:W3CDTF">${created}T00:00:00Z</dcterms:created>` +
  `<dcterms:modified xsi:type="dcterms:W3CDTF">${created}T00:00:00Z</dcterms:modified>` +
  '<dc:language>zh-CN</dc:language></cp:coreProperties>';

/** The list of parts comes first, as readers that tell formats by the first bytes expect. */
const first = ['[Content_Types].xml', '_rels/.rels'];

const rank = (path: string): number => (first.includes(path) ? first.indexOf(path) : first.length);

const inOrder = (one: string, other: string): number =>
  rank(one) - rank(other) || (one < other ? -1 : one > other ? 1 : 0);

/** Zip dates are local time without a zone: the first day they can say, at noon, so that no zone moves it. */
const zipDate = new Date(1980, 0, 1, 12);

/**
 * Packs the parts of an Open XML file anew, so that the same input gives the same bytes: fixed order, fixed dates,
 * own document properties (`created` at midnight UTC), and no character that XML cannot carry.
 */
export const repack = (zip: Uint8Array, options: Repacking): Uint8Array => pack(unzipSync(zip), options);

/** The same for parts that were never packed. */
export function pack(parts: Readonly<Record<string, Uint8Array>>, options: Repacking): Uint8Array {
  const packed: Zippable = {};
  for (const path of Object.keys(parts).sort(inOrder)) {
    const bytes = parts[path];
    if (!bytes || path.endsWith('/') || options.without?.includes(path)) continue;
    packed[path] = /\.(?:xml|rels)$/.test(path) ? strToU8(partText(path, bytes, options)) : bytes;
  }
  return zipSync(packed, { level: 2, mtime: zipDate });
}

function partText(path: string, bytes: Uint8Array, options: Repacking): string {
  if (path === 'docProps/core.xml') return coreProperties(options);
  const xml = writable(strFromU8(bytes));
  return writable(options.rewrite?.(path, xml) ?? xml);
}
