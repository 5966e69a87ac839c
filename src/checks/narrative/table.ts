import { type Finding, finding, type Note } from '../../finding.ts';
import type { Report } from '../../report/report.ts';
import type { Subject } from '../subject.ts';
import type { Concept } from './concepts.ts';
import { explainCell } from './explain-cell.ts';
import { isSaidBy } from './figures.ts';
import { meantBy, sumOf } from './meant.ts';
import { isOfOtherYear, otherScope } from './scope.ts';
import type { Spoken } from './spoken.ts';
import type { Stretch } from './stretch.ts';

const tableNames = { 主动公开: '表二', 依申请公开: '表三', 复议诉讼: '表四' } as const;

/** Whether another number of the table fits the same words: 复议、诉讼0件 of each, 本年增/减 for a 增加. */
function fitsOtherwise(spoken: Spoken, concept: Concept, report: Report): boolean {
  const { figure } = spoken.statement;
  const table = report.tables.get(concept.table);
  if (!table) return true;
  if (concept.table === '主动公开')
    return concept.columns.some((column) => isSaidBy(figure, sumOf(table, concept.lines, [column])?.value));
  const { or } = concept;
  return (
    or !== undefined && [or, or.slice(0, 1)].some((lines) => isSaidBy(figure, meantBy(report, concept, lines)?.value))
  );
}

function differs(spoken: Spoken, concept: Concept, subject: Subject, stretch: Stretch): Finding | undefined {
  const { report } = subject;
  const { figure } = spoken.statement;
  const meant = meantBy(report, concept);
  if (!meant || isSaidBy(figure, meant.value) || fitsOtherwise(spoken, concept, report)) return undefined;
  const both = concept.or ? meantBy(report, concept, concept.or) : undefined;
  if (isOfOtherYear(spoken.sentence, report)) return undefined;
  // 2024年结转9件 in the report on 2024 may be what goes over into the next year.
  if (spoken.role === 'carried' && new RegExp(`${report.year}\\s?年度?(?:结转|转结|遗留)`).test(spoken.sentence))
    return undefined;
  const scope = concept.scope ?? otherScope(spoken, report);
  const difference = figure.value - meant.value;
  const table = tableNames[concept.table];
  const shown = meant.leaves.filter(({ value }) => value !== 0);
  const parts = shown.map(({ name, value }) => `${name}${value}`).join(' + ');
  const asReceived = both !== undefined && both.value > meant.value && concept.lines[0] === '本年新收' && !scope;
  const say = scope ? 'scope' : asReceived ? 'received' : shown.length > 1 ? 'sum' : 'default';
  const explained = explainCell(subject, concept, figure.value, meant.value);
  const notes: Note[] = explained ? [explained] : [];
  return finding(
    'narrative/table',
    stretch.place(figure.from, figure.to),
    {
      name: concept.name,
      reported: figure.value,
      computed: asReceived && both ? both.value : meant.value,
      difference: Math.abs(difference),
      table,
      ...(say === 'sum' ? { parts } : {}),
      ...(asReceived ? { received: meant.value } : {}),
      ...(scope ? { scope } : {}),
    },
    {
      say,
      ...(scope ? { severity: 'notice' } : {}),
      values: { reported: figure.value, computed: meant.value, difference },
      notes,
    },
  );
}

/** Whether a number of the text stands in the tables just so. */
export function standsInTables({ concept, statement }: Spoken, report: Report): boolean {
  return concept !== undefined && meantBy(report, concept)?.value === statement.figure.value;
}

/** Numbers that the text gives of requests, reviews, documents and decisions against the tables: `narrative/table`. */
export function checkTable(subject: Subject, stretch: Stretch): readonly Finding[] {
  const said = new Set<string>();
  return stretch.spoken.flatMap((spoken): readonly Finding[] => {
    const { concept, statement } = spoken;
    const { figure } = statement;
    if (figure.vague || !Number.isInteger(figure.value)) return [];
    if (!concept || concept.money) return [];
    const once = `${concept.name} ${figure.value}`;
    const found = differs(spoken, concept, subject, stretch);
    if (!found || said.has(once)) return [];
    said.add(once);
    return [found];
  });
}
