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
function main(folder: string): readonly string[] {
  const lines: string[] = [];
  const kinds = new Map<string, { sentences: number; loud: number }>();
  for (const { id, sentence, listing, verdict } of rowsOf(join(folder, 'narrative.tsv'))) {
    const findings = checkSentences(sentence);
    const loud = findings.filter(isLoud);
    const wrong = /NOT ADD UP/.test(verdict);
    const sums = loud.filter(({ code }) => code === 'narrative/sum');
    const kind = `${verdict} (${listing})`;
    const count = kinds.get(kind) ?? { sentences: 0, loud: 0 };
    count.sentences += 1;
    if (wrong ? sums.length > 0 : loud.length > 0) count.loud += 1;
    kinds.set(kind, count);
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
  const total = { wrong: 0, found: 0, right: 0, falseAlarms: 0 };
  for (const [kind, { sentences, loud }] of kinds) {
    const wrong = /NOT ADD UP/.test(kind);
    lines.push(`${kind}: ${sentences} sentences, ${wrong ? `${sentences - loud} missed` : `${loud} false`}`);
    if (wrong) total.wrong += sentences;
    else total.right += sentences;
    if (wrong) total.found += loud;
    else total.falseAlarms += loud;
  }
  lines.push(
    `contradictions: ${total.found} of ${total.wrong} found, ${total.wrong - total.found} missed`,
    `right or without claim: ${total.falseAlarms} false errors and warnings in ${total.right}`,
  );
  return lines;
}

const [, , folder] = process.argv;
process.stdout.write(folder === undefined ? 'npm run corpus -- DIR\n' : `${main(folder).join('\n')}\n`);
