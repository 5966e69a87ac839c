import type { YamlNode } from '../source.ts';
import { textOf, valueAt } from './draft.ts';
import { type CalendarDate, fonts, type Level, type Style } from './report.ts';

/** People's governments, which publish by 31 March (条例 art. 49); everybody else by 31 January. */
const governments: readonly Level[] = ['省级', '市级', '县级'];

/** The day by which the report on a year is to be published unless it names another. */
export const defaultDeadline = (year: number, level: Level): CalendarDate =>
  `${year + 1}-${governments.includes(level) ? '03' : '01'}-31`;

/** Margins of GB/T 9704-2012: top 37, bottom 35, left 28, right 26 mm; lines 28.9 pt apart give 22 on a page. */
const margins = [37, 35, 28, 26] as const;
const lineSpacing = 28.9;

/** 版式 with what is not named as the standard has it. */
export function styleOf(node: YamlNode | undefined): Style {
  const list = valueAt(node, '页边距');
  const stated = list?.kind === 'list' ? list.items.map((item) => Number(textOf(item) ?? Number.NaN)) : [];
  const [top = margins[0], bottom = margins[1], left = margins[2], right = margins[3]] = stated;
  const shading = textOf(valueAt(node, '底纹'));
  const spacing = textOf(valueAt(node, '行距'));
  return {
    fonts: fonts.find((name) => name === textOf(valueAt(node, '字体'))) ?? 'gb2312',
    pageNumber: textOf(valueAt(node, '页码')) === '居中' ? '居中' : '双面',
    margins: [top, bottom, left, right],
    lineSpacing: spacing === undefined ? lineSpacing : Number(spacing),
    ...(shading === undefined ? {} : { shading: shading === 'true' }),
  };
}
