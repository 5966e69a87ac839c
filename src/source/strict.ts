import {
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  type Pair,
  parseDocument,
  type Scalar,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import {
  deepest,
  type Entry,
  type Fault,
  type ScalarNode,
  type Tree,
  type Writing,
  withoutBlankEnd,
  type YamlNode,
} from './tree.ts';

const writings: Readonly<Record<string, Writing>> = {
  QUOTE_SINGLE: 'single',
  QUOTE_DOUBLE: 'double',
  BLOCK_LITERAL: 'literal',
  BLOCK_FOLDED: 'folded',
};

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

/** Reads any YAML, and says what is wrong with what is none; aliases, tags and keys that are not text are faults. */
export function strictTree(text: string): Tree {
  const deep = nestedTooDeep(text);
  if (deep !== undefined) return { faults: [{ code: 'TOO_DEEP', start: deep, end: deep + 1, message: '' }] };
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
    if (tag !== undefined) {
      const last = Math.max(0, text.lastIndexOf('!', start));
      const first = text[last - 1] === '!' ? last - 1 : last;
      return refuse('TAG_RESOLVE_FAILED', first, first + text.slice(first, start).trimEnd().length);
    }
    return anchor === undefined ? undefined : refuse('ALIAS', Math.max(0, text.lastIndexOf('&', start)), end);
  };
  const scalarNode = (scalar: Scalar, fallback: number): ScalarNode => {
    const [start, end] = scalar.range ?? [fallback, fallback];
    const instead = refused(scalar, start, end);
    if (instead) return instead;
    const writing = writings[scalar.type ?? ''] ?? (start === end ? 'empty' : 'plain');
    const block = writing === 'literal' || writing === 'folded';
    return {
      kind: 'scalar',
      start,
      end: block ? withoutBlankEnd(text, start, end) : end,
      writing,
      text: String(scalar.value ?? ''),
    };
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
      const flow = node.flow === true;
      if (isMap(node)) {
        const entries = node.items.map((pair) => entryOf(pair, depth, start));
        return { kind: 'map', start, end: flow ? end : (entries.at(-1)?.value.end ?? end), flow, entries };
      }
      const items = node.items.map((item) => visit(item, depth + 1, start));
      return { kind: 'list', start, end: flow ? end : (items.at(-1)?.end ?? end), flow, items };
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
