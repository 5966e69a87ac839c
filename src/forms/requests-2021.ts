import { requestsForm } from './requests.ts';

/** 表三 of edition 2021: （六）其他处理 has three lines. */
export const requests2021 = requestsForm({
  key: '其他处理',
  id: 'other',
  label: '（六）其他处理',
  lines: [
    {
      key: '申请人无正当理由逾期不补正',
      id: 'not-supplemented',
      label: '1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请',
    },
    {
      key: '申请人逾期未缴纳费用',
      id: 'fee-unpaid',
      label: '2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请',
    },
    { key: '其他', id: 'other-reasons', label: '3.其他' },
  ],
});
