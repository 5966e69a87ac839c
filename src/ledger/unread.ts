import type { Args } from '../finding.ts';
import { known, knownCount, nearestHeader, type Role, roleName, type SheetKind } from './headers.ts';
import type { HeaderRow } from './layout.ts';
import { cellName } from './ranges.ts';
import type { Reading } from './reading.ts';
import type { Sheet } from './row.ts';
import { quoted } from './spelling.ts';
import type { SheetHead } from './workbook.ts';

/** Columns without which a kind of sheet cannot be counted. */
const needed: Readonly<Record<SheetKind, readonly Role[]>> = {
  items: [],
  requests: ['received', 'applicant'],
  cases: [],
  documents: [],
};

/** Says once for the whole ledger which columns are not read: twelve monthly sheets with one odd column are one notice. */
export class UnreadColumns {
  private readonly said = new Set<string>();

  /** Reports the columns of a sheet that are not read and those that it lacks. */
  report({ file, name, layout }: Sheet, { found }: Reading): void {
    const place = (column: number) => ({ file, sheet: name, cell: cellName(column, layout.headerRow) });
    for (const { column, label, besides } of layout.unread) {
      const key = `${layout.kind}\u0000${label}\u0000${besides ?? ''}`;
      if (this.said.has(key)) continue;
      this.said.add(key);
      if (found.isFull('ledger/unknown-column')) {
        found.count('ledger/unknown-column', place(column));
        continue;
      }
      const near = besides === undefined ? nearestHeader(label, layout.kind) : undefined;
      found.say(
        'ledger/unknown-column',
        place(column),
        { label: quoted(label), besides: quoted(besides ?? '') },
        {
          say: besides === undefined ? 'default' : 'second',
          notes: near === undefined ? [] : [{ say: 'nearest', args: { label: quoted(label), nearest: near } }],
        },
      );
    }
    const first = Math.min(...layout.columns.values());
    if (layout.kind === 'items' && !layout.columns.has('date'))
      found.say('ledger/no-date', place(first), { sheet: quoted(name) }, { say: 'column' });
    for (const role of needed[layout.kind])
      if (!layout.columns.has(role))
        found.say(
          'ledger/unknown-column',
          place(first),
          { sheet: quoted(name), column: roleName(layout.kind, role) },
          { say: 'missing', severity: 'error' },
        );
  }
}

/** The row most like a header: the most names that are known, then the first with two texts; that of titles may stand alone. */
export function likelyHeader<Row extends { readonly header: HeaderRow }>(rows: readonly Row[]): Row | undefined {
  let best: { readonly row: Row; readonly score: number } | undefined;
  for (const row of rows) {
    const texts = row.header.filter((cell) => cell.isText && cell.text !== '' && !cell.fromLeft && !cell.fromAbove);
    const score = knownCount(texts.map((cell) => cell.text));
    const alone = texts.some((cell) => known('items', cell.text)?.role === 'title');
    if ((texts.length >= 2 || alone) && score > (best?.score ?? -1)) best = { row, score };
  }
  return best?.row;
}

/** The texts of a header row that stand in cells of their own. */
export const headerTexts = (header: HeaderRow): readonly string[] =>
  header.filter((cell) => cell.text !== '' && !cell.fromLeft && !cell.fromAbove).map((cell) => quoted(cell.text));

const shownHeaders = 12;
const shownNotes = 6;

/** Reports a sheet without a header that is known: with the headers it has and the nearest known ones. Notes alone are passed over. */
export function reportUnknownSheet(
  head: SheetHead,
  rows: readonly { readonly number: number; readonly header: HeaderRow }[],
  { found, options }: Reading,
): void {
  const likely = likelyHeader(rows);
  if (!likely) return;
  const headers = headerTexts(likely.header);
  // Hidden sheets that hold nothing like a ledger are lists for drop-downs.
  if (head.hidden && knownCount(headers) < 2) return;
  const column = likely.header.findIndex((cell) => cell.text !== '');
  const at = { file: options.file, sheet: head.name, cell: cellName(Math.max(0, column), likely.number) };
  if (found.isFull('ledger/unknown-sheet')) {
    found.count('ledger/unknown-sheet', at);
    return;
  }
  const notes: { readonly say: string; readonly args: Args }[] = [];
  for (const header of headers) {
    if (notes.length === shownNotes) break;
    const near = nearestHeader(header);
    if (near !== undefined && near !== header) notes.push({ say: 'nearest', args: { label: header, nearest: near } });
  }
  found.say(
    'ledger/unknown-sheet',
    at,
    { sheet: quoted(head.name), headers: headers.slice(0, shownHeaders).join('、') },
    { notes },
  );
}
