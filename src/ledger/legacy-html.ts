import { LedgerUnreadable } from './ledger.ts';

/** Whether a text is a workbook of 2003 in XML, not a page with tables. */
const isXml = (text: string): boolean => /<(?:\w+:)?Workbook[\s>]/.test(text.slice(0, 65_536));

/** A page without what browsers do not show. */
function withoutComments(text: string): string {
  const [first = '', ...rest] = text.split('<!--');
  const shown = [first];
  let open = false;
  for (const piece of rest) {
    const end = piece.indexOf('-->');
    open = end < 0;
    if (!open) shown.push(piece.slice(end + 3));
  }
  return shown.join('');
}

/** Tables, rows and cells, as far as the tag's end. */
const structure = /<(\/?)(table|tr|td|th)(?=[\s>/])[^<>]*>/gi;

/**
 * Refuses a table of which SheetJS would leave out rows or run cells together without a word: it ends a table where one inside it
 * ends, a cell only at its end tag, and passes over a row that does not begin with a cell. Throws `damaged`.
 */
function refuseLossy(text: string): void {
  let table = false;
  /** Where the row's first cell should begin, -1 outside of rows. */
  let row = -1;
  let cells = false;
  let open = false;
  for (const { 0: whole, 1: closing, 2: written = '', index } of text.matchAll(structure)) {
    const name = written.toLowerCase();
    const isEnd = closing === '/';
    if (name === 'table') {
      if (isEnd || !table) row = -1;
      table = !isEnd;
    } else if (name === 'tr') {
      row = isEnd ? -1 : index + whole.length;
      cells = false;
      open = false;
    } else {
      const lost = !table || row < 0 || open || (!cells && text.slice(row, index).trim() !== '');
      if (!isEnd && lost) throw new LedgerUnreadable('damaged', `xls: <${name}>`);
      cells ||= !isEnd;
      open = !isEnd;
    }
  }
  if (table) throw new LedgerUnreadable('damaged', 'xls: <table>');
}

/** What pages write for marks of Chinese texts; SheetJS knows those of XML and two more. */
const named: Readonly<Record<string, string>> = {
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  mdash: '—',
  ndash: '–',
  hellip: '…',
  times: '×',
  bull: '•',
  ensp: ' ',
  emsp: '\u3000',
};

/** Characters that would be markup. */
const markup = new Map([
  [0x26, '&amp;'],
  [0x3c, '&lt;'],
  [0x3e, '&gt;'],
]);

/** References to characters as what they mean, markup as what SheetJS knows. */
const withoutReferences = (text: string): string =>
  text.replace(
    /&(?:#x([0-9a-f]{1,6})|#([0-9]{1,7})|([a-z]{4,6}));/gi,
    (whole, hex?: string, decimal?: string, name?: string) => {
      if (name !== undefined) return named[name.toLowerCase()] ?? whole;
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      if (code < 0x20 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return whole;
      return markup.get(code) ?? String.fromCodePoint(code);
    },
  );

/** A table that some system exports as .xls, made ready for SheetJS; XML is left as it is. Throws `damaged`. */
export function readyText(text: string): string {
  if (isXml(text)) return text;
  const shown = withoutComments(text);
  refuseLossy(shown);
  return withoutReferences(shown);
}
