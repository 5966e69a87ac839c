import type { Column, Form } from './form.ts';

const stub = '信息内容';
const before: Column = { key: '上一年项目数量', id: 'items-last-year', label: '上一年项目数量', kind: 'count' };
const change: Column = { key: '本年增/减', id: 'change', label: '本年增/减', kind: 'signed' };
const decisions: Column = { key: '处理决定数量', id: 'decisions', label: '处理决定数量', kind: 'count' };

/** 表二 of edition 2019: 条例 art. 20 items （一）（五）（六）（八）（九）, 国办公开办函〔2019〕60号. */
export const disclosure2019: Form = {
  key: '主动公开',
  id: 'disclosure',
  name: '表二',
  title: '',
  arrangement: 'blocks',
  blocks: [
    {
      banner: '第二十条第（一）项',
      stub,
      columns: [
        { key: '本年新制作数量', id: 'made', label: '本年新\n制作数量', kind: 'count' },
        { key: '本年新公开数量', id: 'disclosed', label: '本年新\n公开数量', kind: 'count' },
        { key: '对外公开总数量', id: 'disclosed-in-all', label: '对外公开总数量', kind: 'count' },
      ],
      lines: [
        { key: '规章', id: 'regulations', label: '规章' },
        { key: '规范性文件', id: 'normative-documents', label: '规范性文件' },
      ],
    },
    {
      banner: '第二十条第（五）项',
      stub,
      columns: [before, change, decisions],
      lines: [
        { key: '行政许可', id: 'permits', label: '行政许可' },
        { key: '其他对外管理服务事项', id: 'other-services', label: '其他对外管理服务事项' },
      ],
    },
    {
      banner: '第二十条第（六）项',
      stub,
      columns: [before, change, decisions],
      lines: [
        { key: '行政处罚', id: 'penalties', label: '行政处罚' },
        { key: '行政强制', id: 'coercion', label: '行政强制' },
      ],
    },
    {
      banner: '第二十条第（八）项',
      stub,
      columns: [before, { ...change, span: 2 }],
      lines: [{ key: '行政事业性收费', id: 'fees', label: '行政事业性收费' }],
    },
    {
      banner: '第二十条第（九）项',
      stub,
      columns: [
        { key: '采购项目数量', id: 'projects', label: '采购项目数量', kind: 'count' },
        { key: '采购总金额', id: 'amount', label: '采购总金额', kind: 'money', span: 2 },
      ],
      lines: [{ key: '政府集中采购', id: 'procurement', label: '政府集中采购', unitChoice: ['元', '万元'] }],
    },
  ],
  relations: [
    {
      kind: 'carries',
      code: 'carry/items',
      across: 'columns',
      now: '上一年项目数量',
      before: ['上一年项目数量', '本年增/减'],
    },
  ],
};
