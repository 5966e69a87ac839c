import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fileName } from '../../src/writers/file-name.ts';

it('names the outputs as they are published', () => {
  expect(fileName('鹿亭乡人民政府', 2020, 'docx', false)).toBe('鹿亭乡人民政府2020年政府信息公开工作年度报告.docx');
  expect(fileName('鹿亭乡人民政府', 2020, 'xlsx', false)).toBe(
    '鹿亭乡人民政府2020年政府信息公开工作年度报告（附表）.xlsx',
  );
  expect(fileName('鹿亭乡人民政府', 2020, 'xlsx', true)).toBe(
    '鹿亭乡人民政府2020年政府信息公开工作年度报告（附表）（草稿）.xlsx',
  );
  expect(fileName('鹿亭乡人民政府', 2020, 'html', true)).toBe(
    '鹿亭乡人民政府2020年政府信息公开工作年度报告（草稿）.html',
  );
});

it('makes full-width what file names cannot have', () => {
  const end = '2020年政府信息公开工作年度报告.docx';
  expect(fileName('a/b\\c:d*e?f"g<h>i|j', 2020, 'docx', false)).toBe(`a／b＼c：d＊e？f＂g＜h＞i｜j${end}`);
  expect(fileName(' ../../etc ', 2020, 'docx', false)).toBe(`．．／..／etc${end}`);
  expect(fileName('局\u202e\n\u0000\ud800', 2020, 'docx', false)).toBe(`局${end}`);
  expect(fileName('~$局', 2020, 'docx', false)).toBe(`～＄局${end}`);
  expect(fileName('con.局', 2020, 'docx', false)).toBe(`con．局${end}`);
});

it('never makes a name that a file system refuses', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.constantFrom('docx', 'xlsx', 'html'),
      fc.boolean(),
      (organ, output, draft) => {
        const name = fileName(organ, 2020, output, draft);
        expect(Buffer.byteLength(name)).toBeLessThanOrEqual(255);
        expect(name).not.toMatch(/[\\/:*?"<>|\p{Cc}\p{Cs}]|^[ .~]/u);
        expect(name).toMatch(/2020年政府信息公开工作年度报告/);
      },
    ),
  );
  expect(fileName('𠮷'.repeat(100), 2020, 'xlsx', true)).toMatch(/^𠮷+2020年/u);
});
