import type { Interval } from '#shared/lift/lift-result.ts';
import { plantedTruth } from '#shared/template/sample/truth.ts';
import { calibrateCuped } from './cuped.ts';
import { calibrateMeans } from './means.ts';
import { calibratePeeking } from './peeking.ts';
import { calibrateRates } from './rates.ts';
import { type ShortWay, shortWay } from './short-way.ts';
import { wholeWay } from './whole-way.ts';

/**
 * `npm run calibrate [-- SEEDS]`: over the sample shop's seeds 1…2000, how often the 95 % interval holds the planted
 * lift. Every 100th seed goes the whole way too, through exports, imports and the pilot file, and must give the very
 * same figures. Then the estimators by themselves: rates by enumeration, means, peeking and CUPED by simulation. Prints
 * tables; fails where one leaves its bound, and outside 93.5 to 96.5 % for the primary metric, or when the two ways differ.
 */
const [LOW, HIGH] = [0.935, 0.965];
const seeds = Number(process.argv[2] ?? 2000);
const truth = plantedTruth('win');
const held = new Map<string, number>();
let differing = 0;
let walked = 0;

for (let seed = 1; seed <= seeds; seed++) {
  const found = shortWay(seed);
  for (const { metric, absolute, relative } of truth) {
    const { [metric as keyof ShortWay]: shown } = found;
    count(`${metric}, absolute`, shown.absolute, absolute);
    count(`${metric}, relative`, shown.relative, relative);
  }
  if (seed % 100 === 1) {
    walked += 1;
    if (!(await sameTheWholeWay(seed, found))) differing += 1;
  }
  if (seed % 250 === 0) process.stderr.write(`${seed} of ${seeds} seeds\n`);
}
print();
calibrateRates();
calibrateMeans();
calibratePeeking();
calibrateCuped();

function count(name: string, { lower, upper }: Interval, planted: number): void {
  const holds = lower !== null && upper !== null && lower <= planted && planted <= upper;
  held.set(name, (held.get(name) ?? 0) + (holds ? 1 : 0));
}

async function sameTheWholeWay(seed: number, short: ShortWay): Promise<boolean> {
  const { metrics } = await wholeWay(seed);
  return metrics.every((metric) => {
    const { absolute, relative } = metric.uncapped ?? metric;
    const expected = short[metric.id as keyof ShortWay];
    const close = (a: number | null, b: number | null) => a === b || Math.abs((a ?? 0) - (b ?? 1)) < 1e-9;
    return (['estimate', 'lower', 'upper'] as const).every(
      (part) => close(absolute[part], expected.absolute[part]) && close(relative[part], expected.relative[part]),
    );
  });
}

function print(): void {
  process.stdout.write(`The 95 % interval holds the planted lift, of ${seeds} seeds of the sample shop\n\n`);
  for (const [name, n] of held) {
    const share = n / seeds;
    const within = share >= LOW && share <= HIGH;
    const said = name.startsWith('recovered') ? (within ? 'within 93.5 to 96.5 %' : 'OUTSIDE 93.5 to 96.5 %') : '';
    if (said.startsWith('OUTSIDE')) process.exitCode = 1;
    process.stdout.write(`${name.padEnd(24)}${(share * 100).toFixed(2).padStart(7)} %  ${said}\n`);
  }
  process.stdout.write(
    `\n${walked} seeds went the whole way through files and imports; ${differing} of them gave other figures.\n`,
  );
  if (differing > 0) process.exitCode = 1;
}
