import type { Block, Column, Form, Line } from '../forms/form.ts';
import { leaves } from '../forms/walk.ts';
import { isListed } from '../report/row-shape.ts';
import { totalsOf } from '../report/tables.ts';
import type { CarriedNumbers } from './carried.ts';

/** The columns that a clerk fills: totals are computed. */
const typedColumns = (form: Form, block: Block): readonly Column[] => {
  const totals = totalsOf(form, 'columns');
  return block.columns.filter(({ key }) => !totals.has(key));
};

/** A label without its number and without its remark in brackets: what a key says already. */
const bareLabel = (label: string): string =>
  label.replace(/^(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|\d+\.)/, '').replace(/[“”\n]/g, '');

/** A row as an example: the first columns have numbers, the others 0. */
const example = (count: number): string =>
  `[${Array.from({ length: count }, (_, at) => Math.max(0, 2 - at)).join(', ')}]`;

/** One line of 表二: its columns by name, open but for what last year fixes. */
function namedRow(form: Form, block: Block, line: Line, carried: CarriedNumbers): string {
  const cells = typedColumns(form, block).map(({ key }) => `${key}: ${carried(form, [line.key], key) ?? ''}`);
  return `  ${line.key}: {${[...cells, ...(line.unitChoice ? ['单位: '] : [])].join(', ')}}`;
}

function listedRow(form: Form, block: Block, path: readonly string[], carried: CarriedNumbers): string {
  const values = block.columns.map(({ key }) => carried(form, path, key));
  return values.every((value) => value !== undefined) ? `[${values.join(', ')}]` : '';
}

/** The rows of 表三 or 表四; a group stands over its rows, a computed row is left out. */
function listedRows(form: Form, block: Block, carried: CarriedNumbers): readonly string[] {
  const computed = totalsOf(form, 'lines');
  const rowsOf = (line: Line, above: readonly string[]): readonly string[] => {
    const indent = '  '.repeat(above.length + 1);
    const path = [...above, line.key];
    const label = bareLabel(line.label) === line.key ? [] : [`${indent}# ${line.label.replaceAll('\n', '')}`];
    if (line.lines) return [...label, `${indent}${line.key}:`, ...line.lines.flatMap((inner) => rowsOf(inner, path))];
    const numbers = listedRow(form, block, path, carried);
    if (numbers === '') return [...label, `${indent}${line.key}: `];
    return [...label, `${indent}# 已抄上年的数，要核对`, `${indent}${line.key}: ${numbers}`];
  };
  return block.lines.filter(({ key }) => !computed.has(key)).flatMap((line) => rowsOf(line, []));
}

/** How a table that lists its numbers is filled: 无, 按台账, or row by row. */
function listedHelp(form: Form, block: Block): readonly string[] {
  const columns = typedColumns(form, block).map(({ key }) => key);
  const computed = [...totalsOf(form, 'lines').keys()].filter((name) =>
    leaves(form).some(({ path }) => path[0] === name),
  );
  return [
    '# 三种填法，任选一种：',
    `# 1. 全年一件也没有的，把整个表换成一行：${form.key}: 无`,
    `# 2. 台账“${form.key}”表登记齐全的，把整个表换成一行：${form.key}: 按台账`,
    `# 3. 自己填的，每行冒号后面填${columns.length}个数，例如 ${example(columns.length)}，依次是：`,
    `#    ${columns.join('、')}`,
    `#    每行的总计${computed.length > 0 ? `和“${computed.join('、')}”一行` : ''}由程序计算，不用填。`,
    `#    台账里“${form.key}”表登记了的，程序会拿来核对；一件也没有登记的不核对。`,
    '#    都是0的行可以删去，再在表的最后加一行（前面空两格）：其余为零: true',
  ];
}

function namedHelp(form: Form): readonly string[] {
  const counted = form.blocks.filter((block) => block.ledger).flatMap((block) => block.lines.map(({ key }) => key));
  const units = form.blocks.flatMap((block) =>
    block.columns.flatMap(({ key, unit }) => (unit ? [`# ${key}以${unit}为单位，可以有小数。`] : [])),
  );
  const choices = form.blocks.flatMap((block) =>
    block.lines.flatMap(({ key, unitChoice }) =>
      unitChoice ? [`# ${key}的金额写明单位，单位写“${unitChoice.join('”或“')}”。`] : [],
    ),
  );
  const signed = form.blocks.some((block) => block.columns.some(({ kind }) => kind === 'signed'));
  return [
    `# 每个冒号后面空一格，填一个数；没有的填0。${signed ? '比上年减少的，增减数写成负数，如 -2。' : ''}`,
    ...units,
    ...choices,
    ...(counted.length > 0
      ? [
          `# 台账“规范性文件”表登记齐全的，${counted.join('、')}后面可以只写：按台账`,
          '# 自己填数的，那张表登记了就拿来核对，一件也没有登记的不核对。',
        ]
      : []),
  ];
}

/** A statutory table of the report template: comments that say how to fill it, then its rows, open. */
export function tableTemplate(form: Form, carried: CarriedNumbers): readonly string[] {
  const [first] = form.blocks;
  if (first && isListed(form)) return [...listedHelp(form, first), `${form.key}:`, ...listedRows(form, first, carried)];
  const rows = form.blocks.flatMap((block) => [
    ...(block.banner ? [`  # ${block.banner}`] : []),
    ...block.lines.map((line) => namedRow(form, block, line, carried)),
  ]);
  return [...namedHelp(form), `${form.key}:`, ...rows];
}
