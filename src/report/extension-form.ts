import { type Code, type Finding, finding, type Path, type TextPlace } from '../finding.ts';
import type { Form, Line, Relation } from '../forms/form.ts';
import type { YamlNode } from '../source.ts';
import { type Draft, entryOf, isBlank, nodePlace, placeIn, textOf, valueAt } from './draft.ts';
import { totalsFaults } from './extension-totals.ts';
import { pathText } from './path-text.ts';
import { readDraft } from './read.ts';
import { unknownKey } from './unknown-key.ts';

/** What came of reading a file that defines an extension table. */
export interface ReadForm {
  readonly form?: Form;
  /** The text as decoded, so that findings can be shown in it. */
  readonly text: string;
  readonly findings: readonly Finding[];
}

/** Keys of the file, of a line and of the three kinds of relations; the schema for editors says the same. */
export const formKeys = {
  form: ['名称', '标题', '行', '关系'],
  line: ['项目', '名称', '单位', '缩进', '台账'],
  relations: [
    ['合计', '分项'],
    ['其中', '属于'],
    ['总数', '渠道'],
  ],
} as const;

/** Counts of the ledger that a line may name, without the prefix that text gives them. */
export const countedName = /^(?:总数|(?:渠道|类别)\..+)$/;

/** Reads the definition of a table that a locality asks for: its lines, and the sums and bounds that hold between them. */
export function readExtensionForm(bytes: Uint8Array, file: string): ReadForm {
  const { draft, text, findings } = readDraft(bytes, file);
  if (!draft) return { text, findings };
  const found: Finding[] = [];
  const form = new FormReader(draft, found).form();
  return found.length > 0 ? { text, findings: found } : { form, text, findings: [] };
}

/** More findings than anybody reads at once; for each name that is not known the nearest of thousands is looked for. */
const most = 100;

class FormReader {
  private readonly draft: Draft;
  private readonly found: Finding[];

  constructor(draft: Draft, found: Finding[]) {
    this.draft = draft;
    this.found = found;
  }

  form(): Form {
    const { root } = this.draft;
    this.keys(root, [], formKeys.form, ['名称', '行']);
    const name = this.text(root, [], '名称');
    const lines = this.list('行').map(({ node, path }) => this.line(node, path));
    const known = new Set<string>();
    for (const { line, at } of lines) {
      if (line.key && known.has(line.key)) this.add('yaml/duplicate-key', at, { name: line.key });
      known.add(line.key);
    }
    const keys = lines.flatMap(({ line }) => (line.key ? [line.key] : []));
    const listed = this.list('关系').map(({ node, path }) => ({ path, relation: this.relation(node, path, keys) }));
    for (const [index, fault] of totalsFaults(listed.map(({ relation }) => relation)).entries()) {
      const { path = [], relation } = listed[index] ?? {};
      if (fault === undefined || relation?.kind !== 'identity') continue;
      this.add('shape/choice', placeIn(this.draft, [...path, '合计']), { found: relation.left[0] ?? '' }, fault);
    }
    const relations = listed.flatMap(({ relation }) => relation ?? []);
    return {
      key: name,
      id: name,
      name,
      title: this.text(root, [], '标题'),
      arrangement: 'list',
      blocks: [
        { columns: [{ key: '', id: 'value', label: '统计数', kind: 'count' }], lines: lines.map(({ line }) => line) },
      ],
      relations,
    };
  }

  private add(code: Code, at: TextPlace, args: Readonly<Record<string, string | number>>, say = 'default'): void {
    if (this.found.length < most) this.found.push(finding(code, at, args, { say }));
  }

  private unknown(name: string, known: readonly string[], at: TextPlace): void {
    if (this.found.length < most) this.found.push(unknownKey(name, known, at));
  }

  private list(key: string): readonly { readonly node: YamlNode; readonly path: Path }[] {
    const entry = entryOf(this.draft.root, key);
    if (!entry || isBlank(entry.value)) return [];
    if (entry.value.kind === 'list') return entry.value.items.map((node, index) => ({ node, path: [key, index] }));
    this.add('shape/type', nodePlace(this.draft, entry.value, [key]), { of: key, found: '' }, 'list');
    return [];
  }

  /** Reports keys that a mapping should not have, and those it lacks or leaves blank. */
  private keys(node: YamlNode, path: Path, allowed: readonly string[], required: readonly string[]): void {
    const of = pathText(path);
    if (node.kind !== 'map') {
      this.add('shape/type', placeIn(this.draft, path), { of, found: textOf(node) ?? '' }, 'mapping');
      return;
    }
    for (const { key } of node.entries.filter((entry) => !allowed.includes(entry.key.text))) {
      this.unknown(key.text, allowed, nodePlace(this.draft, key, [...path, key.text]));
    }
    for (const name of required) {
      const entry = entryOf(node, name);
      const at = { file: this.draft.file, start: node.start, end: node.start + 1, path };
      if (!entry) this.add('shape/missing-key', at, { of: of || this.draft.file, names: name });
      else if (isBlank(entry.value))
        this.add('shape/unfilled', nodePlace(this.draft, entry.key, [...path, name]), { of: name });
    }
  }

  private text(node: YamlNode, path: Path, key: string): string {
    const value = valueAt(node, key);
    if (value && value.kind !== 'scalar') {
      this.add('shape/type', nodePlace(this.draft, value, [...path, key]), { of: key, found: '' }, 'text');
    }
    return textOf(value)?.trim() ?? '';
  }

  private line(node: YamlNode, path: Path): { readonly line: Line; readonly at: TextPlace } {
    this.keys(node, path, formKeys.line, ['名称']);
    const key = this.text(node, path, '项目');
    const unit = this.text(node, path, '单位');
    const counts = this.text(node, path, '台账');
    const indent = this.text(node, path, '缩进') || '0';
    if (!/^[0-4]$/.test(indent)) {
      const place = placeIn(this.draft, [...path, '缩进']);
      this.add('shape/choice', place, { of: '缩进', found: indent.slice(0, 40), choices: '0、1、2、3、4' });
    }
    if (counts && !countedName.test(counts)) {
      const choices = '总数、渠道.政府网站（渠道的名称）、类别.工作信息（类别的名称）';
      this.add('shape/choice', placeIn(this.draft, [...path, '台账']), {
        of: '台账',
        found: counts.slice(0, 40),
        choices,
      });
    }
    const line: Line = {
      key,
      label: this.text(node, path, '名称'),
      indent: Number(indent) || 0,
      ...(unit ? { unit } : key ? {} : { unit: '——' }),
      ...(counts ? { counts: `台账.${counts}` } : {}),
    };
    return { line, at: placeIn(this.draft, [...path, '项目']) };
  }

  private relation(node: YamlNode, path: Path, lines: readonly string[]): Relation | undefined {
    const kind = formKeys.relations.find(([first]) => entryOf(node, first));
    this.keys(node, path, kind ?? formKeys.relations.flat(), kind ?? formKeys.relations[0]);
    if (!kind) return undefined;
    const [whole] = this.names(node, path, kind[0], lines);
    const parts = this.names(node, path, kind[1], lines);
    const [part] = parts;
    if (whole === undefined || part === undefined) return undefined;
    if (kind[0] === '其中') return { kind: 'at-most', code: 'channels/of-which', part: whole, whole: part };
    if (kind[0] === '总数') return { kind: 'bounds', code: 'channels/bounds', total: whole, channels: parts };
    return { kind: 'identity', code: 'extension/total', across: 'lines', left: [whole], right: parts };
  }

  /** Names of lines in a relation: one, or several in a list; a name that no line has is reported. */
  private names(node: YamlNode, path: Path, key: string, lines: readonly string[]): readonly string[] {
    const value = valueAt(node, key);
    const nodes = value?.kind === 'list' ? value.items : value ? [value] : [];
    return nodes.flatMap((item) => {
      const name = textOf(item)?.trim();
      if (name === undefined || lines.includes(name)) return name === undefined ? [] : [name];
      this.unknown(name, lines, nodePlace(this.draft, item, [...path, key]));
      return [];
    });
  }
}
