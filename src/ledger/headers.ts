import { nearest } from './nearest.ts';
import { headerLabel, isOwn } from './spelling.ts';

/** What a row of a sheet is. */
export type SheetKind = 'items' | 'requests' | 'cases' | 'documents';

/** The columns of each kind of sheet: our name first, then what offices write. */
const columns = {
  items: {
    title: ['标题', '信息名称', '名称', '信息标题', '题目', '文件名称', '文件标题'],
    documentNumber: ['文号', '文件编号', '发文字号', '发文文号', '文件文号'],
    index: ['索引号', '信息索取号', '信息编号'],
    category: ['类别', '栏目', '公开类别', '信息种类', '目录分类', '组配分类', '信息类别', '信息分类', '分类'],
    date: ['公开日期', '发布日期', '发布时间', '公开时间', '日期', '时间'],
    channel: [
      '公开渠道',
      '渠道',
      '载体',
      '公开形式',
      '信息来源',
      '发布渠道',
      '公开载体',
      '发布载体',
      '公开途径',
      '发布平台',
    ],
    mode: ['公开方式'],
    office: ['责任科室', '责任部门', '责任单位', '发布机构', '发布单位', '科室'],
    link: ['链接', '网址', '链接地址'],
    remark: ['备注', '说明'],
    quantity: ['数量', '条数', '件数'],
    serial: ['序号', '编号'],
  },
  requests: {
    received: ['收到日期', '收到时间', '收件日期', '收到申请日期'],
    applicant: ['申请人类型', '申请人类别', '申请人性质'],
    outcome: ['办理结果', '处理结果', '答复结果'],
    settled: ['办结日期', '办结时间', '答复日期', '答复时间'],
    number: ['申请编号', '编号', '申请号'],
    remark: ['备注', '说明'],
    serial: ['序号'],
  },
  cases: {
    type: ['类型', '案件类型', '案件类别'],
    received: ['收到日期', '收到时间', '收案日期', '受理日期'],
    outcome: ['结果', '案件结果', '审理结果', '办理结果'],
    settled: ['审结日期', '结案日期', '审结时间', '办结日期'],
    number: ['案号', '案件编号'],
    remark: ['备注', '说明'],
    serial: ['序号'],
  },
  documents: {
    title: ['标题', '名称', '文件名称', '文件标题'],
    documentNumber: ['文号', '文件编号', '发文字号', '发文文号'],
    kind: ['种类', '文件种类', '文件类型'],
    issued: ['制发日期', '印发日期', '发文日期', '成文日期', '发布日期'],
    repealed: ['废止日期', '失效日期', '废止时间'],
    remark: ['备注', '说明'],
    serial: ['序号'],
  },
} as const satisfies Record<SheetKind, Record<string, readonly string[]>>;

/** What a column holds. */
export type Role = { [Kind in SheetKind]: keyof (typeof columns)[Kind] }[SheetKind];

/** How our columns are called in a sentence. */
export const roleName = (kind: SheetKind, role: Role): string =>
  rolesOf(kind).find(([name]) => name === role)?.[1][0] ?? role;

const rolesOf = (kind: SheetKind): readonly (readonly [Role, readonly string[]])[] =>
  Object.entries(columns[kind]) as [Role, readonly string[]][];

interface Known {
  readonly role: Role;
  /** Place among the names of its role: the first is ours and wins over the others. */
  readonly rank: number;
}

const labels: Readonly<Record<SheetKind, ReadonlyMap<string, Known>>> = {
  items: labelsOf('items'),
  requests: labelsOf('requests'),
  cases: labelsOf('cases'),
  documents: labelsOf('documents'),
};

function labelsOf(kind: SheetKind): ReadonlyMap<string, Known> {
  const found = new Map<string, Known>();
  for (const [role, names] of rolesOf(kind))
    for (const [rank, name] of names.entries()) found.set(name, { role, rank });
  return found;
}

export const sheetKinds: readonly SheetKind[] = ['items', 'requests', 'cases', 'documents'];

/** What the labels of all kinds begin with. */
const initials = new Set(Object.values(labels).flatMap((each) => [...each.keys()].map((label) => label.charCodeAt(0))));

/** What a header cell means in a kind of sheet. */
export const known = (kind: SheetKind, text: string): Known | undefined =>
  mayBeKnown(text) ? labels[kind].get(headerLabel(text)) : undefined;

/** Whether a label can begin as a text does: a title is no header by its first character. */
function mayBeKnown(text: string): boolean {
  const initial = text.charCodeAt(0);
  return !isOwn(initial) || initials.has(initial);
}

/** Whether a sheet with these columns is of a kind. */
const demands: Readonly<Record<SheetKind, (has: (role: Role) => boolean) => boolean>> = {
  items: (has) =>
    has('title') &&
    (['date', 'channel', 'mode', 'category', 'documentNumber', 'index', 'office', 'quantity'] as const).some(has),
  requests: (has) => has('outcome') && (['received', 'applicant'] as const).some(has),
  cases: (has) => has('type') && has('outcome'),
  documents: (has) => has('title') && has('issued') && (has('repealed') || has('kind')),
};

/** The kind of sheet that a row of header cells stands over, the one with most of its columns known; undefined if none. */
export function kindOf(header: readonly string[], ticks: number): SheetKind | undefined {
  let best: { readonly kind: SheetKind; readonly score: number } | undefined;
  const written = header.filter((text) => text !== '' && mayBeKnown(text)).map(headerLabel);
  for (const kind of sheetKinds) {
    const roles = new Set<Role>();
    for (const label of written) {
      const meaning = labels[kind].get(label);
      if (meaning) roles.add(meaning.role);
    }
    if (kind === 'items' && ticks > 0) roles.add('channel');
    if (kind === 'documents' && written.includes('制发日期')) roles.add('kind');
    if (demands[kind]((role) => roles.has(role)) && roles.size > (best?.score ?? 0)) best = { kind, score: roles.size };
  }
  return best?.kind;
}

/** The known header nearest to one that is not known: of one kind of sheet, or of all. */
export function nearestHeader(text: string, kind?: SheetKind): string | undefined {
  const kinds = kind === undefined ? sheetKinds : [kind];
  return nearest(
    headerLabel(text),
    kinds.flatMap((each) => [...labels[each].keys()]),
  );
}

/** How many header cells any kind of sheet knows. */
export const knownCount = (header: readonly string[]): number =>
  header.filter((text) => text !== '' && sheetKinds.some((kind) => known(kind, text))).length;
