import type { Edition } from '../forms/form.ts';
import { CellTally, yearOf } from './cell-tally.ts';
import { countedBlock, type Labels, lineLabels } from './labels.ts';
import { dateValue, type Reading, reportOrder } from './reading.ts';
import { Repeats } from './repeats.ts';
import type { BodyRow } from './row.ts';
import { quoted } from './spelling.ts';
import { reportUnknown } from './unknown-label.ts';

/** Counts 规章 and 行政规范性文件 into 表二 第（一）项 of an edition that asks for it (条例 art. 20 item (1)). */
export class DocumentReader {
  private readonly reading: Reading;
  private readonly tally: CellTally;
  private readonly kinds: Labels<string>;
  private readonly repeats: Repeats;

  private constructor(reading: Reading, counted: NonNullable<ReturnType<typeof countedBlock>>) {
    this.reading = reading;
    this.repeats = new Repeats(reading, 'document');
    this.tally = new CellTally(counted.form.key, reading.ranges);
    this.kinds = lineLabels(counted.block, {
      规章: ['政府规章', '部门规章', '地方政府规章'],
      行政规范性文件: ['规范性文件'],
    });
  }

  /** Undefined for an edition whose tables count no documents. */
  static of(reading: Reading, edition: Edition): DocumentReader | undefined {
    const counted = countedBlock(
      edition.sections.flatMap(({ form }) => form ?? []),
      'documents',
    );
    return counted && new DocumentReader(reading, counted);
  }

  /** Counts a row: 制发 and 废止 in the year, 现行有效 at 31 December; false where it says nothing. */
  row(row: BodyRow): boolean {
    const { found, options } = this.reading;
    const roles = ['title', 'issued', 'repealed', 'documentNumber'] as const;
    if (!roles.some((role) => row.get(role)?.own && (row.text(role) !== '' || row.get(role)?.broken))) return false;
    const issued = dateValue(row, 'issued', this.reading);
    const repealed = dateValue(row, 'repealed', this.reading);
    const title = row.title;
    if (title && title.text === '' && !title.broken) found.say('ledger/no-title', row.place(title.column), {});
    const kind = this.kind(row);
    const issuedCell = row.get('issued');
    if (issuedCell && issued.date === '' && !issued.wrong)
      found.say(
        'ledger/no-date',
        row.place(issuedCell.column),
        { title: quoted(title?.text ?? '') },
        { say: 'issued' },
      );
    reportOrder(row, ['issued', issued.date], ['repealed', repealed.date], 'repealed', this.reading);
    if (kind === undefined || issued.date === '' || repealed.wrong) return true;
    const { year } = options;
    const made = yearOf(issued.date, year);
    const ended = repealed.date === '' ? 'after' : yearOf(repealed.date, year);
    if (made === 'after') {
      if (issuedCell)
        found.say(
          'ledger/out-of-year',
          issuedCell.at,
          { text: quoted(issuedCell.text), date: issued.date, year },
          { say: 'issued' },
        );
      return true;
    }
    this.repeats.look(row, title, [issued.date, repealed.date, row.text('documentNumber'), row.text('kind')]);
    if (made === 'in') this.tally.add(row, `${kind}.本年制发件数`, 'issued');
    if (ended === 'in') this.tally.add(row, `${kind}.本年废止件数`, 'repealed');
    if (ended === 'after') this.tally.add(row, `${kind}.现行有效件数`, 'title');
    return true;
  }

  /** The line of 表二; a sheet without the column holds 行政规范性文件. Undefined where what stands there was reported. */
  private kind(row: BodyRow): string | undefined {
    const value = row.get('kind');
    if (!value) return '行政规范性文件';
    if (value.broken) return undefined;
    const meaning = this.kinds.read(value.text);
    if ('target' in meaning) return meaning.target;
    reportUnknown(row, 'kind', meaning, this.reading, 'document-kind');
    return undefined;
  }

  counts(): ReadonlyMap<string, number> {
    return this.tally.counts();
  }
}
