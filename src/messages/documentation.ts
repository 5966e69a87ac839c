import { type Code, catalogue } from '../finding.ts';
import { rules } from './index.ts';
import { words } from './interface.ts';
import type { Language } from './word.ts';

/** All codes in the order of the documentation. */
export const codes = Object.keys(catalogue) as readonly Code[];

/** A template's gaps shown as an ellipsis: the sentence is explained, not filled. */
const open = (template: string): string => template.replace(/\{\w+\}/g, '…');

const labels = {
  severity: { zh: '级别', en: 'severity' },
  clause: { zh: '依据', en: 'basis' },
  help: { zh: '怎么办', en: 'what to do' },
  says: { zh: '会这样说', en: 'what it says' },
  example: { zh: '例子', en: 'example' },
};

/** What a check is about, as pairs of a label and its text; the example stands apart. */
export function explanation(code: Code, language: Language): readonly (readonly [string, string])[] {
  const rule = rules[code];
  const says = Object.values(rule.says).map((said) => open(said[language]));
  return [
    [labels.severity[language], words[catalogue[code]][language]],
    [labels.clause[language], rule.clause[language]],
    ...says.map((said) => [labels.says[language], said] as const),
    [labels.help[language], open(rule.help[language])],
  ];
}

/** The title of a check. */
export const titleOf = (code: Code, language: Language): string => rules[code].title[language];

/** The documentation of every check in Chinese; `examples` are what the program prints, by code. */
export function documentation(examples: ReadonlyMap<Code, string>): string {
  const sections = codes.map((code) => {
    const lines = explanation(code, 'zh').map(([label, text]) => `- ${label}：${text.replaceAll('|', '\\|')}`);
    const example = examples.get(code);
    const shown = example === undefined ? [] : ['', '```text', example.trimEnd(), '```'];
    return [`## ${code}`, '', `**${titleOf(code, 'zh')}**`, '', ...lines, ...shown].join('\n');
  });
  return `# 检查项目\n\n由程序生成，不要手改。每一项：查什么、依据、会怎样说、怎么办、例子。\n\n${sections.join('\n\n')}\n`;
}

/** The example of a check out of the documentation. */
export function exampleIn(page: string, code: Code): string | undefined {
  const from = page.indexOf(`## ${code}\n`);
  if (from < 0) return undefined;
  const to = page.indexOf('\n## ', from + 1);
  return /```text\n([\s\S]*?)\n```/.exec(page.slice(from, to < 0 ? page.length : to))?.[1];
}
