const { readFile } = require('@e965/xlsx');
const book = readFile(process.argv[2], { cellDates: true, dense: true });
const rows = book.Sheets[book.SheetNames[0]]['!data'];
process.stdout.write(`${rows.reduce((sum, row) => sum + row.length, 0)}\n`);
