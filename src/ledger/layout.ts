import { channelNamed } from './channels.ts';
import { kindOf, known, type Role, type SheetKind } from './headers.ts';
import type { MergedCells } from './merges.ts';
import { compact, headerLabel } from './spelling.ts';

/** One header cell as it is shown, with where its text stands. */
export interface HeaderCell {
  readonly text: string;
  /** Whether the text is that of a cell further left, or further up, in the same merged range. */
  readonly fromLeft: boolean;
  readonly fromAbove: boolean;
  readonly isText: boolean;
}

export type HeaderRow = readonly HeaderCell[];

/** A column that is not read, and why: its header is not known, or another column already holds the same. */
export interface UnreadColumn {
  readonly column: number;
  readonly label: string;
  readonly besides?: string;
  readonly role?: Role;
}

/** Where a sheet keeps what. */
export interface Layout {
  readonly kind: SheetKind;
  readonly headerRow: number;
  readonly columns: ReadonlyMap<Role, number>;
  /** Columns that name channels in their cells. */
  readonly channelColumns: readonly number[];
  /** Columns of ticks, one a channel. */
  readonly ticks: readonly { readonly column: number; readonly channel: string }[];
  readonly unread: readonly UnreadColumn[];
  /** Header text by column. */
  readonly header: readonly string[];
}

const blank: HeaderCell = { text: '', fromLeft: false, fromAbove: false, isText: true };

/** The row that was entered last, as header cells. */
export function headerRow(merged: MergedCells, row: number): HeaderRow {
  return Array.from({ length: merged.width() }, (_, column) => {
    const shown = merged.at(column);
    if (!shown.cell) return blank;
    return {
      text: shown.cell.text.slice(0, 200).trim(),
      fromLeft: shown.column < column,
      fromAbove: shown.row < row,
      isText: shown.cell.kind === 'text',
    };
  });
}

const isChannelHeading = (text: string): boolean => {
  const role = known('items', text)?.role;
  return role === 'channel' || role === 'mode';
};

interface Heading {
  readonly text: string;
  /** The heading above, where there is one and it is another. */
  readonly group: string;
  readonly fromLeft: boolean;
}

/** The heading that a column stands under: its own upper cell, or where that is blank one that is not merged further left. */
function headingsAbove(upper: HeaderRow, length: number): readonly HeaderCell[] {
  let reach: HeaderCell = blank;
  return Array.from({ length }, (_, column) => {
    const above = upper[column] ?? blank;
    if (above.text !== '') reach = above;
    else if (upper[column - 1]?.fromLeft) reach = blank;
    return reach;
  });
}

/** Two header rows as one: the lower text where there is one, the upper as its group and, for a blank, as its text. */
function headings(upper: HeaderRow, lower: HeaderRow, groupsOnly: boolean): readonly Heading[] {
  const length = groupsOnly ? lower.length : Math.max(upper.length, lower.length);
  const groups = headingsAbove(upper, length);
  return Array.from({ length }, (_, column) => {
    const above = groupsOnly ? blank : (upper[column] ?? blank);
    const below = lower[column] ?? blank;
    const text = below.text === '' ? above.text : below.text;
    const group = below.text === '' || below.fromAbove ? '' : (groups[column]?.text ?? '');
    return { text, group: group === text ? '' : group, fromLeft: below.text === '' ? above.fromLeft : below.fromLeft };
  });
}

/** The channel of a column of ticks: by its own header, or by the heading 公开渠道 above it. */
function tickChannel(heading: Heading): string | undefined {
  if (heading.text === '' || known('items', heading.text)) return undefined;
  const named = channelNamed(heading.text);
  if (named !== undefined) return named;
  return isChannelHeading(heading.group) && !heading.fromLeft ? compact(heading.text) : undefined;
}

/**
 * The layout that header rows give; undefined where they are none.
 * `groupsOnly`: the upper row only groups what the lower one names, it names no column itself.
 */
export function layoutOf(lower: HeaderRow, row: number, upper: HeaderRow = [], groupsOnly = false): Layout | undefined {
  const all = headings(upper, lower, groupsOnly);
  const ticks = all.flatMap((heading, column) => {
    const channel = tickChannel(heading);
    return channel === undefined ? [] : [{ column, channel }];
  });
  const kind = kindOf(
    all.map((heading) => heading.text),
    ticks.length,
  );
  if (kind === undefined) return undefined;
  const ranks = new Map<Role, { readonly column: number; readonly rank: number }>();
  const channelColumns: number[] = [];
  const unread: UnreadColumn[] = [];
  for (const [column, { text, fromLeft }] of all.entries()) {
    if (text === '') continue;
    const meaning = known(kind, text);
    if (!meaning) {
      const ticked = kind === 'items' && ticks.some((tick) => tick.column === column);
      if (!ticked && !fromLeft) unread.push({ column, label: headerLabel(text) });
      continue;
    }
    const first = ranks.get(meaning.role);
    const sameHeading = first !== undefined && all[first.column]?.text === text;
    if (meaning.role === 'channel' && (first === undefined || sameHeading || first.rank > meaning.rank)) {
      if (!sameHeading) channelColumns.length = 0;
      channelColumns.push(column);
    }
    if (fromLeft) continue;
    if (first === undefined || first.rank > meaning.rank) ranks.set(meaning.role, { column, rank: meaning.rank });
    const loser = first === undefined ? undefined : first.rank > meaning.rank ? first.column : column;
    if (loser !== undefined && !(meaning.role === 'channel' && sameHeading))
      unread.push({ column: loser, label: headerLabel(all[loser]?.text ?? ''), role: meaning.role });
  }
  return {
    kind,
    headerRow: row,
    columns: new Map([...ranks].map(([role, { column }]) => [role, column])),
    channelColumns,
    ticks: kind === 'items' ? ticks : [],
    unread: unread.map((lost) => {
      const winner = lost.role === undefined ? undefined : ranks.get(lost.role);
      return winner ? { ...lost, besides: headerLabel(all[winner.column]?.text ?? '') } : lost;
    }),
    header: all.map((heading) => heading.text),
  };
}

/**
 * Whether the row below a recognised header belongs to it: texts only, each a name that a header can have,
 * and none under a heading that is already a column of its own.
 */
export function continues(layout: Layout, upper: HeaderRow, lower: HeaderRow): boolean {
  const groups = headingsAbove(upper, lower.length);
  let own = 0;
  let merged = false;
  for (let column = 0; column < lower.length; column += 1) {
    const above = upper[column] ?? blank;
    const below = lower[column] ?? blank;
    if (below.text === '' || below.fromAbove) continue;
    own += 1;
    const group = isChannelHeading(groups[column]?.text ?? '');
    const taken =
      above.text !== '' &&
      !above.fromLeft &&
      known(layout.kind, above.text) !== undefined &&
      !isChannelHeading(above.text);
    const named = known(layout.kind, below.text) !== undefined || channelNamed(below.text) !== undefined;
    const headed = above.fromLeft || upper[column + 1]?.fromLeft === true;
    merged ||= headed;
    if (!below.isText || taken || below.text.length > 30 || !(named || (group && headed))) return false;
  }
  return own > 1 || (own === 1 && merged);
}
