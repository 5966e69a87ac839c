import { type Finding, finding, type TextPlace } from '../../finding.ts';
import { passagePlace, passages, type Report } from '../../report/report.ts';
import type { Subject } from '../subject.ts';

/** Common surnames that hardly end another word. */
const surnames =
  '王李张刘陈杨赵黄周吴徐孙胡朱郭何马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范姚谭廖邹熊陆郝孔崔邱秦顾侯邵孟雷钱汤尹黎易武乔贺赖龚某';

const counted = '年月日条件次个篇份期项人家户名万元省市县区乡镇村局街号第';

const placeholder =
  /[×╳✕]{2,}|(?<=(?<!\d)20)[XxＸｘ]{2}(?=年)|(?<![A-Za-z0-9_@./-])[XxＸｘ]{2,}(?![A-Za-z0-9_@./-])|[×╳✕](?=[年月日条件次个篇份期项人家万元省市县区乡镇局])|(?<![\w@./-])_{3,}(?![\w@./-])/g;

const instruction =
  /TODO|FIXME|TBD|[（(【[]\s*(?:文字描述|此处填写[^）)】\]]{0,20}|请填写[^）)】\]]{0,20}|待补充|待填写|待填|待定|待核实)\s*[）)】\]]|(?:编写|撰写|填写|填报|填表)(?:说明|提示|要求)\s{0,2}[：:]|该部分(?:以|用)(?:表格|文字)(?:的?形式)?(?:进行)?(?:报告|描述|填报)/;

/** Words of which every instruction has one; a pattern of its own because nearly every paragraph has none. */
const instructing = /TODO|FIXME|TBD|文字描述|填[写报表]|待[补填定核]|[编撰]写|该部分/;

interface Leftover {
  readonly say: 'placeholder' | 'instruction' | 'value' | 'hash';
  readonly from: number;
  readonly to: number;
}

function firstPlaceholder(text: string): Leftover | undefined {
  if (!/[×╳✕XxＸｘ_]/.test(text)) return undefined;
  for (const match of text.matchAll(placeholder)) {
    const from = match.index;
    const to = from + match[0].length;
    const before = text.slice(Math.max(0, from - 3), from);
    const after = text.charAt(to);
    const year = /(?:^|\D)20$/.test(before) && /[年\d]/.test(after);
    // 138××××1234 and 3302×××× are numbers masked on purpose.
    const maskedNumber = /\d$/.test(before) || /^\d/.test(after);
    if (year || (!maskedNumber && (counted.includes(after || '\n') || !surnames.includes(before.slice(-1) || '\n'))))
      return { say: 'placeholder', from, to };
  }
  return undefined;
}

/** What a template left behind in a text, at most one of each kind. */
export function leftoversIn(text: string): readonly Leftover[] {
  const found: Leftover[] = [];
  if (/^\s*#/.test(text)) found.push({ say: 'hash', from: text.indexOf('#'), to: text.length });
  const value = text.indexOf('{{');
  if (value >= 0) {
    const end = text.indexOf('}}', value);
    found.push({ say: 'value', from: value, to: end < 0 ? value + 2 : end + 2 });
  }
  const mark = firstPlaceholder(text);
  if (mark) found.push(mark);
  const words = instructing.test(text) ? instruction.exec(text) : null;
  if (words) found.push({ say: 'instruction', from: words.index, to: words.index + words[0].length });
  return found;
}

interface Text {
  readonly text: string;
  readonly at: (from: number, to: number) => TextPlace;
}

function* texts(report: Report): Generator<Text> {
  yield { text: report.organ, at: () => report.place(['机关'], 'value') };
  if (!report.title.startsWith(report.organ)) yield { text: report.title, at: () => report.place(['标题'], 'value') };
  for (const passage of passages(report))
    yield { text: passage.text, at: (from, to) => passagePlace(passage, from, to) };
  for (const { heading, headingAt } of report.sections) if (headingAt) yield { text: heading, at: () => headingAt };
}

/** What a template left behind: placeholders, instructions to the writer, values not filled, comment lines. */
export function checkLeftovers({ report }: Subject): Finding[] {
  return [...texts(report)].flatMap(({ text, at }) =>
    leftoversIn(text).map(({ say, from, to }) =>
      finding('structure/leftover', at(from, to), { found: text.slice(from, Math.min(to, from + 30)) }, { say }),
    ),
  );
}
