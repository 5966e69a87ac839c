import { editions } from '../forms/editions.ts';
import type { Block, Column, Edition, Form, Line } from '../forms/form.ts';
import { leaves } from '../forms/walk.ts';
import { largestCount } from './cell.ts';
import { editionDefinition } from './edition-definition.ts';
import { builtInForms, positions } from './extensions.ts';
import { fonts, levels } from './report.ts';
import { isListed } from './row-shape.ts';
import { totalsOf } from './tables.ts';

/** A JSON Schema (draft 07, which the editors' YAML support knows best). */
export type Schema = Readonly<Record<string, unknown>>;

/**
 * What a value may be, by the name that stands in the path of a validation error:
 * `checks/shape.ts` tells from it what was expected.
 */
const scalars: Readonly<Record<string, Schema>> = {
  count: { type: ['integer', 'null'], minimum: 0, maximum: largestCount, description: '件数：0或者正整数' },
  signed: {
    type: ['integer', 'null'],
    minimum: -largestCount,
    maximum: largestCount,
    description: '增减数：整数，减少写负数',
  },
  money: { type: ['number', 'null'], minimum: 0, maximum: largestCount, description: '金额：照填照印，可以有小数' },
  amount: { type: ['number', 'null'], minimum: 0, maximum: largestCount, description: '统计数：可以空着' },
  line: { type: 'string', minLength: 1, maxLength: 200 },
  text: { type: 'string', minLength: 1 },
  date: { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$', description: '日期，写成2021-01-25的样子' },
  path: { type: 'string', minLength: 1, maxLength: 500 },
  year: { type: 'integer', minimum: 2000, maximum: 2099, description: '报告年度，写成2020的样子' },
  boolean: { type: 'boolean' },
  length: { type: 'number', minimum: 0, maximum: 100 },
};

const ref = (name: string, description?: string): Schema => ({
  $ref: `#/definitions/${name}`,
  ...(description === undefined ? {} : { description }),
});

const object = (properties: Readonly<Record<string, Schema>>, more: Schema = {}): Schema => ({
  type: 'object',
  properties,
  additionalProperties: false,
  ...more,
});

const choice = (values: readonly (string | number)[], description: string): Schema => ({ enum: values, description });

const oneLine = (label: string): string => label.replaceAll('\n', '');

/** A row: columns by name, and in tables whose rows are alike also the numbers in the order of the columns. */
function rowSchema(form: Form, { columns }: Block, line: Line): Schema {
  const cells = columns.map((column): [string, Schema] => [column.key, ref(column.kind, oneLine(column.label))]);
  const unit: [string, Schema][] = line.unitChoice ? [['单位', choice(line.unitChoice, '金额的单位')]] : [];
  const properties = Object.fromEntries([...cells, ...unit]);
  if (!isListed(form)) return { type: ['object', 'null'], properties, additionalProperties: false };
  const totals = columns.filter((column: Column) => totalsOf(form, 'columns').has(column.key)).length;
  return {
    type: ['array', 'object', 'null'],
    items: ref('count'),
    minItems: columns.length - totals,
    maxItems: columns.length,
    properties,
    additionalProperties: false,
    description: `依次为：${columns.map((column) => column.key).join('、')}（总计可以不填）`,
  };
}

function linesSchema(form: Form, prefix: string, into: Record<string, Schema>): Record<string, Schema> {
  const rows: Record<string, Schema> = {};
  const add = (block: Block, line: Line, to: Record<string, Schema>): void => {
    if (line.lines) {
      const inner: Record<string, Schema> = {};
      for (const part of line.lines) add(block, part, inner);
      const name = `group-${prefix}-${line.key}`;
      into[name] = { type: ['object', 'null'], properties: inner, additionalProperties: false };
      to[line.key] = ref(name, line.label);
    } else {
      const name = isListed(form) ? `row-${prefix}` : `line-row-${prefix}-${line.key}`;
      into[name] ??= rowSchema(form, block, line);
      to[line.key] = ref(name, line.label);
    }
  };
  for (const block of form.blocks) for (const line of block.lines) add(block, line, rows);
  return rows;
}

/** A statutory table: its rows, 无, or 按台账 where the ledger can fill it whole. */
function tableSchema(form: Form, prefix: string, into: Record<string, Schema>): Schema {
  const rows = linesSchema(form, prefix, into);
  const counted = form.blocks.every((block) => block.ledger);
  for (const block of form.blocks.filter((part) => !counted && part.ledger)) {
    for (const line of block.lines) {
      const name = `line-row-${prefix}-${line.key}`;
      into[name] = { ...into[name], type: ['object', 'string', 'null'], pattern: '^按台账$' };
    }
  }
  return {
    type: ['object', 'string'],
    pattern: counted ? '^(无|按台账)$' : '^无$',
    properties: {
      表前: ref('optional-body', '表格前面的文字'),
      ...rows,
      其余为零: ref('boolean', '写 true：没有列出的行都是0'),
      表后: ref('optional-body', '表格后面的文字'),
    },
    additionalProperties: false,
    description: counted ? '各行的数；全部为0写“无”；从台账计数写“按台账”' : '各行的数；全部为0写“无”',
  };
}

const blocks: Readonly<Record<string, Schema>> = {
  body: { type: ['string', 'array'], minLength: 1, minItems: 1, items: ref('block') },
  'optional-body': { type: ['string', 'array', 'null'], items: ref('block') },
  block: object({ 段落: ref('text', '文字，一行一段'), 图片: ref('picture') }, { minProperties: 1, maxProperties: 1 }),
  picture: object(
    { 文件: ref('path', '图片文件，PNG 或者 JPG'), 说明: ref('line', '图片下面的说明') },
    { required: ['文件'] },
  ),
};

/** Rows of a built-in extension table, or of any other by name. */
const dataSchema = (form?: Form): Schema => ({
  type: ['object', 'string'],
  pattern: '^按台账$',
  description: '各行的统计数，没有写的行空着；从台账计数写“按台账”',
  ...(form
    ? {
        properties: Object.fromEntries(leaves(form).map(({ line }) => [line.key, ref('count', oneLine(line.label))])),
        additionalProperties: false,
      }
    : { additionalProperties: ref('amount') }),
});

const extension: Schema = object(
  {
    表: {
      type: 'string',
      pattern: `^(${builtInForms.map((form) => form.key).join('|')}|.*\\.[yY][aA]?[mM][lL])$`,
      description: '内置的附加表，或者本地表样文件',
    },
    位置: choice(positions, '印在哪一部分正文之前或者之后'),
    数据: {},
  },
  {
    required: ['表', '位置', '数据'],
    allOf: builtInForms.map((form) => ({
      if: { type: 'object', properties: { 表: { const: form.key } } },
      // biome-ignore lint/suspicious/noThenProperty: a word of JSON Schema
      then: { properties: { 数据: ref(`data-${form.id}`) } },
      else: { properties: { 数据: ref('data') } },
    })),
  },
);

const style: Schema = object({
  字体: choice(fonts, '正文字体：仿宋_GB2312、仿宋或者方正字体'),
  页码: choice(['双面', '居中'], '页码的位置'),
  页边距: { type: 'array', items: ref('length'), minItems: 4, maxItems: 4, description: '上、下、左、右，毫米' },
  行距: ref('length', '磅'),
  底纹: ref('boolean', '表二的条目行要不要底纹'),
});

const editionNumbers: readonly number[] = editions.map((edition) => Number(edition.id));

/** The report of one edition, its parts under `into`. */
function editionSchema(edition: Edition, into: Record<string, Schema>): Schema {
  const sections = edition.sections.map(({ key, numeral, heading, form }): [string, Schema] => {
    if (!form) return [key, ref('body', `${numeral}、${heading}`)];
    const name = `table-${form.id}-${edition.id}`;
    into[name] = tableSchema(form, `${form.id}-${edition.id}`, into);
    return [key, ref(name, `${numeral}、${heading}`)];
  });
  const headings = edition.sections.map(({ key, heading }): [string, Schema] => [key, ref('line', heading)]);
  return object(
    {
      年度: ref('year'),
      机关: ref('line', '机关的全称'),
      级别: choice(levels, '机关的级别；各级部门都写“部门”'),
      成文日期: ref('date', '印在报告末尾的日期'),
      台账: ref('path', '台账文件，放在报告所在的文件夹里'),
      上年: ref('path', '上一年的报告'),
      格式: choice(editionNumbers, '不写时由年度确定'),
      公布期限: ref('date', '不写时：县级以上人民政府3月31日，其他机关1月31日'),
      标题: ref('line', '不写时：机关、年度加“政府信息公开工作年度报告”'),
      版式: style,
      章节标题: object(Object.fromEntries(headings), { description: '标题与规定的不同时才写，不带序号' }),
      引言: ref('body', '第一部分之前的文字'),
      ...Object.fromEntries(sections),
      附加表: { type: 'array', items: ref('extension'), description: '本地要求的其他表格' },
    },
    { required: ['年度', '机关', '级别', '成文日期'] },
  );
}

/** The JSON Schema of a report, derived from the forms: of one edition, or of all with the year deciding. */
export function reportSchema(edition?: Edition): Schema {
  const definitions: Record<string, Schema> = { ...scalars, ...blocks, extension, data: dataSchema() };
  for (const form of builtInForms) definitions[`data-${form.id}`] = dataSchema(form);
  const chosen = edition ? [edition] : editions;
  for (const one of chosen) definitions[editionDefinition(one.id)] = editionSchema(one, definitions);
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: '政府信息公开工作年度报告',
    ...(edition ? { allOf: [ref(editionDefinition(edition.id))] } : byYear()),
    definitions,
  };
}

/** The edition that 格式 names, else the one of the year: from the newest to the oldest. */
function byYear(): Schema {
  const [oldest, ...newer] = editions;
  return newer.reduce<Schema>(
    (older, edition) => ({
      if: {
        type: 'object',
        anyOf: [
          { required: ['格式'], properties: { 格式: { const: Number(edition.id) } } },
          {
            required: ['年度'],
            not: { required: ['格式'] },
            properties: { 年度: { type: 'integer', minimum: edition.firstYear } },
          },
        ],
      },
      // biome-ignore lint/suspicious/noThenProperty: a word of JSON Schema
      then: ref(editionDefinition(edition.id)),
      else: older,
    }),
    ref(editionDefinition(oldest?.id ?? '')),
  );
}
