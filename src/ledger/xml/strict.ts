import { TextDecoder } from 'node:util';
import { LedgerUnreadable } from '../ledger.ts';
import { limits } from '../workbook-limits.ts';
import type { ElementHandler } from './elements.ts';

/** Takes a document piece by piece, as bytes; `end` throws where it is not complete. */
export interface StrictReader {
  write(bytes: Uint8Array): void;
  end(): void;
}

/** The decoder for a document by its first bytes: a byte order mark, the pattern of `<?` in UTF-16, or the declared name. */
function decoderFor(head: Uint8Array): TextDecoder {
  const [first, second] = head;
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return new TextDecoder('utf-16le');
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return new TextDecoder('utf-16be');
  const declared = /^<\?xml[^>]{0,80}encoding\s*=\s*["']([\w-]{1,40})["']/.exec(
    Buffer.from(head.subarray(0, 200)).toString('latin1'),
  );
  try {
    return new TextDecoder(declared?.[1] ?? 'utf-8');
  } catch {
    throw new LedgerUnreadable('damaged', 'xml: encoding');
  }
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/**
 * A full XML parser (saxes, loaded here) that tells the handler of elements and text, CDATA included. It refuses with
 * `damaged` what is not well-formed and every DOCTYPE, with `too-large` what is nested or held too deep.
 */
export async function readStrictly(handler: ElementHandler): Promise<StrictReader> {
  const { SaxesParser } = await import('saxes');
  const parser = new SaxesParser({ xmlns: false, position: false });
  let depth = 0;
  let held = 0;
  parser.on('error', (error) => {
    // Control characters are not XML, but some exporters let them through.
    if (!error.message.endsWith('disallowed character.'))
      throw new LedgerUnreadable('damaged', `xml: ${error.message}`);
  });
  parser.on('doctype', () => {
    throw new LedgerUnreadable('damaged', 'xml: DOCTYPE');
  });
  parser.on('opentag', (element) => {
    held = 0;
    depth += 1;
    if (depth > limits.depth) throw new LedgerUnreadable('too-large', 'xml: depth');
    handler.open(localName(element.name), element.attributes as Record<string, string>);
  });
  parser.on('closetag', (element) => {
    held = 0;
    depth -= 1;
    handler.close?.(localName(element.name));
  });
  const text = (part: string): void => {
    if (depth > 0) handler.text?.(part);
  };
  parser.on('text', text);
  parser.on('cdata', text);
  let decoder: TextDecoder | undefined;
  const feed = (part: string): void => {
    held += part.length;
    parser.write(part);
    if (held > limits.item) throw new LedgerUnreadable('too-large', 'xml: item');
  };
  return {
    write(bytes) {
      if (bytes.length === 0) return;
      decoder ??= decoderFor(bytes);
      // In pieces, so that what the parser holds back is measured before it is much.
      for (let at = 0; at < bytes.length; at += 65_536)
        feed(decoder.decode(bytes.subarray(at, at + 65_536), { stream: true }));
    },
    end() {
      if (decoder) feed(decoder.decode());
      parser.close();
    },
  };
}
