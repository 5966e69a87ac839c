import { type Finding, finding } from '../../finding.ts';
import type { Subject } from '../subject.ts';
import type { Stretch } from './stretch.ts';

const place = /^(.{2,}?)(省|自治区|自治州|州|盟|市|县|区|旗|镇|乡|街道)/;
const ranks: Readonly<Record<string, string>> = {
  镇: '乡镇',
  乡: '乡镇',
  街道: '街道',
  县: '县',
  旗: '县',
  区: '区',
  市: '市',
  省: '省',
  自治区: '省',
  自治州: '州',
  州: '州',
  盟: '州',
};

/** 样本县统计局 as place and office: the last place name before the office counts. */
interface Named {
  readonly places: readonly { readonly name: string; readonly rank: string }[];
  readonly office: string;
}

function partsOf(name: string): Named {
  const places: { name: string; rank: string }[] = [];
  let rest = name;
  for (let match = place.exec(rest); match && places.length < 5; match = place.exec(rest)) {
    const [whole, own = '', rank = ''] = match;
    places.push({ name: own + rank, rank: ranks[rank] ?? rank });
    rest = rest.slice(whole.length);
  }
  return { places, office: rest };
}

const kind = '(?:人民政府(?:办公室)?|办事处|街道|委员会|管理局|[局厅委镇乡])';

/** Where an organ's name may end with what the organ does behind it, as the first character tells. */
const ending =
  /(?:民政府|办公室|事处|街道|员会|[局厅委镇乡])(?=20|[政在严认高坚积全深扎共未没收受主公发进始切按贯依根编])(?<=[\u4e00-\u9fff]{3})/g;

/** What an organ does in its own report. */
const doings =
  '政府信息公开 在信息 严格 认真 高度重视 坚持 积极 全面 深入 扎实 共 未收到 没有收到 收到 受理 主动公开 公开 发布 进一步 始终 切实 按照 贯彻 依法 根据《 编制'.split(
    ' ',
  );

function isDoing(text: string, from: number): boolean {
  const at = from + (/^20\d\d年度?,?/.exec(text.slice(from, from + 8))?.[0].length ?? 0);
  return !text.startsWith('共同', at) && doings.some((words) => text.startsWith(words, at));
}

/** A character of an organ's name: none of the words that join or tell something. */
const letter = '(?![了的和与在由对将被把为是等及或以并经向从到按就所而其])[\\u4e00-\\u9fff]';
const opening = '(?<=[。;,:!?\\n])\\s{0,4}(?:(?:20\\d\\d年度?|全年|一年来|年内|今年),?|本(?:年度)?报告由)?';

/** The end of a text where an organ stands at the beginning of a clause. */
const subject = new RegExp(`${opening}((?:${letter}){2,14}${kind})$`);

/** No organ stands further from the mark before its clause. */
const longestOpening = 40;

/** The organs that do something at the beginning of a clause: of each clause the longest name, with where it ends. */
function* subjectsOf(text: string): Generator<{ readonly name: string; readonly to: number }> {
  let found: { readonly from: number; readonly name: string; readonly to: number } | undefined;
  for (const { index, 0: last } of text.matchAll(ending)) {
    const to = index + last.length;
    if (!isDoing(text, to)) continue;
    const near = to < longestOpening ? `\n${text.slice(0, to)}` : text.slice(to - longestOpening, to);
    const match = subject.exec(near);
    if (!match) continue;
    const from = to - near.length + match.index;
    if (found && found.from !== from) yield found;
    found = { from, name: match[1] ?? '', to };
  }
  if (found) yield found;
}

/** Words that end in 局 or 乡 and name no organ. */
const common =
  /^(?:我|本|各|全|该|市|县|区|省|乡|镇|街道|上级|有关|相关|其他|及时|以|由|对|向|将|经|和|与|在|从|根据|通过)|结局|格局|布局|大局|全局|家乡|下乡|城乡/;

/** What officials call their own organ behind 我. */
const selves = ['镇', '乡', '街道', '局', '厅', '委'];
const ownKind = /(镇|乡|街道)(?:人民政府|办事处)?$|([局厅委])(?:员会)?$/;

/** 我镇 in the report of a bureau, 我局 in that of a township: the words of whoever wrote the text that was copied. */
function otherSelf(organ: string, text: string): { readonly name: string; readonly from: number } | undefined {
  const [, place, office] = ownKind.exec(organ) ?? [];
  const own = place ?? office;
  if (own === undefined || !selves.some((kind) => kind !== own && text.includes(`我${kind}`))) return undefined;
  for (const { index, 1: kind } of text.matchAll(/我(镇|乡(?!镇)|街道|局|厅|委(?![托派任]))/g))
    if (kind !== own) return { name: `我${kind}`, from: index };
  return undefined;
}

/** The text names another organ than the reporting one as its subject, as when copied from a neighbour: `narrative/organ`. */
export function checkOrgan({ report }: Subject, stretch: Stretch): readonly Finding[] {
  const said = new Set<string>();
  const self = otherSelf(report.organ, stretch.text);
  const ours = self
    ? [
        finding('narrative/organ', stretch.place(self.from, self.from + self.name.length), {
          name: self.name,
          organ: report.organ,
        }),
      ]
    : [];
  const named = [...subjectsOf(stretch.text)].flatMap(({ name, to }): readonly Finding[] => {
    if (report.organ.includes(name) || name.includes(report.organ)) return [];
    if (common.test(name) || said.has(name)) return [];
    const own = partsOf(report.organ);
    const ownPlace = own.places.at(-1);
    const other = partsOf(name);
    const last = other.places.at(-1);
    if (!last || !ownPlace) return [];
    const known = own.places.some((one) => one.name.endsWith(last.name) || last.name.endsWith(one.name));
    const sameOffice = /[局委厅办会]$/.test(other.office) && other.office === own.office;
    // A higher place or the report's own is no neighbour; 乡镇 and 街道 stand side by side.
    const besides = last.rank === ownPlace.rank || (/乡镇|街道/.test(last.rank) && /乡镇|街道/.test(ownPlace.rank));
    if (known || !(besides || sameOffice)) return [];
    said.add(name);
    return [finding('narrative/organ', stretch.place(to - name.length, to), { name, organ: report.organ })];
  });
  return [...ours, ...named];
}
