import { columnStyle, tableStyle } from '../layout/markup-table.ts';
import type { Outline } from '../layout/outline.ts';
import { facesOf, fallbacks, latinFace } from './docx-fonts.ts';

const quoted = (names: readonly string[]): string => names.map((name) => `"${name}"`).join(', ');

/** A face of the document with those that stand in for it; digits and Latin letters have their own before it. */
const family = (face: string, last: 'serif' | 'sans-serif'): string =>
  `"annrep digits", ${quoted([face, ...(fallbacks[face] ?? [])])}, ${last}`;

const onScreen = `
:root { color-scheme: light; }
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body { margin: 0; background: #fff; color: #1a1a1a; font: 1.0625rem/1.9 "PingFang SC", "Hiragino Sans GB", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; line-break: strict; overflow-wrap: break-word; }
main { max-width: 52rem; margin: 0 auto; padding: 2.5rem 1.5rem 4rem; }
h1 { margin: 0 0 1.5rem; padding-bottom: 1.5rem; border-bottom: 2px solid #b3261e; text-align: center; text-wrap: balance; font: bold 1.75rem/1.5 "方正小标宋简体", "STZhongsong", "华文中宋", "Source Han Serif SC", "Noto Serif CJK SC", "SimSun", serif; }
h1 span { display: inline-block; }
h2, h3, h4, h5 { margin: 1em 0 0.4em; font-size: 1em; line-height: 1.7; }
h2 { margin-top: 2em; font-size: 1.25em; }
h3 { font-size: 1.0625em; }
p { margin: 0 0 0.5em; text-indent: 2em; text-align: justify; }
.run-in { display: block; margin: 0 0 0.5em; text-indent: 2em; text-align: justify; }
.run-in > * { display: inline; margin: 0; font-size: 1em; line-height: inherit; text-indent: 0; }
.lead { font-weight: bold; }
a { color: #1f5fa8; overflow-wrap: anywhere; }
nav { margin: 0 0 2rem; padding: 0.9rem 1.25rem; background: #f4f6f8; font-size: 0.9375rem; line-height: 1.8; }
nav ol { margin: 0; padding: 0; list-style: none; columns: 20rem; column-gap: 2rem; }
nav a { color: inherit; text-decoration: none; }
nav a:hover, nav a:focus-visible { text-decoration: underline; }
:focus-visible { outline: 3px solid #1f5fa8; outline-offset: 2px; }
figure { margin: 1.25rem 0; text-align: center; }
figure img { max-width: 100%; height: auto; }
figcaption { font-size: 0.9375rem; }
.table { margin: 1.25rem 0; }
.hint { display: none; margin: 0 0 0.3rem; text-indent: 0; font-size: 0.875rem; color: #555; }
.signature { margin: 3rem 0 0; text-align: right; }
.signature p { text-indent: 0; text-align: right; margin: 0; padding-right: 2em; }
.draft { margin: 0 0 1.5rem; padding: 0.6rem 1rem; border: 2px solid #a4201a; color: #a4201a; text-indent: 0; text-align: center; font-weight: bold; }
.findings { margin-top: 3rem; border-top: 2px solid #a4201a; }
.findings li { margin: 0 0 0.5em; white-space: pre-line; }
@media screen and (max-width: 47rem) {
  main { padding: 1.25rem 1rem 2.5rem; }
  h1 { font-size: 1.375rem; padding-bottom: 1rem; }
  .hint { display: block; }
  nav ol { columns: auto; }
}
`;

/** A4 as the document is set (GB/T 9704-2012); browsers that know no page margins' contents leave the numbers out. */
function onPaper({ style, draft }: Outline): string {
  const faces = facesOf[style.fonts];
  const [top, bottom, left, right] = style.margins;
  const number = `content: "— " counter(page) " —"; font: 14pt "宋体", "SimSun", serif; vertical-align: top; padding-top: 5mm;`;
  const numbers =
    style.pageNumber === '双面'
      ? `@page :right { @bottom-right { ${number} padding-right: 14pt; } }\n@page :left { @bottom-left { ${number} padding-left: 14pt; } }`
      : `@page { @bottom-center { ${number} } }`;
  const mark = draft
    ? `@page { @top-center { content: "草稿　不得公布"; color: #a4201a; font: 10.5pt ${family(faces.heading1, 'sans-serif')}; } }`
    : '';
  return `
@font-face { font-family: "annrep digits"; src: local("${latinFace}"), local("Liberation Serif"), local("Tinos"); unicode-range: U+20-7E, U+A0-B6, U+B8-FF; }
@page { size: A4; margin: ${top}mm ${right}mm ${bottom}mm ${left}mm; }
${numbers}
${mark}
@media print {
  body { font: 16pt/${style.lineSpacing}pt ${family(faces.body, 'serif')}; letter-spacing: -0.25pt; color: #000; }
  main { max-width: none; padding: 0; }
  nav, .hint { display: none; }
  a { color: inherit; text-decoration: none; }
  h1 { margin: ${style.lineSpacing}pt 0; padding: 0; border: 0; font: normal 22pt/32pt ${quoted([faces.title, ...(fallbacks[faces.title] ?? [])])}, serif; letter-spacing: 0; }
  h2, h3, h4, h5 { margin: 0; text-indent: 2em; font-size: 16pt; line-height: inherit; font-weight: normal; break-after: avoid; }
  .lead { font-weight: normal; }
  .level1 { font-family: ${family(faces.heading1, 'sans-serif')}; }
  .level2 { font-family: ${family(faces.heading2, 'serif')}; }
  p, .run-in { margin: 0; orphans: 2; widows: 2; }
  .region { overflow: visible; }
  .table { margin: 4pt 0 8pt; }
  .form, .form.wide { min-width: 0; letter-spacing: 0; font: 10.5pt/13.5pt ${family(faces.table, 'serif')}; break-inside: avoid; }
  .form.dense { font-size: 9pt; line-height: 11.2pt; }
  .form th, .form td { border: 0.5pt solid #000; padding: 2pt 2.8pt; }
  .form.dense th, .form.dense td { padding: 1pt 2pt; }
  .form.wide .number { padding: 2pt 1pt; font-size: 10.5pt; }
  .form.dense .number { padding: 1pt; font-size: 9.5pt; }
  .form .banner, .form th.head { font-weight: normal; font-family: ${family(faces.heading1, 'sans-serif')}; }
  .form.shaded .banner { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
  .form tr { break-inside: avoid; }
  .form caption { font: 14pt/24pt ${family(faces.heading1, 'sans-serif')}; }
  figure { break-inside: avoid; margin: 6pt 0; }
  figure img { max-height: 80vh; }
  .signature { break-inside: avoid; break-before: avoid; margin: ${style.lineSpacing}pt 0 0; }
  .signature p { padding-right: 4em; }
  .findings { break-before: page; border: 0; margin: 0; }
}
`;
}

/** The style sheet of the page to be published: quiet on a screen, and on paper the document itself. */
export function pageStyle(outline: Outline, idOf: (index: number) => string): string {
  const widths = outline.blocks.flatMap((block, at) => (block.kind === 'grid' ? [columnStyle(block, idOf(at))] : []));
  return [onScreen, tableStyle, ...widths, onPaper(outline)].map((part) => part.trim()).join('\n');
}
