import sys
from openpyxl import load_workbook

book = load_workbook(sys.argv[1], read_only=True)
print(sum(len(row) for row in book.worksheets[0].iter_rows(values_only=True)))
