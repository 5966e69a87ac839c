import { channels } from '../../src/forms/channels.ts';
import { editionOfYear } from '../../src/forms/editions.ts';
import type { Form, SectionKey } from '../../src/forms/form.ts';
import { cellKey, leaves } from '../../src/forms/walk.ts';
import type { Body, Cell, Passage, Report, SectionBody, Style, Table } from '../../src/report/report.ts';

const at = { file: 'report.yaml', start: 0, end: 0, path: [] };

export const standardStyle: Style = {
  fonts: 'gb2312',
  pageNumber: '双面',
  margins: [37, 35, 28, 26],
  lineSpacing: 28.9,
};

const numberings = [/^[一二三四五六]、/, /^（[一二三四五六]）/, /^\d\./, /^（\d）/];

/** A line of text as the reader of reports makes it. */
export function passage(text: string): Passage {
  const level = (numberings.findIndex((numbering) => numbering.test(text)) + 1) as Passage['level'];
  const stop = text.indexOf('。');
  const headingLength = level === 0 ? 0 : stop < 0 ? text.length : stop + 1;
  return { kind: 'passage', text, level, headingLength, file: at.file, path: [], pieces: [] };
}

/** Lines of text as paragraphs. */
export const text = (lines: string): readonly Body[] =>
  lines
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map(passage);

/** A table with the rows given by the path of their line, every other cell `rest`. */
export function tableWith(
  form: Form,
  rows: Readonly<Record<string, readonly (number | string | null)[]>>,
  rest: number | null = 0,
  more: Partial<Pick<Table, 'units' | 'position'>> = {},
): Table {
  const cells = new Map<string, Cell>();
  for (const leaf of leaves(form))
    for (const [index, column] of leaf.block.columns.entries()) {
      const row = rows[leaf.path.join('.')];
      const value = row ? (row[index] ?? null) : rest;
      const key = cellKey(form, leaf.path, column);
      cells.set(key, {
        key,
        kind: column.kind,
        value,
        text: value === null ? '' : String(value),
        origin: 'stated',
        at,
      });
    }
  return { form, cells, at, units: new Map(), ...more };
}

/** A report of a year with the texts and tables given; a statutory table that is not given is all zero. */
export function sampleReport(
  year: number,
  organ: string,
  texts: Partial<Record<SectionKey, readonly Body[]>>,
  tables: Partial<Record<SectionKey, Table>>,
  more: Partial<Report> = {},
): Report {
  const edition = editionOfYear(year);
  const sections = edition.sections.map(
    ({ key, heading }): SectionBody => ({ key, heading, at, before: texts[key] ?? [], after: [] }),
  );
  const forms = edition.sections.flatMap(({ form }) => (form ? [form] : []));
  return {
    file: at.file,
    year,
    organ,
    level: '乡镇',
    signedOn: `${year + 1}-01-25`,
    deadline: `${year + 1}-01-31`,
    edition,
    title: `${organ}${year}年政府信息公开工作年度报告`,
    style: standardStyle,
    preamble: text(`本报告由${organ}编制，统计期限自${year}年1月1日起至${year}年12月31日止。`),
    sections,
    tables: new Map(forms.map((form) => [form.key, tables[form.key as SectionKey] ?? tableWith(form, {})])),
    extensions: [],
    ignores: [],
    place: () => at,
    ...more,
  };
}

const general = text(`
全年坚持“应公开、尽公开”——以群众看得到、看得懂为标准……各项工作平稳有序。
（一）主动公开。通过门户网站公开信息，内容包括‘三公’经费、办事指南等。
（二）依申请公开
全年没有收到申请。
1.登记。收到申请当日登记。
（1）答复。按期答复申请人；
`);

/** The figures of a real township of 2020, edition 2019: nothing but procurement and the local table of channels. */
export const township = (more: Partial<Report> = {}): Report => {
  const form = editionOfYear(2020).sections[1]?.form;
  if (!form) throw new Error('edition 2019 has its 表二');
  return sampleReport(
    2020,
    '鹿亭乡人民政府',
    { 总体情况: general, 问题与改进: text('公开的内容还不够全面。'), 其他事项: text('没有其他需要报告的事项。') },
    {
      主动公开: tableWith(form, { 政府集中采购: [37, '414922.3'] }, 0, { units: new Map([['政府集中采购', '元']]) }),
    },
    {
      extensions: [
        tableWith(
          channels,
          { 主动公开政府信息数: [315], 政府网站: [175], 政务微博: [12], 政务微信: [238], 微博微信回应事件: [24] },
          null,
          { position: { section: '依申请公开', after: false } },
        ),
      ],
      ...more,
    },
  );
};

/** The figures of a real city of 2025, edition 2021: every column of 表三 in use. */
export const cityRequests: Readonly<Record<string, readonly number[]>> = {
  本年新收: [13612, 252, 0, 45, 128, 32, 14069],
  上年结转: [535, 6, 0, 1, 18, 0, 560],
  予以公开: [5345, 129, 0, 41, 19, 14, 5548],
  部分公开: [2120, 39, 0, 1, 6, 2, 2168],
  '不予公开.属于国家秘密': [13, 0, 0, 0, 0, 0, 13],
  '不予公开.其他法律行政法规禁止公开': [30, 0, 0, 0, 0, 0, 30],
  '不予公开.危及三安全一稳定': [11, 0, 0, 0, 0, 0, 11],
  '不予公开.保护第三方合法权益': [49, 2, 0, 0, 0, 0, 51],
  '不予公开.属于三类内部事务信息': [103, 1, 0, 0, 0, 0, 104],
  '不予公开.属于四类过程性信息': [84, 1, 0, 0, 0, 0, 85],
  '不予公开.属于行政执法案卷': [282, 4, 0, 0, 0, 0, 286],
  '不予公开.属于行政查询事项': [147, 0, 0, 0, 1, 2, 150],
  '无法提供.本机关不掌握相关政府信息': [3075, 50, 0, 0, 89, 8, 3222],
  '无法提供.没有现成信息需要另行制作': [177, 3, 0, 0, 0, 0, 180],
  '无法提供.补正后申请内容仍不明确': [19, 0, 0, 0, 0, 0, 19],
  '不予处理.信访举报投诉类申请': [199, 1, 0, 0, 3, 0, 203],
  '不予处理.重复申请': [147, 1, 0, 0, 0, 0, 148],
  '不予处理.要求提供公开出版物': [0, 0, 0, 0, 0, 0, 0],
  '不予处理.无正当理由大量反复申请': [100, 1, 0, 0, 0, 0, 101],
  '不予处理.要求行政机关确认或重新出具已获取信息': [5, 0, 0, 0, 0, 0, 5],
  '其他处理.申请人无正当理由逾期不补正': [315, 3, 0, 0, 0, 0, 318],
  '其他处理.申请人逾期未缴纳费用': [202, 0, 0, 1, 0, 0, 203],
  '其他处理.其他': [941, 17, 0, 1, 3, 3, 965],
  总计: [13364, 252, 0, 44, 121, 29, 13810],
  结转下年度: [783, 6, 0, 2, 25, 3, 819],
};

export const city = (more: Partial<Report> = {}): Report => {
  const [, disclosure, requests, review] = editionOfYear(2025).sections.map(({ form }) => form);
  if (!disclosure || !requests || !review) throw new Error('edition 2021 has its three tables');
  return sampleReport(
    2025,
    '示例市人民政府',
    { 总体情况: general, 问题与改进: text('发展还不平衡。'), 其他事项: text('收取信息处理费400元。') },
    {
      主动公开: tableWith(disclosure, {
        规章: [3, 5, 74],
        行政规范性文件: [564, 984, 4185],
        行政许可: [11398889],
        行政处罚: [6937489],
        行政强制: [166105],
        行政事业性收费: ['316441.457379'],
      }),
      依申请公开: tableWith(requests, cityRequests),
      复议诉讼: tableWith(review, {
        行政复议: [376, 97, 196, 121, 790],
        未经复议直接起诉: [16, 1, 12, 27, 56],
        复议后起诉: [74, 1, 30, 51, 156],
      }),
    },
    more,
  );
};
