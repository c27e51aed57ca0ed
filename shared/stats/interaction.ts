import { chiSquareUpper } from './distribution/chi-square.ts';
import { normalUpperQuantile } from './distribution/normal.ts';
import { computed, type Interval, notComputed, type Outcome } from './result.ts';

/** One group's effect, independent of the others'. */
export interface GroupEffect {
  readonly estimate: number;
  /** Greater than 0. */
  readonly standardError: number;
}

export interface InteractionInput {
  readonly effects: readonly GroupEffect[];
  /** Of the shrunken intervals; 0.95. */
  readonly level?: number | undefined;
}

export interface Interaction {
  /** Cochran's Q. */
  readonly statistic: number;
  readonly df: number;
  readonly p: number;
  /** The effects' own variance, beyond that of chance. */
  readonly variance: number;
  /** The mean effect with that variance counted in. */
  readonly mean: number;
  /** Each group's effect drawn toward the mean by as much as it is unsure, in the given order. */
  readonly shrunken: readonly (Interval & { readonly estimate: number })[];
  readonly method: string;
}

/**
 * Whether an effect differs between groups, and each group's effect as it is best foretold: Cochran's (1954) Q, the
 * groups' variance by DerSimonian & Laird (1986), and empirical Bayes estimates with it (Raudenbush & Bryk 1985).
 * Not computed: under two groups, a standard error that is not above 0, a level outside (0, 1).
 */
export function interaction({ effects, level = 0.95 }: InteractionInput): Outcome<Interaction> {
  if (effects.length < 2) return notComputed('effects: at least two groups are needed');
  for (const [i, { estimate, standardError }] of effects.entries()) {
    if (!Number.isFinite(estimate)) return notComputed(`effects[${i}].estimate: must be a number`);
    if (!(Number.isFinite(standardError) && standardError > 0)) {
      return notComputed(`effects[${i}].standardError: must be above 0`);
    }
  }
  if (!(level > 0 && level < 1)) return notComputed('level: must lie between 0 and 1');
  const weights = effects.map(({ standardError }) => standardError ** -2);
  const total = sum(weights);
  const common = meanOf(effects, weights);
  const statistic = sum(effects.map(({ estimate }, i) => weights[i]! * (estimate - common) ** 2));
  const df = effects.length - 1;
  const squares = sum(weights.map((weight) => weight * weight));
  const variance = Math.max(0, (statistic - df) / (total - squares / total));
  const widened = effects.map(({ standardError }) => 1 / (standardError ** 2 + variance));
  const mean = meanOf(effects, widened);
  const reach = normalUpperQuantile((1 - level) / 2);
  return computed({
    statistic,
    df,
    p: chiSquareUpper(statistic, df),
    variance,
    mean,
    shrunken: effects.map(({ estimate, standardError }) => {
      const chance = standardError ** 2 / (standardError ** 2 + variance);
      const centre = chance * mean + (1 - chance) * estimate;
      const spread = Math.sqrt(variance * chance + chance ** 2 / sum(widened));
      return { estimate: centre, lower: centre - reach * spread, upper: centre + reach * spread, unbounded: false };
    }),
    method: "Cochran's Q; DerSimonian–Laird variance, empirical Bayes estimates",
  });
}

function meanOf(effects: readonly GroupEffect[], weights: readonly number[]): number {
  return sum(effects.map(({ estimate }, i) => estimate * weights[i]!)) / sum(weights);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
