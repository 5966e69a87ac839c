import { type Finding, finding, type TextPlace } from '../finding.ts';
import { editionById, editionOfYear } from '../forms/editions.ts';
import { type MapNode, parseTree, type YamlNode } from '../source.ts';
import { type DecodingFault, decode } from './decode.ts';
import { type Draft, isFormFile, type NamedFile, nodePlace, type ReportDraft, textOf, valueAt } from './draft.ts';
import { slipsOf } from './slips.ts';
import { explain } from './syntax.ts';

/** What came of reading: a draft, or the findings because of which there is none. */
export interface Read<D extends Draft> {
  readonly draft?: D;
  /** The text as decoded, so that findings can be shown in it. */
  readonly text: string;
  readonly findings: readonly Finding[];
}

const faulty = (fault: DecodingFault): 'yaml/encoding' | 'yaml/syntax' =>
  fault === 'empty' || fault === 'too-large' ? 'yaml/syntax' : 'yaml/encoding';

/** Reads the bytes of a YAML file into a draft; `file` is the name shown in findings. */
export function readDraft(bytes: Uint8Array, file: string): Read<Draft> {
  const start: TextPlace = { file, start: 0, end: 0, path: [] };
  const decoded = decode(bytes);
  if ('fault' in decoded) {
    return { text: '', findings: [finding(faulty(decoded.fault), start, {}, { say: decoded.fault })] };
  }
  const { text } = decoded;
  const tree = parseTree(text);
  const { root } = tree;
  if (!root) return { text, findings: explain(text, file, tree.faults) };
  if (root.kind !== 'map') return { text, findings: [notAReport(text, file, root)] };
  const draft: Draft = { file, text, root };
  const findings = slipsOf(draft);
  return findings.length > 0 ? { text, findings } : { draft, text, findings };
}

/** A file that is a list, one sentence or nothing but comments. */
function notAReport(text: string, file: string, root: YamlNode): Finding {
  const [explained] = root.kind === 'scalar' && root.text ? explain(text, file, []) : [];
  if (explained) return explained;
  const say = root.kind === 'list' ? 'list' : root.kind === 'scalar' && root.text ? 'sentence' : 'empty';
  const place = { file, start: root.start, end: root.kind === 'list' ? root.start + 1 : root.end, path: [] };
  return finding('yaml/syntax', say === 'empty' ? { ...place, start: 0, end: 0 } : place, {}, { say });
}

const year = (root: MapNode): number => {
  const text = textOf(valueAt(root, '年度')) ?? '';
  // 2021年 is told as a slip of its own; the rest is read by the edition of the year that is meant.
  const digits = /^(20\d\d)(?!\d)/.exec(
    text
      .normalize('NFKC')
      .replace(/[〇零○]/g, '0')
      .replace(/[一二三四五六七八九]/g, (digit) => String('一二三四五六七八九'.indexOf(digit) + 1)),
  );
  return digits ? Number(digits[1]) : /^\d{4}$/.test(text) ? Number(text) : 0;
};

/** Reads the bytes of a report. The draft's shape has to be checked before a report is made of it. */
export function readReport(bytes: Uint8Array, file: string): Read<ReportDraft> {
  const { draft, text, findings } = readDraft(bytes, file);
  if (!draft) return { text, findings };
  const { root } = draft;
  const named = (node: YamlNode | undefined, path: readonly (string | number)[]): readonly NamedFile[] => {
    const name = textOf(node);
    return node && name !== undefined ? [{ path: name.replaceAll('\\', '/'), at: nodePlace(draft, node, path) }] : [];
  };
  const stated = editionById(textOf(valueAt(root, '格式')) ?? '');
  const [ledger] = named(valueAt(root, '台账'), ['台账']);
  const [lastYear] = named(valueAt(root, '上年'), ['上年']);
  const report: ReportDraft = {
    ...draft,
    year: year(root),
    edition: stated ?? editionOfYear(year(root)),
    ...(ledger ? { ledger } : {}),
    ...(lastYear ? { lastYear } : {}),
    extensionForms: localForms(root).flatMap(([node, index]) => named(node, ['附加表', index, '表'])),
    pictures: pictures(root).flatMap(([node, path]) => named(node, path)),
  };
  return { draft: report, text, findings };
}

/** Names under 附加表 that are files. */
function localForms(root: MapNode): readonly (readonly [YamlNode, number])[] {
  const list = valueAt(root, '附加表');
  if (list?.kind !== 'list') return [];
  return list.items.flatMap((item, index) => {
    const name = valueAt(item, '表');
    return name && isFormFile(textOf(name) ?? '') ? [[name, index] as const] : [];
  });
}

/** The files of all pictures, with their paths. */
function pictures(root: MapNode): readonly (readonly [YamlNode, readonly (string | number)[]])[] {
  const found: (readonly [YamlNode, readonly (string | number)[]])[] = [];
  const visit = (node: YamlNode | undefined, path: readonly (string | number)[]): void => {
    if (node?.kind !== 'list') return;
    for (const [index, item] of node.items.entries()) {
      const file = valueAt(valueAt(item, '图片'), '文件');
      if (file) found.push([file, [...path, index, '图片', '文件']]);
    }
  };
  for (const { key, value } of root.entries) {
    visit(value, [key.text]);
    for (const part of ['表前', '表后']) visit(valueAt(value, part), [key.text, part]);
  }
  return found;
}
