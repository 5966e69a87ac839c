import { type Finding, finding } from '../finding.ts';
import type { Fault } from '../source.ts';

/** The one finding that says why a text cannot be read. */
export const explain = (_text: string, file: string, faults: readonly Fault[]): readonly Finding[] =>
  faults.slice(0, 1).map(({ start, end }) => finding('yaml/syntax', { file, start, end, path: [] }));
