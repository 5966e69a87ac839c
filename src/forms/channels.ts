import type { Form } from './form.ts';

/** 主动公开渠道: the first two parts of 《政府信息公开情况统计表》 (国办发〔2014〕32号), which some localities still ask for. */
export const channels: Form = {
  key: '主动公开渠道',
  id: 'channels',
  name: '主动公开渠道',
  title: '',
  arrangement: 'list',
  blocks: [
    {
      columns: [{ key: '', id: 'value', label: '统计数', kind: 'count' }],
      lines: [
        {
          key: '主动公开政府信息数',
          label: '（一）主动公开政府信息数\n（不同渠道和方式公开相同信息计1条）',
          unit: '条',
          indent: 0,
          counts: '台账.总数',
        },
        { key: '', label: '（二）通过不同渠道和方式公开政府信息的情况', unit: '——', indent: 0 },
        { key: '政府公报', label: '1.政府公报公开政府信息数', unit: '条', indent: 1, counts: '台账.渠道.政府公报' },
        { key: '政府网站', label: '2.政府网站公开政府信息数', unit: '条', indent: 1, counts: '台账.渠道.政府网站' },
        { key: '政务微博', label: '3.政务微博公开政府信息数', unit: '条', indent: 1, counts: '台账.渠道.政务微博' },
        { key: '政务微信', label: '4.政务微信公开政府信息数', unit: '条', indent: 1, counts: '台账.渠道.政务微信' },
        {
          key: '回应热点舆情数',
          label: '（三）回应公众关注热点或重大舆情数\n（不同方式回应同一热点或舆情计1次）',
          unit: '次',
          indent: 0,
        },
        { key: '', label: '（四）通过不同渠道和方式回应解读的情况', unit: '——', indent: 0 },
        { key: '新闻发布会', label: '1.参加或举办新闻发布会总次数', unit: '次', indent: 1 },
        {
          key: '主要负责同志参加新闻发布会',
          label: '其中：主要负责同志参加新闻发布会次数',
          unit: '次',
          indent: 2,
        },
        { key: '在线访谈', label: '2.政府网站在线访谈次数', unit: '次', indent: 1 },
        {
          key: '主要负责同志参加在线访谈',
          label: '其中：主要负责同志参加政府网站在线访谈次数',
          unit: '次',
          indent: 2,
        },
        { key: '政策解读稿件', label: '3.政策解读稿件发布数', unit: '篇', indent: 1 },
        { key: '微博微信回应事件', label: '4.微博微信回应事件数', unit: '次', indent: 1 },
      ],
    },
  ],
  relations: [
    {
      kind: 'bounds',
      code: 'channels/bounds',
      total: '主动公开政府信息数',
      channels: ['政府公报', '政府网站', '政务微博', '政务微信'],
    },
    { kind: 'at-most', code: 'channels/of-which', part: '主要负责同志参加新闻发布会', whole: '新闻发布会' },
    { kind: 'at-most', code: 'channels/of-which', part: '主要负责同志参加在线访谈', whole: '在线访谈' },
    {
      kind: 'modes',
      code: 'channels/response',
      total: '回应热点舆情数',
      modes: ['新闻发布会', '在线访谈', '政策解读稿件', '微博微信回应事件'],
    },
  ],
};
