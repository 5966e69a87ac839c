import { catalogue, type Finding, finding } from '../finding.ts';
import type { AtMost, Bounds, Form, Identity, Modes, Relation } from '../forms/form.ts';
import { type CellKey, cellKey, type Leaf, leaves, leavesOf } from '../forms/walk.ts';
import type { Cell, Report, Table } from '../report/report.ts';
import { blankNotes, blankParts, cellNames, lineName, sideSum, spelled } from './equation-text.ts';
import { culprits, type Equation, residual, type Term } from './equations.ts';
import type { Subject } from './subject.ts';

const count = (cell: Cell | undefined): number => (typeof cell?.value === 'number' ? cell.value : 0);

function terms(table: Table, keys: readonly string[], sign: 1 | -1): readonly Term[] {
  return keys.map((key) => ({ key, sign, value: count(table.cells.get(key)) }));
}

/** The cells on both sides of an identity, for each line or column that it holds in. */
interface Sides {
  readonly of: string;
  readonly left: readonly CellKey[];
  readonly right: readonly CellKey[];
}

function sidesOf(form: Form, { across, left, right }: Identity): readonly Sides[] {
  if (across === 'columns') {
    const keysOf = (leaf: Leaf, names: readonly string[]): readonly CellKey[] =>
      leaf.cells.filter(({ column }) => names.includes(column.key)).map(({ key }) => key);
    return leaves(form).map((leaf) => ({ of: lineName(leaf), left: keysOf(leaf, left), right: keysOf(leaf, right) }));
  }
  return (form.blocks[0]?.columns ?? []).map((column) => {
    const keysOf = (names: readonly string[]): readonly CellKey[] =>
      names.flatMap((name) => leavesOf(form, name)).map((leaf) => cellKey(form, leaf.path, column));
    return { of: column.key, left: keysOf(left), right: keysOf(right) };
  });
}

/** The identities of a form are the same for every report: they are spelled out once. */
const spelledOut = new WeakMap<Form, Map<Identity, readonly Sides[]>>();

function knownSides(form: Form, identity: Identity): readonly Sides[] {
  const known = spelledOut.get(form) ?? new Map<Identity, readonly Sides[]>();
  const sides = known.get(identity) ?? sidesOf(form, identity);
  spelledOut.set(form, known.set(identity, sides));
  return sides;
}

/** An identity with the numbers of a table: one equation a line or a column, left minus right. */
const equationsOf = (table: Table, identity: Identity): readonly Equation[] =>
  knownSides(table.form, identity).map(({ of, left, right }) => ({
    code: identity.code,
    of,
    anchor: (left.length === 1 ? left[0] : right[0]) ?? '',
    terms: [...terms(table, left, 1), ...terms(table, right, -1)],
  }));

const isIdentity = (relation: Relation): relation is Identity => relation.kind === 'identity';

/** Keys of cells that are totals of an identity: a blank one is not compared. */
function totalsOf(equations: readonly Equation[]): ReadonlySet<string> {
  return new Set(equations.filter((equation) => equation.code !== 'requests/balance').map(({ anchor }) => anchor));
}

/**
 * A computed total says nothing of its own: its parts take its place, so that the blame falls on what was typed. So do those
 * of a blank total in the balance, the one relation that the form itself prints; elsewhere a blank total is not compared.
 */
function spellOut(table: Table, equations: readonly Equation[]): readonly Equation[] {
  const totals = totalsOf(equations);
  const isBlank = (key: string): boolean => totals.has(key) && table.cells.get(key)?.value === null;
  const untold = new Map<string, Equation>();
  for (const equation of equations) {
    const { anchor } = equation;
    const silent = table.cells.get(anchor)?.origin === 'computed' || isBlank(anchor);
    if (silent && totals.has(anchor) && !untold.has(anchor)) untold.set(anchor, equation);
  }
  const expand = (term: Term, blanks: boolean): readonly Term[] => {
    const of = blanks || !isBlank(term.key) ? untold.get(term.key) : undefined;
    if (!of) return [term];
    return of.terms.flatMap((part) => (part.key === term.key ? [] : expand({ ...part, sign: term.sign }, blanks)));
  };
  return equations.flatMap((equation) => {
    if (untold.get(equation.anchor) === equation) return [];
    const terms = equation.terms.flatMap((term) => expand(term, equation.code === 'requests/balance'));
    return terms.some(({ key }) => isBlank(key)) ? [] : [{ ...equation, terms }];
  });
}

/** Whether the sides are equal as the report states them, none of them computed. */
function hold(table: Table, { left, right }: Sides): boolean {
  const sum = (keys: readonly CellKey[]): number => {
    let total = 0;
    for (const key of keys) {
      const cell = table.cells.get(key);
      total += cell?.origin === 'computed' ? Number.NaN : count(cell);
    }
    return total;
  };
  return sum(left) === sum(right);
}

/** The identities that are asked for, the one that matters most first: a finding that rests on several bears its code. */
function identitiesOf({ form }: Table, rules: Subject['rules']): readonly Identity[] {
  const rank = ({ code }: Identity): number =>
    ['error', 'warning', 'notice', 'off'].indexOf(rules?.get(code) ?? catalogue[code]);
  return form.relations
    .filter(isIdentity)
    .filter(({ code }) => rules?.get(code) !== 'off')
    .sort((a, b) => rank(a) - rank(b));
}

function checkIdentities(table: Table, rules: Subject['rules']): readonly Finding[] {
  const identities = identitiesOf(table, rules);
  if (identities.every((identity) => knownSides(table.form, identity).every((sides) => hold(table, sides)))) return [];
  const all = identities.flatMap((identity) => equationsOf(table, identity));
  const readable = spellOut(table, all);
  const found = culprits(readable);
  if (found.length === 0) return [];
  const names = cellNames(table.form);
  return found.map(({ cell, equations }) => {
    const first = equations[0];
    if (!first) throw new Error('a culprit without an equation');
    const key = cell ?? first.anchor;
    const stated = table.cells.get(key);
    const own = first.terms.find((term) => term.key === key);
    const reported = own ? own.value : sideSum(first, -1);
    const computed = own ? reported - residual(first) * own.sign : sideSum(first, 1);
    const name = names.get(key) ?? { line: '', column: '' };
    const cellSays = stated?.value === null ? 'blank' : 'cell';
    const sideSays = stated?.origin === 'computed' ? 'computed' : 'default';
    // A computed total that no cell is blamed for stands in no equation: it was not filled in, and only the sides tell.
    const ofCell = equations.length > 1 && own !== undefined;
    const say = ofCell ? cellSays : first.code === 'requests/balance' ? 'sides' : sideSays;
    return finding(
      first.code,
      stated?.at ?? table.at,
      {
        table: table.form.name,
        line: name.line,
        column: name.column,
        of: first.of,
        reported,
        computed,
        difference: Math.abs(reported - computed),
        left: sideSum(first, 1),
        right: sideSum(first, -1),
      },
      {
        say,
        // What is said of a cell every one of its checks can say.
        also: ofCell ? [...new Set(equations.map(({ code }) => code))].filter((code) => code !== first.code) : [],
        values: { reported, computed, difference: reported - computed },
        notes: [
          ...equations.map((equation) => spelled(names, equation)),
          ...blankParts(
            names,
            equations.map(({ terms, ...rest }) => ({ ...rest, terms: terms.filter((term) => term.key !== cell) })),
            (term) => table.cells.get(term)?.value === null,
          ),
        ],
      },
    );
  });
}

/** The only column of an extension table makes the line's key enough to name its cell. */
const cellOf = (table: Table, line: string): Cell | undefined => table.cells.get(`${table.form.key}.${line}`);

function checkAtMost(table: Table, relation: AtMost): readonly Finding[] {
  const part = cellOf(table, relation.part);
  const whole = cellOf(table, relation.whole);
  if (typeof part?.value !== 'number' || typeof whole?.value !== 'number' || part.value <= whole.value) return [];
  return [
    finding(
      relation.code,
      part.at,
      {
        part: relation.part,
        whole: relation.whole,
        reported: part.value,
        computed: whole.value,
      },
      {
        values: { reported: part.value, computed: whole.value, difference: part.value - whole.value },
        notes: [{ say: 'whole', args: { whole: relation.whole, computed: whole.value }, at: whole.at }],
      },
    ),
  ];
}

function checkBounds(table: Table, relation: Bounds): readonly Finding[] {
  const total = cellOf(table, relation.total);
  if (typeof total?.value !== 'number') return [];
  const channels = relation.channels.map((channel) => ({ channel, cell: cellOf(table, channel) }));
  const filled = channels.filter(({ cell }) => typeof cell?.value === 'number');
  const sum = filled.reduce((all, { cell }) => all + count(cell), 0);
  const top = filled.reduce<(typeof filled)[number] | undefined>(
    (best, next) => (best === undefined || count(next.cell) > count(best.cell) ? next : best),
    undefined,
  );
  const parts = filled.map(({ channel, cell }) => `${channel}${count(cell)}`).join(' + ');
  const args = { total: relation.total, reported: total.value, parts };
  if (top?.cell && count(top.cell) > total.value)
    return [
      finding(
        relation.code,
        total.at,
        { ...args, channel: top.channel, computed: count(top.cell) },
        {
          say: 'below',
          values: { reported: total.value, computed: count(top.cell), difference: total.value - count(top.cell) },
          notes: [{ say: 'channel', args: { channel: top.channel, computed: count(top.cell) }, at: top.cell.at }],
        },
      ),
    ];
  if (filled.length === channels.length && total.value > sum)
    return [
      finding(
        relation.code,
        total.at,
        { ...args, computed: sum, difference: total.value - sum },
        { say: 'above', values: { reported: total.value, computed: sum, difference: total.value - sum } },
      ),
    ];
  return [];
}

function checkModes(table: Table, relation: Modes): readonly Finding[] {
  const total = cellOf(table, relation.total);
  const modes = relation.modes.map((mode) => ({ mode, cell: cellOf(table, mode) }));
  const filled = modes.filter(({ cell }) => typeof cell?.value === 'number');
  const blank = modes.filter(({ cell }) => cell?.value === null).map(({ mode }) => mode);
  const sum = filled.reduce((all, { cell }) => all + count(cell), 0);
  const parts = filled.map(({ mode, cell }) => `${mode}${count(cell)}`).join(' + ');
  const name = relation.total;
  if (sum > 0 && count(total) === 0)
    return [finding(relation.code, total?.at ?? table.at, { total: name, parts, computed: sum }, { say: 'none' })];
  if (typeof total?.value !== 'number' || filled.length === 0 || total.value <= sum) return [];
  return [
    finding(
      relation.code,
      total.at,
      { total: name, parts, reported: total.value, computed: sum, difference: total.value - sum },
      {
        say: 'above',
        values: { reported: total.value, computed: sum, difference: total.value - sum },
        notes: blankNotes(blank),
      },
    ),
  ];
}

/**
 * The arithmetic inside one table, derived from its form: sums, the balance printed on 表三, 其中, channels.
 * A blank counts as 0 in a sum; a blank total is not compared. One wrong cell is one finding.
 */
export function checkTable(table: Table, rules?: Subject['rules']): readonly Finding[] {
  return [
    ...checkIdentities(table, rules),
    ...table.form.relations.flatMap((relation) => checkRelation(table, relation)),
  ];
}

function checkRelation(table: Table, relation: Relation): readonly Finding[] {
  switch (relation.kind) {
    case 'at-most':
      return checkAtMost(table, relation);
    case 'bounds':
      return checkBounds(table, relation);
    case 'modes':
      return checkModes(table, relation);
    case 'identity':
    case 'carries':
      return [];
  }
}

/** The arithmetic inside every table of a report. */
export const checkSums = (report: Report, rules?: Subject['rules']): readonly Finding[] =>
  [...report.tables.values(), ...report.extensions].flatMap((table) => checkTable(table, rules));
