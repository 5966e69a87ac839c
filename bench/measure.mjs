// Times whole processes: A and B in turn, so that a machine that grows slower does so for both.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Runs a command once; gives its milliseconds. Throws where it cannot run or ends with a status that is not expected. */
export function timed([program, ...words], statuses = [0, 1]) {
  const start = process.hrtime.bigint();
  const { status, error, stderr } = spawnSync(program, words, {
    stdio: ['ignore', 'ignore', 'pipe'],
    maxBuffer: 1 << 28,
  });
  const milliseconds = Number(process.hrtime.bigint() - start) / 1e6;
  if (error || !statuses.includes(status))
    throw new Error(`${program} ${words.join(' ')}: ${error ?? status}\n${stderr}`);
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

/** Peak memory of a command in MB, undefined where GNU time is not installed. */
export function peak(command) {
  if (!existsSync(gnuTime)) return undefined;
  const { stderr } = spawnSync(gnuTime, ['-f', 'peak %M', ...command], { encoding: 'utf8', maxBuffer: 1 << 28 });
  const found = /peak (\d+)\s*$/.exec(stderr);
  return found ? Math.round(Number(found[1]) / 1024) : undefined;
}

/** Whether a command runs at all. */
export const runs = (command) => spawnSync(command[0], command.slice(1), { stdio: 'ignore' }).status === 0;
