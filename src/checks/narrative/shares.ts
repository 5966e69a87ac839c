import Big from 'big.js';
import { type Finding, finding } from '../../finding.ts';
import { decimalsOf } from './numerals.ts';
import type { Rate } from './statements.ts';
import type { Stretch } from './stretch.ts';

/** `、通知公告占`: a share of the same whole as the one before; a word of growth or another subject ends the run. */
const goesOn = (gap: string): boolean =>
  /^[、,;和及]?[^、,;。!?\n]{0,20}$/.test(gap) && !/增|减|升|降|比上年|同比|率|其中/.test(gap);

/** Shares that stand in one sentence without the numbers they are shares of, and without another number between. */
function runsOf(rates: readonly Rate[]): readonly (readonly Rate[])[] {
  const runs: Rate[][] = [];
  for (const rate of rates) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    const beside = last?.sentence === rate.sentence && last.after === rate.after;
    if (run && beside && goesOn(rate.gap)) run.push(rate);
    else runs.push([rate]);
  }
  return runs;
}

/** The run says that it is all: 分别占, or a last part of its own for the rest. */
const claimsWhole = (run: readonly Rate[]): boolean =>
  /分别占(?:比|总数|全部)?(?:的|为|比例为)?$/.test(run[0]?.gap ?? '') ||
  /(?:其他|其它|其余)[^、,;]{0,12}占/.test(run.at(-1)?.gap ?? '');

/** Shares of a whole that are given without their numbers add up to 100 within rounding: `narrative/percent`. */
export function checkShares({ group, place }: Stretch): readonly Finding[] {
  return runsOf(group.rates).flatMap((run): readonly Finding[] => {
    const [first] = run;
    const last = run.at(-1);
    const readable = run.every(({ figure }) => !figure.vague && figure.measure === 'percent' && figure.decimal !== '');
    if (!first || !last || run.length < 3 || !readable || !claimsWhole(run)) return [];
    if (/等$/.test(last.gap)) return [];
    const sum = run.reduce((running, { figure }) => running.plus(figure.decimal), new Big(0));
    // Each share may be off by half a unit of its last place.
    const room = run.reduce(
      (running, rate) => running.plus(new Big(10).pow(-decimalsOf(rate.figure.decimal)).div(2)),
      new Big(0),
    );
    if (sum.minus(100).abs().lte(room)) return [];
    const difference = sum.minus(100).toString();
    return [
      finding(
        'narrative/percent',
        place(first.figure.from, last.figure.to),
        { reported: sum.toString() },
        { say: 'whole', values: { reported: sum.toString(), computed: '100', difference } },
      ),
    ];
  });
}
