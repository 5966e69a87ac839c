/** Characters of 22 points that a line of 156 mm holds. */
const lineWidth = 20;

/** Places where the parts of an organ's name or of a title meet. */
const joints: readonly RegExp[] = [
  /(?<=自治区|自治州|自治县|[省市县区州盟旗镇乡]|街道|新区|开发区|兵团|集团|总局|委员会|人民政府)(?=.)/gu,
  /(?=人民政府|办公室|办公厅|办事处|管理委员会|委员会|管理局|监督管理|\d{4}年|政府信息公开|年度报告)/gu,
  /(?<=\d{4}年|[和与及、（）的])(?=.)/gu,
];

/** Words that a joint must not fall into. */
const whole =
  /人民政府|政府信息公开|年度报告|管理委员会|监督管理局|街道办事处|市场|地区|社区|园区|城市|城乡|乡镇|区域|市政|县域|\d{4}年/gu;

/** Width in characters: digits and Latin letters take half of one. */
const widthOf = (text: string): number =>
  [...text].reduce((sum, one) => sum + (/[\u0020-\u024f]/.test(one) ? 0.5 : 1), 0);

/** Offsets at which a line may end. */
function breaks(text: string): readonly number[] {
  const found = new Set(joints.flatMap((joint) => [...text.matchAll(joint)].map((match) => match.index)));
  for (const { index, 0: word } of text.matchAll(whole))
    for (let inside = index + 1; inside < index + word.length; inside += 1) found.delete(inside);
  return [...found].filter((at) => at > 0 && at < text.length).sort((a, b) => a - b);
}

/**
 * Cuts a text into lines of at most `room` characters where its parts meet: two lines as even as can be, more where two are
 * not enough.
 */
export function wrapped(text: string, room: number): readonly string[] {
  if (widthOf(text) <= room) return [text];
  const at = breaks(text);
  const fitting = at.filter((one) => widthOf(text.slice(0, one)) <= room);
  const uneven = (one: number): number => Math.abs(widthOf(text.slice(0, one)) - widthOf(text.slice(one)));
  const halves = fitting.filter((one) => widthOf(text.slice(one)) <= room).sort((a, b) => uneven(a) - uneven(b));
  const end = halves[0] ?? fitting.at(-1) ?? [...text].slice(0, room).join('').length;
  return [text.slice(0, end), ...wrapped(text.slice(end), room)];
}

/** The title on its lines (GB/T 9704-2012, 7.3.1): the organ by itself where one line is not enough, no word split. */
export function titleLines(title: string, organ: string): readonly string[] {
  if (widthOf(title) <= lineWidth || !title.startsWith(organ) || title === organ) return wrapped(title, lineWidth);
  return [...wrapped(organ, lineWidth), ...wrapped(title.slice(organ.length), lineWidth)];
}
