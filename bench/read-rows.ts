import { readWorkbook } from '../src/ledger/open.ts';
import { fromFile } from '../src/ledger/source.ts';

/** Reads every cell of a workbook and counts them: what the other readers of the table do, by our own reader alone. */
let cells = 0;
await readWorkbook(fromFile(process.argv[2] ?? ''), 'ledger.xlsx', {
  sheet: () => true,
  row(row) {
    cells += row.cells.length;
  },
  endSheet() {},
});
process.stdout.write(`${cells}\n`);
