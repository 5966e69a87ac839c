import type { SectionKey } from '../forms/form.ts';
import type { Body, CalendarDate, Report, SectionBody, Style, Table } from '../report/report.ts';
import type { Grid } from './grid.ts';
import { pictureSize } from './picture.ts';
import { gridOf } from './tables.ts';
import { titleLines, wrapped } from './title.ts';

/** A heading of its own line, or with `rest` one that runs into its paragraph. */
export interface OutlineHeading {
  readonly kind: 'heading';
  readonly level: 1 | 2 | 3 | 4;
  readonly text: string;
  readonly rest: string;
}

/** A heading longer than this is a paragraph that begins with a number. */
const longestHeading = 40;

/** Whether a heading stands on a line of its own: nothing follows it and it does not end as a list's item does. */
export const standsAlone = ({ text, rest }: OutlineHeading): boolean =>
  rest === '' && text.length <= longestHeading && !/[；;，,：:]$/.test(text);

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
  /** The organ on the lines that it signs on; no word is split. */
  readonly signature: readonly string[];
  readonly signedOn: CalendarDate;
  /** `2021年1月25日`. */
  readonly date: string;
  readonly style: Style;
  /** A draft is marked 草稿 in header and on the first page, with its findings appended. */
  readonly draft?: { readonly findings: readonly string[] };
}

/** `2021年1月25日`: in Arabic numerals, no zero before month and day (GB/T 9704-2012, 7.3.5). */
export function writtenDate(date: CalendarDate): string {
  const [year = '', month = '', day = ''] = date.split('-');
  return `${year}年${Number(month)}月${Number(day)}日`;
}

/** Characters of 15.75 points on a line, but for the one that a signature stands off the edge. */
const signatureRoom = ({ margins: [, , left, right] }: Style): number =>
  Math.floor(((210 - left - right) / 25.4) * (72 / 15.75)) - 1;

/** A paragraph or picture as printed; a picture that cannot be shown leaves its name, so that its loss is seen. */
function blockOf(body: Body, pictures: ReadonlyMap<string, Uint8Array>): OutlineBlock {
  if (body.kind === 'picture') {
    const bytes = pictures.get(body.file);
    const size = bytes && pictureSize(bytes);
    return bytes && size
      ? { kind: 'picture', file: body.file, bytes, ...size, caption: body.caption }
      : { kind: 'paragraph', text: `（图片“${body.file}”无法显示）` };
  }
  if (body.level === 0) return { kind: 'paragraph', text: body.text };
  const text = body.text.slice(0, body.headingLength);
  return { kind: 'heading', level: body.level, text, rest: body.text.slice(body.headingLength) };
}

/**
 * The report laid out: title, preamble, the six sections with their tables and extension tables, signature.
 * `pictures` are the files by the names that the report gives them; `draft` marks the document and lists its findings.
 */
export function outlineOf(
  report: Report,
  pictures: ReadonlyMap<string, Uint8Array>,
  draft?: { readonly findings: readonly string[] },
): Outline {
  const { style } = report;
  const blocksOf = (bodies: readonly Body[]): readonly OutlineBlock[] => bodies.map((body) => blockOf(body, pictures));
  const gridsOf = (tables: readonly Table[]): readonly Grid[] => tables.map((table) => gridOf(table, style));
  const standing = (section: SectionKey, after: boolean): readonly Table[] =>
    report.extensions.filter(({ position }) => position?.section === section && position.after === after);
  const sectionOf = (section: SectionBody): readonly OutlineBlock[] => {
    const { numeral = '', form } = report.edition.sections.find((one) => one.key === section.key) ?? {};
    const table = form && report.tables.get(form.key);
    const before = gridsOf(standing(section.key, false));
    const after = gridsOf(standing(section.key, true));
    return [
      { kind: 'heading', level: 1, text: `${numeral}、${section.heading}`, rest: '' },
      // Where there is no table, before and after are meant of the text.
      ...(table ? blocksOf(section.before) : []),
      ...before,
      ...(table ? [gridOf(table, style)] : blocksOf(section.before)),
      ...after,
      ...blocksOf(section.after),
    ];
  };
  return {
    title: titleLines(report.title, report.organ),
    blocks: [
      ...blocksOf(report.preamble),
      ...report.sections.flatMap(sectionOf),
      ...gridsOf(report.extensions.filter(({ position }) => !position)),
    ],
    organ: report.organ,
    signature: wrapped(report.organ, signatureRoom(style)),
    signedOn: report.signedOn,
    date: writtenDate(report.signedOn),
    style,
    ...(draft ? { draft } : {}),
  };
}
