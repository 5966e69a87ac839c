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

/** The total of a line of 表三. */
export const ofRequests = (line: string): Zero => ({ table: '依申请公开', line, columns: ['总计'] });

/** Cells of 表四: of these groups in these columns. */
export const ofCases = (lines: readonly string[], columns: readonly string[]): readonly Zero[] =>
  lines.flatMap((line) => columns.map((column): Zero => ({ table: '复议诉讼', line, columns: [column] })));

/** The groups of 表四 that are lawsuits. */
export const lawsuits: readonly string[] = ['未经复议直接起诉', '复议后起诉'];

const decisions = (line: string): Zero => ({
  table: '主动公开',
  line,
  columns: ['本年处理决定数量', '处理决定数量'],
});
const documents = (line: string, denial: string): Zero => ({
  table: '主动公开',
  line,
  columns: /废止|失效/.test(denial) ? ['本年废止件数'] : ['本年制发件数', '本年新制作数量'],
});

/** How texts name what there may be none of, as a part of a pattern, and the cells that are 0 then. */
const things: readonly (readonly [words: RegExp, zeros: (denial: string) => readonly Zero[]])[] = [
  [/不予公开/, () => [ofRequests('不予公开')]],
  [/无法提供/, () => [ofRequests('无法提供')]],
  [/不予处理/, () => [ofRequests('不予处理')]],
  [/部分公开/, () => [ofRequests('部分公开')]],
  [/其[他它]处理/, () => [ofRequests('其他处理')]],
  [/(?:[上去前]一?个?年度?)的?(?:结转|转结|遗留|转入)/, () => [ofRequests('上年结转')]],
  [/(?:结转|转结|顺延)[至到入]?(?:下|次)一?个?年度?(?:继续)?(?:办理)?/, () => [ofRequests('结转下年度')]],
  [/行政许可/, () => [decisions('行政许可')]],
  [/行政处罚/, () => [decisions('行政处罚')]],
  [/行政强制/, () => [decisions('行政强制')]],
  [/行政事业性收费/, () => [{ table: '主动公开', line: '行政事业性收费', columns: ['本年收费金额'], money: true }]],
  [/(?:行政)?规范性文件/, (denial) => [documents('规范性文件', denial)]],
  [/(?:政府)?规章(?!制度)/, (denial) => [documents('规章', denial)]],
  [
    /(?:政府)?集中采购/,
    () => [
      { table: '主动公开', line: '政府集中采购', columns: ['采购项目数量'] },
      { table: '主动公开', line: '政府集中采购', columns: ['采购总金额'], money: true },
    ],
  ],
];

/** Things of which 无…, as it stands for more than these, is read elsewhere, and only …为零 here. */
const others: typeof things = [
  [/(?:政府)?信息公开申请|依申请公开(?:政府信息)?(?:申请)?/, () => [ofRequests('本年新收')]],
  [/(?:行政)?复议/, () => ofCases(['行政复议'], ['总计'])],
  [/(?:行政)?诉讼/, () => ofCases(lawsuits, ['总计'])],
];

const anyOf = (named: typeof things): string => named.map(([words]) => words.source).join('|');
/** Things in a row: no more than there are, so that a text full of them is read once; of none at all it is empty. */
const rowOf = (thing: string): string => `((?:(?:${thing})[”"]?[、和或及与]?){0,14})`;

/**
 * What things are called besides, behind their names: 情况, 事项, 处理决定. By characters, for to compile words is dearer; of so
 * many and no more, for what may be read from every character on must not go on to the end of the text.
 */
const called = '(?:政府信息)?[的申请情况形现象答复处理决定措施行为案件事项目业务工作职能权力限继续办]{0,16}';
const ends = '(?=[\\s,)]|$)';

/** What may be done with things, as far as the cells tell of it: 作出, 办理, 新制定; by characters too. */
const done = '[曾再发生产出现存在收到接作做办理实施开展进行有取新制定印台布废止过任何一件起例“"]{0,8}';

/**
 * 没有无法提供的情形, 无结转下年度的申请, 全年未作出行政许可、行政处罚决定, 未制定规范性文件: nothing else may stand between the
 * words that deny and the things, and nothing behind them but what they are called: 没有行政处罚记录 and 没有现成信息无法提供
 * deny others.
 */
const none = new RegExp(
  `(?:(?<![毫须])无(?!法)|没有|未|不涉及|不存在)${done}${rowOf(anyOf(things))}${called}${ends}`,
  'g',
);

/** 行政许可、行政处罚均为零, 上年结转为零, 申请量为零. */
const nought = new RegExp(
  `${rowOf(anyOf([...things, ...others]))}${called}[总数量金额]{0,3}(?:[均都皆]?[为是]|[均都皆])?(?:零|[均都皆]?[为是]0|(?<=[均都皆])无)[件起宗项次]?(?:发生)?${ends}`,
  'g',
);

/** 收到申请5件，均予以公开: no other outcome; 申请条件和流程全部予以公开 says nothing of requests. */
const allGranted =
  /(?:(?:信息公开|收到的)申请(?:事项|件)?|申请\d{1,9}[件份条宗])(?:,?(?:办理|答复)结果)?,?(?:[均皆都]已?|全部|全都|已全部)(?:依法|按时|按期|及时)*(?:予以|同意)公开(?=[\s,)]|$)/g;
const refused: readonly Zero[] = ['部分公开', '不予公开', '无法提供', '不予处理'].map(ofRequests);

const single = new RegExp(anyOf([...things, ...others]), 'g');

/** Every denial names one of these; most sentences that deny something do not. */
const deniable = /公开|提供|处理|结转|转结|遗留|顺延|转入|行政|规范性|规章|采购|复议|诉讼/;

/** The denials of a sentence: of requests by outcome or carried over, of what 表二 counts, and of cases. */
export function denialsIn(sentence: string): readonly Denial[] {
  if (!deniable.test(sentence)) return [];
  const ofThings = (found: RegExpExecArray): readonly Denial[] => {
    const [text, named = ''] = found;
    // 行政许可申请 are applications for permits, which the tables do not count.
    if (named === '' || /行政.*申请/.test(text)) return [];
    const zeros = (named.match(single) ?? []).flatMap(
      (name) => [...things, ...others].find(([words]) => words.test(name))?.[1](text) ?? [],
    );
    return [{ text, at: found.index, zeros }];
  };
  return [
    ...(/[无未]|没有|不[涉存]/.test(sentence) ? [...sentence.matchAll(none)].flatMap(ofThings) : []),
    ...(/零|[均都皆][为是]?[0无]|[为是]0/.test(sentence) ? [...sentence.matchAll(nought)].flatMap(ofThings) : []),
    ...(/(?:予以|同意)公开/.test(sentence)
      ? [...sentence.matchAll(allGranted)].map(({ index, 0: text }) => ({ text, at: index, zeros: refused }))
      : []),
  ];
}
