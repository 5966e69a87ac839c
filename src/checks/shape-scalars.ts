import { type Finding, finding, type Path, type Place } from '../finding.ts';
import { isNumber } from '../report/cell.ts';
import type { ScalarNode, YamlNode } from '../report/draft.ts';
import { scalarOf } from '../report/draft.ts';
import type { Visited } from '../report/schema-walk.ts';
import { daysOf } from './calendar.ts';
import { numberSlip } from './number-slips.ts';
import type { ShapeOptions } from './shape.ts';

const numbers = ['count', 'signed', 'money', 'amount', 'length'] as const;

/** What is wrong with a scalar of a definition that asks for a number, a year, a date, the name of a file or yes or no. */
export function scalarFinding(
  { node, path, definition }: Visited,
  at: () => Place,
  options: ShapeOptions,
): Finding | undefined {
  const kind = numbers.find((name) => name === definition);
  if (kind) return numberFinding(node, kind, at) ?? lengthFinding(node, path, at);
  const scalar = scalarOf(node);
  if (!scalar) return undefined;
  if (definition === 'year') return yearFinding(scalar, at);
  if (definition === 'date') return dateFinding(scalar, at);
  if (definition === 'path') return pathFinding(scalar, path, at, options);
  const truth = scalar.writing === 'plain' && (scalar.text === 'true' || scalar.text === 'false');
  if (definition === 'boolean' && !truth)
    return finding('shape/choice', at(), { found: scalar.text }, { say: 'boolean' });
  return undefined;
}

function numberFinding(node: YamlNode, kind: (typeof numbers)[number], at: () => Place): Finding | undefined {
  if (node.kind !== 'scalar') return finding('shape/number', at(), {}, { say: 'several' });
  const scalar = scalarOf(node);
  if (!scalar) return undefined;
  const plain = scalar.writing === 'plain';
  const read = kind === 'amount' || kind === 'length' ? 'money' : kind;
  if (plain && isNumber(read, scalar.text)) return undefined;
  const { code, say, args } = numberSlip(scalar.text.trim(), kind, !plain);
  return finding(code, at(), args, { say });
}

/** Lengths of 版式 with which the 16 point type of the body can be read: the line pitch in points, margins in millimetres. */
const readable: readonly {
  readonly key: string;
  readonly say: string;
  readonly least: number;
  readonly most: number;
}[] = [
  { key: '行距', say: 'pitch', least: 16, most: 60 },
  { key: '页边距', say: 'margin', least: 10, most: 50 },
];

function lengthFinding(node: YamlNode, path: Path, at: () => Place): Finding | undefined {
  const scalar = scalarOf(node);
  const range = path[0] === '版式' ? readable.find(({ key }) => key === path[1]) : undefined;
  if (!scalar || !range) return undefined;
  const { say, least, most } = range;
  if (Number(scalar.text) >= least && Number(scalar.text) <= most) return undefined;
  return finding('shape/number', at(), { found: scalar.text, least, most }, { say });
}

function yearFinding({ text, writing }: ScalarNode, at: () => Place): Finding | undefined {
  if (writing === 'plain' && /^20\d\d$/.test(text)) return undefined;
  const found = text.slice(0, 40);
  const right = /^\D{0,3}(20\d\d)\D{0,3}$/.exec(found.normalize('NFKC'))?.[1];
  return right === undefined
    ? finding('shape/number', at(), { found }, { say: 'year' })
    : finding('shape/number', at(), { found, right }, { say: 'year-spelling' });
}

const dateParts = /^\s*(\d{4})\s*[-/.．年—－]\s*(\d{1,2})\s*[-/.．月—－]\s*(\d{1,2})\s*日?\s*$/;

/** A date is written `2021-01-25` and is a day of the calendar; of another spelling that can be read the right one is shown. */
function dateFinding({ text }: ScalarNode, at: () => Place): Finding | undefined {
  const parts = dateParts.exec(text.slice(0, 40).normalize('NFKC'));
  const [year, month, day] = (parts ?? []).slice(1).map(Number);
  const found = text.slice(0, 40);
  if (year === undefined || month === undefined || day === undefined) return finding('shape/date', at(), { found });
  if (month < 1 || month > 12 || day < 1 || day > daysOf(year, month)) {
    return finding('shape/date', at(), { found, year, month, day }, { say: 'calendar' });
  }
  const right = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return right === text ? undefined : finding('shape/date', at(), { found, right }, { say: 'spelling' });
}

/** Files lie in the report's folder or below it; last year's report may lie beside that folder (one level up). */
function pathFinding({ text }: ScalarNode, path: Path, at: () => Place, options: ShapeOptions): Finding | undefined {
  const say = pathSlip(text, Math.max(options.foldersUp ?? 0, path[0] === '上年' ? 1 : 0));
  return say === undefined ? undefined : finding('shape/path', at(), { found: text.slice(0, 100) }, { say });
}

function pathSlip(text: string, foldersUp: number): string | undefined {
  if (text.includes('://') && /^[a-z][a-z\d+.-]+:\/\//i.test(text)) return 'address';
  if (/^[/\\~]|^[a-z]:/i.test(text)) return 'absolute';
  // The control characters, \p{Cc}, which costs more to look up than all else that is looked at here.
  if (/[^ -~\u00a0-\uffff]/.test(text)) return 'characters';
  let depth = 0;
  for (const step of text.split(/[/\\]/)) {
    if (step === '..') depth -= 1;
    else if (step !== '.' && step !== '') depth += 1;
    if (depth < -foldersUp) return 'outside';
  }
  return undefined;
}
