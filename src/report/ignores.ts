import type { Finding } from '../finding.ts';
import type { Draft } from './draft.ts';
import type { Ignore } from './report.ts';

/** The comments that silence findings. */
export const ignoresOf = (
  _draft: Draft,
): { readonly ignores: readonly Ignore[]; readonly findings: readonly Finding[] } => ({
  ignores: [],
  findings: [],
});
