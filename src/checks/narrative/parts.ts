import { type Marker, markerIn } from './markers.ts';
import type { Statement } from './statements.ts';
import { isGrowth, isRest, isVisit, nameOf } from './words.ts';

/** One part of a list with its name. */
export interface Part {
  readonly statement: Statement;
  readonly name: string;
  /** Its own words, marks included. */
  readonly label: string;
}

const longestList = 200;

const starts =
  /[上今全本\d]年|年[内度]|结转|同时|[此另]外|[另还]有|截[至止]|[累合总]计|收到|接[收待]|开[展设]|召开|举办|参[加与]|组织|制作|新建|解决|办理\d|编制|关停|我[局委办镇乡街县市区厅院]|共(?![有享产青]|资源|文化|服务)/;
const otherMatter = /结转|办结|复议|诉讼|起诉|受理|收到/;
const verbs =
  /收到|受理|召开|举办|开展|组织|制作|通过|我[局委办镇乡街县市区厅院]|全[年市县区镇乡]|本[年级局]|共[公发收有受主]|截至|公开了|发布了/;

/** Whether a number can be a part or a total at all. */
export const counts = ({ figure, clause }: Statement): boolean =>
  (figure.measure === 'item' || figure.measure === 'event' || figure.measure === 'none') &&
  !isGrowth(clause) &&
  !isVisit(clause);

const numbered = /^\s*(?:\(?\d{1,2}[).、]|[①-⑳]|[一二三四五六七八九十]{1,2}是)/;
const afterSentence = (gap: string): string => gap.slice(Math.max(gap.lastIndexOf('。'), gap.lastIndexOf('\n')) + 1);

const labelOf = (statement: Statement, from = 0): string => {
  const label = statement.gap.slice(from).trim();
  return nameOf(label) === '' ? statement.tail : label;
};

/** A number as a part; `from` is where its words begin in its gap. */
export const partOf = (statement: Statement, from = 0): Part => {
  const label = labelOf(statement, from);
  return { statement, label, name: nameOf(label) };
};

const sharesTo = (parts: readonly Part[]): number =>
  parts.reduce((sum, { statement }) => sum + (statement.share?.value ?? 0), 0);

/** Whether the list goes on past a sentence's end: numbered parts, parts with shares, or bare names. */
function goesOn(statement: Statement, parts: readonly Part[], opened: string): 'firmly' | 'perhaps' | undefined {
  const text = afterSentence(statement.gap);
  const first = parts[0];
  if (!first) return undefined;
  const numbers = numbered.test(opened) && numbered.test(text);
  if (numbers) return 'firmly';
  if (/\n/.test(statement.gap) && !/[:;,、]\s*\n\s*[^\n]*$/.test(statement.gap)) return undefined;
  if (statement.share && parts.every(({ statement }) => statement.share))
    return sharesTo(parts) < 99 ? 'firmly' : undefined;
  if (starts.test(text) || verbs.test(text) || markerIn(statement.gap)) return undefined;
  const name = nameOf(text);
  return name.length > 0 && name.length <= 14 && first.statement.figure.unit === statement.figure.unit
    ? 'perhaps'
    : undefined;
}

/** The parts behind a total as far as they may go. */
export interface Run {
  readonly parts: Part[];
  /** Where the list may end before its last part, in order. */
  readonly soft: number[];
  readonly next: number;
  readonly text: string;
}

/** Collects the parts from a statement on, up to where they surely end. */
export function runFrom(statements: readonly Statement[], from: number, marker: Marker | undefined): Run {
  const parts: Part[] = [];
  const soft: number[] = [];
  const texts: string[] = [];
  let semicolons = false;
  let opened = '';
  let at = from;
  for (; at < statements.length && parts.length < longestList; at += 1) {
    const statement = statements[at];
    if (!statement) break;
    const first = at === from;
    const gap = first ? statement.gap.slice(marker?.to ?? 0) : statement.gap;
    if (first) opened = gap.replace(/^[\s:,]+/, '');
    else {
      if (/[。!?\n]/.test(gap)) {
        const onward = goesOn(statement, parts, opened);
        if (!onward) break;
        if (onward === 'perhaps') soft.push(parts.length);
      }
      if (markerIn(gap)) break;
      if (gap.includes(';')) {
        if (otherMatter.test(statement.clause) && !parts.some(({ label }) => otherMatter.test(label))) break;
        if (!semicolons && parts.length > 1) soft.push(parts.length);
        if (parts.length <= 1) semicolons = true;
      }
    }
    if (!counts(statement)) {
      if (!first && !isGrowth(statement.clause)) soft.push(parts.length);
      continue;
    }
    const own = first ? gap : afterSentence(gap);
    const last = parts.at(-1);
    if (last && (starts.test(own) || (isRest(last.name) && /公开|发布|推送|通过/.test(own)))) soft.push(parts.length);
    parts.push(partOf(statement, first ? (marker?.to ?? 0) : 0));
    texts.push(first ? own.slice(own.lastIndexOf('…') + 1) : own, statement.tail);
  }
  return {
    parts,
    soft: [...new Set(soft)].filter((end) => end > 0 && end < parts.length),
    next: at,
    text: texts.join(' '),
  };
}

/** Where the list ends: behind 其他…, else before the first place where something else may begin. */
export function endsOf(run: Run): readonly number[] {
  const all = [...run.soft, run.parts.length];
  const resting = all.filter((end) => isRest(run.parts[end - 1]?.name ?? ''));
  return [...new Set([...resting, ...all])];
}

/** Sum of the first parts. */
export const sumTo = (parts: readonly Part[], end: number): number =>
  parts.slice(0, end).reduce((sum, { statement }) => sum + statement.figure.value, 0);
