import { counts } from './parts.ts';
import type { Worded } from './spoken.ts';

/** What a number says of requests: received, carried in from last year, settled, carried over to the next. */
export type Role = 'received' | 'carried' | 'settled' | 'over';

const over =
  /结转[至到入于]?[下次]|结转[至到]20\d\d|转结[至到]?(?:[下次]|20\d\d)|顺延(?!上)|延至|[正尚仍还]在(?:[办处]理|答复)|[未待]能?(?:办结|答复)|(?<!补正后)继续办理|跨年/;
/** 结转到2025年办理的1件: the year is a number of its own, so that these words stand before it. */
const overToYear = /(?:结转|转结|延)[至到]?20\d\d\s?年度?(?:继续)?(?:办理|处理|答复)?的?(?:申请)?$/;
const carried = /[上前去]一?个?年度?[^,。;]{0,8}(?:结转|转结|遗留|顺延|转入)|(?:结转|转结)自?[上去前]/;
/** 2023年结转政府信息公开申请4件: the year is a number of its own. */
const carriedFromYear = /20\d\d\s?年度?(?:结转|转结|遗留)(?![至到])[^,。;]{0,20}$/;
const settled = /办结|答复|办理完[毕成]|[已共]办理/;
/** 延期答复, 答复书, 抽查: some of the answers, or papers about them. */
const notSettled = /延期|延长|逾期|超期|答复[书函稿文]|卷宗|案卷|[抽评检]查/;
/** 上年结转的4件中已办结3件. */
const ofThoseLeft = /(?:结转|转结|遗留)的\d{1,9}[件份宗](?:申请)?(?:中,?)?[^,;]{0,6}$/;
const outcome = /予以公开|不予|部分公开|无法提供|其[他它]处理|同意公开|不属于|主动公开|已公开/;
const received = /新收|收[到办]|受理|接[收到受]|办理|申请(?:数[量为]?|件数?|总[数量]|[量共])[为是共]?$/;
const elsewhere =
  /许可|救助|补贴|补助|低保|登记|听证|调解|复议|诉讼|起诉|热线|留言|信箱|来信|提案|议案|建议|咨询|投诉|举报|信访件|留学|认定|工单|评估|办证|会议|工作会|座谈|会商|例会|培训/;

/** 2023年收到政府信息公开申请2件，2024年收到3件: what is received is named for the year before. */
const thatYear = /(?:20\d\d\s?|今|本)年度?(?:共|累计)?(?:收到|接到|受理|新收)$/;
const ofRequests = /(?:收到|接到|受理|新收)[^,。;]{0,12}(?:信息公开申请|依申请公开)/;

/** The role of a number, if it has one; an outcome of requests, such as 予以公开, is none. */
export function roleOf({ statement, own, sentence, line }: Worded): Role | undefined {
  if (!counts(statement)) return undefined;
  if (elsewhere.test(own)) return undefined;
  if (elsewhere.test(sentence) && !/申请/.test(sentence)) return undefined;
  if (!/申请/.test(own) && !/申请/.test(sentence) && !/信息公开申请|依申请公开|申请公开/.test(line)) return undefined;
  if (carried.test(own) || (/^(?:结转|转结|遗留)/.test(own) && carriedFromYear.test(sentence))) return 'carried';
  if (over.test(own) || (/[转延]/.test(sentence) && overToYear.test(sentence))) return 'over';
  if (outcome.test(own.replace(/依申请公开|主动公开申请|申请公开/g, ''))) return undefined;
  if (/新收|收到|受理|接收|收办|接到/.test(own) && !/不予受理|未受理/.test(own))
    return /申请/.test(own) ||
      (thatYear.test(sentence) && ofRequests.test(sentence)) ||
      (/新收$/.test(own) && /依申请|公开申请/.test(line))
      ? 'received'
      : undefined;
  if (settled.test(own)) return notSettled.test(own) || ofThoseLeft.test(sentence) ? undefined : 'settled';
  if (received.test(own) && /申请/.test(own)) return 'received';
  return undefined;
}

/** 新收 means what came this year and nothing else. */
export const isNewOnly = (own: string): boolean => /新收|新增/.test(own);
