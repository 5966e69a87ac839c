import { type Finding, finding } from '../../finding.ts';
import { countOf, linesOf } from '../cells.ts';
import type { Subject } from '../subject.ts';

const results = ['upheld', 'corrected', 'other', 'pending'];

/** Reviews and lawsuits that were 尚未审结 last year must be among this year's (条例 art. 50 item (3)). */
export function checkPending({ report, lastYear }: Subject): Finding[] {
  if (!lastYear || lastYear.year !== report.year - 1) return [];
  const before = linesOf(lastYear, '复议诉讼');
  return linesOf(report, '复议诉讼').flatMap(({ table, leaf }) => {
    const old = before.find((candidate) => candidate.leaf.line.id === leaf.line.id);
    const pending = old && countOf(old.table, old.leaf, 'pending');
    const cells = results.map((column) => countOf(table, leaf, column));
    if (!pending || cells.some((cell) => cell === undefined)) return [];
    const now = cells.reduce((total, cell) => total + (cell?.value ?? 0), 0);
    if (now >= pending.value) return [];
    const at = countOf(table, leaf, 'total')?.at ?? cells[0]?.at ?? table.at;
    return [
      finding(
        'carry/pending',
        at,
        { line: leaf.line.key, pending: pending.value, now, difference: pending.value - now },
        {
          values: { reported: now, computed: pending.value, difference: now - pending.value },
          notes: [{ say: 'before', args: { line: leaf.line.key, pending: pending.value }, at: pending.at }],
        },
      ),
    ];
  });
}
