import type { Code } from '../finding.ts';

/** A slip found in the lines of a text, by the name of its sentence. */
export interface LineSlip {
  readonly code: Code;
  readonly say: string;
  readonly found: string;
  readonly start: number;
  readonly end: number;
}

interface Line {
  readonly text: string;
  readonly start: number;
  /** The line follows a text under `|` without being indented as that text is. */
  readonly afterText: boolean;
  /** The line is indented less than the first line of its text, yet more than the text's key. */
  readonly shallower: boolean;
}

/** As much of a line as slips show themselves in. */
const longest = 400;

/** Lines that are not part of a text under `|`, which may hold anything. */
function* outerLines(text: string): Generator<Line> {
  let above: number | undefined;
  let inner: number | undefined;
  let start = 0;
  for (const whole of text.split('\n')) {
    const line = whole.slice(0, longest).replace(/\r$/, '');
    const spaces = line.length - line.replace(/^ +/, '').length;
    const blank = line.trim() === '' && !/^\s*\t/.test(line);
    const shallower = above !== undefined && inner !== undefined && spaces > above && spaces < inner;
    const within = above !== undefined && spaces > above && !shallower;
    if (!blank && within) inner ??= spaces;
    if (!blank && !within) {
      if (!/^\s*#/.test(line)) yield { text: line, start, afterText: above !== undefined, shallower };
      const header = /^( *(?:- +)*)(?:[^\s#|>][^#|>]*)?[:-] +[|>][-+\d]*\s*(?:#.*)?$/.test(line);
      above = header ? (/^ *(?:- +)*/.exec(line)?.[0].replace(/- +$/, '').length ?? 0) : shallower ? above : undefined;
      if (!shallower) inner = undefined;
    }
    start += whole.length + 1;
  }
}

/**
 * What clerks type that YAML cannot read, one pattern a slip; the first group stands before the slip, the second is it.
 * The order is that of preference where one line has several.
 */
const patterns: readonly {
  readonly say: string;
  readonly code?: Code;
  readonly pattern: RegExp;
  readonly afterText?: true;
}[] = [
  { say: 'tab', pattern: /^( *)(\t+)/ },
  { say: 'word-spaces', pattern: /^( *)([\u3000\u00a0\u2000-\u200b\ufeff]+)/ },
  { say: 'curly-quotes', pattern: /^( *(?:- +)?)([“”‘’「『][^“”‘’「」『』:：]{1,40}[“”‘’」』])(?=\s*[:：])/ },
  { say: 'braces', pattern: /^( *(?:- +)?(?:[^\s"'#|>][^"'#|>]{0,60}?[:：] *)?)(\{\{[^{}]{0,60}\}?\}?)/ },
  { say: 'dash', code: 'shape/number', pattern: /^([^"'#|>]{0,300}?(?:: +|[[,{] *))(-)(?=\s*(?:[,\]}#]|$))/ },
  // Before the colons: a sentence that ends as sentences do is no entry, whatever colons it has.
  { say: 'unindented', pattern: /^( *)((?=.{0,400}。\s*$)(?![^\s:]+:(?:\s|$)|- ).{1,20})/, afterText: true },
  {
    say: 'full-width-colon',
    pattern: /^( *(?:- +)?)([^\s:："'#{}[\],|>。，；、-][^:："'#{}[\],|>。，；、]{0,29})(?=：)/,
  },
  { say: 'no-space', pattern: /^( *(?:- +)?)([^\s:："'#{}[\],|>。，；、-][^:："'#{}[\],|>。，；、]{0,29}:)(?=\S)/ },
  {
    say: 'full-width-comma',
    pattern:
      /^([^"'#|>{]{0,100}\{(?:[^"'#{}]{0,300}, *| *)[^\s"'#{}[\],:]{1,30}: +)([^\s"'#{}[\],:，、；]{1,20} *[，、；] *[^\s"'#{}[\],:，、；]{1,30})(?=: )/,
  },
  {
    say: 'comma-left-out',
    pattern:
      /^([^"'#|>{]{0,100}\{(?:[^"'#{}]{0,300}, *| *)[^\s"'#{}[\],:]{1,30}: +)([^\s"'#{}[\],:，、；]{1,20} +[^\s"'#{}[\],:，、；]{1,30})(?=: )/,
  },
  { say: 'full-width-brackets', pattern: /^([^"'#|>]{0,60}[:：] *)([［｛【〔])/ },
  { say: 'unindented', pattern: /^( *)((?![^\s:]+:(?:\s|$)|- ).{1,20})/, afterText: true },
];

/** The slips that the lines of a text show, at most one a line, in the order of the file. */
export function lineSlips(text: string): readonly LineSlip[] {
  const found: LineSlip[] = [];
  for (const line of outerLines(text)) {
    const slip = line.shallower ? deeper(line) : slipOf(line);
    if (slip) found.push(slip);
    if (found.length === 100) break;
  }
  return found;
}

const deeper = ({ text, start }: Line): LineSlip => {
  const indent = text.length - text.trimStart().length;
  return {
    code: 'yaml/syntax',
    say: 'deeper',
    found: text.trim().slice(0, 20),
    start: start + indent,
    end: start + text.length,
  };
};

function slipOf({ text, start, afterText }: Line): LineSlip | undefined {
  for (const { say, code = 'yaml/syntax', pattern, afterText: only } of patterns) {
    if (only && !afterText) continue;
    const match = pattern.exec(text);
    if (!match) continue;
    const [, before = '', slip = ''] = match;
    const from = start + before.length;
    return {
      code,
      say,
      found: slip.trim().replace(/^[“”‘’「『]|[“”‘’」』]$/g, ''),
      start: from,
      end: from + slip.length,
    };
  }
  return undefined;
}
