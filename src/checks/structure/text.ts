import type { SectionKey } from '../../forms/form.ts';
import type { Body, Passage, Report, SectionBody } from '../../report/report.ts';

/** The paragraphs among paragraphs and pictures. */
export const passagesIn = (bodies: readonly Body[]): readonly Passage[] =>
  bodies.filter((body) => body.kind === 'passage');

/** The paragraphs of a section in order, before and after its table. */
export const sectionPassages = (section: SectionBody): readonly Passage[] =>
  passagesIn([...section.before, ...section.after]);

/** The section with this key. */
export const sectionOf = (report: Report, key: SectionKey): SectionBody | undefined =>
  report.sections.find((section) => section.key === key);

/** All text of a section, a line a paragraph. */
export const sectionText = (section: SectionBody): string =>
  sectionPassages(section)
    .map((passage) => passage.text)
    .join('\n');
