import type { Path, TextPlace } from '../finding.ts';
import type { Edition, Form, Kind, SectionKey } from '../forms/form.ts';
import type { CellKey } from '../forms/walk.ts';

/** 级别 of the organ; a department is 部门 at whatever level. */
export const levels = ['国务院部门', '省级', '市级', '县级', '乡镇', '街道', '部门'] as const;
export type Level = (typeof levels)[number];

/** 字体: faces by what an office has installed. */
export const fonts = ['gb2312', 'modern', 'founder'] as const;

/** One cell of a table after reading. */
export interface Cell {
  readonly key: CellKey;
  readonly kind: Kind;
  /** A count as a number, money as the decimal string that was typed, a blank as null. */
  readonly value: number | string | null;
  /** As printed: what was typed, or the computed number; empty for a blank. */
  readonly text: string;
  /** Typed by the clerk, computed from its parts, zero by 无 / 其余为零 / an unnamed column, or counted from the ledger. */
  readonly origin: 'stated' | 'computed' | 'zero' | 'counted';
  /** The number itself where it was typed, else the row or table that it follows from. */
  readonly at: TextPlace;
}

/** A table of the report: a form and its cells. */
export interface Table {
  readonly form: Form;
  readonly cells: ReadonlyMap<CellKey, Cell>;
  /** The key that the table stands under. */
  readonly at: TextPlace;
  /** Units chosen in the YAML (单位), by line key. */
  readonly units: ReadonlyMap<string, string>;
  /** Extension tables: the section, and whether before or after its body. */
  readonly position?: { readonly section: SectionKey; readonly after: boolean };
}

/** `text[at … at+length)` came from the file's `[start, end)`; the same length means the same characters. */
export interface Piece {
  readonly at: number;
  readonly length: number;
  readonly start: number;
  readonly end: number;
}

/** A paragraph as printed, values filled in. */
export interface Passage {
  readonly kind: 'passage';
  readonly text: string;
  /** 0 for body text, 1–4 for a heading by the official numbering. */
  readonly level: 0 | 1 | 2 | 3 | 4;
  /** A heading's own length: the whole text, or for a run-in heading up to and with its first 。 */
  readonly headingLength: number;
  readonly file: string;
  readonly path: Path;
  readonly pieces: readonly Piece[];
}

/** A picture between paragraphs. */
export interface Picture {
  readonly kind: 'picture';
  readonly file: string;
  readonly caption: string;
  readonly at: TextPlace;
}

export type Body = Passage | Picture;

/** One of the six sections. */
export interface SectionBody {
  readonly key: SectionKey;
  /** Printed heading without its number. */
  readonly heading: string;
  /** Where the heading was overridden. */
  readonly headingAt?: TextPlace;
  /** The section's key in the YAML. */
  readonly at: TextPlace;
  /** Text before and after the section's table; a section without a table has all its text in `before`. */
  readonly before: readonly Body[];
  readonly after: readonly Body[];
}

/** 版式: what counties ask to have otherwise than in GB/T 9704-2012. */
export interface Style {
  readonly fonts: (typeof fonts)[number];
  readonly pageNumber: '双面' | '居中';
  /** Top, bottom, left, right in millimetres. */
  readonly margins: readonly [number, number, number, number];
  /** Points. */
  readonly lineSpacing: number;
  /** Banner rows shaded; undefined: as the edition's form has it. */
  readonly shading?: boolean;
}

/** `# annrep-ignore CODE: reason`: findings of the code inside the range are silenced. */
export interface Ignore {
  readonly code: string;
  readonly reason: string;
  /** Offsets in the file that it holds for; `ledger`: it holds for the ledger's findings too. */
  readonly from: number;
  readonly to: number;
  readonly ledger: boolean;
  /** The comment itself. */
  readonly at: TextPlace;
}

/** A calendar date, `2021-01-25`. */
export type CalendarDate = string;

/** A report after reading: every cell and paragraph with its place in the file. */
export interface Report {
  readonly file: string;
  readonly year: number;
  readonly organ: string;
  readonly level: Level;
  readonly signedOn: CalendarDate;
  /** The day by which it is to be published (条例 art. 49, or as stated). */
  readonly deadline: CalendarDate;
  readonly edition: Edition;
  readonly title: string;
  readonly style: Style;
  /** 引言. */
  readonly preamble: readonly Body[];
  readonly sections: readonly SectionBody[];
  /** The three statutory tables by key. */
  readonly tables: ReadonlyMap<string, Table>;
  readonly extensions: readonly Table[];
  readonly ledgerPath?: string;
  readonly lastYearPath?: string;
  readonly ignores: readonly Ignore[];
  /** The place of a key or value by its path; the nearest one above it where that path does not exist. */
  place(path: Path, part?: 'key' | 'value'): TextPlace;
}

/** The range of the file that a range of a passage's text came from. */
export function passagePlace(passage: Passage, from: number, to: number): TextPlace {
  let start: number | undefined;
  let end: number | undefined;
  for (const piece of passage.pieces) {
    const pieceEnd = piece.at + piece.length;
    if (pieceEnd <= from || piece.at >= to) continue;
    const same = piece.length === piece.end - piece.start;
    start ??= same ? piece.start + Math.max(0, from - piece.at) : piece.start;
    end = same ? piece.start + Math.min(piece.length, to - piece.at) : piece.end;
  }
  const first = passage.pieces[0]?.start ?? 0;
  return { file: passage.file, start: start ?? first, end: end ?? first, path: passage.path };
}

/** All that stands between the headings and tables of a report in order, the preamble first. */
function* bodies(report: Report): Generator<Body> {
  yield* report.preamble;
  for (const { before, after } of report.sections) {
    yield* before;
    yield* after;
  }
}

/** All paragraphs of a report in order, the preamble first. */
export function* passages(report: Report): Generator<Passage> {
  for (const part of bodies(report)) if (part.kind === 'passage') yield part;
}

/** All pictures of a report in order. */
export function* pictures(report: Report): Generator<Picture> {
  for (const part of bodies(report)) if (part.kind === 'picture') yield part;
}
