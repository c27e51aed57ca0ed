import { type Bounds, chanceAbove, START, type Surviving, survive } from './crossing.ts';
import { normalUpper } from './distribution/normal.ts';
import { computed, notComputed, type Outcome } from './result.ts';
import { root } from './root.ts';
import { type SpendingFunction, spent } from './spending.ts';

/** Boundaries of a fixed shape, with the constant that uses the budget up exactly at the last look. */
export type FixedShape = { readonly kind: 'obrien-fleming' } | { readonly kind: 'pocock' };

export interface GroupSequentialInput {
  /** Share of the planned information at each look: rising, above 0, at most 1. */
  readonly information: readonly number[];
  /**
   * Share of the budget's own time at each look, where it is not the information's: Lan & DeMets's (1989) second time
   * scale. A pilot that ended smaller than planned spends the rest at its last look with 1 here.
   */
  readonly spendingTime?: readonly number[] | undefined;
  readonly alpha?: number | undefined;
  /** 2 unless said otherwise. */
  readonly sides?: 1 | 2 | undefined;
  readonly spending?: SpendingFunction | FixedShape | undefined;
}

export interface GroupSequential {
  /** The critical value of each look, in standard errors. */
  readonly z: readonly number[];
  /** The false-alarm chance used up to each look, both sides together. */
  readonly alphaSpent: readonly number[];
  /** The two-sided (or one-sided) p-value each z stands for. */
  readonly nominalAlpha: readonly number[];
  readonly method: string;
}

/**
 * Critical values for planned looks: Lan & DeMets's (1983) spending functions,
 * or the classical boundaries of O'Brien & Fleming (1979) and Pocock (1977).
 * Two-sided boundaries are symmetric; half of alpha is spent on each side.
 * Not computed: looks that do not rise within (0, 1], more than 200 of them.
 */
export function groupSequential(input: GroupSequentialInput): Outcome<GroupSequential> {
  const alpha = input.alpha ?? 0.05;
  const sides = input.sides ?? 2;
  const spending = input.spending ?? { kind: 'lan-demets-obrien-fleming' };
  const problem =
    lookProblem(input.information) ?? timeProblem(input) ?? alphaProblem(alpha, sides) ?? spendingProblem(spending);
  if (problem !== null) return notComputed(problem);
  const found =
    spending.kind === 'obrien-fleming' || spending.kind === 'pocock'
      ? fixedShape(spending, input.information, alpha, sides)
      : spendingBounds(spending, input.information, input.spendingTime ?? input.information, alpha, sides);
  return computed({
    ...found,
    nominalAlpha: found.z.map((z) => sides * normalUpper(z)),
    method: `Group sequential, ${spending.kind}, ${sides === 2 ? 'two-sided' : 'one-sided'}`,
  });
}

function lookProblem(information: readonly number[]): string | null {
  if (information.length === 0) return 'information: at least one look is needed';
  if (information.length > 200) return 'information: at most 200 looks';
  for (const [i, t] of information.entries()) {
    if (!(t > 0 && t <= 1)) return `information[${i}]: must lie above 0 and be at most 1`;
    if (i > 0 && t <= information[i - 1]!) return `information[${i}]: must be above the look before it`;
  }
  return null;
}

function timeProblem({ information, spendingTime }: GroupSequentialInput): string | null {
  if (spendingTime === undefined) return null;
  if (spendingTime.length !== information.length) return 'spendingTime: must be as many as the looks';
  for (const [i, t] of spendingTime.entries()) {
    if (!(t > 0 && t <= 1)) return `spendingTime[${i}]: must lie above 0 and be at most 1`;
    if (i > 0 && t < spendingTime[i - 1]!) return `spendingTime[${i}]: must not be below the look before it`;
  }
  return null;
}

function alphaProblem(alpha: number, sides: 1 | 2): string | null {
  if (!(alpha > 0 && alpha < 1)) return 'alpha: must lie between 0 and 1';
  return alpha / sides >= 0.5 ? 'alpha: must be below 0.5 a side' : null;
}

function spendingProblem(spending: SpendingFunction | FixedShape): string | null {
  return spending.kind === 'power' && !(Number.isFinite(spending.rho) && spending.rho > 0)
    ? 'rho: must be above 0'
    : null;
}

interface Looks {
  readonly z: readonly number[];
  readonly alphaSpent: readonly number[];
}

/** Beyond this many standard deviations nothing is spent and nothing is seen. */
const FARTHEST = 37;

function spendingBounds(
  spending: SpendingFunction,
  information: readonly number[],
  time: readonly number[],
  alpha: number,
  sides: 1 | 2,
): Looks {
  const budget = time.map((t) => spent(spending, alpha / sides, t));
  const z: number[] = [];
  let state = START;
  for (const [k, t] of information.entries()) {
    const part = budget[k]! - (k === 0 ? 0 : budget[k - 1]!);
    const bound = part > 0 ? boundFor(state, t, part) : FARTHEST;
    z.push(bound);
    const next = information[k + 1];
    if (next !== undefined) {
      state = survive(state, t, { z: bound, sides }, next - t, reachFor(budget[k + 1]! - budget[k]!));
    }
  }
  return { z, alphaSpent: budget.map((value) => sides * value) };
}

/** The z that exactly `part` of the survivors exceed at the next look. */
function boundFor(state: Surviving, information: number, part: number): number {
  const target = Math.log(part);
  const excess = (z: number) => Math.log(chanceAbove(state, information, z)) - target;
  // Below −8 nearly all survivors lie above; near FARTHEST the chance is the smallest a number can hold.
  return root((z) => (Number.isFinite(excess(z)) ? excess(z) : -1), -8, FARTHEST);
}

/** How far out the survivors matter when a chance of `part` is to be right to twelve digits. */
function reachFor(part: number): number {
  return part > 0 ? Math.min(FARTHEST, Math.sqrt(2 * (27.7 - Math.log(part)))) : 9;
}

function fixedShape(shape: FixedShape, information: readonly number[], alpha: number, sides: 1 | 2): Looks {
  const last = information[information.length - 1]!;
  const bounds = (constant: number) =>
    information.map((t) => (shape.kind === 'pocock' ? constant : constant * Math.sqrt(last / t)));
  const total = (constant: number) => {
    const used = usedUp(information, bounds(constant), sides);
    return used[used.length - 1]!;
  };
  const constant = root((c) => Math.log(total(c)) - Math.log(alpha), 0.01, 12);
  const z = bounds(constant);
  return { z, alphaSpent: usedUp(information, z, sides) };
}

/** The chance to have crossed by each look. */
function usedUp(information: readonly number[], z: readonly number[], sides: 1 | 2): readonly number[] {
  let state = START;
  let used = 0;
  return information.map((t, k) => {
    used += sides * chanceAbove(state, t, z[k]!);
    const next = information[k + 1];
    const bounds: Bounds = { z: z[k]!, sides };
    if (next !== undefined) state = survive(state, t, bounds, next - t, 9);
    return used;
  });
}
