import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { expect, it } from 'vitest';

const inside = {
  bin: ['cli'],
  start: ['loader'],
  thread: ['loader'],
  loader: ['tiering'],
  tiering: [],
  cli: ['commands'],
  commands: ['index', 'documents', 'templates', 'saving', 'reporters', 'messages', 'finding'],
  index: ['report', 'ledger', 'checks', 'finding', 'forms', 'lines'],
  documents: ['index', 'report', 'layout', 'writers', 'finding'],
  templates: ['report', 'layout', 'writers'],
  saving: ['writers'],
  forms: [],
  finding: [],
  width: [],
  lines: [],
  source: ['finding'],
  report: ['source', 'lines', 'forms', 'finding'],
  ledger: ['forms', 'finding'],
  checks: ['forms', 'report', 'ledger', 'finding'],
  layout: ['forms', 'report', 'ledger'],
  writers: ['layout'],
  messages: ['finding', 'forms'],
  reporters: ['finding', 'lines', 'messages', 'width', 'layout'],
} as const satisfies Record<string, readonly string[]>;

/** Libraries and the rooms (or the one file) that may use them. */
const outside: Readonly<Record<string, readonly string[]>> = {
  yaml: ['source/strict', 'source/tree'],
  'js-yaml': ['source/quick'],
  ajv: ['checks/validator'],
  chalk: ['reporters/paint'],
  commander: ['commands/usage'],
  tinyglobby: ['commands/discover'],
  docx: ['writers/docx'],
  exceljs: ['writers/xlsx'],
  fflate: ['writers/ooxml'],
  saxes: ['ledger'],
  '@e965/xlsx': ['ledger/legacy-parse'],
  'get-east-asian-width': ['width'],
  'big.js': ['checks'],
};

type Room = keyof typeof inside;

const roomOf = (file: string): Room => {
  const first = file.split('/')[0] ?? '';
  return first.replace(/\.ts$/, '') as Room;
};

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file.endsWith('.ts'));

const importsOf = (file: string): string[] => [
  ...[...readFileSync(join('src', file), 'utf8').matchAll(/^\s*(?:import|export)\b[^;]*?from '([^']+)'/gm)].map(
    (match) => match[1] ?? '',
  ),
  ...[...readFileSync(join('src', file), 'utf8').matchAll(/\bimport\('([^']+)'\)/g)].map((match) => match[1] ?? ''),
];

it('every file stands in a known room', () => {
  expect(files.filter((file) => !(roomOf(file) in inside))).toEqual([]);
});

it('rooms import only the rooms they may', () => {
  const wrong: string[] = [];
  for (const file of files) {
    for (const name of importsOf(file)) {
      if (name.startsWith('.')) {
        const target = posix.join(posix.dirname(file), name);
        if (target.startsWith('..')) continue;
        const [from, to] = [roomOf(file), roomOf(target)];
        if (from !== to && !(inside[from] as readonly string[]).includes(to)) wrong.push(`${file} -> ${target}`);
      }
    }
  }
  expect(wrong).toEqual([]);
});

it('a library is used only where it is at home', () => {
  const wrong: string[] = [];
  for (const file of files)
    for (const name of importsOf(file)) {
      if (name.startsWith('.') || name.startsWith('node:')) continue;
      const homes =
        outside[name] ??
        outside[
          name
            .split('/')
            .slice(0, name.startsWith('@') ? 2 : 1)
            .join('/')
        ] ??
        [];
      if (!homes.some((home) => file === `${home}.ts` || file.startsWith(`${home}/`) || file.startsWith(`${home}-`)))
        wrong.push(`${file} -> ${name}`);
    }
  expect(wrong).toEqual([]);
});

it('nothing that differs from run to run, and no other way out than the exit status', () => {
  const banned: readonly (readonly [RegExp, string])[] = [
    [/new Date\(\)|Date\.now\(|performance\.now\(/, 'the clock: take the date from the report'],
    [/Math\.random\(|randomUUID|randomBytes/, 'randomness: derive it from the input'],
    [/toLocale\w+\(|localeCompare\(|\bIntl\./, 'the locale: compare code units, write digits as they are'],
    [/process\.exit\(/, 'process.exit: return the status'],
    [/\bconsole\.(?:log|error|warn|info|debug)\(/, 'console: use out and talk'],
    [/parseFloat\(|\.toFixed\(/, 'floats: money is a decimal string'],
  ];
  const wrong = files.flatMap((file) => {
    const source = readFileSync(join('src', file), 'utf8');
    const lines = source.split('\n');
    return banned.flatMap(([pattern, instead]) =>
      lines.flatMap((line, at) =>
        pattern.test(line) && !/^\s*(?:\/\/|\*|\/\*)/.test(line) && !(file === 'cli.ts' && line.includes('console.'))
          ? [`src/${file}:${at + 1}: ${instead}`]
          : [],
      ),
    );
  });
  expect(wrong).toEqual([]);
});
