import { type Faces, latinFace } from './docx-fonts.ts';
import { bodyCharacter, bodySize, bodySpacing, footerLine, type Measures } from './docx-measures.ts';
import { escapeXml } from './ooxml.ts';

const namespace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

/** Ids of the paragraph styles, for the writer. */
export const paragraphStyles = {
  title: 'Title',
  body: 'BodyText',
  heading: ['Heading1', 'Heading2', 'Heading3', 'Heading4'],
  organ: 'Signature',
  date: 'Date',
  caption: 'Caption',
  cell: 'TableText',
  gap: 'TableGap',
  picture: 'Picture',
  header: 'Header',
  footer: 'Footer',
  draft: 'DraftMark',
  finding: 'DraftFinding',
} as const;

/** Ids of the character styles of headings that run into their paragraph. */
export const runInStyles = ['Heading1Char', 'Heading2Char', 'Heading3Char', 'Heading4Char'] as const;

const fonts = (face: string, latin = latinFace): string =>
  `<w:rFonts w:ascii="${escapeXml(latin)}" w:hAnsi="${escapeXml(latin)}" w:eastAsia="${escapeXml(face)}" w:cs="${latinFace}"/>`;

const size = (halfPoints: number): string => `<w:sz w:val="${halfPoints}"/><w:szCs w:val="${halfPoints}"/>`;

const exact = (line: number, before = 0, after = 0): string =>
  `<w:spacing w:before="${before}" w:after="${after}" w:line="${line}" w:lineRule="exact"/>`;

const noIndent = '<w:ind w:left="0" w:right="0" w:firstLineChars="0" w:firstLine="0"/>';

interface Style {
  readonly id: string;
  readonly name: string;
  readonly basedOn?: string;
  readonly next?: string;
  readonly link?: string;
  readonly primary?: boolean;
  readonly custom?: boolean;
  readonly type?: 'paragraph' | 'character';
  /** Paragraph and run properties as XML, in the order of the schema. */
  readonly paragraph?: string;
  readonly run?: string;
}

const styleXml = (style: Style): string =>
  `<w:style w:type="${style.type ?? 'paragraph'}"${style.id === 'Normal' ? ' w:default="1"' : ''}${style.custom ? ' w:customStyle="1"' : ''} w:styleId="${style.id}">` +
  `<w:name w:val="${style.name}"/>` +
  (style.basedOn ? `<w:basedOn w:val="${style.basedOn}"/>` : '') +
  (style.next ? `<w:next w:val="${style.next}"/>` : '') +
  (style.link ? `<w:link w:val="${style.link}"/>` : '') +
  (style.primary ? '<w:qFormat/>' : '') +
  (style.paragraph ? `<w:pPr>${style.paragraph}</w:pPr>` : '') +
  (style.run ? `<w:rPr>${style.run}</w:rPr>` : '') +
  '</w:style>';

/** Heading styles with their linked character styles: 黑体, 楷体, then 仿宋 twice (GB/T 9704-2012, 7.3.3). */
function headings(faces: Faces): readonly Style[] {
  return [faces.heading1, faces.heading2, faces.body, faces.body].flatMap((face, index): readonly Style[] => {
    const level = index + 1;
    const link = `Heading${level}Char`;
    return [
      {
        id: `Heading${level}`,
        name: `heading ${level}`,
        basedOn: 'BodyText',
        next: 'BodyText',
        link,
        primary: true,
        paragraph: `<w:keepNext/><w:keepLines/><w:outlineLvl w:val="${index}"/>`,
        run: fonts(face),
      },
      {
        id: link,
        name: `Heading ${level} Char`,
        type: 'character',
        link: `Heading${level}`,
        custom: true,
        run: fonts(face),
      },
    ];
  });
}

function styles(faces: Faces, measures: Measures): readonly Style[] {
  const { line } = measures;
  const centred = '<w:jc w:val="center"/>';
  return [
    {
      id: 'Normal',
      name: 'Normal',
      primary: true,
      paragraph: `<w:widowControl w:val="0"/>${exact(line)}<w:jc w:val="both"/>`,
    },
    {
      id: 'BodyText',
      name: 'Body Text',
      basedOn: 'Normal',
      primary: true,
      paragraph: `<w:ind w:firstLineChars="200" w:firstLine="${2 * bodyCharacter}"/>`,
    },
    ...headings(faces),
    {
      id: 'Title',
      name: 'Title',
      basedOn: 'Normal',
      next: 'BodyText',
      primary: true,
      paragraph: `<w:keepNext/><w:keepLines/><w:snapToGrid w:val="0"/>${exact(680, line, line)}${noIndent}${centred}`,
      run: `${fonts(faces.title, faces.title)}<w:spacing w:val="0"/>${size(44)}`,
    },
    {
      id: 'Signature',
      name: 'Signature',
      basedOn: 'Normal',
      paragraph: `<w:keepNext/>${exact(line, line)}<w:jc w:val="right"/>`,
    },
    {
      id: 'Date',
      name: 'Date',
      basedOn: 'Normal',
      paragraph: '<w:jc w:val="right"/>',
    },
    {
      id: 'Caption',
      name: 'caption',
      basedOn: 'Normal',
      primary: true,
      paragraph: `<w:keepNext/><w:snapToGrid w:val="0"/>${exact(480, 60, 60)}${noIndent}${centred}`,
      run: `${fonts(faces.heading1)}<w:spacing w:val="0"/>${size(28)}`,
    },
    {
      id: 'TableText',
      name: 'Table Text',
      custom: true,
      basedOn: 'Normal',
      paragraph: `<w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/><w:adjustRightInd w:val="0"/><w:snapToGrid w:val="0"/><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/>${noIndent}<w:jc w:val="left"/>`,
      run: `${fonts(faces.table)}<w:spacing w:val="0"/>${size(21)}`,
    },
    {
      id: 'TableGap',
      name: 'Table Gap',
      custom: true,
      basedOn: 'Normal',
      paragraph: `<w:snapToGrid w:val="0"/>${exact(160)}${noIndent}`,
      run: size(10),
    },
    {
      id: 'Picture',
      name: 'Picture',
      custom: true,
      basedOn: 'Normal',
      paragraph: `<w:keepNext/><w:snapToGrid w:val="0"/><w:spacing w:before="120" w:after="60" w:line="240" w:lineRule="auto"/>${noIndent}${centred}`,
    },
    {
      id: 'Header',
      name: 'header',
      basedOn: 'Normal',
      paragraph: `<w:snapToGrid w:val="0"/><w:spacing w:line="240" w:lineRule="auto"/>${centred}`,
      run: `${fonts(faces.heading1)}<w:spacing w:val="0"/>${size(21)}`,
    },
    {
      id: 'Footer',
      name: 'footer',
      basedOn: 'Normal',
      paragraph: `<w:snapToGrid w:val="0"/>${exact(footerLine)}`,
      run: `${fonts('宋体', '宋体')}<w:spacing w:val="0"/>${size(28)}`,
    },
    {
      id: 'DraftFinding',
      name: 'Draft Finding',
      custom: true,
      basedOn: 'Normal',
      paragraph: `<w:snapToGrid w:val="0"/>${exact(420)}${noIndent}<w:jc w:val="left"/>`,
      run: `<w:spacing w:val="0"/>${size(24)}`,
    },
    {
      id: 'DraftMark',
      name: 'Draft Mark',
      custom: true,
      basedOn: 'Normal',
      paragraph: `<w:keepNext/>${noIndent}${centred}`,
      run: `${fonts(faces.heading1)}<w:color w:val="C00000"/>`,
    },
  ];
}

/** The part word/styles.xml. */
export function styleSheet(faces: Faces, measures: Measures): string {
  const defaults =
    `<w:docDefaults><w:rPrDefault><w:rPr>${fonts(faces.body)}<w:color w:val="000000"/><w:spacing w:val="${bodySpacing}"/>${size(bodySize)}` +
    '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>';
  const character =
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>';
  const table =
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/>' +
    '<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>';
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:styles xmlns:w="${namespace}">${defaults}${character}${table}${styles(faces, measures).map(styleXml).join('')}</w:styles>`;
}
