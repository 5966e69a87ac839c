/** How much a finding matters: an error stops `build`, a warning asks for a look, a notice only tells. */
export type Severity = 'error' | 'warning' | 'notice';

/**
 * Every check of the catalogue and the severity it has unless a check says otherwise.
 * The sentences stand in `messages/`; the order here is the order of the documentation.
 */
export const catalogue = {
  'yaml/syntax': 'error',
  'yaml/duplicate-key': 'error',
  'yaml/alias': 'error',
  'yaml/encoding': 'error',
  'shape/unknown-key': 'error',
  'shape/missing-key': 'error',
  'shape/unfilled': 'error',
  'shape/type': 'error',
  'shape/number': 'error',
  'shape/negative': 'error',
  'shape/row-length': 'error',
  'shape/date': 'error',
  'shape/choice': 'error',
  'shape/path': 'error',
  'shape/blank-cell': 'warning',
  'value/unknown': 'error',
  'value/no-base': 'error',
  'value/partial': 'warning',
  'ignore/no-reason': 'error',
  'ignore/unused': 'warning',
  'requests/row-total': 'error',
  'requests/settled': 'error',
  'requests/balance': 'error',
  'review/total': 'error',
  'channels/bounds': 'error',
  'channels/of-which': 'error',
  'channels/response': 'warning',
  'extension/total': 'error',
  'carry/requests': 'error',
  'carry/in-force': 'warning',
  'carry/items': 'warning',
  'carry/pending': 'notice',
  'year/edition': 'error',
  'year/period': 'error',
  'year/stray': 'warning',
  'year/basis': 'warning',
  'year/copy': 'notice',
  'date/signed': 'warning',
  'narrative/sum': 'error',
  'narrative/table': 'error',
  'narrative/identity': 'warning',
  'narrative/claim': 'error',
  'narrative/ledger': 'error',
  'narrative/percent': 'warning',
  'narrative/growth': 'warning',
  'narrative/vague': 'notice',
  'narrative/organ': 'warning',
  'ledger/channel': 'error',
  'ledger/category': 'error',
  'ledger/total': 'error',
  'ledger/requests': 'error',
  'ledger/cases': 'error',
  'ledger/documents': 'error',
  'ledger/out-of-year': 'warning',
  'ledger/duplicate': 'warning',
  'ledger/no-date': 'error',
  'ledger/no-title': 'error',
  'ledger/bad-date': 'error',
  'ledger/unknown-outcome': 'error',
  'ledger/subtotal': 'warning',
  'ledger/not-calculated': 'error',
  'ledger/error-cell': 'error',
  'ledger/unknown-sheet': 'notice',
  'ledger/unknown-column': 'notice',
  'ledger/hidden-rows': 'notice',
  'structure/missing-section': 'error',
  'structure/empty-section': 'warning',
  'structure/heading': 'warning',
  'structure/assessment': 'warning',
  'structure/aspects': 'notice',
  'structure/placement': 'notice',
  'structure/fees': 'warning',
  'structure/length': 'notice',
  'structure/leftover': 'error',
  'structure/numbering': 'warning',
  'structure/title': 'warning',
  'plausible/regulations': 'warning',
  'plausible/all-new': 'notice',
  'plausible/fee-unit': 'warning',
  'plausible/processing-fee': 'warning',
  'plausible/procurement': 'warning',
  'plausible/disclosed': 'warning',
  'plausible/in-force': 'error',
  'text/punctuation': 'notice',
  'text/digits': 'notice',
  'text/spaces': 'notice',
  'text/invisible': 'warning',
  'privacy/id-number': 'error',
  'privacy/mobile': 'warning',
  'privacy/bank-card': 'error',
} as const satisfies Record<string, Severity>;

/** The name of a check, `group/name`: a contract that machine formats and `# annrep-ignore` rely on. */
export type Code = keyof typeof catalogue;

/** The way to a value in the YAML report: keys as written, list items by index from 0. */
export type Path = readonly (string | number)[];

/** A range of a text file; `start` and `end` are offsets in UTF-16 units, `end` exclusive. */
export interface TextPlace {
  readonly file: string;
  readonly start: number;
  readonly end: number;
  readonly path: Path;
}

/** A cell (`D17`) or a range (`D17:D20`) of a workbook's sheet. */
export interface CellPlace {
  readonly file: string;
  readonly sheet: string;
  readonly cell: string;
}

/** A file as a whole. */
export interface FilePlace {
  readonly file: string;
}

/** Where a finding points. */
export type Place = TextPlace | CellPlace | FilePlace;

/** What a sentence template is filled with; amounts of money are strings, counts are numbers. */
export type Args = Readonly<Record<string, string | number>>;

/** A further sentence of a finding: with a place it gets a frame of its own, without one it stands below the finding. */
export interface Note {
  readonly say: string;
  readonly args: Args;
  readonly at?: Place;
}

/** Reported, computed and their difference: counts as numbers, money as decimal strings. */
export interface Values {
  readonly reported?: number | string;
  readonly computed?: number | string;
  readonly difference?: number | string;
}

/** One thing found, as data: the sentence is made in `messages/` from `code`, `say` and `args`. */
export interface Finding {
  readonly code: Code;
  /** Further checks that it rests on: who is silent about one of them is not about the others. */
  readonly also?: readonly Code[];
  readonly severity: Severity;
  readonly at: Place;
  /** Which sentence of the code, where it has several. */
  readonly say: string;
  readonly args: Args;
  readonly values?: Values;
  readonly notes: readonly Note[];
}

/** What may be given beside code, place and arguments. */
export interface Extra {
  readonly say?: string;
  readonly also?: readonly Code[];
  readonly severity?: Severity;
  readonly values?: Values;
  readonly notes?: readonly Note[];
}

/** Makes a finding; `extra.say` names the sentence (default `default`), `extra.severity` overrides the catalogue's. */
export function finding(code: Code, at: Place, args: Args = {}, extra: Extra = {}): Finding {
  return {
    code,
    ...(extra.also && extra.also.length > 0 ? { also: extra.also } : {}),
    severity: extra.severity ?? catalogue[code],
    at,
    say: extra.say ?? 'default',
    args,
    ...(extra.values ? { values: extra.values } : {}),
    notes: extra.notes ?? [],
  };
}

/** Whether a place is a range of a text file. */
export const isTextPlace = (place: Place): place is TextPlace => 'start' in place;

/** Whether a place is in a workbook. */
export const isCellPlace = (place: Place): place is CellPlace => 'cell' in place;
