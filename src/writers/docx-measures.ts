import type { Outline } from '../layout/outline.ts';

/** Twentieths of a point in a millimetre. */
const twipsOf = (millimetres: number): number => Math.round((millimetres * 1440) / 25.4);

/** Size of A4 in twips. */
const pageWidth = 11906;
const pageHeight = 16838;

/** A character of the body: 16 points less 0.25, which is the standard's size 3 (15.75 points). */
export const bodyCharacter = 315;
export const bodySize = 32;
export const bodySpacing = -5;

/** The measures of a document in twips. */
export interface Measures {
  readonly page: { readonly width: number; readonly height: number };
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
  readonly textWidth: number;
  readonly textHeight: number;
  /** Distance of the footer's lower edge from the page's. */
  readonly footer: number;
  readonly header: number;
  /** Exact height of a line of the body. */
  readonly line: number;
  /** Pitch of the document grid: 579 for lines of 28.9 points, so that 22 lines fill the text area. */
  readonly pitch: number;
}

/** Height of the page number's line. */
export const footerLine = 320;

/** Page measures of GB/T 9704-2012 (5.2.1: 156 × 225 mm of text) with what the report's 版式 overrides. */
export function measuresOf(style: Outline['style']): Measures {
  const [top, bottom, left, right] = style.margins;
  const textWidth = twipsOf(210 - left - right);
  const line = Math.round(style.lineSpacing * 20);
  const edges = { top: twipsOf(top), bottom: twipsOf(bottom), right: twipsOf(right) };
  return {
    page: { width: pageWidth, height: pageHeight },
    ...edges,
    left: pageWidth - textWidth - edges.right,
    textWidth,
    textHeight: pageHeight - edges.top - edges.bottom,
    // The dash of the page number stands 7 mm under the text area (7.5 of the standard).
    footer: Math.max(0, edges.bottom - twipsOf(7) - footerLine / 2),
    header: Math.max(0, Math.min(twipsOf(15), edges.top - 400)),
    line,
    pitch: line + 1,
  };
}
