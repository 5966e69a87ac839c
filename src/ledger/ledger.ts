import type { CellPlace, Finding } from '../finding.ts';
import type { Edition } from '../forms/form.ts';

/** One item of information disclosed on the organ's own initiative, however many rows and channels it has. */
export interface Item {
  readonly title: string;
  readonly documentNumber: string;
  readonly category: string;
  /** `2020-01-05`; empty where the ledger has none that can be read. */
  readonly date: string;
  /** Normalised names, first appearance first. */
  readonly channels: readonly string[];
  /** 数量; 1 where the ledger has no such column. */
  readonly quantity: number;
  readonly office: string;
  readonly link: string;
  readonly remark: string;
  /** Where its first row stands. */
  readonly sheet: string;
  readonly row: number;
}

/** Counts over the items of the year; maps are in order of first appearance. */
export interface ItemCounts {
  readonly total: number;
  readonly channels: ReadonlyMap<string, number>;
  readonly categories: ReadonlyMap<string, number>;
  /** January first. */
  readonly months: readonly number[];
  /** Items of a category within one channel, 0 for unknown names. */
  categoryInChannel(category: string, channel: string): number;
  /** Items of a month (1–12) within one channel. */
  monthInChannel(month: number, channel: string): number;
}

/** What was read of a ledger. */
export interface Ledger {
  /** As named in the report. */
  readonly file: string;
  readonly items: ItemCounts;
  /** The items themselves in order of the ledger; absent above 50,000 and where they were only to be counted. */
  readonly entries?: readonly Item[];
  /** 表三 by `予以公开.自然人`, `不予公开.重复申请.商业企业` …, totals left out; absent without such a sheet; 0 where not in the map. */
  readonly requests?: ReadonlyMap<string, number>;
  /** 表四 by `行政复议.结果维持` …, totals left out. */
  readonly cases?: ReadonlyMap<string, number>;
  /** 表二 第（一）项 of edition 2021 by `规章.本年制发件数` …. */
  readonly documents?: ReadonlyMap<string, number>;
  /** Kinds of sheets that are there with no row of their own, as the template leaves them: they count 0 and say nothing. */
  readonly blank?: ReadonlySet<'items' | 'requests' | 'cases' | 'documents'>;
  /**
   * The rows behind a number as ranges of cells (`A2:A176`), by the name the number has:
   * `总数`, `渠道.政府网站`, `类别.工作信息`, `依申请公开.予以公开.自然人`, `复议诉讼.行政复议.结果维持`, `主动公开.规章.本年制发件数`.
   */
  where(name: string): readonly CellPlace[];
  /** What is wrong in the ledger itself (`ledger/*`, `privacy/*`). */
  readonly findings: readonly Finding[];
}

/** What a ledger is read for. */
export interface LedgerOptions {
  /** The name shown in findings. */
  readonly file: string;
  readonly year: number;
  readonly edition: Edition;
  readonly includeOutOfYear?: boolean;
  /** Counts the items and keeps none of them: all that a check needs, in less memory. */
  readonly countOnly?: boolean;
  /** Called now and then with the share of the file that has been read, 0 to 1. */
  readonly progress?: (share: number) => void;
  /** Looks at every text cell that is a title or a remark, for what must not stand there; the place is made when asked for. */
  readonly inspect?: (text: string, place: () => CellPlace) => readonly Finding[];
}

/** A ledger that cannot be read at all; `say` names the sentence of `output/…` that the command prints (exit status 2). */
export class LedgerUnreadable extends Error {
  readonly say:
    | 'missing'
    | 'password'
    | 'not-a-workbook'
    | 'word-document'
    | 'damaged'
    | 'too-large'
    | 'too-slow'
    | 'no-items'
    | 'other-sheets';
  readonly detail: string;
  constructor(say: LedgerUnreadable['say'], detail = '') {
    super(`${say} ${detail}`.trim());
    this.name = 'LedgerUnreadable';
    this.say = say;
    this.detail = detail;
  }
}
