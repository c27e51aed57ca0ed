import type { Metric } from '../plan/plan.ts';
import { type Draws, drawsFrom } from '../stats/chance.ts';
import { normalUpperQuantile } from '../stats/distribution/normal.ts';
import { studentUpperQuantile } from '../stats/distribution/student-t.ts';
import { tailOf } from '../stats/question.ts';
import type { RehearsalDesign, RehearsedLook } from './design.ts';
import { emptyArm, type RunningArm, standing } from './running-arm.ts';

/** What one rehearsal showed. */
export type Rehearsed = {
  /** Nothing was planted, and the plan's method saw a difference all the same. */
  readonly falseAlarm: boolean;
  /** The same with an ordinary interval at every one of these looks. */
  readonly naiveAlarm: boolean;
  /** Weeks until the planted lift was first seen; null when it was not. */
  readonly seenAfter: number | null;
  /** The planted lift was seen at the end, and its estimate reached the threshold. */
  readonly scaled: boolean;
};

/**
 * Plays the pilot on history: customers are drawn, come in by chance's order and are split by the plan's weights;
 * once with nothing planted, once with the lift planted into the treatments' outcomes of that same split.
 *
 * A planted lift turns customers of a rate (each that did not convert, with the same chance), scales totals, and
 * shifts means and scores.
 *
 * @returns plays one more rehearsal a call; the same seed gives the same ones
 */
export function rehearsals(design: RehearsalDesign, seed: number): () => Rehearsed {
  const draws = drawsFrom(seed);
  const order = Int32Array.from(design.sample.values.keys());
  const plant = planting(design);
  return () => {
    const split = splitter(design, draws);
    const arms = design.weights.map(emptyArm);
    const turned = design.weights.map(() => 0);
    let taken = 0;
    let falseAlarm = false;
    let naiveAlarm = false;
    let seenAfter: number | null = null;
    let scaled = false;
    for (const [k, look] of design.looks.entries()) {
      for (; taken < look.n; taken++) {
        const at = design.customers === 'once' ? shuffledNext(order, taken, draws) : draws.index(order.length);
        const arm = split();
        const here = arms[arm];
        if (here === undefined) throw new Error('every customer gets an arm');
        const value = design.sample.values[at] ?? 0;
        takeIn(here, value, design.sample.per?.[at] ?? 0);
        if (arm !== design.control && plant.turns(value, draws)) turned[arm] = (turned[arm] ?? 0) + 1;
      }
      const found = judge(design, look, arms);
      falseAlarm ||= found.better || found.worse;
      naiveAlarm ||= found.naive;
      const planted = arms.map((arm, i) => (i === design.control ? arm : plant.planted(arm, turned[i] ?? 0)));
      const seen = judge(design, look, planted);
      if (seen.better) seenAfter ??= look.weeks;
      if (k === design.looks.length - 1) scaled = seen.reaches;
    }
    return { falseAlarm, naiveAlarm, seenAfter, scaled };
  };
}

/** The next step of a Fisher-Yates shuffle: a uniform draw without replacement, whatever the order was before. */
function shuffledNext(order: Int32Array, taken: number, draws: Draws): number {
  const other = taken + draws.index(order.length - taken);
  const chosen = order[other] ?? 0;
  order[other] = order[taken] ?? 0;
  order[taken] = chosen;
  return chosen;
}

function splitter({ weights, looks, drawing }: RehearsalDesign, draws: Draws): () => number {
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const seats = weights.map((weight) => (weight / all) * (looks[looks.length - 1]?.n ?? 0));
  const left = drawing === 'quotas' ? wholeSeats(seats) : [...weights];
  let sum = left.reduce((total, part) => total + part, 0);
  return () => {
    let place = draws.unit() * sum;
    let arm = 0;
    while (arm < left.length - 1 && place >= (left[arm] ?? 0)) {
      place -= left[arm] ?? 0;
      arm += 1;
    }
    if (drawing === 'quotas') {
      left[arm] = (left[arm] ?? 0) - 1;
      sum -= 1;
    }
    return arm;
  };
}

/** Whole seats with the right total: each share rounded where the running total is. */
function wholeSeats(shares: readonly number[]): number[] {
  let before = 0;
  return shares.map((share) => {
    const seats = Math.round(before + share) - Math.round(before);
    before += share;
    return seats;
  });
}

function takeIn(arm: RunningArm, value: number, per: number): void {
  arm.n += 1;
  if (value !== 0) arm.nonZero += 1;
  arm.sum += value;
  arm.squares += value * value;
  arm.perSum += per;
  arm.perSquares += per * per;
  arm.products += value * per;
}

type Planting = {
  /** Whether this customer's conversion turns; never for other metrics. */
  readonly turns: (value: number, draws: Draws) => boolean;
  readonly planted: (arm: RunningArm, turned: number) => RunningArm;
};

function planting({ metric, sample, plantedLift }: RehearsalDesign): Planting {
  const lift = metric.better === 'higher' ? plantedLift : -plantedLift;
  const mean = sample.values.reduce((sum, value) => sum + value, 0) / sample.values.length;
  switch (metric.kind) {
    case 'conversion': {
      const chance = lift >= 0 ? (mean * lift) / (1 - mean) : -lift;
      const direction = lift >= 0 ? 1 : -1;
      const candidate = lift >= 0 ? 0 : 1;
      return {
        turns: (value, draws) => (value === 0 ? 0 : 1) === candidate && draws.unit() < chance,
        planted: (arm, turned) => ({ ...arm, nonZero: arm.nonZero + direction * turned }),
      };
    }
    case 'mean':
    case 'nps':
      return { turns: () => false, planted: (arm) => shifted(arm, lift * Math.abs(mean)) };
    case 'count':
    case 'sum':
    case 'ratio':
      return { turns: () => false, planted: (arm) => scaledBy(arm, 1 + lift) };
  }
}

function shifted(arm: RunningArm, by: number): RunningArm {
  return { ...arm, sum: arm.sum + arm.n * by, squares: arm.squares + 2 * by * arm.sum + arm.n * by * by };
}

function scaledBy(arm: RunningArm, by: number): RunningArm {
  return { ...arm, sum: arm.sum * by, squares: arm.squares * by * by, products: arm.products * by };
}

/** What the plan's method, and an ordinary interval, say of the arms at a look: any treatment counts. */
function judge(design: RehearsalDesign, look: RehearsedLook, arms: readonly RunningArm[]) {
  const { metric, question, weights, control } = design;
  const tail = tailOf(question);
  const sign = metric.better === 'higher' ? 1 : -1;
  let [better, worse, naive, reaches] = [false, false, false, false];
  const base = arms[control];
  for (const [i, arm] of arms.entries()) {
    if (i === control || base === undefined) continue;
    const found = standing(metric.kind, base, arm, ratioOf(weights[i] ?? 1, weights[control] ?? 1));
    if (found === null) continue;
    const z = sign * found.z;
    const ordinary = ordinaryCritical(metric, tail, found.df);
    const critical = look.critical ?? ordinary;
    const twoSided = question.alternative === 'two-sided';
    if (z > critical) better = true;
    if (twoSided && z < -critical) worse = true;
    if (z > ordinary || (twoSided && z < -ordinary)) naive = true;
    if (z > critical && sign * found.relative >= design.threshold) reaches = true;
  }
  return { better, worse, naive, reaches };
}

/** Beyond so many degrees of freedom t and normal agree to four digits. */
const NORMAL_FROM = 2000;

function ordinaryCritical(metric: Metric, tail: number, df: number): number {
  return metric.kind === 'conversion' || df > NORMAL_FROM ? normalUpperQuantile(tail) : studentUpperQuantile(tail, df);
}

function ratioOf(a: number, b: number): number {
  return Math.max(a, b) / Math.min(a, b);
}
