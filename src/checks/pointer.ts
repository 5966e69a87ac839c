import type { Path } from '../finding.ts';

/** A path as one text, as validation errors write it (JSON pointer, RFC 6901). */
export const pointer = (path: Path): string =>
  path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
