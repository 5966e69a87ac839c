import { countedName } from './extension-form.ts';
import type { Schema } from './schema.ts';

const names: Schema = { type: 'array', items: { type: 'string' }, minItems: 1 };
const name: Schema = { type: 'string', minLength: 1 };

const relation = (description: string, keys: Readonly<Record<string, Schema>>): Schema => ({
  type: 'object',
  description,
  properties: keys,
  required: Object.keys(keys),
  additionalProperties: false,
});

/** The JSON Schema of a file that defines an extension table, for editors. */
export const extensionFormSchema: Schema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: '附加表的表样',
  type: 'object',
  properties: {
    名称: { ...name, description: '表的名称，正文里用 {{名称.项目}} 引用其中的数' },
    标题: { type: ['string', 'null'], description: '印在表上面的标题，可以空着' },
    行: {
      type: 'array',
      minItems: 1,
      description: '表的各行，从上到下',
      items: {
        type: 'object',
        properties: {
          项目: { ...name, description: '在报告里填数用的项目名；只有文字、没有数的行不写' },
          名称: { ...name, description: '印在“统计指标”一列的文字' },
          单位: { type: 'string', description: '印在“单位”一列的文字，例如条、次；没有数的行写——' },
          缩进: { type: 'integer', minimum: 0, maximum: 4, description: '名称向右缩进几个字' },
          台账: {
            type: 'string',
            pattern: countedName.source,
            description: '从台账计数：总数、渠道.政府网站、类别.工作信息',
          },
        },
        required: ['名称'],
        additionalProperties: false,
      },
    },
    关系: {
      type: 'array',
      description: '各行的数之间应有的关系，逐条核对',
      items: {
        anyOf: [
          relation('合计等于各分项之和', { 合计: name, 分项: names }),
          relation('其中项不大于它所属的项', { 其中: name, 属于: name }),
          relation('总数不小于任何一个渠道，不大于各渠道之和', { 总数: name, 渠道: names }),
        ],
      },
    },
  },
  required: ['名称', '行'],
  additionalProperties: false,
};
