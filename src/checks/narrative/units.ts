/** What a number counts: things, events, amounts of something else, money, or a share of hundred. */
export type Measure = 'item' | 'event' | 'money' | 'percent' | 'points' | 'other' | 'none';

const measures: Readonly<Record<Exclude<Measure, 'none'>, readonly string[]>> = {
  item: [...'条件篇份宗项个封起部则例幅张通期册本桩', '批次', '批'],
  event: ['人次', '条次', '件次', '篇次', '场次', '次', '场', '轮'],
  money: ['万元', '亿元', '元'],
  percent: ['%'],
  points: ['个百分点', '百分点'],
  other: [
    '个工作日',
    '工作日',
    '个自然日',
    '个月',
    '个小时',
    '个季度',
    '个部分',
    '部分',
    '个方面',
    '方面',
    '个栏目',
    '个子栏目',
    '个项目类',
    '大类',
    '小类',
    '大项',
    '小项',
    '小时',
    '分钟',
    '年度',
    '年',
    '月',
    '日',
    '时',
    '号',
    '天',
    '周',
    '字',
    '页',
    '人',
    '名',
    '家',
    '户',
    '位',
    '岁',
    '倍',
    '类',
    '部门',
    '所',
    '台',
    '套',
    '块',
    '处',
    '级',
    '届',
    '秒',
    '平方米',
    '米',
    '兆',
    'MB',
    'G',
    '分',
    '类别',
    '个类别',
    '个镇',
    '个村',
    '个街道',
    '个单位',
    '个部门',
    '种',
    '公里',
    '个县',
    '个区',
    '星',
    '度',
  ],
};

const byText = new Map(
  Object.entries(measures).flatMap(([measure, units]) => units.map((unit) => [unit, measure as Measure] as const)),
);
const longest = Math.max(...[...byText.keys()].map((unit) => unit.length));

/** The longest unit that stands at an offset of the text. */
export function unitAt(text: string, at: number): { readonly unit: string; readonly measure: Measure } | undefined {
  for (let length = longest; length > 0; length -= 1) {
    const unit = text.slice(at, at + length);
    const measure = byText.get(unit);
    if (measure && unit.length === length) return { unit, measure };
  }
  return undefined;
}
