import { AlignmentType, ImageRun, type IParagraphOptions, Paragraph, type ParagraphChild, TextRun } from 'docx';
import { type Outline, type OutlineHeading, type OutlinePicture, standsAlone } from '../layout/outline.ts';
import { bodyCharacter, type Measures } from './docx-measures.ts';
import { paragraphStyles, runInStyles } from './docx-styles.ts';

/** How a run differs from its paragraph's style; `size` is in half points, `break` a line break before it. */
export interface RunLook {
  readonly style?: string;
  readonly size?: number;
  readonly eastAsia?: string;
  readonly break?: number;
}

/** A run of text; the hint gives “ ” ‘ ’ — … · the Chinese face, which they would not take by themselves. */
export const run = (text: string, { eastAsia, ...look }: RunLook = {}): TextRun =>
  new TextRun({ text, font: { ...(eastAsia === undefined ? {} : { eastAsia }), hint: 'eastAsia' }, ...look });

/** A paragraph of one style. */
export const paragraph = (
  style: string,
  children: readonly ParagraphChild[],
  more: IParagraphOptions = {},
): Paragraph => new Paragraph({ style, children, ...more });

/** A heading of its own line in its style, or one that runs into its paragraph in its face. */
export function headingParagraph(heading: OutlineHeading, flow: IParagraphOptions): Paragraph {
  const { level, text, rest } = heading;
  if (standsAlone(heading)) return paragraph(paragraphStyles.heading[level - 1] ?? 'Heading4', [run(text)]);
  const first = run(text, { style: runInStyles[level - 1] ?? 'Heading4Char' });
  return paragraph(paragraphStyles.body, rest === '' ? [first] : [first, run(rest)], flow);
}

/** The title on its lines. */
export const titleParagraph = (lines: readonly string[]): Paragraph =>
  paragraph(
    paragraphStyles.title,
    lines.map((line, index) => run(line, index > 0 ? { break: 1 } : {})),
  );

/** Width of a text of the body in twips; where Chinese meets digits or Latin letters, programs leave a quarter of a character. */
function widthOf(text: string): number {
  const seams = text.match(/\p{Script=Han}(?=[0-9A-Za-z])|[0-9A-Za-z](?=\p{Script=Han})/gu)?.length ?? 0;
  const halves = text.match(/[\u0020-\u024f]/g)?.length ?? 0;
  return bodyCharacter * ([...text].length - halves / 2 + seams / 4);
}

/** Organ and date under the text: the date four characters from the right edge, the organ centred over it (7.3.5.1). */
export function signature({ signature: lines, date }: Outline): readonly Paragraph[] {
  const widest = Math.max(...lines.map(widthOf));
  const wider = (widest - widthOf(date)) / 2;
  // A long name stays one character from the edge, and the date moves to its middle.
  const edge = Math.max(bodyCharacter, 4 * bodyCharacter - wider);
  const indent = (width: number) => ({ indent: { right: Math.round(edge + (widest - width) / 2) } });
  return [
    ...lines.map((line, at) =>
      paragraph(paragraphStyles.organ, [run(line)], {
        ...indent(widthOf(line)),
        ...(at > 0 ? { spacing: { before: 0 } } : {}),
      }),
    ),
    paragraph(paragraphStyles.date, [run(date)], indent(widthOf(date))),
  ];
}

/** A picture of the text's width and half its height at most, never larger than it is at 96 pixels an inch, with its caption. */
export function pictureParagraphs(picture: OutlinePicture, measures: Measures, id: number): readonly Paragraph[] {
  const pixels = (twips: number): number => twips / 15;
  const scale = Math.min(
    1,
    pixels(measures.textWidth) / picture.width,
    pixels(measures.textHeight / 2) / picture.height,
  );
  const said = picture.caption || picture.file;
  const image = new ImageRun({
    type: picture.format,
    data: picture.bytes,
    transformation: {
      width: Math.max(1, Math.round(picture.width * scale)),
      height: Math.max(1, Math.round(picture.height * scale)),
    },
    altText: { id: String(id), name: `图片${id}`, description: said, title: said },
  });
  const shown = paragraph(paragraphStyles.picture, [image], picture.caption ? {} : { keepNext: false });
  return picture.caption
    ? [
        shown,
        paragraph(paragraphStyles.caption, [run(picture.caption)], {
          alignment: AlignmentType.CENTER,
          keepNext: false,
        }),
      ]
    : [shown];
}
