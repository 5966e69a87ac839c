import type { CalendarDate, Style } from '../report/report.ts';
import type { Grid } from './grid.ts';

/** A heading of its own line, or with `rest` one that runs into its paragraph. */
export interface OutlineHeading {
  readonly kind: 'heading';
  readonly level: 1 | 2 | 3 | 4;
  readonly text: string;
  readonly rest: string;
}

export interface OutlineParagraph {
  readonly kind: 'paragraph';
  readonly text: string;
}

/** A picture of the report's folder. */
export interface OutlinePicture {
  readonly kind: 'picture';
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly format: 'png' | 'jpg';
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  readonly caption: string;
}

export type OutlineBlock = OutlineHeading | OutlineParagraph | OutlinePicture | Grid;

/** The whole document, ready to be translated into a file format: no writer decides what is printed. */
export interface Outline {
  /** The title on the lines it is printed on; no word is split. */
  readonly title: readonly string[];
  readonly blocks: readonly OutlineBlock[];
  readonly organ: string;
  readonly signedOn: CalendarDate;
  /** `2021年1月25日`. */
  readonly date: string;
  readonly style: Style;
  /** A draft is marked 草稿 in header and on the first page, with its findings appended. */
  readonly draft?: { readonly findings: readonly string[] };
}
