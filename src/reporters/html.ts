import type { CheckPage, FindingGroup } from '../layout/check-page.ts';
import { html, type Markup, page } from '../layout/markup.ts';
import { safe } from '../messages/safe.ts';
import type { Language } from '../messages/word.ts';
import { findingMarkup, signs } from './html-finding.ts';
import { ledgerMarkup } from './html-ledger.ts';
import { checkStyle } from './html-style.ts';
import { cellsOfFindings, markedTableMarkup, markedTableStyle } from './html-table.ts';
import { type Say, sayIn } from './html-words.ts';
import { added, nothing, type Reporter, type ReporterContext, type Summary, type ToldFile } from './told.ts';

export { checkPageOf } from '../layout/check-page.ts';

/** Counts by severity as tiles: a sign, the count in words and what the severity means. */
function tiles(summary: Summary, say: Say, explained: boolean): Markup {
  const tile = (severity: 'error' | 'warning' | 'notice', name: 'errors' | 'warnings' | 'notices'): Markup => {
    const count = summary[name];
    return html`<li class="${severity}${count === 0 ? ' none' : ''}"><span aria-hidden="true" class="sign">${signs[severity]}</span> <strong>${say(name, { count })}</strong>${
      explained ? html`<span class="means">${say(`${severity}-means`)}</span>` : undefined
    }</li>\n`;
  };
  return html`<ul class="tiles">
${tile('error', 'errors')}${tile('warning', 'warnings')}${tile('notice', 'notices')}</ul>
`;
}

const isClean = ({ errors, warnings, notices }: Summary): boolean => errors + warnings + notices === 0;

/** A report without a model of its page: all in one group. */
const ungrouped = ({ findings }: ToldFile): CheckPage => ({
  groups: findings.length > 0 ? [{ kind: 'basics', title: '', findings: findings.map((_, at) => at), tables: [] }] : [],
});

/** What came of one report. */
interface Part {
  readonly id: string;
  readonly name: string;
  readonly summary: Summary;
  /** Some file of it could not be read. */
  readonly unread: boolean;
  readonly body: Markup;
  readonly style: readonly string[];
}

function partOf(told: ToldFile, index: number, say: Say): Part {
  const { file, findings, ignored, unread = [] } = told;
  const model = told.page ?? ungrouped(told);
  const id = `r${index}`;
  const summary = added(nothing, told);
  const order = model.groups.flatMap((group) => group.findings);
  const numbers = new Map(order.map((finding, at) => [finding, at + 1]));
  const numberOf = (finding: number): number => numbers.get(finding) ?? finding + 1;
  const idOf = (finding: number): string => `${id}f${numberOf(finding)}`;
  const tables = model.groups.flatMap((group) => group.tables).map((table, at) => ({ table, id: `${id}t${at + 1}` }));
  const cells = cellsOfFindings(tables);
  const groupMarkup = (group: FindingGroup): Markup => {
    const own = tables.filter(({ table }) => group.tables.includes(table));
    const listed = group.findings.flatMap((finding) => {
      const one = findings[finding];
      const cell = cells.get(finding);
      const setting = { id: idOf(finding), number: numberOf(finding), say, ...(cell ? { cell } : {}) };
      return one ? [findingMarkup(one, setting)] : [];
    });
    const title = group.kind === 'section' ? html`<bdi lang="zh-CN">${safe(group.title)}</bdi>` : say(group.kind);
    return html`<section class="group">
<h3>${title}${listed.length > 0 ? html` <span class="count">${say('count', { count: listed.length })}</span>` : undefined}</h3>
${listed.length > 0 ? html`<ol>\n${listed}</ol>\n` : undefined}${own.map((one) =>
  markedTableMarkup(one.table, one.id, { findings, idOf, numberOf, say }),
)}${group.kind === 'ledger' && model.ledger ? ledgerMarkup(model.ledger, say) : undefined}</section>
`;
  };
  const alone =
    model.ledger && !model.groups.some(({ kind }) => kind === 'ledger')
      ? html`<section class="group"><h3>${say('ledger')}</h3>\n${ledgerMarkup(model.ledger, say)}</section>\n`
      : undefined;
  const name = model.title ?? file;
  const body = html`<section class="report" id="${id}">
<h2><bdi>${safe(name)}</bdi></h2>
<p class="file"><bdi>${safe(file)}</bdi></p>
${
  unread.length > 0
    ? html`<div class="unread"><p><strong>${say('unread')}</strong></p><ul>${unread.map((text) => html`<li>${safe(text)}</li>`)}</ul></div>\n`
    : undefined
}${isClean(summary) ? (unread.length > 0 ? undefined : html`<p class="clean">${say('clean')}</p>\n`) : tiles(summary, say, false)}${
  ignored > 0 ? html`<p class="ignored">${say('ignored', { count: ignored })}</p>\n` : undefined
}${model.groups.map(groupMarkup)}${alone}</section>
`;
  return {
    id,
    name,
    summary,
    unread: unread.length > 0,
    body,
    style: tables.map((one) => markedTableStyle(one.table, one.id)),
  };
}

/** What came of a report, in a few words. */
const outcome = (summary: Summary, unread: boolean, say: Say): string => {
  const counts = (['errors', 'warnings', 'notices'] as const)
    .filter((word) => summary[word] > 0)
    .map((word) => say(word, { count: summary[word] }));
  const said = [...(unread ? [say('unread')] : []), ...counts];
  return said.length > 0 ? said.join(say('separator')) : say('clean');
};

const listMarkup = (parts: readonly Part[], say: Say): Markup =>
  html`<nav class="reports" aria-label="${say('reports')}"><ol>
${parts.map(
  ({ id, name, summary, unread }) =>
    html`<li><a href="#${id}"><bdi>${safe(name)}</bdi></a>　<span>${outcome(summary, unread, say)}</span></li>\n`,
)}</ol></nav>
`;

const languages: Readonly<Record<Language, 'zh-CN' | 'en'>> = { zh: 'zh-CN', en: 'en' };

/**
 * Findings as a page for the clerk: the counts first, then report by report what is wrong, where, and what to do, with
 * the tables in their form and the ledger drawn. The counts stand first, so the whole is written at the end.
 */
export function htmlReporter({ language }: ReporterContext): Reporter {
  const say = sayIn(language);
  const parts: Part[] = [];
  return {
    begin: () => '',
    file(told) {
      parts.push(partOf(told, parts.length + 1, say));
      return '';
    },
    end: (summary) =>
      page({
        language: languages[language],
        title: say('title'),
        hidden: true,
        style: [checkStyle, ...parts.flatMap(({ style }) => style)].join('\n'),
        body: html`<main>
<header>
<h1>${say('title')}</h1>
<p class="checked">${say('checked', { files: summary.files })}</p>
${tiles(summary, say, true)}${summary.ignored > 0 ? html`<p class="ignored">${say('ignored', { count: summary.ignored })}</p>\n` : undefined}</header>
${parts.length > 1 ? listMarkup(parts, say) : undefined}${parts.map(({ body }) => body)}</main>`,
      }),
  };
}
