import { type Finding, finding, type Note } from '../../finding.ts';
import type { Carries, Form } from '../../forms/form.ts';
import { type Leaf, leaves } from '../../forms/walk.ts';
import type { Table } from '../../report/report.ts';
import { totalsOf } from '../../report/tables.ts';
import { type CountCell, countOf } from '../cells.ts';
import type { Subject } from '../subject.ts';

interface Pair {
  readonly table: Table;
  readonly old: Table;
}

/** The column that is the sum of the others, where the form says so. */
const totalColumn = (form: Form): string | undefined => [...totalsOf(form, 'columns').keys()][0];

/** The line of another edition's form that is this one: the same key, or the same id where the circular renamed it. */
const sameLine = (form: Form, leaf: Leaf): Leaf | undefined =>
  leaves(form).find((other) => other.path.join('.') === leaf.path.join('.')) ??
  leaves(form).find((other) => leaf.line.id !== undefined && other.line.id === leaf.line.id);

const lineNamed = (form: Form, name: string): Leaf | undefined =>
  leaves(form).find((leaf) => leaf.path.join('.') === name);

const sum = (cells: readonly CountCell[]): number => cells.reduce((total, cell) => total + cell.value, 0);

const readable = (cells: readonly (CountCell | undefined)[]): readonly CountCell[] | undefined => {
  const found = cells.filter((cell) => cell !== undefined);
  return found.length === cells.length ? found : undefined;
};

/** A line that continues a line of last year, column by column: one finding, at the total where that differs. */
function acrossLines({ table, old }: Pair, relation: Carries): Finding[] {
  const now = lineNamed(table.form, relation.now);
  const before = relation.before.map((name) => lineNamed(old.form, name));
  if (!now || before.some((leaf) => leaf === undefined)) return [];
  const total = totalColumn(table.form);
  const differing = now.block.columns.flatMap((column) => {
    const cell = countOf(table, now, column.key);
    const parts = readable(
      before.map((leaf) => leaf && (countOf(old, leaf, column.key) ?? countOf(old, leaf, column.id))),
    );
    if (!cell || !parts) return [];
    const expected = sum(parts);
    return cell.value === expected ? [] : [{ column, cell, expected, from: parts[0] }];
  });
  const wrongTotal = differing.find(({ column }) => column.key === total);
  const shown = wrongTotal ?? differing[0];
  if (!shown) return [];
  const notes: Note[] = differing
    .filter(({ column }) => column.key !== total)
    .map(({ column, cell, expected }) => ({
      say: 'column',
      args: { column: column.key, reported: cell.value, expected },
      at: cell.at,
    }));
  if (shown.from)
    notes.unshift({
      say: 'before',
      args: { line: relation.before.join('＋'), value: shown.expected },
      at: shown.from.at,
    });
  return [
    finding(
      relation.code,
      shown.cell.at,
      {
        line: relation.now,
        before: relation.before.join('＋'),
        column: shown.column.key,
        reported: shown.cell.value,
        expected: shown.expected,
        difference: Math.abs(shown.cell.value - shown.expected),
        columns: differing.map(({ column }) => column.key).join('、'),
      },
      {
        say: wrongTotal ? 'total' : 'columns',
        severity: wrongTotal ? 'error' : 'warning',
        values: { reported: shown.cell.value, computed: shown.expected, difference: shown.cell.value - shown.expected },
        notes,
      },
    ),
  ];
}

/** A column that continues last year's columns, line by line. */
function acrossColumns({ table, old }: Pair, relation: Carries): Finding[] {
  return leaves(table.form).flatMap((leaf) => {
    const then = sameLine(old.form, leaf);
    const reported = countOf(table, leaf, relation.now);
    if (!then || !reported) return [];
    const before = readable(relation.before.map((column) => countOf(old, then, column)));
    const plus = readable((relation.plus ?? []).map((column) => countOf(table, leaf, column)));
    const minus = readable((relation.minus ?? []).map((column) => countOf(table, leaf, column)));
    if (!before || !plus || !minus) return [];
    const expected = sum(before) + sum(plus) - sum(minus);
    if (reported.value === expected) return [];
    const terms = [
      ...relation.before.map((column, index) => ({ column, sign: '+', year: 'last', cell: before[index] })),
      ...(relation.plus ?? []).map((column, index) => ({ column, sign: '+', year: 'this', cell: plus[index] })),
      ...(relation.minus ?? []).map((column, index) => ({ column, sign: '-', year: 'this', cell: minus[index] })),
    ];
    const parts = terms.map(({ sign, year, column, cell }, index) => {
      const operator = index === 0 ? '' : sign === '+' ? ' + ' : ' - ';
      const value = cell?.value ?? 0;
      return `${operator}${year === 'last' ? '上年' : '本年'}“${column}”${value < 0 ? `(${value})` : value}`;
    });
    const from = before[0];
    return [
      finding(
        relation.code,
        reported.at,
        {
          line: leaf.line.key,
          column: relation.now,
          reported: reported.value,
          expected,
          difference: Math.abs(reported.value - expected),
          parts: parts.join(''),
        },
        {
          values: { reported: reported.value, computed: expected, difference: reported.value - expected },
          ...(from
            ? {
                notes: [
                  {
                    say: 'before',
                    args: { line: leaf.line.key, column: relation.before[0] ?? '', value: from.value },
                    at: from.at,
                  },
                ],
              }
            : {}),
        },
      ),
    ];
  });
}

/**
 * What the form says is carried over from last year, as its `carries` relations state it, across editions too;
 * where last year's edition had no such column, nothing is said. Blanks are skipped.
 */
export function checkCarry({ report, lastYear }: Subject): Finding[] {
  if (!lastYear || lastYear.year !== report.year - 1) return [];
  const older = [...lastYear.tables.values(), ...lastYear.extensions];
  return [...report.tables.values(), ...report.extensions].flatMap((table) => {
    const old = older.find((candidate) => candidate.form.key === table.form.key);
    if (!old) return [];
    return table.form.relations.flatMap((relation) => {
      if (relation.kind !== 'carries') return [];
      return relation.across === 'lines'
        ? acrossLines({ table, old }, relation)
        : acrossColumns({ table, old }, relation);
    });
  });
}
