import { type Finding, finding, type Path, type TextPlace } from '../finding.ts';
import type { MapNode, ScalarNode, YamlNode } from '../source.ts';
import { type Draft, nodePlace } from './draft.ts';

/** More findings than anybody reads at once. */
const most = 100;

/** Slips that YAML reads without complaint as something else, in the order of the file. */
export function slipsOf(draft: Draft): readonly Finding[] {
  const found: Finding[] = [];
  const visit = (node: YamlNode, path: Path): void => {
    if (node.kind === 'scalar' || found.length >= most) return;
    if (node.flow) found.push(...flowSlips(draft, node, path));
    if (node.kind === 'map') {
      found.push(...keySlips(draft, node, path));
      for (const { key, value } of node.entries) visit(value, [...path, key.text]);
    } else for (const [index, item] of node.items.entries()) visit(item, [...path, index]);
  };
  visit(draft.root, []);
  return found.slice(0, most);
}

const curly = /^[“”‘’「」『』]|[“”‘’「」『』]$/;

function keySlips(draft: Draft, { entries, flow }: MapNode, path: Path): readonly Finding[] {
  const first = new Map<string, ScalarNode>();
  return entries.flatMap(({ key, value }) => {
    const here = (): Path => [...path, key.text];
    const at = (): TextPlace => nodePlace(draft, key, here());
    const name = key.text.slice(0, 40);
    const before = first.get(key.text);
    if (before) {
      const notes = [{ say: 'first', args: { name }, at: nodePlace(draft, before, here()) }];
      return [finding('yaml/duplicate-key', at(), { name }, { notes })];
    }
    first.set(key.text, key);
    if (key.writing === 'plain' && curly.test(key.text)) {
      return [finding('yaml/syntax', at(), { found: name.replace(/[“”‘’「」『』]/g, '') }, { say: 'curly-quotes' })];
    }
    if (!flow || value.kind !== 'scalar' || value.writing !== 'empty') return [];
    if (key.text.indexOf('：') > 0) {
      const [before = ''] = key.text.split('：');
      return [finding('yaml/syntax', at(), { found: before }, { say: 'full-width-colon' })];
    }
    const [, joined] = /^(.+[:\s])[\d.]+$/.exec(key.text) ?? [];
    if (joined === undefined) return [];
    const say = joined.endsWith(':') ? 'no-space' : 'no-colon-in-braces';
    return [finding('yaml/syntax', at(), { found: joined.trim() }, { say })];
  });
}

/** What the slips in brackets have in them. */
const slipInBrackets = /[，、；]|\d,\d{3}/;

/** In brackets: a full-width comma that parts nothing, and `1,024`, which is two values. */
function flowSlips(draft: Draft, node: Exclude<YamlNode, ScalarNode>, path: Path): readonly Finding[] {
  if (!slipInBrackets.test(draft.text.slice(node.start, node.end))) return [];
  const values = node.kind === 'list' ? node.items : node.entries.flatMap(({ key, value }) => [key, value]);
  const scalars = values.filter((value): value is ScalarNode => value.kind === 'scalar' && value.writing === 'plain');
  const comma = scalars.find(({ text }) => /^[^“”]*\d\s*[，、；]/.test(text) || /^[，、]/.test(text));
  if (comma)
    return [
      finding(
        'yaml/syntax',
        nodePlace(draft, comma, path),
        { found: comma.text.slice(0, 40) },
        { say: 'full-width-comma' },
      ),
    ];
  const spaced = scalars.some(({ start }) => /, $/.test(draft.text.slice(start - 2, start)));
  const sumsUp = node.kind === 'list' && totalFits(scalars);
  for (const [index, right] of scalars.entries()) {
    const left = scalars[index - 1];
    if (!left || !isSplit(left, right)) continue;
    if (!right.text.startsWith('0') && (node.kind === 'list' ? sumsUp || !spaced : false)) continue;
    const place = { ...nodePlace(draft, left, path), end: right.end };
    return [finding('shape/number', place, { found: draft.text.slice(place.start, place.end) }, { say: 'thousands' })];
  }
  return [];
}

/** Whether two values stand as `1,024` does: nothing between them but the comma, three digits behind it. */
export const isSplit = (left: YamlNode | undefined, right: YamlNode | undefined): boolean =>
  left?.kind === 'scalar' &&
  right?.kind === 'scalar' &&
  right.start === left.end + 1 &&
  /^[+-]?\d{1,3}$/.test(left.text) &&
  /^\d{3}(?:\.\d+)?$/.test(right.text);

/** Whether the last of several numbers is the sum of the others: then they are the numbers that were meant. */
function totalFits(scalars: readonly ScalarNode[]): boolean {
  const numbers = scalars.map(({ text }) => Number(text));
  const total = numbers.pop();
  return total === numbers.reduce((sum, number) => sum + number, 0);
}
