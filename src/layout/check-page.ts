import { editions } from '../forms/editions.ts';
import type { CellKey } from '../forms/walk.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Cell, Report, Table } from '../report/report.ts';
import { type LedgerCounts, ledgerCounts } from './check-page-ledger.ts';
import type { Grid } from './grid.ts';
import { gridOf } from './tables.ts';

/** Where something was found: a path in a YAML file, a cell of a workbook, or a file. */
interface FoundAt {
  readonly file: string;
  readonly path?: readonly (string | number)[];
  readonly sheet?: string;
}

/** What the page must know of a finding to put it into its place. */
export interface Found {
  readonly code: string;
  readonly at: FoundAt;
  readonly values?: { readonly reported?: number | string };
  readonly notes: readonly { readonly at?: FoundAt }[];
}

/** A number that a finding is about, or with `part` one that enters into it. */
export interface Mark {
  readonly key: CellKey;
  /** Index of the finding. */
  readonly finding: number;
  readonly part: boolean;
}

/** A table with wrong numbers, in the form itself. */
export interface MarkedTable {
  readonly grid: Grid;
  readonly marks: readonly Mark[];
}

/** Findings of one part of a report, or of its ledger. */
export interface FindingGroup {
  readonly kind: 'basics' | 'preamble' | 'section' | 'extensions' | 'files' | 'ledger';
  /** Printed heading of a section with its number; empty for the others. */
  readonly title: string;
  /** Indexes of the findings, in their order. */
  readonly findings: readonly number[];
  readonly tables: readonly MarkedTable[];
}

/** What the page for the clerk shows beside the findings; plain data. */
export interface CheckPage {
  /** Title of the report, where it could be read. */
  readonly title?: string;
  /** In the order of the report, the ledger last; none is empty. */
  readonly groups: readonly FindingGroup[];
  readonly ledger?: LedgerCounts;
}

/** What the page is made of; `report` is absent where the text could not be read as one. */
export interface CheckPageInput {
  readonly file: string;
  readonly report?: Report | undefined;
  readonly ledger?: Ledger | undefined;
  readonly findings: readonly Found[];
}

/** Keys of the groups that are no part of the report: no key of a report begins with a line break. */
const ofFiles = '\nfiles';
const ofLedger = '\nledger';

const joined = (path: readonly (string | number)[]): string => path.join('\n');

/** The cells of a table by the paths that they stand at and below, put together once for all findings. */
const cellsByPath = new WeakMap<Table, ReadonlyMap<string, readonly Cell[]>>();

function pathsOf(table: Table): ReadonlyMap<string, readonly Cell[]> {
  const known = cellsByPath.get(table);
  if (known) return known;
  const paths = new Map<string, Cell[]>();
  for (const cell of table.cells.values())
    for (let length = 2; length <= cell.at.path.length; length += 1) {
      const path = joined(cell.at.path.slice(0, length));
      const cells = paths.get(path);
      if (cells) cells.push(cell);
      else paths.set(path, [cell]);
    }
  cellsByPath.set(table, paths);
  return paths;
}

/** The cells of a table that a place names: one number, or a row where the number itself was not typed. */
function cellsAt(table: Table, at: FoundAt, reported?: number | string): readonly CellKey[] {
  const { file, path = [] } = at;
  // The same path in last year's report is another number.
  if (path.length < 2 || file !== table.at.file) return [];
  const cells = pathsOf(table).get(joined(path)) ?? [];
  const exact = cells.filter((cell) => cell.at.path.length === path.length);
  const below = exact.length > 0 ? exact : cells;
  const columns = Math.max(1, ...table.form.blocks.map((block) => block.columns.length));
  if (below.length > columns) return [];
  const same = below.filter((cell) => cell.value !== null && cell.value === reported);
  return (same.length === 1 ? same : below).map(({ key }) => key);
}

/** The numbers that enter into the same sums as a number that is wrong. */
const partsOf = (grid: Grid, code: string, key: CellKey): readonly CellKey[] =>
  grid.checks
    .filter((check) => check.code === code)
    .map((check) => [...check.left, ...check.right])
    .filter((keys) => keys.includes(key))
    .flat();

function marked(table: Table, report: Report, findings: readonly Found[]): MarkedTable | undefined {
  const grid = gridOf(table, report.style);
  const marks = findings.flatMap((found, finding): readonly Mark[] => {
    const own = cellsAt(table, found.at, found.values?.reported);
    const parts = [
      ...own.flatMap((key) => partsOf(grid, found.code, key)),
      ...found.notes.flatMap(({ at }) => (at ? cellsAt(table, at) : [])),
    ].filter((key) => !own.includes(key));
    return [
      ...own.map((key) => ({ key, finding, part: false })),
      ...[...new Set(parts)].map((key) => ({ key, finding, part: true })),
    ];
  });
  return marks.length > 0 ? { grid, marks } : undefined;
}

/** The part of the report, or the file, that a finding belongs to. */
function groupOf({ at }: Found, { file, report, ledger }: CheckPageInput): string {
  if (at.sheet !== undefined) return ofLedger;
  if (at.file !== file) return at.file === (ledger?.file ?? report?.ledgerPath) ? ofLedger : ofFiles;
  const [root, next] = at.path ?? [];
  return String((root === '章节标题' ? next : root) ?? '');
}

/** Groups findings by the part of the report that they are in, each with its tables that have wrong numbers. */
export function checkPageOf(input: CheckPageInput): CheckPage {
  const { report, ledger, findings } = input;
  const { sections = [] } = report?.edition ?? editions.at(-1) ?? {};
  const headings = new Map(report?.sections.map(({ key, heading }) => [key, heading]));
  const places: readonly { readonly key: string; readonly kind: FindingGroup['kind']; readonly title: string }[] = [
    { key: '', kind: 'basics', title: '' },
    { key: '引言', kind: 'preamble', title: '' },
    ...sections.map(({ key, numeral, heading }) => ({
      key,
      kind: 'section' as const,
      title: `${numeral}、${headings.get(key) ?? heading}`,
    })),
    { key: '附加表', kind: 'extensions', title: '' },
    { key: ofFiles, kind: 'files', title: '' },
    { key: ofLedger, kind: 'ledger', title: '' },
  ];
  const known = new Set(places.map(({ key }) => key));
  const found = findings.map((finding) => groupOf(finding, input));
  const tablesOf = (key: string): readonly MarkedTable[] => {
    if (!report) return [];
    const table = report.tables.get(key);
    const tables = key === '附加表' ? report.extensions : table ? [table] : [];
    return tables.flatMap((one) => marked(one, report, findings) ?? []);
  };
  return {
    ...(report ? { title: report.title } : {}),
    groups: places
      .map(({ key, kind, title }) => ({
        kind,
        title,
        findings: found.flatMap((group, at) => (group === key || (key === '' && !known.has(group)) ? [at] : [])),
        tables: tablesOf(key),
      }))
      .filter((group) => group.findings.length + group.tables.length > 0),
    ...(ledger ? { ledger: ledgerCounts(ledger) } : {}),
  };
}
