/** A mean, or a ratio of totals, and the variance of that estimate. */
export interface Gauged {
  readonly mean: number;
  readonly variance: number;
}
