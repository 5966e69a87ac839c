import { type Finding, isCellPlace, isTextPlace } from '../finding.ts';

/** A column's letters as a number, so that AA stands behind Z. */
const columnOf = (cell: string): number =>
  [...(/^[A-Z]+/.exec(cell)?.[0] ?? '')].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);

/** Order of findings: the report from top to bottom, then its other files, sheet by sheet, row by row. */
export function byPlace(file: string): (a: Finding, b: Finding) => number {
  const key = ({ at, code }: Finding): readonly (string | number)[] => {
    const own = at.file === file ? 0 : 1;
    if (isTextPlace(at)) return [own, at.file, '', at.start, at.end, code];
    if (isCellPlace(at))
      return [own, at.file, at.sheet, Number(/\d+/.exec(at.cell)?.[0] ?? 0), columnOf(at.cell), code];
    return [own, at.file, '', 0, 0, code];
  };
  return (a, b) => {
    const [left, right] = [key(a), key(b)];
    for (const [at, value] of left.entries()) {
      const other = right[at] ?? 0;
      if (value !== other) return value < other ? -1 : 1;
    }
    return 0;
  };
}
