import type { CellKey } from '../forms/walk.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { CalendarDate, Report } from '../report/report.ts';
import { contentsOf, contentsSheet, type Entry } from './appendix-contents.ts';
import { type AppendixFinding, findingSheet, findingsSheet } from './appendix-findings.ts';
import { itemSheet, itemsSheet } from './appendix-items.ts';
import { type AppendixSheet, address, type DefinedName, type Link } from './appendix-sheet.ts';
import { summaryOf, summarySheet } from './appendix-summary.ts';
import { type TableSheet, tableSheet } from './appendix-table.ts';
import type { Grid } from './grid.ts';

export type { AppendixFinding } from './appendix-findings.ts';

/** Above this many the items are counted but not listed; the ledger keeps no more. */
const mostItems = 50_000;

/** The XLSX appendix as data: what a reviewer checks the report's numbers with. */
export interface Appendix {
  readonly title: string;
  readonly organ: string;
  readonly signedOn: CalendarDate;
  readonly draft: boolean;
  readonly sheets: readonly AppendixSheet[];
  readonly names: readonly DefinedName[];
}

/** What an appendix is made of: the report, its tables as printed, the ledger behind it and what was found. */
export interface AppendixInput {
  readonly report: Report;
  /** 表二, 表三, 表四 and the extension tables in the order of print. */
  readonly grids: readonly Grid[];
  readonly ledger?: Ledger;
  readonly findings: readonly AppendixFinding[];
  readonly draft?: boolean;
}

/** Takes what a name must not be used twice for; capital and small letters are the same. */
class UniqueNames {
  private readonly taken: Set<string>;
  private readonly most: number;

  constructor(taken: readonly string[], most: number) {
    this.taken = new Set(taken.map((name) => name.toLowerCase()));
    this.most = most;
  }

  /** The name itself, cut behind a whole character where it is too long, with a number where it is taken. */
  take(name: string): string {
    for (let count = 1; ; count += 1) {
      const end = count === 1 ? '' : `_${count}`;
      const found = `${name.slice(0, this.most - end.length).replace(/\p{Cs}$/u, '')}${end}`;
      if (this.taken.has(found.toLowerCase())) continue;
      this.taken.add(found.toLowerCase());
      return found;
    }
  }
}

/** Sheets cannot have these characters in their names; their full-width forms look the same. */
const sheetName = (name: string): string => {
  const wide = name
    .replace(/[[\]:*?/\\']/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0))
    .replace(/\p{C}/gu, '')
    .trim();
  if (wide === '') return '附加表';
  // The library for workbooks keeps sheets by their names in an object like any other.
  return wide === '__proto__' ? `表${wide}` : wide;
};

/** The whole workbook: 目录, the tables, the ledger's counts and items, the findings. */
export function appendixOf({ report, grids, ledger, findings, draft = false }: AppendixInput): Appendix {
  const sheetNames = new UniqueNames([contentsSheet, summarySheet, itemsSheet, findingsSheet, 'History'], 31);
  const subtitle = `${report.organ}　${report.year}年`;
  const tables = grids.map((grid) => ({
    grid,
    table: tableSheet(grid, {
      name: sheetNames.take(sheetName(grid.name)),
      title: grid.caption,
      subtitle,
      contents: contentsSheet,
    }),
  }));
  const items = ledger && itemSheet(ledger, mostItems);
  const summary = ledger && summaryOf(ledger, items?.ranges);
  const found = findingSheet(findings, (key) =>
    linkTo(
      tables.map(({ table }) => table),
      key,
    ),
  );
  const entries: readonly Entry[] = [
    ...tables.map(({ grid, table }) => ({ sheet: table.sheet, what: grid.caption })),
    ...(summary ? [{ sheet: summary, what: '台账里的信息按类别、渠道、月份统计' }] : []),
    ...(items ? [{ sheet: items.sheet, what: '台账里计入本年度的信息，一条一行' }] : []),
    { sheet: found, what: `检查发现的问题，共${findings.length}处` },
  ];
  const contents = contentsOf(
    {
      title: report.title,
      organ: report.organ,
      year: report.year,
      signedOn: report.signedOn,
      circular: `${report.edition.circular} ${report.edition.title}`,
      draft,
      notes: ledger ? [] : ['报告没有附台账，所以没有“台账汇总”和“信息条目”。'],
    },
    entries,
  );
  const total = summary
    ? [{ name: '台账_信息总数', sheet: summary.name, row: summary.totalRow, column: summary.totalColumn }]
    : [];
  const definedNames = new UniqueNames([], 250);
  return {
    title: `${report.title}（附表）`,
    organ: report.organ,
    signedOn: report.signedOn,
    draft,
    sheets: [contents, ...entries.map((entry) => entry.sheet)],
    names: [...tables.flatMap(({ table }) => table.names), ...total].map((one) => ({
      ...one,
      // A name must begin with a letter and must not look like a cell.
      name: definedNames.take(/^\p{Script=Han}/u.test(one.name) ? one.name : `表_${one.name}`),
    })),
  };
}

function linkTo(tables: readonly TableSheet[], key: CellKey): Link | undefined {
  for (const { sheet, cells } of tables) {
    const point = cells.get(key);
    if (point) return { sheet: sheet.name, cell: address(point.row, point.column) };
  }
  return undefined;
}
