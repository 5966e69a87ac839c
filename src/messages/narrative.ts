import type { Code } from '../finding.ts';
import type { Rule } from './rule.ts';

const difference = { zh: '相差{difference}{unit}', en: 'the difference is {difference}{unit}' };

/** What is said where the text and the numbers do not fit. */
export const narrative = {
  'narrative/sum': {
    title: { zh: '正文列出的分项之和等于总数', en: 'the parts that a sentence lists add up to its total' },
    clause: {
      zh: '《政府信息公开条例》第五十条：年度报告应当写明主动公开和依申请公开的情况，一句话里的总数和分项应当一致',
      en: '条例 art. 50: the report states what was disclosed and handled; a total and its parts must agree',
    },
    help: {
      zh: '对照台账核对总数和每个分项；分项没有列全的，在末尾写明“等”，或者补上“其他”一项；也可以用{{台账.清单 类别}}代替手写的数',
      en: 'compare total and parts with the ledger; where the parts are not all, end the list with 等 or add what is left as 其他; or let {{台账.清单 类别}} write the numbers',
    },
    says: {
      default: {
        zh: `分项之和为{computed}{unit}，正文写的是{reported}{unit}，${difference.zh}`,
        en: `the parts add up to {computed}{unit}, the text says {reported}{unit}; ${difference.en}`,
      },
      above: {
        zh: `分项之和为{computed}{unit}，超过正文写的总数{reported}{unit}，${difference.zh}`,
        en: `the parts add up to {computed}{unit}, more than the total of {reported}{unit} in the text; ${difference.en}`,
      },
      together: {
        zh: `分项之和为{computed}{unit}，正文写的新收与结转合计是{reported}{unit}，${difference.zh}`,
        en: `the parts add up to {computed}{unit}, received and carried in together are {reported}{unit} in the text; ${difference.en}`,
      },
      channels: {
        zh: `各渠道之和为{computed}{unit}，超过正文写的总数{reported}{unit}，${difference.zh}`,
        en: `the channels add up to {computed}{unit}, more than the total of {reported}{unit} in the text; ${difference.en}`,
        help: {
          zh: '同一条信息通过几个渠道公开的，总数只计1条，渠道之和可以大于总数；用“其中”把总数拆开写的，应当正好相等：核对最后一项，或者改写为“通过……公开”并说明有重复',
          en: 'an item in several channels counts once, so channels may exceed the total; where 其中 splits the total they must equal it: check the last part, or say that items repeat',
        },
      },
      'channels-below': {
        zh: `列出的各渠道之和为{computed}{unit}，不到正文写的总数{reported}{unit}，${difference.zh}`,
        en: `the channels listed add up to {computed}{unit}, less than the total of {reported}{unit} in the text; ${difference.en}`,
        help: {
          zh: '每条信息至少通过一个渠道公开，列全了的渠道之和不会小于总数：核对各渠道的数，或者补上漏写的渠道',
          en: 'every item goes through at least one channel, so all channels together cannot be less than the total: check them or add the one that is missing',
        },
      },
      'channel-above': {
        zh: `有一个渠道的数超过正文写的总数{reported}{unit}，各渠道之和为{computed}{unit}，${difference.zh}`,
        en: `one channel has more than the total of {reported}{unit} in the text; the channels add up to {computed}{unit}; ${difference.en}`,
        help: {
          zh: '一个渠道公开的信息不会多于总数：核对总数和这个渠道的数',
          en: 'no channel can carry more than the total: check both numbers',
        },
      },
    },
    notes: {
      parts: { zh: '{parts} = {sum}', en: '{parts} = {sum}' },
      'last-year': {
        zh: '“{name}”写的{value}{unit}与上年报告相同，可能是没有改的旧数',
        en: '{value}{unit} for “{name}” is what last year’s report says; it may have been left in',
      },
      first: { zh: '前{count}项之和正好是{total}', en: 'the first {count} parts alone make {total}' },
      without: { zh: '不含“{name}”时正好是{total}', en: 'without “{name}” they make {total}' },
      twice: {
        zh: '“{name}{value}”出现了两次，只计一次正好是{total}',
        en: '“{name}{value}” stands twice; counted once they make {total}',
      },
      digit: {
        zh: '“{name}”写的是{value}，如果少写了一个0，分项之和正好是{total}',
        en: '“{name}” says {value}; with one more 0 the parts make {total}',
      },
      swapped: {
        zh: '“{name}”写的是{value}，如果应为{instead}（两个数字写颠倒了），分项之和正好是{total}',
        en: '“{name}” says {value}; were it {instead} (two digits exchanged) the parts make {total}',
      },
    },
  },
  'narrative/table': {
    title: { zh: '正文里的数与表格一致', en: 'numbers in the text equal the tables' },
    clause: {
      zh: '《政府信息公开条例》第五十条和年度报告格式：正文与表二、表三、表四说的是同一件事，数应当相同',
      en: '条例 art. 50 and the official form: text and tables speak of the same things and must give the same numbers',
    },
    help: {
      zh: '核对正文和表格，改正写错的一处；也可以用{{…}}从表格取数，只填一次',
      en: 'compare text and table and correct the wrong one; or take the number from the table with {{…}}',
    },
    says: {
      default: {
        zh: '正文写“{name}”是{reported}，{table}是{computed}，相差{difference}',
        en: 'the text says {reported} for “{name}”, {table} says {computed}; the difference is {difference}',
      },
      sum: {
        zh: '正文写“{name}”是{reported}，{table}合计是{computed}（{parts}），相差{difference}',
        en: 'the text says {reported} for “{name}”, {table} adds up to {computed} ({parts}); the difference is {difference}',
      },
      received: {
        zh: '正文写“{name}”是{reported}，{table}本年新收是{received}，加上年结转是{computed}，两种算法都对不上',
        en: 'the text says {reported} for “{name}”; {table} has {received} received and {computed} with those carried in: neither fits',
      },
      scope: {
        zh: '正文写“{name}”是{reported}，{table}是{computed}：如果说的范围不同，可以不改',
        en: 'the text says {reported} for “{name}”, {table} says {computed}: right if another range is meant',
        help: {
          zh: '正文这个数好像只说一部分（{scope}），表格是全部；确是这样就不用改，最好写明范围',
          en: 'the number seems to speak of a part only ({scope}), the table of all; if so leave it and name the range',
        },
      },
    },
    notes: {
      cell: {
        zh: '{value}是“{cell}”一格的数，合计应为{computed}',
        en: '{value} is the cell “{cell}”; the total is {computed}',
      },
      row: {
        zh: '{value}是“{row}”一行的数，“{group}”合计为{computed}',
        en: '{value} is the line “{row}”; “{group}” adds up to {computed}',
      },
      other: { zh: '{value}是“{cell}”的数', en: '{value} is the number of “{cell}”' },
      'last-year': { zh: '{value}是上年报告的数', en: '{value} is last year’s number' },
      swapped: { zh: '两个数字可能写颠倒了', en: 'two digits may have been exchanged' },
    },
  },
  'narrative/identity': {
    title: {
      zh: '正文写的受理、结转、办结、顺延合得上',
      en: 'received, carried in, settled and carried over fit in the text',
    },
    clause: {
      zh: '年度报告格式表三：本年新收加上年结转，等于办理结果总计加结转下年度',
      en: 'official form, table 三: received and carried in equal settled and carried over',
    },
    help: {
      zh: '对照表三的“一、二、三（七）、四”四行核对这几个数',
      en: 'compare the numbers with lines 一, 二, 三（七） and 四 of table 三',
    },
    says: {
      default: {
        zh: '正文写受理{received}件、上年结转{carried}件，办结{settled}件、结转下年度{over}件：{left}，{right}，相差{difference}件',
        en: 'the text says {received} received, {carried} carried in, {settled} settled, {over} carried over: {left}, {right}; the difference is {difference}',
      },
    },
    notes: {
      included: {
        zh: '把上年结转算在受理数以内，是{received}，也对不上',
        en: 'with those carried in counted among the received it is {received}, which does not fit either',
      },
    },
  },
  'narrative/claim': {
    title: { zh: '正文的说法与表格一致', en: 'what the text claims is so in the tables' },
    clause: {
      zh: '《政府信息公开条例》第五十条和年度报告格式：正文说没有、全部的，表格里相应的格子应当是0',
      en: '条例 art. 50 and the official form: where the text says none or all, the cells concerned are 0',
    },
    help: {
      zh: '核对表格；表格没有错的，按表格改写这句话',
      en: 'check the table; where it is right, reword the sentence by it',
    },
    says: {
      none: {
        zh: '正文写“{claim}”，{table}“{name}”是{value}',
        en: 'the text says “{claim}”, but {table} has {value} under “{name}”',
      },
      settled: {
        zh: '正文写“{claim}”，{table}还有{value}件结转下年度',
        en: 'the text says “{claim}”, but {table} carries {value} over to the next year',
      },
      upheld: {
        zh: '正文写“{claim}”，{table}“{name}”是{value}',
        en: 'the text says “{claim}”, but {table} has {value} under “{name}”',
      },
    },
    notes: { cell: { zh: '“{name}”：{value}', en: '“{name}”: {value}' } },
  },
  'narrative/ledger': {
    title: { zh: '正文里的条数与台账一致', en: 'numbers of items in the text equal the ledger' },
    clause: {
      zh: '年度报告的条数由台账汇总得来，正文与台账应当相同',
      en: 'numbers of items are counted from the ledger; the text must give the same',
    },
    help: {
      zh: '核对台账和正文，改正不对的一处；也可以用{{台账.…}}取数',
      en: 'compare ledger and text and correct the wrong one; or take the number with {{台账.…}}',
    },
    says: {
      channel: {
        zh: '正文写“{name}”公开{reported}条，台账是{computed}条，相差{difference}条',
        en: 'the text says {reported} by “{name}”, the ledger has {computed}; the difference is {difference}',
      },
      category: {
        zh: '正文写“{name}”{reported}条，台账是{computed}条，相差{difference}条',
        en: 'the text says {reported} of “{name}”, the ledger has {computed}; the difference is {difference}',
      },
      total: {
        zh: '正文写公开信息{reported}条，台账共{computed}条，各渠道也没有这个数，相差{difference}条',
        en: 'the text says {reported} items, the ledger has {computed} and no channel with that number; the difference is {difference}',
      },
    },
    notes: {
      where: { zh: '台账里的“{name}”', en: '“{name}” in the ledger' },
      within: { zh: '按“{population}”的{total}条比较', en: 'compared within “{population}”, {total} items' },
      counts: { zh: '台账各渠道：{channels}', en: 'channels of the ledger: {channels}' },
    },
  },
  'narrative/percent': {
    title: { zh: '占比按分项除以总数四舍五入', en: 'shares are part by total, rounded' },
    clause: {
      zh: '占比等于分项除以总数，按写出的位数四舍五入（GB/T 8170）',
      en: 'a share is its part by the total, rounded to the digits printed (GB/T 8170)',
    },
    help: {
      zh: '按分项和总数重新计算占比，四舍五入，不要直接舍去尾数',
      en: 'compute the share again from part and total; round, do not cut off',
    },
    says: {
      default: {
        zh: '“{name}”{part}占{total}的{computed}%，正文写的是{reported}%',
        en: '{part} for “{name}” is {computed}% of {total}, the text says {reported}%',
      },
      several: {
        zh: '“{name}”{part}占{total}的{computed}%，正文写的是{reported}%；同一句里共有{count}个占比不对',
        en: '{part} for “{name}” is {computed}% of {total}, the text says {reported}%; {count} shares of the sentence are wrong',
      },
      whole: {
        zh: '各项占比加起来是{reported}%，应当是100%',
        en: 'the shares add up to {reported}%, not to 100%',
      },
    },
    notes: {
      share: {
        zh: '“{name}”{part}÷{total} = {computed}%，写的是{reported}%',
        en: '“{name}” {part} / {total} = {computed}%, written {reported}%',
      },
      fraction: { zh: '可能把小数直接写成了百分数', en: 'a decimal may have been written as per cent' },
      cut: { zh: '尾数被直接舍去了，没有四舍五入', en: 'the digits were cut off, not rounded' },
    },
  },
  'narrative/growth': {
    title: { zh: '同比增减与上年的数相符', en: 'growth fits last year’s number' },
    clause: {
      zh: '同比等于本年数与上年数之差除以上年数，按写出的位数四舍五入',
      en: 'growth is the difference by last year’s number, rounded to the digits printed',
    },
    help: {
      zh: '对照上年报告重新计算；也可以用{{同比 …}}代替手写的数',
      en: 'compute it again from last year’s report; or let {{同比 …}} write it',
    },
    says: {
      default: {
        zh: '“{name}”上年{before}，本年{now}，应为{computed}，正文写的是{reported}',
        en: '“{name}” was {before} last year and is {now}: {computed}, the text says {reported}',
      },
      sign: {
        zh: '“{name}”上年{before}，本年{now}，应为{computed}，正文写的是“{reported}”，方向不对',
        en: '“{name}” was {before} last year and is {now}: {computed}, but the text says “{reported}”',
      },
      inner: {
        zh: '本年{now}，比上年{change}，应为{computed}，正文写的是{reported}',
        en: '{now} this year, {change} against last year, is {computed}; the text says {reported}',
      },
      ways: {
        zh: '正文写比上年{change}，又写{reported}，方向相反',
        en: 'the text says {change} against last year and {reported} as well: one of them goes the wrong way',
      },
      doubled: {
        zh: '这里印出来是“{text}”，写重了',
        en: 'this prints “{text}”, a word or sign too many',
        help: {
          zh: '{{同比 …}}自己写出“增长…%”“下降…%”或者“持平”，前面只写“同比”，后面不写“%”',
          en: '{{同比 …}} writes 增长…%, 下降…% or 持平 itself: write nothing but 同比 before it and no % behind',
        },
      },
      base: {
        zh: '正文写“{name}”上年是{stated}，上年报告是{before}',
        en: 'the text says “{name}” was {stated} last year, last year’s report says {before}',
        help: {
          zh: '对照上年报告改正；上年报告的数后来更正过的，在正文里说明',
          en: 'correct it by last year’s report; where that number was corrected later, say so in the text',
        },
      },
    },
  },
  'narrative/vague': {
    title: { zh: '应当写确切的数', en: 'an exact number is due' },
    clause: {
      zh: '年度报告的数字应当准确、可核对',
      en: 'numbers of the report must be exact and open to checking',
    },
    help: {
      zh: '台账或系统里有确切的数，写确切的数',
      en: 'write the exact number that the ledger or system has',
    },
    says: {
      default: { zh: '“{text}”是约数，这里应当写确切的数', en: '“{text}” is approximate where an exact number is due' },
    },
  },
  'narrative/organ': {
    title: { zh: '正文写的机关就是报告的机关', en: 'the text speaks of the reporting organ' },
    clause: {
      zh: '《政府信息公开条例》第四十九条：年度报告由本机关公布，说的是本机关的工作',
      en: '条例 art. 49: an organ publishes the report on its own work',
    },
    help: {
      zh: '确认这句话是不是从别的机关的报告里抄来的；是的话改成本机关的情况',
      en: 'check whether the sentence was copied from another organ’s report; if so write what holds for this one',
    },
    says: {
      default: {
        zh: '正文写的是“{name}”，报告的机关是“{organ}”',
        en: 'the text speaks of “{name}”, the reporting organ is “{organ}”',
      },
    },
  },
} as const satisfies Partial<Record<Code, Rule>>;
