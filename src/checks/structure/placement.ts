import { type Finding, finding } from '../../finding.ts';
import type { Form, SectionKey } from '../../forms/form.ts';
import type { Subject } from '../subject.ts';

/** The section a table belongs to by what it is called or by its first line. */
function belongsTo(form: Form): SectionKey | undefined {
  const names = [form.key, form.name, form.title, form.blocks[0]?.lines[0]?.label ?? ''];
  for (const name of names) {
    if (name.includes('主动公开')) return '主动公开';
    if (/依申请|公开申请/.test(name)) return '依申请公开';
    if (/复议|诉讼/.test(name)) return '复议诉讼';
  }
  return undefined;
}

const withTables: readonly SectionKey[] = ['主动公开', '依申请公开', '复议诉讼'];

/** An extension table stands under the section whose matter it is: one on 主动公开 not under 依申请公开. */
export function checkPlacement({ report }: Subject): Finding[] {
  return report.extensions.flatMap((table) => {
    const section = table.position?.section;
    const own = belongsTo(table.form);
    if (!section || !own || section === own || !withTables.includes(section)) return [];
    const at = report.place([...table.at.path.slice(0, 2), '位置'], 'value');
    return [finding('structure/placement', at, { table: table.form.name || table.form.key, section, own })];
  });
}
