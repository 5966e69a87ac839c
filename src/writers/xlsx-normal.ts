import type { Appendix } from '../layout/appendix.ts';
import { type AppendixSheet, address, type Body } from '../layout/appendix-sheet.ts';
import { escapeXml } from './ooxml.ts';
import { excelValue } from './xlsx-values.ts';

/** The children of a font in the order that the schema of SpreadsheetML wants. */
const fontOrder = [
  'b',
  'i',
  'strike',
  'condense',
  'extend',
  'outline',
  'shadow',
  'u',
  'vertAlign',
  'sz',
  'color',
  'name',
  'family',
  'charset',
  'scheme',
];

/** The fonts of a styles part with their children in the order of the schema. */
export const fontsInOrder = (xml: string): string =>
  xml.replace(/<font>(.*?)<\/font>/gs, (_, inside: string) => {
    const children = [...inside.matchAll(/<(\w+)[^>]*\/>/g)].map(([tag, name = '']) => ({
      tag,
      at: fontOrder.indexOf(name),
    }));
    return `<font>${children
      .sort((a, b) => a.at - b.at)
      .map((child) => child.tag)
      .join('')}</font>`;
  });

/** The rows of a body in the styles of its first row. */
function bodyRows(body: Body, heights: AppendixSheet['heights'], pattern: string): string {
  const styles = [...pattern.matchAll(/<c r="[A-Z]+\d+" s="(\d+)"/g)].map((match) => match[1] ?? '0');
  return body.rows
    .map((values, down) => {
      const row = body.from + down;
      const cells = values.map((value, at) => {
        const start = `<c r="${address(row, at + 1)}" s="${styles[at] ?? '0'}"`;
        if (value === undefined) return `${start}/>`;
        const plain = excelValue(value);
        if (typeof plain === 'number') return `${start}><v>${plain}</v></c>`;
        if (typeof plain !== 'string') throw new Error('a body holds no formulas');
        return `${start} t="inlineStr"><is><t xml:space="preserve">${escapeXml(plain)}</t></is></c>`;
      });
      const height = heights.get(row);
      const tall = height === undefined ? '' : ` ht="${height}" customHeight="1"`;
      return `<row r="${row}"${tall}>${cells.join('')}</row>`;
    })
    .join('');
}

/** A sheet with all rows of its body, and links inside the workbook that are no relationships to outside. */
function sheetXml(xml: string, sheet: AppendixSheet | undefined): string {
  const linked = xml.replace(/(<hyperlink ref="[A-Z]+\d+") r:id="rId\d+"/g, '$1');
  const body = sheet?.body;
  if (!body) return linked;
  const start = linked.indexOf(`<row r="${body.from}"`);
  const end = linked.indexOf('</row>', start) + '</row>'.length;
  const last = address(body.from + body.rows.length - 1, body.columns.length);
  return (
    linked.slice(0, start).replace(/<dimension ref="A1:[A-Z]+\d+"\/>/, `<dimension ref="A1:${last}"/>`) +
    bodyRows(body, sheet.heights, linked.slice(start, end)) +
    linked.slice(end)
  );
}

/** No relationships: the only ones that exceljs makes for a sheet are those of its links. */
const unrelated = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>';

/**
 * Puts right what exceljs 4.4 writes: fonts in the order of the schema, links inside the workbook, and the rows that
 * were kept back from it.
 */
export const normalised =
  (appendix: Appendix) =>
  (path: string, xml: string): string => {
    if (path === 'xl/styles.xml') return fontsInOrder(xml);
    if (path.startsWith('xl/worksheets/_rels/')) return unrelated;
    const number = /^xl\/worksheets\/sheet(\d+)\.xml$/.exec(path)?.[1];
    return number ? sheetXml(xml, appendix.sheets[Number(number) - 1]) : xml;
  };
