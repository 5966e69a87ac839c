import { CaseReader } from './cases.ts';
import { DocumentReader } from './documents.ts';
import { Found } from './found.ts';
import type { SheetKind } from './headers.ts';
import { ItemReader } from './items.ts';
import { type Ledger, type LedgerOptions, LedgerUnreadable } from './ledger.ts';
import { Ranges } from './ranges.ts';
import type { Reading } from './reading.ts';
import { Remembered } from './remembered.ts';
import { RequestReader } from './requests.ts';
import { SheetReader, type TakeRow, type Takers } from './sheet-reader.ts';
import { quoted } from './spelling.ts';
import { headerTexts, likelyHeader, UnreadColumns } from './unread.ts';
import type { SheetHead, SheetRow, WorkbookVisitor } from './workbook.ts';

/** What the sheets of each kind list. */
const kindNames: Readonly<Record<SheetKind, string>> = {
  items: '主动公开信息',
  requests: '申请',
  cases: '复议诉讼',
  documents: '规章、规范性文件',
};

/** Makes a ledger of a workbook as it is read; `finish` gives it once the last sheet has ended. */
export class LedgerVisitor implements WorkbookVisitor {
  private readonly reading: Reading;
  private readonly unread = new UnreadColumns();
  private readonly items: ItemReader;
  /** Kinds of sheets that were begun, and of those that had a row. */
  private readonly begun = new Set<SheetKind>();
  private readonly filled = new Set<SheetKind>();
  private requests: RequestReader | undefined;
  private cases: CaseReader | undefined;
  private documents: DocumentReader | undefined;
  private current: { readonly name: string; readonly reader: SheetReader } | undefined;
  /** Sheets without known header, for the sentence that says that none holds the items. */
  private readonly unknown: string[] = [];

  constructor(options: LedgerOptions) {
    this.reading = { options, found: new Found(), ranges: new Ranges(options.file), looked: new Remembered() };
    this.items = new ItemReader(this.reading);
  }

  sheet(head: SheetHead): boolean {
    const takers: Takers = { begin: (kind) => this.taker(kind), sum: this.items.sum };
    this.current = { name: head.name, reader: new SheetReader(head, this.reading, takers, this.unread) };
    return true;
  }

  row(row: SheetRow): void {
    this.current?.reader.row(row);
  }

  endSheet(): void {
    if (!this.current) return;
    const { name, reader } = this.current;
    this.current = undefined;
    if (reader.end()) return;
    const likely = likelyHeader(reader.looked.map((header) => ({ header })));
    if (this.unknown.length < 5)
      this.unknown.push(`${quoted(name)}${likely ? `（${headerTexts(likely.header).slice(0, 8).join('、')}）` : ''}`);
  }

  /**
   * The ledger that was read.
   * @throws LedgerUnreadable where no sheet was recognised as items: `no-items`, its detail names the sheets and their headers,
   * or `other-sheets`, where all are of other kinds, which it names
   */
  finish(): Ledger {
    if (!this.begun.has('items')) {
      const others = [...this.begun].map((kind) => kindNames[kind]);
      if (this.unknown.length === 0 && others.length > 0) throw new LedgerUnreadable('other-sheets', others.join('、'));
      throw new LedgerUnreadable('no-items', this.unknown.join('；'));
    }
    const { items, entries } = this.items.finish();
    const { found, ranges, options } = this.reading;
    return {
      file: options.file,
      items,
      ...(entries ? { entries } : {}),
      ...(this.requests ? { requests: this.requests.counts() } : {}),
      ...(this.cases ? { cases: this.cases.counts() } : {}),
      ...(this.documents ? { documents: this.documents.counts() } : {}),
      blank: new Set([...this.begun].filter((kind) => !this.filled.has(kind))),
      where: (name) => ranges.where(name),
      findings: found.all(),
    };
  }

  private taker(kind: SheetKind): TakeRow | undefined {
    const { edition } = this.reading.options;
    this.begun.add(kind);
    switch (kind) {
      case 'items':
        return (row, subtotals, channel) => {
          if (!this.items.row(row, subtotals, channel)) return false;
          this.filled.add(kind);
          return true;
        };
      case 'requests':
        this.requests ??= new RequestReader(this.reading, edition);
        return this.counting(kind, this.requests);
      case 'cases':
        this.cases ??= new CaseReader(this.reading, edition);
        return this.counting(kind, this.cases);
      case 'documents':
        this.documents ??= DocumentReader.of(this.reading, edition);
        return this.documents && this.counting(kind, this.documents);
    }
  }

  private counting(kind: SheetKind, reader: RequestReader | CaseReader | DocumentReader): TakeRow {
    return (row, subtotals) => {
      if (!reader.row(row)) return false;
      this.filled.add(kind);
      subtotals.count();
      return true;
    };
  }
}
