import { Document, Packer, type Paragraph, type Table } from 'docx';
import type { Outline, OutlineBlock } from '../layout/outline.ts';
import { facesOf, fontTable } from './docx-fonts.ts';
import { type Measures, measuresOf } from './docx-measures.ts';
import { draftFindings, draftMark, sectionOf } from './docx-page.ts';
import { paragraphStyles, styleSheet } from './docx-styles.ts';
import { tableOf } from './docx-table.ts';
import { headingParagraph, paragraph, pictureParagraphs, run, signature, titleParagraph } from './docx-text.ts';
import { escapeXml, repack } from './ooxml.ts';

/** A block as paragraphs and tables; `last` holds the signature to the end of the text. */
function blockOf(
  block: OutlineBlock,
  measures: Measures,
  index: number,
  last: boolean,
): readonly (Paragraph | Table)[] {
  switch (block.kind) {
    case 'heading':
      return [headingParagraph(block, last)];
    case 'paragraph':
      return [paragraph(paragraphStyles.body, [run(block.text)], last ? { keepNext: true } : {})];
    case 'picture':
      return pictureParagraphs(block, measures, index + 1);
    case 'grid':
      return [
        ...(block.title ? [paragraph(paragraphStyles.caption, [run(block.title)])] : []),
        tableOf(block, measures),
        paragraph(paragraphStyles.gap, []),
      ];
  }
}

/** Says what each table is to those who cannot see it; the library has no word for it. */
function withCaptions(xml: string, captions: readonly string[]): string {
  let table = 0;
  return xml.replace(/<\/w:tblPr>/g, (end) => {
    const caption = captions[table];
    table += 1;
    return caption === undefined ? end : `<w:tblCaption w:val="${escapeXml(caption)}"/>${end}`;
  });
}

/**
 * The report as an official document (GB/T 9704-2012), `outline` translated to Word's format and nothing added.
 * The same outline gives the same bytes.
 */
export async function writeDocx(outline: Outline): Promise<Uint8Array> {
  const measures = measuresOf(outline.style);
  const faces = facesOf[outline.style.fonts];
  const { blocks, draft } = outline;
  const document = new Document({
    evenAndOddHeaderAndFooters: outline.style.pageNumber === '双面',
    compatabilityModeVersion: 15,
    sections: [
      sectionOf(outline, measures, [
        ...(draft ? [draftMark()] : []),
        titleParagraph(outline.title),
        ...blocks.flatMap((block, index) => blockOf(block, measures, index, index === blocks.length - 1)),
        ...signature(outline),
        ...(draft ? draftFindings(draft.findings) : []),
      ]),
    ],
  });
  const captions = blocks.flatMap((block) => (block.kind === 'grid' ? [block.caption] : []));
  return repack(new Uint8Array(await Packer.toBuffer(document)), {
    title: outline.title.join(''),
    author: outline.organ,
    created: outline.signedOn,
    rewrite: (path, xml) => {
      if (path === 'word/styles.xml') return styleSheet(faces, measures);
      if (path === 'word/fontTable.xml') return fontTable(faces);
      return path === 'word/document.xml' ? withCaptions(xml, captions) : xml;
    },
  });
}
