import fc from 'fast-check';
import {
  changedLedgers,
  changedNumbers,
  changedOldLedgers,
  changedReports,
  changedTexts,
} from './hostile/properties.ts';

// `npm run soak [-- CASES [SEED]]`: many random cases; a failure names the seed that brings it back.

const [cases = '12000', given] = process.argv.slice(2);
const seed = given === undefined ? Math.floor(Math.random() * 2 ** 31) : Number(given);
const all = Number(cases);
if (!Number.isSafeInteger(all) || all < 1 || !Number.isSafeInteger(seed)) throw new Error('npm run soak -- CASES SEED');

const properties = [
  ['reports', changedReports, 0.5],
  ['numbers', changedNumbers, 0.1],
  ['ledgers', changedLedgers, 0.15],
  ['old ledgers', changedOldLedgers, 0.05],
  ['texts', changedTexts, 0.2],
] as const;

async function soak(): Promise<void> {
  for (const [name, property, share] of properties) {
    const numRuns = Math.ceil(all * share);
    const start = performance.now();
    try {
      await fc.assert(property as fc.IAsyncProperty<unknown>, { numRuns, seed });
    } catch (error) {
      process.stderr.write(`${name}: seed ${seed}\n${error instanceof Error ? error.message : String(error)}\n`);
      process.exitCode = 1;
      return;
    }
    process.stdout.write(
      `${name}: ${numRuns} cases, ${Math.round((performance.now() - start) / 1000)} s, seed ${seed}\n`,
    );
  }
}

void soak();
