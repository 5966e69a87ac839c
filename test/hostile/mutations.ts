import fc from 'fast-check';

/** How a report is changed: one step of a mutation, drawn by fast-check and applied to any text. */
export type Mutation =
  | { readonly do: 'number'; readonly at: number; readonly to: string }
  /** A number of a row of seven, and the row's total with it. */
  | { readonly do: 'row'; readonly at: number; readonly column: number; readonly by: number }
  | { readonly do: 'line-away' | 'line-twice' | 'line-swap' | 'indent'; readonly at: number }
  | { readonly do: 'put'; readonly at: number; readonly cut: number; readonly text: string }
  | { readonly do: 'byte'; readonly at: number; readonly byte: number };

const position = fc.nat(1_000_000);

const odd = fc.constantFrom(
  '-1',
  '1e999',
  '0x10',
  '012',
  '１２',
  '1,024',
  '十二',
  '~',
  '—',
  '9'.repeat(30),
  '1.5',
  '.5',
  '无',
  '按台账',
  '[]',
  '{}',
  '&a 1',
  '*a',
  '!!int 1',
  "''",
);

const marks = fc.constantFrom(
  '\t',
  '：',
  '　',
  '"',
  "'",
  '[',
  '{',
  ']',
  '}',
  '-',
  '#',
  ':',
  '|',
  '>',
  '\n',
  '\r',
  '\n\n',
  '&a ',
  '*a',
  '!',
  '%',
  '@',
  '`',
  '{{',
  '}}',
  '{{依申请公开.总计.总计}}',
  '“',
  '，',
  ',',
  '0',
  '\0',
  '\u2028',
  '\u202e',
  '\ufeff',
  '\ud800',
  '其中，',
  '分别为',
  '一、',
  '（一）',
  '（',
  '》',
  '# annrep-ignore text/digits: 因为',
  '---\n',
  '...\n',
  '__proto__: 1\n',
  '年度: 2021\n',
  '5条',
);

/** Any one change. */
export const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  fc.record({ do: fc.constant('number' as const), at: position, to: fc.oneof(fc.nat(5000).map(String), odd) }),
  fc.record({
    do: fc.constantFrom('line-away' as const, 'line-twice' as const, 'line-swap' as const, 'indent' as const),
    at: position,
  }),
  fc.record({
    do: fc.constant('put' as const),
    at: position,
    cut: fc.nat(20),
    text: fc.oneof(marks, fc.string({ maxLength: 6, unit: 'binary' })),
  }),
  fc.record({ do: fc.constant('byte' as const), at: position, byte: fc.nat(255) }),
);

function inRow(text: string, at: number, column: number, by: number): string {
  const rows = [...text.matchAll(/\[(\d+(?:, \d+){6})\]/g)];
  const found = rows[at % Math.max(1, rows.length)];
  if (!found) return text;
  const numbers = (found[1] ?? '').split(', ').map(Number);
  for (const place of [column % 6, 6]) numbers[place] = (numbers[place] ?? 0) + by;
  return `${text.slice(0, found.index)}[${numbers.join(', ')}]${text.slice(found.index + found[0].length)}`;
}

function inText(text: string, step: Exclude<Mutation, { do: 'byte' }>): string {
  if (step.do === 'number') {
    const numbers = [...text.matchAll(/(?<![\d.])\d+(?![\d.])/g)];
    const found = numbers[step.at % Math.max(1, numbers.length)];
    return found ? text.slice(0, found.index) + step.to + text.slice(found.index + found[0].length) : text;
  }
  if (step.do === 'row') return inRow(text, step.at, step.column, step.by);
  if (step.do === 'put') {
    const at = step.at % (text.length + 1);
    return text.slice(0, at) + step.text + text.slice(at + step.cut);
  }
  const lines = text.split('\n');
  const at = step.at % lines.length;
  const line = lines[at] ?? '';
  if (step.do === 'line-away') lines.splice(at, 1);
  else if (step.do === 'line-twice') lines.splice(at, 0, line);
  else if (step.do === 'indent') lines[at] = ` ${line}`;
  else [lines[at], lines[(at * 7 + 3) % lines.length]] = [lines[(at * 7 + 3) % lines.length] ?? '', line];
  return lines.join('\n');
}

/** The bytes of a text after some changes; those of bytes come last. */
export function mutate(text: string, steps: readonly Mutation[]): Uint8Array {
  let changed = text;
  for (const step of steps) if (step.do !== 'byte') changed = inText(changed, step);
  const bytes = new TextEncoder().encode(changed);
  for (const step of steps) if (step.do === 'byte' && bytes.length > 0) bytes[step.at % bytes.length] = step.byte;
  return bytes;
}
