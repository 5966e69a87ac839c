import { type Finding, finding } from '../../finding.ts';
import { type Level, passages, type Report } from '../../report/report.ts';
import { sentencesOf } from '../sentences.ts';
import type { Subject } from '../subject.ts';

const governments: readonly Level[] = ['省级', '市级', '县级', '乡镇'];

/** A rule, a plan or a duty is no result. */
const provisions =
  /(?:工作考核|考核|考评|社会评议|评议|责任追究|追责|问责)(?:评价|评估|奖惩|通报|监督|激励|约束|与|和|、|的|相关|有关|等){0,4}(?:制度|办法|机制|方案|细则|体系|指标|内容|标准|规定|要求|力度|范围|职责|结果情况|情况)/g;

const ofFuture =
  /(?:^|[，,])(?:我.|本.{1,2}|\d{4}年[，,]?)?将(?!.{0,30}(?:纳入|列入|作为|列为))|下一步|下步|今后|计划|拟于/;

const isFuture = (text: string): boolean => /将|下一?步|今后|计划|拟于/.test(text) && ofFuture.test(text);

const topics: readonly { readonly name: string; readonly word: RegExp; readonly result: RegExp }[] = [
  {
    name: '工作考核',
    word: /考核|考评|绩效评估|绩效评价|政务公开.{0,6}评估/,
    result:
      /结果|优秀|良好|合格|称职|优等|等次|等级|名列|位列|位居|排名|排在|第[\d一二三四五六七八九十]{1,3}|得分|\d分|先进|表扬|达标|通过|[通过]了|未|没有|无|已(?:完成|开展|组织)|完成|\d\s?次/,
  },
  {
    name: '社会评议',
    word: /社会评议|评议|满意度|满意率|群众评价|社会评价|公众评价|第三方评估|好评率/,
    result: /结果|满意|%|％|\d分|得分|优秀|良好|合格|好评|未|没有|无|已(?:完成|开展|组织)|完成|\d\s?次|[开进]展了|认可/,
  },
  {
    name: '责任追究',
    word: /责任追究|追责|问责|追究.{0,8}责任|责任被追究/,
    result: /结果|未|没有|无(?!故)|不存在|零|0|\d\s?(?:人|起|次|件|例)|约谈了|被约谈|处分|已追究|通报了/,
  },
];

/** Words of which every statement on a topic and every provision has one. */
const onTopic = /考核|考评|评估|评议|评价|满意|好评|追责|问责|追究/;

/** The sentences of a report; a heading is read together with what follows it. */
function sentencesIn(report: Report): readonly string[] {
  const found: string[] = [];
  let heading = '';
  for (const passage of passages(report)) {
    const run = passage.text.slice(0, passage.level > 0 ? passage.headingLength : 0);
    if (run) heading = run;
    const rest = passage.text.slice(run.length);
    if (rest.trim() === '') continue;
    sentencesOf({ ...passage, text: rest }, '。！？').forEach((sentence, index) => {
      found.push(index === 0 ? `${heading}${sentence.text}` : sentence.text);
    });
    heading = '';
  }
  return found;
}

const withoutProvisions = (text: string): string =>
  text.replace(provisions, (match) => (match.endsWith('情况') ? match.replace(/(?:结果)?情况$/, '') : ''));

/** The report of a people's government says what 工作考核, 社会评议 and 责任追究 brought (条例 art. 50 item (5)). */
export function checkAssessment({ report }: Subject): Finding[] {
  if (!governments.includes(report.level)) return [];
  const sentences = sentencesIn(report);
  if (sentences.every(isFuture)) return [];
  const said = sentences.filter((text) => onTopic.test(text) && !isFuture(text)).map(withoutProvisions);
  const missing = topics.filter(({ word, result }) => !said.some((text) => word.test(text) && result.test(text)));
  if (missing.length === 0) return [];
  const names = missing.map(({ name }) => name).join('、');
  return [finding('structure/assessment', report.place(['总体情况'], 'key'), { missing: names, level: report.level })];
}
