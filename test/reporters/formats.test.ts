import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import Draft04 from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catalogue } from '../../src/finding.ts';
import { reporterOf } from '../../src/reporters/reporter.ts';
import { uriOf } from '../../src/reporters/sarif.ts';
import { sourceAround } from '../../src/reporters/source.ts';
import { added, nothing, type Told, type ToldFile } from '../../src/reporters/told.ts';
import { displayWidth } from '../../src/width.ts';
import { python } from '../tools.ts';

const context = { language: 'zh', color: false } as const;

const told: Told = {
  code: 'requests/balance',
  severity: 'error',
  message: '表三“自然人”栏不平，相差1',
  at: {
    file: '县/2020 年.yaml',
    line: 3,
    column: 5,
    endLine: 3,
    endColumn: 7,
    path: ['依申请公开', '总计', 0],
    source: { before: '  总计', marked: ': ', after: '12' },
  },
  values: { reported: 9, computed: 8, difference: 1 },
  notes: [
    { message: '予以公开 5' },
    {
      message: '见这里',
      at: {
        file: '县/2020 年.yaml',
        line: 1,
        column: 1,
        endLine: 1,
        endColumn: 2,
        path: [],
        source: { before: '', marked: '年', after: '度: 2020' },
      },
    },
  ],
  help: '核对',
  clause: '年度报告格式',
};

const inLedger: Told = {
  ...told,
  code: 'ledger/no-date',
  severity: 'warning',
  at: { file: '台账.xlsx', sheet: '主动公开', cell: 'D17' },
  notes: [],
};

/** The whole text of a format for some files. */
function written(format: Parameters<typeof reporterOf>[0], files: readonly ToldFile[]): string {
  const reporter = reporterOf(format, context, '1.2.3');
  const summary = files.reduce(added, nothing);
  return reporter.begin() + files.map((file) => reporter.file(file)).join('') + reporter.end(summary);
}

const files: readonly ToldFile[] = [
  { file: '县/2020 年.yaml', findings: [told, inLedger], ignored: 1 },
  { file: 'clean.yaml', findings: [], ignored: 0 },
];

/** Findings with any text a stranger may have put into a report or a file name. */
const anyText = fc.string({ unit: 'binary', maxLength: 30 });
const anyTold = fc
  .record({
    message: anyText,
    help: anyText,
    file: anyText,
    text: anyText,
    line: fc.integer({ min: 1, max: 9 }),
    column: fc.integer({ min: 1, max: 40 }),
  })
  .map(
    ({ message, help, file, text, line, column }): Told => ({
      ...told,
      message,
      help,
      at: {
        file,
        line,
        column,
        endLine: line,
        endColumn: column + 3,
        path: [text],
        source: sourceAround(text, 0, text.length, column - 1, column + 2),
      },
      notes: [{ message: text }],
    }),
  );
const anyFiles = fc.array(
  fc.record({ file: anyText, findings: fc.array(anyTold, { maxLength: 3 }), ignored: fc.nat(3) }),
  { maxLength: 3 },
);

describe('json', () => {
  const validate = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(
    JSON.parse(readFileSync('schema/findings.schema.json', 'utf8')),
  );
  it('has an entry for every file, and fits its schema', () => {
    const value = JSON.parse(written('json', files));
    expect(validate(value), JSON.stringify(validate.errors)).toBe(true);
    expect(value.files.map((one: { file: string }) => one.file)).toEqual(['县/2020 年.yaml', 'clean.yaml']);
    expect(value.files[0].findings[0]).toEqual({
      ...told,
      at: { file: '县/2020 年.yaml', line: 3, column: 5, endLine: 3, endColumn: 7, path: ['依申请公开', '总计', 0] },
      notes: [
        { message: '予以公开 5' },
        { message: '见这里', at: { file: '县/2020 年.yaml', line: 1, column: 1, endLine: 1, endColumn: 2, path: [] } },
      ],
    });
    expect(value.summary).toEqual({ files: 2, errors: 1, warnings: 1, notices: 0, ignored: 1 });
    expect(validate(JSON.parse(written('json', [])))).toBe(true);
  });
  it('whatever the text', () => {
    fc.assert(
      fc.property(anyFiles, (some) => {
        expect(JSON.parse(written('json', some)).files).toHaveLength(some.length);
      }),
    );
  });
});

describe('sarif', () => {
  const official = JSON.parse(
    readFileSync('node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json', 'utf8'),
  );
  const ajv = new Draft04({ strict: false, allErrors: true, unicodeRegExp: false });
  addFormats(ajv);
  const validate = ajv.compile(official);
  it('fits the official schema, and lists every check', () => {
    const log = JSON.parse(written('sarif', files));
    expect(validate(log), JSON.stringify(validate.errors)).toBe(true);
    const [run] = log.runs;
    expect(run.tool.driver.rules.map((rule: { id: string }) => rule.id)).toEqual(Object.keys(catalogue));
    for (const result of run.results) expect(run.tool.driver.rules[result.ruleIndex].id).toBe(result.ruleId);
    expect(run.results[0].locations[0].physicalLocation).toEqual({
      artifactLocation: { uri: '%E5%8E%BF/2020%20%E5%B9%B4.yaml' },
      region: { startLine: 3, startColumn: 5, endLine: 3, endColumn: 7 },
    });
    expect(run.results[1].locations[0].logicalLocations[0].name).toBe('主动公开!D17');
  });
  it.each<[NodeJS.Platform, string, string]>([
    ['linux', '县\\一\\2020%.yaml', '%E5%8E%BF%5C%E4%B8%80%5C2020%25.yaml'],
    ['linux', '../a b/C:#?.yaml', '../a%20b/C%3A%23%3F.yaml'],
    ['linux', '//tmp/x.yaml', '/tmp/x.yaml'],
    ['linux', 'half \ud83d.yaml', 'half%20%EF%BF%BD.yaml'],
    ['win32', '县\\2020.yaml', '%E5%8E%BF/2020.yaml'],
    ['win32', 'C:\\县\\2020.yaml', 'file:///C:/%E5%8E%BF/2020.yaml'],
    ['win32', '\\\\server\\share\\2020.yaml', 'file://server/share/2020.yaml'],
  ])('on %s the file %s is %s', (platform, file, uri) => {
    expect(uriOf(file, platform)).toBe(uri);
  });
  it.runIf(process.platform !== 'win32')('a backslash in a name is no folder', () => {
    const at = { ...told.at, file: '县\\2020.yaml' };
    const [found] = JSON.parse(written('sarif', [{ file: at.file, findings: [{ ...told, at }], ignored: 0 }])).runs[0]
      .results;
    expect(found.locations[0].physicalLocation.artifactLocation.uri).toBe('%E5%8E%BF%5C2020.yaml');
  });
  it('whatever the text', () => {
    fc.assert(
      fc.property(anyFiles, (some) => {
        expect(validate(JSON.parse(written('sarif', some))), JSON.stringify(validate.errors)).toBe(true);
      }),
      { numRuns: 50 },
    );
  });
});

describe('junit', () => {
  const parse =
    'import sys, json, xml.etree.ElementTree as E\nr = E.fromstring(sys.argv[1])\nprint(json.dumps([[s.get("name"), s.get("tests"), s.get("failures"), [[c.get("name"), len(c.findall("failure"))] for c in s]] for s in r]))';
  it('is XML: a suite a report, an error a failure, a clean report one passed case', () => {
    expect(JSON.parse(python(parse, written('junit', files)))).toEqual([
      [
        '县/2020 年.yaml',
        '2',
        '1',
        [
          ['县/2020 年.yaml:3:5 requests/balance', 1],
          ['台账.xlsx 主动公开!D17 ledger/no-date', 0],
        ],
      ],
      ['clean.yaml', '1', '0', [['clean.yaml', 0]]],
    ]);
  });
  it('whatever the text', () => {
    const all = fc.sample(anyFiles, 60).flat();
    expect(JSON.parse(python(parse, written('junit', all)))).toHaveLength(all.length);
  });
});

describe('github', () => {
  it('is one escaped line a finding', () => {
    const lines = written('github', [
      {
        file: 'a',
        ignored: 0,
        findings: [{ ...told, message: '50%\n::error::x', at: { ...told.at, file: 'a,b:c.yaml' } }],
      },
    ]).split('\n');
    expect(lines).toEqual([
      '::error file=a%2Cb%3Ac.yaml,line=3,endLine=3,col=5,endColumn=7,title=requests/balance::50%25%0A::error::x%0A予以公开 5%0A见这里 (县/2020 年.yaml:1:1)%0A核对',
      '',
    ]);
  });
  it('whatever the text', () => {
    fc.assert(
      fc.property(anyFiles, (some) => {
        const lines = written('github', some)
          .split(/[\r\n]/)
          .slice(0, -1);
        expect(lines).toHaveLength(some.flatMap((file) => file.findings).length);
      }),
    );
  });
});

describe('text', () => {
  it('points with carets of the width of what it points at: a Chinese character is two columns', () => {
    const text = '  共公开信息175条，其中';
    const source = sourceAround(text, 0, text.length, 7, 11);
    const at = { file: 'r.yaml', line: 9, column: 8, endLine: 9, endColumn: 12, path: [], source };
    const [first, , line = '', carets = ''] = written('text', [
      { file: 'r.yaml', ignored: 0, findings: [{ ...told, at, notes: [] }] },
    ]).split('\n');
    expect(first).toBe('r.yaml:9:8: 错误: 表三“自然人”栏不平，相差1 [requests/balance]');
    expect(line).toBe(` 9 | ${text}`);
    expect(carets.indexOf('^')).toBe(displayWidth(` 9 | ${text.slice(0, 7)}`));
    expect(carets.match(/\^/g)?.length).toBe(5);
  });
  it('sends no control or direction characters to the terminal', () => {
    fc.assert(
      fc.property(anyFiles, (some) => {
        expect(written('text', some)).not.toMatch(/[^\P{Cc}\n]|[\u202a-\u202e\u2066-\u2069\u200b-\u200f]/u);
      }),
    );
  });
  it.each(['json', 'sarif'] as const)('nor does %s, which says the same', (format) => {
    const strange = '甲\u009b31m\u202e乙\u2028\u{e0041}';
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const message = `${strange}${text}`;
        const made = written(format, [{ file: 'r.yaml', ignored: 0, findings: [{ ...told, message }] }]);
        expect(made).not.toMatch(/[^\P{Cc}\n]|[\p{Cf}\u2028\u2029]/u);
        const parsed = JSON.parse(made);
        const read = format === 'json' ? parsed.files[0].findings[0] : parsed.runs[0].results[0].message;
        expect(read.message ?? read.text).toContain(message);
      }),
    );
  });
});
