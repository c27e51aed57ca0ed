/** Two outcomes count as equally likely when their log probabilities differ by less than this (R's 1 + 1e-7). */
export const LIKELIHOOD_SLACK = Math.log1p(1e-7);

/** The last whole number in [low, high] with `holds`, where `holds` is true up to some point and false after it. */
export function lastWhere(low: number, high: number, holds: (count: number) => boolean): number | null {
  if (low > high || !holds(low)) return null;
  let yes = low;
  let no = high + 1;
  while (no - yes > 1) {
    const middle = Math.floor((yes + no) / 2);
    if (holds(middle)) yes = middle;
    else no = middle;
  }
  return yes;
}

/** The first whole number in [low, high] with `holds`, where `holds` is false up to some point and true after it. */
export function firstWhere(low: number, high: number, holds: (count: number) => boolean): number | null {
  if (low > high || !holds(high)) return null;
  let no = low - 1;
  let yes = high;
  while (yes - no > 1) {
    const middle = Math.floor((yes + no) / 2);
    if (holds(middle)) yes = middle;
    else no = middle;
  }
  return yes;
}
