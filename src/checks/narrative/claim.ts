import { type Finding, finding, type Severity } from '../../finding.ts';
import type { Report } from '../../report/report.ts';
import type { Subject } from '../subject.ts';
import { denialsIn, lawsuits, ofCases, ofRequests, type Zero } from './denials.ts';
import { meantBy } from './meant.ts';
import { amountOf } from './money.ts';
import { isOfOtherYear, scopeOfWords } from './scope.ts';
import type { Stretch } from './stretch.ts';

interface Claim {
  readonly say: 'none' | 'settled' | 'upheld';
  /** What the text says, and where in its sentence. */
  readonly text: string;
  readonly at: number;
  readonly zeros: readonly Zero[];
}

const noRequest =
  /(?:[未没]有?(?:收到|接到|受理|接收)[^,。;!?]{0,30}?|(?<![有毫])无(?:政府信息)?)(?:依申请公开|信息公开(?:的)?申请|公开申请|申请公开|(?<=的)申请|信息申请)/g;
/** 公民、法人和其他组织 are all applicants. */
const anyone = /(?:公民|自然人)(?:个人)?[、和或,]?(?:企业)?法人(?:或者|以及|[、和或及])其[他它]组织/;
const someRequests =
  /复议|诉讼|投诉|收费|逾期|超期|补正|费用|不合理|重复|结转|遗留|许可|平台|网站|信函|邮件|当面|邮寄|网络|网上|现场|传真|反复|第三方|法人|企业|自然人|公民的|不予|[一二三四]季度|月/;
const noRefusal = /(?:(?<![毫])无(?!法)|没有|未)(?:出现|发生|存在|有)?[^,。;应]{0,4}不予公开/g;
const noReview =
  /(?:(?<![毫须])无(?![须需法效理论正])|没有|未(?!经|能|按|予|及))(?:发生|产生|出现|收到|接到|被|有)?[^,。;]{0,40}?(?:行政复议|行政诉讼|复议|诉讼)[^,。;]{0,30}/g;
const corrected = /纠错|纠正|败诉|撤销|责令|变更|违法|超期|不服|胜诉|维持|上诉|再审|未经复议|申请复议的权利/;
const allSettled =
  /(?:全部|全都|均已?|皆已?|都已?|已全部|已均)(?:[^,。;结未]{0,12})(?:办结|办理完[毕成])|(?<![期时限定])(?:办结|答复)率[^,。;\d]{0,4}100%/g;
const upheld =
  /(?:均|全部|全)(?:被|获|获得|得到|予以|为|是|依法)?(?:复议机关|法院)?(?:结果)?维持|维持率[^,。;\d]{0,4}100%|零(?:败诉|纠错)|(?:无|没有)(?:一[件起例])?败诉/g;
const concluded = /(?:[均皆都]已?|全部|全都)[^,。;结未]{0,6}(?:审结|结案|审理完[毕结])/g;
const stillOpen = /结转(?:至|到)?(?:下|次|20)|顺延|正在办理|尚在|未到期|到期|应办|应答复|复议|诉讼/;
const otherCases = /热线|提案|议案|建议|留言|信箱|来信|投诉|工单|咨询|信访|许可|督办/;

/** As far back as what a claim is about, its year and its range are looked for. */
const longestLead = 300;

/** Every claim has one of these; most sentences have none. */
const claiming = /[无没未全均都皆零率]|不[涉存]/;

/** The claims of the sentence of a text that begins at an offset. */
function claimsIn(sentence: string, text: string, from: number): readonly Claim[] {
  if (!claiming.test(sentence)) return [];
  const found: Claim[] = [];
  const add = (match: RegExpExecArray, say: Claim['say'], zeros: readonly Zero[]): void => {
    found.push({ say, text: match[0].trim(), at: match.index, zeros });
  };
  // Where words first stand is looked for once a sentence, which may be as long as the report and full of claims.
  const first = (words: RegExp): number => words.exec(sentence)?.index ?? Number.POSITIVE_INFINITY;
  const request = first(/申请/);
  if (request < sentence.length && /[未没无]/.test(sentence))
    for (const match of sentence.matchAll(noRequest)) {
      if (!someRequests.test(match[0].replace('未受理', '').replace(anyone, '')))
        add(match, 'none', [ofRequests('本年新收')]);
    }
  const denials = denialsIn(sentence);
  for (const denial of denials) found.push({ say: 'none', ...denial });
  if (sentence.includes('不予公开')) {
    // Where words stand between, as in 没有一件申请被不予公开, it is read here; what is read already stands perhaps in a row.
    const told = new Set(denials.map(({ at }) => at));
    for (const match of sentence.matchAll(noRefusal))
      if (!told.has(match.index)) add(match, 'none', [ofRequests('不予公开')]);
  }
  const [review, lawsuit] = [first(/复议/), first(/诉讼|起诉/)];
  const ofReview = Math.min(review, lawsuit) < sentence.length;
  if (ofReview)
    for (const match of sentence.matchAll(noReview)) {
      if (corrected.test(match[0]) || /\d/.test(match[0])) continue;
      const lines = [
        ...(match[0].includes('复议') ? ['行政复议'] : []),
        ...(match[0].includes('诉讼') ? lawsuits : []),
      ];
      add(match, 'none', ofCases(lines, ['总计']));
    }
  const near = text.slice(Math.max(0, from - longestLead), from);
  const paragraph = near.slice(near.lastIndexOf('\n') + 1);
  // An office of justice concludes reviews of all kinds, and not those against itself.
  if (ofReview && /审结|结案|审理完/.test(sentence) && /信息公开|依申请|政务公开/.test(`${paragraph}${sentence}`))
    for (const match of sentence.matchAll(concluded)) {
      const lines = [...(review < match.index ? ['行政复议'] : []), ...(lawsuit < match.index ? lawsuits : [])];
      add(match, 'none', ofCases(lines, ['尚未审结']));
    }
  if (
    /[均皆都率]|全部/.test(sentence) &&
    /办结|办理完|答复率/.test(sentence) &&
    !stillOpen.test(sentence) &&
    !otherCases.test(sentence)
  ) {
    const aboutRequests = /信息公开申请|依申请公开/.test(paragraph);
    for (const match of sentence.matchAll(allSettled))
      if (aboutRequests || request + 2 <= match.index) add(match, 'settled', [ofRequests('结转下年度')]);
  }
  if (/维持|败诉|纠错/.test(sentence))
    for (const match of sentence.matchAll(upheld)) {
      const [corrections, defeats] = [match[0].includes('纠错'), match[0].includes('败诉')];
      if (!ofReview && !defeats && !corrections) continue;
      const end = match.index + match[0].length;
      const lines = [
        ...(review + 2 <= end || corrections ? ['行政复议'] : []),
        ...(lawsuit + 2 <= end || defeats ? lawsuits : []),
      ];
      const columns = corrections ? ['结果纠正'] : ['结果纠正', '其他结果', '尚未审结'];
      add(match, 'upheld', ofCases(defeats ? lawsuits : lines, columns));
    }
  return found;
}

const tableNames = { 主动公开: '表二', 依申请公开: '表三', 复议诉讼: '表四' } as const;

/** A cell that a claim says is zero, by its name, with what stands in it. */
interface Held {
  readonly table: Zero['table'];
  readonly name: string;
  readonly value: number | string;
}

/** What stands in a cell that should be 0; undefined where that is so, or the edition has no such cell. */
function heldIn(report: Report, { table, line, columns, money }: Zero): Held | undefined {
  for (const column of columns) {
    const named = { table, lines: [line], columns: [column] };
    const value = money ? amountOf(report, named)?.text : meantBy(report, named)?.value;
    if (value !== undefined && Number(value) > 0)
      return { table, name: table === '依申请公开' ? line : `${line} · ${column}`, value };
  }
  return undefined;
}

/** The sentences of a text with where they begin. */
function* sentencesOf(text: string): Generator<{ readonly from: number; readonly text: string }> {
  let from = 0;
  for (const { index } of text.matchAll(/[。;!?\n]/g)) {
    if (index > from) yield { from, text: text.slice(from, index) };
    from = index + 1;
  }
  if (text.length > from) yield { from, text: text.slice(from) };
}

/** 未收到申请, 未发生复议诉讼, 全部办结, 均获维持: cells that must be 0 then. */
export function checkClaim({ report }: Subject, { text, original, place }: Stretch): readonly Finding[] {
  const found: Finding[] = [];
  const said = new Set<string>();
  const read = new Map<string, Held | undefined>();
  const held = (zero: Zero): readonly Held[] => {
    const key = `${zero.table}.${zero.line}.${zero.columns[0]}`;
    if (!read.has(key)) read.set(key, heldIn(report, zero));
    const value = read.get(key);
    return value ? [value] : [];
  };
  for (const { from, text: sentence } of sentencesOf(text)) {
    for (const claim of claimsIn(sentence, text, from)) {
      const [first, ...others] = claim.zeros.flatMap(held);
      if (!first) continue;
      const once = `${claim.say} ${[first, ...others].map(({ name }) => name).join()}`;
      const end = claim.at + claim.text.length;
      const words = sentence.slice(Math.max(0, end - longestLead), end);
      if (said.has(once) || isOfOtherYear(words, report)) continue;
      said.add(once);
      const scope = scopeOfWords(words, report);
      const severity: Severity = scope ? 'notice' : 'error';
      const at = from + claim.at;
      found.push(
        finding(
          'narrative/claim',
          place(at, at + claim.text.length),
          {
            claim: original.slice(at, at + claim.text.length),
            table: tableNames[first.table],
            name: first.name,
            value: first.value,
          },
          {
            say: claim.say,
            severity,
            values: {
              reported: 0,
              computed: first.value,
              difference: typeof first.value === 'string' ? `-${first.value}` : -first.value,
            },
            notes: others.map(({ name, value }) => ({ say: 'cell', args: { name, value } })),
          },
        ),
      );
    }
  }
  return found;
}
