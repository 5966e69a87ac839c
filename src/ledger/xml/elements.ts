import { readStrictly } from './strict.ts';
import { decodeAttribute } from './text.ts';

/** Attributes by their name as written (`r:id`). */
export type Attributes = Readonly<Record<string, string | undefined>>;

/** Hears of the elements of a document in order; names come without a prefix. */
export interface ElementHandler {
  open(name: string, attributes: Attributes): void;
  text?(text: string): void;
  close?(name: string): void;
}

/** The value of an attribute by its name without a prefix, where only a prefixed one can be meant. */
export function prefixedAttribute(attributes: Attributes, name: string): string | undefined {
  for (const key in attributes) if (key.endsWith(`:${name}`) && !key.startsWith('xmlns:')) return attributes[key];
  return undefined;
}

const tag =
  /<(\/?)(?:[A-Za-z_][\w.-]*:)?([A-Za-z_][\w.-]*)((?:[ \t\r\n]+[A-Za-z_][\w.:-]*="[^"<]*"){0,99})[ \t\r\n]*(\/?)>/y;
const attribute = /([A-Za-z_][\w.:-]*)="([^"<]*)"/g;

const noAttributes: Attributes = Object.freeze(Object.create(null));

function attributesOf(written: string): Attributes | undefined {
  if (written === '') return noAttributes;
  const attributes: Record<string, string> = Object.create(null);
  attribute.lastIndex = 0;
  for (let found = attribute.exec(written); found; found = attribute.exec(written)) {
    const value = decodeAttribute(found[2] ?? '');
    if (value === undefined) return undefined;
    attributes[found[1] ?? ''] = value;
  }
  return attributes;
}

/**
 * Tells the handler of the elements in a piece of the common dialect: no comments, no CDATA, no instructions, double quotes.
 * False at the first thing outside it. Text is not told, nesting not checked.
 */
export function scanElements(xml: string, handler: ElementHandler): boolean {
  for (let at = xml.indexOf('<'); at >= 0; at = xml.indexOf('<', at)) {
    tag.lastIndex = at;
    const found = tag.exec(xml);
    if (!found) return false;
    const name = found[2] ?? '';
    const written = found[3] ?? '';
    const empty = found[4] === '/';
    at = tag.lastIndex;
    if (found[1] === '/') {
      if (written !== '' || empty) return false;
      handler.close?.(name);
      continue;
    }
    const attributes = attributesOf(written);
    if (!attributes) return false;
    handler.open(name, attributes);
    if (empty) handler.close?.(name);
  }
  return true;
}

/** The declaration at the head of a part in UTF-8, as nearly every producer writes it. */
const declaration =
  /^\uFEFF?(?:<\?xml version="1\.0"(?: encoding="(?:utf|UTF)-8")?(?: standalone="(?:yes|no)")? ?\?>)?\s*(?=<)/;

/** The one that nearly all of these write. */
const usual = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

/** What stands behind the declaration of the common dialect; undefined in any other. */
export function withoutDeclaration(xml: string): string | undefined {
  if (xml.startsWith(usual)) {
    const rest = xml.slice(usual.length).trimStart();
    if (rest.startsWith('<')) return rest;
  }
  const found = declaration.exec(xml);
  return found ? xml.slice(found[0].length) : undefined;
}

/**
 * Reads a small part whole: quickly in the common dialect, with a full XML parser in every other. `start` makes a handler
 * and may be called twice. Throws `damaged` where the part is not XML.
 */
export async function readElements<Handler extends ElementHandler>(
  bytes: Buffer,
  start: () => Handler,
): Promise<Handler> {
  const xml = withoutDeclaration(bytes.toString('utf8'));
  const quick = start();
  if (xml !== undefined && scanElements(xml, quick)) return quick;
  const handler = start();
  const reader = await readStrictly(handler);
  reader.write(bytes);
  reader.end();
  return handler;
}
