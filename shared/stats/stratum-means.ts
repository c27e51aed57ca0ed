import type { Gauged } from './gauged.ts';
import { summarise } from './summary.ts';

/** One arm's values and the stratum of each, by number. */
export type StratifiedSample = { readonly values: Float64Array; readonly stratum: ArrayLike<number> };

export type PostStratifiedMeans = {
  readonly control: Gauged;
  readonly treatment: Gauged;
  /** Each stratum's part in the variance of the difference, for Satterthwaite. */
  readonly parts: readonly { readonly variance: number; readonly df: number }[];
};

/**
 * Each arm's mean with every stratum at its share of all customers, taken as fixed (Miratrix, Sekhon & Yu 2013).
 * Strata with fewer than 2 customers in an arm are merged into one, and that into the smallest other where it is
 * still too small. Null where nothing large enough remains.
 */
export function postStratifiedMeans(
  control: StratifiedSample,
  treatment: StratifiedSample,
): PostStratifiedMeans | null {
  const strata = merged(gather(control), gather(treatment));
  const all = control.values.length + treatment.values.length;
  const parts: { variance: number; df: number }[] = [];
  const gauged = { control: { mean: 0, variance: 0 }, treatment: { mean: 0, variance: 0 } };
  for (const stratum of strata) {
    const share = (stratum.control.length + stratum.treatment.length) / all;
    for (const arm of ['control', 'treatment'] as const) {
      const found = summarise(stratum[arm]);
      if (found.kind === 'error' || found.n < 2) return null;
      const variance = (share * found.sd) ** 2 / found.n;
      gauged[arm].mean += share * found.mean;
      gauged[arm].variance += variance;
      parts.push({ variance, df: found.n - 1 });
    }
  }
  return strata.length === 0 ? null : { ...gauged, parts };
}

type Stratum = { readonly control: number[]; readonly treatment: number[] };

function gather({ values, stratum }: StratifiedSample): Map<number, number[]> {
  const groups = new Map<number, number[]>();
  for (const [i, value] of values.entries()) {
    const key = stratum[i] ?? -1;
    const group = groups.get(key);
    if (group) group.push(value);
    else groups.set(key, [value]);
  }
  return groups;
}

function merged(control: Map<number, number[]>, treatment: Map<number, number[]>): Stratum[] {
  const keys = [...new Set([...control.keys(), ...treatment.keys()])].sort((a, b) => a - b);
  const strata = keys.map((key) => ({ control: control.get(key) ?? [], treatment: treatment.get(key) ?? [] }));
  const enough = (stratum: Stratum) => stratum.control.length >= 2 && stratum.treatment.length >= 2;
  const rest = join(strata.filter((stratum) => !enough(stratum)));
  const kept = strata.filter(enough).sort((a, b) => size(a) - size(b));
  if (size(rest) === 0) return kept;
  if (enough(rest)) return [...kept, rest];
  const [smallest, ...others] = kept;
  return smallest === undefined ? [] : [...others, join([smallest, rest])];
}

function join(strata: readonly Stratum[]): Stratum {
  return { control: strata.flatMap((s) => s.control), treatment: strata.flatMap((s) => s.treatment) };
}

function size({ control, treatment }: Stratum): number {
  return control.length + treatment.length;
}
