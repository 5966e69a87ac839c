import type { Path } from '../finding.ts';

/** A path as a clerk reads it: `附加表·第1项·数据`. */
export const pathText = (path: Path): string =>
  path.map((step) => (typeof step === 'number' ? `第${step + 1}项` : step)).join('·');
