import { channels } from '../forms/channels.ts';
import type { Block, Edition, Form, Line } from '../forms/form.ts';
import { countedBlock, totalsOf } from '../ledger/labels.ts';

/** The lists that cells of a ledger offer. */
export type ChoiceName = '类别' | '公开渠道' | '申请人类型' | '办理结果' | '类型' | '结果' | '种类';

/** A list with what it is for. */
export interface ChoiceList {
  readonly name: ChoiceName;
  readonly title: string;
  readonly choices: readonly string[];
  /** Empty places for an office's own. */
  readonly spare: number;
}

/** Categories to begin with; an office has its own. */
const categories = [
  '机构概况',
  '政策文件',
  '规划计划',
  '工作信息',
  '公告公示',
  '财政信息',
  '人事信息',
  '重点领域信息',
  '其他',
] as const;

const channelNames = (): readonly string[] =>
  channels.blocks
    .flatMap(({ lines }) => lines)
    .flatMap(({ counts }) => (counts?.startsWith('台账.渠道.') ? [counts.slice('台账.渠道.'.length)] : []));

/** A label on one line without its remark: 部分公开（区分处理的……） → 部分公开. */
const short = (label: string): string => label.replaceAll('\n', '').replace(/（[^（）]{4,}）$/, '');

/** What can come of a request: the lines of 表三 under 本年度办理结果 with their numbers, those of a group behind its name. */
function outcomes({ gathers }: Form, { lines }: Block): readonly string[] {
  const from = lines.findIndex(({ key }) => key === gathers?.from);
  const to = lines.findIndex(({ key }) => key === gathers?.to);
  const labelsOf = (line: Line): readonly string[] =>
    line.lines ? line.lines.map((inner) => `${short(line.label)}：${short(inner.label)}`) : [short(line.label)];
  return lines.slice(from, to).flatMap(labelsOf);
}

const partColumns = (form: Form, block: Block): readonly string[] => {
  const totals = totalsOf(form).columns;
  return block.columns.map(({ key }) => key).filter((key) => !totals.has(key));
};

/** The lists of an edition's ledger, from its forms; and whether the edition counts documents from the ledger. */
export function choicesOf(edition: Edition): {
  readonly lists: readonly ChoiceList[];
  readonly documentsCounted: boolean;
} {
  const forms = edition.sections.flatMap(({ form }) => form ?? []);
  const requests = countedBlock(forms, 'requests');
  const cases = countedBlock(forms, 'cases');
  const documents = countedBlock(forms, 'documents');
  if (!requests || !cases) throw new Error(`edition ${edition.id} counts no requests or no cases`);
  const kinds = (documents?.block ?? forms[0]?.blocks[0])?.lines.map(({ key }) => key) ?? [];
  const list = (name: ChoiceName, title: string, choices: readonly string[], spare = 0): ChoiceList => ({
    name,
    title,
    choices,
    spare,
  });
  return {
    lists: [
      list('类别', '“主动公开”表的类别（可以改成本单位的类别，空行里可以增加）', categories, 8),
      list('公开渠道', '“主动公开”表的公开渠道（空行里可以增加）', channelNames(), 4),
      list('申请人类型', '“依申请公开”表的申请人类型（不要改）', partColumns(requests.form, requests.block)),
      list('办理结果', '“依申请公开”表的办理结果（不要改）', outcomes(requests.form, requests.block)),
      list(
        '类型',
        '“复议诉讼”表的类型（不要改）',
        cases.block.lines.map(({ key }) => key),
      ),
      list('结果', '“复议诉讼”表的结果（不要改）', partColumns(cases.form, cases.block)),
      list('种类', '“规范性文件”表的种类（不要改）', kinds),
    ],
    documentsCounted: documents !== undefined,
  };
}
