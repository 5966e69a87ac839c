import type { Severity } from '../finding.ts';
import type { MarkedTable } from '../layout/check-page.ts';
import type { GridCell } from '../layout/grid.ts';
import { html, type Markup } from '../layout/markup.ts';
import { cellAddresses, columnStyle, type Dressing, tableMarkup, wideFrom } from '../layout/markup-table.ts';
import { signs } from './html-finding.ts';
import type { Say } from './html-words.ts';
import type { Told } from './told.ts';

const severities: readonly Severity[] = ['error', 'warning', 'notice'];

/** How the tables of one report are set: what was found in it, and how findings are addressed and numbered. */
export interface TablesSetting {
  readonly findings: readonly Told[];
  readonly idOf: (finding: number) => string;
  readonly numberOf: (finding: number) => number;
  readonly say: Say;
}

/** A number that findings are about, with their signs and numbers as links to them. */
function dressing(cell: GridCell, { marks }: MarkedTable, setting: TablesSetting): Dressing | undefined {
  const { findings, idOf, numberOf, say } = setting;
  const own = marks.filter(({ key }) => key === cell.key);
  if (own.length === 0) return undefined;
  const bad = own.flatMap(({ finding, part }) => {
    const told = findings[finding];
    return part || !told ? [] : [{ finding, told }];
  });
  const text = html`<span class="value">${cell.text}${cell.text === '' ? undefined : cell.suffix}</span>`;
  if (bad.length === 0) return { className: 'part', content: text };
  const worst = severities.find((severity) => bad.some(({ told }) => told.severity === severity)) ?? 'notice';
  const links = bad.map(({ finding, told: { severity } }) => {
    const number = numberOf(finding);
    const said = say('to-finding', { severity: say(severity), number });
    return html` <a href="#${idOf(finding)}"><span aria-hidden="true">${signs[severity]}${number}</span><span class="unseen">${said}</span></a>`;
  });
  const computed = bad.find(({ told }) => told.values?.computed !== undefined)?.told.values?.computed;
  return {
    className: `bad ${worst}`,
    content: html`${text}${links}${
      computed === undefined ? undefined : html`<span class="computed">${say('in-cell', { computed })}</span>`
    }`,
  };
}

/** A table in the form itself with the numbers in question marked; `id` begins the ids of its cells. */
export function markedTableMarkup(table: MarkedTable, id: string, setting: TablesSetting): Markup {
  const { grid, marks } = table;
  const { say } = setting;
  const [wrong, parts] = [marks.some(({ part }) => !part), marks.some(({ part }) => part)];
  const legend = [...(wrong ? [say('legend-wrong')] : []), ...(parts ? [say('legend-part')] : [])];
  const slide = grid.widths.length >= wideFrom ? html`<p class="legend slide">${say('slide')}</p>\n` : undefined;
  return html`<div class="marked">
<h4>${say(wrong ? 'table-title' : 'table-plain', { table: grid.name })}</h4>
<p class="legend">${legend.join('')}</p>
${slide}<div lang="zh-CN">${tableMarkup(grid, { id, caption: 'said', dress: (cell) => dressing(cell, table, setting) })}</div>
</div>
`;
}

/** Widths of the table's columns. */
export const markedTableStyle = ({ grid }: MarkedTable, id: string): string => columnStyle(grid, id);

/** The cells that findings are about, by the finding's index: the first of each. */
export function cellsOfFindings(
  tables: readonly { readonly table: MarkedTable; readonly id: string }[],
): ReadonlyMap<number, { readonly id: string; readonly table: string }> {
  const cells = new Map<number, { readonly id: string; readonly table: string }>();
  for (const { table, id } of tables) {
    const addresses = cellAddresses(table.grid, id);
    const ordered = [...table.marks].sort((one, other) => Number(one.part) - Number(other.part));
    for (const { key, finding } of ordered) {
      const address = addresses.get(key);
      if (address !== undefined && !cells.has(finding)) cells.set(finding, { id: address, table: table.grid.name });
    }
  }
  return cells;
}
