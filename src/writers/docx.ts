import { Document, type IParagraphOptions, Packer, type Paragraph, type Table } from 'docx';
import { type Outline, type OutlineBlock, standsAlone } from '../layout/outline.ts';
import { type Faces, facesOf, fontTable } from './docx-fonts.ts';
import { type Measures, measuresOf } from './docx-measures.ts';
import { draftFindings, draftMark, sectionOf } from './docx-page.ts';
import { paragraphStyles, styleSheet } from './docx-styles.ts';
import { tableOf } from './docx-table.ts';
import { headingParagraph, paragraph, pictureParagraphs, run, signature, titleParagraph } from './docx-text.ts';
import { escapeXml, pack } from './ooxml.ts';

/** What a document is set in. */
interface Setting {
  readonly measures: Measures;
  readonly faces: Faces;
}

/** How a paragraph keeps to its neighbours: the last one to the signature, the first under a heading not by a single line. */
function flowOf(blocks: readonly OutlineBlock[], index: number): IParagraphOptions {
  const above = blocks[index - 1];
  return {
    ...(index === blocks.length - 1 ? { keepNext: true } : {}),
    ...(above?.kind === 'heading' && standsAlone(above) ? { widowControl: true } : {}),
  };
}

/** A block as paragraphs and tables. */
function blockOf(
  block: OutlineBlock,
  index: number,
  blocks: readonly OutlineBlock[],
  setting: Setting,
): readonly (Paragraph | Table)[] {
  switch (block.kind) {
    case 'heading':
      return [headingParagraph(block, flowOf(blocks, index))];
    case 'paragraph':
      return [paragraph(paragraphStyles.body, [run(block.text)], flowOf(blocks, index))];
    case 'picture':
      return pictureParagraphs(block, setting.measures, index + 1);
    case 'grid':
      return [
        ...(block.title ? [paragraph(paragraphStyles.caption, [run(block.title)])] : []),
        tableOf(block, setting.measures, setting.faces),
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

const themePart = 'word/theme/theme1.xml';

/** Takes the theme out of a list of parts or relations: Word would set Latin letters in its faces. */
const withoutTheme = (xml: string): string =>
  xml.replace(/<(?:Override|Relationship) [^>]*(?:Target="theme\/|PartName="\/word\/theme\/)[^>]*\/>/g, '');

/** Chinese punctuation and language, which the library leaves unsaid. */
const chinese = (settings: string): string =>
  settings
    .replace('<w:displayBackgroundShape/>', '')
    .replace('<w:compat>', '<w:characterSpacingControl w:val="compressPunctuation"/><w:compat>')
    .replace('</w:settings>', '<w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/></w:settings>');

/** What the library makes of a document before it packs it. */
interface Compiler {
  compile(document: Document, prettify: undefined, overrides: readonly []): Iterable<[string, string | Uint8Array]>;
}

/** The parts of a document. The library would pack them only for us to unpack them; its types call this step private. */
function partsOf(document: Document): Record<string, Uint8Array> {
  // biome-ignore lint/complexity/useLiteralKeys: only in brackets may a private member be read.
  const compiler: Compiler = Packer['compiler'];
  const encoder = new TextEncoder();
  return Object.fromEntries(
    [...compiler.compile(document, undefined, [])].map(([path, data]) => [
      path,
      typeof data === 'string' ? encoder.encode(data) : data,
    ]),
  );
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
        ...blocks.flatMap((block, index) => blockOf(block, index, blocks, { measures, faces })),
        ...signature(outline),
        ...(draft ? draftFindings(draft.findings) : []),
      ]),
    ],
  });
  const captions = blocks.flatMap((block) => (block.kind === 'grid' ? [block.caption] : []));
  const rewritten: Readonly<Record<string, (xml: string) => string>> = {
    '[Content_Types].xml': withoutTheme,
    'word/_rels/document.xml.rels': withoutTheme,
    'word/document.xml': (xml) => withCaptions(xml, captions),
    'word/fontTable.xml': () => fontTable(faces),
    'word/settings.xml': chinese,
    'word/styles.xml': () => styleSheet(faces, measures),
  };
  return pack(partsOf(document), {
    title: outline.title.join(''),
    author: outline.organ,
    created: outline.signedOn,
    without: [themePart],
    rewrite: (path, xml) => rewritten[path]?.(xml) ?? xml,
  });
}
