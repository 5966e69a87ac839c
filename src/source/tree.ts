import type { YAMLError } from 'yaml';

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

/** Levels of nesting: a report needs six. */
export const deepest = 40;

/** The end of a text under `|` or `>` without the empty lines behind it, of which every parser counts in others. */
export function withoutBlankEnd(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && ' \r\n'.includes(text.charAt(at - 1))) at -= 1;
  return at;
}
