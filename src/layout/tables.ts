import { editions } from '../forms/editions.ts';
import type { Form } from '../forms/form.ts';
import type { Style, Table } from '../report/report.ts';
import { layBand } from './band.ts';
import { layBlocks } from './blocks.ts';
import type { Grid } from './grid.ts';
import { layList } from './list.ts';
import { layMatrix } from './matrix.ts';
import { checksOf, sumsOf } from './relations.ts';

const arrangements = { blocks: layBlocks, matrix: layMatrix, band: layBand, list: layList } as const;

/** What a table is called for those who cannot see it: 表三 with the heading of its section, or the name of a local one. */
function captionOf(form: Form): string {
  const sections = editions.flatMap((edition) => edition.sections);
  const heading = sections.find((section) => section.form?.key === form.key)?.heading;
  return heading === undefined ? form.title || form.name : `${form.name}　${heading}`;
}

/**
 * The printed form of a table: every cell with its spans as the circular prints it (国办公开办函〔2019〕60号, 〔2021〕30号),
 * the totals with their parts and the identities to be checked. `style` decides on the shading of banners.
 */
export function gridOf(table: Table, style: Pick<Style, 'shading'>): Grid {
  const { form } = table;
  const checks = checksOf(form);
  const { rows, headRows, widths } = arrangements[form.arrangement](table, sumsOf(checks));
  return {
    kind: 'grid',
    name: form.name,
    caption: captionOf(form),
    title: form.title,
    widths,
    headRows,
    shaded: style.shading ?? form.shaded ?? false,
    rows: rows.map((cells) => ({ cells })),
    checks,
    dense: form.arrangement === 'matrix',
  };
}
