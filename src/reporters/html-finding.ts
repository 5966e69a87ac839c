import type { Severity } from '../finding.ts';
import { html, type Markup } from '../layout/markup.ts';
import { safe } from '../messages/safe.ts';
import type { Say } from './html-words.ts';
import type { Told, ToldNote, ToldPlace } from './told.ts';

/** Signs of the severities, so that they are not told by colour alone. */
export const signs: Readonly<Record<Severity, string>> = { error: '×', warning: '！', notice: 'i' };

/** Characters of a line that are shown before, in and behind the place. */
const before = 40;
const within = 160;
const behind = 60;

const first = (text: string, most: number): string => {
  const characters = [...text.slice(0, 2 * most)];
  return characters.length > most || text.length > 2 * most ? `${characters.slice(0, most).join('')}……` : text;
};

const last = (text: string, most: number): string => {
  const characters = [...text.slice(-2 * most)];
  return characters.length > most || text.length > 2 * most ? `……${characters.slice(-most).join('')}` : text;
};

/** The line of the report with the place marked. */
function excerpt({ line, source }: ToldPlace): Markup | undefined {
  if (line === undefined || source === undefined) return undefined;
  const head = last(safe(source.before).trimStart(), before);
  const place = first(safe(source.marked), within);
  const rest = first(safe(source.after), behind);
  return html`<pre><span class="margin">${line}</span><code><bdi>${head}<mark>${place}</mark>${rest}</bdi></code></pre>\n`;
}

/** Where something was found: file and line, or workbook, sheet and cell. */
function placeMarkup(at: ToldPlace, say: Say): Markup {
  const file = html`<bdi>${safe(at.file)}</bdi>`;
  if (at.sheet !== undefined && at.cell !== undefined)
    return html`${file}　<bdi>${say('cell', { sheet: safe(at.sheet), cell: safe(at.cell) })}</bdi>`;
  return at.line === undefined ? file : html`${file}　${say('line', { line: at.line })}`;
}

const noteMarkup = (note: ToldNote, say: Say): Markup =>
  html`<li>${safe(note.message)}${
    note.at ? html`<span class="place">${placeMarkup(note.at, say)}</span>${excerpt(note.at)}` : undefined
  }</li>\n`;

function valuesMarkup({ values = {} }: Told, say: Say): Markup | undefined {
  const shown = (['reported', 'computed', 'difference'] as const).flatMap((name) => {
    const value = values[name];
    const plain = name === 'difference' ? String(value).replace(/^-/, '') : value;
    return value === undefined ? [] : [html`<div><dt>${say(name)}</dt><dd>${plain}</dd></div>`];
  });
  return shown.length > 0 ? html`<dl class="values">${shown}</dl>\n` : undefined;
}

/** How a finding is numbered and addressed, and where the cell stands that it is about. */
export interface FindingSetting {
  readonly id: string;
  readonly number: number;
  readonly say: Say;
  readonly cell?: { readonly id: string; readonly table: string };
}

/** A finding: its sentence, its place, the numbers, how they were worked out, what to do. */
export function findingMarkup(told: Told, { id, number, say, cell }: FindingSetting): Markup {
  const { severity, notes } = told;
  return html`<li id="${id}" class="finding ${severity}">
<h4><span class="badge"><span aria-hidden="true">${signs[severity]}</span> ${say(severity)}</span> <span class="ordinal">${number}.</span> ${safe(told.message)}</h4>
<p class="place">${placeMarkup(told.at, say)}</p>
${excerpt(told.at)}${valuesMarkup(told, say)}<dl class="advice">
${
  notes.length > 0
    ? html`<div><dt>${say('parts')}</dt><dd><ul>${notes.map((note) => noteMarkup(note, say))}</ul></dd></div>\n`
    : undefined
}<div><dt>${say('help')}</dt><dd>${safe(told.help)}</dd></div>
<div><dt>${say('clause')}</dt><dd>${safe(told.clause)}</dd></div>
</dl>
<p class="foot">${cell ? html`<a href="#${cell.id}">${say('to-cell', { table: cell.table })}</a>` : undefined}<span class="code">${say('code')} ${told.code}</span></p>
</li>
`;
}
