// The commands that are timed: our own, and others where they are installed.
import { runs } from './measure.mjs';

export const node = process.execPath;
export const annrep = (...words) => [node, 'bin/annrep.js', ...words];
export const check = (...files) => annrep('check', '--quiet', ...files);
export const python = '/usr/bin/python3';

/** A command held to the first processor; undefined where that cannot be done. */
export const onOneCore = (command) =>
  runs(['taskset', '-c', '0', 'true']) ? ['taskset', '-c', '0', ...command] : undefined;

/** Programs that read a ledger, by name, each a function of its path. */
export function readers(missing) {
  const found = [
    ['exceljs readFile', (path) => [node, '--max-old-space-size=8192', 'bench/rivals/exceljs.cjs', path]],
    ['SheetJS', (path) => [node, '--max-old-space-size=8192', 'bench/rivals/sheetjs.cjs', path]],
  ];
  if (runs([python, '-c', 'import openpyxl']))
    found.push(['openpyxl read-only', (path) => [python, 'bench/rivals/read_openpyxl.py', path]]);
  else missing('openpyxl (python3-openpyxl)');
  return found;
}
