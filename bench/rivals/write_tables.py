"""The tables of the sample by python-docx and openpyxl: the same number of cells, no check, no layout."""
import sys
from docx import Document
from openpyxl import Workbook

tables = [(20, 4), (15, 3), (27, 10), (4, 15)]
document = Document()
for line in open(sys.argv[1], encoding="utf-8"):
    document.add_paragraph(line.strip())
for rows, columns in tables:
    table = document.add_table(rows, columns)
    for row in table.rows:
        for cell in row.cells:
            cell.text = "0"
document.save(sys.argv[2] + "/tables.docx")

book = Workbook()
for rows, columns in [*tables, (316, 9)]:
    sheet = book.create_sheet()
    for row in range(1, rows + 1):
        for column in range(1, columns + 1):
            sheet.cell(row, column, "0")
book.save(sys.argv[2] + "/tables.xlsx")
