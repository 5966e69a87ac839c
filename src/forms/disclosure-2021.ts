import type { Column, Form } from './form.ts';

const stub = '信息内容';
const decisions: Column = {
  key: '本年处理决定数量',
  id: 'decisions',
  label: '本年处理决定数量',
  kind: 'count',
  span: 3,
};

/** 表二 of edition 2021: 条例 art. 20 items （一）（五）（六）（八）, 国办公开办函〔2021〕30号. */
export const disclosure2021: Form = {
  key: '主动公开',
  id: 'disclosure',
  name: '表二',
  title: '',
  arrangement: 'blocks',
  shaded: true,
  blocks: [
    {
      banner: '第二十条第（一）项',
      stub,
      ledger: 'documents',
      columns: [
        { key: '本年制发件数', id: 'issued', label: '本年制发件数', kind: 'count' },
        { key: '本年废止件数', id: 'repealed', label: '本年废止件数', kind: 'count' },
        { key: '现行有效件数', id: 'in-force', label: '现行有效件数', kind: 'count' },
      ],
      lines: [
        { key: '规章', id: 'regulations', label: '规章' },
        { key: '行政规范性文件', id: 'normative-documents', label: '行政规范性文件' },
      ],
    },
    {
      banner: '第二十条第（五）项',
      stub,
      columns: [decisions],
      lines: [{ key: '行政许可', id: 'permits', label: '行政许可' }],
    },
    {
      banner: '第二十条第（六）项',
      stub,
      columns: [decisions],
      lines: [
        { key: '行政处罚', id: 'penalties', label: '行政处罚' },
        { key: '行政强制', id: 'coercion', label: '行政强制' },
      ],
    },
    {
      banner: '第二十条第（八）项',
      stub,
      columns: [
        {
          key: '本年收费金额',
          id: 'amount',
          label: '本年收费金额（单位：万元）',
          kind: 'money',
          unit: '万元',
          span: 3,
        },
      ],
      lines: [{ key: '行政事业性收费', id: 'fees', label: '行政事业性收费' }],
    },
  ],
  relations: [
    {
      kind: 'carries',
      code: 'carry/in-force',
      across: 'columns',
      now: '现行有效件数',
      before: ['现行有效件数'],
      plus: ['本年制发件数'],
      minus: ['本年废止件数'],
    },
  ],
};
