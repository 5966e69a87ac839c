import { type Finding, finding } from '../../finding.ts';
import { explainSum } from './explain.ts';
import type { LastYear } from './last-year.ts';
import { markerIn } from './markers.ts';
import { counts, type Part, partOf, sumTo } from './parts.ts';
import type { Group, Statement } from './statements.ts';
import type { Stretch } from './stretch.ts';
import { partsNote } from './sum.ts';
import { isChannel } from './words.ts';

const summing = /^\s*[,、;]?\s*(?:以上|上述|[两三四][者项类])?(?:[共合总]计|共|总[数量])[为是达有]?\s*$/;
const joined = /^\s*(?:、|和|及|与|以及)/;
const besides = /^\s*[,;]/;
/** Whether words make a number the total of those before it; most end otherwise. */
const isSumming = (words: string): boolean => /[计共数量][为是达有]?\s*$/.test(words) && summing.test(words);

/** What is told of a number apart from what it counts; such numbers stand in a row and are no parts of one total. */
const told = /办结|答复|收到|受理|接收|转办|召开|举办|开展|组织|制作|累计|去年|上年(?!结转)|共(?!同|享|资源)/;

/** Numbers in a row longer than this are not read as one sum. */
const longest = 40;

const alike = (part: Statement, total: Statement): boolean =>
  counts(part) &&
  !part.figure.vague &&
  part.line === total.line &&
  part.figure.unit === total.figure.unit &&
  !markerIn(part.gap);

/** The numbers before a total that follows them, in their order: those joined by 、, or else all of a row. */
function partsBefore(statements: readonly Statement[], at: number): readonly Statement[] {
  const total = statements[at];
  let from = at - 1;
  for (; from > 0 && at - from < longest; from -= 1) {
    const [part, earlier] = [statements[from], statements[from - 1]];
    if (!part || !earlier || !total || earlier.sentence !== total.sentence || !alike(earlier, total)) break;
    if (joined.test(part.gap)) continue;
    const chained = at - from > 1;
    if (chained && statements.slice(from + 1, at).every(({ gap }) => joined.test(gap))) break;
    if (!besides.test(part.gap) || told.test(part.clause)) break;
  }
  return statements.slice(from, at);
}

/** Whether some run of numbers that ends before the total makes it, or the total says a number once more. */
function addsUp(statements: readonly Statement[], at: number, total: Statement): boolean {
  let sum = 0;
  let slack = total.figure.tolerance;
  for (let index = at - 1; index >= Math.max(0, at - longest); index -= 1) {
    const part = statements[index];
    if (part?.line !== total.line) return false;
    if (!counts(part)) continue;
    sum += part.figure.value;
    slack += part.figure.tolerance;
    if (Math.abs(sum - total.figure.value) <= slack || part.figure.value === total.figure.value) return true;
  }
  return false;
}

function ofTotal(
  statements: readonly Statement[],
  at: number,
  { place }: Stretch,
  lastYear: LastYear | undefined,
): readonly Finding[] {
  const total = statements[at];
  if (!total || !isSumming(total.gap) || total.figure.vague || !counts(total)) return [];
  const members = partsBefore(statements, at);
  const first = members[0];
  if (!first || members.length < 2 || !members.every((one) => alike(one, total)) || addsUp(statements, at, total))
    return [];
  const parts: readonly Part[] = members.map((statement) => partOf(statement, statement.gap.search(/[^。!?\n]*$/)));
  const sum = sumTo(parts, parts.length);
  const { value, unit, from, to } = total.figure;
  const channels = parts.some(({ label }) => isChannel(label));
  // What went through several channels counts once, so that they may exceed the total.
  if (channels && sum > value) return [];
  const explained = explainSum(parts, value);
  const copied = lastYear?.(total, parts);
  return [
    finding(
      'narrative/sum',
      place(from, to),
      { reported: value, computed: sum, difference: Math.abs(sum - value), unit },
      {
        severity: channels ? 'warning' : 'error',
        say: channels ? 'channels-below' : 'default',
        values: { reported: value, computed: sum, difference: value - sum },
        notes: [partsNote(parts, sum), ...(explained ? [explained] : []), ...(copied ? [copied] : [])],
      },
    ),
  ];
}

function inGroup({ statements }: Group, stretch: Stretch, lastYear: LastYear | undefined): readonly Finding[] {
  return statements.flatMap((statement, at) => [
    ...ofTotal(statements, at, stretch, lastYear),
    ...(statement.inside ? inGroup(statement.inside, stretch, lastYear) : []),
  ]);
}

/** Parts and the total behind them, `A35件、B40件，共计80件`: `narrative/sum`. */
export const checkFollowing = (stretch: Stretch, lastYear?: LastYear): readonly Finding[] =>
  inGroup(stretch.group, stretch, lastYear);
