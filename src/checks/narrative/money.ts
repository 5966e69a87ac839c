import Big from 'big.js';
import { type Finding, finding } from '../../finding.ts';
import { leavesOf } from '../../forms/walk.ts';
import type { Report } from '../../report/report.ts';
import { cellOf } from '../cells.ts';
import type { Subject } from '../subject.ts';
import type { Named } from './meant.ts';
import { decimalsOf } from './numerals.ts';
import { isOfOtherYear, scopeOfWords } from './scope.ts';
import type { Stretch } from './stretch.ts';

/** What units of money are worth, in 元. */
export const yuan: Readonly<Record<string, number>> = { 元: 1, 万元: 10_000, 亿元: 100_000_000 };

/** An amount of a table as typed, with the units it may be in: one where it is named, else either. */
interface Amount {
  readonly text: string;
  readonly units: readonly string[];
}

/** The amount that stands in the first cell that a concept means; undefined where none does. */
export function amountOf(report: Report, concept: Named): Amount | undefined {
  const table = report.tables.get(concept.table);
  const leaf = table && concept.lines.flatMap((line) => leavesOf(table.form, line))[0];
  const column = leaf?.block.columns.find(({ key }) => concept.columns.includes(key));
  const cell = table && leaf && column && cellOf(table, leaf, column.key);
  if (!leaf || typeof cell?.value !== 'string') return undefined;
  const unit = column?.unit ?? table?.units.get(leaf.line.key);
  return { text: cell.value, units: unit === undefined ? ['元', '万元'] : [unit] };
}

/** Amounts of money that the text gives against 表二 第（八）（九）项, to the precision of the text: `narrative/table`. */
export function checkMoney({ report }: Subject, stretch: Stretch): readonly Finding[] {
  return stretch.spoken.flatMap((spoken): readonly Finding[] => {
    const { concept, statement } = spoken;
    const { figure } = statement;
    const perUnit = yuan[figure.unit];
    if (perUnit === undefined || figure.vague || figure.decimal === '') return [];
    const amount = concept?.money && amountOf(report, concept);
    if (!amount || isOfOtherYear(spoken.sentence, report)) return [];
    const inTable = amount.units.map((unit) => new Big(amount.text).times(yuan[unit] ?? 1).div(perUnit));
    const said = new Big(figure.decimal);
    if (inTable.some((value) => value.round(decimalsOf(figure.decimal), Big.roundHalfUp).eq(said))) return [];
    const [first = said] = inTable;
    const scope = scopeOfWords(spoken.sentence, report);
    const difference = said.minus(first);
    return [
      finding(
        'narrative/table',
        stretch.place(figure.from, figure.to),
        {
          name: concept.name,
          reported: `${figure.decimal}${figure.unit}`,
          computed: `${amount.text}${amount.units.length === 1 ? amount.units[0] : ''}`,
          difference: `${difference.abs().toString()}${figure.unit}`,
          table: '表二',
          ...(scope ? { scope } : {}),
        },
        {
          ...(scope ? { say: 'scope', severity: 'notice' as const } : {}),
          values: { reported: said.toString(), computed: first.toString(), difference: difference.toString() },
        },
      ),
    ];
  });
}
