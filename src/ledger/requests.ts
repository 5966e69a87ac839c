import type { Edition } from '../forms/form.ts';
import { CellTally, yearOf } from './cell-tally.ts';
import { columnLabels, countedBlock, type Labels, outcomeLabels, totalsOf } from './labels.ts';
import { dateValue, type Reading, reportOrder } from './reading.ts';
import { Repeats } from './repeats.ts';
import type { BodyRow } from './row.ts';
import { quoted } from './spelling.ts';
import { reportUnknown } from './unknown-label.ts';

const applicantAliases = {
  自然人: ['公民', '个人'],
  商业企业: ['企业'],
  法律服务机构: ['律师事务所'],
};

/**
 * Counts requests into 表三, every cell but the totals. 条例 art. 50 item (2): received, carried in, handled, carried over.
 * Received before the year and not settled before it is 上年结转; settled after 31 December or not at all is 结转下年度.
 */
export class RequestReader {
  private readonly reading: Reading;
  private readonly tally: CellTally;
  private readonly outcomes: Labels<string>;
  private readonly applicants: Labels<string>;
  private readonly repeats: Repeats;

  constructor(reading: Reading, edition: Edition) {
    const counted = countedBlock(
      edition.sections.flatMap(({ form }) => form ?? []),
      'requests',
    );
    if (!counted) throw new Error(`edition ${edition.id} counts no requests`);
    this.reading = reading;
    this.repeats = new Repeats(reading, 'request');
    this.tally = new CellTally(counted.form.key, reading.ranges);
    this.outcomes = outcomeLabels(counted.form);
    this.applicants = columnLabels(counted.block, totalsOf(counted.form).columns, applicantAliases, '法人或其他组织');
  }

  /** Counts a row; false where it says nothing. */
  row(row: BodyRow): boolean {
    const { found, options } = this.reading;
    const roles = ['received', 'applicant', 'outcome', 'settled'] as const;
    if (!roles.some((role) => row.get(role)?.own && (row.text(role) !== '' || row.get(role)?.broken))) return false;
    const received = dateValue(row, 'received', this.reading);
    const settled = dateValue(row, 'settled', this.reading);
    const applicant = this.applicant(row);
    const receivedCell = row.get('received');
    if (receivedCell && received.date === '' && !received.wrong)
      found.say('ledger/no-date', row.place(receivedCell.column), {}, { say: 'received' });
    const outcome = this.outcome(row, settled.date);
    reportOrder(row, ['received', received.date], ['settled', settled.date], 'order', this.reading);
    if (applicant === undefined || received.wrong || settled.wrong || (receivedCell && received.date === ''))
      return true;
    const { year } = options;
    const wrongYear = received.date !== '' && yearOf(received.date, year) === 'after' ? 'received' : undefined;
    const past = settled.date !== '' && yearOf(settled.date, year) === 'before' ? 'settled' : wrongYear;
    if (past) {
      const value = row.get(past);
      const date = past === 'received' ? received.date : settled.date;
      if (value) found.say('ledger/out-of-year', value.at, { text: quoted(value.text), date, year }, { say: past });
      return true;
    }
    const same = [received.date, settled.date, row.text('applicant'), row.text('outcome')];
    this.repeats.look(row, row.get('number'), same);
    const carriedIn = received.date !== '' && yearOf(received.date, year) === 'before';
    this.tally.add(row, `${carriedIn ? '上年结转' : '本年新收'}.${applicant}`, receivedCell ? 'received' : 'outcome');
    if (outcome === 'unknown') return true;
    if (outcome === '结转下年度' && settled.date !== '' && yearOf(settled.date, year) === 'in')
      found.say(
        'ledger/bad-date',
        row.place(row.get('settled')?.column ?? 0),
        { settled: settled.date },
        { say: 'carried', severity: 'warning' },
      );
    const open = outcome === undefined || (settled.date !== '' && yearOf(settled.date, year) === 'after');
    const dated = row.get('settled') === undefined || settled.date !== '';
    if (open || !dated || outcome === '结转下年度') this.tally.add(row, `结转下年度.${applicant}`, 'outcome');
    else this.tally.add(row, `${outcome}.${applicant}`, 'outcome');
    if (!open && !dated && outcome !== '结转下年度') {
      const column = row.get('settled')?.column ?? 0;
      found.say(
        'ledger/no-date',
        row.place(column),
        { outcome: quoted(row.text('outcome')) },
        { say: 'settled', severity: 'notice' },
      );
    }
    return true;
  }

  /** The applicant's column; undefined where what stands there was reported. A sheet without the column has 自然人 only by saying so. */
  private applicant(row: BodyRow): string | undefined {
    const value = row.get('applicant');
    if (value?.broken) return undefined;
    const meaning = this.applicants.read(value?.text ?? '');
    if ('target' in meaning) return meaning.target;
    reportUnknown(row, 'applicant', meaning, this.reading, 'applicant');
    return undefined;
  }

  /** The way to the outcome's line; undefined for a request that is open, `unknown` where what stands there was reported. */
  private outcome(row: BodyRow, settled: string): string | undefined {
    const value = row.get('outcome');
    if (value?.broken) return 'unknown';
    if (!value || value.text === '' || /^(?:办理中|正在办理|未办结|尚未办结|待办理|待答复)$/u.test(value.text)) {
      if (settled === '' || yearOf(settled, this.reading.options.year) !== 'in') return undefined;
      this.reading.found.say(
        'ledger/unknown-outcome',
        row.place(value?.column ?? 0),
        { date: settled },
        { say: 'blank' },
      );
      return 'unknown';
    }
    const meaning = this.outcomes.read(value.text);
    if ('target' in meaning) return meaning.target;
    reportUnknown(row, 'outcome', meaning, this.reading, 'outcome');
    return 'unknown';
  }

  counts(): ReadonlyMap<string, number> {
    return this.tally.counts();
  }
}
