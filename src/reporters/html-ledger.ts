import type { LedgerCounts, Tally } from '../layout/check-page-ledger.ts';
import { html, type Markup } from '../layout/markup.ts';
import { safe } from '../messages/safe.ts';
import type { Say } from './html-words.ts';

/** Measures of the chart of months, in units of its own. */
const column = 30;
const bar = 18;
const height = 96;
const top = 18;
const bottom = 20;

const tenths = (value: number): number => Math.round(value * 10) / 10;

/** Twelve columns with their numbers; for those who cannot see it a sentence with the numbers. */
function monthsChart({ months }: LedgerCounts, say: Say): Markup {
  const most = Math.max(1, ...months);
  const label = months.map((count, at) => say('month-count', { month: at + 1, count })).join(say('separator'));
  const width = column * months.length;
  const bars = months.map((count, at) => {
    const middle = at * column + column / 2;
    const tall = count === 0 ? 0 : Math.max(1, tenths((height * count) / most));
    const y = tenths(top + height - tall);
    return html`<rect x="${middle - bar / 2}" y="${y}" width="${bar}" height="${tall}"/><text class="number${String(count).length > 4 ? ' long' : ''}" x="${middle}" y="${tenths(y - 4)}">${count}</text><text x="${middle}" y="${top + height + 14}">${say('month', { month: at + 1 })}</text>\n`;
  });
  return html`<svg class="months" viewBox="0 0 ${width} ${top + height + bottom}" role="img" aria-label="${label}"><g aria-hidden="true">
<path d="M0 ${top + height + 0.5}H${width}"/>
${bars}</g></svg>
`;
}

/** A list of counts as a table whose third column draws them. */
function talliesMarkup(
  caption: string,
  tallies: readonly Tally[],
  more: number,
  notes: readonly string[],
  say: Say,
): Markup {
  const most = Math.max(1, ...tallies.map(({ count }) => count));
  const rows = tallies.map(
    ({ name, count }) =>
      html`<tr><th scope="row"><bdi>${safe(name)}</bdi></th><td class="number">${count}</td><td class="bar"><svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false"><rect width="${tenths((100 * count) / most)}" height="10"/></svg></td></tr>\n`,
  );
  const said = [...notes, ...(more > 0 ? [say('more', { count: more })] : [])];
  return html`<table class="tallies">
<caption>${caption}</caption>
<thead class="unseen-head"><tr><th scope="col">${say('name')}</th><th scope="col">${say('items')}</th><th scope="col">${say('bar')}</th></tr></thead>
<tbody>
${rows}</tbody>
</table>
${said.map((text) => html`<p class="remark">${text}</p>\n`)}`;
}

/** The ledger's counts by month, channel and category. */
export function ledgerMarkup(counts: LedgerCounts, say: Say): Markup {
  const { file, total, undated, uncategorised, channels, categories } = counts;
  return html`<div class="charts">
<h4>${say('counts')}</h4>
<p><bdi>${say('total', { file: safe(file), total })}</bdi></p>
${
  total > 0
    ? html`<figure><figcaption>${say('by-month')}</figcaption>
${monthsChart(counts, say)}${undated > 0 ? html`<p class="remark">${say('undated', { count: undated })}</p>\n` : undefined}</figure>
`
    : undefined
}${
  channels.length > 0
    ? talliesMarkup(say('by-channel'), channels, counts.moreChannels, channels.length > 1 ? [say('overlap')] : [], say)
    : undefined
}${
  categories.length > 0
    ? talliesMarkup(
        say('by-category'),
        categories,
        counts.moreCategories,
        uncategorised > 0 ? [say('uncategorised', { count: uncategorised })] : [],
        say,
      )
    : undefined
}</div>
`;
}
