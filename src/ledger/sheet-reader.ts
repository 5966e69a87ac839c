import { channelNamed } from './channels.ts';
import { known, type Role, type SheetKind } from './headers.ts';
import { continues, type HeaderRow, headerRow, type Layout, layoutOf } from './layout.ts';
import { MergedCells } from './merges.ts';
import { cellName } from './ranges.ts';
import { inspect, isSample, type Reading, reportBroken } from './reading.ts';
import { BodyRow, type Sheet } from './row.ts';
import { quoted } from './spelling.ts';
import { Subtotals } from './subtotals.ts';
import { reportUnknownSheet, type UnreadColumns } from './unread.ts';
import type { SheetHead, SheetRow } from './workbook.ts';

/** Rows that are looked at for a header, below long notes too; below them a sheet has none. */
const headerDepth = 200;
/** The first of them, which tell what an unknown sheet is. */
const mostSeen = 50;

/** So many rows of so many cells above a header are a table of their own, not a title, notes or a second row of the header. */
const tableAbove = { rows: 3, cells: 3 } as const;

/** Rows below a header that are looked at for another one. */
const mostHeaders = 1000;

/** Takes the rows below a header that are neither samples nor totals; true where a row was one of its kind. */
export type TakeRow = (row: BodyRow, subtotals: Subtotals, sheetChannel: string | undefined) => boolean;

/** What a sheet of each kind is read by; undefined for a kind that the edition does not count. */
export interface Takers {
  /** Called once a sheet of the kind has been recognised. */
  begin(kind: SheetKind): TakeRow | undefined;
  /** Items counted so far. */
  readonly sum: number;
}

const mainRole: Readonly<Record<SheetKind, Role>> = {
  items: 'title',
  requests: 'outcome',
  cases: 'outcome',
  documents: 'title',
};

/** Reads one sheet: finds its header below titles and notes, then gives its rows to the reader of their kind. */
export class SheetReader {
  private readonly head: SheetHead;
  private readonly reading: Reading;
  private readonly takers: Takers;
  private readonly unread: UnreadColumns;
  private readonly merged: MergedCells;
  private readonly subtotals: Subtotals;
  private readonly seen: { readonly number: number; readonly header: HeaderRow }[] = [];
  private last: { readonly number: number; readonly header: HeaderRow } | undefined;
  private sought = 0;
  /** The rows above the header that are written like those of a table. */
  private readonly above = { count: 0, first: 0, last: 0, column: 0 };
  private pending: { readonly layout: Layout; readonly header: HeaderRow } | undefined;
  private sheet: Sheet | undefined;
  private take: TakeRow | undefined;
  private channel: string | undefined;
  private rows = 0;
  private firstHidden: number | undefined;
  private hiddenCount = 0;
  private lost = false;
  private tried = 0;

  constructor(head: SheetHead, reading: Reading, takers: Takers, unread: UnreadColumns) {
    this.head = head;
    this.reading = reading;
    this.takers = takers;
    this.unread = unread;
    this.merged = new MergedCells(head.merges);
    this.subtotals = new Subtotals(takers.sum);
  }

  /** Reads the next row. */
  row(row: SheetRow): void {
    if (this.lost) return;
    this.merged.enter(row);
    if (this.pending) this.afterHeader(row, this.pending);
    else if (this.sheet) this.body(row, this.sheet);
    else this.seek(row);
  }

  /** Ends the sheet; false where no header was recognised. */
  end(): boolean {
    if (this.pending) this.begin(this.pending.layout);
    if (!this.sheet) {
      reportUnknownSheet(this.head, this.seen, this.reading);
      return false;
    }
    this.reportHidden(this.sheet);
    return true;
  }

  /** The texts of the rows that were looked at for a header. */
  get looked(): readonly HeaderRow[] {
    return this.seen.map(({ header }) => header);
  }

  private seek(row: SheetRow): void {
    const header = headerRow(this.merged, row.number);
    const above = this.last?.number === row.number - 1 ? this.last.header : [];
    const alone = layoutOf(header, row.number);
    const layout = alone ? layoutOf(header, row.number, above, true) : layoutOf(header, row.number, above);
    if (layout) {
      this.pending = { layout, header };
      return;
    }
    this.last = { number: row.number, header };
    if (this.seen.length < mostSeen) this.seen.push(this.last);
    this.sought += 1;
    this.lost = this.sought === headerDepth;
    if (row.cells.length < tableAbove.cells) return;
    if (this.above.count === 0) this.above.first = row.number;
    if (this.above.count === 0) this.above.column = row.cells[0]?.column ?? 0;
    this.above.last = row.number;
    this.above.count += 1;
  }

  /** Tells of a table above the header: what is not known there would be left out without a word. */
  private reportAbove(): void {
    const { count, first, last, column } = this.above;
    if (count < tableAbove.rows) return;
    const { found, options } = this.reading;
    const at = { file: options.file, sheet: this.head.name, cell: cellName(column, first) };
    found.say('ledger/unknown-sheet', at, { sheet: quoted(this.head.name), first, last }, { say: 'above' });
    this.above.count = 0;
  }

  private afterHeader(
    row: SheetRow,
    { layout, header }: { readonly layout: Layout; readonly header: HeaderRow },
  ): void {
    this.pending = undefined;
    if (row.number === layout.headerRow + 1) {
      const lower = headerRow(this.merged, row.number);
      const whole = continues(layout, header, lower) ? layoutOf(lower, row.number, header) : undefined;
      if (whole?.kind === layout.kind) {
        this.begin(whole);
        return;
      }
    }
    this.body(row, this.begin(layout));
  }

  private begin(layout: Layout): Sheet {
    this.reportAbove();
    const { name, from1904 = false } = this.head;
    const { columns, channelColumns, ticks } = layout;
    const named = columns.get('channel');
    const alone = channelColumns.length === 1 && named === channelColumns[0] && ticks.length === 0;
    const channelColumn = alone && !columns.has('mode') ? named : undefined;
    const ofChannels = new Set([...channelColumns, ...ticks.map(({ column }) => column)]);
    const ofRoles = [...columns].flatMap(([role, column]) => (role === 'serial' || role === 'index' ? [] : [column]));
    const sheet: Sheet = {
      file: this.reading.options.file,
      name,
      layout,
      from1904,
      titleColumn: columns.get('title'),
      channelColumn,
      ofChannels,
      read: new Set([...ofRoles, ...ofChannels]),
      channels: new Map(),
    };
    this.sheet = sheet;
    this.take = this.takers.begin(layout.kind);
    const unnamed = channelColumns.length === 0 && ticks.length === 0 && !columns.has('mode');
    this.channel = unnamed ? channelNamed(this.head.name) : undefined;
    if (this.take) this.unread.report(sheet, this.reading);
    return sheet;
  }

  private body(raw: SheetRow, sheet: Sheet): void {
    const row = new BodyRow(sheet, raw, this.merged);
    if (this.isHeader(row, raw)) return;
    if (isSample(row)) return;
    const word = Subtotals.word(row);
    if (word !== undefined) {
      this.subtotals.compare(row, word, this.reading);
      return;
    }
    if (!this.take) return;
    reportBroken(row, this.reading);
    inspect(row, this.reading);
    if (!this.take(row, this.subtotals, this.channel)) return;
    this.rows += 1;
    if (!row.hidden) return;
    this.hiddenCount += 1;
    this.firstHidden ??= row.number;
  }

  /** A header printed again, or the header of a second table below the first. */
  private isHeader(row: BodyRow, raw: SheetRow): boolean {
    const { layout } = row.sheet;
    const text = row.get(mainRole[layout.kind])?.text ?? '';
    if (text === '' || text.length > 20 || !known(layout.kind, text) || this.tried === mostHeaders) return false;
    this.tried += 1;
    const header = headerRow(this.merged, raw.number);
    const again = layoutOf(header, raw.number);
    if (!again) return false;
    this.pending = { layout: again, header };
    return true;
  }

  private reportHidden(sheet: Sheet): void {
    const { found, options } = this.reading;
    if (this.rows === 0 || (this.hiddenCount === 0 && !this.head.hidden)) return;
    const row = this.head.hidden ? sheet.layout.headerRow : (this.firstHidden ?? sheet.layout.headerRow);
    const column = sheet.layout.columns.get(mainRole[sheet.layout.kind]) ?? 0;
    const args = { sheet: quoted(sheet.name), rows: this.rows, hidden: this.hiddenCount };
    const at = { file: options.file, sheet: sheet.name, cell: cellName(column, row) };
    found.say('ledger/hidden-rows', at, args, { say: this.head.hidden ? 'sheet' : 'default' });
  }
}
