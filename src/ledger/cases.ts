import type { Edition } from '../forms/form.ts';
import { CellTally, yearOf } from './cell-tally.ts';
import { columnLabels, countedBlock, type Labels, lineLabels, totalsOf } from './labels.ts';
import { dateValue, type Reading, reportOrder } from './reading.ts';
import { Repeats } from './repeats.ts';
import type { BodyRow } from './row.ts';
import { quoted } from './spelling.ts';
import { reportUnknown } from './unknown-label.ts';

/** Counts reviews and lawsuits into 表四, every cell but the totals (条例 art. 50 item (3)); not decided by 31 December is 尚未审结. */
export class CaseReader {
  private readonly reading: Reading;
  private readonly tally: CellTally;
  private readonly types: Labels<string>;
  private readonly results: Labels<string>;
  private readonly repeats: Repeats;

  constructor(reading: Reading, edition: Edition) {
    const counted = countedBlock(
      edition.sections.flatMap(({ form }) => form ?? []),
      'cases',
    );
    if (!counted) throw new Error(`edition ${edition.id} counts no cases`);
    this.reading = reading;
    this.repeats = new Repeats(reading, 'case');
    this.tally = new CellTally(counted.form.key, reading.ranges);
    this.types = lineLabels(counted.block, { 行政复议: ['复议'] }, '行政诉讼');
    for (const [name, lines] of Object.entries(counted.form.sums ?? {})) this.types.group(name, lines);
    this.results = columnLabels(counted.block, totalsOf(counted.form).columns, {
      结果维持: ['维持'],
      结果纠正: ['纠正'],
      其他结果: ['其他'],
      尚未审结: ['未审结', '审理中', '正在审理'],
    });
  }

  /** Counts a row; false where it says nothing. */
  row(row: BodyRow): boolean {
    const { found, options } = this.reading;
    const roles = ['type', 'received', 'outcome', 'number', 'settled'] as const;
    if (!roles.some((role) => row.get(role)?.own && (row.text(role) !== '' || row.get(role)?.broken))) return false;
    const received = dateValue(row, 'received', this.reading);
    const settled = dateValue(row, 'settled', this.reading);
    const type = this.meaning(row, 'type');
    const result = this.meaning(row, 'outcome');
    const receivedCell = row.get('received');
    if (receivedCell && received.date === '' && !received.wrong)
      found.say('ledger/no-date', row.place(receivedCell.column), {}, { say: 'received' });
    reportOrder(row, ['received', received.date], ['settled', settled.date], 'case-order', this.reading);
    if (type === undefined || result === undefined || received.wrong || settled.wrong) return true;
    const { year } = options;
    const late = received.date !== '' && yearOf(received.date, year) === 'after';
    const early = settled.date !== '' && yearOf(settled.date, year) === 'before';
    if (late || early) {
      const role = late ? 'received' : 'settled';
      const value = row.get(role);
      const date = late ? received.date : settled.date;
      if (value) found.say('ledger/out-of-year', value.at, { text: quoted(value.text), date, year }, { say: role });
      return true;
    }
    if (result === '尚未审结' && settled.date !== '' && yearOf(settled.date, year) === 'in')
      found.say(
        'ledger/bad-date',
        row.place(row.get('settled')?.column ?? 0),
        { settled: settled.date },
        { say: 'pending', severity: 'warning' },
      );
    this.repeats.look(row, row.get('number'), [received.date, settled.date, row.text('type'), row.text('outcome')]);
    const pending = settled.date !== '' && yearOf(settled.date, year) === 'after';
    this.tally.add(row, `${type}.${pending ? '尚未审结' : result}`, 'outcome');
    return true;
  }

  /** What a cell's label means; a case without result is still open. Undefined where what stands there was reported. */
  private meaning(row: BodyRow, role: 'type' | 'outcome'): string | undefined {
    const value = row.get(role);
    if (value?.broken) return undefined;
    if (role === 'outcome' && (!value || value.text === '')) return '尚未审结';
    const meaning = (role === 'type' ? this.types : this.results).read(value?.text ?? '');
    if ('target' in meaning) return meaning.target;
    reportUnknown(row, role, meaning, this.reading, role === 'type' ? 'case-type' : 'case-result');
    return undefined;
  }

  counts(): ReadonlyMap<string, number> {
    return this.tally.counts();
  }
}
