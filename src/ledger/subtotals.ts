import type { Role } from './headers.ts';
import type { Reading } from './reading.ts';
import type { BodyRow } from './row.ts';
import { compact, quoted } from './spelling.ts';

const wholeRow = /^(.{0,12}?)(合计|小计|总计|共计|累计|总数)(?:[:(].{0,12})?(?:共?\d[\d,]*[条件项个份篇]?)?\)?$/u;

/** What no row of totals has. */
const telling: readonly Role[] = ['date', 'received', 'issued', 'documentNumber', 'applicant'];

/** The cells of a row in which 合计 or another word of its kind is looked for. */
const mostBeforeTotal = 12;

/** What has been counted since a sheet began, or since its last 小计. */
interface Scope {
  readonly rows: number;
  readonly quantity: number;
  /** Items that had not been met before. */
  readonly items: number;
  readonly channels: ReadonlyMap<string, number>;
}

/** A count as it is written in a text file too: `1,234`, `1234.0`. */
const written = String.raw`(\d{1,3}(?:,\d{3})+|\d{1,9})(?:\.0+)?[条件项个份篇]?`;
const onlyNumber = new RegExp(`^共?${written}$`, 'u');
const lastNumber = new RegExp(`${written}\\)?$`, 'u');

function numberIn(pattern: RegExp, text: string): number | undefined {
  const digits = pattern.exec(text)?.[1];
  return digits === undefined ? undefined : Number(digits.replaceAll(',', ''));
}

const numberOf = (text: string): number | undefined => numberIn(onlyNumber, compact(text).slice(0, 20));

/** What a row of totals never has both of: a category and a channel of its own, in words. 支出合计 may be a title. */
const isItem = (row: BodyRow): boolean =>
  (['category', 'channel'] as const).every((role) => row.get(role)?.own && /[^\d,.\s]/u.test(row.text(role)));

/** Recognises the rows of 合计, 小计 and 总计 of one sheet and compares them with what was counted. */
export class Subtotals {
  private rows = 0;
  private quantity = 0;
  private items = 0;
  private readonly channels = new Map<string, number>();
  /** The whole sheet as it was at the last row of totals. */
  private earlier = { rows: 0, quantity: 0, items: 0 };
  private channelsSince = new Map<string, number>();
  /** Items counted in the whole ledger before this sheet, for a 总计 over all sheets. */
  private readonly before: number;

  constructor(before: number) {
    this.before = before;
  }

  /** Counts a row of the ledger. */
  count(channels: readonly { readonly name: string }[] = [], quantity = 1, fresh = true): void {
    this.rows += 1;
    if (fresh) this.items += quantity;
    this.quantity += quantity;
    for (let at = 0; at < channels.length; at += 1) {
      const name = channels[at]?.name ?? '';
      this.channels.set(name, (this.channels.get(name) ?? 0) + quantity);
      this.channelsSince.set(name, (this.channelsSince.get(name) ?? 0) + quantity);
    }
  }

  /** The word that makes a row one of totals; undefined for other rows. */
  static word(row: BodyRow): string | undefined {
    // Hardly a row is one, and nearly every row tells by its first date that it is none.
    for (const role of telling) if (row.text(role) !== '') return undefined;
    for (let at = 0; at < mostBeforeTotal; at += 1) {
      const cell = row.cells[at];
      if (!cell) return undefined;
      if (cell.kind !== 'text' || cell.text.length > 40) continue;
      if (!cell.text.includes('计') && !cell.text.includes('数')) continue;
      const match = wholeRow.exec(compact(cell.text));
      if (!match) continue;
      const title = row.title?.text ?? '';
      const bare = match[1] === '' || /^[本第]?.{0,4}[月页季年类站博信]?$/u.test(match[1] ?? '');
      if (match[1] !== '' && title === cell.text.trim() && isItem(row)) return undefined;
      if (bare && (title === '' || title === cell.text.trim() || /^\d/u.test(title))) return match[2];
    }
    return undefined;
  }

  /** Compares a row of totals with the count and reports a difference, one for each number that differs. */
  compare(row: BodyRow, word: string, { found }: Reading): void {
    const { rows, quantity, items, channels, earlier } = this;
    const sheet: Scope = { rows, quantity, items, channels };
    const since: Scope = {
      rows: rows - earlier.rows,
      quantity: quantity - earlier.quantity,
      items: items - earlier.items,
      channels: this.channelsSince,
    };
    const small = word === '小计' && since.rows > 0;
    const scopes = word === '小计' ? [since] : [sheet, since];
    const main = small ? since : sheet;
    const { layout, file, name } = row.sheet;
    const tell = (column: number, reported: number, computed: number, channel: string): void => {
      const args = { word, reported, computed, difference: Math.abs(reported - computed), channel };
      const extra = {
        say: channel === '' ? 'default' : 'channel',
        values: { reported, computed, difference: reported - computed },
      };
      found.say('ledger/subtotal', row.place(column), { ...args, file, sheet: quoted(name) }, extra);
    };
    for (const { column, channel } of layout.ticks) {
      const reported = numberOf(row.value(column).text);
      if (reported === undefined || scopes.some((scope) => (scope.channels.get(channel) ?? 0) === reported)) continue;
      tell(column, reported, main.channels.get(channel) ?? 0, channel);
    }
    const total = this.total(row);
    if (total) {
      const fits = scopes.some((scope) => [scope.rows, scope.quantity, scope.items].includes(total.number));
      const all = word !== '小计' && this.before + sheet.items === total.number;
      if (!fits && !all)
        tell(total.column, total.number, layout.columns.has('quantity') ? main.quantity : main.rows, '');
    }
    this.earlier = sheet;
    this.channelsSince = new Map();
  }

  private total(row: BodyRow): { readonly column: number; readonly number: number } | undefined {
    const { layout } = row.sheet;
    const quantity = layout.columns.get('quantity');
    if (quantity !== undefined) {
      const number = numberOf(row.value(quantity).text);
      return number === undefined ? undefined : { column: quantity, number };
    }
    const ticks = new Set(layout.ticks.map((tick) => tick.column));
    for (const cell of row.cells) {
      if (ticks.has(cell.column) || (cell.kind !== 'text' && cell.kind !== 'number') || cell.text.length > 40) continue;
      const text = compact(cell.text);
      const labelled = cell.kind === 'text' && wholeRow.test(text) ? numberIn(lastNumber, text) : undefined;
      const said = labelled ?? numberOf(cell.text);
      if (said !== undefined) return { column: cell.column, number: said };
    }
    return undefined;
  }
}
