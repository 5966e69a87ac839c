import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readArguments } from '../../src/commands/arguments.ts';
import { commands } from '../../src/commands/options.ts';

const words = [
  'a.yaml',
  '2020.yaml',
  '',
  '-',
  '--',
  '--quiet',
  '--quiet=1',
  '--no-quiet',
  '--lang',
  'en',
  '--lang=en',
  '-o',
  '-oout',
  'out',
  '--draft',
  '--html',
  '-q',
  '--rule',
  'text/spaces=off',
  '--toString',
];

test('a command line says what Node itself reads in it', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...commands),
      fc.array(fc.constantFrom(...words), { maxLength: 5 }),
      (command, given) => {
        const options = Object.fromEntries(
          command.options.map(({ name, short, value, multiple }) => [
            name,
            {
              type: value ? ('string' as const) : ('boolean' as const),
              multiple: multiple ?? false,
              ...(short ? { short } : {}),
            },
          ]),
        );
        const read = readArguments([command.name, ...given]);
        let expected: ReturnType<typeof parseArgs> | undefined;
        try {
          expected = parseArgs({ args: given, allowPositionals: true, options });
        } catch {
          expect(read).toBeUndefined();
          return;
        }
        if (!read) return;
        expect(read.files).toEqual(expected.positionals);
        for (const { name, value } of command.options)
          if (value === undefined) expect(read.on(name)).toBe(expected.values[name] === true);
          else expect(read.list(name)).toEqual([expected.values[name] ?? []].flat());
      },
    ),
    { numRuns: 3000 },
  );
  expect(readArguments(['check', '--quiet', 'a.yaml'])?.on('quiet')).toBe(true);
  expect(readArguments(['check', 'a.yaml', '--quiet'])?.files).toEqual(['a.yaml']);
});
