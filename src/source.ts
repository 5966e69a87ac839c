import {
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  type Pair,
  parseDocument,
  type Scalar,
  type YAMLError,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';

/** How a scalar was written; `empty` is nothing at all. */
export type Writing = 'empty' | 'plain' | 'single' | 'double' | 'literal' | 'folded';

/** A scalar as typed: never a number, a date or a truth value, only text and where it stands. */
export interface ScalarNode {
  readonly kind: 'scalar';
  readonly start: number;
  readonly end: number;
  readonly writing: Writing;
  /** What YAML makes of it. */
  readonly text: string;
}

export interface ListNode {
  readonly kind: 'list';
  readonly start: number;
  readonly end: number;
  /** Written in brackets. */
  readonly flow: boolean;
  readonly items: readonly YamlNode[];
}

export interface Entry {
  readonly key: ScalarNode;
  readonly value: YamlNode;
}

export interface MapNode {
  readonly kind: 'map';
  readonly start: number;
  readonly end: number;
  readonly flow: boolean;
  /** In the order of the file; a repeated key stands here twice. */
  readonly entries: readonly Entry[];
}

export type YamlNode = ScalarNode | ListNode | MapNode;

/** Something YAML forbids or this program refuses: the name of the fault and where. */
export interface Fault {
  readonly code: YAMLError['code'] | 'ALIAS' | 'COMPLEX_KEY' | 'TOO_DEEP' | 'TOO_MUCH';
  readonly start: number;
  readonly end: number;
  /** The library's own words, which tell faults of one code apart and never reach a reader. */
  readonly message: string;
}

/** A YAML text as a tree of nodes, or the faults because of which there is none. */
export interface Tree {
  readonly root?: YamlNode;
  readonly faults: readonly Fault[];
}

const writings: Readonly<Record<string, Writing>> = {
  QUOTE_SINGLE: 'single',
  QUOTE_DOUBLE: 'double',
  BLOCK_LITERAL: 'literal',
  BLOCK_FOLDED: 'folded',
};

/** Levels of nesting: a report needs six. */
const deepest = 40;

/** Whether brackets or dashes are nested deeper than any report needs, found before the parser recurses over them. */
function nestedTooDeep(text: string): number | undefined {
  let depth = 0;
  for (const match of text.matchAll(/[[{\]}]|^(?: *- ){40}/gm)) {
    const found = match[0];
    if (found.length > 1) return match.index;
    depth = found === '[' || found === '{' ? depth + 1 : Math.max(0, depth - 1);
    if (depth > deepest * 5) return match.index;
  }
  return undefined;
}

/** Marks and lines of a text: a report has some thousands, and the parser takes its time over each. */
const mostMarks = 60_000;

/** Where a text has had more marks than any report. */
function tooMuch(text: string): number | undefined {
  let marks = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (
      code < 0x80 &&
      code !== 0x20 &&
      !(code >= 0x30 && code <= 0x39) &&
      (code < 0x41 || code > 0x5a) &&
      (code < 0x61 || code > 0x7a)
    ) {
      marks += 1;
      if (marks > mostMarks) return at;
    }
  }
  return undefined;
}

/** Reads YAML into nodes that keep their text and offsets; aliases, tags and keys that are not text are faults. */
export function parseTree(text: string): Tree {
  const deep = nestedTooDeep(text);
  if (deep !== undefined) return { faults: [{ code: 'TOO_DEEP', start: deep, end: deep + 1, message: '' }] };
  const much = tooMuch(text);
  if (much !== undefined) return { faults: [{ code: 'TOO_MUCH', start: much, end: much + 1, message: '' }] };
  const document = parseDocument(text, {
    schema: 'failsafe',
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'error',
  });
  const faults: Fault[] = [...document.errors, ...document.warnings].map(({ code, pos: [start, end], message }) => ({
    code,
    start,
    end,
    message,
  }));
  if (faults.length > 0) return { faults };
  const refuse = (code: Fault['code'], start: number, end: number): ScalarNode => {
    faults.push({ code, start, end, message: '' });
    return { kind: 'scalar', start, end, writing: 'plain', text: text.slice(start, end) };
  };
  /** Tags and anchors stand before what they belong to. */
  const refused = ({ tag, anchor }: Scalar | YAMLMap | YAMLSeq, start: number, end: number): ScalarNode | undefined => {
    if (tag !== undefined) return refuse('TAG_RESOLVE_FAILED', Math.max(0, text.lastIndexOf('!', start)), start);
    return anchor === undefined ? undefined : refuse('ALIAS', Math.max(0, text.lastIndexOf('&', start)), end);
  };
  const scalarNode = (scalar: Scalar, fallback: number): ScalarNode => {
    const [start, end] = scalar.range ?? [fallback, fallback];
    const instead = refused(scalar, start, end);
    if (instead) return instead;
    const writing = writings[scalar.type ?? ''] ?? (start === end ? 'empty' : 'plain');
    return { kind: 'scalar', start, end, writing, text: String(scalar.value ?? '') };
  };
  const entryOf = (pair: Pair, depth: number, fallback: number): Entry => {
    const [start, end] = (isNode(pair.key) && pair.key.range) || [fallback, fallback];
    const key = isScalar(pair.key) ? scalarNode(pair.key, fallback) : refuse('COMPLEX_KEY', start, end);
    return { key, value: visit(pair.value, depth + 1, key.end) };
  };
  const visit = (node: unknown, depth: number, fallback: number): YamlNode => {
    if (depth > deepest) return refuse('TOO_DEEP', fallback, fallback);
    if (isScalar(node)) return scalarNode(node, fallback);
    if (isMap(node) || isSeq(node)) {
      const [start, end] = node.range ?? [fallback, fallback];
      const instead = refused(node, start, end);
      if (instead) return instead;
      const place = { start, end, flow: node.flow === true };
      if (isMap(node)) {
        return { kind: 'map', ...place, entries: node.items.map((pair) => entryOf(pair, depth, start)) };
      }
      return { kind: 'list', ...place, items: node.items.map((item) => visit(item, depth + 1, start)) };
    }
    if (isAlias(node)) {
      const [start, end] = node.range ?? [fallback, fallback];
      return refuse('ALIAS', start, end);
    }
    return { kind: 'scalar', start: fallback, end: fallback, writing: 'empty', text: '' };
  };
  const root = visit(document.contents, 0, 0);
  return faults.length > 0 ? { faults } : { root, faults };
}
