import { studentUpperQuantile } from '../../stats/distribution/student-t.ts';
import { proportionEnds } from '../../stats/proportion.ts';

/** One arm's own sample: counts for a rate, mean and standard deviation otherwise. */
export type ArmSample =
  | { readonly kind: 'rate'; readonly n: number; readonly x: number }
  | { readonly kind: 'mean'; readonly n: number; readonly mean: number; readonly sd: number | null };

/**
 * The interval of one arm by itself, for the eye: Wilson's for a rate, Student's for a mean. Two such intervals that
 * overlap do not mean that the arms are alike; the interval of the difference says that.
 */
export function armInterval(sample: ArmSample, level: number): { lower: number | null; upper: number | null } {
  const tail = (1 - level) / 2;
  if (sample.kind === 'rate') {
    return sample.n < 1 ? { lower: null, upper: null } : proportionEnds('wilson', sample, tail);
  }
  if (sample.sd === null || sample.n < 2) return { lower: null, upper: null };
  const reach = (studentUpperQuantile(tail, sample.n - 1) * sample.sd) / Math.sqrt(sample.n);
  return { lower: sample.mean - reach, upper: sample.mean + reach };
}
