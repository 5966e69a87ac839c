/** A file's text, or the name of the reason why it has none. */
export type Decoded = { readonly text: string } | { readonly fault: DecodingFault };

export type DecodingFault = 'empty' | 'too-large' | 'office' | 'binary' | 'encoding';

/** A report is some tens of kilobytes; what is larger is something else. */
const largest = 2_000_000;

const attempt = (label: string, bytes: Uint8Array): string | undefined => {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
};

/** Keys with which lines of every report or form begin: bytes that merely happen to be valid GBK or UTF-16 do not hold them. */
const expected = /^[ -]*(?:年度|机关|级别|成文日期|总体情况|名称|标题|行)[:：]/m;

/** The text, where it is one that is expected here. */
function attemptKnown(label: string, bytes: Uint8Array): string | undefined {
  const text = attempt(label, bytes);
  return text !== undefined && expected.test(text) ? text : undefined;
}

/** Bytes with which archives (XLSX, DOCX) and compound files (XLS, DOC, WPS) begin. */
const officeMarks = ['504b0304', 'd0cf11e0'];

const begins = (bytes: Uint8Array, ...mark: readonly number[]): boolean => mark.every((byte, at) => bytes[at] === byte);

/** Reads bytes as UTF-8, as UTF-16 with a byte order mark or without, or as GBK, as Windows editors save it. */
export function decode(bytes: Uint8Array): Decoded {
  if (bytes.length === 0) return { fault: 'empty' };
  const mark = [...bytes.subarray(0, 4)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  if (officeMarks.includes(mark)) return { fault: 'office' };
  if (bytes.length > largest) return { fault: 'too-large' };
  const text = decodeText(bytes);
  if (text === undefined) return { fault: bytes.includes(0) ? 'binary' : 'encoding' };
  return text.includes('\0') ? { fault: 'binary' } : { text };
}

function decodeText(bytes: Uint8Array): string | undefined {
  if (begins(bytes, 0xff, 0xfe)) return attempt('utf-16le', bytes);
  if (begins(bytes, 0xfe, 0xff)) return attempt('utf-16be', bytes);
  if (bytes.includes(0)) return attemptKnown('utf-16le', bytes) ?? attemptKnown('utf-16be', bytes);
  const unicode = attempt('utf-8', bytes);
  if (unicode !== undefined) return unicode;
  return attemptKnown('gb18030', bytes);
}
