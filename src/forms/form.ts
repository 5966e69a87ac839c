/** What a cell holds: a whole number ≥ 0, a whole number with a sign, or an amount of money (decimal, as typed). */
export type Kind = 'count' | 'signed' | 'money';

/** A column of numbers. `label` is the official print, `\n` where it breaks the line; `span` counts grid columns. */
export interface Column {
  /** Key in the YAML report; empty where a line has one number and no column level (extension tables). */
  readonly key: string;
  readonly id: string;
  readonly label: string;
  readonly kind: Kind;
  readonly span?: number;
  /** Fixed unit of an amount of money. */
  readonly unit?: '万元';
}

/** A line of numbers, or with `lines` a group that has none of its own, or with `unit: '——'` a heading inside an extension table. */
export interface Line {
  /** Key in the YAML report; empty for a line without number. */
  readonly key: string;
  readonly id?: string;
  readonly label: string;
  readonly lines?: readonly Line[];
  /** Extension tables: depth of the label and the printed unit. */
  readonly indent?: number;
  readonly unit?: string;
  /** A value of the ledger that stands behind the number, by the name it has in text: `台账.渠道.政府网站`. */
  readonly counts?: string;
  /** The YAML may name the unit of this line's money (edition 2019, 采购总金额). */
  readonly unitChoice?: readonly string[];
}

/** A part of a table whose lines share their columns. */
export interface Block {
  /** Banner over the part: 第二十条第（一）项. */
  readonly banner?: string;
  /** Heading over the labels: 信息内容. */
  readonly stub?: string;
  readonly columns: readonly Column[];
  readonly lines: readonly Line[];
  /** Which sheet of the ledger stands behind these lines. */
  readonly ledger?: 'requests' | 'cases' | 'documents';
}

/** A printed heading over columns (matrix) or over lines set side by side (band); `of` is the key of what it heads. */
export interface Head {
  readonly label: string;
  readonly of?: string;
  readonly heads?: readonly Head[];
}

/**
 * Σ left = Σ right, for every line (`across: 'columns'`) or every column (`across: 'lines'`).
 * With one name on the left that name is a total and is computed where it is not stated; a group's name means its leaves.
 */
export interface Identity {
  readonly kind: 'identity';
  readonly code: 'requests/row-total' | 'requests/settled' | 'requests/balance' | 'review/total' | 'extension/total';
  readonly across: 'columns' | 'lines';
  readonly left: readonly string[];
  readonly right: readonly string[];
}

/** 其中: a line is at most another. */
export interface AtMost {
  readonly kind: 'at-most';
  readonly code: 'channels/of-which';
  readonly part: string;
  readonly whole: string;
}

/** An item counts once in the total however many channels it went through: max ≤ total ≤ Σ. */
export interface Bounds {
  readonly kind: 'bounds';
  readonly code: 'channels/bounds';
  readonly total: string;
  readonly channels: readonly string[];
}

/** A total that is at most the sum of its modes, and above zero when any mode is. */
export interface Modes {
  readonly kind: 'modes';
  readonly code: 'channels/response';
  readonly total: string;
  readonly modes: readonly string[];
}

/** A number that follows from last year's: `now` = Σ `before` of last year + Σ `plus` − Σ `minus` (lines, or columns of every line). */
export interface Carries {
  readonly kind: 'carries';
  readonly code: 'carry/requests' | 'carry/in-force' | 'carry/items';
  readonly across: 'columns' | 'lines';
  readonly now: string;
  /** Last year's terms. */
  readonly before: readonly string[];
  /** This year's terms to add and to take off. */
  readonly plus?: readonly string[];
  readonly minus?: readonly string[];
}

export type Relation = Identity | AtMost | Bounds | Modes | Carries;

/** A statutory or extension table as data; the schema, sums, print and ledger counts derive from it. */
export interface Form {
  /** Key of the table in the YAML report (statutory), or the name under 附加表. */
  readonly key: string;
  readonly id: string;
  /** 表二, 表三, 表四, or the extension table's name. */
  readonly name: string;
  /** Printed over the table; may be empty. */
  readonly title: string;
  /** How it is printed: parts one under another, lines × columns, lines side by side, or label–unit–number. */
  readonly arrangement: 'blocks' | 'matrix' | 'band' | 'list';
  readonly blocks: readonly Block[];
  /** Text of the label block of a matrix. */
  readonly stub?: string;
  /** Heading lines that hold the groups of a matrix: 三、本年度办理结果. */
  readonly gathers?: { readonly label: string; readonly from: string; readonly to: string };
  readonly heads?: readonly Head[];
  readonly relations: readonly Relation[];
  /** Names for text that stand for several lines: 行政诉讼 = 未经复议直接起诉 + 复议后起诉. */
  readonly sums?: Readonly<Record<string, readonly string[]>>;
  /** Banner rows are shaded. */
  readonly shaded?: boolean;
}

/** Key of a section in the YAML report. */
export type SectionKey = '总体情况' | '主动公开' | '依申请公开' | '复议诉讼' | '问题与改进' | '其他事项';

/** One of the six sections; `heading` without its number. */
export interface Section {
  readonly key: SectionKey;
  readonly numeral: string;
  readonly heading: string;
  readonly form?: Form;
}

/** A circular's set of forms and the report years it holds for. */
export interface Edition {
  readonly id: string;
  readonly circular: string;
  readonly title: string;
  readonly firstYear: number;
  /** From this year on the edition is binding; the years before from `firstYear` it is optional. */
  readonly bindingFrom: number;
  readonly lastYear?: number;
  readonly sections: readonly Section[];
}
