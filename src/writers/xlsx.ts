import type { Workbook, Worksheet } from 'exceljs';
import type { Appendix } from '../layout/appendix.ts';
import { type AppendixSheet, address, areaAddress, fixed, quoted } from '../layout/appendix-sheet.ts';
import { repack } from './ooxml.ts';
import { differing, styleOf } from './xlsx-looks.ts';
import { normalised } from './xlsx-normal.ts';
import { a4, headerText } from './xlsx-page.ts';
import { cellText, excelValue } from './xlsx-values.ts';

function fillCells(sheet: Worksheet, from: AppendixSheet): void {
  for (const cell of from.cells) {
    const target = sheet.getCell(cell.row, cell.column);
    target.style = styleOf(cell, from.size);
    if (cell.link && typeof cell.value === 'string')
      target.value = { text: cellText(cell.value), hyperlink: `${quoted(cell.link.sheet)}!${cell.link.cell}` };
    else if (cell.value !== undefined) target.value = excelValue(cell.value);
    const [down, right] = [(cell.rowSpan ?? 1) - 1, (cell.columnSpan ?? 1) - 1];
    if (down + right > 0) sheet.mergeCells(cell.row, cell.column, cell.row + down, cell.column + right);
  }
}

/** The first row of a body goes through exceljs and is the pattern of the others: a province's items fit into memory so. */
function fillPattern(sheet: Worksheet, from: AppendixSheet): void {
  const { body } = from;
  body?.columns.forEach((column, at) => {
    const target = sheet.getCell(body.from, at + 1);
    target.style = styleOf({ look: 'text', ...column }, from.size);
    target.value = 0;
  });
}

function addSheet(workbook: Workbook, from: AppendixSheet, appendix: Appendix): void {
  const { rows, columns } = from.freeze;
  const sheet = workbook.addWorksheet(from.name, {
    views: [
      rows + columns > 0
        ? { state: 'frozen', xSplit: columns, ySplit: rows, showGridLines: false }
        : { state: 'normal', showGridLines: false },
    ],
    pageSetup: {
      paperSize: a4,
      orientation: from.landscape ? 'landscape' : 'portrait',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: from.onePage ? 1 : 0,
      horizontalCentered: true,
      margins: { left: 0.6, right: 0.6, top: 0.8, bottom: 0.8, header: 0.4, footer: 0.4 },
    },
    headerFooter: {
      // The space keeps a title that begins with a digit out of the size.
      oddHeader: `&R&9 ${appendix.draft ? '草稿　' : ''}${headerText(appendix.title)}`,
      oddFooter: '&C&9第 &P 页，共 &N 页',
    },
  });
  if (from.repeat) sheet.pageSetup.printTitlesRow = `${from.repeat.from}:${from.repeat.to}`;
  from.widths.forEach((width, at) => {
    sheet.getColumn(at + 1).width = Math.round(width * 100) / 100;
  });
  fillCells(sheet, from);
  fillPattern(sheet, from);
  for (const [row, height] of from.heights) if (!from.body || row < from.body.from) sheet.getRow(row).height = height;
  if (from.filter) sheet.autoFilter = areaAddress(from.filter);
  from.checks.forEach((area, at) => {
    const formulae = [`ISNUMBER(${address(area.top, area.left)})`];
    const rule = { type: 'expression' as const, priority: at + 1, formulae, style: differing };
    sheet.addConditionalFormatting({ ref: areaAddress(area), rules: [rule] });
  });
}

/** Writes the appendix as a workbook; the same appendix gives the same bytes. */
export async function writeXlsx(appendix: Appendix): Promise<Uint8Array> {
  const { default: excel } = await import('exceljs');
  const workbook = new excel.Workbook();
  for (const sheet of appendix.sheets) addSheet(workbook, sheet, appendix);
  for (const { name, sheet, row, column } of appendix.names)
    workbook.definedNames.add(`${quoted(sheet)}!${fixed(row, column)}`, name);
  // It is packed anew below: packing it here too would only take time.
  const written = new Uint8Array(await workbook.xlsx.writeBuffer({ zip: { compression: 'STORE' } }));
  return repack(written, {
    title: appendix.title,
    author: appendix.organ,
    created: appendix.signedOn,
    rewrite: normalised(appendix),
  });
}
