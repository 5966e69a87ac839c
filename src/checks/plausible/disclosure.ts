import { type Finding, finding } from '../../finding.ts';
import type { Level } from '../../report/report.ts';
import { countOf, linesOf } from '../cells.ts';
import type { Subject } from '../subject.ts';

/** Only the State Council's departments, provinces and cities divided into districts make 规章 (立法法 arts. 91, 93). */
const withoutRegulations: readonly Level[] = ['县级', '乡镇', '街道'];

/** 规章 stay zero where the organ cannot make any. */
export function checkRegulations({ report }: Subject): Finding[] {
  if (!withoutRegulations.includes(report.level)) return [];
  const filled = linesOf(report, '主动公开')
    .filter(({ leaf }) => leaf.line.id === 'regulations')
    .flatMap(({ table, leaf }) =>
      leaf.block.columns.map((column) => ({ column, cell: countOf(table, leaf, column.id) })),
    )
    .find(({ cell }) => cell !== undefined && cell.value > 0);
  if (!filled?.cell) return [];
  const args = { level: report.level, column: filled.column.key, value: filled.cell.value };
  return [finding('plausible/regulations', filled.cell.at, args, { values: { reported: filled.cell.value } })];
}

/** Everything in force was issued this year: were all outgoing letters counted as normative documents? */
export function checkAllNew({ report }: Subject): Finding[] {
  return linesOf(report, '主动公开').flatMap(({ table, leaf }) => {
    const issued = countOf(table, leaf, 'issued');
    const repealed = countOf(table, leaf, 'repealed');
    const inForce = countOf(table, leaf, 'in-force');
    if (!issued || !inForce || issued.value !== inForce.value || issued.value <= 0 || repealed?.value !== 0) return [];
    return [finding('plausible/all-new', inForce.at, { line: leaf.line.key, value: inForce.value })];
  });
}

/** 现行有效 holds at least what was issued this year and not repealed, and is not negative. */
export function checkInForce({ report }: Subject): Finding[] {
  return linesOf(report, '主动公开').flatMap(({ table, leaf }) => {
    const issued = countOf(table, leaf, 'issued');
    const repealed = countOf(table, leaf, 'repealed');
    const inForce = countOf(table, leaf, 'in-force');
    if (!issued || !repealed || !inForce) return [];
    const least = Math.max(0, issued.value - repealed.value);
    if (inForce.value >= least) return [];
    return [
      finding(
        'plausible/in-force',
        inForce.at,
        {
          line: leaf.line.key,
          reported: inForce.value,
          issued: issued.value,
          repealed: repealed.value,
          least,
          difference: least - inForce.value,
        },
        { values: { reported: inForce.value, computed: least, difference: inForce.value - least } },
      ),
    ];
  });
}

/** Edition 2019: what has been disclosed in all holds what was disclosed this year. */
export function checkDisclosed({ report }: Subject): Finding[] {
  return linesOf(report, '主动公开').flatMap(({ table, leaf }) => {
    const disclosed = countOf(table, leaf, 'disclosed');
    const all = countOf(table, leaf, 'disclosed-in-all');
    if (!disclosed || !all || all.value >= disclosed.value) return [];
    const difference = disclosed.value - all.value;
    return [
      finding(
        'plausible/disclosed',
        all.at,
        { line: leaf.line.key, reported: all.value, disclosed: disclosed.value, difference },
        { values: { reported: all.value, computed: disclosed.value, difference: -difference } },
      ),
    ];
  });
}
