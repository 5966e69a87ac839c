import { type Finding, finding } from '../finding.ts';
import { linesOf, positionAt } from '../lines.ts';
import type { Fault } from '../source.ts';
import { type LineSlip, lineSlips } from './line-slips.ts';

/** Faults of YAML by the name of our sentence; where one code means several things, the library's words tell them apart. */
const sentences: readonly (readonly [code: Fault['code'], say: string, words?: RegExp])[] = [
  ['TAB_AS_INDENT', 'tab'],
  ['BAD_INDENT', 'unclosed', /Flow/],
  ['BAD_INDENT', 'indent'],
  ['MISSING_CHAR', 'unclosed-quote', /closing/],
  ['MISSING_CHAR', 'deeper', /leading empty lines/],
  ['MISSING_CHAR', 'unclosed', /must end with/],
  ['MISSING_CHAR', 'no-comma', /Missing ,/],
  ['MISSING_CHAR', 'no-colon'],
  ['MULTILINE_IMPLICIT_KEY', 'no-colon'],
  ['KEY_OVER_1024_CHARS', 'no-colon'],
  ['BLOCK_AS_IMPLICIT_KEY', 'colon-in-text'],
  ['BAD_SCALAR_START', 'reserved'],
  ['TAG_RESOLVE_FAILED', 'reserved'],
  ['MULTIPLE_TAGS', 'reserved'],
  ['BAD_COLLECTION_TYPE', 'reserved'],
  ['BAD_DIRECTIVE', 'reserved'],
  ['MULTIPLE_DOCS', 'documents'],
  ['UNEXPECTED_TOKEN', 'after-bar', /Block scalar header/],
  ['UNEXPECTED_TOKEN', 'extra-comma', /Unexpected ,/],
  ['UNEXPECTED_TOKEN', 'stray-bracket', /flow-(?:seq|map)-end/],
  ['BAD_DQ_ESCAPE', 'backslash'],
  ['COMPLEX_KEY', 'complex-key'],
  ['TOO_DEEP', 'too-deep'],
  ['RESOURCE_EXHAUSTION', 'too-deep'],
  ['TOO_MUCH', 'too-much'],
];

const aliases: readonly Fault['code'][] = ['ALIAS', 'BAD_ALIAS', 'ALIAS_PROPS', 'MULTIPLE_ANCHORS', 'BAD_PROP_ORDER'];

/** The one finding that says why a text cannot be read: a slip that its line shows, else what the first fault means. */
export function explain(text: string, file: string, faults: readonly Fault[]): readonly Finding[] {
  const fault = faults.reduce<Fault | undefined>(
    (first, one) => (first && first.start <= one.start ? first : one),
    undefined,
  );
  if (fault && aliases.includes(fault.code)) {
    return [
      finding('yaml/alias', placed(text, file, fault.start, fault.end), {
        found: text.slice(fault.start, fault.end).slice(0, 40),
      }),
    ];
  }
  const refused = fault?.code === 'TOO_DEEP' || fault?.code === 'TOO_MUCH';
  const slip = refused ? undefined : slipAt(text, fault);
  if (slip)
    return [
      finding(
        slip.code,
        { file, start: slip.start, end: slip.end, path: [] },
        { found: slip.found },
        { say: slip.say },
      ),
    ];
  return fault ? [faultFinding(text, file, fault)] : [];
}

/** The slip on the line of the fault, or on the nearest line before or behind it; without a fault the first slip. */
function slipAt(text: string, fault: Fault | undefined): LineSlip | undefined {
  const slips = lineSlips(text);
  if (!fault) return slips[0];
  const lines = linesOf(text);
  const lineOf = (offset: number): number => positionAt(lines, offset).line;
  const at = lineOf(fault.start);
  const near = slips.filter(({ start }) => Math.abs(lineOf(start) - at) <= 2);
  return near.findLast(({ start }) => lineOf(start) <= at) ?? near[0];
}

/** A place inside the text that is at least one character wide and no wider than its line. */
function placed(text: string, file: string, start: number, end: number) {
  const from = Math.min(start, Math.max(0, text.length - 1));
  const stop = text.indexOf('\n', from);
  const line = stop < 0 ? text.length : Math.max(stop, from);
  return { file, start: from, end: Math.min(Math.max(end, from + 1), Math.max(line, from)), path: [] };
}

function faultFinding(text: string, file: string, fault: Fault): Finding {
  const say =
    sentences.find(([code, , words]) => code === fault.code && (words?.test(fault.message) ?? true))?.[1] ?? 'default';
  const start =
    say === 'unclosed'
      ? opening(text, fault.start, '[{')
      : say === 'unclosed-quote'
        ? opening(text, fault.start, '"\'')
        : fault.start;
  const at = placed(text, file, start, say.startsWith('unclosed') ? start + 1 : fault.end);
  const { line } = positionAt(linesOf(text), at.start);
  return finding('yaml/syntax', at, { found: text.slice(at.start, at.end).slice(0, 40), line }, { say });
}

/** The last of some characters before an offset. */
function opening(text: string, before: number, characters: string): number {
  for (let at = before - 1; at >= 0; at -= 1) if (characters.includes(text.charAt(at))) return at;
  return before;
}
