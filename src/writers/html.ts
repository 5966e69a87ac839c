import { type Content, html, Markup, page } from '../layout/markup.ts';
import { tableMarkup, wideFrom } from '../layout/markup-table.ts';
import {
  type Outline,
  type OutlineBlock,
  type OutlineHeading,
  type OutlinePicture,
  standsAlone,
} from '../layout/outline.ts';
import { pageStyle } from './html-style.ts';

/** Addresses that may become links: of the web only, up to the first character that is not one of an address. */
const address = /https?:\/\/[\w.-]+(?::\d+)?(?:[/?#][!-;=?-~]*)?/g;

/** Marks at the end of an address that belong to the sentence. */
const trailing = /[.,;:!?'")\]]+$/;

/** A paragraph's text with its web addresses as links. */
function linked(text: string): Content {
  const found: Content[] = [];
  let at = 0;
  for (const match of text.matchAll(address)) {
    const url = match[0].replace(trailing, '');
    found.push(text.slice(at, match.index), html`<a href="${url}">${url}</a>`);
    at = match.index + url.length;
  }
  return [...found, text.slice(at)];
}

/** Elements of headings by their depth below the title. */
const elements = ['h2', 'h3', 'h4', 'h5'] as const;

function headingMarkup(heading: OutlineHeading, depth: number, id: string): Markup {
  const { level, text, rest } = heading;
  const face = `level${level}`;
  const element = elements[depth - 1] ?? 'h5';
  const said =
    depth === 0
      ? html`<span class="lead ${face}">${linked(text)}</span>`
      : tag(element, html` id="${id}" class="${face}"`, text);
  if (depth > 0 && rest === '') return html`${said}\n`;
  if (depth === 0) return html`<p>${said}${linked(rest)}</p>\n`;
  return html`<div class="run-in">${said}<p>${linked(rest)}</p></div>\n`;
}

function tag(name: (typeof elements)[number], attributes: Markup, content: Content): Markup {
  switch (name) {
    case 'h2':
      return html`<h2${attributes}>${content}</h2>`;
    case 'h3':
      return html`<h3${attributes}>${content}</h3>`;
    case 'h4':
      return html`<h4${attributes}>${content}</h4>`;
    case 'h5':
      return html`<h5${attributes}>${content}</h5>`;
  }
}

const mediaTypes = { png: 'image/png', jpg: 'image/jpeg' } as const;

function pictureMarkup({ bytes, format, width, height, caption, file }: OutlinePicture): Markup {
  // Base64 has nothing that would have to be escaped, and to look for it in millions of letters takes seconds.
  const data = new Markup(Buffer.from(bytes).toString('base64'));
  const image = html`<img src="data:${mediaTypes[format]};base64,${data}" alt="${caption || file}" width="${width}" height="${height}">`;
  return html`<figure>${image}${caption ? html`<figcaption>${caption}</figcaption>` : undefined}</figure>\n`;
}

function blockMarkup(block: OutlineBlock, depth: number, id: string): Markup {
  switch (block.kind) {
    case 'heading':
      return headingMarkup(block, depth, id);
    case 'paragraph':
      return html`<p>${linked(block.text)}</p>\n`;
    case 'picture':
      return pictureMarkup(block);
    case 'grid':
      return html`<div class="table">
${block.widths.length >= wideFrom ? html`<p class="hint">表格较宽，可以左右滑动。</p>\n` : undefined}${tableMarkup(block, { id, caption: block.title ? 'shown' : 'said' })}</div>\n`;
  }
}

/** A heading that runs into its paragraph is one for those who go from heading to heading, where it is short enough. */
const isHeading = (block: OutlineBlock): block is OutlineHeading =>
  block.kind === 'heading' && standsAlone({ ...block, rest: '' });

/** How deep each heading stands below the title: no level is left out on the way down; 0 for what is no heading. */
function depthsOf(blocks: readonly OutlineBlock[]): readonly number[] {
  let above: readonly number[] = [];
  return blocks.map((block) => {
    if (!isHeading(block)) return 0;
    above = [...above.filter((level) => level < block.level), block.level];
    return above.length;
  });
}

const contentsMarkup = (
  blocks: readonly OutlineBlock[],
  depths: readonly number[],
  idOf: (at: number) => string,
): Markup => {
  const entries = blocks.flatMap((block, at) =>
    block.kind === 'heading' && block.level === 1 && depths[at] === 1
      ? [html`<li><a href="#${idOf(at)}">${block.text}</a></li>\n`]
      : [],
  );
  return html`<nav aria-label="目录"><ol>\n${entries}</ol></nav>\n`;
};

const findingsMarkup = (findings: readonly string[]): Markup =>
  html`<section class="findings"><h2>草稿附页：校验结果</h2>
${
  findings.length > 0
    ? html`<ol>\n${findings.map((text) => html`<li>${text}</li>\n`)}</ol>`
    : html`<p>没有发现问题。</p>`
}
</section>
`;

/**
 * The report as a page that a portal publishes: one file, nothing fetched, nothing run; `outline` translated and nothing
 * added but the list of its sections. The same outline gives the same bytes.
 */
export function writeHtml(outline: Outline): Uint8Array {
  const { blocks, draft, organ, signedOn, date } = outline;
  const idOf = (at: number): string => `b${at + 1}`;
  const depths = depthsOf(blocks);
  const title = outline.title.join('');
  const body = html`<main>
<article>
${draft ? html`<p class="draft" role="note">草　稿　不得公布</p>\n` : undefined}<h1>${outline.title.map((line) => html`<span>${line}</span>`)}</h1>
${contentsMarkup(blocks, depths, idOf)}${blocks.map((block, at) => blockMarkup(block, depths[at] ?? 0, idOf(at)))}<div class="signature">
<p>${organ}</p>
<p><time datetime="${signedOn}">${date}</time></p>
</div>
</article>
${draft ? findingsMarkup(draft.findings) : undefined}</main>`;
  return new TextEncoder().encode(
    page({
      language: 'zh-CN',
      title: draft ? `${title}（草稿）` : title,
      author: organ,
      ...(draft ? { hidden: true } : {}),
      style: pageStyle(outline, idOf),
      body,
    }),
  );
}
