import { describe, expect, test } from 'vitest';
import { readable } from '../../src/checks/narrative/characters.ts';

describe('the text as the grammar reads it', () => {
  test.each([
    ['full width', '（１２）件，Ａ％', '(12)件,A%'],
    ['spaces', '1\u3000件\u00a0和\t2', '1 件 和 2'],
    ['traditional', '條數總計萬', '条数总计万'],
    ['compatibility forms', '\u2f42\uf900', '文\u8c48'],
    ['halves of a character stay as they are', '\ud842和\udfb7', '\ud842和\udfb7'],
    ['titles lose marks and numbers', '《第3条，一》、5件', '《第·条··》、5件'],
    ['quotations lose marks alone', '“3件，2条”', '“3件·2条”'],
    ['a title in a quotation is a quotation', '“《3，4》”', '“《3·4》”'],
    ['not closed', '《3，4', '《3,4'],
    ['closed in another line', '《3，\n4》', '《3,\n4》'],
    ['pinyin', '鹿(lù)亭(中)', '鹿    亭(中)'],
  ])('%s', (_, text, read) => {
    expect(readable(text)).toBe(read);
    expect(read.length).toBe(text.length);
  });

  test('a quotation of 79 characters is sealed, a longer one is not', () => {
    const comma = (length: number): string => `“，${'字'.repeat(length - 1)}”`;
    expect(readable(comma(79)).charAt(1)).toBe('·');
    expect(readable(comma(80)).charAt(1)).toBe(',');
  });
});
