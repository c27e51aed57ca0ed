import { differenceScore } from '#shared/stats/difference-score.ts';
import { normalUpperQuantile } from '#shared/stats/distribution/normal.ts';
import { ratioScore } from '#shared/stats/ratio-score.ts';
import { bound, type Line, percent, printTable } from './table.ts';

const RATES = [0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5];
const ALLOCATIONS = [1, 4, 19];
const SMALLER = [50, 100, 250, 1000, 5000, 20_000];
const LARGEST = 20_000;
const LIFT = 1.2;
const Z = normalUpperQuantile(0.025);
/** The lift withholds its interval until the smaller arm has so many expected conversions; it raises no alarm then. */
const FEWEST = 5;
/** Counts rarer than this change no digit that is printed. */
const RARE = 1e-9;

/**
 * Score intervals by exact enumeration. A difference or ratio lies in its interval exactly where its score does not
 * exceed the critical value, so that no interval need be inverted.
 */
export function calibrateRates(): void {
  const lines: Line[] = [];
  for (const allocation of ALLOCATIONS) {
    const points = SMALLER.filter((n) => n * allocation <= LARGEST).flatMap((n) =>
      RATES.map((rate) => point(n, n * allocation, rate)),
    );
    const enough = points.filter(({ expected }) => expected >= 5);
    for (const measure of ['difference', 'ratio'] as const) {
      const covered = points.map((one) => one[measure]);
      const [lowest, mean, meanEnough] = [
        Math.min(...covered),
        average(covered),
        average(enough.map((one) => one[measure])),
      ];
      const alarms = Math.max(...points.map((one) => one.alarms));
      lines.push({
        cells: [
          `1:${allocation} ${measure}`,
          String(points.length),
          ...[lowest, mean, meanEnough, alarms].map(percent),
        ],
        broken: [
          ...bound('lowest', lowest, 0.9, 1),
          ...bound('mean', mean, 0.94, 0.97),
          ...bound('mean from 5 expected', meanEnough, 0.94, 0.96),
          ...bound('false alarms', alarms, 0, 0.06),
        ],
      });
    }
  }
  const head = ['Rates, score intervals', 'points', 'lowest', 'mean', '5 expected', 'alarms shown, at most'];
  printTable(
    'Rates by exact enumeration: 0.2 to 50 %, 50 to 20,000 an arm, coverage of the 95 % interval',
    head,
    lines,
  );
}

function point(control: number, treatment: number, rate: number) {
  const raised = rate * LIFT;
  const chanceC = binomial(control, rate);
  const chanceT = binomial(treatment, raised);
  const chanceNull = binomial(treatment, rate);
  let [difference, ratio, alarms] = [0, 0, 0];
  for (const [x, p] of chanceC) {
    const armC = { n: control, x };
    for (const [y, q] of chanceT) {
      if (p * q < RARE * RARE) continue;
      const arms = { control: armC, treatment: { n: treatment, x: y } };
      if (Math.abs(differenceScore(arms, raised - rate, 'mee') ?? 0) <= Z) difference += p * q;
      if (Math.abs(ratioScore(arms, LIFT) ?? 0) <= Z) ratio += p * q;
    }
    for (const [y, q] of chanceNull) {
      const score = differenceScore({ control: armC, treatment: { n: treatment, x: y } }, 0, 'mee');
      const withheld = (control * (x + y)) / (control + treatment) < FEWEST;
      if (Math.abs(score ?? 0) > Z && !withheld) alarms += p * q;
    }
  }
  return { difference, ratio, alarms, expected: control * rate };
}

/** The counts that are not all but impossible, each with its chance. */
function binomial(n: number, p: number): [number, number][] {
  const mode = Math.floor((n + 1) * p);
  const weights = new Map([[mode, 1]]);
  for (let x = mode, w = 1; x < n && w > RARE; x++) {
    w *= ((n - x) / (x + 1)) * (p / (1 - p));
    weights.set(x + 1, w);
  }
  for (let x = mode, w = 1; x > 0 && w > RARE; x--) {
    w *= (x / (n - x + 1)) * ((1 - p) / p);
    weights.set(x - 1, w);
  }
  const total = [...weights.values()].reduce((sum, w) => sum + w, 0);
  return [...weights].map(([x, w]) => [x, w / total]);
}

function average(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
