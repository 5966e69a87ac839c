import type { Finding } from '../finding.ts';
import type { ReportDraft } from '../report/draft.ts';

/** How far above the report's folder the files it names may lie. */
export interface ShapeOptions {
  /** Folders above the report's own that `--root` opens; 上年 may always go up one. */
  readonly foldersUp?: number;
}

/** What is wrong with the shape of a report before it is filled: keys, numbers, rows, dates, choices, names of files. */
export const checkShape = (_draft: ReportDraft, _options: ShapeOptions = {}): readonly Finding[] => [];
