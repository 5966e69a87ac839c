import type { Form } from '../forms/form.ts';
import type { Report } from './report.ts';

/** The counts of a ledger as far as a report is filled from them; maps are in order of first appearance. */
export interface Counted {
  readonly items: {
    readonly total: number;
    readonly channels: ReadonlyMap<string, number>;
    readonly categories: ReadonlyMap<string, number>;
    categoryInChannel(category: string, channel: string): number;
  };
  readonly requests?: ReadonlyMap<string, number>;
  readonly cases?: ReadonlyMap<string, number>;
  readonly documents?: ReadonlyMap<string, number>;
  /** Kinds of sheets that are there with no row of their own. */
  readonly blank?: ReadonlySet<string>;
}

/** What a report is filled from beside its own file. */
export interface Known {
  readonly ledger?: Counted;
  readonly lastYear?: Report;
  /** Tables of the locality by the path that the report names them with. */
  readonly extensionForms: ReadonlyMap<string, Form>;
}
