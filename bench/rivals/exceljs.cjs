const Excel = require('exceljs');
new Excel.Workbook().xlsx.readFile(process.argv[2]).then((book) => {
  let cells = 0;
  book.worksheets[0].eachRow((row) => {
    row.eachCell(() => {
      cells += 1;
    });
  });
  process.stdout.write(`${cells}\n`);
});
