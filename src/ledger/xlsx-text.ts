import { limits } from './workbook-limits.ts';
import type { Attributes, ElementHandler } from './xml/elements.ts';
import { attributes, matchAt, space, textOf } from './xml/scan.ts';

const onlyText = /^<t(?: xml:space="preserve")?>([^<]*)<\/t>$/;
const tag = new RegExp(`${space}<(/?)([\\w:.-]+)(${attributes})${space}(/?)>`, 'y');
const end = new RegExp(`${space}$`, 'y');

/**
 * The text of a shared or inline string from what stands between its tags, bytes taken one a character: the runs of rich text
 * joined, how to pronounce it (`rPh`) left out. Undefined where it is odd.
 */
export function scanRichText(written: string): string | undefined {
  const only = onlyText.exec(written);
  if (only) return textOf(only[1] ?? '');
  let text = '';
  let phonetic = false;
  const open: string[] = [];
  let at = 0;
  for (let found = matchAt(tag, written, at); found; found = matchAt(tag, written, at)) {
    const [, closing, name = '', given, empty] = found;
    at = tag.lastIndex;
    if (closing === '/') {
      // Two strings, of which the first is not closed, are not one.
      if (given !== '' || empty === '/' || open.pop() !== name) return undefined;
      if (name === 'rPh') phonetic = false;
    } else if (empty === '/') continue;
    else if (name === 't') {
      const close = written.indexOf('<', at);
      const part = close < 0 ? undefined : textOf(written.slice(at, close));
      if (part === undefined || !written.startsWith('</t>', close)) return undefined;
      if (!phonetic) text += part;
      at = close + 4;
    } else {
      if (open.push(name) > limits.depth || (name === 'rPh' && phonetic)) return undefined;
      if (name === 'rPh') phonetic = true;
    }
  }
  return open.length === 0 && matchAt(end, written, at) ? text : undefined;
}

/** The same by the events of the full parser, from behind the string's start tag on. */
export class RichTextHandler implements ElementHandler {
  private phonetic = 0;
  private inText = false;
  value = '';

  open(name: string, _attributes: Attributes): void {
    if (name === 'rPh') this.phonetic += 1;
    this.inText = name === 't' && this.phonetic === 0;
  }

  text(text: string): void {
    if (this.inText) this.value += text;
  }

  close(name: string): void {
    if (name === 'rPh') this.phonetic -= 1;
    this.inText = false;
  }
}
