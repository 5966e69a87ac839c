// Times whole processes: A and B in turn, so that a machine that grows slower does so for both.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/**
 * Runs a command once; gives its milliseconds. Throws where it cannot run or ends with a status other than 0: a program that
 * fails early is no rival.
 */
export function timed([program, ...words]) {
  const start = process.hrtime.bigint();
  const { status, error, stderr } = spawnSync(program, words, {
    stdio: ['ignore', 'ignore', 'pipe'],
    maxBuffer: 1 << 28,
  });
  const milliseconds = Number(process.hrtime.bigint() - start) / 1e6;
  if (error || status !== 0) throw new Error(`${program} ${words.join(' ')}: ${error ?? status}\n${stderr}`);
  return milliseconds;
}

export const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

/** Median milliseconds of several commands that take turns, after one run of each that does not count. */
export function inTurn(commands, runs) {
  const times = commands.map(() => []);
  for (const command of commands) timed(command);
  for (let run = 0; run < runs; run += 1)
    for (const [at, command] of commands.entries()) times[at].push(timed(command));
  return times.map(median);
}

const gnuTime = '/usr/bin/time';
/** Whether {@link costs} can tell anything. */
export const knowsCosts = existsSync(gnuTime);

/**
 * What one run of a command costs: peak memory in MB, processor and elapsed time in ms; nothing where GNU time is not installed.
 * Throws as {@link timed} does.
 */
export function costs(command) {
  if (!knowsCosts) return {};
  const format = ['-f', 'costs %M %U %S %e'];
  const { status, error, stderr } = spawnSync(gnuTime, [...format, ...command], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (error || status !== 0) throw new Error(`${command.join(' ')}: ${error ?? status}\n${stderr}`);
  const [, kilobytes, ...spent] = /costs (\d+) ([\d.]+) ([\d.]+) ([\d.]+)\s*$/.exec(stderr) ?? [];
  if (kilobytes === undefined) return {};
  const [user = 0, system = 0, elapsed = 0] = spent.map((seconds) => Number(seconds) * 1000);
  return { peak: Math.round(Number(kilobytes) / 1024), processor: user + system, elapsed };
}

/** Whether a command runs at all. */
export const runs = (command) => spawnSync(command[0], command.slice(1), { stdio: 'ignore' }).status === 0;
