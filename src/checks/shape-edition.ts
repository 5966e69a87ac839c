import { type Finding, finding } from '../finding.ts';
import { editions } from '../forms/editions.ts';
import type { Edition } from '../forms/form.ts';
import { entryOf, placeIn, type ReportDraft } from '../report/draft.ts';
import { plainValue } from '../report/plain-value.ts';
import { type Mismatch, validateReport } from './validator.ts';

const disclosure = '主动公开';

/** A table filled in by the forms of another edition: one mistake, however many of its keys are strange. */
export interface OtherEdition {
  readonly edition: Edition;
  /** None where the year is not known: then nothing says which edition is due. */
  readonly finding?: Finding;
  /** Whether a mismatch stands in either edition, and so is a slip of its own. */
  remains(mismatch: Mismatch): boolean;
}

const isStrange = ({ instancePath, keyword }: Mismatch): boolean =>
  instancePath.startsWith(`/${disclosure}`) && keyword === 'additionalProperties';

const nameOf = ({ instancePath, keyword, params }: Mismatch): string =>
  [instancePath, keyword, params.additionalProperty ?? params.missingProperty].join(' ');

/** The edition whose keys table 二 has throughout, where they are not those of the report's own. */
export function otherEdition(draft: ReportDraft, mismatches: readonly Mismatch[]): OtherEdition | undefined {
  // A single strange key is a slip of the pen, named as such.
  if (mismatches.filter(isStrange).length < 2) return undefined;
  for (const edition of editions) {
    if (edition.id === draft.edition.id) continue;
    const theirs = validateReport(edition.id, plainValue(draft.root));
    if (theirs.some(isStrange)) continue;
    const names = new Set(theirs.map(nameOf));
    const stated = entryOf(draft.root, '格式') !== undefined;
    const at = stated ? placeIn(draft, ['格式'], 'value') : placeIn(draft, [disclosure], 'key');
    const args = { of: disclosure, used: edition.id, fitting: draft.edition.id, year: draft.year };
    return {
      edition,
      ...(stated || draft.year > 0
        ? { finding: finding('year/edition', at, args, { say: stated ? 'stated' : 'table' }) }
        : {}),
      remains: (mismatch) => names.has(nameOf(mismatch)),
    };
  }
  return undefined;
}
