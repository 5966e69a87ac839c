import type { Range, WorkSheet } from '@e965/xlsx';
import { isCompound } from './compound.ts';
import { decodedText } from './csv.ts';
import { LedgerUnreadable } from './ledger.ts';
import { readyText } from './legacy-html.ts';
import { fromBytes } from './source.ts';
import type { Merge, SheetCell, SheetHead, SheetRow } from './workbook.ts';
import { limits } from './workbook-limits.ts';
import { dateOfSerial, shownBy } from './xlsx-dates.ts';
import { decimalText } from './xlsx-value.ts';

/** A cell as SheetJS gives it; what comes from a stranger's file is looked at before it is believed. */
interface ParsedCell {
  readonly t?: unknown;
  readonly v?: unknown;
  readonly w?: unknown;
  readonly z?: unknown;
  readonly f?: unknown;
  readonly F?: unknown;
}

/** Merged cells as far as a sheet goes: a file may claim that one covers a billion rows. */
function mergesOf(ranges: readonly Range[]): Merge[] {
  if (ranges.length > limits.merges) throw new LedgerUnreadable('too-large', 'xls: merges');
  return ranges.flatMap(({ s, e }) =>
    s.r < limits.rows && s.c < limits.columns
      ? [
          {
            top: s.r + 1,
            left: s.c,
            bottom: Math.min(e.r + 1, limits.rows),
            right: Math.min(e.c, limits.columns - 1),
          },
        ]
      : [],
  );
}

/** Steps that SheetJS may take over an HTML table: at each cell it goes through all cells that span others. */
const mostSteps = 200_000_000;

function occurrences(text: string, pattern: RegExp): number {
  let count = 0;
  while (pattern.exec(text)) count += 1;
  return count;
}

/** Each table is a sheet, which SheetJS looks up among all: two hundred thousand take twelve seconds. */
const mostTables = 10_000;

/** Refuses tables that SheetJS would be at for minutes, or out of memory with. */
function refuseCostly(text: string): void {
  let columns = 0;
  for (const [, name, value] of text.matchAll(/\b(Index|Span|MergeAcross|MergeDown)\s*=\s*["']([^"']{0,40})/g)) {
    const count = Number(value);
    if (name === 'Span') columns += count;
    if (count > limits.rows || columns > limits.rows) throw new LedgerUnreadable('too-large', `xls: ${name}`);
  }
  const spans = occurrences(text, /(?:row|col)span/gi);
  if (spans > 0 && spans * occurrences(text, /<t[dh]/gi) > mostSteps)
    throw new LedgerUnreadable('too-large', 'xls: spans');
  if (occurrences(text, /<table[\s>]/gi) > mostTables) throw new LedgerUnreadable('too-large', 'xls: tables');
}

/** Merged cells of an .xls beyond which SheetJS, which copies them all at each record of them, takes minutes. */
const mostMerges = 50_000;
/** The record of BIFF that lists merged cells, each in 8 bytes behind their count. */
const mergeCells = 0x00e5;

/** How many merged cells the records of a workbook stream list. */
function mergesIn(stream: Uint8Array): number {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  let count = 0;
  for (let at = 0; at + 6 <= view.byteLength; at += 4 + view.getUint16(at + 2, true))
    if (view.getUint16(at, true) === mergeCells) count += view.getUint16(at + 4, true);
  return count;
}

/** The record of BIFF that holds a formula and its value: 14 bytes of cell and value and 6 of flags stand before its length. */
const formulaRecord = { types: [0x0006, 0x0206, 0x0406] as readonly number[], value: 6, flags: 14, length: 20 };
/** The flag of a formula whose value is yet to be calculated; Apache POI sets it and writes 0. */
const onLoad = 2;
/** An error that no program writes stands for it, as a value of a formula (type, code and the mark of values that are no numbers). */
const uncalculated = { code: 0xee, value: [2, 0, 0xee, 0, 0, 0, 0xff, 0xff] } as const;
/** The other records whose formulas SheetJS reads, of which no ledger is made: names, names of other files, arrays, shared formulas. */
const otherFormulas: readonly number[] = [0x0018, 0x0218, 0x0021, 0x0221, 0x0023, 0x0223, 0x04bc];
/** The records that part a stream into workbook, sheets and charts within them. */
const sheetBegins: readonly number[] = [0x0009, 0x0209, 0x0409, 0x0809];
const sheetEnds = 0x000a;
/** The record behind which everything is encrypted; SheetJS knows some of the ways, and takes others for damage. */
const encrypted = 0x002f;
/** A record that SheetJS passes over: a rule by which cells are coloured. */
const passedOver = 0x01b1;

/**
 * Takes the formulas out of a workbook stream, their values stay: a damaged one sends SheetJS round for ever.
 * FFFF where the length of a formula stands says that there is none. Throws `damaged` where a formula's record is cut off,
 * `password` where the stream is encrypted.
 */
function withoutFormulas(stream: Uint8Array): void {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  let depth = 0;
  for (let at = 0; at + 4 <= view.byteLength; at += 4 + view.getUint16(at + 2, true)) {
    const type = view.getUint16(at, true);
    if (sheetBegins.includes(type)) depth += 1;
    // What is left of older versions behind the last sheet is read by nobody.
    if (depth === 0) return;
    if (type === encrypted) throw new LedgerUnreadable('password', 'xls');
    if (type === sheetEnds) depth -= 1;
    const place = at + 4 + formulaRecord.length;
    const isFormula = formulaRecord.types.includes(type);
    const isWhole = view.getUint16(at + 2, true) >= formulaRecord.length + 2 && place + 2 <= view.byteLength;
    if (isFormula && !isWhole) throw new LedgerUnreadable('damaged', 'xls: formula');
    if (isFormula) {
      view.setUint16(place, 0xffff, true);
      const value = stream.subarray(at + 4 + formulaRecord.value, at + 4 + formulaRecord.value + 8);
      const isUnknown = (view.getUint16(at + 4 + formulaRecord.flags, true) & onLoad) !== 0;
      if (isUnknown && value.every((byte) => byte === 0)) value.set(uncalculated.value);
    }
    if (otherFormulas.includes(type)) view.setUint16(at, passedOver, true);
  }
}

/** The records that begin a workbook and name its code page, and their values for Excel 5 and 95 and for GBK. */
const begins = { type: 0x0809, version: 0x0500 } as const;
const codePage = { type: 0x0042, gbk: 936 } as const;

/** Whether the texts of a workbook stream are bytes of GBK: Excel 97 and later write UTF-16. */
function isGbk(stream: Uint8Array): boolean {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  if (view.byteLength < 8 || view.getUint16(0, true) !== begins.type || view.getUint16(4, true) !== begins.version)
    return false;
  for (let at = 0; at + 6 <= view.byteLength; at += 4 + view.getUint16(at + 2, true)) {
    const type = view.getUint16(at, true);
    if (type === codePage.type) return view.getUint16(at + 4, true) === codePage.gbk;
    if (type === sheetEnds) return false;
  }
  return false;
}

/** A text whose bytes SheetJS, which has no table of GBK here, gave one a character. */
const fromGbk = (text: string): string =>
  /^[\0-\xff]*$/.test(text) ? new TextDecoder('gb18030').decode(Buffer.from(text, 'latin1')) : text;

/** What stands in a list at places that may lie a billion apart, in order. */
const placed = <T>(list: readonly (T | undefined)[], most: number): [number, T][] =>
  Object.keys(list).flatMap((key): [number, T][] => {
    const found = Number(key) < most ? list[Number(key)] : undefined;
    return found === undefined ? [] : [[Number(key), found]];
  });

/** Gives texts as they are meant. */
type TextOf = (text: string) => string;

function cellOf(column: number, cell: ParsedCell, from1904: boolean, textOf: TextOf): SheetCell | undefined {
  const formula = cell.f !== undefined || cell.F !== undefined;
  const { t: kind, v: value } = cell;
  if (kind === 'b') return { column, kind: 'boolean', text: value === true ? 'TRUE' : 'FALSE', formula };
  if (kind === 'e' && value === uncalculated.code) return { column, kind: 'uncalculated', text: '', formula: true };
  if (kind === 'e') return { column, kind: 'error', text: typeof cell.w === 'string' ? cell.w : '#VALUE!', formula };
  if (kind === 's' && typeof value === 'string' && value !== '')
    return { column, kind: 'text', text: textOf(value).slice(0, limits.text), formula };
  if (kind === 'n' && typeof value === 'number' && Number.isFinite(value)) {
    const code = typeof cell.z === 'string' ? cell.z : undefined;
    const date = code === undefined ? undefined : dateOfSerial(value, shownBy(0, code), from1904);
    if (date !== undefined) return { column, kind: 'date', text: date, formula };
    return { column, kind: 'number', text: decimalText(String(value)) ?? String(value), formula };
  }
  return formula && (value === undefined || value === null)
    ? { column, kind: 'uncalculated', text: '', formula }
    : undefined;
}

/** What is told of a workbook, in the order of the file: plain data that passes between processes. */
export type LegacyPart =
  | { readonly kind: 'sheet'; readonly head: SheetHead }
  | { readonly kind: 'rows'; readonly rows: readonly SheetRow[] }
  | { readonly kind: 'end-sheet' };

/** Rows told at once: enough that telling costs little, few enough to hold twice. */
const batch = 1000;

function tellSheet(head: SheetHead, sheet: WorkSheet, textOf: TextOf, tell: (part: LegacyPart) => void): void {
  tell({ kind: 'sheet', head });
  let batched: SheetRow[] = [];
  const data: readonly (readonly (ParsedCell | undefined)[] | undefined)[] = sheet['!data'] ?? [];
  for (const [index, row] of placed(data, limits.rows)) {
    const cells = placed(row, limits.columns).flatMap(
      ([column, cell]) => cellOf(column, cell, head.from1904 === true, textOf) ?? [],
    );
    if (cells.length > 0) batched.push({ number: index + 1, hidden: sheet['!rows']?.[index]?.hidden === true, cells });
    if (batched.length < batch) continue;
    tell({ kind: 'rows', rows: batched });
    batched = [];
  }
  if (batched.length > 0) tell({ kind: 'rows', rows: batched });
  tell({ kind: 'end-sheet' });
}

/**
 * Reads with SheetJS what nothing else can: .xls, .et, and the HTML or XML tables that some systems export as .xls.
 * `tell` gets the sheets and rows in the order of the file. Throws `too-large`, `password` or `damaged`.
 */
export async function parseLegacy(bytes: Uint8Array, tell: (part: LegacyPart) => void): Promise<void> {
  const written = isCompound(bytes) ? undefined : decodedText(fromBytes(bytes));
  if (written !== undefined) refuseCostly(written);
  const text = written === undefined ? undefined : readyText(written);
  let textOf: TextOf = (text) => text;
  const { CFB, read } = await import('@e965/xlsx');
  const workbook = (() => {
    try {
      const container = text === undefined ? CFB.read(bytes, { type: 'array' }) : undefined;
      for (const stream of container?.FileIndex ?? []) {
        if (!stream.content) continue;
        const content = Uint8Array.from(stream.content as ArrayLike<number>);
        if (mergesIn(content) > mostMerges) throw new LedgerUnreadable('too-large', 'xls: merges');
        if (/^(?:Workbook|Book)$/i.test(stream.name)) {
          withoutFormulas(content);
          if (isGbk(content)) textOf = fromGbk;
        }
        stream.content = Buffer.from(content);
      }
      const whole = container && (CFB.write(container, { type: 'buffer' }) as Uint8Array);
      return read(text ?? whole ?? bytes, {
        type: text === undefined ? 'array' : 'string',
        dense: true,
        raw: true,
        cellNF: true,
        // Hidden rows of .xls are told with its styles only; in text formats styles bring a cell for each that a merge covers.
        cellStyles: text === undefined,
        cellHTML: false,
        sheetRows: limits.rows,
      });
    } catch (error) {
      if (error instanceof LedgerUnreadable) throw error;
      const password = error instanceof Error && /password|encrypt/i.test(error.message);
      throw new LedgerUnreadable(password ? 'password' : 'damaged', 'xls');
    }
  })();
  if (!workbook.SheetNames.some((name) => workbook.Sheets[name] !== undefined))
    throw new LedgerUnreadable('damaged', 'xls');
  // Of sheets with one name SheetJS keeps the last, in the place of each.
  if (new Set(workbook.SheetNames).size < workbook.SheetNames.length)
    throw new LedgerUnreadable('damaged', 'xls: names of sheets');
  const from1904 = workbook.Workbook?.WBProps?.date1904 === true;
  for (const [index, name] of workbook.SheetNames.entries()) {
    const sheet = workbook.Sheets[name];
    if (!sheet || (sheet['!type'] !== undefined && sheet['!type'] !== 'sheet')) continue;
    const hidden = (workbook.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0;
    const head = { name: textOf(name), hidden, merges: mergesOf(sheet['!merges'] ?? []), from1904 };
    tellSheet(head, sheet, textOf, tell);
  }
}
