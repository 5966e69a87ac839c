import { createHash } from 'node:crypto';

/** Markup that this program wrote; every other text is escaped before it comes into a page. */
export class Markup {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

/** What may stand in a page: text, which is escaped, and markup. */
export type Content = string | number | Markup | undefined | readonly Content[];

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Control characters, halves of a pair, and the marks that would turn the text after them around. */
const unsafe = /(?![\t\n])\p{Cc}|\p{Cs}|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/gu;

const byNumber = (character: string): string =>
  `〔U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}〕`;

/** Text as it stands in an element or a quoted attribute; what nobody would see is shown by its number. */
export const escapeHtml = (text: string): string =>
  text.replace(unsafe, byNumber).replace(/[&<>"']/g, (character) => entities[character] ?? character);

function written(content: Content): string {
  if (content instanceof Markup) return content.text;
  if (content === undefined) return '';
  if (typeof content === 'string') return escapeHtml(content);
  return typeof content === 'number' ? String(content) : content.reduce<string>((text, one) => text + written(one), '');
}

/**
 * Markup as a template: what is put into it is escaped unless it is markup itself. Attributes stand in double quotes.
 * Put together by `+`, which copies nothing: a page with pictures is written out once, not once for each element around them.
 */
export const html = (literals: TemplateStringsArray, ...contents: readonly Content[]): Markup =>
  new Markup(literals.reduce((text, literal, at) => text + literal + written(contents[at]), ''));

/** A whole page. */
export interface Page {
  readonly language: 'zh-CN' | 'en';
  readonly title: string;
  readonly author?: string;
  /** Not to be found by search engines. */
  readonly hidden?: boolean;
  /** Written by this program: nothing of a stranger's stands in it. */
  readonly style: string;
  readonly body: Markup;
}

/**
 * A page that fetches nothing and runs nothing: the policy forbids it, whatever a text got into the page, and lets in
 * one style sheet, by its digest, and pictures that stand in the page itself.
 */
export function page({ language, title, author, hidden, style, body }: Page): string {
  const sheet = `\n${style.trim()}\n`;
  const digest = createHash('sha256').update(sheet).digest('base64');
  const policy = `default-src 'none'; style-src 'sha256-${digest}'; img-src data:; base-uri 'none'; form-action 'none'`;
  return `${
    html`<!DOCTYPE html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${new Markup(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="format-detection" content="telephone=no">
<meta name="referrer" content="no-referrer">
${author === undefined ? undefined : html`<meta name="author" content="${author}">\n`}${
  hidden ? html`<meta name="robots" content="noindex">\n` : undefined
}<title>${title}</title>
<link rel="icon" href="data:,">
<style>${new Markup(sheet)}</style>
</head>
<body>
${body}
</body>
</html>
`.text
  }`;
}
