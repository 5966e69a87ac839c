import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { editions } from '../../src/forms/editions.ts';
import { extensionFormSchema } from '../../src/report/extension-form-schema.ts';
import { reportSchema } from '../../src/report/schema.ts';

const printed = (schema: unknown): string => `${JSON.stringify(schema, null, 2)}\n`;

describe('the committed schemas', () => {
  test('are those that the forms give', async () => {
    await expect(printed(reportSchema())).toMatchFileSnapshot('../../schema/report.schema.json');
    await expect(printed(extensionFormSchema)).toMatchFileSnapshot('../../schema/extension-form.schema.json');
  });

  test('hold the number of rows and columns that the circulars print', () => {
    const { definitions } = reportSchema() as {
      definitions: Record<string, { properties: Record<string, unknown>; maxItems?: number }>;
    };
    const group = (edition: string, name: string) =>
      Object.keys(definitions[`group-requests-${edition}-${name}`]?.properties ?? {});
    expect(group('2019', '不予公开')).toHaveLength(8);
    expect(group('2021', '不予处理')).toHaveLength(5);
    expect(group('2021', '其他处理')).toHaveLength(3);
    expect(definitions['group-requests-2019-其他处理']).toBeUndefined();
    expect(definitions['row-requests-2021']?.maxItems).toBe(7);
    expect(definitions['row-review-2019']?.maxItems).toBe(5);
  });
});

describe('the schema that editors read', () => {
  const ajv = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true, strictRequired: false });
  const validate = ajv.compile(reportSchema());
  const head = { 机关: '某乡人民政府', 级别: '乡镇', 成文日期: '2021-01-25' };
  const permits2019 = { 主动公开: { 行政许可: { 上一年项目数量: 1, '本年增/减': -1, 处理决定数量: 0 } } };
  const permits2021 = { 主动公开: { 行政许可: { 本年处理决定数量: 0 } } };

  test.each([
    [2018, permits2019, true],
    [2020, permits2019, true],
    [2020, permits2021, false],
    [2021, permits2021, true],
    [2030, permits2021, true],
    [2021, permits2019, false],
  ])('takes the edition of the year %i', (year, tables, right) => {
    expect(validate({ 年度: year, ...head, ...tables })).toBe(right);
  });

  test('lets 格式 decide against the year', () => {
    expect(validate({ 年度: 2020, 格式: 2021, ...head, ...permits2021 })).toBe(true);
    expect(validate({ 年度: 2021, 格式: 2019, ...head, ...permits2019 })).toBe(true);
    expect(validate({ 年度: 2021, 格式: 2021, ...head, ...permits2019 })).toBe(false);
  });

  test('is written for every edition alone, too', () => {
    for (const edition of editions) {
      const alone = new Ajv({ strict: true, allowUnionTypes: true, strictRequired: false }).compile(
        reportSchema(edition),
      );
      expect(alone({ 年度: edition.firstYear, ...head })).toBe(true);
      expect(alone({ ...head })).toBe(false);
    }
  });
});
