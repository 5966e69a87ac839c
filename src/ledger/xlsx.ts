import { LedgerUnreadable } from './ledger.ts';
import type { ByteSource, Merge, WorkbookVisitor } from './workbook.ts';
import { limits } from './workbook-limits.ts';
import { readMerges } from './xlsx-merges.ts';
import { type PartReader, readWorkbookParts } from './xlsx-package.ts';
import { RowsReader } from './xlsx-rows.ts';
import { SharedStrings } from './xlsx-strings.ts';
import { StringsReader } from './xlsx-strings-reader.ts';
import { readStyles } from './xlsx-styles.ts';
import { CellReader } from './xlsx-value.ts';
import { readItems } from './xml/items.ts';
import type { ZipEntry } from './zip.ts';
import { InflateBudget, openEntry, readEntry } from './zip-entry.ts';

/** Hears of the share of the file that has been read, 0 to 1. */
export type Progress = (share: number) => void;

/** How much of the sheets is kept from the first look to the second. */
const mostKept = 2 * 2 ** 20;

/** Reads the parts of one file and keeps count of how far it has come. */
class Package {
  readonly read: PartReader;
  private readonly source: ByteSource;
  private readonly entries: ReadonlyMap<string, ZipEntry>;
  private readonly budget: InflateBudget;
  private readonly progress: Progress;
  /** Small parts that have been read and will be read again. */
  private readonly kept = new Map<string, Buffer>();
  private room = mostKept;
  private expected = 1;
  private done = 0;

  constructor(source: ByteSource, entries: ReadonlyMap<string, ZipEntry>, progress: Progress) {
    this.source = source;
    this.entries = entries;
    this.progress = progress;
    this.budget = new InflateBudget(source.size);
    this.read = (name) => {
      const entry = entries.get(name);
      return entry && readEntry(source, entry, this.budget);
    };
  }

  /** Says which parts are going to be opened; a part that is opened twice is named twice. */
  expect(names: readonly string[]): void {
    this.expected = Math.max(
      1,
      names.reduce((sum, name) => sum + (this.entries.get(name)?.packedSize ?? 0), 0),
    );
  }

  /** The bytes of a part as they are inflated. */
  open(name: string): AsyncIterable<Buffer> {
    const entry = this.entries.get(name);
    if (!entry) throw new LedgerUnreadable('damaged', name);
    const kept = this.kept.get(name);
    if (kept) return this.whole(kept, entry);
    return openEntry(this.source, entry, this.budget, (bytes) => this.advance(bytes));
  }

  /** The same for a part that will be opened again: small ones are inflated once. */
  openFirst(name: string): AsyncIterable<Buffer> {
    const entry = this.entries.get(name);
    if (entry && entry.size <= this.room && !this.kept.has(name)) {
      this.kept.set(name, readEntry(this.source, entry, this.budget));
      this.room -= entry.size;
    }
    return this.open(name);
  }

  private async *whole(bytes: Buffer, entry: ZipEntry): AsyncGenerator<Buffer> {
    // Many sheets may be one part, which is read anew for each.
    this.budget.spend(entry, entry.size, entry.size);
    yield bytes;
    this.advance(entry.packedSize);
  }

  /** Leaves a part out that was to be opened. */
  skip(name: string): void {
    this.advance(this.entries.get(name)?.packedSize ?? 0);
  }

  private advance(bytes: number): void {
    this.done += bytes;
    this.progress(Math.min(1, this.done / this.expected));
  }
}

async function readAllMerges(file: Package, names: readonly string[]): Promise<readonly (readonly Merge[])[]> {
  const all: (readonly Merge[])[] = [];
  let left: number = limits.merges;
  for (const name of names) {
    const merges = await readMerges(() => file.openFirst(name), left);
    left -= merges.length;
    all.push(merges);
  }
  return all;
}

/**
 * Reads a workbook of Office Open XML (ECMA-376, transitional or strict; .xlsx, .xlsm) as a stream: shared strings and
 * merged ranges first, then each sheet's rows. `main` is the part that lists the sheets. Throws {@link LedgerUnreadable}.
 */
export async function readXlsx(
  source: ByteSource,
  entries: ReadonlyMap<string, ZipEntry>,
  main: string,
  visitor: WorkbookVisitor,
  progress: Progress,
): Promise<void> {
  const file = new Package(source, entries, progress);
  const parts = await readWorkbookParts(file.read, main);
  const names = parts.sheets.map(({ part }) => part);
  const hasStrings = parts.strings !== undefined && entries.has(parts.strings);
  file.expect([...(hasStrings && parts.strings !== undefined ? [parts.strings] : []), ...names, ...names]);
  const styles = parts.styles === undefined ? undefined : file.read(parts.styles);
  const strings = new SharedStrings();
  const reading =
    hasStrings && parts.strings !== undefined && readItems(file.open(parts.strings), new StringsReader(strings));
  // Side by side: while the strings are looked through, what comes next is inflated on another core.
  const [read, found] = await Promise.allSettled([reading, readAllMerges(file, names)]);
  if (read.status === 'rejected') throw read.reason;
  if (found.status === 'rejected') throw found.reason;
  const cells = new CellReader(styles ? await readStyles(styles) : [], strings, parts.from1904);
  for (const [at, { name, hidden, part }] of parts.sheets.entries()) {
    const merges = found.value[at] ?? [];
    if (visitor.sheet({ name, hidden, merges, from1904: parts.from1904 }))
      await readItems(file.open(part), new RowsReader(cells, (row) => visitor.row(row)));
    else file.skip(part);
    visitor.endSheet();
  }
}
