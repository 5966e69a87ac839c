import { type Finding, finding, type Path, type TextPlace } from '../finding.ts';
import { linesOf, positionAt } from '../lines.ts';
import type { YamlNode } from '../source.ts';
import type { Draft } from './draft.ts';
import type { Ignore } from './report.ts';

/** Comments that silence findings, and those among them that do not say what or why. */
export interface Ignores {
  readonly ignores: readonly Ignore[];
  readonly findings: readonly Finding[];
}

/** `# annrep-ignore CODE: reason`, alone on its line or behind a value. */
const comment = /(?<=^|\s)#[ \t]*annrep-ignore(?![\w-])[ \t]*([^\s:：]*)[ \t]*[:：]?[ \t]*(.*)$/;

interface Line {
  readonly text: string;
  readonly start: number;
  /** The line is part of a text under `|`. */
  inText: boolean;
  /** Values in quotation marks on this line, in which a comment is none. */
  readonly quoted: { readonly start: number; readonly end: number }[];
  /** What begins first on this line. */
  first?: { readonly start: number; readonly end: number; readonly path: Path };
  /** The next line that is neither empty nor a comment. */
  next?: Line;
}

/** The lines of a draft and what stands on them. */
function linesIn(draft: Draft): readonly Line[] {
  const starts = linesOf(draft.text);
  const lines = starts.starts.map((start, index): Line => {
    const text = draft.text.slice(start, (starts.starts[index + 1] ?? draft.text.length + 1) - 1).replace(/\r$/, '');
    return { text, start, inText: false, quoted: [] };
  });
  const lineAt = (offset: number): number => positionAt(starts, offset).line - 1;
  const begin = (start: number, end: number, path: Path): void => {
    const line = lines[lineAt(start)];
    if (line) line.first ??= { start, end: Math.max(start, end), path };
  };
  const visit = (node: YamlNode, path: Path): void => {
    if (node.kind === 'map') {
      for (const { key, value } of node.entries) {
        begin(key.start, Math.max(key.end, value.end), [...path, key.text]);
        visit(value, [...path, key.text]);
      }
    } else if (node.kind === 'list') {
      for (const [index, item] of node.items.entries()) {
        begin(item.start, item.end, [...path, index]);
        visit(item, [...path, index]);
      }
    } else if (node.writing === 'literal' || node.writing === 'folded') {
      for (let at = lineAt(node.start) + 1; (lines[at]?.start ?? node.end) < node.end; at += 1) {
        const line = lines[at];
        if (line) line.inText = true;
      }
    } else if (node.writing === 'single' || node.writing === 'double') lines[lineAt(node.start)]?.quoted.push(node);
  };
  visit(draft.root, []);
  let next: Line | undefined;
  for (const line of [...lines].reverse()) {
    if (next) line.next = next;
    if (line.text.trim() && !/^\s*#/.test(line.text)) next = line;
  }
  return lines;
}

/**
 * Reads the comments that silence findings. Above a key one holds for that key's whole value, inside a text for the
 * next line, behind a value for its own line, and above 台账 for the findings in the ledger too.
 */
export function ignoresOf(draft: Draft): Ignores {
  if (!draft.text.includes('annrep-ignore')) return { ignores: [], findings: [] };
  const ignores: Ignore[] = [];
  const findings: Finding[] = [];
  for (const line of linesIn(draft)) {
    const match = line.text.includes('annrep-ignore') ? comment.exec(line.text) : null;
    if (!match) continue;
    const from = line.start + match.index;
    const [, code = '', reason = ''] = match;
    const alone = line.text.slice(0, match.index).trim() === '';
    if ((line.inText && !alone) || line.quoted.some(({ start, end }) => start < from && from < end)) continue;
    const at: TextPlace = { file: draft.file, start: from, end: line.start + line.text.trimEnd().length, path: [] };
    if (!code) findings.push(finding('ignore/no-reason', at, {}, { say: 'no-code' }));
    if (code && !reason.trim()) findings.push(finding('ignore/no-reason', at, { code }));
    if (code) ignores.push({ code, reason: reason.trim(), ...held(line, alone), at });
  }
  return { ignores, findings };
}

/** What a comment on a line holds for. */
function held(line: Line, alone: boolean): Pick<Ignore, 'from' | 'to' | 'ledger'> {
  const target = alone ? line.next : line;
  if (!target) return { from: line.start, to: line.start, ledger: false };
  const { first } = target;
  if (!alone || line.inText || !first)
    return { from: target.start, to: target.start + target.text.length, ledger: false };
  return { from: first.start, to: first.end, ledger: first.path.length === 1 && first.path[0] === '台账' };
}
