import { LedgerUnreadable } from './ledger.ts';
import type { ByteSource, Merge, SheetCell, WorkbookVisitor } from './workbook.ts';
import { limits } from './workbook-limits.ts';
import { decimalText } from './xlsx-value.ts';
import { type Attributes, type ElementHandler, prefixedAttribute } from './xml/elements.ts';
import { readStrictly } from './xml/strict.ts';
import type { ZipEntry } from './zip.ts';
import { InflateBudget, openEntry } from './zip-entry.ts';

/** Filled cells that repeat counts may stand for: more than a large ledger has. */
const mostRepeated = 20_000_000;

/** Rows that repeat counts may add: a column filled to the end of a sheet, and of another one, not of twenty. */
const mostAddedRows = 2_200_000;
/** And the characters of their texts. */
const mostAddedText = 100_000_000;

/** What stands inside tables or cells but is no part of their text: notes, old versions, how to pronounce a word. */
const asideElements: ReadonlySet<string> = new Set(['annotation', 'tracked-changes', 'ruby-text', 'dde-links']);

/** What groups the paragraphs of a cell; anything else in it, a text box or a shape, lies over the sheet and says nothing of the cell. */
const groupElements: ReadonlySet<string> = new Set(['list', 'list-header', 'list-item', 'section']);

/** What LibreOffice keeps of other workbooks that formulas refer to: `'file:///D:/2019.ods'#$Sheet1`, a table that nobody sees. */
const isOfOtherFile = (name: string): boolean => /^'.+'#/su.test(name);

const errorText = /^(?:#(?:N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NUM!|NULL!)|Err:[0-9]{3})$/;

function count(attributes: Attributes, name: string): number {
  const written = prefixedAttribute(attributes, name);
  return written !== undefined && /^[1-9][0-9]{0,6}$/.test(written) ? Number(written) : 1;
}

/** The value of a cell of OpenDocument (1.3, part 3, 19.385) whose paragraphs read `text`. */
function cellValue(attributes: Attributes, text: string): Omit<SheetCell, 'column'> | undefined {
  const get = (name: string): string | undefined => prefixedAttribute(attributes, name);
  const formula = get('formula') !== undefined;
  if (errorText.test(text) && (formula || attributes['calcext:value-type'] === 'error'))
    return { kind: 'error', text, formula };
  const type = attributes['office:value-type'] ?? get('value-type');
  if (type === 'date') {
    const date = /^([0-9]{4}-[0-9]{2}-[0-9]{2})(?:T|$)/.exec(get('date-value') ?? '')?.[1];
    if (date !== undefined) return { kind: 'date', text: date, formula };
  }
  if (type === 'float' || type === 'currency' || type === 'percentage') {
    const number = decimalText(attributes['office:value'] ?? '');
    if (number !== undefined) return { kind: 'number', text: number, formula };
  }
  if (type === 'time') {
    const [, hours, minutes, seconds] = /^PT([0-9]+)H([0-9]+)M([0-9.]+)S$/.exec(get('time-value') ?? '') ?? [];
    const number = decimalText(String((Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) / 86_400));
    if (number !== undefined) return { kind: 'number', text: number, formula };
  }
  if (type === 'boolean') return { kind: 'boolean', text: get('boolean-value') === 'true' ? 'TRUE' : 'FALSE', formula };
  const shown = (get('string-value') ?? text).slice(0, limits.text);
  if (shown !== '') return { kind: 'text', text: shown, formula };
  return formula && type === undefined ? { kind: 'uncalculated', text: '', formula } : undefined;
}

interface Table {
  readonly name: string;
  readonly hidden: boolean;
  readonly merges: Merge[];
}

/** Walks over `content.xml`; `tables` is filled by the first walk, told to the visitor by the second. */
class ContentHandler implements ElementHandler {
  private readonly tables: Table[];
  private readonly visitor: WorkbookVisitor | undefined;
  private readonly hiddenStyles = new Set<string>();
  private style = '';
  private table: Table | undefined;
  private told = 0;
  private wanted = false;
  private row = 0;
  private rowRepeat = 1;
  private rowHidden = false;
  private cells: SheetCell[] = [];
  private column = 0;
  private cell: Attributes | undefined;
  private paragraphs: string[] = [];
  private inParagraph = 0;
  private aside = 0;
  private repeated = 0;
  private held = 0;
  private addedRows = 0;
  private addedText = 0;

  constructor(tables: Table[], visitor?: WorkbookVisitor) {
    this.tables = tables;
    this.visitor = visitor;
  }

  open(name: string, attributes: Attributes): void {
    if (this.aside > 0 || asideElements.has(name) || (name === 'table' && this.isAside(attributes))) this.aside += 1;
    else if (name === 'style') this.style = attributes['style:name'] ?? '';
    else if (name === 'table-properties' && attributes['table:display'] === 'false') this.hiddenStyles.add(this.style);
    else if (name === 'table') this.startTable(attributes);
    else if (name === 'table-row') this.startRow(attributes);
    else if (name === 'table-cell' || name === 'covered-table-cell') {
      this.cell = attributes;
      this.paragraphs = [];
    } else if (this.cell) this.content(name, attributes);
  }

  private content(name: string, attributes: Attributes): void {
    if (this.inParagraph > 0) {
      this.inParagraph += 1;
      if (name === 's') this.text(' '.repeat(Math.min(count(attributes, 'c'), limits.text)));
      if (name === 'tab') this.text('\t');
      if (name === 'line-break') this.text('\n');
    } else if (name === 'p' || name === 'h') {
      this.inParagraph = 1;
      this.paragraphs.push('');
    } else if (!groupElements.has(name)) this.aside += 1;
  }

  /** Whether a table is none of the workbook's own sheets. */
  private isAside(attributes: Attributes): boolean {
    return this.table !== undefined || isOfOtherFile(attributes['table:name'] ?? '');
  }

  private startTable(attributes: Attributes): void {
    if (this.visitor) {
      const table = this.tables[this.told];
      if (!table) throw new LedgerUnreadable('damaged', 'ods');
      this.told += 1;
      this.table = table;
      this.wanted = this.visitor.sheet(table);
    } else {
      this.table = {
        name: attributes['table:name'] ?? '',
        hidden: this.hiddenStyles.has(attributes['table:style-name'] ?? ''),
        merges: [],
      };
      this.tables.push(this.table);
    }
    this.row = 0;
  }

  private startRow(attributes: Attributes): void {
    this.rowRepeat = count(attributes, 'number-rows-repeated');
    this.rowHidden = ['collapse', 'filter'].includes(attributes['table:visibility'] ?? '');
    this.cells = [];
    this.column = 0;
    this.held = 0;
  }

  text(text: string): void {
    const last = this.paragraphs.length - 1;
    if (this.aside > 0 || this.inParagraph === 0) return;
    this.held += text.length;
    if (this.held > limits.item) throw new LedgerUnreadable('too-large', 'ods: row');
    this.paragraphs[last] += text;
  }

  close(name: string): void {
    if (this.aside > 0) this.aside -= 1;
    else if (this.inParagraph > 0) this.inParagraph -= 1;
    else if ((name === 'table-cell' || name === 'covered-table-cell') && this.cell) this.endCell(this.cell);
    else if (name === 'table-row') this.endRow();
    else if (name === 'table') {
      if (this.table) this.visitor?.endSheet();
      this.table = undefined;
    }
  }

  private endCell(attributes: Attributes): void {
    this.cell = undefined;
    const columns = count(attributes, 'number-columns-repeated');
    const [width, height] = [count(attributes, 'number-columns-spanned'), count(attributes, 'number-rows-spanned')];
    if (!this.visitor && this.table && width * height > 1) {
      if (this.table.merges.length >= limits.merges) throw new LedgerUnreadable('too-large', 'ods: merges');
      this.table.merges.push({
        top: this.row + 1,
        left: this.column,
        bottom: this.row + height,
        right: this.column + width - 1,
      });
    }
    const value = this.visitor && this.wanted ? cellValue(attributes, this.paragraphs.join('\n')) : undefined;
    if (value) {
      this.repeated += columns * this.rowRepeat;
      if (this.column + columns > limits.columns || this.repeated > mostRepeated)
        throw new LedgerUnreadable('too-large', 'ods: cells');
      for (let index = 0; index < columns; index += 1) this.cells.push({ column: this.column + index, ...value });
    }
    this.column += columns;
  }

  private endRow(): void {
    if (this.cells.length > 0 && this.row + this.rowRepeat > limits.rows)
      throw new LedgerUnreadable('too-large', 'ods: rows');
    if (this.cells.length > 0 && this.rowRepeat > 1) {
      this.addedRows += this.rowRepeat - 1;
      this.addedText += (this.rowRepeat - 1) * this.cells.reduce((sum, cell) => sum + cell.text.length, 0);
      if (this.addedRows > mostAddedRows || this.addedText > mostAddedText)
        throw new LedgerUnreadable('too-large', 'ods: rows');
    }
    for (let index = 1; this.cells.length > 0 && index <= this.rowRepeat; index += 1)
      this.visitor?.row({ number: this.row + index, hidden: this.rowHidden, cells: this.cells });
    this.row += this.rowRepeat;
  }
}

/** Reads a spreadsheet of OpenDocument (.ods) as a stream, once for the merged ranges and once for the rows. Throws {@link LedgerUnreadable}. */
export async function readOds(
  source: ByteSource,
  entries: ReadonlyMap<string, ZipEntry>,
  visitor: WorkbookVisitor,
  progress: (share: number) => void,
): Promise<void> {
  const content = entries.get('content.xml');
  if (!content) throw new LedgerUnreadable('damaged', 'ods');
  const budget = new InflateBudget(source.size, limits.ratioOfAllOds);
  let done = 0;
  const tables: Table[] = [];
  const walk = async (handler: ContentHandler): Promise<void> => {
    const reader = await readStrictly(handler);
    const advance = (bytes: number): void => {
      done += bytes;
      progress(Math.min(1, done / (2 * content.packedSize)));
    };
    for await (const chunk of openEntry(source, content, budget, advance)) reader.write(chunk);
    reader.end();
  };
  await walk(new ContentHandler(tables));
  await walk(new ContentHandler(tables, visitor));
}
