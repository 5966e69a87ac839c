import {
  COLLECTION_STYLE,
  EVENT_ID,
  type Event,
  getScalarValue,
  type MappingEvent,
  parseEvents,
  SCALAR_STYLE,
  type ScalarEvent,
  type SequenceEvent,
} from 'js-yaml';
import { deepest, type Entry, type ScalarNode, type Writing, withoutBlankEnd, type YamlNode } from './tree.ts';

/**
 * What the two parsers may see differently, and no report needs: tabs, lone carriage returns, byte order marks, escaped
 * line ends, several documents, anchors, aliases and tags.
 */
const unusual = /\r(?!\n)|\\ *$|^(?:%|---|\.\.\.)|(?:^|[\s[{,])[&*!]/m;
/** Without any of these a text cannot be unusual, and to look for them is cheaper than a pattern. */
const suspicious = ['\r', '\\', '%', '---', '...', '&', '*', '!'];
const isUnusual = (text: string): boolean =>
  text.includes('\t') ||
  text.includes('\ufeff') ||
  (suspicious.some((mark) => text.includes(mark)) && unusual.test(text));

/** How long a key may be for every parser. */
const longestKey = 1000;

const writings: readonly Writing[] = ['empty', 'plain', 'single', 'double', 'literal', 'folded'];

/**
 * Reads the YAML that reports are made of, six times as fast as the strict parser and into the same tree. Undefined
 * where anything is unusual or wrong: then the strict parser decides what it is.
 */
export function quickTree(text: string): YamlNode | undefined {
  if (isUnusual(text)) return undefined;
  let events: readonly Event[];
  try {
    events = parseEvents(text, { maxDepth: deepest });
  } catch {
    return undefined;
  }
  return new TreeOfEvents(text, events).root();
}

class TreeOfEvents {
  private readonly text: string;
  private readonly events: readonly Event[];
  /** The next event. */
  private next = 0;
  /** Where what was read last ends. */
  private end = 0;
  /** Whether everything so far was as in most reports. */
  private usual = true;

  constructor(text: string, events: readonly Event[]) {
    this.text = text;
    this.events = events;
  }

  root(): YamlNode | undefined {
    const first = this.take();
    if (first?.type !== EVENT_ID.DOCUMENT || this.events[1]?.type !== EVENT_ID.MAPPING) return undefined;
    const node = this.node();
    const only = this.take()?.type === EVENT_ID.POP && this.next === this.events.length;
    return this.usual && only ? node : undefined;
  }

  private take(): Event | undefined {
    const event = this.events[this.next];
    this.next += 1;
    return event;
  }

  private node(): YamlNode {
    const event = this.take();
    if (event?.type === EVENT_ID.MAPPING) return this.map(event);
    if (event?.type === EVENT_ID.SEQUENCE) return this.list(event);
    if (event?.type === EVENT_ID.SCALAR) return this.scalar(event);
    return this.giveUp();
  }

  private giveUp(): ScalarNode {
    this.usual = false;
    return { kind: 'scalar', start: 0, end: 0, writing: 'empty', text: '' };
  }

  private map(event: MappingEvent): YamlNode {
    const flow = event.style === COLLECTION_STYLE.FLOW;
    const entries: Entry[] = [];
    this.end = event.start;
    while (this.usual && this.events[this.next]?.type !== EVENT_ID.POP) {
      entries.push(this.entry());
      if (!flow) this.endOfLine();
    }
    const { start } = event;
    return { kind: 'map', start, end: this.close(start, flow ? '{' : '', '}'), flow, entries };
  }

  private entry(): Entry {
    const key = this.node();
    if (key.kind !== 'scalar' || key.end - key.start > longestKey) return { key: this.giveUp(), value: this.giveUp() };
    this.end = this.past(' ', key.end);
    if (this.text[this.end] !== ':') this.giveUp();
    this.end += 1;
    const colon = this.end;
    const value = this.isEmpty() ? this.empty() : this.node();
    // The strict parser takes some values below a comment for a key.
    if (value.kind === 'scalar' && this.text.slice(colon, value.start).includes('#')) this.giveUp();
    return { key, value };
  }

  private list(event: SequenceEvent): YamlNode {
    const flow = event.style === COLLECTION_STYLE.FLOW;
    const items: YamlNode[] = [];
    this.end = event.start;
    while (this.usual && this.events[this.next]?.type !== EVENT_ID.POP) {
      items.push(this.isEmpty() ? this.giveUp() : this.node());
      if (!flow) this.endOfLine();
    }
    const { start } = event;
    return { kind: 'list', start, end: this.close(start, flow ? '[' : '', ']'), flow, items };
  }

  /** Behind a value that stands in no brackets its line ends: the library lets `- "a"b: 1` pass. */
  private endOfLine(): void {
    nothing.lastIndex = this.end;
    if (!nothing.test(this.text)) this.giveUp();
  }

  /** Passes the end of a list or map, and its bracket where it has one. */
  private close(start: number, opening: string, closing: string): number {
    this.next += 1;
    if (!opening) return this.end;
    if (this.text[start] !== opening) this.giveUp();
    this.end = Math.max(this.end, start + 1);
    gap.lastIndex = this.end;
    gap.test(this.text);
    this.end = gap.lastIndex;
    if (this.text[this.end] !== closing) this.giveUp();
    this.end += 1;
    return this.end;
  }

  private isEmpty(): boolean {
    const event = this.events[this.next];
    return event?.type === EVENT_ID.SCALAR && event.valueStart < 0;
  }

  /** A value that is not there: it stands behind its colon and a space. */
  private empty(): ScalarNode {
    this.next += 1;
    this.end = this.past(' ', this.end);
    return { kind: 'scalar', start: this.end, end: this.end, writing: 'empty', text: '' };
  }

  private scalar(event: ScalarEvent): ScalarNode {
    const { style, valueStart, valueEnd } = event;
    const quoted = style === SCALAR_STYLE.SINGLE_QUOTED || style === SCALAR_STYLE.DOUBLE_QUOTED ? 1 : 0;
    const block = style === SCALAR_STYLE.LITERAL_BLOCK || style === SCALAR_STYLE.FOLDED_BLOCK;
    const start = block ? this.blockStart(valueStart) : valueStart - quoted;
    this.end = block ? withoutBlankEnd(this.text, start, valueEnd) : valueEnd + quoted;
    // Parsers count the lines of a text that is nothing but blanks in different ways.
    if (this.end < valueStart) this.giveUp();
    const text = getScalarValue(this.text, event);
    return { kind: 'scalar', start, end: this.end, writing: writings[style] ?? 'plain', text };
  }

  /** Where the `|` or `>` above a text stands. */
  private blockStart(valueStart: number): number {
    const inList = this.text[this.end - 1] !== ':';
    const from = inList ? this.text.lastIndexOf('\n', valueStart - 2) + 1 : this.end;
    header.lastIndex = from;
    if (!header.test(this.text)) this.giveUp();
    return header.lastIndex - 1;
  }

  private past(character: string, from: number): number {
    let at = from;
    while (this.text[at] === character) at += 1;
    return at;
  }
}

/** What may stand before a closing bracket. */
const gap = /(?:[ \r\n,]|(?<=[ \n])#.*)*/y;

/** The end of a line, with a comment or without. */
const nothing = / *(?:\r?\n|$|(?<= )#)/y;

/** A line up to the mark of a text; how far its lines are indented, given as a number, parsers understand in different ways. */
const header = / *(?:- +)*[|>](?![-+]?\d)/y;
