import { type Finding, finding, isTextPlace, type Path, type TextPlace } from '../finding.ts';
import { editions } from '../forms/editions.ts';
import type { Edition } from '../forms/form.ts';
import { isBlank, nodePlace, placeIn, type ReportDraft, textOf } from '../report/draft.ts';
import { editionDefinition } from '../report/edition-definition.ts';
import { schemaOf } from '../report/edition-schema.ts';
import { bodyOf } from '../report/passages.ts';
import { pathText } from '../report/path-text.ts';
import { plainValue } from '../report/plain-value.ts';
import type { Schema } from '../report/schema.ts';
import { keysOf, type Visited, walkSchema } from '../report/schema-walk.ts';
import { fits } from './fits.ts';
import { pointer } from './pointer.ts';
import { otherEdition } from './shape-edition.ts';
import { missingRows } from './shape-rows.ts';
import { scalarFinding } from './shape-scalars.ts';
import { structureFinding } from './shape-structure.ts';
import { validateReport } from './validator.ts';

/** How far above the report's folder the files it names may lie. */
export interface ShapeOptions {
  /** Folders above the report's own that `--root` opens; 上年 may always go up one. */
  readonly foldersUp?: number;
}

/** More findings than anybody reads at once. */
const most = 100;

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

const visitedBy = (draft: ReportDraft, edition: Edition): readonly Visited[] => {
  const start: Schema = { $ref: `#/definitions/${editionDefinition(edition.id)}` };
  return walkSchema(schemaOf(edition), start, draft.root);
};

const byPointer = (all: readonly Visited[]): ReadonlyMap<string, Visited> =>
  new Map(all.map((visited) => [pointer(visited.path), visited]));

/** The path as findings give it: a number in a row's list is called by its column. */
function namedPath(draft: ReportDraft, path: Path): Path {
  const last = path.at(-1);
  const form = draft.edition.sections.find(({ key }) => key === path[0])?.form;
  const column = typeof last === 'number' && path.length > 1 ? form?.blocks[0]?.columns[last]?.key : undefined;
  return column === undefined ? path : [...path.slice(0, -1), column];
}

function placeOf(draft: ReportDraft, { node, path }: Visited): TextPlace {
  const place = isBlank(node) ? placeIn(draft, path, 'key') : nodePlace(draft, node, path);
  const whole = node.kind === 'map' && !node.flow ? placeIn(draft, path, 'key') : place;
  return { ...whole, path: namedPath(draft, path) };
}

/** What is wrong with the shape of a report before it is filled: keys, numbers, rows, dates, choices, names of files. */
export function checkShape(draft: ReportDraft, options: ShapeOptions = {}): readonly Finding[] {
  const own = visitedBy(draft, draft.edition);
  const mismatches = own.every(fits) ? [] : validateReport(draft.edition.id, plainValue(draft.root));
  const other = otherEdition(draft, mismatches);
  // Numbers stand where the forms have them that the tables were filled in by.
  const all = other ? visitedBy(draft, other.edition) : own;
  // Only a report with mistakes is looked up by pointer, and compared with the other editions.
  const known = once(() => byPointer(all));
  const others = once(() =>
    editions.filter(({ id }) => id !== draft.edition.id).map((edition) => byPointer(visitedBy(draft, edition))),
  );
  const found = new Map<string, Finding>();
  for (const visited of all) {
    const isText = visited.definition === 'body' || visited.definition === 'text';
    const empty = isText && visited.node.kind === 'scalar' && !hasText(draft, visited);
    const wrong = empty
      ? unfilledText(draft, visited.path)
      : scalarFinding(visited, () => placeOf(draft, visited), options);
    if (wrong && found.size < most) found.set(pointer(visited.path), wrong);
  }
  if (other?.finding) found.set('', other.finding);
  for (const mismatch of other ? mismatches.filter(other.remains) : mismatches) {
    const visited = known().get(mismatch.instancePath);
    if (found.size >= most) break;
    if (!visited || mismatch.keyword === 'if') continue;
    const extra = mismatch.params.additionalProperty ?? mismatch.params.missingProperty;
    const name = extra === undefined ? mismatch.instancePath : `${mismatch.instancePath}/${String(extra)}`;
    if (found.has(name)) continue;
    const elsewhere = others().flatMap((other) => keysOf(other.get(mismatch.instancePath)));
    const at = placeOf(draft, visited);
    const wrong = structureFinding(mismatch, { draft, visited, at, of: pathText(at.path), elsewhere });
    if (wrong) found.set(name, wrong);
  }
  const meant = new Set(
    [...found.values()].flatMap(({ at, args }) =>
      isTextPlace(at) && args.nearest !== undefined ? [pointer([...at.path.slice(0, -1), String(args.nearest)])] : [],
    ),
  );
  const rows = (other?.edition ?? draft.edition).sections.flatMap(({ form }) =>
    form ? missingRows(draft, form, meant) : [],
  );
  return [...found.values(), ...rows].sort((a, b) => startOf(a) - startOf(b));
}

function unfilledText(draft: ReportDraft, path: Path): Finding {
  const at = placeIn(draft, path, 'key');
  return finding('shape/unfilled', at, { of: pathText(at.path) });
}

const startOf = ({ at }: Finding): number => (isTextPlace(at) ? at.start : 0);

/** Whether a text has anything to print: lines that only silence findings are not printed. */
const hasText = (draft: ReportDraft, { node, path }: Visited): boolean =>
  // A text that begins with no comment has something to print.
  /^\s*[^\s#]/.test(textOf(node) ?? '') || bodyOf(draft, node, path, (line) => line).length > 0;
