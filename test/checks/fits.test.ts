import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fits } from '../../src/checks/fits.ts';
import { validateReport } from '../../src/checks/validator.ts';
import { editions } from '../../src/forms/editions.ts';
import type { Edition } from '../../src/forms/form.ts';
import { editionDefinition } from '../../src/report/edition-definition.ts';
import { schemaOf } from '../../src/report/edition-schema.ts';
import { plainValue } from '../../src/report/plain-value.ts';
import { readReport } from '../../src/report/read.ts';
import { reportSchema } from '../../src/report/schema.ts';
import { walkSchema } from '../../src/report/schema-walk.ts';
import type { ScalarNode, YamlNode } from '../../src/source.ts';

/** Whether every node fits, as the check asks before it asks the validator. */
const quickly = (root: YamlNode, edition: Edition): boolean =>
  walkSchema(schemaOf(edition), { $ref: `#/definitions/${editionDefinition(edition.id)}` }, root).every(fits);

const strictly = (root: YamlNode, edition: Edition): boolean =>
  validateReport(edition.id, plainValue(root)).length === 0;

const yamlIn = (folder: string): readonly string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => `${folder}/${name}`);

/** The trees of all reports among the fixtures that are YAML at all. */
const trees = [...yamlIn('fixtures/ok'), ...yamlIn('fixtures/err'), 'fixtures/city-2025/2025.yaml'].flatMap((file) => {
  const { draft } = readReport(readFileSync(file), file);
  return draft ? [draft.root] : [];
});

const scalar = (text: string, writing: ScalarNode['writing'] = 'plain'): ScalarNode => ({
  kind: 'scalar',
  start: 0,
  end: 0,
  writing,
  text,
});

const words = ['', '0', '1', '-1', '1.5', '-0', '999999999999', '1000000000000', '9'.repeat(400), '012', '1e3', 'true'];
const texts = [
  '无',
  '按台账',
  '~',
  'null',
  '2021-01-25',
  '2021-1-5',
  '县级',
  '双面',
  '主动公开渠道',
  'a.yaml',
  '总体情况之前',
];
const long = ['字'.repeat(200), '字'.repeat(201), '𠮷'.repeat(150), '𠮷', '字'.repeat(501)];
const writings = ['plain', 'single', 'literal', 'empty'] as const;
const keys = [
  '规章',
  '行政许可',
  '本年新收',
  '总计',
  '其余为零',
  '表前',
  '单位',
  '文件',
  '__proto__',
  'constructor',
  '附加表',
];

const leaf = fc
  .tuple(fc.constantFrom(...words, ...texts, ...long), fc.constantFrom(...writings))
  .map(([text, writing]) => scalar(writing === 'empty' ? '' : text, writing));

const node: fc.Arbitrary<YamlNode> = fc.letrec<{ node: YamlNode }>((tie) => ({
  node: fc.oneof(
    { weight: 4, arbitrary: leaf },
    fc
      .array(tie('node'), { maxLength: 8 })
      .map((items): YamlNode => ({ kind: 'list', start: 0, end: 0, flow: true, items })),
    fc.uniqueArray(fc.tuple(fc.constantFrom(...keys), tie('node')), { maxLength: 4, selector: ([key]) => key }).map(
      (entries): YamlNode => ({
        kind: 'map',
        start: 0,
        end: 0,
        flow: true,
        entries: entries.map(([key, value]) => ({ key: scalar(key), value })),
      }),
    ),
  ),
})).node;

/** How one place of a tree is changed. */
interface Change {
  readonly at: number;
  readonly how: 'put' | 'add' | 'away';
  readonly key: string;
  readonly value: YamlNode;
}

/** A tree with the node at a place, counted from the root down, replaced, removed, or given one more part. */
function changed(root: YamlNode, { at, how, key, value }: Change): YamlNode {
  let count = 0;
  const all = (one: YamlNode): number =>
    1 +
    (one.kind === 'list' ? one.items : one.kind === 'map' ? one.entries.map((entry) => entry.value) : []).reduce(
      (sum, part) => sum + all(part),
      0,
    );
  const place = at % all(root);
  const isAt = (): boolean => count++ === place;
  const added = (one: YamlNode): YamlNode => {
    if (one.kind === 'list') return { ...one, items: [...one.items, value] };
    if (one.kind !== 'map' || one.entries.some((entry) => entry.key.text === key)) return value;
    return { ...one, entries: [...one.entries, { key: scalar(key), value }] };
  };
  const visit = (one: YamlNode): YamlNode | undefined => {
    if (isAt()) return how === 'put' ? value : how === 'add' ? added(one) : undefined;
    if (one.kind === 'list') return { ...one, items: one.items.flatMap((item) => visit(item) ?? []) };
    if (one.kind === 'scalar') return one;
    const entries = one.entries.flatMap((entry) => {
      const kept = visit(entry.value);
      return kept ? [{ ...entry, value: kept }] : [];
    });
    return { ...one, entries };
  };
  return visit(root) ?? scalar('', 'empty');
}

const change: fc.Arbitrary<Change> = fc.record({
  at: fc.nat(100_000),
  how: fc.constantFrom('put' as const, 'add' as const, 'away' as const),
  key: fc.constantFrom(...keys, '年度', '机关', '格式', '引言', '版式'),
  value: node,
});

describe('a report that fits node by node', () => {
  it('is one that the validator finds nothing in, and the other way round', () => {
    let right = 0;
    let wrong = 0;
    fc.assert(
      fc.property(
        fc.constantFrom(...trees),
        fc.constantFrom(...editions),
        fc.array(change, { maxLength: 3 }),
        (tree, edition, changes) => {
          const root = changes.reduce<YamlNode>(changed, tree);
          const fitting = quickly(root, edition);
          expect(fitting).toBe(strictly(root, edition));
          if (fitting) right += 1;
          else wrong += 1;
        },
      ),
      { numRuns: 4000 },
    );
    // Neither is told by saying always the same.
    expect(Math.min(right, wrong)).toBeGreaterThan(400);
  });

  it('has a schema whose every word is looked into', () => {
    const known = 'type enum pattern minimum maximum minLength maxLength minItems maxItems minProperties maxProperties';
    const words = new Set([...known.split(' '), 'required', 'additionalProperties', 'allOf', 'properties', 'items']);
    const found = new Set<string>();
    const look = (schema: unknown, named: boolean): void => {
      if (typeof schema !== 'object' || schema === null || Array.isArray(schema)) return;
      for (const [word, inner] of Object.entries(schema)) {
        if (!named) found.add(word);
        if (named || word === 'items' || word === 'properties' || word === 'additionalProperties')
          look(inner, word === 'properties' && !named);
      }
    };
    look(reportSchema().definitions, true);
    expect([...found].filter((word) => !words.has(word)).sort()).toEqual(['$ref', 'description']);
  });
});
