import {
  AlignmentType,
  DocumentGridType,
  Footer,
  Header,
  type ISectionOptions,
  PageNumber,
  type Paragraph,
  TextRun,
} from 'docx';
import type { Outline } from '../layout/outline.ts';
import type { Measures } from './docx-measures.ts';
import { paragraphStyles } from './docx-styles.ts';
import { paragraph, run } from './docx-text.ts';

/** One character of the page number's 14 points. */
const footerCharacter = 280;

/** `— 1 —`, at the outer edge one character in, or centred (GB/T 9704-2012, 7.5). */
function pageNumber(where: 'left' | 'right' | 'center'): Footer {
  const number = new TextRun({ children: [PageNumber.CURRENT], font: { hint: 'eastAsia' } });
  const indent = where === 'center' ? {} : { indent: { [where]: footerCharacter } };
  const alignment = { left: AlignmentType.LEFT, right: AlignmentType.RIGHT, center: AlignmentType.CENTER }[where];
  return new Footer({
    children: [paragraph(paragraphStyles.footer, [run('— '), number, run(' —')], { alignment, ...indent })],
  });
}

const draftHeader = (): Header =>
  new Header({ children: [paragraph(paragraphStyles.header, [run('草稿　不得公布')])] });

/** Page, grid, header and footers of the document with its content. */
export function sectionOf(
  outline: Outline,
  measures: Measures,
  children: ISectionOptions['children'],
): ISectionOptions {
  const twoSided = outline.style.pageNumber === '双面';
  return {
    properties: {
      page: {
        size: measures.page,
        margin: {
          top: measures.top,
          bottom: measures.bottom,
          left: measures.left,
          right: measures.right,
          header: measures.header,
          footer: measures.footer,
          gutter: 0,
        },
      },
      grid: { type: DocumentGridType.LINES, linePitch: measures.pitch },
    },
    ...(outline.draft ? { headers: { default: draftHeader(), ...(twoSided ? { even: draftHeader() } : {}) } } : {}),
    footers: twoSided ? { default: pageNumber('right'), even: pageNumber('left') } : { default: pageNumber('center') },
    children,
  };
}

/** The mark over the title of a draft. */
export const draftMark = (): Paragraph => paragraph(paragraphStyles.draft, [run('【草　稿】')]);

/** The findings of a draft, on pages of their own at the end; a line of a finding is a paragraph. */
export function draftFindings(findings: readonly string[]): readonly Paragraph[] {
  return [
    paragraph(paragraphStyles.draft, [run('草稿附页：校验结果')], { pageBreakBefore: true }),
    ...(findings.length > 0 ? findings : ['没有发现问题。'])
      .flatMap((finding) => finding.split('\n'))
      .map((line) => paragraph(paragraphStyles.finding, [run(line)])),
  ];
}
