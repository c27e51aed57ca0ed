import { assertNever, computed, notComputed, type Outcome } from './result.ts';

export type Correction = 'holm' | 'bh' | 'bonferroni' | 'hochberg' | 'by';

export interface AdjustInput {
  readonly p: readonly number[];
  readonly correction?: Correction | undefined;
}

export interface Adjusted {
  /** In the order given. */
  readonly adjusted: readonly number[];
  readonly method: string;
}

/**
 * P-values adjusted for being several, as R's `p.adjust`: holm (1979),
 * bonferroni, hochberg (1988) hold the chance of any false alarm; bh (Benjamini
 * & Hochberg 1995) and by (Benjamini & Yekutieli 2001) the share of false alarms.
 * Not computed: a p outside [0, 1].
 */
export function adjust({ p, correction = 'holm' }: AdjustInput): Outcome<Adjusted> {
  for (const [i, value] of p.entries()) {
    if (!(value >= 0 && value <= 1)) return notComputed(`p[${i}]: must lie between 0 and 1`);
  }
  const order = p.map((_, i) => i).sort((i, j) => p[i]! - p[j]!);
  const factor = factorOf(correction, p.length);
  const scaled = order.map((i, rank) => p[i]! * factor(rank + 1));
  const monotone = stepsUp(correction) ? fromLargest(scaled) : fromSmallest(scaled);
  const adjusted = new Array<number>(p.length);
  for (const [rank, i] of order.entries()) adjusted[i] = Math.min(1, monotone[rank]!);
  return computed({ adjusted, method: METHOD[correction] });
}

const METHOD: Record<Correction, string> = {
  holm: 'Holm',
  bh: 'Benjamini–Hochberg',
  bonferroni: 'Bonferroni',
  hochberg: 'Hochberg',
  by: 'Benjamini–Yekutieli',
};

/** What the p-value of a rank (1 = smallest of m) is multiplied by. */
function factorOf(correction: Correction, m: number): (rank: number) => number {
  switch (correction) {
    case 'bonferroni':
      return () => m;
    case 'holm':
    case 'hochberg':
      return (rank) => m - rank + 1;
    case 'bh':
      return (rank) => m / rank;
    case 'by': {
      let harmonic = 0;
      for (let i = 1; i <= m; i++) harmonic += 1 / i;
      return (rank) => (harmonic * m) / rank;
    }
    default:
      return assertNever(correction);
  }
}

function stepsUp(correction: Correction): boolean {
  return correction === 'hochberg' || correction === 'bh' || correction === 'by';
}

function fromSmallest(values: readonly number[]): number[] {
  let highest = 0;
  return values.map((value) => {
    highest = Math.max(highest, value);
    return highest;
  });
}

function fromLargest(values: readonly number[]): number[] {
  let lowest = Number.POSITIVE_INFINITY;
  return values
    .map((_, i) => {
      lowest = Math.min(lowest, values[values.length - 1 - i]!);
      return lowest;
    })
    .reverse();
}
