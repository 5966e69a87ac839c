import { disclosureMode, isTicked, splitChannels } from './channels.ts';
import { keyText } from './item-index.ts';
import { dateValue, type Reading } from './reading.ts';
import { Remembered } from './remembered.ts';
import type { BodyRow, RowChannel, RowChannels, Sheet, Value } from './row.ts';
import { quoted, sameText } from './spelling.ts';

/** One row of an items sheet as it was read. */
export interface ItemRow {
  /** Rows with the same key are one item. */
  readonly key: string;
  readonly date: string;
  readonly channels: readonly RowChannel[];
  /** As it stands in its cell. */
  readonly category: string;
  readonly quantity: number;
  /** Whether the row says how many it is; otherwise it counts 1. */
  readonly counted: boolean;
  /** False: 公开方式 says that it was not disclosed on the organ's own initiative. */
  readonly disclosed: boolean;
  /** The column that the row is shown by. */
  readonly column: number;
}

/** What a channel column shows: a range merged over several of them holds for each, one from elsewhere is a heading. */
function channelValue(row: BodyRow, column: number): Value | undefined {
  const value = row.value(column, true);
  return row.sheet.ofChannels.has(value.from) ? value : undefined;
}

/** Different texts of channel cells that are kept: a ledger has a handful. */
const mostTexts = 1000;

/** The channels that a text in the only column of channels names. */
function namedIn(sheet: Sheet, text: string, column: number): RowChannels {
  const known = sheet.channels.get(text);
  if (known) return known;
  const read = { channels: splitChannels(text).map((name) => ({ name, column })), disclosed: true };
  if (text.length <= 60 && sheet.channels.size < mostTexts) sheet.channels.set(text, read);
  return read;
}

/** The channels of a row: named in a cell, ticked in columns, or those of 公开方式 where its value is no way of disclosure. */
function rowChannels(row: BodyRow): RowChannels {
  const { layout, channelColumn } = row.sheet;
  // One column of channels, as in most ledgers: nothing has to be put together.
  if (channelColumn !== undefined) return namedIn(row.sheet, row.text('channel'), channelColumn);
  const mode = row.get('mode');
  const found = new Map<string, number>();
  const add = (name: string, column: number): void => {
    if (!found.has(name)) found.set(name, column);
  };
  for (const column of layout.channelColumns)
    if (row.shows(column)) for (const name of splitChannels(channelValue(row, column)?.text ?? '')) add(name, column);
  for (const { column, channel } of layout.ticks)
    if (row.shows(column) && isTicked(channelValue(row, column)?.text ?? '')) add(channel, column);
  const read = disclosureMode(mode?.text ?? '');
  if (mode && layout.channelColumns.length === 0) for (const name of splitChannels(read.rest)) add(name, mode.column);
  return { channels: [...found].map(([name, column]) => ({ name, column })), disclosed: read.own };
}

/** 数量: a whole number; undefined where there is none, or anything else, which is reported. */
function rowQuantity(row: BodyRow, { found }: Reading): number | undefined {
  const value = row.get('quantity');
  if (!value || value.text === '') return undefined;
  const text = value.text.slice(0, 60).normalize('NFKC').replace(/\s+/gu, '');
  const match = value.text.length > 60 ? null : /^(\d{1,9})(?:\.0+)?[条件篇份]?$/u.exec(text);
  if (match) {
    // Counted for each title beside it, which is more than stands there where it is meant for all of them.
    const { rows } = value;
    if (value.own && rows > (row.title?.rows ?? rows))
      found.say(
        'ledger/error-cell',
        value.at,
        { text: quoted(value.text), rows },
        { say: 'merged', severity: 'warning' },
      );
    return Number(match[1]);
  }
  if (value.own) found.say('ledger/error-cell', value.at, { text: quoted(value.text) }, { say: 'quantity' });
  return undefined;
}

const signature =
  /^(?:填表|制表|填报|审核|负责|经办|复核|录入|单位负责)人?[^:：]{0,4}[:：]|^(?:注|备注|说明|填表说明)[:：]/u;

/** A document's number: 鹿政〔2020〕5号. Names and telephones of those who filled a table in stand in that column too. */
const numbered = /\d[^\d]*号$/u;

/** A line of text inside or below the table: a heading merged over the columns, or who filled it in; no document is one. */
const isNote = (row: BodyRow, title: Value): boolean =>
  row.lastColumn(title.column) - title.column >= 2 ||
  (signature.test(title.text) && !numbered.test(row.text('documentNumber')));

const says = (value: Value | undefined): boolean =>
  value !== undefined && (value.text !== '' || value.broken) && value.own;

const telling = ['date', 'documentNumber', 'mode', 'category'] as const;

/** Whether the row itself says anything else that an item is known by, rather than only what is merged from above. */
function saysItself(row: BodyRow): boolean {
  for (const role of telling) if (says(row.get(role))) return true;
  const { layout } = row.sheet;
  return (
    layout.channelColumns.some((column) => says(channelValue(row, column))) ||
    layout.ticks.some(({ column }) => {
      const value = channelValue(row, column);
      return says(value) && isTicked(value?.text ?? '');
    })
  );
}

const keys = new Remembered<string>();

const madeAlike = (text: string): string => keyText(sameText(text));

/** What two titles or document numbers have in common that are the same. */
const keyOf = (text: string): string => (text === '' ? '' : keys.of(text, madeAlike));

/**
 * Reads a row of an items sheet and reports what is wrong with its cells; undefined where it is no item.
 * An item is what has one title, date and document number.
 */
export function readItemRow(row: BodyRow, reading: Reading): ItemRow | undefined {
  const title = row.title;
  if (!title || !(says(title) || saysItself(row))) return undefined;
  const { found } = reading;
  const date = dateValue(row, 'date', reading);
  const { channels, disclosed } = rowChannels(row);
  const undated = date.date === '' && !date.wrong;
  if (undated && channels.length === 0 && isNote(row, title)) return undefined;
  if (title.text === '' && !title.broken) found.say('ledger/no-title', row.place(title.column), {});
  const dateCell = undated ? row.get('date') : undefined;
  if (dateCell) {
    const say = title.text === '' ? 'untitled' : 'default';
    found.say('ledger/no-date', row.place(dateCell.column), { title: quoted(title.text), row: row.number }, { say });
  }
  const quantity = row.sheet.layout.columns.has('quantity') ? rowQuantity(row, reading) : undefined;
  const titleKey = title.text === '' ? `${row.sheet.name}\u0000${row.number}` : keyOf(title.text);
  return {
    key: `${titleKey}\u0001${date.date}\u0001${keyOf(row.text('documentNumber'))}`,
    date: date.date,
    channels,
    category: row.text('category'),
    quantity: quantity ?? 1,
    counted: quantity !== undefined,
    disclosed,
    column: title.column,
  };
}
