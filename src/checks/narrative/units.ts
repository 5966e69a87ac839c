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

interface Unit {
  readonly unit: string;
  readonly measure: Measure;
}

const byFirst = new Map<string, Unit[]>();
for (const [measure, units] of Object.entries(measures) as [Measure, readonly string[]][])
  for (const unit of units) {
    const others = byFirst.get(unit.charAt(0));
    if (others) others.push({ unit, measure });
    else byFirst.set(unit.charAt(0), [{ unit, measure }]);
  }

/** The longest unit that stands at an offset of the text. */
export function unitAt(text: string, at: number): Unit | undefined {
  let longest: Unit | undefined;
  for (const one of byFirst.get(text.charAt(at)) ?? [])
    if (one.unit.length > (longest?.unit.length ?? 0) && text.startsWith(one.unit, at)) longest = one;
  return longest;
}
