/** Cells that a claim says are zero; of columns that belong to different editions the one that is there. */
export interface Zero {
  readonly table: '主动公开' | '依申请公开' | '复议诉讼';
  readonly line: string;
  readonly columns: readonly string[];
  readonly money?: boolean;
}

/** A statement that there was none of something, with where it stands in its sentence. */
export interface Denial {
  readonly text: string;
  readonly at: number;
  readonly zeros: readonly Zero[];
}

const ofRequests = (line: string): Zero => ({ table: '依申请公开', line, columns: ['总计'] });
const decisions = (line: string): Zero => ({
  table: '主动公开',
  line,
  columns: ['本年处理决定数量', '处理决定数量'],
});
const ofDocuments = (line: string, columns: readonly string[]): Zero => ({ table: '主动公开', line, columns });

/** How texts name what there may be none of, as a part of a pattern, and the cells that are 0 then. */
const things: readonly (readonly [words: RegExp, zeros: (denial: string) => readonly Zero[]])[] = [
  [/不予公开/, () => [ofRequests('不予公开')]],
  [/无法提供/, () => [ofRequests('无法提供')]],
  [/不予处理/, () => [ofRequests('不予处理')]],
  [/部分公开/, () => [ofRequests('部分公开')]],
  [/(?:[上去前]一?个?年度?)的?(?:结转|转结|遗留|转入)/, () => [ofRequests('上年结转')]],
  [/(?:结转|转结|顺延)[至到入]?(?:下|次)一?个?年度?(?:继续)?(?:办理)?/, () => [ofRequests('结转下年度')]],
  [/行政许可/, () => [decisions('行政许可')]],
  [/行政处罚/, () => [decisions('行政处罚')]],
  [/行政强制/, () => [decisions('行政强制')]],
  [/行政事业性收费/, () => [{ table: '主动公开', line: '行政事业性收费', columns: ['本年收费金额'], money: true }]],
  [
    /(?:行政)?规范性文件/,
    (denial) => [
      ofDocuments('规范性文件', /废止|失效/.test(denial) ? ['本年废止件数'] : ['本年制发件数', '本年新制作数量']),
    ],
  ],
  [
    /(?:政府)?集中采购/,
    () => [
      { table: '主动公开', line: '政府集中采购', columns: ['采购项目数量'] },
      { table: '主动公开', line: '政府集中采购', columns: ['采购总金额'], money: true },
    ],
  ],
];

const thing = things.map(([words]) => words.source).join('|');

/**
 * 没有无法提供的情形, 无结转下年度的申请, 全年未作出行政许可、行政处罚决定, 未制定规范性文件: nothing may stand between the words
 * that deny and the things, and nothing behind them but what they are called: 没有行政处罚记录 and 没有现成信息无法提供 deny others.
 */
const denial = new RegExp(
  `(?:(?<![毫须])无(?!法)|没有|未|不涉及|不存在)(?:曾|再)?(?:发生|产生|出现|存在|收到|接到|[作做]出|办理|实施|开展|进行|有|收取|新?(?:制定|制发|印发|出台|发布)|废止)?过?(?:任何|一[件起例])?(?:政府信息公开|申请)?[“"]?((?:${thing})[”"]?(?:[、和或及与]+(?:${thing})[”"]?)*)(?:的|申请|政府信息|情况|情形|现象|答复|处理|决定|措施|行为|案件|事项|项目|业务|工作|职能|职权|继续办理)*(?=[\\s,)]|$)`,
  'g',
);

const single = new RegExp(thing, 'g');

/** Every denial names one of these; most sentences that deny something do not. */
const deniable = /公开|提供|处理|结转|转结|遗留|顺延|转入|行政|规范性|采购/;

/** The denials of a sentence, of requests by outcome or carried over, and of what 表二 counts. */
export function denialsIn(sentence: string): readonly Denial[] {
  if (!deniable.test(sentence)) return [];
  return [...sentence.matchAll(denial)].flatMap(({ index, 0: text, 1: named = '' }) => {
    // 行政许可申请 are applications for permits, which the tables do not count.
    if (/行政.*申请/.test(text)) return [];
    const zeros = (named.match(single) ?? []).flatMap(
      (name) => things.find(([words]) => words.test(name))?.[1](text) ?? [],
    );
    return [{ text, at: index, zeros }];
  });
}
