import type { Column, DataValidation, Style, Workbook, Worksheet } from 'exceljs';
import { address, areaAddress, fixed, quoted } from '../layout/appendix-sheet.ts';
import type { LedgerColumn, LedgerSheetTemplate, LedgerTemplate } from '../layout/ledger-template.ts';
import { repack } from './ooxml.ts';
import { fontsInOrder } from './xlsx-normal.ts';
import { a4, headerText } from './xlsx-page.ts';
import { cellText, excelValue } from './xlsx-values.ts';

/** The last row that gives help: more than a county department registers in a year. */
const lastRow = 5000;

const song = '宋体';
const line = { style: 'thin', color: { argb: 'FF808080' } } as const;
const box = { top: line, left: line, bottom: line, right: line };
const paint = (argb: string): Style['fill'] => ({ type: 'pattern', pattern: 'solid', fgColor: { argb } });

/** Where a list stands on the sheet of notes. */
type Ranges = ReadonlyMap<string, string>;

const printed = { left: 0.5, right: 0.5, top: 0.7, bottom: 0.7, header: 0.3, footer: 0.3 };

function addWorksheet(workbook: Workbook, name: string, frozen: boolean, title: string): Worksheet {
  return workbook.addWorksheet(name, {
    views: [frozen ? { state: 'frozen', ySplit: 1, xSplit: 0 } : { state: 'normal', showGridLines: false }],
    pageSetup: {
      paperSize: a4,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      horizontalCentered: true,
      showGridLines: frozen,
      margins: printed,
      ...(frozen ? { printTitlesRow: '1:1' } : {}),
    },
    headerFooter: {
      oddHeader: `&C&12${headerText(title)}　${name}`,
      oddFooter: '&C&9第 &P 页，共 &N 页',
    },
  });
}

/** Texts are texts, whatever is typed: a document number does not become a date. */
const bodyStyle = ({ dates, header }: LedgerColumn): Partial<Style> => ({
  font: { name: song, size: 11 },
  numFmt: dates ? 'yyyy-mm-dd' : header === '序号' ? 'General' : '@',
  alignment: { vertical: 'middle', wrapText: true, horizontal: dates || header === '序号' ? 'center' : 'left' },
});

const day = (date: string): Date => new Date(`${date}T00:00:00Z`);

/** The help of a column's cells: a list, a range of dates, or nothing but the prompt. */
function validationOf(column: LedgerColumn, ranges: Ranges): DataValidation | undefined {
  const prompt = column.prompt
    ? { showInputMessage: true, promptTitle: column.header, prompt: column.prompt }
    : { showInputMessage: false };
  if (column.choices) {
    const refused = column.strict
      ? {
          showErrorMessage: true,
          errorStyle: 'stop',
          errorTitle: column.header,
          error: `${column.header}只能从下拉列表里选。按“取消”，再点格子右边的箭头选一个。`,
        }
      : { showErrorMessage: false };
    return { type: 'list', allowBlank: true, formulae: [ranges.get(column.choices) ?? ''], ...prompt, ...refused };
  }
  if (!column.dates) return undefined;
  const { from, to } = column.dates;
  return {
    type: 'date',
    operator: 'between',
    allowBlank: true,
    formulae: [day(from), day(to)],
    ...prompt,
    showErrorMessage: true,
    errorStyle: 'stop',
    errorTitle: column.header,
    error: `${column.header}要写成 ${to.slice(0, 4)}-3-5 的样子，从${from}到${to}。按“取消”重新写。`,
  };
}

/** exceljs takes a range here but does not say so in its types. */
interface WithValidations {
  readonly dataValidations: { add(range: string, validation: DataValidation): void };
}

function addSheet(workbook: Workbook, template: LedgerTemplate, from: LedgerSheetTemplate, ranges: Ranges): void {
  const sheet: Worksheet & Partial<WithValidations> = addWorksheet(workbook, from.name, true, template.title);
  from.columns.forEach((column, index) => {
    const at = index + 1;
    const target: Column = sheet.getColumn(at);
    target.width = column.width;
    target.style = bodyStyle(column);
    const header = sheet.getCell(1, at);
    header.value = column.header;
    header.style = {
      font: { name: '黑体', size: 11 },
      numFmt: '@',
      border: box,
      fill: paint(column.needed ? 'FFBDD7EE' : 'FFF2F2F2'),
      alignment: { horizontal: 'center', vertical: 'middle', wrapText: true },
    };
    const sample = sheet.getCell(2, at);
    sample.style = {
      ...bodyStyle(column),
      font: { name: song, size: 11, italic: true, color: { argb: 'FF7F7F7F' } },
      border: box,
    };
    if (column.sample !== '') sample.value = excelValue(column.dates ? { date: column.sample } : column.sample);
    const validation = validationOf(column, ranges);
    if (validation) sheet.dataValidations?.add(`${address(2, at)}:${address(lastRow, at)}`, validation);
  });
  sheet.getRow(1).height = 26;
  sheet.getRow(2).height = 20;
  sheet.autoFilter = areaAddress({ top: 1, left: 1, bottom: lastRow, right: from.columns.length });
}

/** Where each list will stand: below the notes, a heading over each and a blank row under it. */
function rangesOf({ notes }: LedgerTemplate): Ranges {
  const ranges = new Map<string, string>();
  let row = notes.lines.length + 2;
  for (const { name, choices, spare } of notes.choices) {
    const last = row + choices.length + spare;
    ranges.set(name, `${quoted(notes.name)}!${fixed(row + 1, 1)}:${fixed(last, 1)}`);
    row = last + 2;
  }
  return ranges;
}

function addNotes(workbook: Workbook, template: LedgerTemplate): void {
  const { notes, title } = template;
  const sheet = addWorksheet(workbook, notes.name, false, title);
  sheet.getColumn(1).width = 110;
  const put = (row: number, text: string, style: Partial<Style>): void => {
    const cell = sheet.getCell(row, 1);
    cell.style = { font: { name: song, size: 12 }, numFmt: '@', ...style };
    if (text !== '') cell.value = cellText(text);
  };
  notes.lines.forEach((text, at) => {
    const style: Partial<Style> =
      at === 0
        ? { font: { name: '黑体', size: 16 }, alignment: { vertical: 'middle' } }
        : { alignment: { wrapText: true, vertical: 'top' } };
    put(at + 1, text, style);
    sheet.getRow(at + 1).height = at === 0 ? 30 : text.length > 62 ? 36 : 20;
  });
  let row = notes.lines.length + 2;
  for (const { title: heading, choices, spare } of notes.choices) {
    put(row, heading, { font: { name: '黑体', size: 12 }, fill: paint('FFBDD7EE'), border: box });
    for (let at = 0; at < choices.length + spare; at += 1) {
      put(row + 1 + at, choices[at] ?? '', { border: box, alignment: { vertical: 'middle' } });
      sheet.getRow(row + 1 + at).height = 18;
    }
    row += choices.length + spare + 2;
  }
}

/** Writes an empty ledger as a workbook; the same template gives the same bytes. */
export async function writeLedgerTemplate(template: LedgerTemplate): Promise<Uint8Array> {
  const { default: excel } = await import('exceljs');
  const workbook = new excel.Workbook();
  const ranges = rangesOf(template);
  for (const sheet of template.sheets) addSheet(workbook, template, sheet, ranges);
  addNotes(workbook, template);
  const written = new Uint8Array(await workbook.xlsx.writeBuffer());
  return repack(written, {
    title: template.title,
    author: template.organ,
    created: `${template.year}-01-01`,
    rewrite: (path, xml) => (path === 'xl/styles.xml' ? fontsInOrder(xml) : xml),
  });
}
