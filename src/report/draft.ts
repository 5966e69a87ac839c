import type { Path, TextPlace } from '../finding.ts';
import type { Edition } from '../forms/form.ts';
import type { Entry, MapNode, ScalarNode, YamlNode } from '../source.ts';

export type { Entry, ListNode, MapNode, ScalarNode, YamlNode } from '../source.ts';

/** A file that the report names, relative to the report, with `/` between folders. */
export interface NamedFile {
  readonly path: string;
  readonly at: TextPlace;
}

/** A YAML file as a tree whose scalars are still text: what is known before anything of it is believed. */
export interface Draft {
  readonly file: string;
  /** The decoded text without a byte order mark; all offsets count in it. */
  readonly text: string;
  readonly root: MapNode;
}

/** A draft of a report; year and edition are guesses until its shape has been checked. */
export interface ReportDraft extends Draft {
  readonly year: number;
  readonly edition: Edition;
  readonly ledger?: NamedFile;
  readonly lastYear?: NamedFile;
  /** Files with the definition of an extension table, each once. */
  readonly extensionForms: readonly NamedFile[];
  readonly pictures: readonly NamedFile[];
}

/** The entry of a key; of a repeated key the first. */
export const entryOf = (node: YamlNode | undefined, key: string): Entry | undefined =>
  node?.kind === 'map' ? node.entries.find((entry) => entry.key.text === key) : undefined;

/** The value of a key. */
export const valueAt = (node: YamlNode | undefined, key: string): YamlNode | undefined => entryOf(node, key)?.value;

/** Nothing, `~` or `null`: a value that was left blank. */
export const isBlank = (node: YamlNode | undefined): boolean =>
  node === undefined ||
  (node.kind === 'scalar' &&
    (node.writing === 'empty' || (node.writing === 'plain' && (node.text === '~' || node.text === 'null'))));

/** The text of a scalar that is not blank. */
export const textOf = (node: YamlNode | undefined): string | undefined =>
  node?.kind === 'scalar' && !isBlank(node) ? node.text : undefined;

/** A scalar that is not blank. */
export const scalarOf = (node: YamlNode | undefined): ScalarNode | undefined =>
  node?.kind === 'scalar' && !isBlank(node) ? node : undefined;

/** The range of a node without the white space behind it: a literal text ends before its last line break. */
export function nodePlace(draft: Draft, node: YamlNode, path: Path): TextPlace {
  const { start } = node;
  return { file: draft.file, start, end: start + draft.text.slice(start, node.end).trimEnd().length, path };
}

/** The place of a key or value; where the path goes on beyond the file, the nearest one above it. */
export function placeIn(draft: Draft, path: Path, part: 'key' | 'value' = 'value'): TextPlace {
  let node: YamlNode = draft.root;
  let place: TextPlace = { file: draft.file, start: 0, end: 0, path: [] };
  for (const [depth, step] of path.entries()) {
    const here = path.slice(0, depth + 1);
    const entry: Entry | undefined = typeof step === 'string' ? entryOf(node, step) : undefined;
    const value: YamlNode | undefined =
      entry?.value ?? (node.kind === 'list' && typeof step === 'number' ? node.items[step] : undefined);
    if (!value) return place;
    const last = depth === path.length - 1;
    const keyed = entry && (!last || part === 'key' || value.start === value.end);
    place = nodePlace(draft, keyed ? entry.key : value, here);
    node = value;
  }
  return place;
}

/** Whether the name of an extension table is a file rather than a built-in table. */
export const isFormFile = (name: string): boolean => /\.ya?ml$/i.test(name);
