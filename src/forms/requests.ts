import type { Column, Form, Head, Line } from './form.ts';

const column = (key: string, id: string): Column => ({ key, id, label: key, kind: 'count' });

const applicants: readonly Column[] = [
  column('自然人', 'individual'),
  column('商业企业', 'company'),
  column('科研机构', 'research'),
  column('社会公益组织', 'public-interest'),
  column('法律服务机构', 'legal-service'),
  column('其他', 'other'),
];

const legalPersons: readonly Head[] = ['商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他'].map((of) => ({
  label: of,
  of,
}));

const refused: Line = {
  key: '不予公开',
  label: '（三）不予公开',
  lines: [
    { key: '属于国家秘密', id: 'state-secret', label: '1.属于国家秘密' },
    { key: '其他法律行政法规禁止公开', id: 'forbidden-by-law', label: '2.其他法律行政法规禁止公开' },
    { key: '危及三安全一稳定', id: 'security-and-stability', label: '3.危及“三安全一稳定”' },
    { key: '保护第三方合法权益', id: 'third-party-rights', label: '4.保护第三方合法权益' },
    { key: '属于三类内部事务信息', id: 'internal-affairs', label: '5.属于三类内部事务信息' },
    { key: '属于四类过程性信息', id: 'deliberative', label: '6.属于四类过程性信息' },
    { key: '属于行政执法案卷', id: 'enforcement-file', label: '7.属于行政执法案卷' },
    { key: '属于行政查询事项', id: 'administrative-query', label: '8.属于行政查询事项' },
  ],
};

const unavailable: Line = {
  key: '无法提供',
  label: '（四）无法提供',
  lines: [
    { key: '本机关不掌握相关政府信息', id: 'not-held', label: '1.本机关不掌握相关政府信息' },
    { key: '没有现成信息需要另行制作', id: 'would-need-creating', label: '2.没有现成信息需要另行制作' },
    { key: '补正后申请内容仍不明确', id: 'still-unclear', label: '3.补正后申请内容仍不明确' },
  ],
};

const notProcessed: Line = {
  key: '不予处理',
  label: '（五）不予处理',
  lines: [
    { key: '信访举报投诉类申请', id: 'petition', label: '1.信访举报投诉类申请' },
    { key: '重复申请', id: 'repeated', label: '2.重复申请' },
    { key: '要求提供公开出版物', id: 'publication', label: '3.要求提供公开出版物' },
    { key: '无正当理由大量反复申请', id: 'excessive', label: '4.无正当理由大量反复申请' },
    {
      key: '要求行政机关确认或重新出具已获取信息',
      id: 'reissue',
      label: '5.要求行政机关确认或重新出具已获取信息',
    },
  ],
};

/**
 * 表三 with the given line(s) for （六）其他处理, the only point in which the two editions differ.
 * The balance is printed on the form itself; 条例 art. 50 item (2) asks for requests received and handled.
 */
export function requestsForm(other: Line): Form {
  return {
    key: '依申请公开',
    id: 'requests',
    name: '表三',
    title: '',
    arrangement: 'matrix',
    stub: '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）',
    heads: [
      {
        label: '申请人情况',
        heads: [
          { label: '自然人', of: '自然人' },
          { label: '法人或其他组织', heads: legalPersons },
          { label: '总计', of: '总计' },
        ],
      },
    ],
    gathers: { label: '三、本年度办理结果', from: '予以公开', to: '总计' },
    blocks: [
      {
        ledger: 'requests',
        columns: [...applicants, column('总计', 'total')],
        lines: [
          { key: '本年新收', id: 'received', label: '一、本年新收政府信息公开申请数量' },
          { key: '上年结转', id: 'carried-in', label: '二、上年结转政府信息公开申请数量' },
          { key: '予以公开', id: 'granted', label: '（一）予以公开' },
          {
            key: '部分公开',
            id: 'granted-in-part',
            label: '（二）部分公开（区分处理的，只计这一情形，不计其他情形）',
          },
          refused,
          unavailable,
          notProcessed,
          other,
          { key: '总计', id: 'settled', label: '（七）总计' },
          { key: '结转下年度', id: 'carried-over', label: '四、结转下年度继续办理' },
        ],
      },
    ],
    relations: [
      {
        kind: 'identity',
        code: 'requests/row-total',
        across: 'columns',
        left: ['总计'],
        right: applicants.map((applicant) => applicant.key),
      },
      {
        kind: 'identity',
        code: 'requests/settled',
        across: 'lines',
        left: ['总计'],
        right: ['予以公开', '部分公开', '不予公开', '无法提供', '不予处理', '其他处理'],
      },
      {
        kind: 'identity',
        code: 'requests/balance',
        across: 'lines',
        left: ['本年新收', '上年结转'],
        right: ['总计', '结转下年度'],
      },
      { kind: 'carries', code: 'carry/requests', across: 'lines', now: '上年结转', before: ['结转下年度'] },
    ],
  };
}
