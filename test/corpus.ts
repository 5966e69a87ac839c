import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkSentences } from '../src/checks/narrative/index.ts';
import type { Finding } from '../src/finding.ts';

/** A sentence of the corpus with the verdict of whoever read it. */
interface Row {
  readonly id: string;
  readonly sentence: string;
  readonly listing: string;
  readonly verdict: string;
}

function rowsOf(file: string): readonly Row[] {
  const [head = '', ...lines] = readFileSync(file, 'utf8')
    .replace(/^\ufeff/, '')
    .split(/\r?\n/);
  const columns = head.split('\t');
  const column = (cells: readonly string[], name: string): string => cells[columns.indexOf(name)] ?? '';
  return lines
    .filter((line) => line !== '')
    .map((line) => {
      const cells = line.split('\t');
      return {
        id: column(cells, 'id'),
        sentence: column(cells, 'sentence'),
        listing: column(cells, 'listing'),
        verdict: column(cells, 'verdict'),
      };
    });
}

const isLoud = ({ severity }: Finding): boolean => severity !== 'notice';

const told = (found: Finding): string =>
  `${found.severity} ${found.code} ${found.say} ${JSON.stringify(found.args)} ${found.notes.map((note) => `${note.say}:${Object.values(note.args).join(',')}`).join(' | ')}`;

/**
 * Reads a folder with `narrative.tsv` (sentences and verdicts) and `reports/*` (whole texts) and tells what was found,
 * what was missed and what was said for nothing; returns the lines.
 */
export function main(folder: string): readonly string[] {
  const lines: string[] = [];
  const counts = { contradictions: 0, found: 0, right: 0, falseAlarms: 0 };
  for (const { id, sentence, listing, verdict } of rowsOf(join(folder, 'narrative.tsv'))) {
    const findings = checkSentences(sentence);
    const loud = findings.filter(isLoud);
    const wrong = /NOT ADD UP/.test(verdict);
    const sums = loud.filter(({ code }) => code === 'narrative/sum');
    if (wrong) counts.contradictions += 1;
    else counts.right += 1;
    if (wrong && sums.length > 0) counts.found += 1;
    if (!wrong && loud.length > 0) counts.falseAlarms += 1;
    const mark = wrong ? (sums.length > 0 ? 'found ' : 'MISSED') : loud.length > 0 ? 'FALSE ' : '';
    if (mark !== '') lines.push(`${mark} ${id} [${listing}; ${verdict}]`);
    for (const found of findings) lines.push(`       ${id} ${told(found)}`);
  }
  for (const file of readdirSync(join(folder, 'reports')).sort()) {
    const text = readFileSync(join(folder, 'reports', file), 'utf8');
    for (const found of checkSentences(text)) {
      const at =
        'start' in found.at
          ? text.slice(Math.max(0, found.at.start - 24), found.at.end + 60).replaceAll('\n', '⏎')
          : '';
      lines.push(`report ${file} ${told(found)}\n         ${at}`);
    }
  }
  lines.push(
    `contradictions ${counts.contradictions}: found ${counts.found}, missed ${counts.contradictions - counts.found}`,
    `right or without claim ${counts.right}: false errors and warnings ${counts.falseAlarms}`,
  );
  return lines;
}
