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
  /(?:[未没]有?(?:收到|接到|受理|接收|发生|产生|出现)[^,。;!?]{0,30}?|(?<![有毫])无(?:政府信息)?|没有(?:政府)?)(?:依申请公开|信息公开(?:的)?申请|公开申请|申请公开|(?<=的)申请|信息申请)/g;
/** What makes other things of requests that stand before it: 申请人的投诉, 依申请公开收费, 申请渠道. */
const notRequests =
  /^(?:政府)?(?:信息)?(?:申请)?(?:[人表者方渠时后即就而不未]|的?(?:收费|费用|投诉|举报|答复|异议|纠纷|问题|行政|复议|诉讼|逾期|超期|超时|期限|流程|制度|栏|平台|减免|引|案[例件]))/;
const askedBy = '(?:任何|一[个名位]|人|群众|公众|单位|个人|企业|公民|自然人|法人|组织|其[他它]|或者?|以及|[、和及与])';
/** 没有公民、法人或者其他组织向我局提出政府信息公开申请. */
const nobodyAsked = new RegExp(
  `(?:没有|未有|(?<![有毫])无)${askedBy}{1,12}(?:向[^,。;]{1,12}?)?(?:提[出交起]|申请)(?:过|了)?(?:的|关于)?(?:依申请公开|(?:政府)?信息公开的?申请|(?:要求)?公开政府信息(?:的?申请)?|(?:政府信息|信息)(?:公开)?)(?:事项|情况)?(?=[\\s,)]|$)`,
  'g',
);
/** 全年未收到申请: under a heading, or in a paragraph, of requests. */
const noneAtAll =
  /(?:[未没]有?(?:收到|接到|受理|接收)(?:过|到)?(?:任何|该项|此类|相关|公众|群众|社会|公民|一件)?的?|(?<![有毫])无|没有(?:任何)?)申请(?:事项|件|情况)?(?=[\s,)]|$)/g;
/** 公民、法人和其他组织 are all applicants. */
const anyone = /(?:公民|自然人)(?:个人)?[、和或,]?(?:企业)?法人(?:或者|以及|[、和或及])其[他它]组织/;
const someRequests =
  /复议|诉讼|投诉|收费|逾期|超期|补正|费用|不合理|重复|结转|遗留|许可|平台|网站|信函|邮件|当面|邮寄|网络|网上|现场|传真|反复|第三方|法人|企业|自然人|公民的|不予|出版物|查询|渠道|(?:关于|涉及|有关)(?!(?:本|我|政府|信息|依申请)[^类方面]{0,12}$)|[一二三四]季度|月/;
/** 未发现违规不予公开, 未经审查不予公开: that some are refused in a wrong way is denied, not that any are. */
const noRefusal = /(?:(?<![毫])无(?![法故])|没有|未(?!经))(?:出现|发生|存在|有)?[^,。;应违随擅滥误错故]{0,4}不予公开/g;
const noReview =
  /(?:(?<![毫须])无(?![须需法效理论正])|没有|未(?!经|能|按|予|及))(?:发生|产生|出现|收到|接到|被|有)?[^,。;]{0,40}?(?:行政复议|行政诉讼|复议|诉讼)[^,。;]{0,30}/g;
const corrected =
  /纠错|纠正|败诉|撤销|责令|变更|违法|超期|逾期|不服|不当|不规范|不到位|[不未]及时|失误|过错|胜诉|维持|上诉|再审|未经复议|申请复议的权利/;
const allSettled =
  /(?:全部|全都|均已?|皆已?|都已?|已全部|已均)(?:[^,。;结未]{0,12})(?:办结|办理完[毕成])|(?<![期时限定])(?:办结|答复)率[^,。;\d]{0,4}(?:100%|百分之?百)/g;
const upheld =
  /(?:均|全部|全)(?:被|获|获得|得到|予以|为|是|依法)?(?:复议机关|法院)?(?:结果)?维持|维持率[^,。;\d]{0,4}(?:100%|百分之?百)|零(?:败诉|纠错)|(?:无|没有)(?:一[件起例]?)?败诉|(?:均|全部|全)(?:获|获得|为)?胜诉|胜诉率[^,。;\d]{0,4}(?:100%|百分之?百)/g;
/** 零复议、零诉讼. */
const zeroCases = /零(?:行政)?(复议|诉讼)/g;
const concluded = /(?:[均皆都]已?|全部|全都)[^,。;结未]{0,6}(?:审结|结案|审理完[毕结])/g;
const stillOpen = /结转(?:至|到)?(?:下|次|20)|顺延|正在办理|尚在|未到期|到期|应办|应答复|复议|诉讼/;
/** 上年结转的4件申请全部办结 says nothing of what came this year. */
const leftBefore = /[上去前]一?年度?[^,;]{0,6}(?:结转|转结|遗留)|20\d\d年(?:结转|遗留)|(?:结转|遗留)(?:自?[上去前]|的)/;
const came = /新收|收到|受理|接收|接到/;
/** What is striven for or asked of others has not come about. */
const striven = /力争|力求|争取|务求|努力(?=[实做达确])|(?:确保|保证|保障)(?!了)|要求[各全所]|目标/;
const otherCases = /热线|提案|议案|建议|留言|信箱|来信|投诉|工单|咨询|信访|许可|督办/;

/** As far back as what a claim is about, its year and its range are looked for. */
const longestLead = 300;

/** Every claim has one of these; most sentences have none. */
const claiming = /[无没未全均都皆零率]|不[涉存]|[为是]0/;

/** The claims of the sentence of a text that begins at an offset. */
function claimsIn(sentence: string, text: string, from: number, topic: string): readonly Claim[] {
  if (!claiming.test(sentence)) return [];
  const found: Claim[] = [];
  const add = (match: RegExpExecArray, say: Claim['say'], zeros: readonly Zero[]): void => {
    found.push({ say, text: match[0].trim(), at: match.index, zeros });
  };
  // Where words first stand is looked for once a sentence, which may be as long as the report and full of claims.
  const first = (words: RegExp): number => words.exec(sentence)?.index ?? Number.POSITIVE_INFINITY;
  const request = first(/申请/);
  const near = text.slice(Math.max(0, from - longestLead), from);
  const paragraph = near.slice(near.lastIndexOf('\n') + 1);
  const aboutRequests = /信息公开申请|依申请公开/.test(`${topic}${paragraph}`);
  const denied = request < sentence.length && /[未没无]/.test(sentence);
  if (denied)
    for (const match of sentence.matchAll(noRequest)) {
      // 收到3项，未产生依申请公开案例 denies something else.
      const behind = sentence.slice(match.index + match[0].length, match.index + match[0].length + 12);
      if (!someRequests.test(match[0].replace('未受理', '').replace(anyone, '')) && !notRequests.test(behind))
        add(match, 'none', [ofRequests('本年新收')]);
    }
  if (denied && /[人众位民织企]/.test(sentence))
    for (const match of sentence.matchAll(nobodyAsked)) add(match, 'none', [ofRequests('本年新收')]);
  if (denied && aboutRequests)
    for (const match of sentence.matchAll(noneAtAll)) add(match, 'none', [ofRequests('本年新收')]);
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
  // An office of justice concludes reviews of all kinds, and not those against itself.
  const ofOurs = /信息公开|依申请|政务公开/.test(`${paragraph}${sentence}`) || /复议|诉讼/.test(topic);
  if (ofReview && /审结|结案|审理完/.test(sentence) && ofOurs)
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
    for (const match of sentence.matchAll(allSettled)) {
      const before = sentence.slice(0, match.index);
      const clause = before.slice(before.lastIndexOf(',') + 1);
      if (leftBefore.test(clause) ? !came.test(clause) : leftBefore.test(before) && !came.test(before)) continue;
      if (aboutRequests || request + 2 <= match.index) add(match, 'settled', [ofRequests('结转下年度')]);
    }
  }
  if (ofReview && sentence.includes('零'))
    for (const match of sentence.matchAll(zeroCases))
      add(match, 'none', ofCases(match[1] === '复议' ? ['行政复议'] : lawsuits, ['总计']));
  if (/维持|[败胜]诉|纠错/.test(sentence))
    for (const match of sentence.matchAll(upheld)) {
      const [corrections, defeats] = [match[0].includes('纠错'), /[败胜]诉/.test(match[0])];
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

/** Whether one of these places, in order, lies between two others. */
function standsIn(places: readonly number[], after: number, before: number): boolean {
  let [low, high] = [0, places.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((places[middle] ?? 0) > after) high = middle;
    else low = middle + 1;
  }
  return (places[low] ?? before) < before;
}

/** 未收到申请, 未发生复议诉讼, 全部办结, 均获维持: cells that must be 0 then. */
export function checkClaim(
  { report }: Subject,
  { text, original, spoken, topicAt, place }: Stretch,
): readonly Finding[] {
  const found: Finding[] = [];
  const said = new Set<string>();
  const read = new Map<string, Held | undefined>();
  const held = (zero: Zero): readonly Held[] => {
    const key = `${zero.table}.${zero.line}.${zero.columns[0]}`;
    if (!read.has(key)) read.set(key, heldIn(report, zero));
    const value = read.get(key);
    return value ? [value] : [];
  };
  const numbers = spoken.flatMap(({ concept, statement }) => (concept ? [statement.figure.from] : []));
  numbers.sort((one, other) => one - other);
  /** 行政诉讼为0 is a number, and compared as one where what it counts is read. */
  const isNumber = ({ text: said }: Claim, at: number): boolean =>
    /[^均都皆][为是]0\D?$/.test(said) && standsIn(numbers, at, at + said.length);
  for (const { from, text: sentence } of sentencesOf(text)) {
    for (const claim of claimsIn(sentence, text, from, topicAt(from))) {
      const [first, ...others] = claim.zeros.flatMap(held);
      if (!first) continue;
      const once = `${claim.say} ${[first, ...others].map(({ name }) => name).join()}`;
      const end = claim.at + claim.text.length;
      const words = sentence.slice(Math.max(0, end - longestLead), end);
      const aim = sentence.slice(Math.max(0, claim.at - longestLead), claim.at);
      if (striven.test(aim.slice(aim.lastIndexOf(',') + 1))) continue;
      if (said.has(once) || isOfOtherYear(words, report) || isNumber(claim, from + claim.at)) continue;
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
