import { type Finding, isTextPlace, type Note, type Path } from '../finding.ts';
import { leavesOf } from '../forms/walk.ts';
import type { Report } from '../report/report.ts';

/** `{{…}}` in the file, as typed. */
interface Use {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

const arithmetic = /^(?:requests|review)\//;

/** Uses told of with one finding; more would only repeat it. */
const most = 3;

const usesIn = (text: string): readonly Use[] =>
  [...text.matchAll(/\{\{\s{0,4}([^{}\n]{1,100}?)\s{0,4}\}\}/g)].map((match) => ({
    name: match[1] ?? '',
    start: match.index,
    end: match.index + match[0].length,
  }));

/** Whether a name means the cell of this path: the cell itself, or a group that it is a part of. */
function means(name: string, path: Path, report: Report): boolean {
  const keys = path.map(String);
  if (name === keys.join('.')) return true;
  const [table = '', ...rest] = name.split('.');
  const form = report.tables.get(table)?.form;
  if (!form || table !== keys[0] || rest.at(-1) !== keys.at(-1)) return false;
  const line = keys.slice(1, -1).join('.');
  return leavesOf(form, rest.slice(0, -1).join('.')).some((leaf) => leaf.path.join('.') === line);
}

/** Says of each finding on a table's sums where the text takes the number that is in doubt. */
export function tellDependents(findings: readonly Finding[], report: Report, text: string): readonly Finding[] {
  const uses = usesIn(text);
  if (uses.length === 0) return findings;
  return findings.map((found) => {
    const { at } = found;
    if (!arithmetic.test(found.code) || !isTextPlace(at) || at.file !== report.file) return found;
    const dependents = uses.filter(({ name }) => means(name, at.path, report)).slice(0, most);
    const notes = dependents.map(
      ({ name, start, end }): Note => ({ say: 'used', args: { name }, at: { file: at.file, start, end, path: [] } }),
    );
    return notes.length === 0 ? found : { ...found, notes: [...found.notes, ...notes] };
  });
}
