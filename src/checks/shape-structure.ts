import { type Finding, finding, type Place } from '../finding.ts';
import { editionOfYear } from '../forms/editions.ts';
import type { Block } from '../forms/form.ts';
import type { ListNode, YamlNode } from '../report/draft.ts';
import { entryOf, isBlank, nodePlace, placeIn, type ReportDraft, textOf } from '../report/draft.ts';
import { nearest } from '../report/nearest.ts';
import type { Level } from '../report/report.ts';
import { keysOf, type Visited } from '../report/schema-walk.ts';
import { isSplit } from '../report/slips.ts';
import type { Mismatch } from './validator.ts';

/** What a finding on structure is made from. */
export interface Spot {
  readonly draft: ReportDraft;
  readonly visited: Visited;
  readonly at: Place;
  /** The place in words: `依申请公开·本年新收`. */
  readonly of: string;
  /** Keys that the same mapping may have in another edition. */
  readonly elsewhere: readonly string[];
}

/** The finding that a mismatch with the schema makes; none where another finding says it. */
export function structureFinding(mismatch: Mismatch, spot: Spot): Finding | undefined {
  const { keyword, params } = mismatch;
  const { node } = spot.visited;
  if (keyword === 'additionalProperties') return unknownKey(String(params.additionalProperty), spot);
  if (keyword === 'required') return missingKey(String(params.missingProperty), spot);
  if (isBlank(node) || keyword === 'minLength') return unfilled(spot);
  if (keyword === 'enum') return choice(params.allowedValues, spot);
  if (keyword === 'pattern') return patternFinding(spot);
  if (node.kind === 'list' && (keyword === 'minItems' || keyword === 'maxItems'))
    return rowLength(node, params.limit, spot);
  if (keyword === 'minProperties' || keyword === 'maxProperties') return type('block', spot);
  if (keyword === 'maxLength') return type('too-long', spot);
  return keyword === 'type' ? typeFinding(params.type, spot) : undefined;
}

/** What is not any text is told how it is written. */
const hinted: Readonly<Record<string, 'level' | 'date'>> = { 级别: 'level', 成文日期: 'date' };

/** A section may say 无; the year, the organ, its level and the date cannot. */
function unfilled({ at, of, visited, draft }: Spot): Finding {
  const ofSection = draft.edition.sections.some(({ key }) => key === visited.path[0]);
  const named = visited.path.length === 1 ? hinted[String(visited.path[0])] : undefined;
  return finding('shape/unfilled', at, { of }, { say: ofSection ? 'default' : (named ?? 'item') });
}

const shown = (draft: ReportDraft, node: YamlNode): string => {
  const text = node.kind === 'scalar' ? node.text : (draft.text.slice(node.start, node.end).split('\n')[0] ?? '');
  return text.length > 30 ? `${text.slice(0, 30)}…` : text.trimEnd();
};

const type = (say: string, { draft, at, of, visited }: Spot): Finding =>
  finding('shape/type', at, { of, found: shown(draft, visited.node) }, { say });

const blocksOf = ({ draft, visited: { path } }: Spot): readonly Block[] =>
  draft.edition.sections.find(({ key }) => key === path[0])?.form?.blocks ?? [];

/** A whole table that is a word; 按台账 is a way out only where the ledger counts all of it. */
function tableFinding(spot: Spot): Finding {
  if (spot.visited.path[0] === '附加表') return type('data', spot);
  const blocks = blocksOf(spot);
  return type(blocks.length > 0 && blocks.every(({ ledger }) => ledger) ? 'table-counted' : 'table', spot);
}

/** A row without its columns, the first of which makes the example. */
function columnsFinding(spot: Spot): Finding {
  const row = spot.visited.path[1];
  const column = blocksOf(spot).find(({ lines }) => lines.some(({ key }) => key === row))?.columns[0]?.key ?? '列名';
  const args = { of: spot.of, found: shown(spot.draft, spot.visited.node), column };
  return finding('shape/type', spot.at, args, { say: 'columns' });
}

function typeFinding(expected: unknown, spot: Spot): Finding {
  const { node, definition } = spot.visited;
  const types = Array.isArray(expected) ? expected.map(String) : [String(expected)];
  if (textOf(node) === '按台账') return finding('shape/choice', spot.at, { of: spot.of }, { say: 'by-ledger' });
  if (/^(?:body|optional-body|text|line|path|date)$/.test(definition)) return type('text', spot);
  if (definition.startsWith('group-')) return type('group', spot);
  if (types.includes('array') && types.includes('object')) return type('row', spot);
  if (definition.startsWith('line-row-')) return columnsFinding(spot);
  if (types.includes('string') && types.includes('object')) return tableFinding(spot);
  return type(types.includes('array') ? 'list' : types.includes('object') ? 'mapping' : 'text', spot);
}

function patternFinding(spot: Spot): Finding | undefined {
  const { node, definition, path } = spot.visited;
  const found = shown(spot.draft, node);
  if (definition === 'date') return undefined;
  if (textOf(node) === '按台账') return finding('shape/choice', spot.at, { of: spot.of }, { say: 'by-ledger' });
  if (path.at(-1) === '表') return finding('shape/choice', spot.at, { found }, { say: 'extension' });
  if (definition.startsWith('line-row-')) return columnsFinding(spot);
  return tableFinding(spot);
}

/** How levels are spoken of; the first that fits. */
const spokenLevels: readonly (readonly [RegExp, Level])[] = [
  [/街道|街办/, '街道'],
  [/国务院|国家|中央|部委/, '国务院部门'],
  [/部门|局|委|厅|科|中心|[^街]办/, '部门'],
  [/乡|镇/, '乡镇'],
  [/省|自治区|直辖市/, '省级'],
  [/县|(?<!地)区|旗/, '县级'],
  [/市|州|盟|地区/, '市级'],
];

const levelOf = (found: string): Level | undefined => spokenLevels.find(([words]) => words.test(found))?.[1];

function choice(allowed: unknown, spot: Spot): Finding {
  const {
    at,
    of,
    visited: { node, path },
  } = spot;
  const values = Array.isArray(allowed) ? allowed.map(String) : [];
  const found = shown(spot.draft, node);
  const near = path[0] === '级别' ? (levelOf(found) ?? nearest(found, values)) : nearest(found, values);
  const args = { of, found, choices: values.join('、') };
  if (path[0] === '格式' && /^20\d\d$/.test(found) && node.kind === 'scalar' && !values.includes(found))
    return finding(
      'shape/choice',
      at,
      { ...args, year: spot.draft.year, edition: editionOfYear(spot.draft.year).id },
      { say: 'edition' },
    );
  if (node.kind !== 'scalar') return finding('shape/choice', at, args, { say: 'several' });
  if (node.writing !== 'plain' && values.includes(node.text))
    return finding('shape/choice', at, args, { say: 'quoted' });
  return near === undefined
    ? finding('shape/choice', at, args)
    : finding('shape/choice', at, { ...args, nearest: near }, { say: 'nearest' });
}

function unknownKey(key: string, { draft, visited, of, elsewhere }: Spot): Finding {
  const { path, node } = visited;
  const entry = entryOf(node, key);
  const at = entry ? nodePlace(draft, entry.key, [...path, key]) : placeIn(draft, path, 'key');
  const found = key.length > 30 ? `${key.slice(0, 30)}…` : key;
  const args = { found, edition: draft.edition.id };
  if (!key) return finding('shape/unknown-key', at, args, { say: 'nameless' });
  if (key === '其余为零' && path.length > 1 && draft.edition.sections.some(({ form }) => form?.key === path[0]))
    return finding('shape/unknown-key', at, { ...args, of, table: String(path[0]) }, { say: 'rest' });
  const keys = keysOf(visited);
  const spare = keys.filter((name) => entryOf(node, name) === undefined);
  if (elsewhere.includes(key)) {
    const near = nearest(key, spare);
    return near === undefined
      ? finding('shape/unknown-key', at, args, { say: 'other-edition' })
      : finding('shape/unknown-key', at, { ...args, nearest: near }, { say: 'other-edition-nearest' });
  }
  const near = nearest(key, spare) ?? nearest(key, keys);
  return near === undefined
    ? finding('shape/unknown-key', at, args)
    : finding('shape/unknown-key', at, { ...args, nearest: near }, { say: 'nearest' });
}

function missingKey(key: string, { draft, visited: { path }, of }: Spot): Finding {
  const at = placeIn(draft, path.length > 0 ? path : [draft.root.entries[0]?.key.text ?? ''], 'key');
  return finding('shape/missing-key', { ...at, path }, { names: key, of }, { say: of ? 'default' : 'report' });
}

function rowLength(node: ListNode, limit: unknown, spot: Spot): Finding {
  const { at, of, visited, draft } = spot;
  const [root] = visited.path;
  const form = draft.edition.sections.find(({ key }) => key === root)?.form;
  const columns = form?.blocks[0]?.columns.map((column) => column.key) ?? [];
  const index = node.items.findIndex((item, here) => isSplit(node.items[here - 1], item));
  const split = node.items[index - 1];
  if (index > 0 && split && node.items.length > columns.length - 1) {
    const place = { ...nodePlace(draft, split, visited.path), end: node.items[index]?.end ?? split.end };
    return finding('shape/number', place, { found: draft.text.slice(place.start, place.end) }, { say: 'thousands' });
  }
  const args = {
    of,
    found: node.items.length,
    columns: columns.join('、'),
    whole: columns.length,
    parts: columns.length - 1,
  };
  if (columns.length > 0) return finding('shape/row-length', at, args);
  return finding('shape/row-length', at, { of, found: node.items.length, whole: Number(limit) }, { say: 'other' });
}
