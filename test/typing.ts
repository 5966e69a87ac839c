import { expect } from 'vitest';
import { python } from './tools.ts';

/** The values at the left margin of a YAML text by their names, each with the lines that belong to it. */
export const entries = (text: string): readonly (readonly [string, string])[] =>
  [...text.matchAll(/^([^\s#:]+):.*\n(?:[ \t].*\n|\n(?=[ \t]))*/gm)].map(([all, name = '']) => [name, all]);

/** Puts the values of a snippet in place of those of the same name. */
export function withValues(report: string, snippet: string): string {
  const given = entries(snippet);
  expect(given.length).toBeGreaterThan(0);
  return given.reduce((text, [name, value]) => {
    const [old = '', ...more] = entries(text).flatMap(([its, all]) => (its === name ? [all] : []));
    expect([name, old.length > 0, more]).toEqual([name, true, []]);
    return text.replace(old, () => value);
  }, report);
}

/**
 * Types rows into a sheet of a ledger that `init` wrote, below its sample, each value under its heading and what looks like
 * a date as a date.
 */
export function typeRows(
  ledger: string,
  sheet: string,
  header: readonly string[],
  rows: readonly (readonly (string | number)[])[],
): void {
  python(
    `import sys,json,datetime,re,openpyxl
file,sheet=sys.argv[1:3]
data=json.loads(sys.argv[3])
book=openpyxl.load_workbook(file)
columns={cell.value:cell.column for cell in book[sheet][1]}
for down,row in enumerate(data['rows']):
  for name,value in zip(data['header'],row,strict=True):
    if value!='': book[sheet].cell(3+down,columns[name]).value=datetime.datetime.strptime(value,'%Y-%m-%d') if re.fullmatch(r'\\d{4}-\\d\\d-\\d\\d',str(value)) else value
book.save(file)`,
    ledger,
    sheet,
    JSON.stringify({ header, rows }),
  );
}
