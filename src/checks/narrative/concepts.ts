import type { Figure } from './figures.ts';
import { isNewOnly, type Role } from './roles.ts';
import type { Worded } from './spoken.ts';

/** What a number of the text says of the tables: which lines and which column it should equal. */
export interface Concept {
  readonly table: '主动公开' | '依申请公开' | '复议诉讼';
  readonly name: string;
  /** Names of lines, groups or sums of the form; the number is the sum of all of them. */
  readonly lines: readonly string[];
  readonly columns: readonly string[];
  /** Another sum that fits as well: 受理 is 新收 or 新收 + 上年结转. */
  readonly or?: readonly string[];
  /** Why the text may speak of another range than the table; a difference is then only asked about. */
  readonly scope?: string;
  readonly money?: boolean;
}

/** How texts speak of a line, or of a column, of a table; a pattern where one word does not tell it. */
type Naming = readonly [words: string | RegExp, name: string];

const speaksOf = (text: string, words: string | RegExp): boolean =>
  typeof words === 'string' ? text.includes(words) : words.test(text);

const leaves: readonly Naming[] = [
  ['国家秘密', '不予公开.属于国家秘密'],
  [/法律.{0,6}禁止公开/, '不予公开.其他法律行政法规禁止公开'],
  ['三安全一稳定', '不予公开.危及三安全一稳定'],
  ['第三方', '不予公开.保护第三方合法权益'],
  ['内部事务', '不予公开.属于三类内部事务信息'],
  ['过程性', '不予公开.属于四类过程性信息'],
  ['执法案卷', '不予公开.属于行政执法案卷'],
  ['行政查询', '不予公开.属于行政查询事项'],
  ['不掌握', '无法提供.本机关不掌握相关政府信息'],
  [/没有现成|需要?另行制作/, '无法提供.没有现成信息需要另行制作'],
  [/补正后.{0,8}不明确/, '无法提供.补正后申请内容仍不明确'],
  [/(?:信访|举报|投诉)[^,。;件]{0,6}申请/, '不予处理.信访举报投诉类申请'],
  ['重复申请', '不予处理.重复申请'],
  ['公开出版物', '不予处理.要求提供公开出版物'],
  ['大量反复', '不予处理.无正当理由大量反复申请'],
  [/确认或.{0,2}重新出具/, '不予处理.要求行政机关确认或重新出具已获取信息'],
  ['逾期不补正', '其他处理.申请人无正当理由逾期不补正'],
  [/逾期未[^,。;]{0,12}缴纳?费用?/, '其他处理.申请人逾期未缴纳费用'],
];

/** Every one of these names has one of these; most words have none. */
const ofLeaves = /[密禁稳方务程卷询掌成制明访举诉复版反具补缴]/;

const groups: readonly Naming[] = [
  [/不予公开$|不予公开(?:的|答复|申请|决定)/, '不予公开'],
  ['无法提供', '无法提供'],
  ['不予处理', '不予处理'],
  [/其[他它]处理/, '其他处理'],
  ['部分公开', '部分公开'],
  [/(?<!不)予以公开|同意公开/, '予以公开'],
];

/** How texts speak of who applied, and the columns that are meant. */
type Applicant = readonly [words: string | RegExp, name: string, columns: readonly string[]];

const applicants: readonly Applicant[] = [
  [/自然人|公民/, '自然人', ['自然人']],
  [/法人|其他组织/, '法人或其他组织', ['商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他']],
  ['商业企业', '商业企业', ['商业企业']],
  ['科研机构', '科研机构', ['科研机构']],
  ['社会公益', '社会公益组织', ['社会公益组织']],
  ['法律服务', '法律服务机构', ['法律服务机构']],
];

const total = ['总计'];

const byApplicant = ([, name, columns]: Applicant, newOnly = false): Concept => ({
  table: '依申请公开',
  name,
  lines: ['本年新收'],
  columns,
  ...(newOnly ? {} : { or: ['本年新收', '上年结转'] }),
});

const together =
  /^(?:其中|我[局委办镇乡街县市区厅院]|全年|依法|答复)?[,:]?((?:(?<!不)予以公开|部分公开|不予公开|无法提供|不予处理|其[他它]处理)(?:的|答复)?(?:(?:[、和及与]|以及)(?:予以公开|部分公开|不予公开|无法提供|不予处理|其[他它]处理)(?:的|答复)?)+)(?:申请|决定)?(?:共|共计|合计|总计|一共)(?:为|有|是)?$/;

/** 予以公开和部分公开共8件: the outcomes that one number counts together. */
function outcomesTogether(about: string): readonly string[] | undefined {
  const named = about.match(/予以公开|部分公开|不予公开|无法提供|不予处理|其[他它]处理/g) ?? [];
  if (named.length < 2 || !together.test(about)) return undefined;
  return named.map((name) => name.replace('它', '他'));
}

/** 收到、办理 of requests, their outcomes, and who applied. */
function ofRequests({ own, sentence, line, owner, inside }: Worded, role: Role | undefined): Concept | undefined {
  const table = '依申请公开';
  if (!/申请/.test(line) || /复议|诉讼|许可/.test(own)) return undefined;
  if (role === 'carried') return { table, name: '上年结转', lines: ['上年结转'], columns: total };
  if (role === 'over') return { table, name: '结转下年度', lines: ['结转下年度'], columns: total };
  if (role === 'settled')
    return owner && /复议|诉讼/.test(owner.lead)
      ? undefined
      : {
          table,
          name: '办理结果总计',
          lines: ['总计'],
          columns: total,
          // 共办理60件 may be all that there was to handle.
          ...(/办结|答复|完/.test(own) ? {} : { or: ['本年新收', '上年结转'] }),
        };
  if (role === 'received') {
    if (owner && !inside) return undefined;
    // 收到自然人申请9件 is a share of what was received, not all of it.
    const by = applicants.filter(([words]) => speaksOf(own, words));
    if (by.length === 1 && by[0] && !/公民[、和与]/.test(own)) return byApplicant(by[0], isNewOnly(own));
    if (by.length === 0 && /企业|个人|律师/.test(own)) return undefined;
    const only = isNewOnly(own);
    return {
      table,
      name: only ? '本年新收' : '收到的申请',
      lines: ['本年新收'],
      columns: total,
      ...(only ? {} : { or: ['本年新收', '上年结转'] }),
    };
  }
  if (!/信息公开|依申请|申请公开/.test(line)) return undefined;
  const about = own.replace(/依申请公开|政府信息公开|申请公开/g, '');
  if (/文件|公文|公开信息|政府信息\d?$|目录|栏目/.test(about)) return undefined;
  const leaf = ofLeaves.test(about) ? leaves.find(([words]) => speaksOf(about, words)) : undefined;
  const group = groups.find(([words]) => speaksOf(about, words));
  // 因本机关不掌握无法提供65件 may mean the group or the one reason.
  if (group && leaf?.[1].startsWith(group[1]))
    return { table, name: group[1], lines: [group[1]], columns: total, or: [leaf[1]] };
  const several = outcomesTogether(about);
  if (several) return { table, name: several.join('和'), lines: several, columns: total };
  const kinds = [...(leaf ? leaves : []), ...(leaf || group ? groups : [])].filter(([words]) =>
    speaksOf(about, words),
  ).length;
  if (leaf && kinds <= 2) return { table, name: leaf[1].split('.').at(-1) ?? '', lines: [leaf[1]], columns: total };
  if (group && kinds === 1) return { table, name: group[1], lines: [group[1]], columns: total };
  const applicant = applicants.filter(([words]) => speaksOf(about, words));
  if (
    applicant.length === 1 &&
    applicant[0] &&
    /申请|依申请/.test(sentence) &&
    !/公民、|公民和|或/.test(about.replace('法人或其他组织', ''))
  )
    return byApplicant(applicant[0]);
  return undefined;
}

const results: readonly Naming[] = [
  ['维持', '结果维持'],
  ['纠正', '结果纠正'],
  [/其[他它]结果/, '其他结果'],
  [/[未在待]审结|正在审理|审理中/, '尚未审结'],
];

/** Reviews are the first group of table 四, lawsuits the other two. */
function ofReviews({ own, sentence, owner, line, statement }: Worded): Concept | undefined {
  const table = '复议诉讼';
  const context = `${owner ? `${owner.lead}${owner.tail}` : ''}${sentence}${own}`;
  const at = Math.max(context.lastIndexOf('复议'), context.lastIndexOf('诉讼'), context.lastIndexOf('起诉'));
  if (at < 0) return undefined;
  const result = results.filter(([words]) => speaksOf(own, words));
  if (result.length > 1) return undefined;
  const columns = result[0] ? [result[0][1]] : total;
  if (
    !result[0] &&
    !/(?:复议|诉讼|起诉)的?(?:案件?|申请|事项|数量?|情况|件数|决定)*(?:共计?|合计|发生|[为数有,])*$/.test(own)
  )
    return undefined;
  const named = result[0] ? context : own;
  const near = named.slice(
    Math.max(named.lastIndexOf('复议'), named.lastIndexOf('诉讼'), named.lastIndexOf('起诉'), 0) - 12,
  );
  const direct = named.includes('未经') && /未经(?:行政)?复议而?(?:直接)?(?:提起|起诉|诉讼)[^,。;]*$/.test(named);
  const after =
    !direct &&
    /复议后|经复议/.test(named) &&
    /(?:复议后|经复议)再?(?:提起)?(?:行政)?(?:起诉|诉讼)[^,。;]*$/.test(named);
  const reviews = /复议/.test(near);
  const lawsuits = /诉讼|起诉/.test(near);
  const last = named.lastIndexOf('复议') > Math.max(named.lastIndexOf('诉讼'), named.lastIndexOf('起诉'));
  if (!direct && !after && !last && /复议[^,。;\d]{0,4}[、和及与或][^,。;\d]{0,6}(?:诉讼|起诉)/.test(named))
    return statement.figure.value === 0 || !result[0]
      ? {
          table,
          name: '行政复议和行政诉讼',
          lines: ['行政复议', '未经复议直接起诉', '复议后起诉'],
          columns,
          scope: '复议和诉讼合计',
        }
      : undefined;
  const name = direct
    ? '未经复议直接起诉'
    : after
      ? '复议后起诉'
      : last || (reviews && !lawsuits)
        ? '行政复议'
        : '行政诉讼';
  const lines = name === '行政诉讼' ? ['未经复议直接起诉', '复议后起诉'] : [name];
  const ours = /信息公开|依申请|政务公开/.test(line);
  const scope =
    /审理|审结(?!\d)|代理|出庭|应诉|立案|本机关作为|作为复议机关|行政复议机关/.test(own) && !result[0]
      ? '本机关作为复议机关或者应诉机关办理的案件'
      : ours
        ? undefined
        : '全部案件，不只是政府信息公开的案件';
  return { table, name: result[0] ? `${name}${columns[0]}` : name, lines, columns, ...(scope ? { scope } : {}) };
}

const published = /公开|公示|发布|公布|录入|归集|上传|推送|报送|更新/;

/** 制发行政规范性文件1件，废止2件，现行有效9件: the kind is named once. */
const issued = /(?:制发|印发|出台|制定|废止)行?政?规范性文件\d+件[,、](?:(?:制发|废止)\d+件[,、])?(?:废止|现行有效)$/;

/** 规范性文件, 行政许可, 行政处罚, 行政强制, 收费 and 采购 of table 二. */
function ofDisclosure({ own, statement, sentence }: Worded): Concept | undefined {
  if (!/规范性文件|规章|采购|收费|金额|行政[许处强]|废止|现行有效/.test(own)) return undefined;
  const table = '主动公开';
  const { measure, unit } = statement.figure;
  const money = measure === 'money';
  if (/解读|清理|备案|征求|审查|审核|修[订改]|目录|清单|培训|草案|起草/.test(own)) return undefined;
  if (money) {
    if (/事业性收费/.test(own))
      return { table, name: '行政事业性收费', lines: ['行政事业性收费'], columns: ['本年收费金额'], money };
    if (/采购/.test(sentence) && /采购|金额/.test(own))
      return { table, name: '政府集中采购总金额', lines: ['政府集中采购'], columns: ['采购总金额'], money };
    return undefined;
  }
  if (measure !== 'item' && measure !== 'event') return undefined;
  if (/集中采购/.test(own) && /项目|数量|采购$|采购共$/.test(own))
    return { table, name: '政府集中采购项目数量', lines: ['政府集中采购'], columns: ['采购项目数量'] };
  const documents =
    /规范性文件(?!.*(?:政策性|其他文件))/.test(own) || (/^[,、]?(?:废止|现行有效)$/.test(own) && issued.test(sentence))
      ? '规范性文件'
      : /规章(?!制度)(?:数|件)*$/.test(own)
        ? '规章'
        : undefined;
  if (documents && !/和规章|规章和|规章、|、规章/.test(own)) {
    const columns = own.includes('有效')
      ? ['现行有效件数']
      : /废止|失效/.test(own)
        ? ['本年废止件数']
        : /制发|制定|印发|出台|新制/.test(own) && !/截至|累计|共有|现有/.test(sentence)
          ? ['本年制发件数', '本年新制作数量']
          : undefined;
    if (columns) return { table, name: `${documents}${columns[0]?.slice(0, 4) ?? ''}`, lines: [documents], columns };
    return undefined;
  }
  const kind = ['行政许可', '行政处罚', '行政强制'].filter((name) => own.includes(name));
  if (kind.length !== 1 || !kind[0]) return undefined;
  if (/申请|受理|事项(?!处理)|听证|复议|诉讼|执法检查|案卷|指引|不予行政处罚|免予/.test(own)) return undefined;
  const scope =
    published.test(own) || published.test(sentence.slice(-24)) || unit === '条' || /信息/.test(own)
      ? '公开的信息条数，不是作出的决定数'
      : /立案/.test(own)
        ? '立案数，不是作出的决定数'
        : unit === '项' && /新增|取消|调整|下放|承接/.test(own)
          ? '增减的项目数，不是作出的决定数'
          : undefined;
  return {
    table,
    name: `${kind[0]}处理决定数量`,
    lines: [kind[0]],
    columns: ['本年处理决定数量', '处理决定数量', '本年增/减'],
    ...(scope ? { scope } : {}),
  };
}

/** 2023年没有不予公开, 20个工作日内答复: dates and spans count no requests, applicants do. */
const countsNothing = ({ measure, unit }: Figure): boolean => measure === 'other' && !/[人名位家户]$/.test(unit);

/** What a number of the text, in its role, should equal in the tables, if it speaks of them at all. */
export function conceptOf(worded: Worded, role: Role | undefined): Concept | undefined {
  const { own, statement } = worded;
  if (countsNothing(statement.figure)) return undefined;
  if (/复议|诉讼|起诉|维持|纠正|审结|其[他它]结果|审理/.test(own)) return ofReviews(worded);
  return ofDisclosure(worded) ?? ofRequests(worded, role);
}
