import type { Column, Form } from './form.ts';

const column = (key: string, id: string): Column => ({ key, id, label: key, kind: 'count' });

/** 表四, the same in both editions: reviews and lawsuits side by side; litigation has no grand total (条例 art. 50 item (3)). */
export const review: Form = {
  key: '复议诉讼',
  id: 'review',
  name: '表四',
  title: '',
  arrangement: 'band',
  heads: [
    { label: '行政复议', of: '行政复议' },
    {
      label: '行政诉讼',
      heads: [
        { label: '未经复议直接起诉', of: '未经复议直接起诉' },
        { label: '复议后起诉', of: '复议后起诉' },
      ],
    },
  ],
  blocks: [
    {
      ledger: 'cases',
      columns: [
        column('结果维持', 'upheld'),
        column('结果纠正', 'corrected'),
        column('其他结果', 'other'),
        column('尚未审结', 'pending'),
        column('总计', 'total'),
      ],
      lines: [
        { key: '行政复议', id: 'review', label: '行政复议' },
        { key: '未经复议直接起诉', id: 'litigation-direct', label: '未经复议直接起诉' },
        { key: '复议后起诉', id: 'litigation-after-review', label: '复议后起诉' },
      ],
    },
  ],
  relations: [
    {
      kind: 'identity',
      code: 'review/total',
      across: 'columns',
      left: ['总计'],
      right: ['结果维持', '结果纠正', '其他结果', '尚未审结'],
    },
  ],
  sums: { 行政诉讼: ['未经复议直接起诉', '复议后起诉'] },
};
