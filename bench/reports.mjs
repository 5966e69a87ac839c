// Folders of reports, beside a YAML parser with ajv and, for as many API descriptions, beside Redocly CLI.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { costs, inTurn, runs } from './measure.mjs';
import { check, node, onOneCore } from './programs.mjs';
import { megabytes, print, seconds, table, thousands, times } from './table.mjs';

const redocly = ['redocly'];

function folderOf(folder, name, count, textOf) {
  const many = join(folder, `${name}-${count}`);
  rmSync(many, { recursive: true, force: true });
  mkdirSync(many);
  for (let at = 0; at < count; at += 1) writeFileSync(join(many, `${String(at).padStart(5, '0')}.yaml`), textOf(at));
  return many;
}

/** An API description of about the length of a report. */
const description = (at) =>
  `openapi: 3.1.0\ninfo: {title: Api ${at}, version: "1"}\nservers: [{url: https://example.com}]\npaths:\n${Array.from(
    { length: 22 },
    (_, path) =>
      `  /things${path}/{id}:\n    get:\n      operationId: get${path}\n      summary: Thing ${path}\n      parameters:\n        - {name: id, in: path, required: true, schema: {type: string}}\n      responses:\n        "200": {description: ok, content: {application/json: {schema: {type: object, properties: {id: {type: string}}}}}}\n`,
  ).join('')}`;

export function reports({ folder, large, missing }) {
  print('## Folders of reports, beside a YAML parser with ajv that checks the shape and nothing else\n');
  const text = readFileSync('fixtures/city-2025/2025.yaml', 'utf8');
  const own = (at) => text.replace(/^机关: (.*)$/m, (_, organ) => `机关: 第${at + 1}号${organ}`);
  const rows = [];
  for (const count of [10, 100, 1000, ...(large ? [3000, 10_000] : [])]) {
    const many = folderOf(folder, 'reports', count, own);
    const floors = ['yaml', 'js-yaml'].map((parser) => [node, 'bench/rivals/floor.cjs', parser, many]);
    const single = onOneCore(check(many));
    const commands = [check(many), ...floors, ...(single ? [single] : [])];
    const [all, floor, quick, one] = inTurn(commands, count > 1000 ? 3 : 5);
    const [ours, theirs] = [costs(commands[0]), costs(commands[1])];
    rows.push([
      thousands(count),
      seconds(all),
      seconds(one),
      Math.round(count / (all / 1000)),
      megabytes(ours.peak),
      seconds(floor),
      times(all / floor),
      times(one / floor),
      times(ours.processor / theirs.processor),
      seconds(quick),
      times(one / quick),
    ]);
  }
  if (!onOneCore(['true'])) missing('taskset (util-linux), which holds a program to one core');
  table(
    [
      'reports',
      'check',
      'on one core',
      'a second',
      'peak memory',
      'yaml and ajv',
      'time',
      'one core',
      'processor time',
      'js-yaml and ajv',
      'one core',
    ],
    rows,
  );
  if (!runs([...redocly, '--version'])) {
    missing('Redocly CLI (npm install --global @redocly/cli)');
    return;
  }
  const descriptions = folderOf(folder, 'descriptions', 1000, description);
  const many = folderOf(folder, 'reports', 1000, own);
  const lint = [...redocly, 'lint', '--extends', 'minimal', '--format', 'json', `${descriptions}/*.yaml`];
  const [linted, checked] = inTurn([['sh', '-c', `${lint.join(' ')} || true`], check(many)], 3);
  print(
    `Redocly CLI lints 1,000 API descriptions of that length, by its fewest rules, in ${seconds(linted)}: ${times(linted / checked)} what 1,000 reports take.\n`,
  );
}
