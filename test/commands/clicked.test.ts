import { expect, it } from 'vitest';
import { clicked } from '../../src/messages/clicked.ts';
import { init } from '../../src/messages/init.ts';
import { output } from '../../src/messages/output.ts';
import type { Said } from '../../src/messages/rule.ts';

const typed: Readonly<Record<string, Said>> = { ...output, ...init };
const command = /annrep|(?:^|[^A-Za-z0-9-])-{1,2}[a-z]/;

/** What is wrong with words that a double-click never types. */
const unreachable = ['bad-rule', 'bad-number', 'bad-code', 'bad-year'];

it('every sentence that names a command has another one for people who double-click', () => {
  const named = Object.keys(typed).filter((name) => command.test(`${typed[name]?.zh}${typed[name]?.en}`));
  expect(named.filter((name) => !clicked[name]).sort()).toEqual([...unreachable].sort());
});

it.each(Object.entries(clicked))('%s names none, and stands for a sentence that is there', (name, { zh, en }) => {
  expect(`${zh}\n${en}`).not.toMatch(command);
  const gaps = (text: string): readonly string[] => [...text.matchAll(/\{\w+\}/g)].map(([gap]) => gap).sort();
  expect(gaps(zh)).toEqual(gaps(en));
  expect(gaps(typed[name]?.zh ?? '')).toEqual(expect.arrayContaining([...gaps(zh)]));
});
