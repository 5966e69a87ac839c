import type { Form, Identity } from '../forms/form.ts';
import { type CellKey, cellKey, leaves, leavesOf } from '../forms/walk.ts';
import type { GridCheck } from './grid.ts';

/** The identities of a form. */
const identities = (form: Form): readonly Identity[] =>
  form.relations.filter((relation) => relation.kind === 'identity');

/** One check a line: the columns named left and right, in every line that has them all. */
function acrossColumns(form: Form, identity: Identity): readonly GridCheck[] {
  return leaves(form).flatMap((leaf) => {
    const keysOf = (names: readonly string[]): readonly CellKey[] =>
      names.flatMap((name) => {
        const column = leaf.block.columns.find((one) => one.key === name);
        return column ? [cellKey(form, leaf.path, column)] : [];
      });
    const [left, right] = [keysOf(identity.left), keysOf(identity.right)];
    const whole = left.length === identity.left.length && right.length === identity.right.length;
    return whole ? [{ code: identity.code, across: identity.across, left, right }] : [];
  });
}

/** One check a column: the lines named left and right; a group's name means its leaves. */
function acrossLines(form: Form, identity: Identity): readonly GridCheck[] {
  const columns = leavesOf(form, identity.left[0] ?? '')[0]?.block.columns ?? [];
  return columns.map((column) => {
    const keysOf = (names: readonly string[]): readonly CellKey[] =>
      names.flatMap((name) =>
        leavesOf(form, name).flatMap((leaf) => {
          const own = leaf.block.columns.find((one) => one.key === column.key);
          return own ? [cellKey(form, leaf.path, own)] : [];
        }),
      );
    return {
      code: identity.code,
      across: identity.across,
      left: keysOf(identity.left),
      right: keysOf(identity.right),
    };
  });
}

/** Every identity of the form, for each line or column it holds for. */
export const checksOf = (form: Form): readonly GridCheck[] =>
  identities(form).flatMap((identity) =>
    identity.across === 'columns' ? acrossColumns(form, identity) : acrossLines(form, identity),
  );

/** What each total is the sum of; where two identities make the same total, the one that stands first. */
export function sumsOf(checks: readonly GridCheck[]): ReadonlyMap<CellKey, readonly CellKey[]> {
  const sums = new Map<CellKey, readonly CellKey[]>();
  for (const { left, right } of checks) {
    const [total, ...more] = left;
    if (total !== undefined && more.length === 0 && right.length > 0 && !sums.has(total)) sums.set(total, right);
  }
  return sums;
}
