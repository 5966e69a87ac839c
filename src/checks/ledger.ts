import { type Code, type Finding, finding, type Note, type TextPlace } from '../finding.ts';
import type { Block } from '../forms/form.ts';
import { cellKey, type Leaf, leaves } from '../forms/walk.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Cell, Report, Table } from '../report/report.ts';
import { totalsOf } from '../report/tables.ts';

/** Ranges of cells that a finding lists; the others are counted. */
const shownRanges = 4;

/** Cells that the clerk answers for: typed, or zero by 无 and 其余为零; not what was computed or counted. */
const isStated = (cell: Cell): boolean => cell.origin === 'stated' || cell.origin === 'zero';

function whereNotes(ledger: Ledger, number: string, name: string): readonly Note[] {
  const all = ledger.where(number);
  const notes: Note[] = all.slice(0, shownRanges).map((at) => ({ say: 'where', args: { name }, at }));
  if (all.length > shownRanges) notes.push({ say: 'elsewhere', args: { name, count: all.length - shownRanges } });
  return notes;
}

/** What `台账.总数`, `台账.渠道.政府网站` and `台账.类别.工作信息` mean; undefined where the ledger says nothing of them. */
function counted(
  ledger: Ledger,
  name: string,
): { readonly code: Code; readonly name: string; readonly count: number } | undefined {
  const { items } = ledger;
  const channel = /^台账\.渠道\.(.+)$/u.exec(name)?.[1];
  const category = /^台账\.类别\.(.+)$/u.exec(name)?.[1];
  if (ledger.blank?.has('items')) return undefined;
  if (name === '台账.总数') return { code: 'ledger/total', name: '总数', count: items.total };
  if (channel !== undefined && (items.channels.size > 0 || items.total === 0))
    return { code: 'ledger/channel', name: channel, count: items.channels.get(channel) ?? 0 };
  if (category !== undefined && (items.categories.size > 0 || items.total === 0))
    return { code: 'ledger/category', name: category, count: items.categories.get(category) ?? 0 };
  return undefined;
}

/** Where nothing was counted, the names that the ledger does have. */
function others(ledger: Ledger, code: Code): readonly Note[] {
  const listed = (names: ReadonlyMap<string, number>): string =>
    [...names]
      .slice(0, 10)
      .map(([name, count]) => `${name}${count}`)
      .join('、');
  const { channels, categories } = ledger.items;
  if (code === 'ledger/channel' && channels.size > 0)
    return [{ say: 'channels', args: { channels: listed(channels) } }];
  if (code === 'ledger/category' && categories.size > 0)
    return [{ say: 'categories', args: { categories: listed(categories) } }];
  return [];
}

/** The lines of an extension table that name a count of the ledger. */
function checkExtension(table: Table, ledger: Ledger): readonly Finding[] {
  return leaves(table.form).flatMap((leaf) => {
    const column = leaf.block.columns[0];
    const cell = column && table.cells.get(cellKey(table.form, leaf.path, column));
    const count = leaf.line.counts === undefined ? undefined : counted(ledger, leaf.line.counts);
    if (!cell || !count || !isStated(cell) || typeof cell.value !== 'number' || cell.value === count.count) return [];
    const difference = cell.value - count.count;
    const number = leaf.line.counts?.replace(/^台账\./u, '') ?? '';
    return [
      finding(
        count.code,
        cell.at,
        {
          line: leaf.line.key,
          name: count.name,
          reported: cell.value,
          computed: count.count,
          difference: Math.abs(difference),
        },
        {
          values: { reported: cell.value, computed: count.count, difference },
          notes: count.count === 0 ? others(ledger, count.code) : whereNotes(ledger, number, count.name),
        },
      ),
    ];
  });
}

interface Wrong {
  readonly cell: Cell;
  readonly line: string;
  readonly column: string;
  readonly reported: number;
  readonly computed: number;
}

/** The cells of a line that differ from the ledger, totals apart, whose parts are compared; a blank is compared as 0. */
function wrongCells(table: Table, leaf: Leaf, counts: ReadonlyMap<string, number>): readonly Wrong[] {
  const sums = totalsOf(table.form, 'columns');
  return leaf.block.columns.flatMap((column) => {
    const cell = table.cells.get(cellKey(table.form, leaf.path, column));
    if (!cell || sums.has(column.key) || !isStated(cell) || typeof cell.value === 'string') return [];
    const computed = counts.get([...leaf.path, column.key].join('.')) ?? 0;
    const reported = cell.value ?? 0;
    return reported === computed ? [] : [{ cell, line: leaf.path.join(' · '), column: column.key, reported, computed }];
  });
}

function cellNotes(ledger: Ledger, wrong: readonly Wrong[], withCells: boolean): readonly Note[] {
  return wrong.flatMap(({ cell, line, column, reported, computed }) => {
    const name = `${line} · ${column}`;
    const args = { column: name, reported, computed, difference: Math.abs(reported - computed) };
    return [...(withCells ? [{ say: 'cell', args, at: cell.at }] : []), ...whereNotes(ledger, cell.key, name)];
  });
}

/** One finding for a line, however many of its cells differ. */
function lineFinding(code: Code, table: Table, ledger: Ledger, wrong: readonly Wrong[]): readonly Finding[] {
  const first = wrong[0];
  if (!first) return [];
  const reported = wrong.reduce((sum, each) => sum + each.reported, 0);
  const computed = wrong.reduce((sum, each) => sum + each.computed, 0);
  const args = {
    table: table.form.name,
    line: first.line,
    column: first.column,
    columns: wrong.map(({ column }) => column).join('、'),
    count: wrong.length,
    reported,
    computed,
    difference: Math.abs(reported - computed),
  };
  const several = wrong.length > 1;
  return [
    finding(code, first.cell.at, args, {
      say: several ? 'row' : 'default',
      values: { reported, computed, difference: reported - computed },
      notes: cellNotes(ledger, wrong, several),
    }),
  ];
}

const samePlace = (one: TextPlace, other: TextPlace): boolean => one.start === other.start && one.end === other.end;

/** 无 for a whole table is one statement: where the ledger has rows, it is one finding. */
function stateNone(code: Code, table: Table, ledger: Ledger, wrong: readonly Wrong[]): Finding | undefined {
  const first = wrong[0];
  const stated = [...table.cells.values()].filter((cell) => cell.origin !== 'computed');
  if (!first || !stated.every((cell) => cell.origin === 'zero' && samePlace(cell.at, first.cell.at))) return undefined;
  const parts = wrong.map(({ line, column, computed }) => `${line} · ${column}${computed}`);
  const computed = wrong.reduce((sum, each) => sum + each.computed, 0);
  const shown = wrong.slice(0, shownRanges);
  return finding(
    code,
    first.cell.at,
    { table: table.form.name, parts: `${parts.slice(0, 8).join('、')}${parts.length > 8 ? '……' : ''}` },
    { say: 'none', values: { reported: 0, computed, difference: -computed }, notes: cellNotes(ledger, shown, false) },
  );
}

/** The lines of a statutory table that a kind of sheet stands behind. */
function checkStatutory(
  code: Code,
  table: Table,
  ledger: Ledger,
  sheet: NonNullable<Block['ledger']>,
  counts: ReadonlyMap<string, number>,
): readonly Finding[] {
  // A table without any value is one mistake of its own.
  if ([...table.cells.values()].every((cell) => cell.value === null)) return [];
  const sums = totalsOf(table.form, 'lines');
  const lines = leaves(table.form)
    .filter((leaf) => leaf.block.ledger === sheet && !sums.has(leaf.path[0] ?? ''))
    .map((leaf) => wrongCells(table, leaf, counts));
  const none = stateNone(code, table, ledger, lines.flat());
  return none ? [none] : lines.flatMap((wrong) => lineFinding(code, table, ledger, wrong));
}

/** Whether all rows of a kind of sheet could be sorted: those that could not are missing from the counts, and told already. */
export function isComplete(ledger: Ledger, sheet: NonNullable<Block['ledger']>): boolean {
  const unsorted = ledger.findings.filter(({ code }) => code === 'ledger/unknown-outcome');
  return !unsorted.some(({ say }) =>
    say.startsWith('case-')
      ? sheet === 'cases'
      : say.startsWith('document-')
        ? sheet === 'documents'
        : sheet === 'requests' || (say === 'group' && sheet === 'cases'),
  );
}

/**
 * The numbers that the report states against those that the ledger counts: extension tables, 表三, 表四 and 表二 第（一）项.
 * One wrong line is one finding; totals of it are not reported again. A sheet without any row, as the template leaves it,
 * contradicts nobody who typed the numbers.
 */
export function checkLedger(report: Report, ledger: Ledger): Finding[] {
  const sheets = [
    ['documents', 'ledger/documents', ledger.documents],
    ['requests', 'ledger/requests', ledger.requests],
    ['cases', 'ledger/cases', ledger.cases],
  ] as const;
  const statutory = [...report.tables.values()].flatMap((table) =>
    sheets.flatMap(([sheet, code, counts]) =>
      counts &&
      !ledger.blank?.has(sheet) &&
      isComplete(ledger, sheet) &&
      table.form.blocks.some((block) => block.ledger === sheet)
        ? checkStatutory(code, table, ledger, sheet, counts)
        : [],
    ),
  );
  return [...statutory, ...report.extensions.flatMap((table) => checkExtension(table, ledger))];
}
